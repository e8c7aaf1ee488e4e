//! Cases of quotes: a request and what its answer holds.

use rulebook::Law;
use serde_json::{Map, Value, json};
use values::{Finding, Moment};

use super::{Bench, Outcome, compare::holds, returned};
use crate::quote::{self, Answer, Telling};

/// One case, with what it is given and what it expects.
pub(super) struct Case {
    id: String,
    given: Given,
    expect: Value,
}

enum Given {
    Request(Value),
    Return(Value),
    Nothing,
}

/// One JSON object a line with `id`, `request` and `expect`; `None` for any other file.
pub(super) fn lines(text: &str) -> Option<Vec<Case>> {
    let mut cases = Vec::new();
    for line in text.lines().filter(|line| !line.trim().is_empty()) {
        let Value::Object(mut case) = serde_json::from_str(line).ok()? else {
            return None;
        };
        let (request, expect) = (case.remove("request")?, case.remove("expect")?);
        let id = case.remove("id")?.as_str()?.to_owned();
        cases.push(Case {
            id,
            given: Given::Request(request),
            expect,
        });
    }
    (!cases.is_empty()).then_some(cases)
}

/// TOML with `[[case]]`; `None` for any other file.
pub(super) fn clauses(text: &str) -> Option<Vec<Case>> {
    let file: toml::Table = text.parse().ok()?;
    let Value::Array(rows) = serde_json::to_value(file.get("case")?).ok()? else {
        return None;
    };
    let cases: Vec<_> = rows.into_iter().map(clause).collect::<Option<_>>()?;
    (!cases.is_empty()).then_some(cases)
}

fn clause(row: Value) -> Option<Case> {
    let Value::Object(mut case) = row else {
        return None;
    };
    let id = case.remove("says")?.as_str()?.to_owned();
    let expect = case.remove("expect")?;
    let given = match (case.remove("request"), case.remove("return")) {
        (Some(request), None) => Given::Request(request),
        (None, Some(call)) => Given::Return(call),
        (Some(_), Some(_)) | (None, None) => Given::Nothing,
    };
    Some(Case { id, given, expect })
}

pub(super) fn run(case: Case, bench: Bench<'_>) -> Outcome {
    let got = match case.given {
        Given::Request(request) => Ok(told(
            &quote::answer(&request.to_string(), bench.book, bench.codes),
            bench,
        )),
        Given::Return(call) => returned::run_json(&call, bench),
        Given::Nothing => Err("a case has either a request or a return".to_owned()),
    };
    let got = match got {
        Ok(got) => got,
        Err(why) => return Outcome::unreadable(case.id, why),
    };
    let Value::Object(expect) = case.expect else {
        return Outcome::unreadable(case.id, "expect is no object");
    };
    let differs = expect
        .iter()
        .filter(|(key, want)| !got.get(*key).is_some_and(|got| holds(want, got)));
    let differs = differs.map(|(key, _)| key.clone()).collect();
    Outcome {
        case: case.id,
        got,
        differs,
    }
}

/// The answer without words: a case asks for codes and figures.
pub(super) fn told(answer: &Answer, bench: Bench<'_>) -> Map<String, Value> {
    let problem = |finding: &Finding, _: Law<'_>| json!({ "code": finding.code, "field": finding.field, "seen": finding.seen, "want": finding.want });
    // Only a request that cannot be read has no day, and its record holds on every day.
    let today = answer.day().unwrap_or(Moment::default().day());
    let telling = Telling {
        today,
        problem: &problem,
        title: &|title| title.en.clone(),
    };
    match answer.to_json(bench.book, &telling) {
        Value::Object(answer) => answer,
        other => Map::from_iter([("answer".to_owned(), other)]),
    }
}
