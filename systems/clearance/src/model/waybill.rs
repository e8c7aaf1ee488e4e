//! Waybill 运单, message 511.

use messages::Record;
use values::{Fen, Finding, Moment, Quantity};

use super::{Consignee, Reading};

/// A waybill as the carrier reports it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Waybill {
    /// Carrier.
    pub carrier: String,
    /// Its name.
    pub carrier_name: String,
    /// Number, not used again within six months.
    pub number: String,
    /// The order it carries.
    pub order_no: String,
    /// Insurance fee, when told.
    pub insurance: Option<Fen>,
    /// Currency.
    pub currency: String,
    /// Gross weight in kilograms.
    pub weight: Quantity,
    /// Packages: 1 alone.
    pub packages: u32,
    /// Where it goes.
    pub consignee: Consignee,
    /// When it was reported.
    pub at: Moment,
}

impl Waybill {
    /// Reads it from a record of message 511.
    pub fn read(record: &Record) -> (Self, Vec<Finding>) {
        let mut from = Reading::of(record);
        let waybill = Self {
            carrier: from.code("logisticsCode"),
            carrier_name: from.text("logisticsName"),
            number: from.text("logisticsNo"),
            order_no: from.text("orderNo"),
            insurance: from.maybe_fen("insuredFee"),
            currency: from.text("currency"),
            weight: from.quantity("weight"),
            packages: from.count("packNo"),
            consignee: Consignee {
                name: from.text("consignee"),
                phone: from.text("consigneeTelephone"),
                address: from.text("consigneeAddress"),
            },
            at: from.moment("appTime"),
        };
        (waybill, from.findings())
    }
}
