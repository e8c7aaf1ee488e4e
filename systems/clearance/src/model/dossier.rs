//! Dossier 三单一清单: the papers of one parcel as one.

use std::{borrow::Cow, collections::BTreeMap};

use unicode_normalization::UnicodeNormalization;

use super::{BookItem, List, Order, Payment, Tally, Waybill};

/// Where the papers of one parcel lie: platform and order number, or carrier and waybill number.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Home {
    /// Platform or carrier.
    pub issuer: String,
    /// Number at the issuer.
    pub number: String,
}

impl Home {
    /// The home of that number.
    pub fn new(issuer: impl Into<String>, number: impl Into<String>) -> Self {
        Self {
            issuer: issuer.into(),
            number: number.into(),
        }
    }

    /// Its bucket on disk.
    #[must_use]
    pub fn bucket(&self) -> i64 {
        store::bucket(&[&self.issuer, &self.number])
    }

    /// The number however it is spelled ([`plain`]): by this it is spent once.
    #[must_use]
    pub fn plain(&self) -> Self {
        Self::new(plain(&self.issuer), plain(&self.number))
    }

    /// As keys are shown.
    #[must_use]
    pub fn text(&self) -> String {
        format!("{}/{}", self.issuer, self.number)
    }
}

/// A text without what does not tell numbers apart (rules.md §2.1): full and half width, case, blanks,
/// and signs that nobody sees.
#[must_use]
pub fn plain(text: &str) -> Cow<'_, str> {
    let is_plain = |sign: u8| sign.is_ascii_graphic() && !sign.is_ascii_lowercase();
    if text.bytes().all(is_plain) {
        return text.into();
    }
    // A control sign or one of the format signs that width and direction hide.
    let unseen = |sign: char| {
        sign.is_whitespace()
            || sign.is_control()
            || matches!(sign, '\u{ad}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
    };
    let signs = text.nfkc().filter(|sign| !unseen(*sign));
    signs.flat_map(char::to_uppercase).collect()
}

/// Everything a verdict looks at in the papers.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Dossier {
    /// The order.
    pub order: Order,
    /// Its payments.
    pub payments: Vec<Payment>,
    /// The waybill.
    pub waybill: Waybill,
    /// The declaration.
    pub list: List,
    /// How the site counted the parcel in, of direct purchase and as far as it came.
    pub arrival: Option<Tally>,
    /// Item records of the book by record number, as far as the lines name them.
    pub items: BTreeMap<String, BookItem>,
}
