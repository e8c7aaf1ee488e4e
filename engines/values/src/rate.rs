//! Rates: shares of one, in parts per million.

use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};

use crate::{NumberError, decimal::*};

/// A share in parts per million: `0.13` is 130,000.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Rate(pub i64);

impl Rate {
    /// How many of these make the whole.
    pub const SCALE: i64 = 1_000_000;
    /// Nothing.
    pub const ZERO: Self = Self(0);
    /// The whole.
    pub const ONE: Self = Self(Self::SCALE);
}

impl FromStr for Rate {
    type Err = NumberError;
    fn from_str(text: &str) -> Result<Self, NumberError> {
        parse_scaled(text, 6).map(Self)
    }
}

impl fmt::Display for Rate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(Written::scaled(self.0, 6, 0).as_str())
    }
}

impl Serialize for Rate {
    fn serialize<S: serde::Serializer>(&self, out: S) -> Result<S::Ok, S::Error> {
        out.serialize_str(Written::scaled(self.0, 6, 0).as_str())
    }
}

impl<'de> Deserialize<'de> for Rate {
    fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        crate::quantity::text(from)
    }
}
