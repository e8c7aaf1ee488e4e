//! One TOML table whose keys are taken one by one, each with its line; what is left over at the
//! end is a key nobody knows.

use std::cell::RefCell;

use toml::{
    Spanned,
    de::{DeTable, DeValue},
};
use values::{Day, DefinitionError};

use crate::{Bilingual, Number};

/// The file being read, and what was found wrong in it so far.
pub(super) struct Page<'a> {
    file: &'a str,
    text: &'a str,
    faults: RefCell<Vec<DefinitionError>>,
}

impl<'a> Page<'a> {
    pub(super) fn new(file: &'a str, text: &'a str) -> Self {
        Self {
            file,
            text,
            faults: RefCell::default(),
        }
    }

    /// The file as one table, as far as it is TOML.
    pub(super) fn parse(&self) -> Spanned<DeTable<'a>> {
        let (table, errors) = DeTable::parse_recoverable(self.text);
        for error in &errors {
            let line = error.span().map_or(0, |span| self.line(span.start));
            self.fault(line, error.message());
        }
        table
    }

    pub(super) fn fault(&self, line: u32, what: impl Into<String>) {
        self.faults.borrow_mut().push(DefinitionError {
            file: self.file.to_owned(),
            line,
            what: what.into(),
        });
    }

    fn line(&self, offset: usize) -> u32 {
        let before = &self.text.as_bytes()[..offset.min(self.text.len())];
        let breaks = before.iter().filter(|byte| **byte == b'\n').count();
        u32::try_from(breaks).map_or(u32::MAX, |breaks| breaks + 1)
    }

    /// All faults, by line.
    pub(super) fn faults(self) -> Vec<DefinitionError> {
        let mut faults = self.faults.into_inner();
        faults.sort_by_key(|fault| fault.line);
        faults
    }
}

/// A key, its line and its value.
struct Entry<'a> {
    key: &'a str,
    line: u32,
    value: &'a DeValue<'a>,
}

/// A table of that page.
pub(super) struct Table<'a> {
    page: &'a Page<'a>,
    /// The line it begins on.
    pub(super) line: u32,
    left: Vec<Entry<'a>>,
}

impl<'a> Table<'a> {
    pub(super) fn new(page: &'a Page<'a>, line: u32, table: &'a DeTable<'a>) -> Self {
        let left = table
            .iter()
            .map(|(key, value)| Entry {
                key: key.get_ref().as_ref(),
                line: page.line(key.span().start),
                value: value.get_ref(),
            })
            .collect();
        Self { page, line, left }
    }

    pub(super) fn fault(&self, line: u32, what: impl Into<String>) {
        self.page.fault(line, what);
    }

    pub(super) fn line_of(&self, key: &str) -> u32 {
        let entry = self.left.iter().find(|entry| entry.key == key);
        entry.map_or(self.line, |entry| entry.line)
    }

    /// Takes a key that may be absent.
    fn take<T>(
        &mut self,
        key: &str,
        wanted: &str,
        read: impl FnOnce(&'a DeValue<'a>) -> Option<T>,
    ) -> Option<(u32, T)> {
        let at = self.left.iter().position(|entry| entry.key == key)?;
        let Entry { line, value, .. } = self.left.swap_remove(at);
        let taken = read(value);
        if taken.is_none() {
            self.fault(line, format!("{key} takes {wanted}"));
        }
        Some((line, taken?))
    }

    /// Notes it where a key that must be there is not.
    fn demand(&self, key: &str) {
        if !self.left.iter().any(|entry| entry.key == key) {
            self.fault(self.line, format!("{key} is missing"));
        }
    }

    pub(super) fn text_if(&mut self, key: &str) -> Option<(u32, &'a str)> {
        self.take(key, "a text that says something", |value| {
            value.as_str().filter(|text| !text.trim().is_empty())
        })
    }

