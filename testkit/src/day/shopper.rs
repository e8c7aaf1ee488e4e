//! Honest purchases of one evening, different every time and the same for the same seed.

use values::{Day as Date, Fen, Moment};

use crate::cast::{E1, Firm, L1, L2, P1, P2, P3, Person, S2, S3, Y1, Y2, person};
use crate::dice::Dice;
use crate::goods::{EVERYDAY, PUZZLE};
use crate::purchase::{Bought, Mode, Purchase};

const HOUR: u64 = 3600;
/// An honest parcel stays below this, so that the two of one person stay below the single
/// limit together and never look like one order cut in pieces.
const MODEST: Fen = Fen(240_000);
/// Persons from here on buy only what a planted fault gives them.
const SET_APART: u64 = 500_000;

/// Goes shopping on the evening before the day.
pub(super) struct Shopper {
    pub(super) dice: Dice,
    date: Date,
    numbers: u64,
}

impl Shopper {
    pub(super) fn new(dice: Dice, date: Date) -> Self {
        Self {
            dice,
            date,
            numbers: 0,
        }
    }

    /// A person who buys nothing else that day.
    pub(super) fn set_apart(&self) -> Person {
        person(SET_APART + self.numbers)
    }

    /// The next number for a parcel.
    pub(super) fn next_number(&mut self) -> u64 {
        self.numbers += 1;
        self.numbers
    }

    /// A lawful purchase; each person makes two.
    pub(super) fn honest(&mut self) -> Purchase {
        let number = self.next_number();
        let buyer = 1 + number / 2;
        let mut purchase = Purchase::lawful(number).buyer(person(buyer));
        if self.dice.percent(10) {
            purchase.consignee = person(buyer + 7);
        }
        self.choose_firms(&mut purchase);
        self.choose_goods(&mut purchase);
        self.choose_times(&mut purchase);
        purchase
    }

    fn choose_firms(&mut self, purchase: &mut Purchase) {
        purchase.mode = match self.dice.below(10) {
            0..7 => Mode::Bonded,
            7..9 => Mode::Direct,
            _ => Mode::BondedA,
        };
        purchase.platform = self.dice.pick::<Firm>(&[P1, P1, P1, P2, P2, P3]);
        purchase.carrier = self.dice.pick(&[L1, L1, L2]);
        purchase.cashier = self.dice.pick(&[Y1, Y1, Y2]);
        *purchase = purchase.clone().seller(self.dice.pick(&[E1, E1, S2, S3]));
    }

    fn choose_goods(&mut self, purchase: &mut Purchase) {
        let mut wares = EVERYDAY;
        self.dice.shuffle(&mut wares);
        let kinds = self.dice.pick(&[1, 1, 1, 1, 2, 2, 3]);
        let bought = wares[..kinds]
            .iter()
            .map(|good| Bought::new(*good, 1 + self.dice.below(3) as i64));
        purchase.lines = bought.collect();
        if purchase.goods_value() > MODEST {
            purchase.lines = vec![Bought::new(wares[0], 1)];
        }
        if self.dice.percent(8) {
            purchase.lines.push(Bought::gift(PUZZLE));
        }
        let mut yuan = |share: u64, from: u64, to: u64| {
            let some = self.dice.percent(share);
            let fen = (from + self.dice.below(to - from)) as i64;
            if some { Fen(fen) } else { Fen::ZERO }
        };
        purchase.freight = yuan(30, 500, 2500);
        purchase.discount = yuan(20, 100, 1500);
        purchase.insurance = yuan(10, 50, 300);
    }

    /// Ordered in the evening, paid at once, taken by the carrier before midnight, declared in
    /// the first five minutes of the day.
    fn choose_times(&mut self, purchase: &mut Purchase) {
        let evening = self.date.plus(-1).start().plus_hours(18);
        let after = |moment: Moment, seconds: u64| moment.plus_ms(seconds as i64 * 1000);
        purchase.ordered = after(evening, self.dice.below(11 * HOUR / 2));
        purchase.paid = after(purchase.ordered, 5 + self.dice.below(175));
        purchase.shipped = after(purchase.paid, 600 + self.dice.below(900));
        purchase.declared = after(self.date.start(), self.dice.below(300));
    }
}
