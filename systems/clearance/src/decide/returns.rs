//! Returns: what is asked for, and the checks that refuse it.
//!
//! Within 30 days of release the return is asked for and within 45 days the goods are back at
//! the place they left; then the tax is not levied and the year of release gets its amount
//! back (海关总署公告2020年第45号). The day of release is day 0; both last days are inside.

use std::collections::BTreeMap;

use rulebook::Law;
use values::{Day, Fen, Finding, Quantity};

use super::found::Found;
use crate::problems::NOT_ORIGINAL;

const APPLY_DAYS: &str = "return.apply_days";
const ARRIVE_DAYS: &str = "return.arrive_days";

/// One line of a released declaration, with the amounts it was released with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReleasedLine {
    /// Its number.
    pub gnum: u32,
    /// How many left.
    pub quantity: Quantity,
    /// How many came back before, accepted.
    pub returned: Quantity,
    /// P of the line.
    pub taxable: Fen,
    /// Duty.
    pub duty: Fen,
    /// Consumption tax.
    pub consumption: Fen,
    /// VAT.
    pub vat: Fen,
}

/// A released declaration.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Released {
    /// The Shanghai day of release: day 0, and the year that is given back to.
    pub day: Day,
    /// Its lines.
    pub lines: Vec<ReleasedLine>,
}

/// What is asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReturnCall {
    /// The day it was applied for.
    pub applied: Day,
    /// The day the goods were back; none while they are under way.
    pub arrived: Option<Day>,
    /// Whether they are the goods that left; false once somebody found otherwise.
    pub original: bool,
    /// Line and how many.
    pub lines: Vec<(u32, Quantity)>,
}

/// A return before its checks: the call, the declaration, and the sum asked for by line.
pub(crate) struct Case<'a> {
    pub(super) released: &'a Released,
    pub(super) call: &'a ReturnCall,
    pub(super) asked: BTreeMap<u32, Quantity>,
}

/// Applied for in time.
pub(crate) fn applied_in_time(case: &Case<'_>, law: Law<'_>) -> Found {
    let last = law.count(APPLY_DAYS)?;
    Ok(late(
        "return.apply-late",
        case.released.day,
        case.call.applied,
        last,
    ))
}

/// Back in time.
pub(crate) fn arrived_in_time(case: &Case<'_>, law: Law<'_>) -> Found {
    let last = law.count(ARRIVE_DAYS)?;
    Ok(case.call.arrived.map_or_else(Vec::new, |arrived| {
        late("return.arrival-late", case.released.day, arrived, last)
    }))
}

fn late(code: &'static str, released: Day, done: Day, last: i64) -> Vec<Finding> {
    let day = i64::from(released.until(done));
    if day <= last {
        return Vec::new();
    }
    vec![
        Finding::refused(code)
            .saw(day)
            .wants(last)
            .with("released", released)
            .with("done", done)
            .with("limit", last),
    ]
}

/// The goods are the original ones.
pub(crate) fn original_goods(case: &Case<'_>, _: Law<'_>) -> Found {
    Ok(if case.call.original {
        Vec::new()
    } else {
        vec![Finding::refused(NOT_ORIGINAL)]
    })
}

/// Nothing comes back twice, nor more than left.
pub(crate) fn returned_once(case: &Case<'_>, _: Law<'_>) -> Found {
    let known = case
        .released
        .lines
        .iter()
        .filter_map(|line| Some((line, *case.asked.get(&line.gnum)?)));
    let more =
        known.filter(|(line, asked)| asked.0 > line.quantity.0.saturating_sub(line.returned.0));
    let told = more.map(|(line, asked)| {
        let finding = Finding::refused("return.repeated")
            .item(line.gnum)
            .at("qty")
            .saw(asked);
        finding
            .wants(line.quantity - line.returned)
            .with("quantity", line.quantity)
            .with("returned", line.returned)
    });
    Ok(told.collect())
}
