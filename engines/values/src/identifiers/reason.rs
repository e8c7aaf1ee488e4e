//! Why a text is not the identifier it should be.

use super::Kind;
use crate::{Finding, mask_identity};

/// Codes of the findings of this room; each has its record in `rules/values.toml`.
pub const CODES: &[&str] = &[
    "id.kind",
    "id.prefix",
    "id.parts",
    "id.length",
    "id.alphabet",
    "id.category",
    "id.birth-date",
    "id.serial",
    "id.check-digit",
];

/// The first check that failed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Reason {
    /// No kind of identifier has that name.
    Kind,
    /// The URN does not begin as it must.
    Prefix,
    /// The URN has too few parts.
    Parts,
    /// Too short or too long.
    Length,
    /// A character that has no place there.
    Alphabet,
    /// The fourth letter of a container names no category.
    Category,
    /// A birth date that does not exist.
    BirthDate,
    /// The serial is empty, too long, or wrongly escaped.
    Serial,
    /// The check digit does not fit the rest.
    CheckDigit,
}

impl Reason {
    /// Its word in tables and answers: `check_digit`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Kind => "kind",
            Self::Prefix => "prefix",
            Self::Parts => "parts",
            Self::Length => "length",
            Self::Alphabet => "alphabet",
            Self::Category => "category",
            Self::BirthDate => "birth_date",
            Self::Serial => "serial",
            Self::CheckDigit => "check_digit",
        }
    }

    /// The code of its finding: `id.check-digit`.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Kind => "id.kind",
            Self::Prefix => "id.prefix",
            Self::Parts => "id.parts",
            Self::Length => "id.length",
            Self::Alphabet => "id.alphabet",
            Self::Category => "id.category",
            Self::BirthDate => "id.birth-date",
            Self::Serial => "id.serial",
            Self::CheckDigit => "id.check-digit",
        }
    }

    /// The refusal of `text`; an identity number is masked, whatever is wrong with it.
    #[must_use]
    pub fn finding(self, kind: Kind, text: &str) -> Finding {
        let seen = match kind {
            Kind::CitizenId => mask_identity(text.trim()),
            _ => text.to_owned(),
        };
        Finding::refused(self.code())
            .saw(seen)
            .with("kind", kind.name())
    }
}

impl std::fmt::Display for Reason {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.as_str())
    }
}

impl std::error::Error for Reason {}
