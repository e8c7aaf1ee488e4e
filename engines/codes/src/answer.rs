//! What a table answers, and how the answer stands on the day asked.

use values::{Day, Finding};

use crate::{NO_EDITION, NO_TABLE, OLDER_EDITION, Row};

/// Whether the edition that answered is the one of the day asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// As far as is known, this edition is in force on that day.
    Current,
    /// A newer edition exists for that day but is not loaded; the one from `from` stands.
    Older {
        /// First day of the edition that answered.
        from: Day,
    },
}

impl Standing {
    /// The note `codes.older-edition` for `table`, where an older edition answered.
    #[must_use]
    pub fn note(self, table: &str) -> Option<Finding> {
        match self {
            Self::Current => None,
            Self::Older { from } => Some(
                Finding::note(OLDER_EDITION)
                    .saw(from)
                    .with("table", table)
                    .with("from", from),
            ),
        }
    }
}

/// The answer to one code on one day.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Answer<'a> {
    /// The code stands in the table.
    Known {
        /// Its row; the first one where a code has several.
        row: Row<'a>,
        /// How the edition stands.
        standing: Standing,
    },
    /// The table of that day does not hold the code.
    Unknown {
        /// How the edition stands.
        standing: Standing,
        /// Whether the table is whole: only then it proves that there is no such code.
        complete: bool,
    },
    /// No edition reaches back to that day.
    NoEdition {
        /// First day that has one.
        earliest: Day,
    },
    /// There is no table of that name.
    NoTable,
}

impl<'a> Answer<'a> {
    /// The row with its standing, or why there is none.
    pub fn known(self) -> Result<(Row<'a>, Standing), Missing> {
        match self {
            Self::Known { row, standing } => Ok((row, standing)),
            Self::Unknown { standing, complete } => Err(Missing::Unknown { standing, complete }),
            Self::NoEdition { earliest } => Err(Missing::NoEdition { earliest }),
            Self::NoTable => Err(Missing::NoTable),
        }
    }

    /// The row, where there is one.
    #[must_use]
    pub fn row(self) -> Option<Row<'a>> {
        self.known().ok().map(|(row, _)| row)
    }
}

/// Why a table gives no row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Missing {
    /// The code is not in the table of that day.
    Unknown {
        /// How the edition stands.
        standing: Standing,
        /// Whether the table is whole: only then it proves that there is no such code.
        complete: bool,
    },
    /// No edition reaches back to that day.
    NoEdition {
        /// First day that has one.
        earliest: Day,
    },
    /// There is no table of that name.
    NoTable,
}

impl Missing {
    /// The finding for a day without an edition or a name without a table. An unknown code is
    /// the finding of the room that asked, since it knows the field: `None`.
    #[must_use]
    pub fn finding(self, table: &str, day: Day) -> Option<Finding> {
        match self {
            Self::Unknown { .. } => None,
            Self::NoEdition { earliest } => Some(
                Finding::refused(NO_EDITION)
                    .saw(day)
                    .wants(earliest)
                    .with("table", table)
                    .with("earliest", earliest),
            ),
            Self::NoTable => Some(Finding::refused(NO_TABLE).saw(table).with("table", table)),
        }
    }
}
