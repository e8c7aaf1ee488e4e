//! What the operators of the zone put in place: firms, sites, books, guarantees, code tables.

use serde::{Deserialize, Serialize};
use values::Fact;

/// A filing came in or was changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Filed {
    /// `firm`, `site`, `book`, `item`, `guarantee`, `split`, `watch`, `setting`.
    pub what: String,
    /// Its key.
    pub key: String,
    /// The filing as written, in JSON.
    pub content: String,
}

impl Fact for Filed {
    const KIND: &'static str = "setup.filed";
    const VERSION: u16 = 1;
}

/// An edition of a code table was loaded.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct EditionLoaded {
    /// Name of the table.
    pub table: String,
    /// First day it counts.
    pub from: values::Day,
    /// SHA-256 of the file in hex.
    pub digest: String,
    /// Rows added, removed and changed against the edition before.
    pub changes: (usize, usize, usize),
}

impl Fact for EditionLoaded {
    const KIND: &'static str = "setup.edition-loaded";
    const VERSION: u16 = 1;
}
