//! Asking for a quote, and the order that tests change.

#![allow(dead_code, reason = "each test file takes what it needs")]
#![allow(clippy::unwrap_used, reason = "a test may panic")]

use clearance::quote::{Answer, Telling, answer};
use rulebook::Rulebook;
use serde_json::{Value, json};

use crate::definitions::bench;

pub fn ask(request: &Value) -> Answer {
    answer(&request.to_string(), bench().book, bench().codes)
}

pub fn told(answer: &Answer, book: &Rulebook) -> Value {
    let problem = |finding: &values::Finding, _: rulebook::Law<'_>| json!({ "code": finding.code, "field": finding.field });
    let today = "2026-11-24".parse().unwrap();
    answer.to_json(
        book,
        &Telling {
            today,
            problem: &problem,
            title: &|title| title.zh.clone(),
        },
    )
}

pub fn toy() -> Value {
    json!({ "hs": "9503006000", "name": "智力玩具", "price": "55.00", "quantity": "1", "given": { "listed": true } })
}

pub fn order() -> Value {
    json!({ "mode": "1210", "date": "2026-10-05", "buyer": { "used": "100.00" }, "freight": "0", "lines": [toy()] })
}

/// The order with the value at a JSON pointer replaced, or taken out.
pub fn with(pointer: &str, value: Option<Value>) -> Value {
    let mut order = order();
    let (parent, key) = pointer.rsplit_once('/').unwrap();
    let parent = order.pointer_mut(parent).unwrap();
    match (parent, value) {
        (Value::Object(map), Some(value)) => drop(map.insert(key.to_owned(), value)),
        (Value::Object(map), None) => drop(map.remove(key)),
        (Value::Array(rows), Some(value)) => rows[key.parse::<usize>().unwrap()] = value,
        (other, _) => panic!("{other} holds no {key}"),
    }
    order
}
