//! Rows put off to the end of their transaction. Written together, table by table and in the order of
//! the key, they cost a fraction of what each costs between statements of other tables.

use std::ops::Range;

use rusqlite::Connection;

use crate::{StoreError, Value, sheet::Sheet, told::Told};

/// An insert whose rows may wait for the end of their transaction ([`crate::Session::later`]).
#[derive(Debug)]
pub struct Insert {
    /// The insert of one row, `INSERT INTO table …`.
    pub sql: &'static str,
    /// Which of its values are the natural key: rows are written in its order. `0..0` where they
    /// come in that order.
    pub key: Range<usize>,
    /// How many of its values, from the first, have to be told ([`crate::Session::told`]): those that
    /// follow from nothing else. Rows with a natural key are told one by one, others as a run from the
    /// first value of the first row, a number that grows, to that of the last. 0 where all follows.
    pub told: usize,
}

impl Insert {
    /// The table it writes.
    #[must_use]
    pub fn table(&self) -> &'static str {
        self.sql.split_whitespace().nth(2).unwrap_or_default()
    }

    /// The columns it names, in its order.
    pub(crate) fn columns(&self) -> Vec<&'static str> {
        let named = self.sql.split(['(', ')']).nth(1).unwrap_or_default();
        named.split(", ").collect()
    }
}

/// What one transaction has put off, by statement, and what it has to tell.
#[derive(Default)]
pub(crate) struct Later {
    sheets: Vec<(&'static Insert, Sheet)>,
    pub(crate) told: Told,
}

impl Later {
    pub(crate) fn put(&mut self, insert: &'static Insert, values: &[Value<'_>]) {
        self.told.note(insert, values);
        let known = self
            .sheets
            .iter()
            .position(|(known, _)| std::ptr::eq(*known, insert));
        let at = known.unwrap_or_else(|| {
            self.sheets.push((insert, Sheet::new(values.len())));
            self.sheets.len() - 1
        });
        let (_, sheet) = &mut self.sheets[at];
        values.iter().for_each(|value| sheet.push(value.raw()));
    }

    /// Writes all of it.
    pub(crate) fn write(&mut self, connection: &Connection) -> Result<(), StoreError> {
        for (insert, sheet) in &mut self.sheets {
            if sheet.count() == 0 {
                continue;
            }
            let mut statement = connection.prepare_cached(insert.sql)?;
            for place in sheet.sorted(&insert.key) {
                statement.execute(rusqlite::params_from_iter(sheet.row(place)))?;
            }
            sheet.clear();
        }
        Ok(())
    }

    /// Forgets all of it, and keeps the room it took for the next transaction.
    pub(crate) fn clear(&mut self) {
        self.sheets.iter_mut().for_each(|(_, sheet)| sheet.clear());
        self.told.clear();
    }

    /// The table of `sql` whose rows are put off: what reads it would not see them.
    pub(crate) fn hides(&self, sql: &str) -> Option<&'static str> {
        let waiting = self.sheets.iter().filter(|(_, sheet)| sheet.count() > 0);
        let mut tables = waiting.map(|(insert, _)| insert.table());
        tables.find(|table| sql.split_whitespace().any(|word| word == *table))
    }
}
