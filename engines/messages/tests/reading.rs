//! Envelopes, wrappers, whole documents, limits: what takes more than one change to try.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod broken;
mod doctor;
mod papers;

use base64::{Engine, prelude::BASE64_STANDARD};
use doctor::{document, faults, good};
use messages::{Decoded, Limits};
use papers::catalogue;

fn decode(text: &str) -> Decoded {
    catalogue().decode(text.as_bytes(), &Limits::default())
}

const TRANSFER: &str = "<ceb:BaseTransfer>\n<ceb:copCode>91540195MA6TE5T05D</ceb:copCode>\n<ceb:copName>拉萨报关</ceb:copName>\n<ceb:dxpMode>DXP</ceb:dxpMode>\n<ceb:dxpId>DXPENT0000012345</ceb:dxpId>\n</ceb:BaseTransfer>\n";
const SUBSCRIBE: &str = "<ceb:BaseSubscribe><ceb:status>ALL</ceb:status><ceb:dxpMode>DXP</ceb:dxpMode><ceb:dxpAddress>DXPENT0000000001</ceb:dxpAddress></ceb:BaseSubscribe>";

#[test]
fn blocks_stand_once_and_in_their_order() {
    let signature = "<ds:Signature xmlns:ds=\"http://www.w3.org/2000/09/xmldsig#\"/>";
    let extension = "<ceb:ExtendMessage><ceb:name>x</ceb:name></ceb:ExtendMessage>";
    let whole = format!("{TRANSFER}{SUBSCRIBE}{extension}{signature}");
    let cases = [
        (String::new(), "field.missing BaseTransfer"),
        (whole.clone(), ""),
        (format!("{TRANSFER}{TRANSFER}"), "xml.repeated BaseTransfer"),
        (format!("{SUBSCRIBE}{TRANSFER}"), "xml.order BaseTransfer"),
        (format!("{TRANSFER}{}", SUBSCRIBE.repeat(5)), ""),
        (
            format!("{TRANSFER}{}", SUBSCRIBE.repeat(6)),
            "xml.repeated BaseSubscribe",
        ),
        (
            format!("{TRANSFER}{signature}{extension}"),
            "xml.order ExtendMessage",
        ),
        (
            format!("{TRANSFER}{signature}{signature}"),
            "xml.repeated Signature",
        ),
        (
            format!("{TRANSFER}<ceb:Signature/>"),
            "xml.namespace Signature",
        ),
    ];
    for (blocks, want) in cases {
        let text = good("311").replacen(TRANSFER, &blocks, 1);
        let told: Vec<String> = faults(text.as_bytes())
            .iter()
            .map(|it| format!("{} {}", it.code, it.field))
            .collect();
        assert_eq!(told.join(", "), want, "{blocks}");
    }
    let decoded = decode(&good("311").replacen(TRANSFER, &whole, 1));
    let envelope = decoded.envelope.unwrap();
    assert_eq!(envelope.signature.as_deref(), Some(signature.as_bytes()));
    assert_eq!(envelope.extension.as_deref(), Some(extension.as_bytes()));
    assert_eq!(envelope.subscriptions[0].dxp_address, "DXPENT0000000001");
    assert_eq!(envelope.namespaces.len(), 1);
}

#[test]
fn bytes_that_are_no_text() {
    let told = |bytes: &[u8]| {
        let found = faults(bytes);
        assert_eq!(found.len(), 1, "{found:?}");
        (found[0].code.to_string(), found[0].paper.line)
    };
    let wide: Vec<u8> = good("311")
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    assert_eq!(told(&wide), ("xml.encoding".into(), Some(1)));
    let mut bytes = good("311").replace("测试甲", "AA").into_bytes();
    let at = bytes.windows(2).position(|pair| pair == b"AA").unwrap();
    bytes[at..at + 2].copy_from_slice(&[0xb2, 0xe2]);
    let line = good("311")
        .lines()
        .position(|line| line.contains("<ceb:buyerName>"))
        .unwrap()
        + 1;
    assert_eq!(
        told(&bytes),
        ("xml.encoding".into(), u32::try_from(line).ok())
    );
    assert_eq!(told(b""), ("xml.broken".into(), Some(1)));
    assert_eq!(told(b"\n\nhello"), ("xml.broken".into(), Some(3)));
    assert_eq!(
        told("\u{feff}\u{feff}<a/>".as_bytes()),
        ("xml.broken".into(), Some(1))
    );
    let text = good("311").replacen("<ceb:orderNo>A1", "<ceb:orderNo>A\0", 1);
    assert_eq!(told(text.as_bytes()).0, "xml.character");
}

