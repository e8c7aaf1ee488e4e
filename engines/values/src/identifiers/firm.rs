//! Firms: the unified social credit code and the registration code at customs.

use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};

use super::{Kind, Reason, ascii};

/// The 31 signs of GB 32100 in the order of their values: no I, O, S, V, Z.
const SIGNS: &[u8; 31] = b"0123456789ABCDEFGHJKLMNPQRTUWXY";

/// Characters 3 to 8 name the place of registration and are digits; the 18th is the check.
pub(super) fn uscc(text: &str) -> Result<(), Reason> {
    let signs = ascii(text, 18)?;
    if !signs[2..8].iter().all(u8::is_ascii_digit) {
        return Err(Reason::Alphabet);
    }
    let mut values = [0; 18];
    for (value, sign) in values.iter_mut().zip(signs) {
        *value = SIGNS
            .iter()
            .position(|known| known == sign)
            .ok_or(Reason::Alphabet)?;
    }
    let mut sum = 0;
    let mut weight = 1;
    for value in &values[..17] {
        sum += weight * value;
        weight = weight * 3 % 31;
    }
    if (31 - sum % 31) % 31 == values[17] {
        Ok(())
    } else {
        Err(Reason::CheckDigit)
    }
}

/// The first four characters name the place of registration and are digits; what follows is
/// digits and letters without a check.
pub(super) fn customs_code(text: &str) -> Result<(), Reason> {
    let (place, rest) = ascii(text, 10)?.split_at(4);
    if place.iter().all(u8::is_ascii_digit) && rest.iter().all(u8::is_ascii_alphanumeric) {
        Ok(())
    } else {
        Err(Reason::Alphabet)
    }
}

macro_rules! firm_code {
    ($(#[$doc:meta])* $name:ident, $kind:expr, $length:literal) => {
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name([u8; $length]);

        impl $name {
            /// Its characters.
            #[must_use]
            pub fn as_str(&self) -> &str {
                std::str::from_utf8(&self.0).expect("only ASCII passes the check")
            }
        }

        impl FromStr for $name {
            type Err = Reason;
            fn from_str(text: &str) -> Result<Self, Reason> {
                let plain = $kind.check(text)?;
                let signs = plain.as_bytes().try_into();
                Ok(Self(signs.expect("the check has counted its characters")))
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(self.as_str())
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(self.as_str())
            }
        }

        impl Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, out: S) -> Result<S::Ok, S::Error> {
                out.serialize_str(self.as_str())
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
                crate::quantity::text(from)
            }
        }
    };
}

firm_code! {
    /// A unified social credit code that has passed its check.
    Uscc, Kind::Uscc, 18
}

firm_code! {
    /// A registration code at customs of ten characters.
    CustomsCode, Kind::CustomsCode, 10
}
