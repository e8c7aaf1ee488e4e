//! Cases of returns: an order that was released, and what comes back of it.

use serde_json::{Map, Value, json};
use values::{Day, Fen, Moment, Quantity};

use super::Bench;
use crate::{
    decide::{Released, ReleasedLine, Relief, ReturnCall, relieve},
    quote::{self, Answer},
};

const KEYS: [&str; 9] = [
    "date",
    "used",
    "order",
    "released",
    "applied",
    "arrived",
    "returned",
    "returned_before",
    "original",
];

/// Runs `{"date","used","order","released","applied","arrived","returned","returned_before","original"}`.
///
/// `order` is a request of `chama quote`; `date` the day whose law counts; `used` what stands in
/// the year of release before the return.
pub(super) fn run_json(call: &Value, bench: Bench<'_>) -> Result<Map<String, Value>, String> {
    let keys = call.as_object().ok_or("a return is an object")?.keys();
    if let Some(other) = keys.into_iter().find(|key| !KEYS.contains(&key.as_str())) {
        return Err(format!("{other} is not a key of a return"));
    }
    let instant = |key: &str| -> Result<Option<Day>, String> {
        let text = call.get(key).map(|node| node.as_str().unwrap_or_default());
        let parsed = text.map(str::parse::<Moment>).transpose();
        Ok(parsed
            .map_err(|_| format!("{key} is no instant"))?
            .map(Moment::day))
    };
    let used: Fen = text(call, "used")?
        .parse()
        .map_err(|_| "used is no amount")?;
    let date: Day = text(call, "date")?.parse().map_err(|_| "date is no day")?;
    let released = released(
        call,
        instant("released")?.ok_or("released is missing")?,
        bench,
    )?;
    let call = ReturnCall {
        applied: instant("applied")?.ok_or("applied is missing")?,
        arrived: instant("arrived")?,
        original: call
            .get("original")
            .and_then(Value::as_bool)
            .unwrap_or(true),
        lines: pieces(call, "returned")?,
    };
    let relief = relieve(&released, &call, bench.book.at(date));
    Ok(told(&relief, used))
}

fn released(call: &Value, day: Day, bench: Bench<'_>) -> Result<Released, String> {
    let order = call.get("order").ok_or("order is missing")?;
    let answer: Answer = quote::answer(&order.to_string(), bench.book, bench.codes);
    let (basket, appraisal) = answer
        .judgement()
        .filter(|_| answer.allowed())
        .ok_or("the order itself was never released")?;
    let before = pieces(call, "returned_before")?;
    let lines = basket
        .lines
        .iter()
        .zip(&appraisal.lines)
        .filter_map(|(goods, line)| {
            let tax = line.tax?;
            let returned = before
                .iter()
                .filter(|(gnum, _)| *gnum == goods.gnum)
                .map(|(_, quantity)| *quantity)
                .sum();
            Some(ReleasedLine {
                gnum: goods.gnum,
                quantity: goods.quantity,
                returned,
                taxable: line.taxable,
                duty: tax.duty,
                consumption: tax.consumption,
                vat: tax.vat,
            })
        });
    Ok(Released {
        day,
        lines: lines.collect(),
    })
}

/// `[{"line":1,"quantity":"1"}]`; nothing where absent.
fn pieces(call: &Value, key: &str) -> Result<Vec<(u32, Quantity)>, String> {
    let Some(rows) = call.get(key) else {
        return Ok(Vec::new());
    };
    let rows = rows.as_array().ok_or_else(|| format!("{key} is no list"))?;
    let piece = |row: &Value| -> Option<(u32, Quantity)> {
        let line = u32::try_from(row.get("line")?.as_u64()?).ok()?;
        Some((line, row.get("quantity")?.as_str()?.parse().ok()?))
    };
    rows.iter()
        .map(|row| piece(row).ok_or_else(|| format!("{key} takes line and quantity")))
        .collect()
}

fn text<'a>(call: &'a Value, key: &str) -> Result<&'a str, String> {
    call.get(key)
        .and_then(Value::as_str)
        .ok_or_else(|| format!("{key} is missing"))
}

fn told(relief: &Relief, used: Fen) -> Map<String, Value> {
    let granted = relief.allowed();
    let amount = |amount: Fen| if granted { json!(amount) } else { Value::Null };
    let lines = relief.lines.iter().map(|line| {
        json!({
            "line": line.gnum,
            "taxable": line.taxable,
            "duty": line.duty,
            "consumption": line.consumption,
            "vat": line.vat,
        })
    });
    let lines = granted.then(|| lines.collect::<Vec<_>>());
    Map::from_iter(
        [
            ("allowed", json!(granted)),
            ("code", json!(relief.code())),
            ("taxable", amount(relief.taxable)),
            ("duty", amount(relief.duty)),
            ("consumption", amount(relief.consumption)),
            ("vat", amount(relief.vat)),
            ("total", amount(relief.total)),
            ("lines", json!(lines)),
            ("used_after", json!(used - relief.taxable)),
            ("year", json!(relief.year)),
        ]
        .map(|(name, value)| (name.to_owned(), value)),
    )
}
