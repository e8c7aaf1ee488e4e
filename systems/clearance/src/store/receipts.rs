//! Receipts, in the order they were made.

use store::{Insert, Session, StoreError, Value};

use super::key;
use crate::model::Home;

static INSERT: Insert = Insert {
    sql: "INSERT INTO clearance_receipt (position, bucket, issuer, number, message, own, key, status, at, body, findings) \
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
    key: 0,
};
// Served by the primary key, which begins with the position.
const AFTER: &str = "SELECT position, issuer, number, message, own, key, status, at, body, findings FROM clearance_receipt \
     WHERE position > $1 ORDER BY position LIMIT $2";
// Served by the primary key.
const ONE: &str = "SELECT position, issuer, number, message, own, key, status, at, body, findings FROM clearance_receipt \
     WHERE position = $1 AND bucket = $2";
// Served by clearance_receipt_parcel.
const OF_HOME: &str = "SELECT position, issuer, number, message, own, key, status, at, body, findings FROM clearance_receipt \
     WHERE bucket = $1 AND issuer = $2 AND number = $3 ORDER BY position";

/// One receipt.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Receipt {
    /// Its place in the stream of all receipts.
    pub position: i64,
    /// The parcel it belongs to.
    pub home: Home,
    /// Message number of the receipt.
    pub message: String,
    /// Which paper of its kind it answers.
    pub own: String,
    /// Business key of the paper it answers.
    pub key: String,
    /// `returnStatus`, or the status of a bill.
    pub status: i64,
    /// Its time, in milliseconds.
    pub at: i64,
    /// Its record in storage form.
    pub body: Vec<u8>,
    /// What was found, as JSON.
    pub findings: Option<String>,
}

/// Adds a receipt.
pub fn put_receipt(session: Session<'_>, receipt: &Receipt) -> Result<(), StoreError> {
    let row = [
        Value::Int(receipt.position),
        Value::Int(receipt.home.bucket()),
        Value::Text(&receipt.home.issuer),
        Value::Text(&receipt.home.number),
        Value::Text(&receipt.message),
        Value::Text(&receipt.own),
        Value::Text(&receipt.key),
        Value::Int(receipt.status),
        Value::Int(receipt.at),
        Value::Bytes(&receipt.body),
        Value::from(receipt.findings.as_deref()),
    ];
    session.later(&INSERT, &row)
}

fn read(row: &store::Row<'_>) -> Result<Receipt, StoreError> {
    Ok(Receipt {
        position: row.int(0)?,
        home: Home::new(row.text(1)?, row.text(2)?),
        message: row.text(3)?,
        own: row.text(4)?,
        key: row.text(5)?,
        status: row.int(6)?,
        at: row.int(7)?,
        body: row.bytes(8)?,
        findings: row.maybe_text(9)?,
    })
}

/// Receipts after a position, at most so many.
pub fn receipts_after(
    session: Session<'_>,
    position: i64,
    most: i64,
) -> Result<Vec<Receipt>, StoreError> {
    session.flush()?;
    session.all(AFTER, &[Value::Int(position), Value::Int(most)], read)
}

/// Receipts of one parcel, oldest first.
pub fn receipts_of(session: Session<'_>, home: &Home) -> Result<Vec<Receipt>, StoreError> {
    session.flush()?;
    session.all(OF_HOME, &key(home), read)
}

/// The receipt of that position, of that parcel.
pub fn receipt(
    session: Session<'_>,
    home: &Home,
    position: i64,
) -> Result<Option<Receipt>, StoreError> {
    session.flush()?;
    let key = [Value::Int(position), Value::Int(home.bucket())];
    session.first(ONE, &key, read)
}
