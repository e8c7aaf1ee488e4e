//! What holds for any bytes at all. The fuzz target and the tests of this room ask the same.

use messages::{Catalogue, CodeAnswer, Decoded, Limits, Record, check, write};
use serde_json::Value;
use values::Moment;

/// What became of the bytes.
#[derive(Debug, Clone, Copy)]
pub struct Outcome {
    /// Whether they could be written again.
    pub written: bool,
    /// Whether anything was mended.
    pub mended: bool,
}

/// Panics where a promise of reading, checking, writing or mending is broken by these bytes.
pub fn promises(catalogue: &Catalogue, bytes: &[u8], now: Moment) -> Outcome {
    let limits = Limits::default();
    let decoded = catalogue.decode(bytes, &limits);
    for document in &decoded.documents {
        let record = &document.record;
        for answer in [CodeAnswer::Known, CodeAnswer::Unknown, CodeAnswer::NoTable] {
            let _ = check(record, &|_, _, _| answer, now);
        }
        let kept = catalogue.record(&record.to_bytes());
        assert_eq!(kept.as_ref(), Ok(record), "storage");
        let read = Record::from_json(record.message(), &record.to_json());
        assert_eq!(read.as_ref(), Ok(record), "JSON");
    }
    let written = write::rewrite(&decoded);
    if let Some(written) = &written {
        let again = catalogue.decode(written, &limits);
        assert_same(&decoded, &again);
        assert_eq!(
            write::rewrite(&again).as_ref(),
            Some(written),
            "a second writing"
        );
    }
    let mended = catalogue.mend(bytes, &limits);
    assert_eq!(
        mended.changes.is_empty(),
        mended.bytes == bytes,
        "changes are told"
    );
    let again = catalogue.mend(&mended.bytes, &limits);
    assert!(
        again.changes.is_empty(),
        "a second mending: {:?}",
        again.changes
    );
    if written.is_some() {
        let after = catalogue.decode(&mended.bytes, &limits);
        assert_eq!(values(&decoded), values(&after), "mending touched a value");
    }
    // Mending makes no fault. Of a file refused as a whole it may bring some to light: what was
    // out of reach behind the fault that went is read now.
    if !decoded.refused_whole && !mended.changes.is_empty() {
        let after = catalogue.decode(&mended.bytes, &limits);
        assert!(!after.refused_whole, "mended, and now refused as a whole");
        let (before, after) = (refusals(&decoded), refusals(&after));
        assert!(after <= before, "mended from {before} faults to {after}");
    }
    Outcome {
        written: written.is_some(),
        mended: !mended.changes.is_empty(),
    }
}

/// Same documents, same envelope.
fn assert_same(one: &Decoded, other: &Decoded) {
    let records = |decoded: &Decoded| -> Vec<Record> {
        let documents = decoded.documents.iter();
        documents.map(|document| document.record.clone()).collect()
    };
    assert!(records(one) == records(other), "documents");
    let (Some(one), Some(other)) = (&one.envelope, &other.envelope) else {
        panic!("an envelope is lost");
    };
    assert_eq!((&one.guid, &one.version), (&other.guid, &other.version));
    assert_eq!(one.transfer, other.transfer);
    assert_eq!(one.subscriptions, other.subscriptions);
    assert_eq!(one.extension, other.extension);
    assert_eq!(one.signature, other.signature);
}

/// How much of it refuses, of the file and of its documents.
fn refusals(decoded: &Decoded) -> usize {
    let of_documents = decoded.documents.iter().flat_map(|one| &one.findings);
    let all = decoded.findings.iter().chain(of_documents);
    all.filter(|finding| finding.refuses()).count()
}

/// All values that are there, empty ones left out.
fn values(decoded: &Decoded) -> Vec<Value> {
    let documents = decoded.documents.iter();
    documents
        .map(|document| filled(document.record.to_json()))
        .collect()
}

fn filled(value: Value) -> Value {
    match value {
        Value::Object(object) => {
            let kept = object.into_iter().filter(|(_, value)| *value != "");
            kept.map(|(name, value)| (name, filled(value))).collect()
        }
        Value::Array(lines) => lines.into_iter().map(filled).collect(),
        value => value,
    }
}
