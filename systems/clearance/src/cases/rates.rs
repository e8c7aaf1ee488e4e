//! Cases of tax, limits, list notes and returns in columns.

use serde_json::{Map, Value, json};
use values::Moment;

use super::{Bench, Outcome, columns::Row, compare::cell_differs, quotes, returned};
use crate::{decide::other_roundings, quote};

pub(super) const COLUMNS: [&str; 6] = ["case", "kind", "mode", "date", "lines", "rates"];

/// Columns that are asked of every row, with the name of what is got: an empty cell wants nothing.
const ALWAYS: [(&str, &str); 9] = [
    ("allowed", "allowed"),
    ("code", "code"),
    ("customs_code", "customs_code"),
    ("exp_taxable", "taxable"),
    ("exp_duty", "duty"),
    ("exp_consumption", "consumption"),
    ("exp_vat", "vat"),
    ("exp_total", "total"),
    ("annual_used_after", "used_after"),
];

/// Columns that are asked where they are filled.
const WHERE_FILLED: [(&str, &str); 6] = [
    ("exp_paid", "paid"),
    ("exp_lines", "lines"),
    ("exp_weight_after", "weights_after"),
    ("alt_statutory_first", "statutory_first"),
    ("alt_composite_once", "composite_once"),
    ("ct_specific_total", "specific"),
];

pub(super) fn run(row: &Row<'_>, bench: Bench<'_>) -> Outcome {
    let case = row.cell("case").to_owned();
    let got = match row.cell("kind") {
        "calc" | "limit" | "filter" => judged(row, bench),
        "return" => given_back(row, bench),
        other => Err(format!(
            "kind {other} is none of calc, limit, filter, return"
        )),
    };
    match got {
        Ok(got) => {
            let filled = WHERE_FILLED
                .iter()
                .filter(|(column, _)| row.filled(column).is_some());
            let asked = ALWAYS.iter().chain(filled);
            let differs = asked
                .filter_map(|(column, name)| {
                    let got = got.get(*name).unwrap_or(&Value::Null);
                    cell_differs(column, row.cell(column), got)
                })
                .collect();
            Outcome { case, got, differs }
        }
        Err(why) => Outcome::unreadable(case, why),
    }
}

fn judged(row: &Row<'_>, bench: Bench<'_>) -> Result<Map<String, Value>, String> {
    let event = event(row)?;
    let processed = event
        .get("processed")
        .and_then(Value::as_str)
        .map(str::parse::<Moment>)
        .transpose();
    let day = processed
        .map_err(|_| "event: processed is no instant")?
        .map(Moment::day);
    let date = day.map_or(row.cell("date").to_owned(), |day| day.to_string());
    let of_year = event
        .get("used_by_year")
        .and_then(|years| years.get(date.get(..4)?)?.as_str());
    let used = of_year.unwrap_or(row.cell("annual_used_before"));
    let weights = event.get("weight_used_before");
    let request = request(row, &date, used, weights)?;
    let answer = quote::answer(&request.to_string(), bench.book, bench.codes);
    let mut got = quotes::told(&answer, bench);
    if answer.allowed() {
        let lines = got
            .get("lines")
            .and_then(Value::as_array)
            .cloned()
            .unwrap_or_default();
        got.insert("lines".into(), lines.iter().map(amounts).collect());
        others(&mut got, &answer, row, bench);
    } else {
        // A refused case prints no figures.
        for name in ["taxable", "lines", "weights_after"] {
            got.insert(name.into(), Value::Null);
        }
    }
    if got
        .get("weights_after")
        .is_some_and(|weights| weights == &json!({}))
    {
        got.insert("weights_after".into(), Value::Null);
    }
    got.insert("customs_code".into(), customs_code(&answer, bench));
    for name in ["findings", "notes", "rules", "full_tax"] {
        got.remove(name);
    }
    Ok(got)
}