#[test]
fn heads_lines_and_documents_as_a_whole() {
    let text = good("311");
    let head = &text[text.find("<ceb:OrderHead>").unwrap()..text.find("<ceb:OrderList>").unwrap()];
    let lines = &text[text.find("<ceb:OrderList>").unwrap()..text.find("</ceb:Order>\n").unwrap()];
    let one = &lines[..lines.find("</ceb:OrderList>\n").unwrap() + 17];
    let document = document("311");
    let told = |text: String| -> Vec<(String, String, Option<String>)> {
        let found = faults(text.as_bytes()).into_iter();
        found
            .map(|finding| {
                (
                    finding.code.into_owned(),
                    finding.field.into_owned(),
                    finding.seen,
                )
            })
            .collect()
    };
    let want = |code: &str, field: &str, seen: Option<&str>| {
        vec![(code.to_owned(), field.to_owned(), seen.map(str::to_owned))]
    };
    assert_eq!(
        told(text.replacen(head, "", 1)),
        want("field.missing", "OrderHead", None)
    );
    assert_eq!(
        told(text.replacen(lines, "", 1)),
        want("field.missing", "OrderList", None)
    );
    assert_eq!(
        told(text.replacen(head, &format!("{head}{head}"), 1)),
        want("xml.repeated", "OrderHead", None)
    );
    let turned = text
        .replacen(head, "", 1)
        .replacen(lines, &format!("{lines}{head}"), 1);
    assert_eq!(told(turned), want("xml.order", "OrderHead", None));
    let many: String = (1..=100)
        .map(|number| one.replacen(">1<", &format!(">{number}<"), 1))
        .collect();
    assert_eq!(
        told(text.replacen(lines, &many, 1)),
        want("line.too-many", "OrderList", Some("100"))
    );
    assert_eq!(
        told(text.replacen(document, "", 1)),
        want("batch.empty", "Order", None)
    );
    assert_eq!(
        told(text.replacen(document, &document.repeat(101), 1)),
        want("batch.too-many", "Order", Some("101"))
    );
    assert_eq!(told(text.replacen(document, &document.repeat(100), 1)), []);
}

#[test]
fn a_file_of_too_many_documents_is_refused_whole_and_so_is_one_that_breaks_off() {
    let text = good("311");
    let document = document("311");
    let decoded = decode(&text.replacen(document, &document.repeat(101), 1));
    assert!(decoded.refused_whole && decoded.receivable().count() == 0);
    assert_eq!(decoded.documents.len(), 100);
    let cut = &text[..text.find("<ceb:dxpMode>").unwrap()];
    let decoded = decode(cut);
    assert!(decoded.refused_whole && decoded.receivable().count() == 0);
    assert_eq!(decoded.documents.len(), 1);
    assert_eq!(decoded.findings[0].code, "xml.broken");
    // A fault of one document leaves its neighbour alone.
    let bad = document.replacen("<ceb:orderNo>A1</ceb:orderNo>", "", 1);
    let decoded = decode(&text.replacen(document, &format!("{bad}{document}"), 1));
    assert!(!decoded.refused_whole);
    assert_eq!(decoded.receivable().count(), 1);
}

#[test]
fn limits_hold() {
    let limits = Limits {
        bytes: 20_000,
        depth: 6,
        text: 2_000,
        attributes: 4,
    };
    let told = |text: &str| -> Vec<String> {
        let decoded = catalogue().decode(text.as_bytes(), &limits);
        assert!(decoded.refused_whole);
        decoded
            .findings
            .into_iter()
            .map(|finding| finding.code.into_owned())
            .collect()
    };
    let with = |from: &str, to: &str| good("311").replacen(from, to, 1);
    assert_eq!(
        told(&with("A &amp; B", &"x".repeat(20_000))),
        ["xml.too-large"]
    );
    assert_eq!(
        told(&with("A &amp; B", &"x".repeat(2_001))),
        ["xml.too-long"]
    );
    assert_eq!(
        told(&with(
            "A &amp; B",
            &"<![CDATA[x]]>".repeat(300).replace('x', "xxxxxxx")
        )),
        ["xml.too-long"]
    );
    assert_eq!(
        told(&with(
            "<ceb:Order>",
            &format!("<ceb:Order{}>", " ".repeat(2_001))
        )),
        ["xml.too-long"]
    );
    assert_eq!(
        told(&with(
            "<ceb:Order>",
            "<ceb:Order a=\"\" b=\"\" c=\"\" d=\"\" e=\"\">"
        )),
        ["xml.too-long"]
    );
    assert_eq!(
        told(&with("A &amp; B", "<a><b><c><d></d></c></b></a>")),
        ["xml.too-deep"]
    );
    let faulty = with(
        "<ceb:gnum>1<",
        &format!("{}<ceb:gnum>1<", "<a/>".repeat(11_000)),
    );
    let decoded = catalogue().decode(faulty.as_bytes(), &Limits::default());
    assert_eq!(decoded.findings[0].code, "batch.too-faulty");
}

