//! Money of the zone: yuan in 分, and unit prices a little finer.

use std::{fmt, iter::Sum, ops, str::FromStr};

use serde::{Deserialize, Serialize};

use crate::{NumberError, Quantity, Rate, decimal::*};

/// An amount of yuan in 分 (1/100). Written with two decimals, read with at most two
/// (zeros beyond are fine).
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Fen(pub i64);

impl Fen {
    /// Nothing.
    pub const ZERO: Self = Self(0);

    /// The amount for `quantity` pieces at this much a piece, half up to 分; `None` when it
    /// does not fit.
    #[must_use]
    pub fn times(self, quantity: Quantity) -> Option<Self> {
        let exact = i128::from(self.0) * i128::from(quantity.0);
        i64::try_from(div_half_up(exact, Quantity::SCALE.into()))
            .ok()
            .map(Self)
    }

    /// This share of the amount, half up to 分.
    #[must_use]
    pub fn share(self, rate: Rate) -> Self {
        let exact = i128::from(self.0) * i128::from(rate.0);
        Self(i64::try_from(div_half_up(exact, Rate::SCALE.into())).unwrap_or(i64::MAX))
    }

    /// `self · part / whole`, half up to 分. `whole` must be above zero.
    #[must_use]
    pub fn portion(self, part: i64, whole: i64) -> Self {
        let exact = i128::from(self.0) * i128::from(part);
        Self(i64::try_from(div_half_up(exact, whole.into())).unwrap_or(i64::MAX))
    }

    /// The sum, or `None` above what fits.
    #[must_use]
    pub fn checked_add(self, other: Self) -> Option<Self> {
        self.0.checked_add(other.0).map(Self)
    }
}

impl FromStr for Fen {
    type Err = NumberError;
    fn from_str(text: &str) -> Result<Self, NumberError> {
        parse_scaled(text, 2).map(Self)
    }
}

impl fmt::Display for Fen {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(Written::scaled(self.0, 2, 2).as_str())
    }
}

impl ops::Add for Fen {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self(self.0 + other.0)
    }
}

impl ops::Sub for Fen {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        Self(self.0 - other.0)
    }
}

impl ops::Neg for Fen {
    type Output = Self;
    fn neg(self) -> Self {
        Self(-self.0)
    }
}

impl ops::AddAssign for Fen {
    fn add_assign(&mut self, other: Self) {
        self.0 += other.0;
    }
}

impl ops::SubAssign for Fen {
    fn sub_assign(&mut self, other: Self) {
        self.0 -= other.0;
    }
}

impl Sum for Fen {
    fn sum<I: Iterator<Item = Self>>(parts: I) -> Self {
        Self(parts.map(|part| part.0).sum())
    }
}

impl Serialize for Fen {
    fn serialize<S: serde::Serializer>(&self, out: S) -> Result<S::Ok, S::Error> {
        out.serialize_str(Written::scaled(self.0, 2, 2).as_str())
    }
}

impl<'de> Deserialize<'de> for Fen {
    fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        crate::quantity::text(from)
    }
}

/// The price of one unit in 1/100000 yuan, as the wire's N19,5 allows.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Price(pub i64);

impl Price {
    /// The amount for `quantity` units, half up to 分; `None` when it does not fit.
    #[must_use]
    pub fn times(self, quantity: Quantity) -> Option<Fen> {
        let exact = i128::from(self.0) * i128::from(quantity.0);
        // 10^-5 yuan × 10^-5 units against 10^-2 yuan.
        i64::try_from(div_half_up(exact, 100_000_000)).ok().map(Fen)
    }
}

impl FromStr for Price {
    type Err = NumberError;
    fn from_str(text: &str) -> Result<Self, NumberError> {
        parse_scaled(text, 5).map(Self)
    }
}

impl fmt::Display for Price {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(Written::scaled(self.0, 5, 2).as_str())
    }
}

impl Serialize for Price {
    fn serialize<S: serde::Serializer>(&self, out: S) -> Result<S::Ok, S::Error> {
        out.serialize_str(Written::scaled(self.0, 5, 2).as_str())
    }
}

impl<'de> Deserialize<'de> for Price {
    fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        crate::quantity::text(from)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fen_is_written_with_two_decimals_whatever_its_sign() {
        assert_eq!(Fen(-5).to_string(), "-0.05");
        assert_eq!(Fen(47568).to_string(), "475.68");
        assert_eq!("0".parse::<Fen>().unwrap().to_string(), "0.00");
    }

    #[test]
    fn thirds_of_a_price_add_up_to_the_exact_product() {
        let price: Price = "33.33333".parse().unwrap();
        assert_eq!(price.times("3".parse().unwrap()), Some(Fen(10000)));
    }

    #[test]
    fn a_product_too_large_for_money_is_none_and_no_panic() {
        assert_eq!(Price(i64::MAX).times(Quantity(i64::MAX)), None);
    }
}
