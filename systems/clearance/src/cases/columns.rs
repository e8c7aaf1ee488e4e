//! A case file in columns.

use std::collections::HashMap;

/// The file, by column.
pub(super) struct Table {
    columns: HashMap<String, usize>,
    rows: Vec<csv::StringRecord>,
}

impl Table {
    /// Reads a file with a header and at least one row.
    pub(super) fn read(text: &str) -> Option<Self> {
        let mut reader = csv::ReaderBuilder::new()
            .flexible(true)
            .from_reader(text.as_bytes());
        let header = reader.headers().ok()?.clone();
        let columns = header
            .iter()
            .enumerate()
            .map(|(at, name)| (name.trim().to_owned(), at))
            .collect();
        let rows = reader.records().collect::<Result<Vec<_>, _>>().ok()?;
        (!rows.is_empty()).then_some(Self { columns, rows })
    }

    pub(super) fn has(&self, names: &[&str]) -> bool {
        names.iter().all(|name| self.columns.contains_key(*name))
    }

    pub(super) fn rows(&self) -> impl Iterator<Item = Row<'_>> {
        self.rows.iter().map(|cells| Row { table: self, cells })
    }
}

/// One row.
pub(super) struct Row<'a> {
    table: &'a Table,
    cells: &'a csv::StringRecord,
}

impl<'a> Row<'a> {
    /// The cell of that column; empty where the row or the file lacks it.
    pub(super) fn cell(&self, column: &str) -> &'a str {
        self.table
            .columns
            .get(column)
            .and_then(|at| self.cells.get(*at))
            .unwrap_or_default()
    }

    /// The cell, where it says anything.
    pub(super) fn filled(&self, column: &str) -> Option<&'a str> {
        Some(self.cell(column)).filter(|cell| !cell.is_empty())
    }
}
