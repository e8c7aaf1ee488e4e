//! What is mended differs from what came in order, prefixes and empty elements alone.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

#[path = "../papers/mod.rs"]
mod papers;
mod prefix;

use base64::{Engine, prelude::BASE64_STANDARD};
use messages::{Limits, Mended};
use papers::{PAYMENT, canonical, catalogue, line_of, sample, samples, unsigned};

const RECEIPT: &str = "gacc202205/CEB622Message.xml";

/// Mends, and tells that mending again finds nothing to do.
fn mend(text: impl AsRef<[u8]>) -> Mended {
    let mended = catalogue().mend(text.as_ref(), &Limits::default());
    let again = catalogue().mend(&mended.bytes, &Limits::default());
    assert_eq!(again.changes, [], "the second time differs");
    assert_eq!(again.bytes, mended.bytes, "the second time differs");
    mended
}

/// The changes as `code field line`.
fn told(mended: &Mended) -> Vec<String> {
    let told = mended.changes.iter();
    told.map(|change| format!("{} {} {}", change.code, change.field, change.line))
        .collect()
}

fn left(mended: &Mended) -> Vec<String> {
    let left = mended.left.iter();
    left.map(|finding| {
        format!(
            "{} {} {}",
            finding.code,
            finding.field,
            finding.paper.line.unwrap()
        )
    })
    .collect()
}

fn text(mended: &Mended) -> String {
    String::from_utf8(mended.bytes.clone()).unwrap()
}

#[test]
fn a_file_that_needs_nothing_comes_back_byte_by_byte() {
    for (name, bytes) in samples() {
        let mended = mend(&bytes);
        let rest = bytes.strip_prefix(b"\xef\xbb\xbf");
        let mut codes: Vec<&str> = mended.changes.iter().map(|change| change.code).collect();
        codes.dedup();
        match (&*name, rest) {
            ("other/luffyzhao_CEB622_nonamespace.xml", _) => assert_eq!(codes, ["mend.prefix"]),
            (_, Some(rest)) => {
                assert_eq!((codes, &*mended.bytes), (vec!["mend.bom"], rest), "{name}")
            }
            (_, None) => assert_eq!((codes, &mended.bytes), (vec![], &bytes), "{name}"),
        }
    }
}

#[test]
fn a_byte_order_mark_is_taken_out_and_voids_no_signature() {
    let marked = format!("\u{feff}{}", sample(PAYMENT));
    let mended = mend(&marked);
    assert_eq!(told(&mended), ["mend.bom  1"]);
    assert_eq!(text(&mended), sample(PAYMENT));
}

#[test]
fn elements_go_into_the_order_of_the_table_with_the_comments_before_them() {
    let right = unsigned().replacen("<ceb:payCode>", "<!-- who pays --><ceb:payCode>", 1);
    let start = right.find("<!-- who pays").unwrap();
    let end = right.find("</ceb:payCode>").unwrap() + "</ceb:payCode>".len();
    let blank = start - right[..start].rfind('>').unwrap() - 1;
    let moved = &right[start - blank..end];
    let wrong = right.replacen(moved, "", 1).replacen(
        "</ceb:PaymentHead>",
        &format!("{}</ceb:PaymentHead>", moved),
        1,
    );
    let mended = mend(&wrong);
    assert_eq!(
        told(&mended),
        [format!(
            "mend.order payCode {}",
            line_of(&wrong, "<ceb:payCode>")
        )]
    );
    assert_eq!(canonical(&mended.bytes), canonical(right.as_bytes()));
    assert!(text(&mended).contains("<!-- who pays --><ceb:payCode>"));
    assert_eq!(mended.left, []);
}

