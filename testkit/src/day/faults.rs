//! What can be wrong in a day, and what each ends in. The one table of its codes.

/// How a parcel of the day must end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Expected {
    /// Released.
    Released,
    /// Refused, for that code.
    Refused(&'static str),
    /// Still waiting for what that code names.
    Waiting(&'static str),
    /// With an officer, for that code.
    Review(&'static str),
}

impl Expected {
    /// The code of the reason; none for what is released.
    #[must_use]
    pub const fn code(self) -> Option<&'static str> {
        match self {
            Self::Released => None,
            Self::Refused(code) | Self::Waiting(code) | Self::Review(code) => Some(code),
        }
    }
}

/// One thing planted into a parcel.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Fault {
    /// The order number has 61 signs, on all four papers.
    LongOrderNumber,
    /// Order and payment say one 分 more than goods, freight, tax and discount make.
    PaidSum,
    /// Somebody else paid.
    PayerDiffers,
    /// The waybill has another telephone.
    ConsigneeDiffers,
    /// The order is in dollars.
    ForeignCurrency,
    /// A line that is called a gift costs 9.90.
    GiftWithPrice,
    /// A line's total is not price times quantity, on order and list alike.
    LineTotal,
    /// The list names the waybill of a parcel that is already out, of another platform's order
    /// with the same number.
    WaybillUsed,
    /// More pieces than the book holds.
    StockShort,
    /// A code that the part of the list we hold does not have.
    OffTheList,
    /// A code whose note lets in goods of one name only, under another name.
    NameLimited,
    /// Infant formula under 1239 without licence number.
    RegistrationMissing,
    /// Two pieces of 3,400.
    OverSingleLimit,
    /// 630 after three single pieces of 8,500 in the same year.
    OverYearLimit,
    /// 0.9 kg of sugar after 1.2 kg in the same year.
    OverWeight,
    /// The payment never comes.
    PaymentMissing,
    /// The waybill never comes.
    WaybillMissing,
    /// Nothing wrong: all four papers are sent a second time.
    SentTwice,
}

/// Every fault with how its parcel ends.
pub const FAULTS: [(Fault, Expected); 18] = [
    (Fault::LongOrderNumber, Expected::Refused("field.length")),
    (Fault::PaidSum, Expected::Refused("match.paid-sum")),
    (
        Fault::PayerDiffers,
        Expected::Refused("match.payer-differs"),
    ),
    (
        Fault::ConsigneeDiffers,
        Expected::Refused("match.consignee-differs"),
    ),
    (Fault::ForeignCurrency, Expected::Refused("code.currency")),
    (Fault::GiftWithPrice, Expected::Refused("order.gift-price")),
    (Fault::LineTotal, Expected::Refused("line.total")),
    (Fault::WaybillUsed, Expected::Refused("waybill.used")),
    (Fault::StockShort, Expected::Refused("book.stock-short")),
    (Fault::OffTheList, Expected::Review("goods.list-incomplete")),
    (Fault::NameLimited, Expected::Refused("goods.name-limited")),
    (
        Fault::RegistrationMissing,
        Expected::Refused("goods.registration-missing"),
    ),
    (Fault::OverSingleLimit, Expected::Refused("quota.single")),
    (Fault::OverYearLimit, Expected::Refused("quota.year")),
    (Fault::OverWeight, Expected::Refused("quota.weight")),
    (
        Fault::PaymentMissing,
        Expected::Waiting("match.payment-missing"),
    ),
    (
        Fault::WaybillMissing,
        Expected::Waiting("match.waybill-missing"),
    ),
    (Fault::SentTwice, Expected::Released),
];

impl Fault {
    /// How a parcel with it ends.
    #[must_use]
    pub fn expected(self) -> Expected {
        let row = FAULTS.iter().find(|(fault, _)| *fault == self);
        row.expect("every fault has its row, a test counts them").1
    }

    /// The message that shows it without the others: such a paper can be refused when it comes,
    /// and then the rest of the parcel waits for a right one. `None` where it takes the whole
    /// dossier, so that it is the list that ends.
    #[must_use]
    pub const fn shown_by(self) -> Option<&'static str> {
        match self {
            Self::LongOrderNumber
            | Self::PaidSum
            | Self::ForeignCurrency
            | Self::GiftWithPrice
            | Self::LineTotal => Some("311"),
            Self::WaybillUsed => Some("621"),
            _ => None,
        }
    }

    /// Parcels it takes: its own and the honest ones that must come before it.
    #[must_use]
    pub const fn parcels(self) -> usize {
        match self {
            Self::OverYearLimit => 4,
            Self::WaybillUsed | Self::OverWeight => 2,
            _ => 1,
        }
    }
}
