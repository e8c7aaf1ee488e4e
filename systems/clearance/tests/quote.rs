//! What `chama quote` answers.

#![allow(clippy::unwrap_used, reason = "a test may panic")]

mod asking;
mod definitions;

use std::collections::BTreeSet;

use asking::{ask, order, told, with};
use clearance::quote::answer;
use definitions::{bench, book_with, text};
use serde_json::{Value, json};
use site::{Locale, Words, tell};

#[test]
fn an_answer_holds_all_amounts_with_two_decimals_and_no_code() {
    let answer = ask(&order());
    let told = told(&answer, bench().book);
    for (key, want) in [
        ("allowed", json!(true)),
        ("code", json!(null)),
        ("taxable", json!("55.00")),
        ("duty", json!("0.00")),
        ("consumption", json!("0.00")),
        ("vat", json!("5.01")),
        ("total", json!("5.01")),
        ("paid", json!("60.01")),
        ("used_after", json!("155.00")),
        ("findings", json!([])),
    ] {
        assert_eq!(told[key], want, "{key}");
    }
    assert_eq!(told["lines"][0]["given"], json!(["listed"]));
    assert_eq!(
        told["notes"],
        json!([{ "code": "codes.older-edition", "field": "" }])
    );
}

#[test]
fn every_rule_that_was_applied_is_cited_with_its_basis() {
    let told = told(&ask(&order()), bench().book);
    let cited = told["rules"].as_array().unwrap();
    let of = |id: &str| {
        cited
            .iter()
            .find(|rule| rule["id"] == id)
            .unwrap_or_else(|| panic!("{id} is not cited"))
    };
    assert_eq!(of("tax.within-limits")["basis"], "财关税〔2016〕18号 三");
    assert_eq!(of("import.single-limit")["value"], "5000.00");
    assert_eq!(of("import.single-limit")["since"], "2019-01-01");
    assert_eq!(of("tax.rounding")["certainty"], "design");
    assert_eq!(of("quota.year")["url"], "/rules/quota.year");
    assert!(
        cited
            .iter()
            .all(|rule| rule["title"].is_string() && rule["basis"].is_string()),
        "{cited:?}"
    );
}

#[test]
fn a_refusal_has_a_code_and_no_figures() {
    let told = told(
        &ask(&with("/buyer/used", Some(json!("25945.01")))),
        bench().book,
    );
    assert_eq!(
        (&told["allowed"], &told["code"]),
        (&json!(false), &json!("quota.year"))
    );
    assert_eq!(
        (&told["vat"], &told["paid"], &told["used_after"]),
        (&json!(null), &json!(null), &json!("25945.01"))
    );
    assert_eq!(told["taxable"], "55.00");
}

#[test]
fn a_request_that_does_not_tell_what_was_used_says_so() {
    let told = told(&ask(&with("/buyer", None)), bench().book);
    assert_eq!(told["allowed"], true);
    assert!(
        told["notes"]
            .as_array()
            .unwrap()
            .contains(&json!({ "code": "quota.not-checked", "field": "/buyer/used" }))
    );
}

#[test]
fn goods_that_a_partial_list_lacks_are_a_note_and_no_refusal() {
    let answer = ask(&with(
        "/lines/0",
        Some(json!({ "hs": "8703800090", "name": "车", "price": "1", "quantity": "1" })),
    ));
    let told = told(&answer, bench().book);
    assert_eq!(told["allowed"], true);
    assert!(
        told["notes"]
            .as_array()
            .unwrap()
            .contains(&json!({ "code": "goods.list-incomplete", "field": "/lines/0/hs" }))
    );
}

