//! The values of one document, flat: one text buffer and a short entry a value.

use std::{fmt, sync::Arc};

use crate::{FieldId, MessageType, Place};

/// The values of one document in its table's order. Cheap to look into, cheap to keep.
///
/// An element that stands there empty has no value: [`Record::get`] answers `None` as for one
/// that is absent, and only [`Record::holds`] and the writer tell the two apart.
#[derive(Clone)]
pub struct Record {
    message: Arc<MessageType>,
    pub(crate) text: String,
    pub(crate) entries: Vec<Entry>,
    pub(crate) items: u32,
}

/// One value: where it belongs, where it stands in the buffer, where it stood in the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Entry {
    /// 0 for the head, else the line of goods from 1.
    pub item: u32,
    pub field: u16,
    /// Line of the file from 1; 0 when there was no file.
    pub line: u32,
    pub start: u32,
    pub length: u32,
}

impl Entry {
    fn place(&self) -> (u32, u16) {
        (self.item, self.field)
    }
}

/// A name that the message's table does not have.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnknownField(
    /// The name asked for.
    pub String,
);

impl fmt::Display for UnknownField {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the table has no field {}", self.0)
    }
}

impl std::error::Error for UnknownField {}

impl Record {
    /// An empty record of that message.
    #[must_use]
    pub fn new(message: &Arc<MessageType>) -> Self {
        Self {
            message: Arc::clone(message),
            text: String::new(),
            entries: Vec::new(),
            items: 0,
        }
    }

