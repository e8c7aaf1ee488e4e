//! Documents that were refused, each with the receipt that told so.

use store::{Insert, Session, StoreError, Value};

use super::key;
use crate::model::Home;

// Served by the primary key.
const OF_HOME: &str = "SELECT message, document, receipt FROM clearance_refusal WHERE bucket = $1 AND issuer = $2 AND number = $3";
// Walks all refusals: few beside what was taken, and asked for by people alone. What has no home is
// answered by a 900 and stands under no issuer.
const LAST: &str = "SELECT issuer, number, message, MAX(receipt) FROM clearance_refusal WHERE issuer <> '' \
     GROUP BY issuer, number, message ORDER BY 4";
pub(super) static KEEP: Insert = Insert {
    sql: "INSERT INTO clearance_refusal (bucket, issuer, number, message, document, receipt) VALUES ($1, $2, $3, $4, $5, $6) \
     ON CONFLICT (bucket, issuer, number, message, document) DO UPDATE SET receipt = excluded.receipt",
    key: 1..5,
    told: 6,
};

/// A document that was refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusal {
    /// Its message number.
    pub message: String,
    /// SHA-256 over all that was judged of it.
    pub document: Vec<u8>,
    /// Position of the receipt that told so.
    pub receipt: i64,
}

/// The documents refused there, in no order.
pub fn refusals_of(session: Session<'_>, home: &Home) -> Result<Vec<Refusal>, StoreError> {
    session.all(OF_HOME, &key(home), |row| {
        Ok(Refusal {
            message: row.text(0)?,
            document: row.bytes(1)?,
            receipt: row.int(2)?,
        })
    })
}

/// Where documents were refused, with the last receipt of each kind there that told so, oldest first.
pub fn last_refusals(session: Session<'_>) -> Result<Vec<(Home, i64)>, StoreError> {
    session.all(LAST, &[], |row| {
        Ok((Home::kept(row.text(0)?, row.text(1)?), row.int(3)?))
    })
}

/// Notes which receipt refused a document.
pub fn put_refusal(session: Session<'_>, home: &Home, one: &Refusal) -> Result<(), StoreError> {
    let row = [
        Value::Int(home.bucket()),
        Value::Text(home.issuer()),
        Value::Text(home.number()),
        Value::Text(&one.message),
        Value::Bytes(&one.document),
        Value::Int(one.receipt),
    ];
    session.put(&KEEP, &row).map(drop)
}
