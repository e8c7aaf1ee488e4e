//! Dossier 三单一清单: the papers of one parcel as one.

use std::collections::BTreeMap;

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

    /// As keys are shown.
    #[must_use]
    pub fn text(&self) -> String {
        format!("{}/{}", self.issuer, self.number)
    }
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
