//! What clearance tells: papers filed, declarations moved, bills written and closed.

use serde::{Deserialize, Serialize};
use values::{Day, Fact, Fen};

/// A paper came in and was taken or refused.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PaperFiled {
    /// Message number.
    pub message: String,
    /// Business key, its parts joined by `/`.
    pub key: String,
    /// Which edition of that paper, from 1; 0 when it was refused.
    pub edition: i64,
    /// SHA-256 of its content in hex.
    pub digest: String,
    /// Codes of what refused it; empty when it was taken.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub refused: Vec<String>,
}

impl Fact for PaperFiled {
    const KIND: &'static str = "clearance.paper-filed";
    const VERSION: u16 = 1;
}

/// A declaration moved from one state to the next.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DeclarationMoved {
    /// Platform and order number.
    pub order: (String, String),
    /// The states passed, customs' codes as text; `withdrawn` is the project's own.
    pub through: Vec<String>,
    /// Number of the list, once it has one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub list: Option<String>,
    /// Codes of the reasons.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub why: Vec<String>,
    /// Who: `rules`, `clock`, or the officer's name.
    pub by: String,
}

impl Fact for DeclarationMoved {
    const KIND: &'static str = "clearance.declaration-moved";
    const VERSION: u16 = 1;
}

/// A tax bill was written, summarised or made void.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct BillMoved {
    /// Number of the bill.
    pub tax_no: String,
    /// Firm that guarantees it.
    pub guarantor: String,
    /// Day of release it belongs to.
    pub day: Day,
    /// `generated`, `summarised` or `void`.
    pub status: String,
    /// Duty, VAT, consumption tax.
    pub taxes: (Fen, Fen, Fen),
}

impl Fact for BillMoved {
    const KIND: &'static str = "clearance.bill-moved";
    const VERSION: u16 = 1;
}

/// A return was asked for, held, accepted or refused.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReturnMoved {
    /// Platform and order number of the list.
    pub order: (String, String),
    /// Key of the return: agent and internal number.
    pub key: String,
    /// `applied`, `held`, `accepted` or `refused`.
    pub state: String,
    /// Codes of the reasons.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub why: Vec<String>,
    /// Who: `rules` or the officer's name.
    pub by: String,
}

impl Fact for ReturnMoved {
    const KIND: &'static str = "clearance.return-moved";
    const VERSION: u16 = 1;
}
