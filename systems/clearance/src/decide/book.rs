//! M14: what a bonded declaration takes from its book.

use std::collections::BTreeMap;

use values::{Finding, Quantity};

use super::{Mode, Standing};
use crate::{model::Dossier, problems::*};

/// Compares the lines with the item records and the stock; what they take, by item record.
pub(super) fn check(
    dossier: &Dossier,
    standing: &Standing,
    found: &mut Vec<Finding>,
) -> BTreeMap<String, Quantity> {
    let mut takes: BTreeMap<String, Quantity> = BTreeMap::new();
    let list = &dossier.list;
    if !matches!(list.mode(), Some(Mode::Bonded | Mode::BondedA)) {
        return takes;
    }
    let Some(number) = &list.book else {
        return takes;
    };
    let Some(holder) = &standing.book_holder else {
        found.push(
            Finding::refused(BOOK_UNKNOWN)
                .of("621")
                .at("emsNo")
                .saw(number),
        );
        return takes;
    };
    if list.area.as_deref().is_some_and(|area| area != holder) {
        found.push(
            Finding::refused(BOOK_AREA)
                .of("621")
                .at("areaCode")
                .saw(list.area.as_deref().unwrap_or_default())
                .wants(holder),
        );
    }
    for line in &list.lines {
        let Some(record) = &line.item_record else {
            continue;
        };
        let finding = |code, field| {
            Finding::refused(code)
                .of("621")
                .item(line.gnum)
                .at(field)
                .with("book", number)
                .with("record", record)
        };
        let Some(item) = dossier.items.get(record) else {
            found.push(finding(BOOK_ITEM, "itemRecordNo").saw(record));
            continue;
        };
        if item.hs != line.hs {
            found.push(
                finding(BOOK_ITEM_DIFFERS, "gcode")
                    .saw(&line.hs)
                    .wants(&item.hs),
            );
        }
        if item.unit != line.unit {
            found.push(
                finding(BOOK_ITEM_DIFFERS, "unit")
                    .saw(&line.unit)
                    .wants(&item.unit),
            );
        }
        *takes.entry(record.clone()).or_default() += line.quantity;
    }
    for (record, wanted) in &takes {
        let there = standing.stock.get(record).copied().unwrap_or_default();
        if *wanted > there {
            let line = list
                .lines
                .iter()
                .find(|line| line.item_record.as_ref() == Some(record));
            let finding = Finding::refused(STOCK_SHORT)
                .of("621")
                .item(line.map_or(0, |line| line.gnum))
                .at("qty");
            found.push(
                finding
                    .saw(wanted)
                    .wants(there)
                    .with("book", number)
                    .with("record", record),
            );
        }
    }
    takes
}
