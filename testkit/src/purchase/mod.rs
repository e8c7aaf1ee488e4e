//! What somebody bought: from it the four papers follow.

mod declaration;
mod papers;

use values::{Day, Fen, Moment};

pub(crate) use declaration::CUSTOMS;

use crate::cast::{A2, E1, Firm, L1, P1, Person, W1, Y1, person};
use crate::goods::{EVERYDAY, Good};
use crate::tax::{self, Due};

/// Above this an order is taxed in full and may hold one piece only (财关税〔2018〕49号).
pub const SINGLE_LIMIT: Fen = Fen(500_000);

/// How the goods come: the customs modes of retail imports.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mode {
    /// 1210: from the bonded warehouse.
    Bonded,
    /// 1239: from a bonded warehouse where the licences of first import apply.
    BondedA,
    /// 9610: by direct mail.
    Direct,
}

impl Mode {
    /// Customs' code.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Bonded => "1210",
            Self::BondedA => "1239",
            Self::Direct => "9610",
        }
    }
}

/// One line of a purchase.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Bought {
    /// What.
    pub good: Good,
    /// How many pieces.
    pub pieces: i64,
    /// What one costs here; 0 for a gift.
    pub price: Fen,
    /// Given on top. The wire has no field for it, so the line's note says 赠品.
    pub gift: bool,
}

impl Bought {
    /// So many pieces at the price of the catalogue.
    #[must_use]
    pub fn new(good: Good, pieces: i64) -> Self {
        Self {
            good,
            pieces,
            price: good.price,
            gift: false,
        }
    }

    /// One piece on top at no price.
    #[must_use]
    pub fn gift(good: Good) -> Self {
        Self {
            good,
            pieces: 1,
            price: Fen::ZERO,
            gift: true,
        }
    }

    /// Price times pieces.
    #[must_use]
    pub fn value(&self) -> Fen {
        Fen(self.price.0 * self.pieces)
    }
}

/// A purchase with everyone and everything that belongs to it. Change what matters, then
/// take [`papers`](Self::papers).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Purchase {
    /// Number that order, payment, waybill and list are derived from.
    pub number: u64,
    /// How the goods come.
    pub mode: Mode,
    /// Whose platform.
    pub platform: Firm,
    /// Who sells, and guarantees the tax.
    pub seller: Firm,
    /// Who declares.
    pub agent: Firm,
    /// Who carries.
    pub carrier: Firm,
    /// Which payment firm.
    pub cashier: Firm,
    /// Who operates the site and holds the book.
    pub operator: Firm,
    /// Who buys and pays.
    pub buyer: Person,
    /// Who receives.
    pub consignee: Person,
    /// The lines, at least one with a price.
    pub lines: Vec<Bought>,
    /// Freight of the order.
    pub freight: Fen,
    /// Insurance, declared and taxed but not part of what the order charges.
    pub insurance: Fen,
    /// Vouchers and points; they lower the payment, not the tax.
    pub discount: Fen,
    /// When it was ordered, and which day its numbers carry.
    pub ordered: Moment,
    /// When it was paid.
    pub paid: Moment,
    /// When the carrier took it.
    pub shipped: Moment,
    /// When it was declared.
    pub declared: Moment,
}

impl Purchase {
    /// The day of the stories, 2026-10-05, at 09:58.
    fn story_time() -> Moment {
        let day = Day::new(2026, 10, 5).expect("this day is in the calendar");
        Moment::at(day, 9, 58, 0).expect("this time is on the clock")
    }

    /// The `n`th lawful purchase: a bonded one of one ware, bought by the `n`th person. The
    /// first is that of the stories: C1 buys two tins for 475.68.
    #[must_use]
    pub fn lawful(n: u64) -> Self {
        let buyer = person(n);
        let good = EVERYDAY[((n + EVERYDAY.len() as u64 - 1) % EVERYDAY.len() as u64) as usize];
        let time = Self::story_time();
        Self {
            number: n,
            mode: Mode::Bonded,
            platform: P1,
            seller: E1,
            agent: E1,
            carrier: L1,
            cashier: Y1,
            operator: W1,
            consignee: buyer.clone(),
            buyer,
            lines: vec![Bought::new(good, 1 + (n % 2) as i64)],
            freight: Fen::ZERO,
            insurance: Fen::ZERO,
            discount: Fen::ZERO,
            ordered: time,
            paid: time,
            shipped: time,
            declared: time,
        }
    }

    /// Comes by that mode.
    #[must_use]
    pub fn mode(mut self, mode: Mode) -> Self {
        self.mode = mode;
        self
    }

    /// Bought and received by that person.
    #[must_use]
    pub fn buyer(mut self, buyer: Person) -> Self {
        self.consignee = buyer.clone();
        self.buyer = buyer;
        self
    }

    /// Holds these lines.
    #[must_use]
    pub fn lines(mut self, lines: Vec<Bought>) -> Self {
        self.lines = lines;
        self
    }

    /// Sold by that seller, who declares by itself only when filed as an agent.
    #[must_use]
    pub fn seller(mut self, seller: Firm) -> Self {
        self.agent = if seller.roles.contains(&"agent") {
            seller
        } else {
            A2
        };
        self.seller = seller;
        self
    }

    /// The sum of the lines.
    #[must_use]
    pub fn goods_value(&self) -> Fen {
        self.lines.iter().map(Bought::value).sum()
    }

    /// What is taxed and counts towards the limits: goods, freight and insurance.
    #[must_use]
    pub fn taxable(&self) -> Fen {
        self.goods_value() + self.freight + self.insurance
    }

    /// The taxes of each line.
    #[must_use]
    pub fn dues(&self) -> Vec<Due> {
        let values: Vec<Fen> = self.lines.iter().map(Bought::value).collect();
        let freight = tax::spread(self.freight, &values);
        let insurance = tax::spread(self.insurance, &values);
        let full = self.taxable() > SINGLE_LIMIT && self.pieces() == 1;
        let due = |at: usize| {
            let line = &self.lines[at];
            let value = values[at] + freight[at] + insurance[at];
            let rates = line.good.rates(value, line.pieces);
            if full {
                tax::in_full(value, rates)
            } else {
                tax::within_limit(value, rates)
            }
        };
        (0..values.len()).map(due).collect()
    }

    /// All taxes of the order.
    #[must_use]
    pub fn tax(&self) -> Fen {
        self.dues().into_iter().map(Due::total).sum()
    }

    /// What the buyer pays: goods + freight + tax − discount.
    #[must_use]
    pub fn to_pay(&self) -> Fen {
        self.goods_value() + self.freight + self.tax() - self.discount
    }

    /// All pieces, gifts too.
    #[must_use]
    pub fn pieces(&self) -> i64 {
        self.lines.iter().map(|line| line.pieces).sum()
    }
}
