//! Cases of quotes: a request and what its answer holds.

use rulebook::Law;
use serde::Deserialize;
use serde_json::{Map, Value, json};
use toml::Spanned;
use values::{Finding, Moment};

use super::{Bench, Difference, Outcome, Unread, compare::holds, returned};
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

/// One JSON object a line with `id`, `request` and `expect`.
pub(super) fn lines(text: &str) -> Result<Vec<Case>, Unread> {
    let lines = text.lines().enumerate();
    let lines = lines.filter(|(_, line)| !line.trim().is_empty());
    lines
        .map(|(before, line)| {
            let Ok(Value::Object(mut case)) = serde_json::from_str(line) else {
                return Err(Unread::new("json", before + 1, ""));
            };
            let mut take = |key: &str| {
                let lacks = || Unread::new("keys", before + 1, key);
                case.remove(key).ok_or_else(lacks)
            };
            let (id, request, expect) = (take("id")?, take("request")?, take("expect")?);
            let id = id.as_str().map_or_else(|| id.to_string(), str::to_owned);
            let given = Given::Request(request);
            Ok(Case { id, given, expect })
        })
        .collect()
}

/// TOML with `[[case]]`.
pub(super) fn clauses(text: &str) -> Result<Vec<Case>, Unread> {
    let line_of = |span: Option<std::ops::Range<usize>>| {
        let before = text.get(..span.map_or(0, |span| span.start));
        before.unwrap_or_default().matches('\n').count() + 1
    };
    let file: Cases = toml::from_str(text).map_err(|error| {
        let line = line_of(error.span());
        let quoted = text.lines().nth(line - 1).unwrap_or_default();
        Unread::new("toml", line, quoted.trim())
    })?;
    if file.case.is_empty() {
        return Err(Unread::new("none", 0, ""));
    }
    let cases = file.case.into_iter();
    cases
        .map(|row| clause(row.get_ref(), line_of(Some(row.span()))))
        .collect()
}

/// What `clauses` reads: other tables of a file are nobody's.
#[derive(Deserialize)]
struct Cases {
    #[serde(default)]
    case: Vec<Spanned<Map<String, Value>>>,
}

fn clause(row: &Map<String, Value>, line: usize) -> Result<Case, Unread> {
    let take = |key: &str| {
        let lacks = || Unread::new("keys", line, key);
        row.get(key).cloned().ok_or_else(lacks)
    };
    let says = take("says")?;
    let given = match (row.get("request"), row.get("return")) {
        (Some(request), None) => Given::Request(request.clone()),
        (None, Some(call)) => Given::Return(call.clone()),
        (Some(_), Some(_)) | (None, None) => Given::Nothing,
    };
    Ok(Case {
        id: says
            .as_str()
            .map_or_else(|| says.to_string(), str::to_owned),
        given,
        expect: take("expect")?,
    })
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
    let differs = expect.into_iter().filter_map(|(name, want)| {
        let there = got.get(&name);
        let holds = there.is_some_and(|got| holds(&want, got));
        let got = there.cloned().unwrap_or_default();
        (!holds).then_some(Difference { name, want, got })
    });
    let differs = differs.collect();
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
