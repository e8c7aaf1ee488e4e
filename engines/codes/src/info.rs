//! What can be told about tables: their editions, and what a new edition changes.

use serde::{Deserialize, Serialize};
use values::Day;

/// How sure an edition or a line is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Trust {
    /// The published text itself.
    Law,
    /// As printed in a public source (mark A).
    Public,
    /// Partly concluded: a name or a restriction is public, the code is not (mark B).
    Inferred,
    /// From memory, not verified (mark C).
    Memory,
    /// Chama's own choice.
    Design,
    /// Loaded by an official of the zone.
    Loaded,
}

/// One edition of a table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct EditionInfo {
    /// First day.
    pub from: Day,
    /// Last day it claims, where it claims one.
    pub to: Option<Day>,
    /// Where it comes from, in words.
    pub source: String,
    /// How sure it is.
    pub trust: Trust,
    /// Whether the table is whole.
    pub complete: bool,
    /// Whether it replaces what stood before; otherwise it lies over it.
    pub full: bool,
    /// A day from which a newer edition is known to exist.
    pub superseded_from: Option<Day>,
    /// How many rows.
    pub rows: usize,
}

/// One table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct TableInfo {
    /// Its name: `units`.
    pub name: String,
    /// Title in Chinese.
    pub title_zh: String,
    /// Title in English.
    pub title_en: String,
    /// The column that holds the code.
    pub key: String,
    /// Its columns, in the order of the newest edition.
    pub columns: Vec<String>,
    /// Its editions, oldest first.
    pub editions: Vec<EditionInfo>,
}

/// A row that stays, with what differs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Change {
    /// Its code.
    pub code: String,
    /// Column, old text, new text.
    pub cells: Vec<(String, String, String)>,
}

/// What an edition changes against the one that stood on its first day.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Changes {
    /// Codes that are new, with their names.
    pub added: Vec<(String, String)>,
    /// Codes that are gone, with their names.
    pub removed: Vec<(String, String)>,
    /// Codes that stay with other values.
    pub changed: Vec<Change>,
    /// Columns of the text that the table does not use.
    pub ignored: Vec<String>,
}
