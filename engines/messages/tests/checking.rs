//! What the tables say, and what a finding may show.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod broken;
mod doctor;
mod papers;

use doctor::{answer, faults, good, now};
use messages::{CodeAnswer, Limits, Record, check};
use papers::catalogue;

#[test]
fn an_older_table_is_noted_once_a_document_and_a_day_before_all_editions_refuses() {
    let decoded = catalogue().decode(good("621").as_bytes(), &Limits::default());
    let found = check(&decoded.documents[0].record, &answer, now());
    let [note] = &found[..] else {
        panic!("{found:?}")
    };
    assert_eq!(
        (&*note.code, note.refuses()),
        ("codes.older-edition", false)
    );
    let early = good("621").replace("<ceb:declTime>20261005<", "<ceb:declTime>20151005<");
    let found = faults(early.as_bytes());
    assert!(
        found
            .iter()
            .all(|finding| finding.code == "code.no-edition"),
        "{found:?}"
    );
    let value = |finding: &values::Finding, name: &str| {
        let named = finding.values.iter().find(|(known, _)| known == name);
        named.unwrap_or_else(|| panic!("no {name}")).1.clone()
    };
    for finding in &found {
        assert_eq!(value(finding, "earliest"), "2016-01-01");
    }
    let mut tables: Vec<String> = found.iter().map(|it| value(it, "table")).collect();
    let asked = tables.len();
    tables.dedup();
    assert_eq!(tables.len(), asked, "each table once");
}

#[test]
fn what_a_whole_table_lacks_is_refused_and_one_table_of_two_is_enough() {
    let decoded = |message: &str| catalogue().decode(good(message).as_bytes(), &Limits::default());
    let told = |message: &str, unknown: &[&str]| -> Vec<(String, bool)> {
        let record = decoded(message).documents.remove(0).record;
        let answer = |table: &str, _: &str, _| match unknown.contains(&table) {
            true => CodeAnswer::Unknown,
            false => CodeAnswer::Known,
        };
        let found = check(&record, &answer, now()).into_iter();
        found
            .map(|it| (it.code.to_string(), it.refuses()))
            .collect()
    };
    let refused = |code: &str| (code.to_owned(), true);
    assert_eq!(told("311", &["divisions"]), [refused("code.division")]);
    let offices = [refused("code.customs"), refused("code.customs")];
    assert_eq!(told("621", &["customs"]), offices);
    assert_eq!(told("622", &["return_status_622"]), []);
    assert_eq!(told("622", &["biz_error"]), []);
    let neither = told("622", &["return_status_622", "biz_error"]);
    assert_eq!(neither, [("code.return-status".to_owned(), false)]);
}

#[test]
fn a_receipt_that_says_not_what_it_answers_is_refused() {
    let message = catalogue().message("712").unwrap();
    let told = |key: &[(&str, &str)]| -> Vec<String> {
        let record = Record::of(message, key.iter().copied(), []).unwrap();
        let found = check(&record, &|_, _, _| CodeAnswer::Known, now());
        let told = found.iter().map(|it| format!("{} {}", it.code, it.field));
        told.collect()
    };
    assert_eq!(told(&[]), ["field.missing copNo"]);
    assert_eq!(told(&[("copNo", "Q1")]), Vec::<String>::new());
    assert_eq!(told(&[("operatorCode", "O1")]), Vec::<String>::new());
}

#[test]
fn what_is_shown_of_a_person_is_masked() {
    let long = "测".repeat(300);
    let text = good("621")
        .replace(
            "<ceb:buyerIdNumber>540102190001010010<",
            &format!("<ceb:buyerIdNumber>540102190001010010{long}<"),
        )
        .replace(
            "<ceb:consigneeAddress>",
            &format!("<ceb:consigneeAddress>{long}"),
        )
        .replace("<ceb:buyerName>", &format!("<ceb:buyerName>{long}"));
    let told = format!("{:?}", faults(text.as_bytes()));
    for secret in ["540102190001010010", "测试甲", "测试路1号", &long] {
        assert!(!told.contains(secret), "{secret}");
    }
}
