//! Identifiers, checked once at the edge.
//!
//! A text is first made plain: full-width signs become their ASCII form (NFKC), blanks at
//! both ends go, letters are raised (a URN keeps its letters). Then the checks of its [`Kind`]
//! run in a fixed order and the first that fails is the [`Reason`]; what passes comes back in
//! its plain form.
//!
//! ```
//! use values::identifiers::{Reason, check};
//! assert_eq!(check("imo", "imo 9074729").as_deref(), Ok("9074729"));
//! assert_eq!(check("gtin13", "6901234567893"), Err(Reason::CheckDigit));
//! ```
//!
//! [`Uscc`] and [`CitizenId`] are the two that other rooms hold: such a value has passed.

mod citizen;
mod firm;
mod gs1;
mod reason;
mod transport;

use unicode_normalization::{UnicodeNormalization, is_nfkc};

pub use citizen::CitizenId;
pub use firm::{CustomsCode, Uscc};
pub use reason::{CODES, Reason};

/// The kinds of identifier that can be checked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    /// Unified social credit code of a firm, GB 32100.
    Uscc,
    /// Identity number of a resident, GB 11643, 18 places.
    CitizenId,
    /// Trade item number of 13 digits.
    Gtin13,
    /// Trade item number of 14 digits.
    Gtin14,
    /// Serial shipping container code.
    Sscc,
    /// Freight container, ISO 6346.
    Container,
    /// Serialised trade item as a pure-identity URN.
    SgtinUrn,
    /// Number of a ship.
    Imo,
    /// Registration code of a firm at customs, 10 places.
    CustomsCode,
}

impl Kind {
    /// All of them.
    pub const ALL: [Self; 9] = [
        Self::Uscc,
        Self::CitizenId,
        Self::Gtin13,
        Self::Gtin14,
        Self::Sscc,
        Self::Container,
        Self::SgtinUrn,
        Self::Imo,
        Self::CustomsCode,
    ];

    /// Its name: `citizen_id`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Uscc => "uscc",
            Self::CitizenId => "citizen_id",
            Self::Gtin13 => "gtin13",
            Self::Gtin14 => "gtin14",
            Self::Sscc => "sscc",
            Self::Container => "container",
            Self::SgtinUrn => "sgtin_urn",
            Self::Imo => "imo",
            Self::CustomsCode => "customs_code",
        }
    }

    /// The kind of that name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }

    /// The plain form of `text`, or the first check it fails.
    ///
    /// # Errors
    /// The first [`Reason`] in the order of the kind's checks.
    pub fn check(self, text: &str) -> Result<String, Reason> {
        let plain = plain(text);
        if self == Self::SgtinUrn {
            return gs1::sgtin_urn(&plain);
        }
        let raised = plain.to_ascii_uppercase();
        match self {
            Self::Uscc => firm::uscc(&raised).map(|()| raised),
            Self::CustomsCode => firm::customs_code(&raised).map(|()| raised),
            Self::CitizenId => citizen::citizen_id(&raised).map(|_| raised),
            Self::Gtin13 => gs1::numbered(&raised, 13).map(|()| raised),
            Self::Gtin14 => gs1::numbered(&raised, 14).map(|()| raised),
            Self::Sscc => gs1::numbered(&raised, 18).map(|()| raised),
            Self::Container => transport::container(&raised).map(|()| raised),
            Self::Imo => transport::imo(&raised).map(str::to_owned),
            Self::SgtinUrn => unreachable!("answered above, before letters are raised"),
        }
    }
}

/// The plain form of `text` as an identifier of the kind so named, or the first check it fails.
///
/// # Errors
/// The first [`Reason`] in the order of the kind's checks; [`Reason::Kind`] for an unknown name.
pub fn check(kind: &str, text: &str) -> Result<String, Reason> {
    Kind::named(kind).ok_or(Reason::Kind)?.check(text)
}

fn plain(text: &str) -> String {
    if text.is_ascii() || is_nfkc(text) {
        return text.trim().to_owned();
    }
    text.nfkc().collect::<String>().trim().to_owned()
}

/// Exactly `length` characters, all of them ASCII: the bytes can then be taken one by one.
/// A wrong length goes before a wrong alphabet, and both count characters, not bytes.
fn ascii(text: &str, length: usize) -> Result<&[u8], Reason> {
    if text.chars().count() != length {
        return Err(Reason::Length);
    }
    if text.is_ascii() {
        Ok(text.as_bytes())
    } else {
        Err(Reason::Alphabet)
    }
}
