//! A record as compact bytes, without XML: what the database keeps.
//!
//! Form 1, all lengths as LEB128: `1`, number (3 bytes), edition (length, bytes), lines, values;
//! then for each value the three bytes its name is known by, `length·2 + next` where `next` says
//! that a step forward in lines follows, that step; then all texts one after the other. A name
//! is stored, not a place in the table, so a row may be added between others and what was
//! stored stays readable. Lines of the file are not kept.

use crate::{
    Catalogue, FieldId, Number, Record,
    names::hash,
    record::{Entry, size},
};

const FORM: u8 = 1;

/// Bytes that are no record of this catalogue.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct StorageError;

impl std::fmt::Display for StorageError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("these bytes are no record of this catalogue")
    }
}

impl std::error::Error for StorageError {}

impl Record {
    /// The record as compact bytes; [`Catalogue::record`] reads them.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        let message = self.message();
        let mut out = Vec::with_capacity(self.text.len() + self.entries.len() * 5 + 24);
        out.push(FORM);
        out.extend_from_slice(message.number.as_bytes());
        push(&mut out, size(message.edition.len()));
        out.extend_from_slice(message.edition.as_bytes());
        push(&mut out, self.items);
        push(&mut out, size(self.entries.len()));
        let mut item = 0;
        for entry in &self.entries {
            out.extend_from_slice(&message.row(FieldId(entry.field)).stamp);
            push_wide(
                &mut out,
                u64::from(entry.length) << 1 | u64::from(entry.item != item),
            );
            if entry.item != item {
                push(&mut out, entry.item - item);
                item = entry.item;
            }
        }
        for entry in &self.entries {
            out.extend_from_slice(self.text_of(entry).as_bytes());
        }
        out
    }
}

impl Catalogue {
    /// Reads what [`Record::to_bytes`] wrote. A value whose row the table has lost is left out.
    pub fn record(&self, bytes: &[u8]) -> Result<Record, StorageError> {
        self.read(&mut Bytes(bytes)).ok_or(StorageError)
    }

    fn read(&self, bytes: &mut Bytes<'_>) -> Option<Record> {
        if bytes.take(1)? != [FORM] {
            return None;
        }
        let number = Number::parse(std::str::from_utf8(bytes.take(3)?).ok()?)?;
        let length = bytes.number()?;
        let edition = std::str::from_utf8(bytes.take(length as usize)?).ok()?;
        let message = self
            .edition(number, edition)
            .or_else(|| self.message(&number))?;
        let mut record = Record::new(message);
        record.items = bytes.number()?;
        let count = bytes.number()?;
        let (mut item, mut start, mut next) = (0_u32, 0_u32, 0_u16);
        let mut lost = false;
        for _ in 0..count {
            let stamp = bytes.take(3)?;
            let packed = bytes.wide()?;
            if packed & 1 == 1 {
                item = item.checked_add(bytes.number()?)?;
                next = message.range(Record::place_of(item)).start;
            }
            let length = u32::try_from(packed >> 1).ok()?;
            let range = message.range(Record::place_of(item));
            let known = |at: &u16| message.row(FieldId(*at)).stamp == stamp;
            match (next..range.end)
                .find(known)
                .or_else(|| range.clone().find(known))
            {
                Some(field) => {
                    record.entries.push(Entry {
                        item,
                        field,
                        line: 0,
                        start,
                        length,
                    });
                    next = field + 1;
                }
                None => lost = true,
            }
            start = start.checked_add(length)?;
        }
        let text = std::str::from_utf8(bytes.take(start as usize)?).ok()?;
        let whole = record
            .entries
            .iter()
            .all(|entry| text.is_char_boundary(entry.start as usize));
        if item > record.items || !whole || !bytes.0.is_empty() {
            return None;
        }
        record.text.push_str(text);
        let sorted = record
            .entries
            .is_sorted_by(|a, b| (a.item, a.field) < (b.item, b.field));
        if !sorted {
            // A row moved in the table since: order again, and refuse what stands twice.
            record
                .entries
                .sort_by_key(|entry| (entry.item, entry.field));
            let twice = record
                .entries
                .windows(2)
                .any(|pair| (pair[0].item, pair[0].field) == (pair[1].item, pair[1].field));
            if twice && !lost {
                return None;
            }
            record
                .entries
                .dedup_by_key(|entry| (entry.item, entry.field));
        }
        Some(record)
    }
}

struct Bytes<'a>(&'a [u8]);

impl<'a> Bytes<'a> {
    fn take(&mut self, length: usize) -> Option<&'a [u8]> {
        let (taken, rest) = self.0.split_at_checked(length)?;
        self.0 = rest;
        Some(taken)
    }

    fn wide(&mut self) -> Option<u64> {
        let mut value = 0_u64;
        for shift in (0..64).step_by(7) {
            let byte = self.take(1)?[0];
            value |= u64::from(byte & 0x7f).checked_shl(shift)?;
            if byte & 0x80 == 0 {
                return Some(value);
            }
        }
        None
    }

    fn number(&mut self) -> Option<u32> {
        u32::try_from(self.wide()?).ok()
    }
}

fn push(out: &mut Vec<u8>, value: u32) {
    push_wide(out, u64::from(value));
}

fn push_wide(out: &mut Vec<u8>, mut value: u64) {
    while value >= 0x80 {
        out.push((value & 0x7f) as u8 | 0x80);
        value >>= 7;
    }
    out.push(value as u8);
}

/// Three bytes made of a name: FNV-1a, folded. The loader refuses two names of one part that
/// share them.
pub(crate) fn stamp(name: &str) -> [u8; 3] {
    let hash = hash(name);
    let folded = (hash >> 24) ^ (hash & 0x00ff_ffff);
    let [_, a, b, c] = folded.to_be_bytes();
    [a, b, c]
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]
mod tests {
    use crate::{Record, catalogue::tests::catalogue, storage::StorageError};

    fn order() -> Record {
        let message = catalogue().message("311").unwrap();
        Record::of(
            message,
            [("orderNo", "A1"), ("buyerName", "测试甲"), ("note", "")],
            [
                vec![("gnum", "1"), ("itemName", "茶")],
                vec![],
                vec![("gnum", "3")],
            ],
        )
        .unwrap()
    }

    #[test]
    fn a_stored_record_comes_back_as_it_went() {
        assert_eq!(catalogue().record(&order().to_bytes()).unwrap(), order());
    }

    #[test]
    fn bytes_cut_or_changed_are_refused_or_read_but_never_a_panic() {
        let bytes = order().to_bytes();
        for end in 0..bytes.len() {
            assert_eq!(
                catalogue().record(&bytes[..end]),
                Err(StorageError),
                "cut at {end}"
            );
        }
        for at in 0..bytes.len() {
            for value in [0, 1, 0x7f, 0x80, 0xff] {
                let mut bytes = bytes.clone();
                bytes[at] = value;
                let _ = catalogue().record(&bytes);
            }
        }
    }
}
