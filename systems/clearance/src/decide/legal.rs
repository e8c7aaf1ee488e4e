//! Legal quantities of a declaration: in the units of the tariff, and what they weigh.

use codes::Codes;
use rulebook::Law;
use values::{Finding, Quantity, Weight};

use super::{Goods, matching::tolerated};
use crate::{
    model::{List, ListLine},
    problems::*,
};

/// Kilograms.
const KILOGRAM: &str = "035";
/// Grams.
const GRAM: &str = "036";
/// How it is told that the tariff has no second unit.
const NO_UNIT: &str = "—";

/// Each legal quantity is above zero and counted in the unit that the tariff of the declared day has
/// for the code; together they weigh no more than the whole parcel.
///
/// A second quantity is not demanded: the field table leaves it open.
#[must_use]
pub fn quantities(list: &List, codes: &Codes) -> Vec<Finding> {
    let day = list.declared.unwrap_or_else(|| list.at.day());
    let mut found = Vec::new();
    for line in &list.lines {
        let tariff = codes.tariff(&line.hs, day).ok().map(|(tariff, _)| tariff);
        let first = (line.statutory, line.statutory_unit.as_str());
        found.extend(quantity(
            line,
            ["qty1", "unit1"],
            first,
            tariff.map(|it| it.unit1),
        ));
        if let Some((second, unit)) = &line.second {
            let legal = tariff.map(|it| it.unit2.unwrap_or(NO_UNIT));
            found.extend(quantity(line, ["qty2", "unit2"], (*second, unit), legal));
        }
    }
    let weight = together(list.lines.iter().filter_map(line_weight));
    // What is counted in another unit weighs nothing that could be compared.
    if found.is_empty() && weight > list.gross {
        let finding = Finding::refused(LEGAL_ABOVE_GROSS)
            .of("621")
            .at("grossWeight");
        found.push(finding.saw(list.gross).wants(weight));
    }
    found
}

fn quantity(
    line: &ListLine,
    [amount, unit]: [&'static str; 2],
    told: (Quantity, &str),
    legal: Option<&str>,
) -> Option<Finding> {
    let finding = |code, field| {
        let finding = Finding::refused(code).of("621").at(field).item(line.gnum);
        finding.with("name", &line.name).with("code", &line.hs)
    };
    // An empty unit is told as a missing field.
    if let Some(legal) = legal.filter(|legal| *legal != told.1 && !told.1.is_empty()) {
        return Some(finding(LEGAL_UNIT, unit).saw(told.1).wants(legal));
    }
    (told.0.0 <= 0).then(|| finding(LEGAL_ZERO, amount).saw(told.0))
}

/// Kilograms of the whole line, where a legal quantity is a weight. What is finer than 1/100000 kg
/// counts as such a part, so that many small lines do not weigh nothing.
pub(crate) fn line_weight(line: &ListLine) -> Option<Quantity> {
    let first = Some((line.statutory, line.statutory_unit.as_str()));
    let second = line
        .second
        .as_ref()
        .map(|(quantity, unit)| (*quantity, unit.as_str()));
    let mut told = [first, second].into_iter().flatten();
    let (weight, unit) = told.find(|(_, unit)| matches!(*unit, KILOGRAM | GRAM))?;
    Some(if unit == GRAM {
        Quantity(weight.0.div_euclid(1000) + i64::from(weight.0.rem_euclid(1000) > 0))
    } else {
        weight
    })
}

fn together(weights: impl Iterator<Item = Quantity>) -> Quantity {
    Quantity(weights.fold(0, |sum, weight| sum.saturating_add(weight.0)))
}

/// Goods of a yearly weight limit that weigh less, by their legal quantity, than their content or than
/// the net weight of the parcel says: an officer looks. The tolerance is that of the waybill's weight.
pub(super) fn doubts(
    list: &List,
    goods: &[Goods],
    limited: impl Fn(&Goods) -> bool,
    law: Law<'_>,
) -> Vec<Finding> {
    let doubt = |field, seen: Quantity, known: Quantity| match tolerated(known, law) {
        Ok(tolerated) if seen.0.saturating_add(tolerated.0) < known.0 => {
            let finding = Finding::new(LEGAL_WEIGHT_LOW, Weight::Review)
                .of("621")
                .at(field);
            Some(finding.saw(seen).wants(known))
        }
        Ok(_) => None,
        Err(missing) => Some(missing),
    };
    let by_content = goods.iter().filter(|one| limited(one)).filter_map(|one| {
        let finding = doubt("qty1", one.net?, one.content_weight()?)?;
        Some(finding.item(one.gnum).with("name", &one.name))
    });
    let found: Vec<_> = by_content.collect();
    let weights: Option<Vec<Quantity>> = goods.iter().map(|one| one.net).collect();
    match weights {
        Some(weights) if found.is_empty() && goods.iter().any(limited) => {
            let weight = together(weights.into_iter());
            doubt("netWeight", weight, list.net).into_iter().collect()
        }
        _ => found,
    }
}