fn amounts(line: &Value) -> Value {
    ["taxable", "duty", "consumption", "vat"]
        .map(|name| (name.to_owned(), line[name].clone()))
        .into_iter()
        .collect()
}

fn customs_code(answer: &quote::Answer, bench: Bench<'_>) -> Value {
    let rule = answer.code().and_then(|code| bench.book.rule(code));
    rule.and_then(|rule| rule.customs_code.clone()).into()
}

/// What other policies of rounding would give, and the specific part of the consumption tax.
fn others(got: &mut Map<String, Value>, answer: &quote::Answer, row: &Row<'_>, bench: Bench<'_>) {
    let other = answer
        .judgement()
        .and_then(|(basket, _)| other_roundings(basket, bench.book.at(basket.date), bench.codes));
    let Some(other) = other else { return };
    got.insert("statutory_first".into(), json!(other.statutory_first));
    got.insert("composite_once".into(), json!(other.once));
    if row.filled("ct_specific_total").is_some() || other.specific.0 != 0 {
        let [whole, fraction] = [other.specific.0 / 100_000, other.specific.0 % 100_000];
        got.insert("specific".into(), format!("{whole}.{fraction:05}").into());
    }
}

fn given_back(row: &Row<'_>, bench: Bench<'_>) -> Result<Map<String, Value>, String> {
    let mut call = match event(row)? {
        Value::Object(event) => event,
        _ => return Err("event is no object".to_owned()),
    };
    call.remove("year"); // the year of release, told for the reader
    call.insert("date".into(), row.cell("date").into());
    call.insert("used".into(), row.cell("annual_used_before").into());
    let released = call
        .get("released")
        .and_then(Value::as_str)
        .map(str::parse::<Moment>);
    let Some(Ok(released)) = released else {
        return Err("event: released is no instant".to_owned());
    };
    let order = request(row, &released.day().to_string(), "0", None)?;
    call.insert("order".into(), order);
    let mut got = returned::run_json(&Value::Object(call), bench)?;
    got.remove("year");
    Ok(got)
}

fn event(row: &Row<'_>) -> Result<Value, String> {
    match row.filled("event") {
        Some(event) => serde_json::from_str(event).map_err(|error| format!("event: {error}")),
        None => Ok(json!({})),
    }
}

/// The row as a request of `chama quote`.
fn request(
    row: &Row<'_>,
    date: &str,
    used: &str,
    weights: Option<&Value>,
) -> Result<Value, String> {
    let list = |column: &str| -> Result<Vec<Value>, String> {
        serde_json::from_str(row.cell(column)).map_err(|error| format!("{column}: {error}"))
    };
    let (lines, rates) = (list("lines")?, list("rates")?);
    if lines.len() != rates.len() {
        return Err("lines and rates are not of one length".to_owned());
    }
    let lines: Vec<_> = lines
        .into_iter()
        .zip(rates)
        .map(|(line, rates)| with_given(line, &rates))
        .collect();
    let mut request = json!({ "mode": row.cell("mode"), "date": date, "buyer": { "used": used }, "lines": lines });
    if let Some(weights) = weights {
        request["buyer"]["weights"] = weights.clone();
    }
    for column in ["freight", "insurance", "discount", "fx_usd"] {
        if let Some(amount) = row.filled(column) {
            request[column] = amount.into();
        }
    }
    Ok(request)
}

/// What the row states of a line moves into its `given`.
fn with_given(mut line: Value, rates: &Value) -> Value {
    let mut given = Map::new();
    if let Value::Object(line) = &mut line {
        for key in ["listed", "list_note"] {
            given.extend(line.remove(key).map(|stated| (key.to_owned(), stated)));
        }
    }
    for key in ["duty", "consumption", "vat"] {
        given.extend(rates.get(key).map(|rate| (key.to_owned(), rate.clone())));
    }
    if let Value::Object(line) = &mut line {
        line.insert("given".into(), given.into());
    }
    line
}
