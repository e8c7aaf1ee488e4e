//! Firms and sites as filed.

use store::{Insert, Session, StoreError, Value};

/// What a firm may act as.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Role {
    /// 电商平台企业.
    Platform,
    /// 电商企业, the seller.
    Seller,
    /// 物流企业.
    Carrier,
    /// 支付企业.
    Payment,
    /// 申报企业, the domestic agent or broker.
    Agent,
    /// 监管场所经营人 or 区内企业.
    Operator,
    /// 担保企业.
    Guarantor,
}

impl Role {
    /// Each role with its word in a filing.
    pub const ALL: [(Self, &'static str); 7] = [
        (Self::Platform, "platform"),
        (Self::Seller, "seller"),
        (Self::Carrier, "carrier"),
        (Self::Payment, "payment"),
        (Self::Agent, "agent"),
        (Self::Operator, "operator"),
        (Self::Guarantor, "guarantor"),
    ];

    /// Its word.
    #[must_use]
    pub fn word(self) -> &'static str {
        Self::ALL
            .iter()
            .find(|(role, _)| *role == self)
            .map_or("", |(_, word)| word)
    }

    /// The role of that word.
    #[must_use]
    pub fn named(word: &str) -> Option<Self> {
        Self::ALL
            .iter()
            .find(|(_, known)| *known == word)
            .map(|(role, _)| *role)
    }
}

/// A firm.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Party {
    /// USCC, or customs' ten characters.
    pub code: String,
    /// Its name.
    pub name: String,
    /// What it may act as.
    pub roles: Vec<Role>,
}

/// A place where parcels clear.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Site {
    /// Customs office, four digits.
    pub customs: String,
    /// Its name.
    pub name: String,
    /// Code of the firm that runs it.
    pub operator: String,
    /// Trade modes that may clear there.
    pub modes: Vec<String>,
}

const PARTY: &str = "SELECT code, name, roles FROM identity_party WHERE code = $1";
const PARTIES: &str = "SELECT code, name, roles FROM identity_party ORDER BY code";
static PUT_PARTY: Insert = Insert {
    sql: "INSERT INTO identity_party (code, name, roles) VALUES ($1, $2, $3) \
     ON CONFLICT (code) DO UPDATE SET name = excluded.name, roles = excluded.roles",
    key: 0..1,
    told: 3,
};
const SITE: &str = "SELECT customs, name, operator, modes FROM identity_site WHERE customs = $1";
const SITES: &str = "SELECT customs, name, operator, modes FROM identity_site ORDER BY customs";
static PUT_SITE: Insert = Insert {
    sql: "INSERT INTO identity_site (customs, name, operator, modes) VALUES ($1, $2, $3, $4) \
     ON CONFLICT (customs) DO UPDATE SET name = excluded.name, operator = excluded.operator, modes = excluded.modes",
    key: 0..1,
    told: 4,
};

/// What is written into these tables and follows from nothing else: the journal tells it.
pub static TOLD: [&Insert; 2] = [&PUT_PARTY, &PUT_SITE];

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(' ').filter(|word| !word.is_empty())
}

fn read_party(row: &store::Row<'_>) -> Result<Party, StoreError> {
    let roles = row.text(2)?;
    Ok(Party {
        code: row.text(0)?,
        name: row.text(1)?,
        roles: words(&roles).filter_map(Role::named).collect(),
    })
}

fn read_site(row: &store::Row<'_>) -> Result<Site, StoreError> {
    let modes = row.text(3)?;
    Ok(Site {
        customs: row.text(0)?,
        name: row.text(1)?,
        operator: row.text(2)?,
        modes: words(&modes).map(str::to_owned).collect(),
    })
}

/// The firm filed under `code`.
pub fn party(session: Session<'_>, code: &str) -> Result<Option<Party>, StoreError> {
    session.first(PARTY, &[Value::Text(code)], read_party)
}

/// Every firm, by code.
pub fn parties(session: Session<'_>) -> Result<Vec<Party>, StoreError> {
    session.all(PARTIES, &[], read_party)
}

/// Files a firm, or changes its filing.
pub fn put_party(session: Session<'_>, party: &Party) -> Result<(), StoreError> {
    let roles: Vec<&str> = party.roles.iter().map(|role| role.word()).collect();
    session
        .put(
            &PUT_PARTY,
            &[
                Value::Text(&party.code),
                Value::Text(&party.name),
                Value::Text(&roles.join(" ")),
            ],
        )
        .map(drop)
}

/// The site at that customs office.
pub fn site(session: Session<'_>, customs: &str) -> Result<Option<Site>, StoreError> {
    session.first(SITE, &[Value::Text(customs)], read_site)
}

/// Every site.
pub fn sites(session: Session<'_>) -> Result<Vec<Site>, StoreError> {
    session.all(SITES, &[], read_site)
}

/// Files a site, or changes its filing.
pub fn put_site(session: Session<'_>, site: &Site) -> Result<(), StoreError> {
    let row = [
        Value::Text(&site.customs),
        Value::Text(&site.name),
        Value::Text(&site.operator),
        Value::Text(&site.modes.join(" ")),
    ];
    session.put(&PUT_SITE, &row).map(drop)
}
