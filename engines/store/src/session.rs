//! Statements inside one transaction or one read.

use std::cell::RefCell;

use rusqlite::{
    Connection, ToSql,
    types::{ToSqlOutput, ValueRef},
};

use crate::{Fault, Insert, StoreError, later::Later};

/// A value bound to `$1`, `$2` … in that order (the embedded database numbers them by first
/// appearance, so a statement names them in order).
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Value<'a> {
    /// No value.
    Null,
    /// A whole number.
    Int(i64),
    /// A text.
    Text(&'a str),
    /// Bytes.
    Bytes(&'a [u8]),
}

impl<'a> From<Option<&'a str>> for Value<'a> {
    fn from(text: Option<&'a str>) -> Self {
        text.map_or(Self::Null, Self::Text)
    }
}

impl From<Option<i64>> for Value<'_> {
    fn from(number: Option<i64>) -> Self {
        number.map_or(Self::Null, Self::Int)
    }
}

impl<'a> Value<'a> {
    pub(crate) fn raw(self) -> ValueRef<'a> {
        match self {
            Self::Null => ValueRef::Null,
            Self::Int(number) => ValueRef::Integer(number),
            Self::Text(text) => ValueRef::Text(text.as_bytes()),
            Self::Bytes(bytes) => ValueRef::Blob(bytes),
        }
    }
}

impl ToSql for Value<'_> {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(ToSqlOutput::Borrowed(self.raw()))
    }
}

/// A row while it is being read.
pub struct Row<'r>(&'r rusqlite::Row<'r>);

impl Row<'_> {
    /// Column `at` as a whole number.
    pub fn int(&self, at: usize) -> Result<i64, StoreError> {
        Ok(self.0.get(at)?)
    }

    /// Column `at` as a whole number, if there is one.
    pub fn maybe_int(&self, at: usize) -> Result<Option<i64>, StoreError> {
        Ok(self.0.get(at)?)
    }

    /// Column `at` as text.
    pub fn text(&self, at: usize) -> Result<String, StoreError> {
        Ok(self.0.get(at)?)
    }

    /// Column `at` as text, if there is one.
    pub fn maybe_text(&self, at: usize) -> Result<Option<String>, StoreError> {
        Ok(self.0.get(at)?)
    }

    /// Column `at` as bytes.
    pub fn bytes(&self, at: usize) -> Result<Vec<u8>, StoreError> {
        Ok(self.0.get(at)?)
    }

    pub(crate) fn value(&self, at: usize) -> Result<ValueRef<'_>, StoreError> {
        Ok(self.0.get_ref(at)?)
    }

    /// Column `at` as bytes, borrowed while the row stands.
    pub fn slice(&self, at: usize) -> Result<&[u8], StoreError> {
        let value = self.0.get_ref(at)?;
        value
            .as_bytes()
            .map_err(|error| StoreError::damaged(error.to_string()))
    }
}

/// Statements on one connection: inside a transaction when a writer made it, else one
/// consistent read.
#[derive(Clone, Copy)]
pub struct Session<'c> {
    connection: &'c Connection,
    pub(crate) later: Option<&'c RefCell<Later>>,
}

impl<'c> Session<'c> {
    pub(crate) fn reading(connection: &'c Connection) -> Self {
        let later = None;
        Self { connection, later }
    }

    pub(crate) fn writing(connection: &'c Connection, later: &'c RefCell<Later>) -> Self {
        let later = Some(later);
        Self { connection, later }
    }

