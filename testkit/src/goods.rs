//! Goods: real codes of the 2020 tariff, made-up wares.
//!
//! The twelve of [`BOOK`] stand in the bonded book as item records 1 to 12; all of them are on
//! the retail list. [`TOWEL`] and [`INK`] come by direct mail and are there to be stopped.

use values::{Fen, Quantity, Rate};

use crate::tax::Rates;

/// Number of the bonded book.
pub const BOOK_NUMBER: &str = "T-LS-0001";

/// One ware: what it is called, what it costs, how it is counted and taxed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Good {
    /// Item record in the book; `None` for what never lies in it.
    pub record: Option<u32>,
    /// Code of the goods, ten digits.
    pub hs: &'static str,
    /// Name on every paper.
    pub name: &'static str,
    /// Specification; holds the content of one piece.
    pub model: &'static str,
    /// GTIN-13.
    pub barcode: &'static str,
    /// Old customs code of the country of origin.
    pub origin: &'static str,
    /// Unit it is sold and booked in.
    pub unit: &'static str,
    /// First legal unit of the tariff and how much of it one piece makes.
    pub first: (&'static str, Quantity),
    /// Second legal unit, where the tariff has one.
    pub second: Option<(&'static str, Quantity)>,
    /// Price of one piece.
    pub price: Fen,
    /// Net and gross weight of one piece in grams.
    pub grams: (i64, i64),
    /// Duty, most favoured nation.
    pub duty: Rate,
    /// Consumption tax and from which price on.
    pub consumption: Consumption,
    /// Value added tax.
    pub vat: Rate,
}

/// When consumption tax is due.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Consumption {
    /// Never.
    None,
    /// Always, at this rate.
    Always(Rate),
    /// At this rate from 10 yuan a gram on, a piece holding so many grams.
    FromTenAGram(Rate, i64),
}

impl Good {
    /// The rates for `pieces` of it at a line value of `value`.
    #[must_use]
    pub fn rates(&self, value: Fen, pieces: i64) -> Rates {
        let consumption = match self.consumption {
            Consumption::Always(rate) => rate,
            Consumption::FromTenAGram(rate, grams) if value.0 >= 1000 * grams * pieces => rate,
            Consumption::None | Consumption::FromTenAGram(..) => Rate::ZERO,
        };
        Rates {
            duty: self.duty,
            consumption,
            vat: self.vat,
        }
    }

    /// What the seller calls it: `SKU-01`.
    #[must_use]
    pub fn sku(&self) -> String {
        format!("SKU-{}", &self.barcode[10..12])
    }
}

const PIECE: &str = "007";
const KILO: &str = "035";
const VAT_13: Rate = Rate(130_000);
const VAT_9: Rate = Rate(90_000);

/// Grams as kilograms, the way papers give weights.
#[must_use]
pub const fn kilos(grams: i64) -> Quantity {
    Quantity(grams * (Quantity::SCALE / 1000))
}

const fn yuan(whole: i64, fen: i64) -> Fen {
    Fen(whole * 100 + fen)
}

