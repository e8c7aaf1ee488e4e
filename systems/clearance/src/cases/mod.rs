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
    /// What was expected and not got, by name; empty when it passed.
    pub differs: Vec<String>,
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
            told["differs"] = self.differs.clone().into();
        }
        told
    }

    /// A case that cannot be read.
    fn unreadable(case: String, why: impl ToString) -> Self {
        let got = Map::from_iter([("error".to_owned(), why.to_string().into())]);
        Self {
            case,
            got,
            differs: vec!["case".to_owned()],
        }
    }
}

/// The file is of no kind known here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct UnknownKind;

impl std::fmt::Display for UnknownKind {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("neither columns nor keys are those of a known kind of case file")
    }
}

impl std::error::Error for UnknownKind {}

/// Runs every case of a file, in its order.
///
/// # Errors
/// [`UnknownKind`] for a file whose columns and keys say nothing, or that holds no case.
pub fn run(text: &str, bench: Bench<'_>) -> Result<Vec<Outcome>, UnknownKind> {
    let text = text.trim_start_matches('\u{feff}');
    if let Some(cases) = quotes::lines(text) {
        return Ok(cases
            .into_iter()
            .map(|case| quotes::run(case, bench))
            .collect());
    }
    if let Some(cases) = quotes::clauses(text) {
        return Ok(cases
            .into_iter()
            .map(|case| quotes::run(case, bench))
            .collect());
    }
    let table = columns::Table::read(text).ok_or(UnknownKind)?;
    if table.has(&rates::COLUMNS) {
        return Ok(table.rows().map(|row| rates::run(&row, bench)).collect());
    }
    if table.has(&identifiers::COLUMNS) {
        return Ok(table.rows().map(|row| identifiers::run(&row)).collect());
    }
    Err(UnknownKind)
}
