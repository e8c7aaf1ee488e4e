//! From a dossier to the basket that the law on goods, limits and tax looks at.

use rulebook::Law;
use values::{Quantity, div_half_up};

use super::{Basket, Content, ContentUnit, Given, Goods, Mode, Standing};
use crate::model::{BookItem, Dossier, ListLine};

/// Codes whose goods need a first-import registration or filing under 1239, blank between them.
const REGISTERED: &str = "goods.registered-codes";
/// Kilograms.
const KILOGRAM: &str = "035";
/// Grams.
const GRAM: &str = "036";

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
            net: piece_weight(line),
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

/// Kilograms of one piece, where a statutory quantity is a weight.
pub(crate) fn piece_weight(line: &ListLine) -> Option<Quantity> {
    let weights = [
        Some((line.statutory, line.statutory_unit.as_str())),
        line.second
            .as_ref()
            .map(|(quantity, unit)| (*quantity, unit.as_str())),
    ];
    let (weight, unit) = weights
        .into_iter()
        .flatten()
        .find(|(_, unit)| matches!(*unit, KILOGRAM | GRAM))?;
    let kilograms = if unit == GRAM {
        div_half_up(weight.0.into(), 1000)
    } else {
        weight.0.into()
    };
    if line.quantity.0 <= 0 {
        return None;
    }
    let piece = div_half_up(
        kilograms * i128::from(Quantity::SCALE),
        line.quantity.0.into(),
    );
    i64::try_from(piece).ok().map(Quantity)
}

/// What one piece holds: as filed with the item record, else as its specification says.
fn content(line: &ListLine, item: Option<&BookItem>) -> Option<Content> {
    if let Some(content) = item.and_then(|item| item.content.as_ref()) {
        return Some(of(content.value, &content.unit));
    }
    told(&line.model)
}

fn of(value: Quantity, unit: &str) -> Content {
    let Ok(unit) = unit.parse::<ContentUnit>();
    Content { value, unit }
}

/// Reads `50ml`, `30毫升`, `20 克`, `5片` out of a specification; nothing when several are told.
fn told(model: &str) -> Option<Content> {
    const UNITS: [(&str, &str); 10] = [
        ("毫升", "ml"),
        ("ml", "ml"),
        ("千克", "kg"),
        ("公斤", "kg"),
        ("kg", "kg"),
        ("克", "g"),
        ("g", "g"),
        ("升", "l"),
        ("l", "l"),
        ("片", "片"),
    ];
    let text = model.to_lowercase();
    let mut told = None;
    let mut rest = text.as_str();
    while let Some(start) = rest.find(|sign: char| sign.is_ascii_digit()) {
        rest = &rest[start..];
        let end = rest
            .find(|sign: char| !sign.is_ascii_digit() && sign != '.')
            .unwrap_or(rest.len());
        let (number, after) = rest.split_at(end);
        let after = after.trim_start();
        let unit = UNITS.iter().find(|(word, _)| {
            let goes_on = after
                .strip_prefix(word)
                .and_then(|rest| rest.chars().next());
            after.starts_with(word) && !goes_on.is_some_and(|sign| sign.is_ascii_alphabetic())
        });
        if let (Ok(value), Some((_, unit))) = (number.parse::<Quantity>(), unit) {
            if told.is_some() {
                return None;
            }
            told = Some(of(value, unit));
        }
        rest = after;
    }
    told
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_specification_tells_one_content_or_none() {
        let told = |text| told(text).map(|content| content.value.to_string());
        assert_eq!(told("品牌：测试|规格：50ml/瓶").as_deref(), Some("50"));
        assert_eq!(told("精华液 30 毫升").as_deref(), Some("30"));
        assert_eq!(told("面膜 5片/盒").as_deref(), Some("5"));
        assert_eq!(told("30ml 与 50ml"), None);
        assert_eq!(told("1段 900克").as_deref(), Some("900"));
        assert_eq!(told("L 码 44mm"), None);
    }
}
