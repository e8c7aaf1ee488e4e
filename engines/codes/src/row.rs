//! One line of a table, borrowed.

use crate::grid::Grid;

/// One line of a table. Cheap to copy; its texts live as long as the [`crate::Codes`] asked.
#[derive(Clone, Copy)]
pub struct Row<'a> {
    grid: &'a Grid,
    at: usize,
}

impl<'a> Row<'a> {
    pub(crate) fn new(grid: &'a Grid, at: usize) -> Self {
        Self { grid, at }
    }

    /// The key of the row: the code as it stands on the wire.
    #[must_use]
    pub fn code(self) -> &'a str {
        self.grid.key(self.at)
    }

    /// Its Chinese name: the column `name_zh`, empty where the table has none.
    #[must_use]
    pub fn name(self) -> &'a str {
        self.get("name_zh").unwrap_or_default()
    }

    /// The text of a column; `None` where the table has no such column.
    #[must_use]
    pub fn get(self, column: &str) -> Option<&'a str> {
        self.grid
            .column(column)
            .map(|column| self.grid.cell(self.at, column))
    }

    /// Every column with its text, in the order of the file.
    pub fn cells(self) -> impl Iterator<Item = (&'a str, &'a str)> {
        self.grid
            .header()
            .enumerate()
            .map(move |(column, name)| (name, self.grid.cell(self.at, column)))
    }
}

impl std::fmt::Debug for Row<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_map().entries(self.cells()).finish()
    }
}

impl PartialEq for Row<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.cells().eq(other.cells())
    }
}
