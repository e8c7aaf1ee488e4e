//! One edition of a table: its rows, found by code and day.

use values::Day;

use crate::{
    EditionInfo, Trust,
    fault::{Fault, Want},
    grid::Grid,
    listing::{self, Entry},
    tariff::{self, Rates},
};

/// What is known of an edition apart from its rows.
#[derive(Debug, Clone)]
pub(crate) struct Frame {
    pub from: Day,
    pub to: Option<Day>,
    pub superseded_from: Option<Day>,
    pub source: String,
    pub trust: Trust,
    pub complete: bool,
    pub full: bool,
    /// Where its text stands below `definitions/`; empty where it was handed in.
    pub file: String,
}

/// What the rows of a table must be like.
#[derive(Debug, Clone)]
pub(crate) struct Shape {
    pub key: String,
    /// Several rows may share a code; the first is the answer.
    pub repeats: bool,
    /// How many characters a code has, where they all have as many.
    pub length: Option<usize>,
    pub subject: Subject,
}

/// What a table is about: three carry more than texts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Subject {
    Plain,
    Tariff,
    PositiveList,
    Calendar,
}

impl Subject {
    /// The columns that an edition of this subject must have, the code first, and those that it
    /// may have. Other tables keep the columns of the edition before.
    pub const fn columns(self) -> Option<(Columns, Columns)> {
        match self {
            Self::Plain => None,
            Self::Tariff => Some((tariff::COLUMNS, &["documents"])),
            Self::PositiveList => Some((listing::COLUMNS, &["from", "to", "trust", "source"])),
            Self::Calendar => Some((&["day", "kind", "name_zh"], &[])),
        }
    }

    fn digits_only(self) -> bool {
        matches!(self, Self::Tariff | Self::PositiveList)
    }

    pub fn of(table: &str) -> Self {
        match table {
            crate::TARIFF => Self::Tariff,
            crate::POSITIVE_LIST => Self::PositiveList,
            crate::CALENDAR | crate::CALENDAR_ZONE => Self::Calendar,
            _ => Self::Plain,
        }
    }
}

type Columns = &'static [&'static str];

/// What the rows say beyond their texts, row by row.
#[derive(Debug)]
pub(crate) enum Figures {
    Texts,
    Rates(Vec<Rates>),
    Entries(Vec<Entry>),
}

#[derive(Debug)]
pub(crate) struct Edition {
    pub frame: Frame,
    pub grid: Grid,
    pub figures: Figures,
    /// Rows by code, those of one code in the order of the file.
    order: Vec<u32>,
    /// First and last day of each row, where rows are dated one by one.
    spans: Option<Vec<Span>>,
}

/// First and last day; without a last day it goes on.
type Span = (Day, Option<Day>);

impl Edition {
    /// Checks every row; a fault names its line.
    pub fn build(frame: Frame, grid: Grid, shape: &Shape) -> Result<Self, Vec<Fault>> {
        let mut faults = Vec::new();
        check_keys(&grid, shape, &mut faults);
        let spans = spans(&grid, frame.from, &mut faults);
        let figures = match shape.subject {
            Subject::Plain => Figures::Texts,
            Subject::Calendar => {
                check_days(&grid, &mut faults);
                Figures::Texts
            }
            Subject::Tariff => Figures::Rates(tariff::rates(&grid, &mut faults)),
            Subject::PositiveList => {
                Figures::Entries(listing::entries(&grid, frame.trust, &mut faults))
            }
        };
        let mut order: Vec<u32> = (0..grid.len() as u32).collect();
        order.sort_by_key(|row| {
            let row = *row as usize;
            (grid.key(row), spans.as_ref().map(|spans| spans[row].0))
        });
        let edition = Self {
            frame,
            grid,
            figures,
            order,
            spans,
        };
        if !shape.repeats {
            edition.check_repeats(&mut faults);
        }
        faults.sort_by_key(|fault| fault.line);
        if faults.is_empty() {
            Ok(edition)
        } else {
            Err(faults)
        }
    }

