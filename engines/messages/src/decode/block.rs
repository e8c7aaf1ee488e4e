//! The small blocks around the documents: who transfers, who wants copies.

use values::Finding;

use super::{
    Stop, foreign,
    reading::{Reading, Step, Tag},
    text::is_blank,
};
use crate::problems::{
    FIELD_LENGTH, FIELD_MISSING, XML_ORDER, XML_REPEATED, XML_TEXT, XML_UNKNOWN,
};

/// One element of a block: its name, its length, whether it must be there.
pub(super) struct Slot {
    name: &'static str,
    least: usize,
    most: usize,
}

const fn slot(name: &'static str, least: usize, most: usize) -> Slot {
    Slot { name, least, most }
}

/// `BaseTransfer`.
pub(super) const TRANSFER: [Slot; 5] = [
    slot("copCode", 1, 18),
    slot("copName", 1, 100),
    slot("dxpMode", 3, 3),
    slot("dxpId", 1, 30),
    slot("note", 0, 1000),
];

/// `BaseSubscribe`.
pub(super) const SUBSCRIBE: [Slot; 4] = [
    slot("status", 1, 100),
    slot("dxpMode", 3, 3),
    slot("dxpAddress", 1, 100),
    slot("note", 0, 1000),
];

/// Reads the block that `block` opened: its texts in the order of `slots`.
pub(super) fn read<const N: usize>(
    reading: &mut Reading<'_>,
    block: &Tag<'_>,
    slots: &[Slot; N],
    findings: &mut Vec<Finding>,
) -> Result<[Option<String>; N], Stop> {
    let mut texts = [const { None }; N];
    let own = reading.namespace(block.prefix).map(str::to_owned);
    let mut latest: Option<usize> = None;
    loop {
        let tag = match reading.next()? {
            Step::Open(tag) => tag,
            Step::Text(text) if is_blank(&text) => continue,
            Step::Text(_) => {
                findings.push(
                    Finding::refused(XML_TEXT)
                        .at(block.name.to_owned())
                        .line(block.line),
                );
                continue;
            }
            Step::Close | Step::End => break,
        };
        let finding = |code| {
            Finding::refused(code)
                .at(tag.name.to_owned())
                .line(tag.line)
        };
        let address = reading.namespace(tag.prefix);
        if address != own.as_deref() {
            findings.push(foreign(&tag, address, own.as_deref().unwrap_or_default()));
        }
        let Some(at) = slots.iter().position(|slot| slot.name == tag.name) else {
            if address == own.as_deref() {
                findings.push(finding(XML_UNKNOWN).with("parent", block.name));
            }
            reading.skip()?;
            continue;
        };
        let text = leaf(reading, &tag, findings)?;
        if texts[at].is_some() {
            findings.push(finding(XML_REPEATED));
            continue;
        }
        if latest.is_some_and(|latest| latest > at) {
            let (side, want) = match at.checked_sub(1) {
                Some(before) => ("after", slots[before].name),
                None => ("before", slots[1].name),
            };
            findings.push(finding(XML_ORDER).wants(want).with("side", side));
        }
        latest = latest.max(Some(at));
        let (length, slot) = (text.chars().count(), &slots[at]);
        if length == 0 && slot.least > 0 {
            findings.push(finding(FIELD_MISSING).with("parent", block.name));
        } else if length < slot.least || length > slot.most {
            findings.push(finding(FIELD_LENGTH).saw(length).wants(wanted(slot)));
        }
        texts[at] = Some(text);
    }
    for (slot, text) in slots.iter().zip(&texts) {
        if slot.least > 0 && text.is_none() {
            let finding = Finding::refused(FIELD_MISSING)
                .at(slot.name)
                .line(block.line);
            findings.push(finding.with("parent", block.name));
        }
    }
    Ok(texts)
}

fn wanted(slot: &Slot) -> String {
    if slot.least == slot.most {
        slot.most.to_string()
    } else {
        format!("{}–{}", slot.least, slot.most)
    }
}

/// The text of the element that `tag` opened.
pub(super) fn leaf(
    reading: &mut Reading<'_>,
    tag: &Tag<'_>,
    findings: &mut Vec<Finding>,
) -> Result<String, Stop> {
    let mut out = String::new();
    loop {
        match reading.next()? {
            Step::Text(text) => {
                out.push_str(&text);
                if out.len() > reading.limits().text {
                    return Err(reading.too_long(tag.name, tag.line));
                }
            }
            Step::Open(inner) => {
                let finding = Finding::refused(XML_UNKNOWN).at(inner.name.to_owned());
                findings.push(finding.line(inner.line).with("parent", tag.name));
                reading.skip()?;
            }
            Step::Close | Step::End => return Ok(out),
        }
    }
}
