//! `chama check` against every broken message there is: each fault with its code, its field and its
//! line, and nothing about the good ones.

#![allow(
    clippy::unwrap_used,
    reason = "a test that cannot go on says so by failing"
)]

mod archives;
#[path = "../../../engines/messages/tests/broken/mod.rs"]
mod broken;
mod copies;
mod folder;
#[path = "../program/mod.rs"]
mod program;
mod repeated;

use std::collections::BTreeMap;

use broken::{Case, GOOD, Told};
use folder::Folder;
use serde_json::Value;

/// The whole set, and what only the product sees.
fn cases() -> Vec<Case> {
    let mut cases = broken::cases();
    cases.extend(broken::read(include_str!("cases.txt")));
    cases
}

/// A bad order number of one case must not make a dossier with the papers of another.
fn own_order(bytes: &[u8], number: usize) -> Vec<u8> {
    let Ok(text) = std::str::from_utf8(bytes) else {
        return bytes.to_vec();
    };
    text.replace("orderNo>A1</", &format!("orderNo>A1-{number}</"))
        .into()
}

/// Code, field and line of what was told of a file.
fn told(lines: &[Value], list: &str) -> Vec<(String, String, Option<u32>)> {
    let problems = lines.iter().flat_map(|line| line[list].as_array().unwrap());
    let told = problems.map(|problem| {
        let text = |key: &str| problem[key].as_str().unwrap_or_default().to_owned();
        let line = problem["line"].as_u64().and_then(|it| it.try_into().ok());
        (text("code"), text("field"), line)
    });
    let mut told: Vec<_> = told.collect();
    told.sort();
    told
}

fn wanted(list: &[Told]) -> Vec<(String, String, Option<u32>)> {
    let told = list.iter().cloned();
    let mut all: Vec<_> = told.map(|it| (it.code, it.field, it.line)).collect();
    all.sort();
    all
}

#[test]
fn every_fault_of_every_broken_message_is_found_with_its_field_and_its_line() {
    let folder = Folder::new();
    let cases = cases();
    for (number, case) in cases.iter().enumerate() {
        folder.write(&format!("{number:03}.xml"), &own_order(&case.bytes, number));
    }
    let checked = folder.check(&[]);
    let mut by_file: BTreeMap<String, Vec<Value>> = BTreeMap::new();
    for line in checked.lines {
        let file = line["file"].as_str().unwrap().rsplit('/').next().unwrap();
        by_file.entry(file.to_owned()).or_default().push(line);
    }
    let mut differing = Vec::new();
    for (number, case) in cases.iter().enumerate() {
        let lines = by_file
            .remove(&format!("{number:03}.xml"))
            .unwrap_or_default();
        let (refused, noted) = (told(&lines, "problems"), told(&lines, "notes"));
        let wanted_notes = wanted(&case.noted);
        let ok = !lines.is_empty() && lines.iter().all(|line| line["ok"] == true);
        let right = refused == wanted(&case.refused) && ok == case.refused.is_empty();
        if !right || !wanted_notes.iter().all(|it| noted.contains(it)) {
            differing.push(format!("{}\n  {refused:?}\n  {noted:?}", case.row));
        }
    }
    assert!(differing.is_empty(), "{}", differing.join("\n"));
    assert!(by_file.is_empty(), "{by_file:?}");
    assert_eq!(checked.exit, 1);
}

#[test]
fn good_messages_are_told_to_be_good_whatever_their_prefix_and_line_ends() {
    let folder = Folder::new();
    for (message, text) in GOOD {
        let plain = text.replace("xmlns:ceb=", "xmlns=").replace("ceb:", "");
        let other = text.replace("xmlns:ceb=", "xmlns:c=").replace("ceb:", "c:");
        let returns = text.replace('\n', "\r\n");
        for (form, text) in [text, &plain, &other, &returns].into_iter().enumerate() {
            let bytes = own_order(text.as_bytes(), form);
            folder.write(&format!("{message}-{form}.xml"), &bytes);
        }
    }
    let checked = folder.check(&[]);
    assert_eq!(told(&checked.lines, "problems"), []);
    assert_eq!(checked.lines.len(), 4 * GOOD.len());
    assert_eq!(checked.exit, 0);
    assert!(checked.lines.iter().all(|line| line["key"].is_string()));
}

#[test]
fn papers_that_differ_by_a_fen_are_told_at_the_field_of_the_paper_that_differs() {
    let folder = Folder::new();
    for (message, text) in GOOD {
        let text = text.replace("<ceb:amountPaid>475.68<", "<ceb:amountPaid>475.67<");
        folder.write(&format!("{message}.xml"), text.as_bytes());
    }
    let payment = broken::good("411");
    let place = payment.lines().position(|line| line.contains("amountPaid"));
    let line = place.and_then(|at| u32::try_from(at + 1).ok());
    let want = ("match.payment-amount".into(), "amountPaid".into(), line);
    assert_eq!(told(&folder.check(&[]).lines, "problems"), [want]);
}

#[test]
fn a_file_refused_as_a_whole_is_told_the_faults_of_its_documents_too() {
    let folder = Folder::new();
    let text = broken::good("311").replace("ceb:dxpId>", "ceb:dxpID>");
    let text = text.replace("<ceb:freight>0<", "<ceb:freight>1e2<");
    folder.write("1.xml", text.as_bytes());
    let codes = told(&folder.check(&[]).lines, "problems").into_iter();
    let codes: Vec<String> = codes.map(|(code, ..)| code).collect();
    assert_eq!(codes, ["field.missing", "number.exponent", "xml.unknown"]);
}

#[test]
fn a_time_that_cannot_be_read_is_told_once_and_says_nothing_of_order() {
    let parcel = testkit::Parcel::lawful(1);
    for at in 0..4 {
        let folder = Folder::new();
        for (number, paper) in parcel.papers().into_iter().enumerate() {
            let mut paper = paper.clone();
            if number == at {
                paper = paper.at("2026-10-05");
            }
            folder.write(&format!("{number}.xml"), paper.xml().as_bytes());
        }
        let told = told(&folder.check(&[]).lines, "problems");
        let codes: Vec<&str> = told.iter().map(|one| one.0.as_str()).collect();
        assert_eq!(codes, ["field.length"], "paper {at}: {told:?}");
    }
}