    pub(super) fn text(&mut self, key: &str) -> Option<&'a str> {
        self.demand(key);
        self.text_if(key).map(|(_, text)| text)
    }

    /// A text that stands for a value; `what` says which texts do.
    pub(super) fn parsed_if<T>(
        &mut self,
        key: &str,
        what: &str,
        read: impl FnOnce(&'a str) -> Option<T>,
    ) -> Option<T> {
        self.take(key, what, |value| value.as_str().and_then(read))
            .map(|(_, value)| value)
    }

    pub(super) fn parsed<T>(
        &mut self,
        key: &str,
        what: &str,
        read: impl FnOnce(&'a str) -> Option<T>,
    ) -> Option<T> {
        self.demand(key);
        self.parsed_if(key, what, read)
    }

    pub(super) fn number(&mut self, key: &str) -> Option<Number> {
        self.demand(key);
        self.number_if(key)
    }

    pub(super) fn number_if(&mut self, key: &str) -> Option<Number> {
        self.parsed_if(key, "three digits", Number::parse)
    }

    pub(super) fn count(&mut self, key: &str) -> Option<u32> {
        self.demand(key);
        self.count_if(key)
    }

    pub(super) fn count_if(&mut self, key: &str) -> Option<u32> {
        self.take(key, "a whole number", |value| {
            value.as_integer()?.as_str().parse().ok()
        })
        .map(|(_, count)| count)
    }

    /// A switch that is off where absent.
    pub(super) fn flag(&mut self, key: &str) -> bool {
        self.take(key, "true or false", DeValue::as_bool)
            .is_some_and(|(_, flag)| flag)
    }

    pub(super) fn day(&mut self, key: &str) -> Option<Day> {
        self.demand(key);
        self.take(key, "a day such as 2022-05-01", |value| {
            let at = value.as_datetime()?;
            let date = at.date.filter(|_| at.time.is_none())?;
            let (year, month, day) = (date.year, date.month, date.day);
            Day::new(
                year.try_into().ok()?,
                month.try_into().ok()?,
                day.try_into().ok()?,
            )
            .ok()
        })
        .map(|(_, day)| day)
    }

    /// A list of texts; empty where absent.
    pub(super) fn texts(&mut self, key: &str) -> Vec<&'a str> {
        let texts = self.take(key, "a list of texts", |value| {
            let rows = value.as_array()?.iter();
            rows.map(|row| row.get_ref().as_str())
                .collect::<Option<Vec<_>>>()
        });
        texts.map(|(_, texts)| texts).unwrap_or_default()
    }

    /// A text, or a list of texts; empty where absent.
    pub(super) fn text_or_texts(&mut self, key: &str) -> Vec<&'a str> {
        let texts = self.take(key, "a text or a list of texts", |value| {
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

    pub(super) fn table_if(&mut self, key: &str) -> Option<Self> {
        let page = self.page;
        let (line, table) = self.take(key, "a table", DeValue::as_table)?;
        Some(Self::new(page, line, table))
    }

    /// The rows of a list of tables; empty where absent.
    pub(super) fn rows(&mut self, key: &str) -> Vec<Self> {
        let page = self.page;
        let rows = self.take(key, "a list of tables", |value| {
            let rows = value.as_array()?.iter();
            rows.map(|row| {
                let line = page.line(row.span().start);
                Some(Self::new(page, line, row.get_ref().as_table()?))
            })
            .collect::<Option<Vec<_>>>()
        });
        rows.map(|(_, rows)| rows).unwrap_or_default()
    }

    /// `zh` and `en` of this table.
    pub(super) fn both(&mut self) -> Option<Bilingual> {
        let (zh, en) = (self.text("zh"), self.text("en"));
        Some(Bilingual {
            zh: zh?.into(),
            en: en?.into(),
        })
    }

    /// A table of `zh` and `en`.
    pub(super) fn bilingual_if(&mut self, key: &str) -> Option<Bilingual> {
        let mut table = self.table_if(key)?;
        let both = table.both();
        table.end();
        both
    }

    pub(super) fn bilingual(&mut self, key: &str) -> Option<Bilingual> {
        self.demand(key);
        self.bilingual_if(key)
    }

    /// Notes every key that was not taken.
    pub(super) fn end(self) {
        for entry in &self.left {
            self.fault(
                entry.line,
                format!("{} is not a key of this table", entry.key),
            );
        }
    }
}
