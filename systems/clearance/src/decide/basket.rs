//! What is judged: an order of goods, whoever filed or asked it.

use std::{collections::BTreeMap, convert::Infallible, fmt, str::FromStr};

use codes::{ListNote, Measure};
use values::{Day, Fen, Price, Quantity, Rate, div_half_up};

/// The trade modes of retail imports. All three bear the same tax.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Mode {
    /// 保税电商: bonded stock in a pilot zone. No first-import licence or registration.
    Bonded,
    /// 保税电商A: bonded stock elsewhere. Licence and registration rules do apply.
    BondedA,
    /// 电子商务: direct mail.
    Direct,
}

impl Mode {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Bonded, Self::BondedA, Self::Direct];

    /// Customs' code: `1210`, `1239`, `9610`.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Bonded => "1210",
            Self::BondedA => "1239",
            Self::Direct => "9610",
        }
    }
}

/// A code that is no mode of retail imports.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NoSuchMode;

impl FromStr for Mode {
    type Err = NoSuchMode;
    fn from_str(code: &str) -> Result<Self, NoSuchMode> {
        Self::ALL
            .into_iter()
            .find(|mode| mode.code() == code)
            .ok_or(NoSuchMode)
    }
}

impl fmt::Display for Mode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

/// What content is counted in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ContentUnit {
    /// 毫升.
    Millilitre,
    /// 升.
    Litre,
    /// 克.
    Gram,
    /// 千克.
    Kilogram,
    /// 片, 张.
    Sheet,
    /// Anything else: no tax goes by it.
    Other,
}

impl FromStr for ContentUnit {
    type Err = Infallible;

    /// As people write it, in small or large letters: `ml`, `l`, `g`, `kg`, `片`, `张`.
    fn from_str(text: &str) -> Result<Self, Infallible> {
        Ok(match text.trim().to_lowercase().as_str() {
            "ml" | "毫升" => Self::Millilitre,
            "l" | "升" => Self::Litre,
            "g" | "克" => Self::Gram,
            "kg" | "千克" | "公斤" => Self::Kilogram,
            "片" | "张" => Self::Sheet,
            _ => Self::Other,
        })
    }
}

/// What one piece holds: the consumption tax of cosmetics and drinks goes by it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Content {
    /// How much.
    pub value: Quantity,
    /// Of what.
    pub unit: ContentUnit,
}

impl Content {
    /// As the law counts it: in millilitres, grams or sheets, 1/100000 of them. None for units
    /// that no tax goes by.
    pub(crate) fn measured(self) -> Option<(Measure, i128)> {
        let (measure, times) = match self.unit {
            ContentUnit::Millilitre => (Measure::Millilitre, 1),
            ContentUnit::Litre => (Measure::Millilitre, 1000),
            ContentUnit::Gram => (Measure::Gram, 1),
            ContentUnit::Kilogram => (Measure::Gram, 1000),
            ContentUnit::Sheet => (Measure::Sheet, 1),
            ContentUnit::Other => return None,
        };
        Some((measure, i128::from(self.value.0) * times))
    }
}

/// What the caller states of a line; it goes before the tables, each for itself.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Given {
    /// Whether the goods are on the positive list.
    pub listed: Option<bool>,
    /// The note the list has for them.
    pub list_note: Option<ListNote>,
    /// Duty.
    pub duty: Option<Rate>,
    /// Consumption tax by value, before any threshold; below one.
    pub consumption: Option<Rate>,
    /// VAT.
    pub vat: Option<Rate>,
}

impl Given {
    /// The names of what is stated, for the answer's marks.
    #[must_use]
    pub fn marks(&self) -> Vec<&'static str> {
        let marks = [
            ("listed", self.listed.is_some()),
            ("list_note", self.list_note.is_some()),
            ("duty", self.duty.is_some()),
            ("consumption", self.consumption.is_some()),
            ("vat", self.vat.is_some()),
        ];
        marks
            .into_iter()
            .filter(|(_, stated)| *stated)
            .map(|(name, _)| name)
            .collect()
    }
}

/// One line of goods.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Goods {
    /// Its number, from 1.
    pub gnum: u32,
    /// Ten-digit code.
    pub hs: String,
    /// Name.
    pub name: String,
    /// Price of one piece.
    pub price: Price,
    /// How many; above zero.
    pub quantity: Quantity,
    /// What one piece holds, where told.
    pub content: Option<Content>,
    /// 片 in one piece, of goods marked so.
    pub pieces: Option<u32>,
    /// Whether it is a gift.
    pub gift: bool,
    /// Net weight of the whole line in kilograms, where told.
    pub net: Option<Quantity>,
    /// Registration or filing number: none where the goods need none, empty where they need one
    /// and it is missing.
    pub registration: Option<String>,
    /// What the caller states.
    pub given: Given,
}

impl Goods {
    /// The code of the positive list: the first eight digits.
    #[must_use]
    pub fn hs8(&self) -> &str {
        self.hs.get(..8).unwrap_or(&self.hs)
    }

    /// Kilograms of the whole line by its content, where that is a weight. One that is past counting
    /// is past every limit too.
    pub(crate) fn content_weight(&self) -> Option<Quantity> {
        let (measure, grams) = self.content?.measured()?;
        let weight = grams.saturating_mul(self.quantity.0.into());
        let kilograms = div_half_up(weight, 1000 * i128::from(Quantity::SCALE));
        let kilograms = Quantity(i64::try_from(kilograms).unwrap_or(i64::MAX));
        (measure == Measure::Gram).then_some(kilograms)
    }
}

/// An order to be judged on a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Basket {
    /// The trade mode.
    pub mode: Mode,
    /// The day whose rules and rates count. Its year is the year of the quota.
    pub date: Day,
    /// Freight of the order.
    pub freight: Fen,
    /// Insurance of the order.
    pub insurance: Fen,
    /// Voucher or other deduction that is not money. It does not lower the taxable price.
    pub discount: Fen,
    /// Yuan for a US dollar, where beer is among the goods.
    pub fx_usd: Option<Price>,
    /// What the buyer has used of the year before this order.
    pub used: Fen,
    /// Kilograms of the year before this order, by eight-digit code.
    pub weights: BTreeMap<String, Quantity>,
    /// The goods; not empty.
    pub lines: Vec<Goods>,
}
