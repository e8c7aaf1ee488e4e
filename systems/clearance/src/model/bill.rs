//! Lines of a tax bill.

use serde::{Deserialize, Serialize};
use values::Fen;

/// One line of a bill.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct BillLine {
    /// Line of the list.
    pub gnum: u32,
    /// Ten-digit code.
    pub hs: String,
    /// Taxable price.
    pub taxable: Fen,
    /// Duty.
    pub duty: Fen,
    /// Value-added tax.
    pub vat: Fen,
    /// Consumption tax.
    pub consumption: Fen,
}

impl BillLine {
    /// All taxes of the line.
    #[must_use]
    pub fn total(&self) -> Fen {
        self.duty + self.vat + self.consumption
    }
}