    /// A record of those values by name: the head's, then those of each line.
    pub fn of<'a>(
        message: &Arc<MessageType>,
        head: impl IntoIterator<Item = (&'a str, &'a str)>,
        lines: impl IntoIterator<Item = Vec<(&'a str, &'a str)>>,
    ) -> Result<Self, UnknownField> {
        let mut record = Self::new(message);
        for (name, value) in head {
            record.set(name, value)?;
        }
        for line in lines {
            let item = record.add_line();
            for (name, value) in line {
                record.set_in(item, name, value)?;
            }
        }
        Ok(record)
    }

    /// Its message type.
    #[must_use]
    pub fn message(&self) -> &Arc<MessageType> {
        &self.message
    }

    /// The head's value of that name; `None` when absent or empty.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&str> {
        self.head(self.message.field(name)?)
    }

    /// The head's value of that field; `None` when absent or empty.
    #[must_use]
    pub fn head(&self, field: FieldId) -> Option<&str> {
        self.value(0, field)
    }

    /// Whether the head holds the element, empty or not.
    #[must_use]
    pub fn holds(&self, field: FieldId) -> bool {
        self.find(0, field).is_some()
    }

    /// How many lines it has.
    #[must_use]
    pub fn item_count(&self) -> u32 {
        self.items
    }

    /// Its lines in order.
    pub fn items(&self) -> impl DoubleEndedIterator<Item = Item<'_>> + ExactSizeIterator {
        (0..self.items as usize).map(|at| Item {
            record: self,
            number: u32::try_from(at).unwrap_or(u32::MAX) + 1,
        })
    }

    /// The line of that number, from 1 in the order of the file (not its `gnum`).
    #[must_use]
    pub fn item(&self, number: u32) -> Option<Item<'_>> {
        (1..=self.items).contains(&number).then_some(Item {
            record: self,
            number,
        })
    }

    /// The values of the business key, in its order; `None` when one is missing. What customs
    /// answer with may leave out parts that the schema leaves them free to: of that the parts
    /// that are there, `None` when there is none.
    #[must_use]
    pub fn key(&self) -> Option<Vec<&str>> {
        let message = &self.message;
        let mut parts = Vec::with_capacity(message.key.len());
        for id in &message.key {
            match self.head(*id) {
                Some(part) => parts.push(part),
                None if message.is_from_customs() && !message.row(*id).is_mandatory() => {}
                None => return None,
            }
        }
        (!parts.is_empty()).then_some(parts)
    }

    /// The business key joined by `/`, as answers show it; `None` where there is no key.
    #[must_use]
    pub fn key_text(&self) -> Option<String> {
        self.key().map(|parts| parts.join("/"))
    }

    /// The line of the file where a field stood; `item` counts from 1, 0 is the head. `None` for
    /// what is absent or never stood in a file.
    #[must_use]
    pub fn line_of(&self, field: FieldId, item: u32) -> Option<u32> {
        self.find(item, field)
            .map(|entry| entry.line)
            .filter(|line| *line > 0)
    }

    /// Puts a value into the head, in place of the one that was there.
    pub fn set(&mut self, name: &str, value: &str) -> Result<(), UnknownField> {
        let field = self
            .message
            .field(name)
            .ok_or_else(|| UnknownField(name.to_owned()))?;
        self.put(0, field, value);
        Ok(())
    }

    /// Adds an empty line and gives its number.
    pub fn add_line(&mut self) -> u32 {
        self.items += 1;
        self.items
    }

    /// Puts a value into that line, in place of the one that was there.
    ///
    /// # Panics
    /// When the line was never added.
    pub fn set_in(&mut self, item: u32, name: &str, value: &str) -> Result<(), UnknownField> {
        assert!(
            (1..=self.items).contains(&item),
            "line {item} of {} was never added",
            self.items
        );
        let field = self
            .message
            .line_field(name)
            .ok_or_else(|| UnknownField(name.to_owned()))?;
        self.put(item, field, value);
        Ok(())
    }

    /// Takes an element away from the head; its text stays in the buffer until the record is
    /// stored.
    pub fn clear(&mut self, name: &str) {
        if let Some(id) = self.message.field(name) {
            self.entries.retain(|entry| entry.place() != (0, id.0));
        }
    }

    pub(crate) fn put(&mut self, item: u32, field: FieldId, value: &str) {
        let place = (item, field.0);
        let entry = self.store(item, field, value, 0);
        match self.entries.binary_search_by_key(&place, Entry::place) {
            Ok(at) => self.entries[at] = entry,
            Err(at) => self.entries.insert(at, entry),
        }
    }

    fn store(&mut self, item: u32, field: FieldId, value: &str, line: u32) -> Entry {
        let start = size(self.text.len());
        self.text.push_str(value);
        Entry {
            item,
            field: field.0,
            line,
            start,
            length: size(value.len()),
        }
    }

    pub(crate) fn value(&self, item: u32, field: FieldId) -> Option<&str> {
        self.find(item, field)
            .map(|entry| self.text_of(entry))
            .filter(|text| !text.is_empty())
    }

    pub(crate) fn text_of(&self, entry: &Entry) -> &str {
        let start = entry.start as usize;
        &self.text[start..start + entry.length as usize]
    }

    pub(crate) fn find(&self, item: u32, field: FieldId) -> Option<&Entry> {
        let at = self
            .entries
            .binary_search_by_key(&(item, field.0), Entry::place)
            .ok()?;
        Some(&self.entries[at])
    }

    /// The entries of the head (0) or of one line, in table order.
    pub(crate) fn part(&self, item: u32) -> &[Entry] {
        let start = self.entries.partition_point(|entry| entry.item < item);
        let length = self.entries[start..]
            .iter()
            .take_while(|entry| entry.item == item)
            .count();
        &self.entries[start..start + length]
    }

    pub(crate) fn place_of(item: u32) -> Place {
        if item == 0 { Place::Head } else { Place::Line }
    }
}

/// A length of text, which the limits of reading keep far below 4 GiB.
pub(crate) fn size(length: usize) -> u32 {
    u32::try_from(length).expect("limits keep a document below 4 GiB")
}

impl fmt::Debug for Record {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // Values may be personal: a log line shows shape, not content.
        write!(
            f,
            "Record({}, {} values, {} lines)",
            self.message.number,
            self.entries.len(),
            self.items
        )
    }
}

