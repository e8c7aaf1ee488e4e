//! Documents that were refused, each with the receipt that told so.

use store::{Session, StoreError, Value};

use super::key;
use crate::model::Home;

// Served by the primary key.
const READ: &str = "SELECT receipt FROM clearance_refusal WHERE bucket = $1 AND issuer = $2 AND number = $3 AND message = $4 AND document = $5";
const OF_KIND: &str = "SELECT receipt FROM clearance_refusal WHERE bucket = $1 AND issuer = $2 AND number = $3 AND message = $4";
// Walks all refusals: few beside what was taken, and asked for by people alone. What has no home is
// answered by a 900 and stands under no issuer.
const LAST: &str = "SELECT issuer, number, message, MAX(receipt) FROM clearance_refusal WHERE issuer <> '' \
     GROUP BY issuer, number, message ORDER BY 4";
const KEEP: &str = "INSERT INTO clearance_refusal (bucket, issuer, number, message, document, receipt) VALUES ($1, $2, $3, $4, $5, $6) \
     ON CONFLICT (bucket, issuer, number, message, document) DO UPDATE SET receipt = excluded.receipt";

/// Position of the receipt that refused that very document, when one did.
pub fn refusal(
    session: Session<'_>,
    home: &Home,
    message: &str,
    document: &[u8],
) -> Result<Option<i64>, StoreError> {
    let key = [
        Value::Int(home.bucket()),
        Value::Text(&home.issuer),
        Value::Text(&home.number),
        Value::Text(message),
        Value::Bytes(document),
    ];
    session.first(READ, &key, |row| row.int(0))
}

/// Positions of the receipts that refused a document of that kind there, in no order.
pub fn refusals_of(
    session: Session<'_>,
    home: &Home,
    message: &str,
) -> Result<Vec<i64>, StoreError> {
    let [bucket, issuer, number] = key(home);
    let key = [bucket, issuer, number, Value::Text(message)];
    session.all(OF_KIND, &key, |row| row.int(0))
}

/// Where documents were refused, with the last receipt of each kind there that told so, oldest first.
pub fn last_refusals(session: Session<'_>) -> Result<Vec<(Home, i64)>, StoreError> {
    session.all(LAST, &[], |row| {
        Ok((Home::new(row.text(0)?, row.text(1)?), row.int(3)?))
    })
}

/// Notes which receipt refused a document.
pub fn put_refusal(
    session: Session<'_>,
    home: &Home,
    message: &str,
    document: &[u8],
    receipt: i64,
) -> Result<(), StoreError> {
    let row = [
        Value::Int(home.bucket()),
        Value::Text(&home.issuer),
        Value::Text(&home.number),
        Value::Text(message),
        Value::Bytes(document),
        Value::Int(receipt),
    ];
    session.run(KEEP, &row).map(drop)
}
