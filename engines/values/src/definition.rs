//! Definition files: one TOML table after the other, read key by key, each with its line. What is not
//! taken is not known, and all faults are told at once.

mod fault;

use std::{cell::RefCell, collections::BTreeMap};

use toml::{
    Spanned,
    de::{DeTable, DeValue},
};

use crate::{Day, Finding};

pub use fault::{
    CODES, DAYS, DefinitionError, ENTRY, KIND, MISSING, REFERENCE, SYNTAX, TWICE, UNKNOWN, VALUE,
    WORDS, fault,
};

/// A file being read, and the faults found so far.
#[derive(Debug)]
pub struct Page<'a> {
    /// The file, below `definitions/`.
    pub file: &'a str,
    text: &'a str,
    faults: RefCell<Vec<DefinitionError>>,
}

impl<'a> Page<'a> {
    /// The text of that file.
    #[must_use]
    pub fn new(file: &'a str, text: &'a str) -> Self {
        Self {
            file,
            text,
            faults: RefCell::default(),
        }
    }

    /// The whole file as a table, and whether all of it is TOML; what can be read is read.
    pub fn parse(&self) -> (Spanned<DeTable<'a>>, bool) {
        let (table, errors) = DeTable::parse_recoverable(self.text);
        for error in &errors {
            let line = error.span().map_or(0, |span| self.line(span.start));
            self.fault(line, fault(SYNTAX, "toml"));
        }
        (table, errors.is_empty())
    }

    /// Notes a fault on a line.
    pub fn fault(&self, line: u32, what: Finding) {
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

    /// All faults, by line.
    #[must_use]
    pub fn faults(self) -> Vec<DefinitionError> {
        let mut faults = self.faults.into_inner();
        faults.sort_by_key(|fault| fault.line);
        faults
    }
}

/// A table of that file, each key taken once.
#[derive(Debug)]
pub struct Table<'a> {
    page: &'a Page<'a>,
    /// Line on which the table begins.
    pub line: u32,
    left: BTreeMap<&'a str, (u32, &'a Spanned<DeValue<'a>>)>,
}

impl<'a> Table<'a> {
    /// The whole file.
    #[must_use]
    pub fn whole(page: &'a Page<'a>, table: &'a Spanned<DeTable<'a>>) -> Self {
        Self::new(page, 1, table.get_ref())
    }

    fn new(page: &'a Page<'a>, line: u32, table: &'a DeTable<'a>) -> Self {
        let left = table
            .iter()
            .map(|(key, value)| (key.get_ref().as_ref(), (page.line(key.span().start), value)))
            .collect();
        Self { page, line, left }
    }

    /// Notes a fault on a line.
    pub fn fault(&self, line: u32, what: Finding) {
        self.page.fault(line, what);
    }

    /// The line of a key that has not been taken yet; else that of the table.
    #[must_use]
    pub fn line_of(&self, key: &str) -> u32 {
        self.left.get(key).map_or(self.line, |(line, _)| *line)
    }

    /// Whether that key is there and not taken yet.
    #[must_use]
    pub fn has(&self, key: &str) -> bool {
        self.left.contains_key(key)
    }

    fn take<T>(
        &mut self,
        key: &str,
        kind: &str,
        read: impl FnOnce(&'a DeValue<'a>) -> Option<T>,
    ) -> Option<(u32, T)> {
        let (line, value) = self.left.remove(key)?;
        let taken = read(value.get_ref());
        if taken.is_none() {
            self.fault(line, fault(KIND, kind).at(key.to_owned()));
        }
        Some((line, taken?))
    }

    /// Whether the key is there; noted where it is not.
    fn demand(&self, key: &str) -> Option<()> {
        if !self.has(key) {
            let missing = fault(MISSING, "key").at(key.to_owned());
            self.fault(self.line, missing);
            return None;
        }
        Some(())
    }

    /// A text that may be absent, and its line. It says something.
    pub fn text_if(&mut self, key: &str) -> Option<(u32, &'a str)> {
        let (line, text) = self.take(key, "text", DeValue::as_str)?;
        if text.trim().is_empty() {
            self.fault(line, fault(VALUE, "empty").at(key.to_owned()));
            return None;
        }
        Some((line, text))
    }

