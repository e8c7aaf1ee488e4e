//! Arrival 入库明细 and waybill state 运单状态, messages 711 and 513.

use messages::Record;

use super::{Home, Reading};

/// What the site's operator found when the bags were opened.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Tally {
    /// Operator of the site.
    pub operator: String,
    /// The operator's own number.
    pub cop_no: String,
    /// Customs office.
    pub customs: String,
    /// Carrier.
    pub carrier: String,
    /// Voyage.
    pub voyage: String,
    /// Bill of lading.
    pub bill: String,
    /// Waybills seen.
    pub waybills: Vec<String>,
}

impl Tally {
    /// Its waybills, line by line.
    pub fn counted(&self) -> impl Iterator<Item = Home> {
        let waybills = self.waybills.iter();
        waybills.map(move |number| Home::new(&self.carrier, number))
    }
}

impl Tally {
    /// Reads it from a record of message 711.
    #[must_use]
    pub fn read(record: &Record) -> Self {
        let mut from = Reading::of(record);
        let mut tally = Self {
            operator: from.code("operatorCode"),
            cop_no: from.text("copNo"),
            customs: from.code("customsCode"),
            carrier: from.code("logisticsCode"),
            voyage: from.text("voyageNo"),
            bill: from.text("billNo"),
            waybills: Vec::with_capacity(record.item_count() as usize),
        };
        for item in record.items() {
            from.line(item);
            tally.waybills.push(from.text("logisticsNo"));
        }
        tally
    }
}

/// A parcel handed over.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Delivered {
    /// Carrier.
    pub carrier: String,
    /// Waybill number.
    pub waybill_no: String,
    /// `S`, signed for.
    pub status: String,
}

impl Delivered {
    /// Reads it from a record of message 513.
    #[must_use]
    pub fn read(record: &Record) -> Self {
        let from = Reading::of(record);
        Self {
            carrier: from.code("logisticsCode"),
            waybill_no: from.text("logisticsNo"),
            status: from.text("logisticsStatus"),
        }
    }
}
