//! A fault in the text of a table, before it is known whose text it is.

use std::fmt;

use values::{DefinitionError, Finding};

use crate::{DUPLICATE, HEADER, ROW};

/// What should have stood there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Want {
    /// These columns, each once.
    Columns(String),
    /// The code only where it stands already: on that line.
    Once(u32),
    /// As many cells as the header has.
    Cells(usize),
    /// So many characters.
    Length(usize),
    /// Digits alone.
    Digits,
    /// A code, without blanks.
    Code,
    /// A share from 0 to so many times the whole.
    Rate(i64),
    /// A share from 0 on, short of the whole.
    Share,
    /// A day.
    Day,
    /// A code of the table of units.
    Unit,
    /// `off` or `work`.
    Kind,
    /// A, B, C or nothing.
    Mark,
    /// Any row at all.
    Rows,
}

impl Want {
    fn code(&self) -> &'static str {
        match self {
            Self::Columns(_) => HEADER,
            Self::Once(_) => DUPLICATE,
            _ => ROW,
        }
    }

    /// The word by which a sentence tells the wants apart.
    fn word(&self) -> &'static str {
        match self {
            Self::Columns(_) => "columns",
            Self::Once(_) => "once",
            Self::Cells(_) => "cells",
            Self::Length(_) => "length",
            Self::Digits => "digits",
            Self::Code => "code",
            Self::Rate(_) => "rate",
            Self::Share => "share",
            Self::Day => "day",
            Self::Unit => "unit",
            Self::Kind => "kind",
            Self::Mark => "mark",
            Self::Rows => "rows",
        }
    }
}

/// The figure or example of it, in no language.
impl fmt::Display for Want {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Columns(names) => f.write_str(names),
            Self::Once(line) => write!(f, "{line}"),
            Self::Cells(count) | Self::Length(count) => write!(f, "{count}"),
            Self::Digits => f.write_str("0-9"),
            Self::Code => f.write_str("code"),
            Self::Rate(most) => write!(f, "0-{most}"),
            Self::Share => f.write_str("0 ≤ x < 1"),
            Self::Day => f.write_str("2026-10-05"),
            Self::Unit => f.write_str("units"),
            Self::Kind => f.write_str("off|work"),
            Self::Mark => f.write_str("A|B|C"),
            Self::Rows => f.write_str("1"),
        }
    }
}

/// One fault: a definition that stops the start, or a finding for who loads an edition.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Fault {
    pub line: u32,
    column: String,
    seen: String,
    want: Want,
}

impl Fault {
    pub fn new(line: u32, column: &str, seen: &str, want: Want) -> Self {
        Self {
            line,
            column: column.into(),
            seen: seen.into(),
            want,
        }
    }

    pub fn definition(self, file: &str) -> DefinitionError {
        DefinitionError {
            file: file.into(),
            line: self.line,
            what: Box::new(self.finding(file)),
        }
    }

    pub fn finding(self, table: &str) -> Finding {
        Finding::refused(self.want.code())
            .at(self.column)
            .line(self.line)
            .saw(self.seen)
            .wants(&self.want)
            .with("shape", self.want.word())
            .with("table", table)
    }
}
