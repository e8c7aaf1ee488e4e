//! One TOML table, read key by key with its line. What is not taken is not known.

use std::{cell::RefCell, collections::BTreeMap};

use toml::{
    Spanned,
    de::{DeTable, DeValue},
};
use values::{Day, DefinitionError};

/// A file being read, and the faults found so far.
pub(crate) struct Source<'a> {
    pub(crate) file: &'a str,
    text: &'a str,
    faults: &'a RefCell<Vec<DefinitionError>>,
}

impl<'a> Source<'a> {
    pub(crate) fn new(
        file: &'a str,
        text: &'a str,
        faults: &'a RefCell<Vec<DefinitionError>>,
    ) -> Self {
        Self { file, text, faults }
    }

    /// The whole file as a table, and whether all of it is TOML; what can be read is read.
    pub(crate) fn parse(&self) -> (Spanned<DeTable<'a>>, bool) {
        let (table, errors) = DeTable::parse_recoverable(self.text);
        for error in &errors {
            self.fault(
                error.span().map_or(0, |span| self.line(span.start)),
                error.message(),
            );
        }
        (table, errors.is_empty())
    }

    pub(crate) fn fault(&self, line: u32, what: impl Into<String>) {
        self.faults.borrow_mut().push(DefinitionError {
            file: self.file.to_owned(),
            line,
            what: what.into(),
        });
    }

    fn line(&self, offset: usize) -> u32 {
        let before = &self.text.as_bytes()[..offset.min(self.text.len())];
        let breaks = before.iter().filter(|byte| **byte == b'\n').count();
        u32::try_from(breaks + 1).unwrap_or(u32::MAX)
    }
}

/// A table of that file, each key taken once.
pub(crate) struct Table<'a> {
    source: &'a Source<'a>,
    /// Line on which the table begins.
    pub(crate) line: u32,
    left: BTreeMap<&'a str, (u32, &'a Spanned<DeValue<'a>>)>,
}

impl<'a> Table<'a> {
    pub(crate) fn whole(source: &'a Source<'a>, table: &'a Spanned<DeTable<'a>>) -> Self {
        Self::new(source, 1, table.get_ref())
    }

    fn new(source: &'a Source<'a>, line: u32, table: &'a DeTable<'a>) -> Self {
        let left = table
            .iter()
            .map(|(key, value)| {
                (
                    key.get_ref().as_ref(),
                    (source.line(key.span().start), value),
                )
            })
            .collect();
        Self { source, line, left }
    }

    pub(crate) fn fault(&self, line: u32, what: impl Into<String>) {
        self.source.fault(line, what);
    }

    /// The line of a key that has not been taken yet; else that of the table.
    pub(crate) fn line_of(&self, key: &str) -> u32 {
        self.left.get(key).map_or(self.line, |(line, _)| *line)
    }

    pub(crate) fn has(&self, key: &str) -> bool {
        self.left.contains_key(key)
    }

    fn take<T>(
        &mut self,
        key: &str,
        wanted: &str,
        read: impl FnOnce(&'a DeValue<'a>) -> Option<T>,
    ) -> Option<(u32, T)> {
        let (line, value) = self.left.remove(key)?;
        let taken = read(value.get_ref());
        if taken.is_none() {
            self.fault(
                line,
                format!("{key} takes {wanted}, not {}", value.get_ref().type_str()),
            );
        }
        Some((line, taken?))
    }

    fn missing(&self, key: &str) {
        self.fault(self.line, format!("{key} is missing"));
    }

