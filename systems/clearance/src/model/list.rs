//! Declaration 清单, message 621.

use messages::Record;
use values::{Day, Fen, Finding, Moment, Price, Quantity};

use super::{Buyer, Home, Reading};

pub use crate::decide::Mode;

/// One line of a declaration.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ListLine {
    /// Its number: that of the order's line.
    pub gnum: u32,
    /// Item record in the book (1210, 1239).
    pub item_record: Option<String>,
    /// Ten-digit code.
    pub hs: String,
    /// Name of the goods.
    pub name: String,
    /// Specification, free text with the content.
    pub model: String,
    /// How many.
    pub quantity: Quantity,
    /// Unit.
    pub unit: String,
    /// First statutory quantity.
    pub statutory: Quantity,
    /// Its unit.
    pub statutory_unit: String,
    /// Second statutory quantity with its unit.
    pub second: Option<(Quantity, String)>,
    /// Price of one.
    pub price: Price,
    /// Price of all.
    pub total: Fen,
    /// Currency of the line.
    pub currency: String,
}

/// A declaration as the agent files it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct List {
    /// Order number.
    pub order_no: String,
    /// Platform.
    pub platform: String,
    /// Seller.
    pub seller: String,
    /// Waybill number.
    pub waybill_no: String,
    /// Carrier.
    pub carrier: String,
    /// The agent's own number; the order's where it gave none.
    pub cop_no: String,
    /// Number of the list it changes, when told.
    pub invt_no: Option<String>,
    /// Firm that guarantees the tax.
    pub guarantor: String,
    /// Book (1210, 1239).
    pub book: Option<String>,
    /// Day of declaration.
    pub declared: Option<Day>,
    /// Customs office.
    pub customs: String,
    /// Who buys.
    pub buyer: Buyer,
    /// Address the parcel goes to.
    pub address: String,
    /// Agent.
    pub agent: String,
    /// Firm in the zone that holds the book.
    pub area: Option<String>,
    /// Trade mode as written.
    pub trade_mode: String,
    /// Licence or registration number.
    pub licence: Option<String>,
    /// Country of departure.
    pub country: String,
    /// Freight.
    pub freight: Fen,
    /// Insurance.
    pub insurance: Fen,
    /// Currency.
    pub currency: String,
    /// Packages: 1 alone.
    pub packages: u32,
    /// Gross weight in kilograms.
    pub gross: Quantity,
    /// Net weight in kilograms.
    pub net: Quantity,
    /// When it was filed.
    pub at: Moment,
    /// Declared (2) or only saved (1).
    pub status: String,
    /// Voyage and bill, of direct purchase.
    pub transport: Option<(String, String)>,
    /// Its goods.
    pub lines: Vec<ListLine>,
}

impl List {
    /// Reads it from a record of message 621.
    pub fn read(record: &Record) -> (Self, Vec<Finding>) {
        let mut from = Reading::of(record);
        let mut list = Self {
            order_no: from.text("orderNo"),
            platform: from.code("ebpCode"),
            seller: from.code("ebcCode"),
            waybill_no: from.text("logisticsNo"),
            carrier: from.code("logisticsCode"),
            cop_no: from.maybe("copNo").unwrap_or_else(|| from.text("orderNo")),
            invt_no: from.maybe("invtNo"),
            guarantor: from.code("assureCode"),
            book: from.maybe_code("emsNo"),
            declared: from.day("declTime"),
            customs: from.code("customsCode"),
            buyer: Buyer {
                name: from.text("buyerName"),
                number: from.text("buyerIdNumber"),
                phone: from.text("buyerTelephone"),
            },
            address: from.text("consigneeAddress"),
            agent: from.code("agentCode"),
            area: from.maybe_code("areaCode"),
            trade_mode: from.text("tradeMode"),
            licence: from.maybe("licenseNo"),
            country: from.text("country"),
            freight: from.fen("freight"),
            insurance: from.fen("insuredFee"),
            currency: from.text("currency"),
            packages: from.count("packNo"),
            gross: from.quantity("grossWeight"),
            net: from.quantity("netWeight"),
            at: from.moment("appTime"),
            status: from.text("appStatus"),
            transport: from.maybe("voyageNo").zip(from.maybe("billNo")),
            lines: Vec::with_capacity(record.item_count() as usize),
        };
        for item in record.items() {
            from.line(item);
            let second = from.maybe_quantity("qty2");
            list.lines.push(ListLine {
                gnum: from.count("gnum"),
                item_record: from.maybe_code("itemRecordNo"),
                hs: from.text("gcode"),
                name: from.text("gname"),
                model: from.text("gmodel"),
                quantity: from.quantity("qty"),
                unit: from.text("unit"),
                statutory: from.quantity("qty1"),
                statutory_unit: from.text("unit1"),
                second: second.map(|quantity| (quantity, from.text("unit2"))),
                price: from.price("price"),
                total: from.fen("totalPrice"),
                currency: from.text("currency"),
            });
        }
        (list, from.findings())
    }

    /// The waybill it goes by.
    #[must_use]
    pub fn waybill(&self) -> Home {
        Home::new(&self.carrier, &self.waybill_no)
    }

    /// The mode, when retail imports know it.
    #[must_use]
    pub fn mode(&self) -> Option<Mode> {
        self.trade_mode.parse().ok()
    }
}
