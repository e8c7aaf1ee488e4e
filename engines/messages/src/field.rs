//! One row of a message's table.

use std::fmt;

/// A text in both languages of the house.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bilingual {
    /// Chinese.
    pub zh: Box<str>,
    /// English.
    pub en: Box<str>,
}

/// Where a field stands in its message's table: an index that holds as long as the table does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FieldId(pub u16);

/// Which part of a document a field belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Place {
    /// Once a document.
    Head,
    /// Once a line.
    Line,
}

/// What a field may hold. Lengths count characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Text of that length, both ends included: `C36` is 36 to 36, `C1..18`, `C..60`.
    Text {
        /// Fewest characters.
        least: u32,
        /// Most characters; `None` without end (`C..`).
        most: Option<u32>,
    },
    /// A decimal of at most so many digits, so many of them after the point: `N19,5`, `N4`.
    Decimal {
        /// Digits in all.
        digits: u8,
        /// Digits after the point.
        fraction: u8,
    },
}

impl Kind {
    /// Whether the empty text is one of its values.
    #[must_use]
    pub fn may_be_empty(self) -> bool {
        matches!(self, Self::Text { least: 0, .. })
    }

    /// The length, where only one is allowed.
    #[must_use]
    pub fn exact(self) -> Option<u32> {
        match self {
            Self::Text {
                least,
                most: Some(most),
            } if least == most => Some(most),
            Self::Text { .. } | Self::Decimal { .. } => None,
        }
    }

    /// Whether it is a time of the wire. In these messages an exact length of 8, 14 or 17 is
    /// always `yyyyMMdd`, `yyyyMMddHHmmss` or `yyyyMMddHHmmssSSS`.
    #[must_use]
    pub fn is_time(self) -> bool {
        matches!(self.exact(), Some(8 | 14 | 17))
    }
}

impl fmt::Display for Kind {
    /// As customs write it: `C36`, `C..60`, `N19,5`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            Self::Text {
                least,
                most: Some(most),
            } if least == most => write!(f, "C{most}"),
            Self::Text {
                least: 0 | 1,
                most: Some(most),
            } => write!(f, "C..{most}"),
            Self::Text {
                least,
                most: Some(most),
            } => write!(f, "C{least}..{most}"),
            Self::Text { most: None, .. } => f.write_str("C.."),
            Self::Decimal {
                digits,
                fraction: 0,
            } => write!(f, "N{digits}"),
            Self::Decimal { digits, fraction } => write!(f, "N{digits},{fraction}"),
        }
    }
}

/// Whether a field has to be there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Need {
    /// Always.
    Mandatory,
    /// As the sender likes.
    Optional,
    /// Where the business asks for it; the schema leaves it optional.
    Conditional,
    /// Not in the schema, yet sent by customs: accepted, and written only when asked for.
    Practice,
}

impl Need {
    /// Its letter in the tables: M, O, C, X.
    #[must_use]
    pub fn letter(self) -> &'static str {
        match self {
            Self::Mandatory => "M",
            Self::Optional => "O",
            Self::Conditional => "C",
            Self::Practice => "X",
        }
    }
}

/// When a conditional field is wanted, or barred.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Condition {
    /// The field that decides: of the same part, else of the head.
    pub field: FieldId,
    /// What it has to hold.
    pub test: Test,
}

/// What the deciding field of a [`Condition`] has to hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Test {
    /// One of these.
    OneOf(Vec<Box<str>>),
    /// Any value at all.
    Given,
}

/// How the numbers of lines run.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Numbering {
    /// From 1, each one more than the last.
    Steps,
    /// Each at most once.
    Distinct,
}

/// Which moment of a document's life a time field tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Clock {
    /// When it was filed: never later than now.
    Filed,
    /// The day it declares for; before the filing it decides which day's tables count.
    Declared,
}

/// What a field tells about a person, and so how it is masked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Personal {
    /// A person's name.
    Name,
    /// The number of an identity document.
    Identity,
    /// A telephone number.
    Phone,
    /// An address.
    Address,
}

impl Personal {
    /// `text` as others may see it.
    #[must_use]
    pub fn mask(self, text: &str) -> String {
        match self {
            Self::Name => values::mask_name(text),
            Self::Identity => values::mask_identity(text),
            Self::Phone => values::mask_phone(text),
            Self::Address => {
                let shown: String = text.chars().take(6).collect();
                if shown.len() < text.len() {
                    format!("{shown}***")
                } else {
                    "***".to_owned()
                }
            }
        }
    }
}

/// One row of a message's table.
#[derive(Debug, Clone)]
pub struct Field {
    /// The element, as customs spell it (`acturalPaid`).
    pub name: Box<str>,
    /// Head or line.
    pub place: Place,
    /// Length or digits.
    pub kind: Kind,
    /// Whether it has to be there.
    pub need: Need,
    /// When a conditional field is wanted.
    pub when: Option<Condition>,
    /// When it has to stay empty.
    pub barred: Option<Condition>,
    /// The code tables its value is in one of; most fields have one, many none.
    pub tables: Vec<Box<str>>,
    /// The only values accepted, fewer than the table may hold; empty when any will do.
    pub only: Vec<Box<str>>,
    /// Digits and nothing else.
    pub digits: bool,
    /// Numbers the lines.
    pub numbering: Option<Numbering>,
    /// Which moment of the document's life it tells.
    pub clock: Option<Clock>,
    /// A time that does not lie before that of this field.
    pub not_before: Option<FieldId>,
    /// What it tells about a person.
    pub personal: Option<Personal>,
    /// What it is called.
    pub label: Bilingual,
    /// What else there is to know.
    pub note: Option<Bilingual>,
    /// Three bytes made of its name: what stored records know it by, so that a row may be added
    /// between others.
    pub(crate) stamp: [u8; 3],
}

impl Field {
    /// Whether the schema refuses a message without this element.
    #[must_use]
    pub fn is_mandatory(&self) -> bool {
        self.need == Need::Mandatory
    }

    /// `text` as others may see it: masked where it tells about a person.
    #[must_use]
    pub fn shown(&self, text: &str) -> String {
        self.personal
            .map_or_else(|| text.to_owned(), |personal| personal.mask(text))
    }
}