    /// Runs a statement; how many rows it touched.
    pub fn run(&self, sql: &'static str, values: &[Value<'_>]) -> Result<usize, StoreError> {
        self.sees(sql)?;
        let mut statement = self.connection.prepare_cached(sql)?;
        Ok(statement.execute(rusqlite::params_from_iter(values))?)
    }

    /// Writes a row now and takes note of it for [`Session::told`]; how many rows that touched.
    pub fn put(&self, insert: &'static Insert, values: &[Value<'_>]) -> Result<usize, StoreError> {
        let touched = self.run(insert.sql, values)?;
        if let Some(later) = self.later.filter(|_| touched > 0) {
            later.borrow_mut().told.note(insert, values);
        }
        Ok(touched)
    }

    /// Puts a row off to the end of the transaction, which writes it or fails. Nothing sees it
    /// before [`Session::flush`].
    pub fn later(&self, insert: &'static Insert, values: &[Value<'_>]) -> Result<(), StoreError> {
        match self.later {
            Some(later) => {
                later.borrow_mut().put(insert, values);
                Ok(())
            }
            None => self.run(insert.sql, values).map(drop),
        }
    }

    /// Writes what was put off, for what reads it in this same transaction.
    pub fn flush(&self) -> Result<(), StoreError> {
        match self.later {
            Some(later) => later.borrow_mut().write(self.connection),
            None => Ok(()),
        }
    }

    /// What is written, for a caller that knows itself what it has put off.
    #[must_use]
    pub fn written(&self) -> Self {
        Self::reading(self.connection)
    }

    // A statement that misses rows because they were put off is a fault of the program; every test
    // would find it, so the released program does not look.
    fn sees(&self, sql: &str) -> Result<(), StoreError> {
        if cfg!(debug_assertions)
            && let Some(table) = self.later.and_then(|later| later.borrow().hides(sql))
        {
            let words = format!("rows of {table} are put off: {sql}");
            return Err(StoreError::new(Fault::Other, words));
        }
        Ok(())
    }

    /// The first row, read by `read`.
    pub fn first<T>(
        &self,
        sql: &'static str,
        values: &[Value<'_>],
        read: impl FnOnce(&Row<'_>) -> Result<T, StoreError>,
    ) -> Result<Option<T>, StoreError> {
        self.sees(sql)?;
        let mut statement = self.connection.prepare_cached(sql)?;
        let mut rows = statement.query(rusqlite::params_from_iter(values))?;
        match rows.next()? {
            Some(row) => read(&Row(row)).map(Some),
            None => Ok(None),
        }
    }

    /// Every row, one after the other; `see` says whether to go on.
    pub fn each(
        &self,
        sql: &'static str,
        values: &[Value<'_>],
        mut see: impl FnMut(&Row<'_>) -> Result<bool, StoreError>,
    ) -> Result<(), StoreError> {
        self.sees(sql)?;
        let mut statement = self.connection.prepare_cached(sql)?;
        let mut rows = statement.query(rusqlite::params_from_iter(values))?;
        while let Some(row) = rows.next()? {
            if !see(&Row(row))? {
                break;
            }
        }
        Ok(())
    }

    /// Every row of a statement that was put together: for verification, which asks it once.
    pub(crate) fn every(
        &self,
        sql: &str,
        mut see: impl FnMut(&Row<'_>) -> Result<(), StoreError>,
    ) -> Result<(), StoreError> {
        self.sees(sql)?;
        let mut statement = self.connection.prepare(sql)?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            see(&Row(row))?;
        }
        Ok(())
    }

    /// Every row as a list.
    pub fn all<T>(
        &self,
        sql: &'static str,
        values: &[Value<'_>],
        mut read: impl FnMut(&Row<'_>) -> Result<T, StoreError>,
    ) -> Result<Vec<T>, StoreError> {
        let mut found = Vec::new();
        self.each(sql, values, |row| {
            found.push(read(row)?);
            Ok(true)
        })?;
        Ok(found)
    }

    /// A count or sum; 0 where there is nothing.
    pub fn count(&self, sql: &'static str, values: &[Value<'_>]) -> Result<i64, StoreError> {
        Ok(self
            .first(sql, values, |row| row.maybe_int(0))?
            .flatten()
            .unwrap_or(0))
    }

    /// Locks the rows of `keys` for this transaction, in key order so that two nodes cannot wait
    /// for each other. The embedded database has one writer, so there is nothing to lock here.
    pub fn lock(&self, keys: &mut [String]) {
        keys.sort_unstable();
    }
}
