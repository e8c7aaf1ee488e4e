//! Papers as the text of a message: one element a line, so that a line number says something.

use super::{Block, Paper};
use crate::cast::Firm;

/// Stands for a guid that is made from the content when the paper is written.
pub(crate) const GUID_OF_CONTENT: &str = "\0";

/// One message with these documents, sent by the sender of the first.
///
/// Customs takes at most 100 documents; more are written too, to see them refused.
///
/// # Panics
/// Without documents, or when they are not of one type.
#[must_use]
pub fn batch(papers: &[Paper]) -> String {
    let first = papers
        .first()
        .expect("a message holds at least one document");
    assert!(
        papers.iter().all(|paper| paper.shape == first.shape),
        "one message, one type"
    );
    let documents: String = papers.iter().map(document).collect();
    message(
        first.shape.number,
        &guid_of(&documents),
        &documents,
        &first.sender,
    )
}

/// The envelope around documents already written.
pub(crate) fn message(number: &str, guid: &str, documents: &str, sender: &Firm) -> String {
    let transfer = Block::of(vec![
        ("copCode", sender.code.into()),
        ("copName", sender.name.into()),
        ("dxpMode", "DXP".into()),
        ("dxpId", sender.exchange_id()),
    ]);
    let mut text = String::with_capacity(documents.len() + 700);
    text.push_str("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    text.push_str(&format!(
        "<ceb:CEB{number}Message guid=\"{guid}\" version=\"1.0\""
    ));
    text.push_str(" xmlns:ceb=\"http://www.chinaport.gov.cn/ceb\"");
    text.push_str(" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">\n");
    text.push_str(documents);
    within(&mut text, "BaseTransfer", |text| fields(text, &transfer));
    text.push_str(&format!("</ceb:CEB{number}Message>\n"));
    text
}

/// One document. A guid left to the content makes equal papers equal to the byte and gives a
/// changed one another number.
pub(crate) fn document(paper: &Paper) -> String {
    let shape = paper.shape;
    let mut text = String::with_capacity(2000 + 1000 * paper.lines.len());
    within(&mut text, shape.document, |text| {
        match shape.head {
            "" => fields(text, &paper.head),
            head => within(text, head, |text| fields(text, &paper.head)),
        }
        for line in &paper.lines {
            within(text, shape.line, |text| fields(text, line));
        }
    });
    if paper.get("guid") == Some(GUID_OF_CONTENT) {
        return text.replacen(GUID_OF_CONTENT, &guid_of(&text), 1);
    }
    text
}

fn within(text: &mut String, name: &str, inner: impl FnOnce(&mut String)) {
    text.push_str(&format!("<ceb:{name}>\n"));
    inner(text);
    text.push_str(&format!("</ceb:{name}>\n"));
}

fn fields(text: &mut String, block: &Block) {
    for (name, value) in block.fields() {
        text.push_str(&format!("<ceb:{name}>{}</ceb:{name}>\n", escaped(value)));
    }
}

fn escaped(value: &str) -> String {
    value
        .replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
}

/// A number of the form of a guid, upper case, from any text (FNV-1a of 128 bits).
pub(crate) fn guid_of(text: &str) -> String {
    const PRIME: u128 = 0x0000_0000_0100_0000_0000_0000_0000_013B;
    let start = 0x6C62_272E_07BB_0142_62B8_2175_6295_C58D_u128;
    let mix = |hash: u128, byte: u8| (hash ^ u128::from(byte)).wrapping_mul(PRIME);
    guid(text.bytes().fold(start, mix))
}

/// 32 hexadecimal digits in the groups of a guid.
pub(crate) fn guid(number: u128) -> String {
    let digits = format!("{number:032X}");
    let groups = [0..8, 8..12, 12..16, 16..20, 20..32].map(|group| &digits[group]);
    groups.join("-")
}
