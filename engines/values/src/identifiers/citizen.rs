//! The identity number of a resident.

use std::{fmt, str::FromStr};

use super::{Kind, Reason, ascii};
use crate::{Day, mask_identity};

/// Weights of ISO 7064 MOD 11-2 for the 17 places before the check.
const WEIGHTS: [u32; 17] = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/// Gives the birth date. The form of 15 digits, out of use since 2013, is not taken.
pub(super) fn citizen_id(text: &str) -> Result<Day, Reason> {
    let signs = ascii(text, 18)?;
    let (body, check) = signs.split_at(17);
    if !body.iter().all(u8::is_ascii_digit) || !matches!(check[0], b'0'..=b'9' | b'X') {
        return Err(Reason::Alphabet);
    }
    let birth = Day::from_wire(&text[6..14])
        .ok()
        .filter(|day| day.year() > 0)
        .ok_or(Reason::BirthDate)?;
    let sum: u32 = body
        .iter()
        .zip(WEIGHTS)
        .map(|(digit, weight)| u32::from(digit - b'0') * weight)
        .sum();
    if b"10X98765432"[sum as usize % 11] == check[0] {
        Ok(birth)
    } else {
        Err(Reason::CheckDigit)
    }
}

/// An identity number that has passed its check. It is shown masked; who needs the number
/// itself asks for it by name.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CitizenId([u8; 18]);

impl CitizenId {
    /// The number itself: personal, for hashing and for the wire only.
    #[must_use]
    pub fn reveal(&self) -> &str {
        std::str::from_utf8(&self.0).expect("only ASCII passes the check")
    }

    /// Whether a text is such a number or one mistyped at its end: whatever field it stands in,
    /// it tells about a person.
    #[must_use]
    pub fn resembles(text: &str) -> bool {
        matches!(Kind::CitizenId.check(text), Ok(_) | Err(Reason::CheckDigit))
    }

    /// The birth date it holds.
    #[must_use]
    pub fn birth(&self) -> Day {
        Day::from_wire(&self.reveal()[6..14]).expect("the check has read the date")
    }
}

impl FromStr for CitizenId {
    type Err = Reason;
    fn from_str(text: &str) -> Result<Self, Reason> {
        let plain = Kind::CitizenId.check(text)?;
        let signs = plain.as_bytes().try_into();
        Ok(Self(signs.expect("the check has counted its characters")))
    }
}

impl fmt::Display for CitizenId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&mask_identity(self.reveal()))
    }
}

impl fmt::Debug for CitizenId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}