/// Infant formula, 900 g a tin.
pub const FORMULA: Good = Good {
    record: Some(1),
    hs: "1901101000",
    name: "婴幼儿配方奶粉",
    model: "测试牌|900克/罐|1段",
    barcode: "6901234567892",
    origin: "609",
    unit: "122",
    first: (KILO, kilos(900)),
    second: None,
    price: yuan(218, 0),
    grams: (900, 1150),
    duty: Rate(150_000),
    consumption: Consumption::None,
    vat: VAT_13,
};
/// Honey, 500 g a jar; VAT of 9 %.
pub const HONEY: Good = Good {
    record: Some(2),
    hs: "0409000000",
    name: "天然蜂蜜",
    model: "测试牌|500克/瓶",
    barcode: "6901234500028",
    origin: "609",
    unit: "142",
    first: (KILO, kilos(500)),
    second: None,
    price: yuan(66, 60),
    grams: (500, 720),
    duty: Rate(150_000),
    consumption: Consumption::None,
    vat: VAT_9,
};
/// Electric shaver.
pub const SHAVER: Good = Good {
    record: Some(3),
    hs: "8510100000",
    name: "电动剃须刀",
    model: "测试牌|TS-3|充电式",
    barcode: "6901234500035",
    origin: "304",
    unit: PIECE,
    first: (PIECE, Quantity::ONE),
    second: Some((KILO, kilos(350))),
    price: yuan(315, 0),
    grams: (350, 520),
    duty: Rate(80_000),
    consumption: Consumption::None,
    vat: VAT_13,
};
/// Running shoes.
pub const SHOES: Good = Good {
    record: Some(4),
    hs: "6404110000",
    name: "运动鞋",
    model: "测试牌|纺织材料鞋面|橡胶外底|42码",
    barcode: "6901234500042",
    origin: "141",
    unit: "025",
    first: (KILO, kilos(640)),
    second: Some(("025", Quantity::ONE)),
    price: yuan(450, 0),
    grams: (640, 900),
    duty: Rate(100_000),
    consumption: Consumption::None,
    vat: VAT_13,
};
/// A puzzle; its tax of 5.005 rounds up.
pub const PUZZLE: Good = Good {
    record: Some(5),
    hs: "9503006000",
    name: "智力玩具",
    model: "测试牌|木制|24片",
    barcode: "6901234500059",
    origin: "116",
    unit: "006",
    first: ("006", Quantity::ONE),
    second: Some((KILO, kilos(300))),
    price: yuan(55, 0),
    grams: (300, 400),
    duty: Rate::ZERO,
    consumption: Consumption::None,
    vat: VAT_13,
};
/// Face cream at 3.76 yuan a gram: no consumption tax.
pub const CREAM: Good = Good {
    record: Some(6),
    hs: "3304990029",
    name: "保湿面霜",
    model: "测试牌|50克/盒",
    barcode: "6901234500066",
    origin: "305",
    unit: "140",
    first: (KILO, kilos(50)),
    second: Some(("011", Quantity::ONE)),
    price: yuan(188, 0),
    grams: (50, 160),
    duty: Rate(10_000),
    consumption: Consumption::FromTenAGram(Rate(150_000), 50),
    vat: VAT_13,
};
/// Face cream at 21.25 yuan a gram: consumption tax of 15 %.
pub const FINE_CREAM: Good = Good {
    record: Some(7),
    hs: "3304990029",
    name: "精华面霜",
    model: "测试牌|20克/盒",
    barcode: "6901234500073",
    origin: "305",
    unit: "140",
    first: (KILO, kilos(20)),
    second: Some(("011", Quantity::ONE)),
    price: yuan(425, 0),
    grams: (20, 130),
    duty: Rate(10_000),
    consumption: Consumption::FromTenAGram(Rate(150_000), 20),
    vat: VAT_13,
};
/// Red wine, 750 ml a bottle; consumption tax of 10 %.
pub const WINE: Good = Good {
    record: Some(8),
    hs: "2204210000",
    name: "干红葡萄酒",
    model: "测试牌|750毫升/瓶|13.5%vol",
    barcode: "6901234500080",
    origin: "305",
    unit: "142",
    first: ("095", Quantity(75_000)),
    second: Some((KILO, kilos(740))),
    price: yuan(128, 0),
    grams: (740, 1400),
    duty: Rate(140_000),
    consumption: Consumption::Always(Rate(100_000)),
    vat: VAT_13,
};
/// Macadamia nuts, 500 g a bag; VAT of 9 %.
pub const NUTS: Good = Good {
    record: Some(9),
    hs: "0802620000",
    name: "去壳夏威夷果",
    model: "测试牌|500克/包",
    barcode: "6901234500097",
    origin: "601",
    unit: "125",
    first: (KILO, kilos(500)),
    second: None,
    price: yuan(79, 90),
    grams: (500, 560),
    duty: Rate(240_000),
    consumption: Consumption::None,
    vat: VAT_9,
};
/// Sugar, 300 g a bag; 2 kg a person and year, says its note on the list.
pub const SUGAR: Good = Good {
    record: Some(10),
    hs: "1701991090",
    name: "砂糖",
    model: "测试牌|300克/包",
    barcode: "6901234500103",
    origin: "136",
    unit: "125",
    first: (KILO, kilos(300)),
    second: None,
    price: yuan(12, 50),
    grams: (300, 330),
    duty: Rate(500_000),
    consumption: Consumption::None,
    vat: VAT_13,
};
/// Leather handbag at 8,500: above the single limit, so one alone pays in full.
pub const HANDBAG: Good = Good {
    record: Some(11),
    hs: "4202210090",
    name: "皮革手提包",
    model: "测试牌|牛皮面",
    barcode: "6901234500110",
    origin: "307",
    unit: PIECE,
    first: (KILO, kilos(900)),
    second: Some((PIECE, Quantity::ONE)),
    price: yuan(8500, 0),
    grams: (900, 1600),
    duty: Rate(60_000),
    consumption: Consumption::None,
    vat: VAT_13,
};
/// Hair dryer; the book holds [`DRYER_STOCK`] and no honest parcel asks for it.
pub const DRYER: Good = Good {
    record: Some(12),
    hs: "8516310000",
    name: "电吹风机",
    model: "测试牌|TS-12|1600瓦",
    barcode: "6901234500127",
    origin: "116",
    unit: PIECE,
    first: (PIECE, Quantity::ONE),
    second: Some((KILO, kilos(600))),
    price: yuan(399, 0),
    grams: (600, 850),
    duty: Rate(70_000),
    consumption: Consumption::None,
    vat: VAT_13,
};
/// Cotton towel: its code is in the tariff and not on the part of the list we hold.
pub const TOWEL: Good = Good {
    record: None,
    hs: "6302609000",
    name: "棉制毛巾",
    model: "测试牌|34×76厘米",
    barcode: "6901234500134",
    origin: "116",
    unit: "015",
    first: ("015", Quantity::ONE),
    second: Some((KILO, kilos(110))),
    price: yuan(39, 0),
    grams: (110, 150),
    duty: Rate(60_000),
    consumption: Consumption::None,
    vat: VAT_13,
};
/// Screen printing ink: the list lets in ink for printers (打印机用墨) only.
pub const INK: Good = Good {
    record: None,
    hs: "3215190090",
    name: "丝网印刷油墨",
    model: "测试牌|250克/罐|蓝色",
    barcode: "6901234500141",
    origin: "116",
    unit: "122",
    first: (KILO, kilos(250)),
    second: None,
    price: yuan(96, 0),
    grams: (250, 330),
    duty: Rate(65_000),
    consumption: Consumption::None,
    vat: VAT_13,
};

/// Pieces of [`DRYER`] in the book.
pub const DRYER_STOCK: u64 = 1;

/// The book, in the order of its item records.
pub const BOOK: [Good; 12] = [
    FORMULA, HONEY, SHAVER, SHOES, PUZZLE, CREAM, FINE_CREAM, WINE, NUTS, SUGAR, HANDBAG, DRYER,
];

/// What honest parcels hold: on the list, without a note, no quota near.
pub const EVERYDAY: [Good; 9] = [
    FORMULA, HONEY, SHAVER, SHOES, PUZZLE, CREAM, FINE_CREAM, WINE, NUTS,
];
