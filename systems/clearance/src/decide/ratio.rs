//! Exact fractions, so that each tax is rounded once and nothing before it.

use values::{Rate, div_half_up};

/// `over / under`, `under` above zero. Kept unreduced until a product would not fit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Ratio {
    over: i128,
    under: i128,
}

impl Ratio {
    pub(crate) const ZERO: Self = Self { over: 0, under: 1 };

    /// `over / under`, reduced; `None` where `under` is not above zero.
    pub(crate) fn new(over: i128, under: i128) -> Option<Self> {
        (under > 0).then(|| Self { over, under }.reduced())
    }

    pub(crate) fn whole(number: i64) -> Self {
        Self {
            over: number.into(),
            under: 1,
        }
    }

    pub(crate) fn share(rate: Rate) -> Self {
        Self {
            over: rate.0.into(),
            under: Rate::SCALE.into(),
        }
        .reduced()
    }

    /// The sum; `None` where it does not fit, so for the others.
    pub(crate) fn plus(self, other: Self) -> Option<Self> {
        self.try_plus(other)
            .or_else(|| self.reduced().try_plus(other.reduced()))
    }

    pub(crate) fn times(self, other: Self) -> Option<Self> {
        self.try_times(other)
            .or_else(|| self.reduced().try_times(other.reduced()))
    }

    /// Whether it is at most this whole number.
    pub(crate) fn at_most(self, number: i64) -> Option<bool> {
        let Self { over, under } = self.reduced();
        Some(over <= i128::from(number).checked_mul(under)?)
    }

    /// Rounded half away from zero to a whole number.
    pub(crate) fn half_up(self) -> Option<i64> {
        let Self { over, under } = self.reduced();
        over.checked_mul(2)?.checked_add(under)?;
        under.checked_mul(2)?;
        i64::try_from(div_half_up(over, under)).ok()
    }

    fn try_plus(self, other: Self) -> Option<Self> {
        if self.under == other.under {
            return Some(Self {
                over: self.over.checked_add(other.over)?,
                under: self.under,
            });
        }
        let over = self
            .over
            .checked_mul(other.under)?
            .checked_add(other.over.checked_mul(self.under)?)?;
        Some(Self {
            over,
            under: self.under.checked_mul(other.under)?,
        })
    }

    fn try_times(self, other: Self) -> Option<Self> {
        Some(Self {
            over: self.over.checked_mul(other.over)?,
            under: self.under.checked_mul(other.under)?,
        })
    }

    fn reduced(self) -> Self {
        let (mut a, mut b) = (self.over.unsigned_abs(), self.under.unsigned_abs());
        while b != 0 {
            (a, b) = (b, a % b);
        }
        match i128::try_from(a) {
            Ok(common) if common > 1 => Self {
                over: self.over / common,
                under: self.under / common,
            },
            _ => self,
        }
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test may panic")]
mod tests {
    use super::*;

    #[test]
    fn thirds_add_up_and_round_once() {
        let third = Ratio::new(1, 3).unwrap();
        assert_eq!(
            third.plus(third).unwrap().plus(third).unwrap().half_up(),
            Some(1)
        );
        assert_eq!(Ratio::new(5005, 10).unwrap().half_up(), Some(501));
        assert_eq!(Ratio::new(-5005, 10).unwrap().half_up(), Some(-501));
        assert_eq!(Ratio::new(1, 0), None);
    }

    #[test]
    fn a_product_that_does_not_fit_is_reduced_before_it_is_given_up() {
        let large = Ratio::whole(i64::MAX)
            .times(Ratio::whole(i64::MAX))
            .unwrap();
        assert_eq!(large.times(Ratio::whole(4)), None);
        let half = Ratio {
            over: i128::from(i64::MAX),
            under: i128::from(i64::MAX) * 2,
        };
        assert_eq!(large.times(half), large.times(Ratio::new(1, 2).unwrap()));
    }
}
