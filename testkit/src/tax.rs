//! Import taxes of one line, exact, rounded half up to 分 once a tax.
//!
//! Within the limits duty is 0 and the other two are due at 70 %; above the single limit an
//! order of one item pays all three in full (财关税〔2018〕49号). With P the line's value and
//! t, c, v the rates, consumption tax rests on the composite price (P + duty) / (1 − c) and
//! VAT on the same.

use values::{Fen, Rate};

/// The rates of one line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rates {
    /// Duty, used only above the single limit.
    pub duty: Rate,
    /// Consumption tax that is due on this line, its threshold already looked at.
    pub consumption: Rate,
    /// Value added tax.
    pub vat: Rate,
}

/// The taxes of one line.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Due {
    /// Customs duty.
    pub duty: Fen,
    /// Consumption tax.
    pub consumption: Fen,
    /// Value added tax.
    pub vat: Fen,
}

impl Due {
    /// All three.
    #[must_use]
    pub fn total(self) -> Fen {
        self.duty + self.consumption + self.vat
    }
}

const WHOLE: i128 = Rate::SCALE as i128;

/// What a line of that value owes inside the limits: `0.7 × P × rate / (1 − c)` each.
#[must_use]
pub fn within_limit(value: Fen, rates: Rates) -> Due {
    let share = |rate: Rate| {
        let above = i128::from(value.0) * i128::from(rate.0) * 7;
        half_up(above, 10 * (WHOLE - i128::from(rates.consumption.0)))
    };
    Due {
        duty: Fen::ZERO,
        consumption: share(rates.consumption),
        vat: share(rates.vat),
    }
}

/// What a line of that value owes when its order is one item above the single limit.
#[must_use]
pub fn in_full(value: Fen, rates: Rates) -> Due {
    let composite = |rate: Rate| {
        let with_duty = i128::from(value.0) * (WHOLE + i128::from(rates.duty.0));
        half_up(
            with_duty * i128::from(rate.0),
            WHOLE * (WHOLE - i128::from(rates.consumption.0)),
        )
    };
    Due {
        duty: half_up(i128::from(value.0) * i128::from(rates.duty.0), WHOLE),
        consumption: composite(rates.consumption),
        vat: composite(rates.vat),
    }
}

/// Spreads `sum` over lines by their value: shares are cut to 分 and the last line with a
/// value takes the rest.
#[must_use]
pub fn spread(sum: Fen, values: &[Fen]) -> Vec<Fen> {
    let whole: i64 = values.iter().map(|value| value.0).sum();
    let mut shares: Vec<Fen> = values
        .iter()
        .map(|value| Fen(sum.0 * value.0 / whole.max(1)))
        .collect();
    if let Some(last) = values.iter().rposition(|value| value.0 > 0) {
        shares[last] = shares[last] + sum - shares.iter().copied().sum();
    }
    shares
}

fn half_up(above: i128, below: i128) -> Fen {
    let rounded = (2 * above + below) / (2 * below);
    Fen(i64::try_from(rounded).expect("a tax is smaller than what it is taken from"))
}