#[test]
fn goods_of_the_general_class_bear_the_vat_of_the_day() {
    let changed = book_with(|name, text| {
        let next = "[[parameter.value]]\nfrom = 2027-01-01\nvalue = \"0.12\"\nbasis = { document = \"x\", certainty = \"design\" }\n";
        let end = "\n[[parameter]]\nid = \"import.vat.reduced\"";
        if name == "import-tax" {
            text.replacen(end, &format!("{next}{end}"), 1)
        } else {
            text
        }
    });
    let quote = |day: &str, hs: &str, given: Value| {
        let mut request = with("/date", Some(json!(day)));
        request["lines"][0] =
            json!({ "hs": hs, "name": "x", "price": "100", "quantity": "1", "given": given });
        let answer = answer(&request.to_string(), &changed, bench().codes);
        answer.judgement().unwrap().1.vat.to_string()
    };
    let listed = json!({ "listed": true });
    assert_eq!(quote("2026-12-31", "9503006000", listed.clone()), "9.10");
    assert_eq!(quote("2027-01-01", "9503006000", listed.clone()), "8.40");
    assert_eq!(
        quote("2027-01-01", "0409000000", listed),
        "6.30",
        "the reduced class did not change"
    );
    let given = json!({ "listed": true, "vat": "0.13" });
    assert_eq!(
        quote("2027-01-01", "9503006000", given),
        "9.10",
        "a stated rate goes before the law's"
    );
}

#[test]
fn a_tariff_that_does_not_reach_back_decides_nothing() {
    let early = ask(&with("/date", Some(json!("2019-06-01"))));
    assert_eq!(early.code(), Some("code.no-edition"));
    let mut given = with("/date", Some(json!("2019-06-01")));
    given["lines"][0]["given"] =
        json!({ "listed": true, "duty": "0", "consumption": "0", "vat": "0.13" });
    assert!(ask(&given).allowed(), "stated rates need no table");
}

#[test]
fn every_refusal_is_told_in_both_languages_with_every_slot_filled() {
    let files: Vec<_> = ["zh-CN", "en"]
        .into_iter()
        .flat_map(|locale| {
            ["site", "clearance-law", "codes"].map(|room| format!("locale/{locale}/{room}.ftl"))
        })
        .map(|path| (path.clone(), text(&path)))
        .collect();
    let words = Words::load(
        files
            .iter()
            .map(|(path, text)| (path.as_str(), text.as_str())),
    )
    .unwrap();
    let law = bench().book.at("2026-10-05".parse().unwrap());
    let mut requests = vec![
        with("/mode", None),
        with("/date", Some(json!("soon"))),
        with("/colour", Some(json!(1))),
    ];
    requests.push(with("/buyer", None));
    requests.push(with("/lines/0/given", Some(json!({}))));
    for hs in ["8703800090", "0410004100"] {
        requests.push(with(
            "/lines/0",
            Some(json!({ "hs": hs, "name": "x", "price": "1", "quantity": "1" })),
        ));
    }
    let large = "92233720368547.75807";
    requests.push(with(
        "/lines/0",
        Some(json!({ "hs": "9503006000", "name": "x", "price": large, "quantity": large })),
    ));
    requests.extend(all_requests());
    let mut codes = BTreeSet::new();
    for request in requests {
        let answer = ask(&request);
        for finding in answer.findings().chain(answer.notes()) {
            codes.insert(finding.code.to_string());
            for (locale, absent) in [(Locale::ZhCn, "无"), (Locale::En, "none")] {
                let problem = tell(finding, law, &words, locale);
                let remedy = problem.remedy.clone().unwrap();
                let id = finding.code.replace('.', "-");
                assert!(words.holds(locale, &id), "{id}");
                let slots_empty = problem.text.contains('{')
                    || problem.text.split([' ', '，']).any(|it| it == absent);
                assert!(
                    !slots_empty && !remedy.contains('{'),
                    "{}: {} {remedy}",
                    finding.code,
                    problem.text
                );
            }
        }
    }
    assert!(codes.len() > 22, "{codes:?}");
}

/// Every request of the case files.
fn all_requests() -> Vec<Value> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/cases");
    let mut requests = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let file: toml::Table = std::fs::read_to_string(entry.unwrap().path())
            .unwrap()
            .parse()
            .unwrap();
        let cases = serde_json::to_value(&file["case"]).unwrap();
        requests.extend(
            cases
                .as_array()
                .unwrap()
                .iter()
                .filter_map(|case| case.get("request").cloned()),
        );
    }
    requests
}
