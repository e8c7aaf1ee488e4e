//! `chama rules test`: case files run against the product's own functions.
//!
//! The kind of a file is told by its columns or keys, not by its name:
//!
//! * columns `case, kind, mode, date, lines, rates`: tax, limits, list notes and returns;
//! * columns `case, kind, value, valid, reason, normalised`: identifiers;
//! * one JSON object a line with `id`, `request`, `expect`: quotes;
//! * TOML with `[[case]]`, each with `says` and either `request` or `return`, and `expect`: the
//!   cases of this repository, named by rule.
//!
//! A case passes when everything it expects is what was got; a key it lacks is not asked. A case
//! that cannot be read fails by itself and leaves the others alone.

mod columns;
mod compare;
mod identifiers;
mod quotes;
mod rates;
mod returned;

use codes::Codes;
use rulebook::Rulebook;
use serde_json::{Map, Value, json};

/// What a case is run against.
#[derive(Clone, Copy)]
pub struct Bench<'a> {
    /// The rules.
    pub book: &'a Rulebook,
    /// The tables.
    pub codes: &'a Codes,
}

/// How one case ended.
#[derive(Debug, Clone, PartialEq)]
pub struct Outcome {
    /// Its id in the file.
    pub case: String,
    /// What was got.
    pub got: Map<String, Value>,
    /// What was expected and not got; empty when it passed.
    pub differs: Vec<Difference>,
}

/// What was expected of a case and not got.
#[derive(Debug, Clone, PartialEq)]
pub struct Difference {
    /// The column, or the key of what is expected.
    pub name: String,
    /// What the case wants.
    pub want: Value,
    /// What was got instead; null where nothing was.
    pub got: Value,
}

impl Outcome {
    /// Whether everything expected was got.
    #[must_use]
    pub fn pass(&self) -> bool {
        self.differs.is_empty()
    }

    /// `{"case","pass","got"}`, and `differs` where it failed.
    #[must_use]
    pub fn to_json(&self) -> Value {
        let mut told = json!({ "case": self.case, "pass": self.pass(), "got": self.got });
        if !self.pass() {
            told["differs"] = self.differs.iter().map(|one| one.name.as_str()).collect();
        }
        told
    }

    /// A case that cannot be read.
    fn unreadable(case: String, why: impl ToString) -> Self {
        let got = Map::from_iter([("error".to_owned(), why.to_string().into())]);
        let nothing = Difference {
            name: "case".to_owned(),
            want: Value::Null,
            got: Value::Null,
        };
        Self {
            case,
            got,
            differs: vec![nothing],
        }
    }
}

/// Why a file gives no cases.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unread {
    /// How: `kind` where neither columns nor keys are known here, `json` and `toml` where the text is
    /// none, `keys` where a case lacks what every case has, `none` where there is no case.
    pub how: &'static str,
    /// On which line, from 1; 0 where the whole file is meant.
    pub line: usize,
    /// What stands there, or what is missing.
    pub seen: String,
}

impl Unread {
    fn new(how: &'static str, line: usize, seen: impl Into<String>) -> Self {
        let seen = seen.into();
        Self { how, line, seen }
    }
}

impl std::fmt::Display for Unread {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(
            f,
            "no cases ({}, line {}): {}",
            self.how, self.line, self.seen
        )
    }
}

impl std::error::Error for Unread {}

/// Runs every case of a file, in its order.
///
/// # Errors
/// [`Unread`] for a file whose columns and keys say nothing, that cannot be read, or that holds no case.
pub fn run(text: &str, bench: Bench<'_>) -> Result<Vec<Outcome>, Unread> {
    let text = text.trim_start_matches('\u{feff}');
    let first = text.trim_start();
    let cases = if first.starts_with('{') {
        Some(quotes::lines(text)?)
    } else if text
        .lines()
        .any(|line| line.trim_start().starts_with("[[case"))
    {
        Some(quotes::clauses(text)?)
    } else {
        None
    };
    if let Some(cases) = cases {
        return Ok(cases
            .into_iter()
            .map(|case| quotes::run(case, bench))
            .collect());
    }
    let unknown = || Unread::new("kind", 0, "");
    let table = columns::Table::read(text).ok_or_else(unknown)?;
    if table.has(&rates::COLUMNS) {
        return Ok(table.rows().map(|row| rates::run(&row, bench)).collect());
    }
    if table.has(&identifiers::COLUMNS) {
        return Ok(table.rows().map(|row| identifiers::run(&row)).collect());
    }
    Err(unknown())
}
