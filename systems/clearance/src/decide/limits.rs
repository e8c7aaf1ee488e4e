//! Limits of the order and of the person's year.

use std::collections::BTreeMap;

use rulebook::Law;
use values::{Fen, Finding, Quantity};

use super::{
    codes::WEIGHT_MISSING,
    found::{Found, Verdict},
    valuation::{Line, Valuation, too_large},
};

/// The single-transaction limit.
pub const SINGLE_LIMIT: &str = "import.single-limit";
/// The yearly limit of a person.
pub const ANNUAL_LIMIT: &str = "import.annual-limit";

/// Any line but a gift is worth something, and so is the order.
pub(crate) fn price_zero(order: &Valuation<'_>, _: Law<'_>) -> Found {
    let told = |field, seen| Finding::refused("order.price-zero").at(field).saw(seen);
    let free = order
        .lines
        .iter()
        .filter(|line| !line.goods.gift && line.value.0 == 0);
    let mut found: Vec<_> = free
        .map(|line| told("price", line.value).item(line.goods.gnum))
        .collect();
    if order.goods.0 == 0 && found.is_empty() {
        found.push(told("goodsValue", order.goods));
    }
    Ok(found)
}

/// Until 2018: above the single limit goods are ordinary trade, one item or many.
///
/// The limit itself is inside, so for all limits here.
pub(crate) fn single_limit_without_exception(order: &Valuation<'_>, law: Law<'_>) -> Found {
    let limit = law.money(SINGLE_LIMIT)?;
    Ok(if order.taxable <= limit {
        Vec::new()
    } else {
        vec![above_single(order, limit, "none")]
    })
}

/// Since 2019: above the single limit an order may hold one item only, and then pays full tax.
///
/// Every unit of every line counts, gifts too.
pub(crate) fn single_limit(order: &Valuation<'_>, law: Law<'_>) -> Found {
    let limit = law.money(SINGLE_LIMIT)?;
    let fine = order.taxable <= limit || order.items == Quantity::ONE;
    Ok(if fine {
        Vec::new()
    } else {
        vec![above_single(order, limit, "one-item")]
    })
}

fn above_single(order: &Valuation<'_>, limit: Fen, exception: &'static str) -> Finding {
    let finding = Finding::refused("quota.single")
        .saw(order.taxable)
        .wants(limit);
    let finding = finding.with("taxable", order.taxable).with("limit", limit);
    finding
        .with("items", order.items)
        .with("exception", exception)
}

/// The person's year, this order included. What was used is not told: it is the person's own.
pub(crate) fn annual_limit(order: &Valuation<'_>, law: Law<'_>) -> Found {
    let limit = law.money(ANNUAL_LIMIT)?;
    if used_after(order)? <= limit {
        return Ok(Vec::new());
    }
    let finding = Finding::refused("quota.year")
        .saw(order.taxable)
        .wants(limit);
    Ok(vec![
        finding
            .with("taxable", order.taxable)
            .with("limit", limit)
            .with("year", law.day().year()),
    ])
}

/// What the person has used once this order is in.
pub(crate) fn used_after(order: &Valuation<'_>) -> Result<Fen, Finding> {
    order
        .basket
        .used
        .checked_add(order.taxable)
        .ok_or_else(too_large)
}

/// Kilograms of one code a person and year: sugar, rice. Told on the line that passes the limit.
pub(crate) fn yearly_weight(line: &Line<'_>, order: &Valuation<'_>, _: Law<'_>) -> Verdict {
    let Some(limit) = line.treatment.yearly else {
        return Ok(None);
    };
    let code = line.goods.hs8();
    let mut after = order
        .basket
        .weights
        .get(code)
        .copied()
        .unwrap_or(Quantity::ZERO);
    let until = order
        .lines
        .iter()
        .filter(|it| it.goods.gnum <= line.goods.gnum && it.goods.hs8() == code);
    for it in until {
        after = plus(after, weight(it)?)?;
    }
    Ok((after > limit).then(|| {
        let finding = Finding::refused("quota.weight")
            .item(line.goods.gnum)
            .saw(after)
            .wants(limit);
        finding
            .with("name", &line.goods.name)
            .with("code", code)
            .with("limit", limit)
            .with("weight", after)
    }))
}

/// Kilograms of the year by code, once this order is in.
pub(crate) fn weights_after(order: &Valuation<'_>) -> BTreeMap<String, Quantity> {
    let mut weights = order.basket.weights.clone();
    for line in order
        .lines
        .iter()
        .filter(|line| line.treatment.yearly.is_some())
    {
        let before = weights
            .get(line.goods.hs8())
            .copied()
            .unwrap_or(Quantity::ZERO);
        if let Ok(after) = weight(line).and_then(|weight| plus(before, weight)) {
            weights.insert(line.goods.hs8().to_owned(), after);
        }
    }
    weights
}

/// The line's net weight in kilograms: as stated, else its content where that is a weight.
fn weight(line: &Line<'_>) -> Result<Quantity, Finding> {
    let stated = line.goods.net.or_else(|| line.goods.content_weight());
    stated.ok_or_else(|| {
        Finding::refused(WEIGHT_MISSING)
            .item(line.goods.gnum)
            .at("net_kg")
            .with("name", &line.goods.name)
    })
}

fn plus(a: Quantity, b: Quantity) -> Result<Quantity, Finding> {
    a.0.checked_add(b.0).map(Quantity).ok_or_else(too_large)
}
