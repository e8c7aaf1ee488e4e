//! What is read and written again is the same document.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod papers;

use base64::{Engine, prelude::BASE64_STANDARD};
use messages::{Limits, write};
use papers::{canonical, catalogue, sample, samples};

/// Samples with a fault that no table can carry, and what makes them whole. The official samples
/// for export say twice who transfers, against their own schema.
fn whole(name: &str, text: String) -> String {
    match name {
        "gacc202205/CEB214Message.xml" => {
            let text = text.replace("ceb:CEB214 ", "ceb:CEB214Message ");
            let text = text.replace("</ceb:CEB214>", "</ceb:CEB214Message>");
            text.replace("<ceb:appSenderId>1105910159</ceb:appSenderId>", "")
        }
        "other/luffyzhao_CEB622_nonamespace.xml" => text.replacen(
            "<CEB622Message",
            "<CEB622Message xmlns=\"http://www.chinaport.gov.cn/ceb\"",
            1,
        ),
        _ if text.matches("<ceb:BaseTransfer>").count() == 2 => {
            without(text, "<ceb:BaseTransfer>", "</ceb:BaseTransfer>")
        }
        _ => text,
    }
}

/// The text without its first element of that name.
fn without(text: String, open: &str, close: &str) -> String {
    let start = text.find(open).unwrap();
    let end = start + text[start..].find(close).unwrap() + close.len();
    format!("{}{}", &text[..start], &text[end..])
}

#[test]
fn every_sample_comes_back_as_the_same_document() {
    let mut repaired = 0;
    for (name, bytes) in samples() {
        let text = sample(&name);
        let repaired_text = whole(&name, text.clone());
        repaired += usize::from(repaired_text != text);
        let read = if repaired_text == text {
            bytes
        } else {
            repaired_text.into_bytes()
        };
        let decoded = catalogue().decode(&read, &Limits::default());
        let written = write::rewrite(&decoded);
        let written = written.unwrap_or_else(|| {
            panic!(
                "{name}: {:#?} {:#?}",
                decoded.findings,
                decoded
                    .documents
                    .iter()
                    .map(|document| &document.findings)
                    .collect::<Vec<_>>()
            )
        });
        let data = decoded
            .envelope
            .as_ref()
            .unwrap()
            .wrapper
            .is_some()
            .then(|| unwrapped(&text));
        assert_eq!(
            canonical(&written),
            canonical(data.as_deref().unwrap_or(&read)),
            "{name}"
        );
        let again = catalogue().decode(&written, &Limits::default());
        assert_eq!(
            write::rewrite(&again).unwrap(),
            written,
            "{name}: the second time differs"
        );
    }
    assert_eq!(repaired, 10, "faulty samples");
}

fn unwrapped(text: &str) -> Vec<u8> {
    let data = text
        .split_once("<Data>")
        .unwrap()
        .1
        .split_once("</Data>")
        .unwrap()
        .0;
    BASE64_STANDARD.decode(data.trim()).unwrap()
}

#[test]
fn a_signature_comes_back_byte_by_byte() {
    let text = sample("gacc202205/CEB621Message.xml");
    let start = text.find("<ds:Signature").unwrap();
    let end = text.find("</ds:Signature>").unwrap() + "</ds:Signature>".len();
    let decoded = catalogue().decode(text.as_bytes(), &Limits::default());
    let written = String::from_utf8(write::rewrite(&decoded).unwrap()).unwrap();
    assert!(written.contains(&text[start..end]));
}

#[test]
fn nothing_is_written_where_something_would_be_lost() {
    let text = sample("gacc202205/CEB411Message.xml");
    let cases = [
        text.replacen(
            "<ceb:amountPaid>",
            "<ceb:extra>1</ceb:extra><ceb:amountPaid>",
            1,
        ),
        text.replacen(
            "<ceb:BaseTransfer>",
            "<ceb:BaseTransfer></ceb:BaseTransfer><ceb:BaseTransfer>",
            1,
        ),
        text.replacen("</ceb:PaymentHead>", "text</ceb:PaymentHead>", 1),
        text.replacen("<ceb:payTime>", "<ceb:payTime unit=\"s\">", 1),
        text[..text.len() / 2].to_owned(),
        String::new(),
        "<a/>".to_owned(),
    ];
    for case in cases {
        let decoded = catalogue().decode(case.as_bytes(), &Limits::default());
        assert!(write::rewrite(&decoded).is_none(), "{case}");
    }
}

#[test]
fn elements_out_of_order_are_written_in_order() {
    let text = sample("gacc202205/CEB622Message.xml");
    let moved = text
        .replacen("<guid>", "<customsCode>1</customsCode><guid>", 1)
        .replacen("<customsCode>1501</customsCode>", "", 1);
    let decoded = catalogue().decode(moved.as_bytes(), &Limits::default());
    let written = write::rewrite(&decoded).unwrap();
    let right = text.replacen("1501", "1", 1);
    assert_eq!(canonical(&written), canonical(right.as_bytes()));
}

#[test]
fn prefix_version_and_empty_elements_stay_as_they_were() {
    let text = "<a:CEB622Message xmlns:a='http://www.chinaport.gov.cn/ceb' version='v1.0' guid='x'>\
        <a:InventoryReturn><a:invtNo/><a:returnInfo>a&amp;b</a:returnInfo></a:InventoryReturn></a:CEB622Message>";
    let decoded = catalogue().decode(text.as_bytes(), &Limits::default());
    let written = String::from_utf8(write::rewrite(&decoded).unwrap()).unwrap();
    assert!(
        written.contains("<a:CEB622Message guid=\"x\" version=\"v1.0\" xmlns:a="),
        "{written}"
    );
    assert!(written.contains("<a:invtNo></a:invtNo>"), "{written}");
    assert!(
        written.contains("<a:returnInfo>a&amp;b</a:returnInfo>"),
        "{written}"
    );
}
