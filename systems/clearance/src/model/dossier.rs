//! Dossier 三单一清单: the papers of one parcel as one.

use std::{borrow::Cow, collections::BTreeMap};

use unicode_normalization::UnicodeNormalization;

use super::{BookItem, List, Order, Payment, Tally, Waybill};

/// A number that is one however it is spelled, with who gave it: platform and order number, carrier and
/// waybill number, payment firm and payment number. The papers of one parcel lie by it, and by it what
/// serves once is claimed.
///
/// It is plain ([`plain`]) from the beginning, so two spellings are equal wherever they are compared.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Home {
    issuer: String,
    number: String,
}

impl Home {
    /// The home of that number, however both are spelled.
    pub fn new(issuer: impl AsRef<str>, number: impl AsRef<str>) -> Self {
        Self {
            issuer: plain(issuer.as_ref()).into_owned(),
            number: plain(number.as_ref()).into_owned(),
        }
    }

    /// The home that a row tells: as it stands, so that a row that was spoiled is not read as whole.
    pub(crate) fn kept(issuer: String, number: String) -> Self {
        Self { issuer, number }
    }

    /// Platform, carrier or payment firm.
    #[must_use]
    pub fn issuer(&self) -> &str {
        &self.issuer
    }

    /// Number at the issuer.
    #[must_use]
    pub fn number(&self) -> &str {
        &self.number
    }

    /// Its bucket on disk.
    #[must_use]
    pub fn bucket(&self) -> i64 {
        store::bucket(&[&self.issuer, &self.number])
    }

    /// As keys are shown.
    #[must_use]
    pub fn text(&self) -> String {
        format!("{}/{}", self.issuer, self.number)
    }
}

/// A text without what does not tell numbers apart (rules.md §2.1): full and half width, case, blanks,
/// and signs that nobody sees. The plain form of a plain form is itself.
#[must_use]
pub fn plain(text: &str) -> Cow<'_, str> {
    let is_plain = |sign: u8| sign.is_ascii_graphic() && !sign.is_ascii_lowercase();
    if text.bytes().all(is_plain) {
        return text.into();
    }
    // What stood between two signs may have kept them from becoming one, and capitals may come apart.
    let mut form = raised(text);
    loop {
        let next = raised(&form);
        if next == form {
            return form.into();
        }
        form = next;
    }
}

fn raised(text: &str) -> String {
    let seen =
        |sign: &char| !(sign.is_whitespace() || sign.is_control() || values::is_unseen(*sign));
    let signs = text.chars().filter(seen).nfkc().filter(seen);
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
    pub arrivals: Vec<Tally>,
    /// Item records of the book by record number, as far as the lines name them.
    pub items: BTreeMap<String, BookItem>,
}

#[cfg(test)]
mod tests {
    use super::plain;

    #[test]
    fn the_plain_form_of_every_sign_is_its_own_plain_form() {
        for sign in '\0'..=char::MAX {
            for text in [format!("A{sign}"), format!("{sign}\u{301}")] {
                let form = plain(&text).into_owned();
                assert_eq!(plain(&form), form, "{text:?}");
            }
        }
    }

    #[test]
    fn signs_that_nobody_sees_make_no_other_number() {
        for sign in [
            '\u{ad}',
            '\u{34f}',
            '\u{61c}',
            '\u{115f}',
            '\u{17b4}',
            '\u{180b}',
            '\u{200b}',
            '\u{2800}',
            '\u{3164}',
            '\u{fe0f}',
            '\u{feff}',
            '\u{ffa0}',
            '\u{fff9}',
            '\u{1d173}',
            '\u{e0041}',
            '\u{e0100}',
            '\u{a0}',
            '\u{3000}',
            '\t',
        ] {
            assert_eq!(plain(&format!("é{sign}1")), plain("e\u{301}1"), "{sign:?}");
            assert_eq!(plain(&format!("e{sign}\u{301}1")), plain("é1"), "{sign:?}");
        }
    }
}
