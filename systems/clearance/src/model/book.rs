//! Items of a bonded book, as filed.

use serde::{Deserialize, Serialize};
use values::Quantity;

/// What one piece holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Content {
    /// How much.
    pub value: Quantity,
    /// `ml`, `l`, `g`, `kg` or `片`.
    pub unit: String,
}

/// An item record of a book.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BookItem {
    /// Item record number, unique in the book.
    #[serde(deserialize_with = "super::code")]
    pub record: String,
    /// Ten-digit code.
    pub hs: String,
    /// Unit of the book.
    pub unit: String,
    /// Name.
    #[serde(default)]
    pub name: String,
    /// What one piece holds: the consumption tax of cosmetics and drinks goes by it.
    #[serde(default)]
    pub content: Option<Content>,
    /// Registration or filing number, where the goods need one (1239).
    #[serde(default)]
    pub registration: Option<String>,
    /// Stock put in by hand; the total, not an addition.
    #[serde(default)]
    pub stock: Quantity,
}