    /// The first row of `code` that is in force on `day`.
    pub fn find(&self, code: &str, day: Day) -> Option<usize> {
        let start = self
            .order
            .partition_point(|row| self.grid.key(*row as usize) < code);
        self.order[start..]
            .iter()
            .map(|row| *row as usize)
            .take_while(|row| self.grid.key(*row) == code)
            .find(|row| self.in_force(*row, day))
    }

    pub fn in_force(&self, row: usize, day: Day) -> bool {
        self.spans.as_ref().is_none_or(|spans| {
            let (from, to) = spans[row];
            from <= day && to.is_none_or(|to| day <= to)
        })
    }

    pub fn info(&self) -> EditionInfo {
        let Frame {
            from,
            to,
            superseded_from,
            source,
            trust,
            complete,
            full,
            file: _,
        } = self.frame.clone();
        EditionInfo {
            from,
            to,
            source,
            trust,
            complete,
            full,
            superseded_from,
            rows: self.grid.len(),
        }
    }

    /// A code twice, on days that both hold.
    fn check_repeats(&self, faults: &mut Vec<Fault>) {
        for pair in self.order.windows(2) {
            let (first, second) = (pair[0] as usize, pair[1] as usize);
            let code = self.grid.key(second);
            if self.grid.key(first) == code && self.overlap(first, second) {
                let want = Want::Once(self.grid.line(first));
                faults.push(Fault::new(
                    self.grid.line(second),
                    self.grid.key_column(),
                    code,
                    want,
                ));
            }
        }
    }

    fn overlap(&self, first: usize, second: usize) -> bool {
        self.spans.as_ref().is_none_or(|spans| {
            // In `order` the rows of a code begin one after the other.
            spans[first].1.is_none_or(|to| spans[second].0 <= to)
        })
    }
}

fn check_keys(grid: &Grid, shape: &Shape, faults: &mut Vec<Fault>) {
    for row in 0..grid.len() {
        let code = grid.key(row);
        let wanted = match shape.length {
            Some(length) if code.chars().count() != length => Want::Length(length),
            None if code.is_empty() => Want::Code,
            _ if code.contains(char::is_whitespace) => Want::Code,
            _ if shape.subject.digits_only() && !code.bytes().all(|sign| sign.is_ascii_digit()) => {
                Want::Digits
            }
            _ => continue,
        };
        faults.push(Fault::new(grid.line(row), &shape.key, code, wanted));
    }
}

/// The columns `from` and `to`, where the table has them; an empty `from` is the edition's.
fn spans(grid: &Grid, first: Day, faults: &mut Vec<Fault>) -> Option<Vec<Span>> {
    let (from, to) = (grid.column("from"), grid.column("to"));
    if from.is_none() && to.is_none() {
        return None;
    }
    let mut day = |row: usize, name: &str, column: Option<usize>| {
        let text = column.map_or("", |column| grid.cell(row, column));
        if text.is_empty() {
            return None;
        }
        let day = text.parse().ok();
        if day.is_none() {
            faults.push(Fault::new(grid.line(row), name, text, Want::Day));
        }
        day
    };
    Some(
        (0..grid.len())
            .map(|row| (day(row, "from", from).unwrap_or(first), day(row, "to", to)))
            .collect(),
    )
}

fn check_days(grid: &Grid, faults: &mut Vec<Fault>) {
    for row in 0..grid.len() {
        if grid.key(row).parse::<Day>().is_err() {
            faults.push(Fault::new(
                grid.line(row),
                grid.key_column(),
                grid.key(row),
                Want::Day,
            ));
        }
        let kind = grid
            .column("kind")
            .map_or("", |column| grid.cell(row, column));
        if !matches!(kind, "off" | "work") {
            faults.push(Fault::new(grid.line(row), "kind", kind, Want::Kind));
        }
    }
}
