//! Statements inside one transaction or one read.

use rusqlite::{
    Connection, ToSql,
    types::{ToSqlOutput, ValueRef},
};

use crate::StoreError;

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

impl ToSql for Value<'_> {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(ToSqlOutput::Borrowed(match self {
            Self::Null => ValueRef::Null,
            Self::Int(number) => ValueRef::Integer(*number),
            Self::Text(text) => ValueRef::Text(text.as_bytes()),
            Self::Bytes(bytes) => ValueRef::Blob(bytes),
        }))
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

    /// Column `at` as bytes, borrowed while the row stands.
    pub fn slice(&self, at: usize) -> Result<&[u8], StoreError> {
        let value = self.0.get_ref(at)?;
        value
            .as_bytes()
            .map_err(|error| StoreError::new(crate::Fault::Other, error.to_string()))
    }
}

/// Rows for one table, written together. `sql` is the room's named insert, one row a run.
pub struct Batch<'a> {
    /// The insert for one row.
    pub sql: &'static str,
    /// The rows, each in the order of the statement's parameters.
    pub rows: &'a [&'a [Value<'a>]],
}

/// Statements on one connection: inside a transaction when a writer made it, else one
/// consistent read.
#[derive(Clone, Copy)]
pub struct Session<'c>(pub(crate) &'c Connection);

impl Session<'_> {
    /// Runs a statement; how many rows it touched.
    pub fn run(&self, sql: &'static str, values: &[Value<'_>]) -> Result<usize, StoreError> {
        let mut statement = self.0.prepare_cached(sql)?;
        Ok(statement.execute(rusqlite::params_from_iter(values))?)
    }

    /// Writes a batch of rows.
    pub fn put(&self, batch: &Batch<'_>) -> Result<(), StoreError> {
        let mut statement = self.0.prepare_cached(batch.sql)?;
        for row in batch.rows {
            statement.execute(rusqlite::params_from_iter(row.iter()))?;
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
        let mut statement = self.0.prepare_cached(sql)?;
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
        let mut statement = self.0.prepare_cached(sql)?;
        let mut rows = statement.query(rusqlite::params_from_iter(values))?;
        while let Some(row) = rows.next()? {
            if !see(&Row(row))? {
                break;
            }
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
