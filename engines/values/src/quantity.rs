//! Quantities and weights, exact to 1/100000 of their unit.

use std::{fmt, iter::Sum, ops, str::FromStr};

use serde::{Deserialize, Serialize};

use crate::{NumberError, decimal::*};

/// A quantity in 1/100000 of its unit (piece, kilogram, litre …): the wire's N19,5.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Quantity(pub i64);

impl Quantity {
    /// How many of these make one unit.
    pub const SCALE: i64 = 100_000;
    /// Nothing.
    pub const ZERO: Self = Self(0);
    /// One unit.
    pub const ONE: Self = Self(Self::SCALE);

    /// So many whole units.
    #[must_use]
    pub const fn whole(units: i64) -> Self {
        Self(units * Self::SCALE)
    }

    /// The product of two quantities (content × pieces), half up; `None` when it does not fit.
    #[must_use]
    pub fn times(self, other: Self) -> Option<Self> {
        let exact = i128::from(self.0) * i128::from(other.0);
        i64::try_from(div_half_up(exact, Self::SCALE.into()))
            .ok()
            .map(Self)
    }
}

impl FromStr for Quantity {
    type Err = NumberError;
    fn from_str(text: &str) -> Result<Self, NumberError> {
        parse_scaled(text, 5).map(Self)
    }
}

impl fmt::Display for Quantity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(Written::scaled(self.0, 5, 0).as_str())
    }
}

impl ops::Add for Quantity {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self(self.0 + other.0)
    }
}

impl ops::Sub for Quantity {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        Self(self.0 - other.0)
    }
}

impl ops::AddAssign for Quantity {
    fn add_assign(&mut self, other: Self) {
        self.0 += other.0;
    }
}

impl Sum for Quantity {
    fn sum<I: Iterator<Item = Self>>(parts: I) -> Self {
        Self(parts.map(|part| part.0).sum())
    }
}

impl Serialize for Quantity {
    fn serialize<S: serde::Serializer>(&self, out: S) -> Result<S::Ok, S::Error> {
        out.serialize_str(Written::scaled(self.0, 5, 0).as_str())
    }
}

impl<'de> Deserialize<'de> for Quantity {
    fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        text(from)
    }
}

/// Reads a number that stands as text: a JSON or TOML number could already have been a float.
pub(crate) fn text<'de, D, T>(from: D) -> Result<T, D::Error>
where
    D: serde::Deserializer<'de>,
    T: FromStr,
    T::Err: fmt::Display,
{
    let text = String::deserialize(from)?;
    text.parse().map_err(serde::de::Error::custom)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_quantity_is_written_without_needless_zeros() {
        assert_eq!("2.31000".parse::<Quantity>().unwrap().to_string(), "2.31");
        assert_eq!(Quantity::whole(3).to_string(), "3");
    }
}
