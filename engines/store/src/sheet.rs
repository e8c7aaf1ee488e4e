//! Values of many rows in two buffers: no allocation a value.

use std::{cmp::Ordering, ops::Range};

use rusqlite::{
    ToSql,
    types::{ToSqlOutput, ValueRef},
};

/// Rows of one width.
pub(crate) struct Sheet {
    columns: usize,
    cells: Vec<Cell>,
    text: Vec<u8>,
}

/// A value; texts and bytes stand in the sheet's buffer.
#[derive(Clone, Copy)]
enum Cell {
    Null,
    Int(i64),
    Text(usize, u32),
    Bytes(usize, u32),
}

pub(crate) struct Bound<'a>(ValueRef<'a>);

impl ToSql for Bound<'_> {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(ToSqlOutput::Borrowed(self.0))
    }
}

impl Sheet {
    pub(crate) fn new(columns: usize) -> Self {
        Self {
            columns: columns.max(1),
            cells: Vec::new(),
            text: Vec::new(),
        }
    }

    /// Adds the next value of the row that is being filled.
    pub(crate) fn push(&mut self, value: ValueRef<'_>) {
        let start = self.text.len();
        let mut keep = |bytes: &[u8]| {
            self.text.extend_from_slice(bytes);
            u32::try_from(bytes.len()).expect("a value of a row is far below 4 GiB")
        };
        let cell = match value {
            ValueRef::Integer(number) => Cell::Int(number),
            ValueRef::Text(text) => Cell::Text(start, keep(text)),
            ValueRef::Blob(bytes) => Cell::Bytes(start, keep(bytes)),
            // No table of the house has a column of floats.
            ValueRef::Null | ValueRef::Real(_) => Cell::Null,
        };
        self.cells.push(cell);
    }

    /// Takes all rows out.
    pub(crate) fn clear(&mut self) {
        self.cells.clear();
        self.text.clear();
    }

    /// How many rows.
    pub(crate) fn count(&self) -> usize {
        self.cells.len() / self.columns
    }

    /// Row `at`, from 0, as a statement takes it.
    pub(crate) fn row(&self, at: usize) -> impl Iterator<Item = Bound<'_>> {
        let cells = &self.cells[at * self.columns..(at + 1) * self.columns];
        cells.iter().map(|cell| Bound(self.value(*cell)))
    }

    /// The rows in the order of their values `key`; rows alike stay as they came.
    pub(crate) fn sorted(&self, key: &Range<usize>) -> Vec<usize> {
        let mut places: Vec<usize> = (0..self.count()).collect();
        if !key.is_empty() {
            places.sort_by(|a, b| self.compare(*a, *b, key));
        }
        places
    }

    fn compare(&self, a: usize, b: usize, key: &Range<usize>) -> Ordering {
        let part = |row: usize, column: usize| self.value(self.cells[row * self.columns + column]);
        key.clone()
            .map(|column| order(part(a, column), part(b, column)))
            .find(|order| order.is_ne())
            .unwrap_or(Ordering::Equal)
    }

    fn value(&self, cell: Cell) -> ValueRef<'_> {
        let part = |start: usize, length: u32| &self.text[start..start + length as usize];
        match cell {
            Cell::Null => ValueRef::Null,
            Cell::Int(number) => ValueRef::Integer(number),
            Cell::Text(start, length) => ValueRef::Text(part(start, length)),
            Cell::Bytes(start, length) => ValueRef::Blob(part(start, length)),
        }
    }
}

/// As the database orders values of one column.
fn order(a: ValueRef<'_>, b: ValueRef<'_>) -> Ordering {
    match (a, b) {
        (ValueRef::Integer(a), ValueRef::Integer(b)) => a.cmp(&b),
        (ValueRef::Text(a), ValueRef::Text(b)) | (ValueRef::Blob(a), ValueRef::Blob(b)) => a.cmp(b),
        _ => Ordering::Equal,
    }
}