    /// A text that may be absent.
    pub(crate) fn text_if(&mut self, key: &str) -> Option<&'a str> {
        self.take(key, "a text", DeValue::as_str)
            .map(|(_, text)| text)
    }

    /// A text that must be there and say something.
    pub(crate) fn text(&mut self, key: &str) -> Option<&'a str> {
        if !self.has(key) {
            self.missing(key);
            return None;
        }
        let (line, text) = self.take(key, "a text", DeValue::as_str)?;
        if text.trim().is_empty() {
            self.fault(line, format!("{key} is empty"));
            return None;
        }
        Some(text)
    }

    /// One of `words`.
    pub(crate) fn word<T: Copy>(&mut self, key: &str, words: &[(&str, T)]) -> Option<T> {
        let line = self.line_of(key);
        let text = self.text(key)?;
        let found = words
            .iter()
            .find(|(word, _)| *word == text)
            .map(|(_, value)| *value);
        if found.is_none() {
            let known: Vec<_> = words.iter().map(|(word, _)| *word).collect();
            self.fault(
                line,
                format!("{key} is one of {}, not {text}", known.join(", ")),
            );
        }
        found
    }

    /// `true` or `false`, which must be there.
    pub(crate) fn flag(&mut self, key: &str) -> Option<bool> {
        if !self.has(key) {
            self.missing(key);
            return None;
        }
        self.take(key, "true or false", DeValue::as_bool)
            .map(|(_, flag)| flag)
    }

    /// A day that must be there.
    pub(crate) fn day(&mut self, key: &str) -> Option<Day> {
        if !self.has(key) {
            self.missing(key);
            return None;
        }
        self.day_if(key)
    }

    /// A day that may be absent.
    pub(crate) fn day_if(&mut self, key: &str) -> Option<Day> {
        self.take(key, "a day such as 2019-01-01", |value| {
            let at = value.as_datetime()?;
            let date = at
                .date
                .filter(|_| at.time.is_none() && at.offset.is_none())?;
            Day::new(
                i16::try_from(date.year).ok()?,
                i8::try_from(date.month).ok()?,
                i8::try_from(date.day).ok()?,
            )
            .ok()
        })
        .map(|(_, day)| day)
    }

    /// A scalar as the text of a value: quoted, a whole number, or true and false. A number with
    /// a point stands in quotes, for it could already have lost digits.
    pub(crate) fn scalar(&mut self, key: &str) -> Option<(u32, String)> {
        if !self.has(key) {
            self.missing(key);
            return None;
        }
        self.take(
            key,
            "a text, a whole number or true and false",
            |value| match value {
                DeValue::String(text) => Some(text.to_string()),
                DeValue::Integer(number) if number.radix() == 10 => {
                    Some(number.as_str().to_owned())
                }
                DeValue::Boolean(flag) => Some(flag.to_string()),
                DeValue::Integer(_)
                | DeValue::Float(_)
                | DeValue::Datetime(_)
                | DeValue::Array(_)
                | DeValue::Table(_) => None,
            },
        )
    }

    /// A list of texts; empty where absent. Each with its line.
    pub(crate) fn texts(&mut self, key: &str) -> Vec<(u32, &'a str)> {
        let Some((line, rows)) = self.take(key, "a list of texts", DeValue::as_array) else {
            return Vec::new();
        };
        let mut texts = Vec::new();
        for row in rows.iter() {
            match row.get_ref().as_str() {
                Some(text) => texts.push((self.source.line(row.span().start), text)),
                None => self.fault(line, format!("{key} takes a list of texts")),
            }
        }
        texts
    }

    /// A table that must be there.
    pub(crate) fn table(&mut self, key: &str) -> Option<Self> {
        if !self.has(key) {
            self.missing(key);
            return None;
        }
        let (line, table) = self.take(key, "a table", DeValue::as_table)?;
        Some(Self::new(self.source, line, table))
    }

    /// A list of tables; empty where absent.
    pub(crate) fn tables(&mut self, key: &str) -> Vec<Self> {
        let Some((_, rows)) = self.take(key, "a list of tables", DeValue::as_array) else {
            return Vec::new();
        };
        let mut tables = Vec::new();
        for row in rows.iter() {
            let line = self.source.line(row.span().start);
            match row.get_ref().as_table() {
                Some(table) => tables.push(Self::new(self.source, line, table)),
                None => self.fault(line, format!("{key} takes a list of tables")),
            }
        }
        tables
    }

    /// Notes every key that was not taken.
    pub(crate) fn end(self) {
        for (key, (line, _)) in &self.left {
            self.fault(*line, format!("{key} is not a key of this table"));
        }
    }
}
