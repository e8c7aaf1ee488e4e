//! Records as JSON and back.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod papers;

use messages::{Limits, Record};
use papers::{catalogue, samples};
use serde_json::json;

#[test]
fn every_document_of_every_sample_goes_through_json_unchanged() {
    let mut documents = 0;
    for (name, bytes) in samples() {
        for document in catalogue().decode(&bytes, &Limits::default()).documents {
            let record = &document.record;
            let text = record.to_json().to_string();
            let value = serde_json::from_str(&text).unwrap();
            assert_eq!(
                &Record::from_json(record.message(), &value).unwrap(),
                record,
                "{name}"
            );
            documents += 1;
        }
    }
    assert!(documents > 50, "only {documents} documents");
}

#[test]
fn names_are_those_of_the_wire_and_lines_stand_under_their_element() {
    let order = catalogue().message("311").unwrap();
    let lines = [vec![("gnum", "1")], vec![("gnum", "2"), ("note", "")]];
    let record = Record::of(order, [("acturalPaid", "475.69")], lines).unwrap();
    let want = json!({ "acturalPaid": "475.69", "OrderList": [{ "gnum": "1" }, { "gnum": "2", "note": "" }] });
    assert_eq!(record.to_json(), want);
}

#[test]
fn a_whole_number_stands_for_its_digits_and_null_for_nothing() {
    let order = catalogue().message("311").unwrap();
    let value = json!({ "freight": 0, "note": null, "OrderList": [{ "gnum": 1 }] });
    let record = Record::from_json(order, &value).unwrap();
    assert_eq!(record.get("freight"), Some("0"));
    assert!(!record.holds(order.field("note").unwrap()));
    assert_eq!(record.item(1).unwrap().get("gnum"), Some("1"));
}

#[test]
fn all_faults_are_told_with_name_and_line() {
    let order = catalogue().message("311").unwrap();
    let value = json!({ "freight": 0.1, "frieght": "0", "OrderList": [{ "qty": [] }, 7, { "orderNo": "A" }] });
    let findings = Record::from_json(order, &value).unwrap_err();
    let mut told: Vec<(&str, &str, Option<u32>)> = findings
        .iter()
        .map(|finding| (&*finding.code, &*finding.field, finding.paper.item))
        .collect();
    told.sort();
    let want = [
        ("json.form", "OrderList", Some(2)),
        ("json.form", "freight", None),
        ("json.form", "qty", Some(1)),
        ("json.unknown", "frieght", None),
        ("json.unknown", "orderNo", Some(3)),
    ];
    assert_eq!(told, want);
    assert!(
        findings
            .iter()
            .all(|finding| finding.refuses() && finding.paper.message == "311")
    );
    assert_eq!(Record::from_json(order, &json!([])).unwrap_err().len(), 1);
}
