//! Withdrawal 撤销 and return 退货, messages 623 and 625.

use messages::Record;
use values::{Finding, Quantity};

use super::Reading;

/// A request to withdraw a declaration.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Withdrawal {
    /// Platform.
    pub platform: String,
    /// Order number.
    pub order_no: String,
    /// Number of the list.
    pub invt_no: String,
    /// Agent.
    pub agent: String,
    /// The agent's own number.
    pub cop_no: String,
    /// Customs office.
    pub customs: String,
    /// Seller.
    pub seller: String,
}

impl Withdrawal {
    /// Reads the head that 623 and 625 share.
    #[must_use]
    pub fn read(record: &Record) -> Self {
        let from = Reading::of(record);
        Self {
            platform: from.code("ebpCode"),
            order_no: from.text("orderNo"),
            invt_no: from.text("invtNo"),
            agent: from.code("agentCode"),
            cop_no: from.maybe("copNo").unwrap_or_else(|| from.text("orderNo")),
            customs: from.code("customsCode"),
            seller: from.code("ebcCode"),
        }
    }
}

/// One line that comes back.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ReturnLine {
    /// Line of the original list.
    pub gnum: u32,
    /// Ten-digit code.
    pub hs: String,
    /// How many come back.
    pub quantity: Quantity,
    /// Unit.
    pub unit: String,
}

/// A request to return goods, in whole or part.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Returned {
    /// What it refers to.
    pub of: Withdrawal,
    /// What comes back.
    pub lines: Vec<ReturnLine>,
}

impl Returned {
    /// Reads it from a record of message 625.
    pub fn read(record: &Record) -> (Self, Vec<Finding>) {
        let mut from = Reading::of(record);
        let mut lines = Vec::with_capacity(record.item_count() as usize);
        for item in record.items() {
            from.line(item);
            lines.push(ReturnLine {
                gnum: from.count("gnum"),
                hs: from.text("gcode"),
                quantity: from.quantity("qty"),
                unit: from.text("unit"),
            });
        }
        (
            Self {
                of: Withdrawal::read(record),
                lines,
            },
            from.findings(),
        )
    }
}
