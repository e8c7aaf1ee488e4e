//! From a dossier to the basket that the law on goods, limits and tax looks at.

use rulebook::Law;
use values::Quantity;

use super::{
    Basket, Content, ContentUnit, Given, Goods, Mode, Standing, legal::line_weight, specification,
};
use crate::model::{BookItem, Dossier, ListLine};

/// Codes whose goods need a first-import registration or filing under 1239, blank between them.
const REGISTERED: &str = "goods.registered-codes";

/// The basket of that dossier, with what the buyer had used before.
pub(super) fn basket(dossier: &Dossier, standing: &Standing, law: Law<'_>) -> Basket {
    let list = &dossier.list;
    let mode = list.mode().unwrap_or(Mode::Bonded);
    let registered = law.text(REGISTERED).unwrap_or_default();
    let lines = list.lines.iter().map(|line| {
        let item = line
            .item_record
            .as_ref()
            .and_then(|record| dossier.items.get(record));
        let ordered = dossier
            .order
            .lines
            .iter()
            .find(|ordered| ordered.gnum == line.gnum);
        let needs = registered
            .split_whitespace()
            .any(|prefix| line.hs.starts_with(prefix));
        let number = || {
            list.licence
                .clone()
                .or_else(|| item.and_then(|item| item.registration.clone()))
                .unwrap_or_default()
        };
        Goods {
            gnum: line.gnum,
            hs: line.hs.clone(),
            name: line.name.clone(),
            price: line.price,
            quantity: line.quantity,
            content: content(line, item),
            pieces: None,
            gift: ordered.is_some_and(crate::model::OrderLine::is_gift),
            net: line_weight(line),
            registration: needs.then(number),
            given: Given::default(),
        }
    });
    Basket {
        mode,
        date: law.day(),
        freight: list.freight,
        insurance: list.insurance,
        discount: dossier.order.discount,
        fx_usd: standing.fx_usd,
        used: standing.used,
        weights: standing.weights.clone(),
        lines: lines.collect(),
    }
}

/// What one piece holds: as filed with the item record, else as its specification says beyond doubt.
fn content(line: &ListLine, item: Option<&BookItem>) -> Option<Content> {
    if let Some(content) = item.and_then(|item| item.content.as_ref()) {
        return Some(of(content.value, &content.unit));
    }
    specification::content(&line.model)
}

fn of(value: Quantity, unit: &str) -> Content {
    let Ok(unit) = unit.parse::<ContentUnit>();
    Content { value, unit }
}
