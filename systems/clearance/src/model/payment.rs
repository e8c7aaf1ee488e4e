//! Payment 支付单, message 411.

use messages::Record;
use values::{Fen, Finding, Moment};

use super::{Home, Reading};

/// A payment as the payment firm reports it: the account's holder, whatever the shop claims.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Payment {
    /// Payment firm.
    pub firm: String,
    /// Its name.
    pub firm_name: String,
    /// Number at the payment firm.
    pub number: String,
    /// Platform of the order it pays.
    pub platform: String,
    /// The order it pays.
    pub order_no: String,
    /// Name of the account's holder.
    pub payer_name: String,
    /// Citizen ID of the account's holder.
    pub payer_number: String,
    /// Amount.
    pub amount: Fen,
    /// Currency.
    pub currency: String,
    /// When it was paid.
    pub paid_at: Moment,
}

impl Payment {
    /// Reads it from a record of message 411.
    pub fn read(record: &Record) -> (Self, Vec<Finding>) {
        let mut from = Reading::of(record);
        let payment = Self {
            firm: from.code("payCode"),
            firm_name: from.text("payName"),
            number: from.text("payTransactionId"),
            platform: from.code("ebpCode"),
            order_no: from.text("orderNo"),
            payer_name: from.text("payerName"),
            payer_number: from.text("payerIdNumber"),
            amount: from.fen("amountPaid"),
            currency: from.text("currency"),
            paid_at: from.moment("payTime"),
        };
        (payment, from.findings())
    }

    /// The payment however its number is spelled.
    #[must_use]
    pub fn as_number(&self) -> Home {
        Home::new(&self.firm, &self.number)
    }
}
