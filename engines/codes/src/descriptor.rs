//! `codes/tables.toml`: which tables there are and which files hold their editions.

use serde::Deserialize;
use toml::{Spanned, value::Datetime};
use values::{
    Day, DefinitionError, Finding,
    definition::{KIND, MISSING, SYNTAX, UNKNOWN, fault},
};

use crate::Trust;

pub(crate) const FILE: &str = "codes/tables.toml";

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Tables {
    #[serde(default)]
    pub table: Vec<Spanned<TableText>>,
    #[serde(default)]
    pub sheet: Vec<SheetText>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Title {
    pub zh: String,
    pub en: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct TableText {
    pub name: String,
    pub title: Title,
    pub key: String,
    #[serde(default)]
    pub repeats: bool,
    pub length: Option<usize>,
    #[serde(default)]
    pub edition: Vec<EditionText>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct EditionText {
    pub file: Spanned<String>,
    pub from: Spanned<Datetime>,
    pub to: Option<Spanned<Datetime>>,
    pub superseded_from: Option<Spanned<Datetime>>,
    pub source: String,
    pub trust: Trust,
    #[serde(default = "yes")]
    pub complete: bool,
}

/// Many small tables in one file; its first column names the table.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct SheetText {
    pub file: Spanned<String>,
    pub from: Spanned<Datetime>,
    pub source: String,
    pub trust: Trust,
    pub table: Vec<Spanned<PartText>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct PartText {
    pub name: String,
    pub title: Title,
    #[serde(default)]
    pub repeats: bool,
    #[serde(default = "yes")]
    pub complete: bool,
}

fn yes() -> bool {
    true
}

/// A TOML text read into `T`, with its faults under the name of the file.
pub(crate) fn read<T: for<'de> Deserialize<'de>>(
    file: &str,
    text: &str,
) -> Result<T, DefinitionError> {
    toml::from_str(text).map_err(|error| DefinitionError {
        file: file.into(),
        line: error.span().map_or(0, |span| line(text, span.start)),
        what: Box::new(told(error.message())),
    })
}

/// What the reader of TOML says, as a fault of ours: it tells its own in English alone.
fn told(message: &str) -> Finding {
    let named = message.split('`').nth(1).unwrap_or_default().to_owned();
    if message.starts_with("unknown field") {
        fault(UNKNOWN, "key").at(named)
    } else if message.starts_with("missing field") {
        fault(MISSING, "key").at(named)
    } else if ["invalid", "unknown variant", "wanted"]
        .iter()
        .any(|begin| message.starts_with(begin))
    {
        fault(KIND, "other")
    } else {
        fault(SYNTAX, "toml")
    }
}

/// The day of a TOML date.
pub(crate) fn day(
    file: &str,
    text: &str,
    date: &Spanned<Datetime>,
) -> Result<Day, DefinitionError> {
    date.get_ref()
        .to_string()
        .parse()
        .map_err(|_| DefinitionError {
            file: file.into(),
            line: line(text, date.span().start),
            what: Box::new(fault(KIND, "day")),
        })
}

/// The line, from 1, of a byte of the text.
pub(crate) fn line(text: &str, byte: usize) -> u32 {
    text.as_bytes()[..byte]
        .iter()
        .filter(|sign| **sign == b'\n')
        .count() as u32
        + 1
}
