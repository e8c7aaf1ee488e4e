//! Messages found in the field: read as they stand, faults named.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod papers;

use messages::{Decoded, Limits};
use papers::{catalogue, samples};
use values::Finding;

fn decode(bytes: &[u8]) -> Decoded {
    catalogue().decode(bytes, &Limits::default())
}

/// The faults each sample is known for: code and field, each once.
const KNOWN: [(&str, &[(&str, &str)]); 12] = [
    (
        "gacc202205/CEB214Message.xml",
        &[("xml.root", "CEB214"), ("xml.unknown", "appSenderId")],
    ),
    (
        "gacc202205/CEB303Message.xml",
        &[("xml.repeated", "BaseTransfer")],
    ),
    (
        "gacc202205/CEB403Message.xml",
        &[("xml.repeated", "BaseTransfer")],
    ),
    (
        "gacc202205/CEB505Message.xml",
        &[("xml.repeated", "BaseTransfer")],
    ),
    (
        "gacc202205/CEB507Message.xml",
        &[("xml.repeated", "BaseTransfer")],
    ),
    (
        "gacc202205/CEB509Message.xml",
        &[("xml.repeated", "BaseTransfer")],
    ),
    (
        "gacc202205/CEB603Message.xml",
        &[("xml.repeated", "BaseTransfer")],
    ),
    (
        "gacc202205/CEB605Message.xml",
        &[("xml.repeated", "BaseTransfer")],
    ),
    (
        "gacc202205/CEB607Message.xml",
        &[("xml.repeated", "BaseTransfer")],
    ),
    (
        "gacc202205/CEB792Message.xml",
        &[("field.missing", "gseqno")],
    ),
    (
        "other/luffyzhao_CEB622_nonamespace.xml",
        &[
            ("xml.guid", "guid"),
            ("xml.version", "version"),
            ("xml.namespace", "CEB622Message"),
        ],
    ),
    (
        "other/scala_CEB621Message_noguid.xml",
        &[("xml.guid", "guid"), ("xml.version", "version")],
    ),
];

#[test]
fn every_sample_has_the_faults_it_is_known_for_and_no_others() {
    for (name, bytes) in samples() {
        let decoded = decode(&bytes);
        let of_documents = decoded
            .documents
            .iter()
            .flat_map(|document| &document.findings);
        let marked = bytes.starts_with(b"\xef\xbb\xbf");
        let mark = decoded.findings.iter().find(|it| it.code == "xml.bom");
        assert_eq!(
            mark.map(Finding::refuses),
            marked.then_some(false),
            "{name}"
        );
        let mut found: Vec<(&str, &str)> = Vec::new();
        for finding in decoded.findings.iter().chain(of_documents) {
            let pair = (&*finding.code, &*finding.field);
            if pair.0 != "xml.bom" && !found.contains(&pair) {
                found.push(pair);
            }
            assert!(
                finding.paper.line.is_some(),
                "{name}: {finding:?} has no line"
            );
        }
        let known = KNOWN
            .iter()
            .find(|(known, _)| *known == name)
            .map_or(&[][..], |(_, faults)| faults);
        assert_eq!(found, known, "{name}");
    }
}

#[test]
fn every_document_of_a_sample_has_its_key_and_its_place_in_the_file() {
    for (name, bytes) in samples() {
        let decoded = decode(&bytes);
        assert!(!decoded.documents.is_empty(), "{name}");
        for document in &decoded.documents {
            assert!(document.line > 0, "{name}");
            assert!(document.record.get("guid").is_some(), "{name}");
            if decoded.envelope.as_ref().unwrap().wrapper.is_none() {
                let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&bytes);
                let text = std::str::from_utf8(&bytes[document.span.clone()]).unwrap();
                assert!(
                    text.starts_with('<') && text.ends_with('>'),
                    "{name}: {text}"
                );
            }
        }
    }
}

#[test]
fn what_stands_around_the_documents_is_kept() {
    let all = samples();
    let bytes = |name: &str| &all.iter().find(|(known, _)| known == name).unwrap().1;
    let decoded = decode(bytes("gacc202205/CEB621Message.xml"));
    let envelope = decoded.envelope.unwrap();
    assert_eq!(envelope.number.unwrap(), "621");
    assert_eq!(envelope.prefix, "ceb");
    assert_eq!(envelope.guid.len(), 36);
    assert!(!envelope.cop_code().is_empty() && !envelope.dxp_id().is_empty());
    let signature = envelope.signature.unwrap();
    assert!(signature.starts_with(b"<ds:Signature") && signature.ends_with(b"</ds:Signature>"));

    let decoded = decode(bytes("dxp/DxpMsg_CEB312.xml"));
    let wrapper = decoded.envelope.unwrap().wrapper.unwrap();
    assert_eq!(wrapper.cop_msg_id, "BDF401B3-36D7-4A73-BCAD-292E9F053C6D");
    assert_eq!(wrapper.sender_id, "DXPEDCCEB0000002");
    assert_eq!(wrapper.receiver_ids, ["DXPENT0000011951"]);
    assert_eq!(wrapper.msg_type, "CEB312Message");
    assert!(!wrapper.signed && !wrapper.transported);
    assert_eq!(
        decoded.documents[0].record.get("orderNo"),
        Some("48511773608")
    );
}