impl PartialEq for Record {
    /// Same message, same elements, same values; the lines of the file do not count.
    fn eq(&self, other: &Self) -> bool {
        self.message.number == other.message.number
            && self.items == other.items
            && self.entries.len() == other.entries.len()
            && self
                .entries
                .iter()
                .zip(&other.entries)
                .all(|(mine, theirs)| {
                    mine.place() == theirs.place() && self.text_of(mine) == other.text_of(theirs)
                })
    }
}

impl Eq for Record {}

/// One line of a record.
#[derive(Clone, Copy)]
pub struct Item<'a> {
    record: &'a Record,
    number: u32,
}

impl<'a> Item<'a> {
    /// Which line it is, from 1 in the order of the file (not its `gnum`).
    #[must_use]
    pub fn number(self) -> u32 {
        self.number
    }

    /// The value of that name; `None` when absent or empty.
    #[must_use]
    pub fn get(self, name: &str) -> Option<&'a str> {
        self.field(self.record.message.line_field(name)?)
    }

    /// The value of that field; `None` when absent or empty.
    #[must_use]
    pub fn field(self, field: FieldId) -> Option<&'a str> {
        self.record.value(self.number, field)
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]
mod tests {
    use super::*;
    use crate::catalogue::tests::catalogue;

    #[test]
    fn a_value_set_twice_holds_the_last_and_an_empty_one_is_none() {
        let mut record = Record::new(catalogue().message("311").unwrap());
        record.set("orderNo", "A1").unwrap();
        record.set("orderNo", "A2").unwrap();
        record.set("note", "").unwrap();
        let line = record.add_line();
        record.set_in(line, "gnum", "1").unwrap();
        assert_eq!(record.get("orderNo"), Some("A2"));
        assert_eq!(record.get("note"), None);
        assert!(record.holds(record.message().field("note").unwrap()));
        assert_eq!(record.item(1).unwrap().get("gnum"), Some("1"));
        assert!(record.item(2).is_none());
        assert_eq!(record.set("gnum", "1"), Err(UnknownField("gnum".into())));
    }

    #[test]
    fn the_business_key_is_whole_or_absent() {
        let record = Record::of(
            catalogue().message("311").unwrap(),
            [("ebpCode", "E1"), ("orderNo", "A1")],
            [],
        )
        .unwrap();
        assert_eq!(record.key_text().as_deref(), Some("E1/A1"));
        let record =
            Record::of(catalogue().message("311").unwrap(), [("orderNo", "A1")], []).unwrap();
        assert_eq!(record.key_text(), None);
    }

    #[test]
    fn a_receipt_is_named_by_the_parts_of_its_key_that_came() {
        let of = |number: &str, parts: &[(&str, &str)]| {
            let message = catalogue().message(number).unwrap();
            Record::of(message, parts.iter().copied(), [])
                .unwrap()
                .key_text()
        };
        assert_eq!(of("622", &[("copNo", "Q1")]).as_deref(), Some("Q1"));
        assert_eq!(of("622", &[("agentCode", "B1")]), None, "copNo must come");
        assert_eq!(of("712", &[("operatorCode", "O1")]).as_deref(), Some("O1"));
        assert_eq!(of("712", &[]), None);
        assert_eq!(
            of("404", &[("ebcCode", "E1"), ("orderNo", "A1")]).as_deref(),
            Some("E1/A1")
        );
        // What a firm sends has its whole key or none.
        assert_eq!(of("621", &[("agentCode", "B1")]), None);
    }

    #[test]
    fn a_record_in_a_log_shows_no_value() {
        let record = Record::of(
            catalogue().message("311").unwrap(),
            [("buyerName", "测试甲")],
            [],
        )
        .unwrap();
        assert!(!format!("{record:?}").contains("测试甲"));
    }
}
