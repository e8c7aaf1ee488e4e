//! Documents that were refused, each with the receipt that told so.

use store::{Session, StoreError, Value};

use crate::model::Home;

// Served by the primary key.
const READ: &str = "SELECT receipt FROM clearance_refusal WHERE bucket = $1 AND issuer = $2 AND number = $3 AND message = $4 AND document = $5";
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
