//! Order 订单, message 311.

use messages::Record;
use values::{Fen, Finding, Moment, Price, Quantity};

use super::Reading;

/// The natural person who buys.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Buyer {
    /// Real name.
    pub name: String,
    /// Citizen ID, upper case.
    pub number: String,
    /// Telephone.
    pub phone: String,
}

/// Where the parcel goes.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Consignee {
    /// Name.
    pub name: String,
    /// Telephone.
    pub phone: String,
    /// Address.
    pub address: String,
}

/// One line of an order.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct OrderLine {
    /// Its number, from 1.
    pub gnum: u32,
    /// The seller's name for it.
    pub name: String,
    /// Remark.
    pub note: String,
    /// Unit, customs' three digits.
    pub unit: String,
    /// How many.
    pub quantity: Quantity,
    /// Price of one.
    pub price: Price,
    /// Price of all.
    pub total: Fen,
    /// Currency of the line.
    pub currency: String,
}

impl OrderLine {
    /// Customs have no flag for a gift: it is a line at price 0, or one that calls itself 赠品.
    #[must_use]
    pub fn is_gift(&self) -> bool {
        self.price.0 == 0 || self.calls_itself_gift()
    }

    /// Whether its name or remark says 赠品.
    #[must_use]
    pub fn calls_itself_gift(&self) -> bool {
        self.name.contains("赠品") || self.note.contains("赠品")
    }
}

/// An order as the platform reports it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Order {
    /// Platform.
    pub platform: String,
    /// Seller.
    pub seller: String,
    /// Number, unique on the platform.
    pub number: String,
    /// Price of the goods, vouchers included.
    pub goods: Fen,
    /// Freight.
    pub freight: Fen,
    /// Vouchers and points.
    pub discount: Fen,
    /// Tax collected in advance.
    pub tax: Fen,
    /// Actually paid.
    pub paid: Fen,
    /// Currency, 142 alone.
    pub currency: String,
    /// Who buys.
    pub buyer: Buyer,
    /// Payment firm, when told.
    pub pay_code: Option<String>,
    /// Payment number, when told.
    pub pay_number: Option<String>,
    /// Where it goes.
    pub consignee: Consignee,
    /// When it was reported.
    pub at: Moment,
    /// Its goods.
    pub lines: Vec<OrderLine>,
}

impl Order {
    /// Reads it from a record of message 311.
    pub fn read(record: &Record) -> (Self, Vec<Finding>) {
        let mut from = Reading::of(record);
        let mut order = Self {
            platform: from.code("ebpCode"),
            seller: from.code("ebcCode"),
            number: from.text("orderNo"),
            goods: from.fen("goodsValue"),
            freight: from.fen("freight"),
            discount: from.fen("discount"),
            tax: from.fen("taxTotal"),
            paid: from.fen("acturalPaid"),
            currency: from.text("currency"),
            buyer: Buyer {
                name: from.text("buyerName"),
                number: from.text("buyerIdNumber"),
                phone: from.text("buyerTelephone"),
            },
            pay_code: from.maybe_code("payCode"),
            pay_number: from.maybe("payTransactionId"),
            consignee: Consignee {
                name: from.text("consignee"),
                phone: from.text("consigneeTelephone"),
                address: from.text("consigneeAddress"),
            },
            at: from.moment("appTime"),
            lines: Vec::with_capacity(record.item_count() as usize),
        };
        for item in record.items() {
            from.line(item);
            order.lines.push(OrderLine {
                gnum: from.count("gnum"),
                name: from.text("itemName"),
                note: from.text("note"),
                unit: from.text("unit"),
                quantity: from.quantity("qty"),
                price: from.price("price"),
                total: from.fen("totalPrice"),
                currency: from.text("currency"),
            });
        }
        (order, from.findings())
    }
}