#[test]
fn head_lines_documents_and_envelope_go_into_their_order() {
    let text = sample("gacc202205/CEB311Message.xml");
    let cut = |open: &str, close: &str| {
        let start = text.find(open).unwrap();
        start..text.find(close).unwrap() + close.len()
    };
    let head = cut("<ceb:OrderHead>", "</ceb:OrderHead>");
    let transfer = cut("<ceb:BaseTransfer>", "</ceb:BaseTransfer>");
    let wrong = text.replacen(&text[head.clone()], "", 1);
    let wrong = wrong.replacen("</ceb:Order>", &format!("{}</ceb:Order>", &text[head]), 1);
    let wrong = wrong.replacen(&text[transfer.clone()], "", 1);
    let wrong = wrong.replacen("<ceb:Order>", &format!("{}<ceb:Order>", &text[transfer]), 1);
    let mended = mend(&wrong);
    assert_eq!(canonical(&mended.bytes), canonical(text.as_bytes()));
    let codes: Vec<&str> = mended.changes.iter().map(|change| &*change.field).collect();
    assert_eq!(codes, ["Order", "OrderHead", "Signature"]);
}

#[test]
fn an_export_ends_with_the_extension_and_an_import_with_the_signature() {
    for (name, first, last) in [
        (
            "gacc202205/CEB213Message.xml",
            "<ds:Signature",
            "<ceb:ExtendMessage",
        ),
        (
            "gacc202205/CEB411Message.xml",
            "<ceb:ExtendMessage",
            "<ds:Signature",
        ),
    ] {
        let text = sample(name);
        let extension = "<ceb:ExtendMessage><ceb:name>a</ceb:name></ceb:ExtendMessage>";
        let before = text.replacen("<ds:Signature", &format!("{extension}<ds:Signature"), 1);
        let behind = text.replacen("</ds:Signature>", &format!("</ds:Signature>{extension}"), 1);
        for given in [before, behind] {
            let mended = self::text(&mend(&given));
            assert!(mended.find(first) < mended.find(last), "{name}: {mended}");
            assert_eq!(
                canonical(mended.as_bytes()).len(),
                canonical(given.as_bytes()).len()
            );
        }
    }
}

#[test]
fn an_empty_element_goes_where_the_schema_refuses_it_and_stays_where_it_does_not() {
    let right = sample("gacc202205/CEB621Message.xml");
    let wrong = right
        .replacen("<ceb:wrapType>", "<ceb:ieDate/><ceb:wrapType>", 1)
        .replacen(
            "<ceb:price>",
            "<ceb:qty2> </ceb:qty2>\n<ceb:unit2 xsi:nil='true'></ceb:unit2><ceb:price>",
            1,
        );
    let wrong = wrong.replacen(
        "xmlns:ceb=",
        "xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance' xmlns:ceb=",
        1,
    );
    let mended = mend(&wrong);
    let gone: Vec<&str> = mended
        .changes
        .iter()
        .filter(|change| change.code == "mend.empty")
        .map(|change| &*change.field)
        .collect();
    assert!(
        gone.contains(&"ieDate") && gone.contains(&"qty2") && gone.contains(&"unit2"),
        "{gone:?}"
    );
    let kept = sample(RECEIPT).replacen("<returnStatus>1<", "<returnStatus><", 1);
    assert_eq!(
        told(&mend(&kept)),
        [""; 0],
        "a mandatory element stays, empty or not"
    );
    assert!(
        unsigned().contains("<ceb:note></ceb:note>"),
        "an empty remark is lawful"
    );
    assert_eq!(told(&mend(unsigned())), [""; 0]);
}

#[test]
fn a_comment_before_an_empty_element_stays() {
    let wrong = sample(RECEIPT).replacen(
        "<returnStatus>",
        "<!-- none yet --><invtNo/><returnStatus>",
        1,
    );
    let mended = mend(&wrong);
    assert_eq!(told(&mended).len(), 1);
    assert_eq!(text(&mended), wrong.replacen("<invtNo/>", "", 1));
}

#[test]
fn an_unknown_element_stays_behind_the_one_it_follows() {
    let wrong = unsigned().replacen("</ceb:guid>", "</ceb:guid><ceb:colour>red</ceb:colour>", 1);
    let wrong = wrong.replacen("<ceb:appType>1</ceb:appType>", "", 1);
    let wrong = wrong.replacen("<ceb:note>", "<ceb:appType>1</ceb:appType><ceb:note>", 1);
    let mended = mend(&wrong);
    let line = line_of(&wrong, "<ceb:colour>");
    assert_eq!(left(&mended), [format!("mend.unknown colour {line}")]);
    assert!(mended.left[0].refuses());
    let order = [
        "<ceb:guid>",
        "<ceb:colour>",
        "<ceb:appType>",
        "<ceb:appTime>",
    ];
    let mended = text(&mended);
    assert!(order.map(|name| mended.find(name)).is_sorted(), "{mended}");
}