    /// A text that must be there and say something.
    pub fn text(&mut self, key: &str) -> Option<&'a str> {
        self.demand(key)?;
        self.text_if(key).map(|(_, text)| text)
    }

    /// A text that stands for a value and may be absent; which texts do, the word `wanted` says.
    pub fn parsed_if<T>(
        &mut self,
        key: &str,
        wanted: &str,
        read: impl FnOnce(&'a str) -> Option<T>,
    ) -> Option<T> {
        let (line, text) = self.take(key, "text", DeValue::as_str)?;
        let value = read(text);
        if value.is_none() {
            let refused = fault(VALUE, wanted).at(key.to_owned()).with("value", text);
            self.fault(line, refused);
        }
        value
    }

    /// A text that stands for a value and must be there.
    pub fn parsed<T>(
        &mut self,
        key: &str,
        wanted: &str,
        read: impl FnOnce(&'a str) -> Option<T>,
    ) -> Option<T> {
        self.demand(key)?;
        self.parsed_if(key, wanted, read)
    }

    /// A whole number that must be there.
    pub fn count(&mut self, key: &str) -> Option<u32> {
        self.demand(key)?;
        self.count_if(key)
    }

    /// A whole number that may be absent.
    pub fn count_if(&mut self, key: &str) -> Option<u32> {
        self.take(key, "whole", |value| {
            value.as_integer()?.as_str().parse().ok()
        })
        .map(|(_, count)| count)
    }

    /// `true` or `false`; off where absent.
    pub fn switch(&mut self, key: &str) -> bool {
        self.take(key, "flag", DeValue::as_bool)
            .is_some_and(|(_, on)| on)
    }

    /// One of `words`, which must be there.
    pub fn word<T: Copy>(&mut self, key: &str, words: &[(&str, T)]) -> Option<T> {
        self.demand(key)?;
        self.word_if(key, words)
    }

    /// One of `words`, which may be absent.
    pub fn word_if<T: Copy>(&mut self, key: &str, words: &[(&str, T)]) -> Option<T> {
        let (line, text) = self.text_if(key)?;
        let found = words
            .iter()
            .find(|(word, _)| *word == text)
            .map(|(_, value)| *value);
        if found.is_none() {
            let known: Vec<_> = words.iter().map(|(word, _)| *word).collect();
            let refused = fault(VALUE, "word").at(key.to_owned());
            let refused = refused.with("value", text).with("known", known.join(", "));
            self.fault(line, refused);
        }
        found
    }

    /// `true` or `false`, which must be there.
    pub fn flag(&mut self, key: &str) -> Option<bool> {
        self.demand(key)?;
        self.take(key, "flag", DeValue::as_bool)
            .map(|(_, flag)| flag)
    }

    /// A day that must be there.
    pub fn day(&mut self, key: &str) -> Option<Day> {
        self.demand(key)?;
        self.day_if(key)
    }

    /// A day that may be absent.
    pub fn day_if(&mut self, key: &str) -> Option<Day> {
        self.take(key, "day", |value| {
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
    pub fn scalar(&mut self, key: &str) -> Option<(u32, String)> {
        self.demand(key)?;
        self.take(key, "scalar", |value| match value {
            DeValue::String(text) => Some(text.to_string()),
            DeValue::Integer(number) if number.radix() == 10 => Some(number.as_str().to_owned()),
            DeValue::Boolean(flag) => Some(flag.to_string()),
            DeValue::Integer(_)
            | DeValue::Float(_)
            | DeValue::Datetime(_)
            | DeValue::Array(_)
            | DeValue::Table(_) => None,
        })
    }

    /// A list of texts; empty where absent. Each with its line.
    pub fn texts(&mut self, key: &str) -> Vec<(u32, &'a str)> {
        let Some((line, rows)) = self.take(key, "texts", DeValue::as_array) else {
            return Vec::new();
        };
        let mut texts = Vec::new();
        for row in rows.iter() {
            match row.get_ref().as_str() {
                Some(text) => texts.push((self.page.line(row.span().start), text)),
                None => self.fault(line, fault(KIND, "texts").at(key.to_owned())),
            }
        }
        texts
    }

    /// A text, or a list of texts; empty where absent.
    pub fn text_or_texts(&mut self, key: &str) -> Vec<&'a str> {
        let texts = self.take(key, "text-or-texts", |value| {
            let said = |text: &&str| !text.trim().is_empty();
            if let Some(text) = value.as_str() {
                return Some(text).filter(said).map(|text| vec![text]);
            }
            let rows = value.as_array()?.iter();
            rows.map(|row| row.get_ref().as_str().filter(said))
                .collect()
        });
        texts.map(|(_, texts)| texts).unwrap_or_default()
    }

    /// A table that may be absent.
    pub fn table_if(&mut self, key: &str) -> Option<Self> {
        let (line, table) = self.take(key, "table", DeValue::as_table)?;
        Some(Self::new(self.page, line, table))
    }

    /// A table that must be there.
    pub fn table(&mut self, key: &str) -> Option<Self> {
        self.demand(key)?;
        self.table_if(key)
    }

    /// A list of tables; empty where absent.
    pub fn tables(&mut self, key: &str) -> Vec<Self> {
        let Some((_, rows)) = self.take(key, "tables", DeValue::as_array) else {
            return Vec::new();
        };
        let mut tables = Vec::new();
        for row in rows.iter() {
            let line = self.page.line(row.span().start);
            match row.get_ref().as_table() {
                Some(table) => tables.push(Self::new(self.page, line, table)),
                None => self.fault(line, fault(KIND, "tables").at(key.to_owned())),
            }
        }
        tables
    }

    /// Notes every key that was not taken.
    pub fn end(self) {
        for (key, (line, _)) in &self.left {
            self.fault(*line, fault(UNKNOWN, "key").at((*key).to_owned()));
        }
    }
}
