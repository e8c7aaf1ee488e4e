//! A parameter record: a figure with the days it held.

use values::definition::{ENTRY, Page, Table, VALUE, fault};

use super::{
    mentions::{Mention, Mentions},
    records::{check_days, read_basis, read_id, read_title},
};
use crate::{DatedValue, Parameter, Unit};

pub(super) fn read(
    page: &Page<'_>,
    mut table: Table<'_>,
    mentions: &mut Mentions,
) -> Option<Parameter> {
    let line = table.line;
    let id = read_id(&mut table);
    mentions
        .parameter_ids
        .extend(id.as_deref().map(|id| Mention::at(page, line, id)));
    let title = read_title(&mut table);
    let unit = table.word("unit", Unit::WORDS);
    let rows = table.tables("value");
    if rows.is_empty() {
        table.fault(line, fault(ENTRY, "value"));
    }
    let values: Vec<_> = rows
        .into_iter()
        .filter_map(|row| read_value(row, unit))
        .collect();
    table.end();
    check_days(
        page,
        values
            .iter()
            .map(|(line, value)| (*line, value.from, value.to)),
    );
    let values = values.into_iter().map(|(_, value)| value).collect();
    Some(Parameter {
        id: id?,
        title: title?,
        unit: unit?,
        values,
        file: page.file.to_owned(),
        line,
    })
}

fn read_value(mut table: Table<'_>, unit: Option<Unit>) -> Option<(u32, DatedValue)> {
    let line = table.line;
    let (from, to) = (table.day("from"), table.day_if("to"));
    let value = table.scalar("value").and_then(|(at, text)| {
        let unit = unit?;
        let value = unit.read(&text);
        if value.is_none() {
            let refused = fault(VALUE, unit.word()).at("value");
            table.fault(at, refused.with("value", text));
        }
        value
    });
    let basis = read_basis(&mut table);
    table.end();
    Some((
        line,
        DatedValue {
            from: from?,
            to,
            value: value?,
            basis: basis?,
        },
    ))
}
