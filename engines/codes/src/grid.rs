//! The cells of a table in one text.

/// A header and rows of as many cells; every cell is a slice of one text.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub(crate) struct Grid {
    header: Vec<String>,
    key: usize,
    text: String,
    ends: Vec<u32>,
}

impl Grid {
    pub(crate) fn header(&self) -> impl Iterator<Item = &str> {
        self.header.iter().map(String::as_str)
    }

    pub(crate) fn column(&self, name: &str) -> Option<usize> {
        self.header.iter().position(|column| column == name)
    }

    pub(crate) fn cell(&self, row: usize, column: usize) -> &str {
        let at = row * self.header.len() + column;
        let start = if at == 0 {
            0
        } else {
            self.ends[at - 1] as usize
        };
        &self.text[start..self.ends[at] as usize]
    }

    pub(crate) fn key(&self, row: usize) -> &str {
        self.cell(row, self.key)
    }
}
