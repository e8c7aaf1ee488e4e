//! What of a quote request is refused, and how it is named.

#![allow(clippy::unwrap_used, reason = "a test may panic")]

mod asking;
mod definitions;

use std::collections::BTreeSet;

use asking::{ask, order, told, toy, with};
use clearance::quote::answer;
use definitions::bench;
use serde_json::json;

#[test]
fn what_makes_no_sense_is_refused_and_named() {
    for (pointer, value, field) in [
        ("/mode", None, "/mode"),
        ("/mode", Some(json!("0110")), "/mode"),
        ("/mode", Some(json!(1210)), "/mode"),
        ("/date", None, "/date"),
        ("/date", Some(json!("2026-02-30")), "/date"),
        ("/date", Some(json!("20261005")), "/date"),
        ("/date", Some(json!("2026-10-05T10:00")), "/date"),
        ("/freight", Some(json!("-0.01")), "/freight"),
        ("/freight", Some(json!(10)), "/freight"),
        ("/freight", Some(json!("1e2")), "/freight"),
        ("/freight", Some(json!("0.001")), "/freight"),
        ("/insurance", Some(json!("NaN")), "/insurance"),
        ("/discount", Some(json!("")), "/discount"),
        ("/discount", Some(json!(null)), "/discount"),
        ("/fx_usd", Some(json!("0")), "/fx_usd"),
        ("/colour", Some(json!("red")), "/colour"),
        ("/buyer", Some(json!("100")), "/buyer"),
        ("/buyer/used", Some(json!("-1")), "/buyer/used"),
        ("/buyer/name", Some(json!("x")), "/buyer/name"),
        (
            "/buyer/weights",
            Some(json!({ "1701991": "1" })),
            "/buyer/weights/1701991",
        ),
        (
            "/buyer/weights",
            Some(json!({ "17019910": "-1" })),
            "/buyer/weights/17019910",
        ),
        ("/lines", None, "/lines"),
        ("/lines", Some(json!([])), "/lines"),
        ("/lines", Some(json!({})), "/lines"),
        ("/lines/0", Some(json!("toy")), "/lines/0"),
        ("/lines/0/hs", None, "/lines/0/hs"),
        ("/lines/0/hs", Some(json!("950300600")), "/lines/0/hs"),
        ("/lines/0/hs", Some(json!("95030060000")), "/lines/0/hs"),
        ("/lines/0/hs", Some(json!("95030060００")), "/lines/0/hs"),
        ("/lines/0/name", Some(json!(" ")), "/lines/0/name"),
        ("/lines/0/price", None, "/lines/0/price"),
        ("/lines/0/price", Some(json!("-1")), "/lines/0/price"),
        ("/lines/0/price", Some(json!("1,000")), "/lines/0/price"),
        ("/lines/0/quantity", Some(json!("0")), "/lines/0/quantity"),
        ("/lines/0/quantity", Some(json!("-1")), "/lines/0/quantity"),
        ("/lines/0/quantity", Some(json!(1)), "/lines/0/quantity"),
        ("/lines/0/gift", Some(json!("yes")), "/lines/0/gift"),
        ("/lines/0/pieces", Some(json!(0)), "/lines/0/pieces"),
        ("/lines/0/pieces", Some(json!(1.5)), "/lines/0/pieces"),
        ("/lines/0/net_kg", Some(json!("0")), "/lines/0/net_kg"),
        (
            "/lines/0/content",
            Some(json!({ "value": "0", "unit": "ml" })),
            "/lines/0/content/value",
        ),
        (
            "/lines/0/content",
            Some(json!({ "value": "5" })),
            "/lines/0/content/unit",
        ),
        (
            "/lines/0/registration",
            Some(json!(7)),
            "/lines/0/registration",
        ),
        (
            "/lines/0/given/vat",
            Some(json!("13")),
            "/lines/0/given/vat",
        ),
        (
            "/lines/0/given/vat",
            Some(json!("-0.1")),
            "/lines/0/given/vat",
        ),
        (
            "/lines/0/given/consumption",
            Some(json!("1")),
            "/lines/0/given/consumption",
        ),
        (
            "/lines/0/given/duty",
            Some(json!("15")),
            "/lines/0/given/duty",
        ),
        (
            "/lines/0/given/listed",
            Some(json!("true")),
            "/lines/0/given/listed",
        ),
        (
            "/lines/0/given/list_note",
            Some(json!("name_only:")),
            "/lines/0/given/list_note",
        ),
        (
            "/lines/0/given/excise",
            Some(json!("0")),
            "/lines/0/given/excise",
        ),
    ] {
        let answer = ask(&with(pointer, value.clone()));
        let fields: Vec<_> = answer
            .findings()
            .map(|finding| finding.field.as_ref())
            .collect();
        assert_eq!(
            (answer.code(), &fields[..]),
            (Some("request.invalid"), &[field][..]),
            "{pointer} = {value:?}"
        );
    }
}

#[test]
fn all_faults_of_a_request_are_told_at_once() {
    let mut request = with("/mode", Some(json!("1")));
    request["date"] = json!("soon");
    request["lines"] = json!([{ "hs": "1" }, toy(), { "price": "x", "colour": 1 }]);
    let answer = ask(&request);
    let fields: BTreeSet<_> = answer
        .findings()
        .map(|finding| finding.field.to_string())
        .collect();
    for field in [
        "/mode",
        "/date",
        "/lines/0/hs",
        "/lines/0/name",
        "/lines/0/price",
        "/lines/2/hs",
        "/lines/2/price",
        "/lines/2/colour",
    ] {
        assert!(fields.contains(field), "{field} in {fields:?}");
    }
}

#[test]
fn text_that_is_no_json_and_keys_that_stand_twice_are_refused() {
    let twice = order()
        .to_string()
        .replacen("\"freight\"", "\"freight\":\"1\",\"freight\"", 1);
    for (text, field) in [
        ("", "/"),
        ("{", "/"),
        ("[]", "/"),
        ("null", "/"),
        ("{} {}", "/"),
        (twice.as_str(), "/freight"),
    ] {
        let answer = answer(text, bench().book, bench().codes);
        assert_eq!(answer.code(), Some("request.invalid"), "{text}");
        assert_eq!(answer.findings().next().unwrap().field, field, "{text}");
        let told = told(&answer, bench().book);
        assert_eq!(told["rules"][0]["id"], "request.invalid");
    }
    let deep = "[".repeat(100_000);
    assert_eq!(
        answer(&deep, bench().book, bench().codes).code(),
        Some("request.invalid")
    );
}

#[test]
fn amounts_beyond_counting_are_refused_and_never_panic() {
    for (pointer, value) in [
        ("/lines/0/price", "92233720368547.75807"),
        ("/lines/0/quantity", "92233720368547.75807"),
        ("/freight", "92233720368547758.07"),
        ("/buyer/used", "92233720368547758.07"),
        ("/discount", "92233720368547758.07"),
    ] {
        let answer = ask(&with(pointer, Some(json!(value))));
        assert!(!answer.allowed(), "{pointer}");
        told(&answer, bench().book);
    }
    let mut both = with("/lines/0/price", Some(json!("92233720368547.75807")));
    both["lines"][0]["quantity"] = json!("92233720368547.75807");
    assert_eq!(ask(&both).code(), Some("order.amount-too-large"));
}
