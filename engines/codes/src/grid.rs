//! The cells of a table in one text.

use std::ops::Range;

use crate::fault::{Fault, Want};

/// A header and rows of as many cells; every cell is a slice of one text.
#[derive(Debug, Default, Clone)]
pub(crate) struct Grid {
    header: Vec<String>,
    key: usize,
    text: String,
    ends: Vec<u32>,
    lines: Vec<u32>,
}

/// Two grids are equal when their cells are, whatever lines they stood on.
impl PartialEq for Grid {
    fn eq(&self, other: &Self) -> bool {
        self.header == other.header && self.ends == other.ends && self.text == other.text
    }
}

impl Grid {
    /// Reads CSV with a header: the rows that have all their cells, and a fault for each that
    /// has not. The first column is the key until [`Grid::shaped`] says otherwise.
    pub fn read(csv: &str) -> (Self, Vec<Fault>) {
        let csv = csv.strip_prefix('\u{feff}').unwrap_or(csv);
        let mut reader = csv::ReaderBuilder::new()
            .flexible(true)
            .has_headers(false)
            .from_reader(csv.as_bytes());
        let mut record = csv::StringRecord::new();
        let mut grid = Self {
            text: String::with_capacity(csv.len()),
            ..Self::default()
        };
        let mut faults = Vec::new();
        while reader
            .read_record(&mut record)
            .expect("a text in memory can be read, and its cells are UTF-8")
        {
            let line = record
                .position()
                .map_or(0, |position| position.line() as u32);
            if grid.header.is_empty() {
                grid.header = record.iter().map(|name| name.trim().to_owned()).collect();
            } else if record.len() == grid.header.len() {
                grid.push(record.iter(), line);
            } else {
                let (seen, want) = (record.len().to_string(), Want::Cells(grid.header.len()));
                faults.push(Fault::new(line, "", &seen, want));
            }
        }
        (grid, faults)
    }

    fn push<'c>(&mut self, cells: impl Iterator<Item = &'c str>, line: u32) {
        for cell in cells {
            self.text.push_str(cell.trim());
            self.ends.push(self.text.len() as u32);
        }
        self.lines.push(line);
    }

    /// These rows under exactly these columns, `key` the code. A column that is wanted and not
    /// there is a fault unless it is `optional`: such a column is left out. Either is there once: of
    /// two nobody could tell which counts.
    pub fn shaped(
        self,
        key: &str,
        required: &[&str],
        optional: &[&str],
    ) -> Result<Self, Vec<Fault>> {
        let mut faults = Vec::new();
        let times = |name: &str| self.header().filter(|column| *column == name).count();
        let lacking = required.iter().filter(|name| times(name) == 0);
        let repeated = required
            .iter()
            .chain(optional)
            .filter(|name| times(name) > 1);
        for name in lacking.chain(repeated) {
            let (seen, want) = (self.header.join(","), Want::Columns(required.join(",")));
            faults.push(Fault::new(1, name, &seen, want));
        }
        if !faults.is_empty() {
            return Err(faults);
        }
        let taken: Vec<usize> = required
            .iter()
            .chain(optional)
            .filter_map(|name| self.column(name))
            .collect();
        let mut shaped = if taken.iter().copied().eq(0..self.header.len()) {
            self
        } else {
            self.picked(&taken, None)
        };
        shaped.key = shaped
            .column(key)
            .expect("the key is among the required columns");
        Ok(shaped)
    }

    /// The rows whose first cell is `part`, without that column.
    pub fn part(&self, part: &str) -> Self {
        let others: Vec<usize> = (1..self.header.len()).collect();
        self.picked(&others, Some(part))
    }

    fn picked(&self, columns: &[usize], part: Option<&str>) -> Self {
        let header = columns
            .iter()
            .map(|column| self.header[*column].clone())
            .collect();
        let mut picked = Self {
            header,
            ..Self::default()
        };
        for row in 0..self.len() {
            if part.is_none_or(|part| self.cell(row, 0) == part) {
                picked.push(
                    columns.iter().map(|column| self.cell(row, *column)),
                    self.lines[row],
                );
            }
        }
        picked
    }

    pub fn len(&self) -> usize {
        self.lines.len()
    }

    /// The line of the file that a row begins on.
    pub fn line(&self, row: usize) -> u32 {
        self.lines[row]
    }

    pub fn header(&self) -> impl Iterator<Item = &str> {
        self.header.iter().map(String::as_str)
    }

    pub fn column(&self, name: &str) -> Option<usize> {
        self.header.iter().position(|column| column == name)
    }

    pub fn cell(&self, row: usize, column: usize) -> &str {
        let at = row * self.header.len() + column;
        &self.text[self.span(at)]
    }

    fn span(&self, at: usize) -> Range<usize> {
        let start = if at == 0 {
            0
        } else {
            self.ends[at - 1] as usize
        };
        start..self.ends[at] as usize
    }

    pub fn key(&self, row: usize) -> &str {
        self.cell(row, self.key)
    }

    pub fn key_column(&self) -> &str {
        &self.header[self.key]
    }
}