#[test]
fn a_text_is_read_as_xml_means_it() {
    let text = good("311").replace(
        "A &amp; B",
        "&lt;a&gt;&#x6D4B;&#35797;<!-- x --><![CDATA[<b>&amp;]]> \r\n\"&quot;&apos;",
    );
    let decoded = catalogue().decode(text.as_bytes(), &Limits::default());
    assert_eq!(
        decoded.documents[0].record.get("note"),
        Some("<a>测试<b>&amp; \n\"\"'")
    );
}

#[test]
fn wrappers() {
    let inner = BASE64_STANDARD.encode(good("311"));
    let broken: String = inner
        .as_bytes()
        .chunks(76)
        .map(|line| format!("{}\r\n", std::str::from_utf8(line).unwrap()))
        .collect();
    let wrap = |prefix: &str, data: &str| {
        let (open, space) = match prefix {
            "" => (String::new(), "xmlns".to_owned()),
            prefix => (format!("{prefix}:"), format!("xmlns:{prefix}")),
        };
        format!("<@DxpMsg {space}=\"http://www.chinaport.gov.cn/dxp\" ver=\"1.0\"><@TransInfo><@CopMsgId>M1</@CopMsgId><@SenderId>S</@SenderId><@ReceiverIds><@ReceiverId>R</@ReceiverId></@ReceiverIds><@CreatTime>2026-10-05T09:58:30</@CreatTime><@MsgType>CEB311Message</@MsgType></@TransInfo><@Data>{data}</@Data><@AddInfo><@FileName>a</@FileName></@AddInfo></@DxpMsg>").replace('@', &open)
    };
    for text in [
        wrap("", &inner),
        wrap("dxp", &broken),
        wrap("x", &format!("\n  {broken}")),
    ] {
        assert_eq!(faults(text.as_bytes()), []);
        let decoded = catalogue().decode(text.as_bytes(), &Limits::default());
        assert_eq!(decoded.envelope.unwrap().wrapper.unwrap().cop_msg_id, "M1");
        assert_eq!(decoded.documents.len(), 1);
    }
    let transported = format!(
        "<DxpMsgSv xmlns=\"http://www.chinaport.gov.cn/dxp\" ver=\"1.0\"><SvNo Ver=\"1.0\"><MsgId>1</MsgId></SvNo>{}</DxpMsgSv>",
        wrap("", &inner)
    );
    let decoded = catalogue().decode(transported.as_bytes(), &Limits::default());
    assert!(decoded.findings.is_empty() && decoded.envelope.unwrap().wrapper.unwrap().transported);

    let told = |text: &str| -> Vec<String> {
        let decoded = catalogue().decode(text.as_bytes(), &Limits::default());
        // A 900 answers to the number of the wrapper, whatever it holds.
        assert_eq!(decoded.envelope.unwrap().wrapper.unwrap().cop_msg_id, "M1");
        decoded
            .findings
            .into_iter()
            .map(|finding| finding.code.into_owned())
            .collect()
    };
    assert_eq!(told(&wrap("", "no base64!")), ["wrapper.data"]);
    assert_eq!(told(&wrap("", "")), ["wrapper.data"]);
    assert_eq!(told(&wrap("", "<a/>")), ["wrapper.data"]);
    assert_eq!(
        told(&wrap("", &BASE64_STANDARD.encode("hello"))),
        ["xml.broken"]
    );
    assert_eq!(
        told(&wrap("", &BASE64_STANDARD.encode(wrap("", &inner)))),
        ["xml.root", "wrapper.type"]
    );
    assert_eq!(
        told(&wrap("", &inner).replace("CEB311Message<", "CEB621Message<")),
        ["wrapper.type"]
    );
    assert_eq!(
        told(&wrap("", &inner).replace("gov.cn/dxp", "gov.cn/ceb")),
        ["xml.namespace"]
    );
}
