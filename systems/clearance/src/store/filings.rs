//! What the operators filed: firms, sites, books, settings, watches, split payments.

use std::collections::{BTreeMap, HashMap};

use identity::{Party, Site};
use serde::{Deserialize, Serialize};
use store::{Insert, Session, StoreError, Value};
use values::{Fen, Rate};

use crate::model::{self, BookItem, Home, plain};

pub(super) static PUT: Insert = Insert {
    sql: "INSERT INTO clearance_filing (what, key, content) VALUES ($1, $2, $3) ON CONFLICT (what, key) DO UPDATE SET content = excluded.content",
    key: 0..2,
    told: 3,
};
const READ: &str = "SELECT content FROM clearance_filing WHERE what = $1 AND key = $2";
const ALL: &str = "SELECT key, content FROM clearance_filing WHERE what = $1 ORDER BY key";

/// A watch: lists with these goods or this firm are inspected.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Watch {
    /// Beginning of the goods code.
    #[serde(default)]
    pub hs: Option<String>,
    /// Seller or agent.
    #[serde(default, deserialize_with = "model::maybe_code")]
    pub firm: Option<String>,
    /// Share of such lists, 0 to 1.
    pub rate: Rate,
}

/// A payment that serves several orders, as the payment firm registered it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Split {
    /// Payment firm.
    #[serde(deserialize_with = "model::code")]
    pub firm: String,
    /// Payment number.
    #[serde(deserialize_with = "model::code")]
    pub payment: String,
    /// The whole payment.
    pub total: Fen,
    /// Its sub-orders.
    #[serde(rename = "order")]
    pub orders: Vec<SubOrder>,
}

impl Split {
    /// The payment however its number is spelled.
    #[must_use]
    pub fn as_number(&self) -> Home {
        Home::new(&self.firm, &self.payment)
    }
}

/// One sub-order of a split payment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SubOrder {
    /// Platform.
    #[serde(deserialize_with = "model::code")]
    pub platform: String,
    /// Order number.
    #[serde(deserialize_with = "model::code")]
    pub number: String,
    /// Its part of the payment.
    pub amount: Fen,
}

impl SubOrder {
    /// Where the papers of the order lie.
    #[must_use]
    pub fn home(&self) -> Home {
        Home::new(&self.platform, &self.number)
    }
}

/// Everything filed, in memory: the road asks for it at every parcel.
#[derive(Debug, Clone, Default)]
pub struct Filings {
    /// Firms by code.
    pub parties: HashMap<String, Party>,
    /// Sites by customs office.
    pub sites: HashMap<String, Site>,
    /// Holder of each book.
    pub books: HashMap<String, String>,
    /// Item records by book and record number.
    pub items: HashMap<(String, String), BookItem>,
    /// Settings by name.
    pub settings: BTreeMap<String, String>,
    /// Watches by their key.
    pub watches: BTreeMap<String, Watch>,
    /// Split payments by firm and number.
    pub splits: HashMap<Home, Split>,
}

impl Filings {
    /// The firm of that code, however it is spelled.
    #[must_use]
    pub fn party(&self, code: &str) -> Option<&Party> {
        self.parties.get(&*plain(code))
    }

    /// Reads all of it.
    pub fn read(session: Session<'_>) -> Result<Self, StoreError> {
        let mut filings = Self::default();
        for party in identity::parties(session)? {
            filings.parties.insert(party.code.clone(), party);
        }
        for site in identity::sites(session)? {
            filings.sites.insert(site.customs.clone(), site);
        }
        filings.books = filings_of(session, "book")?.into_iter().collect();
        for (key, content) in filings_of(session, "item")? {
            let (book, record) = key.split_once('/').unwrap_or((&key, ""));
            filings
                .items
                .insert((book.to_owned(), record.to_owned()), parse(&content)?);
        }
        filings.settings = filings_of(session, "setting")?.into_iter().collect();
        for (key, content) in filings_of(session, "watch")? {
            filings.watches.insert(key, parse(&content)?);
        }
        for (_, content) in filings_of(session, "split")? {
            let split: Split = parse(&content)?;
            filings.splits.insert(split.as_number(), split);
        }
        Ok(filings)
    }
}

fn parse<T: serde::de::DeserializeOwned>(content: &str) -> Result<T, StoreError> {
    serde_json::from_str(content)
        .map_err(|error| StoreError::new(store::Fault::Damaged, format!("a filing: {error}")))
}

/// Keeps a filing.
pub fn put_filing(
    session: Session<'_>,
    what: &str,
    key: &str,
    content: &str,
) -> Result<(), StoreError> {
    session
        .put(
            &PUT,
            &[Value::Text(what), Value::Text(key), Value::Text(content)],
        )
        .map(drop)
}

/// The filing of that kind and key.
pub fn filing(session: Session<'_>, what: &str, key: &str) -> Result<Option<String>, StoreError> {
    session.first(READ, &[Value::Text(what), Value::Text(key)], |row| {
        row.text(0)
    })
}

/// Every filing of a kind.
pub fn filings_of(session: Session<'_>, what: &str) -> Result<Vec<(String, String)>, StoreError> {
    session.all(ALL, &[Value::Text(what)], |row| {
        Ok((row.text(0)?, row.text(1)?))
    })
}
