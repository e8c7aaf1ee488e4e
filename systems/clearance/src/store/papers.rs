//! Papers and the numbers they claim.

use store::{Insert, Row, Session, StoreError, Value};

use super::key;
use crate::model::Home;

// Served by the primary key: all papers of one parcel stand together.
const OF_HOME: &str = "SELECT message, own, edition, state, app_type, app_time, guid, digest, body, received FROM clearance_paper \
     WHERE bucket = $1 AND issuer = $2 AND number = $3 ORDER BY message, own, edition";
const EVERY: &str = "SELECT message, own, edition, state, app_type, app_time, guid, digest, body, received, issuer, number FROM clearance_paper";
pub(super) static PAPER: Insert = Insert {
    sql: "INSERT INTO clearance_paper (bucket, issuer, number, message, own, edition, state, app_type, app_time, guid, digest, received, body) \
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)",
    key: 1..6,
    // The body gives the digest.
    told: 12,
};
const CLAIM: &str = "INSERT INTO clearance_claim (bucket, kind, issuer, number, to_issuer, to_number) VALUES ($1, $2, $3, $4, $5, $6) \
     ON CONFLICT (bucket, kind, issuer, number) DO NOTHING";
const CLAIMED: &str = "SELECT to_issuer, to_number FROM clearance_claim WHERE bucket = $1 AND kind = $2 AND issuer = $3 AND number = $4";
const RELEASE: &str = "DELETE FROM clearance_claim WHERE bucket = $1 AND kind = $2 AND issuer = $3 AND number = $4 AND to_issuer = $5 AND to_number = $6";
pub(super) static RAW: Insert = Insert {
    sql: "INSERT INTO clearance_raw (position, at, digest, size, body) VALUES ($1, $2, $3, $4, $5)",
    key: 0..0,
    told: 5,
};

const EVERY_CLAIM: &str =
    "SELECT kind, issuer, number, to_issuer, to_number, bucket FROM clearance_claim";

/// One edition of a paper.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Paper {
    /// Message number.
    pub message: String,
    /// What tells papers of one kind in one home apart: firm and number, joined by `/`; else empty.
    pub own: String,
    /// From 1; a change is the next one.
    pub edition: i64,
    /// Last state it was answered with: 1 saved, 2 taken, 100 deleted.
    pub state: i64,
    /// New, change, delete.
    pub app_type: String,
    /// When it was reported, as the wire writes it.
    pub app_time: String,
    /// Its guid.
    pub guid: String,
    /// SHA-256 of its content.
    pub digest: Vec<u8>,
    /// Its record in storage form.
    pub body: Vec<u8>,
    /// When it came in, business time in milliseconds.
    pub received: i64,
}

/// Every edition of every paper of one home.
pub fn papers_of(session: Session<'_>, home: &Home) -> Result<Vec<Paper>, StoreError> {
    session.all(OF_HOME, &key(home), read)
}

/// Every edition of every paper there is: for verification.
pub fn each_paper(
    session: Session<'_>,
    mut see: impl FnMut(Home, Paper),
) -> Result<(), StoreError> {
    session.flush()?;
    session.each(EVERY, &[], |row| {
        see(Home::kept(row.text(10)?, row.text(11)?), read(row)?);
        Ok(true)
    })
}

fn read(row: &Row<'_>) -> Result<Paper, StoreError> {
    Ok(Paper {
        message: row.text(0)?,
        own: row.text(1)?,
        edition: row.int(2)?,
        state: row.int(3)?,
        app_type: row.text(4)?,
        app_time: row.text(5)?,
        guid: row.text(6)?,
        digest: row.bytes(7)?,
        body: row.bytes(8)?,
        received: row.int(9)?,
    })
}

/// Adds an edition.
pub fn put_paper(session: Session<'_>, home: &Home, paper: &Paper) -> Result<(), StoreError> {
    let row = [
        Value::Int(home.bucket()),
        Value::Text(home.issuer()),
        Value::Text(home.number()),
        Value::Text(&paper.message),
        Value::Text(&paper.own),
        Value::Int(paper.edition),
        Value::Int(paper.state),
        Value::Text(&paper.app_type),
        Value::Text(&paper.app_time),
        Value::Text(&paper.guid),
        Value::Bytes(&paper.digest),
        Value::Int(paper.received),
        Value::Bytes(&paper.body),
    ];
    session.later(&PAPER, &row)
}

/// Who has a number that was claimed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Claimed {
    /// The dossier that asked, from now on.
    Now,
    /// The dossier that asked, as before.
    Before,
    /// Another.
    Another,
}

impl Claimed {
    /// Whether the dossier that asked has it.
    #[must_use]
    pub fn ours(self) -> bool {
        self != Self::Another
    }
}

/// Claims a number for a dossier: however it is spelled, it is one number.
pub fn claim(
    session: Session<'_>,
    kind: &'static str,
    what: &Home,
    by: &Home,
) -> Result<Claimed, StoreError> {
    let row = [
        Value::Int(what.bucket()),
        Value::Text(kind),
        Value::Text(what.issuer()),
        Value::Text(what.number()),
        Value::Text(by.issuer()),
        Value::Text(by.number()),
    ];
    if session.run(CLAIM, &row)? == 1 {
        return Ok(Claimed::Now);
    }
    let before = claimed(session, kind, what)?.as_ref() == Some(by);
    Ok(if before {
        Claimed::Before
    } else {
        Claimed::Another
    })
}

/// Which dossier has that number.
pub fn claimed(
    session: Session<'_>,
    kind: &'static str,
    what: &Home,
) -> Result<Option<Home>, StoreError> {
    let key = [
        Value::Int(what.bucket()),
        Value::Text(kind),
        Value::Text(what.issuer()),
        Value::Text(what.number()),
    ];
    session.first(CLAIMED, &key, |row| {
        Ok(Home::kept(row.text(0)?, row.text(1)?))
    })
}

/// Every claim there is, by kind and number, with who has it, and whether it stands in its bucket: for
/// verification.
pub fn each_claim(
    session: Session<'_>,
    mut see: impl FnMut(String, Home, Home, bool),
) -> Result<(), StoreError> {
    session.flush()?;
    session.each(EVERY_CLAIM, &[], |row| {
        let number = Home::kept(row.text(1)?, row.text(2)?);
        let placed = row.int(5)? == number.bucket();
        let by = Home::kept(row.text(3)?, row.text(4)?);
        see(row.text(0)?, number, by, placed);
        Ok(true)
    })
}

/// Frees a number that the dossier had.
pub fn release_claim(
    session: Session<'_>,
    kind: &'static str,
    what: &Home,
    by: &Home,
) -> Result<(), StoreError> {
    let row = [
        Value::Int(what.bucket()),
        Value::Text(kind),
        Value::Text(what.issuer()),
        Value::Text(what.number()),
        Value::Text(by.issuer()),
        Value::Text(by.number()),
    ];
    session.run(RELEASE, &row).map(drop)
}

/// Keeps a message as it came.
pub fn put_raw(
    session: Session<'_>,
    position: i64,
    at: i64,
    digest: &[u8],
    size: usize,
    body: &[u8],
) -> Result<(), StoreError> {
    let row = [
        Value::Int(position),
        Value::Int(at),
        Value::Bytes(digest),
        Value::Int(size as i64),
        Value::Bytes(body),
    ];
    session.later(&RAW, &row)
}