#[test]
fn a_signed_message_is_mended_and_told_to_be_signed_again() {
    let right = sample(PAYMENT);
    let wrong = right.replacen("<ceb:guid>", "<ceb:telephone/><ceb:guid>", 1);
    let field = "<ceb:appType>1</ceb:appType>";
    assert!(right.contains(field));
    let wrong = wrong
        .replacen("<ceb:telephone/>", "", 1)
        .replacen(field, "", 1);
    let wrong = wrong.replacen(
        "</ceb:PaymentHead>",
        &format!("{field}</ceb:PaymentHead>"),
        1,
    );
    let mended = mend(&wrong);
    let last = mended.changes.last().unwrap();
    assert_eq!(
        (last.code, &*last.field),
        ("mend.signature-void", "Signature")
    );
    let signature = &right[right.find("<ds:Signature").unwrap()..];
    assert!(
        text(&mended).ends_with(signature),
        "the signature stays byte by byte"
    );
    assert_eq!(canonical(&mended.bytes), canonical(right.as_bytes()));
}

#[test]
fn the_message_inside_a_wrapper_is_mended_and_the_wrapper_stays() {
    let wrapped = sample("dxp/DxpMsg_CEB312.xml");
    let (before, rest) = wrapped.split_once("<Data>").unwrap();
    let (data, behind) = rest.split_once("</Data>").unwrap();
    let inner = String::from_utf8(BASE64_STANDARD.decode(data.trim()).unwrap()).unwrap();
    assert_eq!(text(&mend(&wrapped)), wrapped);
    let field = inner.find("<returnStatus>").unwrap()..inner.find("</returnStatus>").unwrap() + 15;
    let wrong = inner.replacen(&inner[field.clone()], "", 1).replacen(
        "<guid>",
        &format!("{}<guid>", &inner[field]),
        1,
    );
    let mended = mend(format!(
        "{before}<Data>{}</Data>{behind}",
        BASE64_STANDARD.encode(wrong)
    ));
    assert_eq!(told(&mended).len(), 1);
    let text = text(&mended);
    assert!(text.starts_with(before) && text.ends_with(behind));
    let data = text
        .split_once("<Data>")
        .unwrap()
        .1
        .split_once("</Data>")
        .unwrap()
        .0;
    assert_eq!(
        canonical(&BASE64_STANDARD.decode(data).unwrap()),
        canonical(inner.as_bytes())
    );
}

#[test]
fn what_cannot_be_followed_is_left_whole() {
    let text = sample(PAYMENT);
    for (given, line) in [
        (&text.as_bytes()[..text.len() / 2], None),
        (b"".as_slice(), Some(1)),
        (b"\n\xff".as_slice(), Some(2)),
        (b"\xef\xbb\xbf<a>".as_slice(), Some(1)),
    ] {
        let mended = mend(given);
        assert_eq!((mended.bytes.as_slice(), mended.changes.len()), (given, 0));
        assert_eq!(mended.left[0].code, "mend.unreadable");
        if line.is_some() {
            assert_eq!(mended.left[0].paper.line, line);
        }
    }
}

#[test]
fn a_mended_message_holds_the_same_values() {
    for (name, bytes) in samples() {
        let before = catalogue().decode(&bytes, &Limits::default());
        let after = catalogue().decode(&mend(&bytes).bytes, &Limits::default());
        assert_eq!(before.documents.len(), after.documents.len(), "{name}");
        for (before, after) in before.documents.iter().zip(&after.documents) {
            for (id, field) in before.record.message().part(messages::Place::Head) {
                assert_eq!(
                    before.record.head(id),
                    after.record.head(id),
                    "{name} {}",
                    field.name
                );
            }
            for (before, after) in before.record.items().zip(after.record.items()) {
                assert_eq!(before.get("gnum"), after.get("gnum"), "{name}");
            }
        }
    }
}
