//! Receipts in the order they were made. What one act answers to one paper stands in one row: the record
//! all of it shares, and what each receipt says alone.

use messages::{Catalogue, Record};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use store::{Insert, Row, Session, StoreError, Value};
use values::{Finding, Moment};

use super::key;
use crate::model::Home;

pub(super) static INSERT: Insert = Insert {
    sql: "INSERT INTO clearance_receipt (position, bucket, issuer, number, message, own, key, body, said) \
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
    key: 0..0,
    told: 9,
};
// Served by the primary key, which begins with the position: that of the last receipt of a row.
const AFTER: &str = "SELECT position, issuer, number, message, own, key, body, said FROM clearance_receipt \
     WHERE position > $1 ORDER BY position LIMIT $2";
// Served by the primary key: the first row there holds the position, or none does.
const ONE: &str = "SELECT position, issuer, number, message, own, key, body, said FROM clearance_receipt \
     WHERE position >= $1 AND bucket = $2 ORDER BY position LIMIT 1";
// Served by clearance_receipt_parcel.
const OF_HOME: &str = "SELECT position, issuer, number, message, own, key, body, said FROM clearance_receipt \
     WHERE bucket = $1 AND issuer = $2 AND number = $3 ORDER BY position";
// Served by clearance_receipt_asked, whose condition it repeats.
const ASKED: &str = "SELECT issuer, number FROM clearance_receipt \
     WHERE key = $1 AND message IN ('624', '626') LIMIT 1";

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
    /// The record it shares with the receipts made beside it, in storage form.
    pub body: Vec<u8>,
    /// What it alone says.
    pub said: Said,
}

/// What one receipt says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Said {
    /// `returnStatus`, or the status of a bill.
    pub status: i64,
    /// Its time, in milliseconds.
    pub at: i64,
    /// `returnInfo` of a state; none where the record is whole by itself (816, 818, 900).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub info: Option<String>,
    /// Number of the list, once customs have it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub list: Option<String>,
    /// What was found.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub findings: Vec<Finding>,
    /// The officer who decided so; none where rules, clock or declarant did. Customs' form has no field
    /// for it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<String>,
}

impl Receipt {
    /// The receipt as a record of its message.
    pub fn record(&self, catalogue: &Catalogue) -> Result<Record, StoreError> {
        let damaged =
            |words: String| StoreError::damaged(format!("receipt {}: {words}", self.position));
        let mut record = catalogue
            .record(&self.body)
            .map_err(|error| damaged(error.to_string()))?;
        let Said { status, at, .. } = self.said;
        if let Some(info) = &self.said.info {
            let guid = guid(&self.message, &self.key, self.position, at);
            let (status, time) = (status.to_string(), Moment(at).wire_ms());
            let list = self.said.list.as_deref().map(|list| ("invtNo", list));
            let alone = [
                ("guid", guid.as_str()),
                ("returnStatus", &status),
                ("returnTime", &time),
                ("returnInfo", info),
            ];
            let known = |(field, _): &(&str, &str)| record.message().field(field).is_some();
            let alone: Vec<_> = alone.into_iter().chain(list).filter(known).collect();
            for (field, value) in alone {
                record
                    .set(field, value)
                    .map_err(|unknown| damaged(unknown.to_string()))?;
            }
        }
        Ok(record)
    }
}

/// What one act answered to one paper, as the table has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReceiptRow {
    /// Position of its last receipt.
    pub last: i64,
    /// The parcel.
    pub home: Home,
    /// Message number of the receipts.
    pub message: String,
    /// Which paper of its kind they answer.
    pub own: String,
    /// Business key of that paper.
    pub key: String,
    /// The record they share, in storage form.
    pub body: Vec<u8>,
    /// What each says, in order: [`Said`] as JSON.
    pub said: String,
}

impl ReceiptRow {
    fn read(row: &Row<'_>) -> Result<Self, StoreError> {
        Ok(Self {
            last: row.int(0)?,
            home: Home::kept(row.text(1)?, row.text(2)?),
            message: row.text(3)?,
            own: row.text(4)?,
            key: row.text(5)?,
            body: row.bytes(6)?,
            said: row.text(7)?,
        })
    }

    fn receipts(self) -> Result<Vec<Receipt>, StoreError> {
        let said: Vec<Said> = serde_json::from_str(&self.said)
            .map_err(|error| StoreError::damaged(format!("receipt {}: {error}", self.last)))?;
        let first = self.last + 1 - said.len() as i64;
        let receipt = |(position, said)| Receipt {
            position,
            home: self.home.clone(),
            message: self.message.clone(),
            own: self.own.clone(),
            key: self.key.clone(),
            body: self.body.clone(),
            said,
        };
        Ok((first..).zip(said).map(receipt).collect())
    }
}

/// Adds receipts.
pub fn put_receipts(session: Session<'_>, one: &ReceiptRow) -> Result<(), StoreError> {
    let row = [
        Value::Int(one.last),
        Value::Int(one.home.bucket()),
        Value::Text(one.home.issuer()),
        Value::Text(one.home.number()),
        Value::Text(&one.message),
        Value::Text(&one.own),
        Value::Text(&one.key),
        Value::Bytes(&one.body),
        Value::Text(&one.said),
    ];
    session.later(&INSERT, &row)
}

/// Rows whose last receipt stands after a position, at most so many.
fn receipt_rows_after(
    session: Session<'_>,
    position: i64,
    most: i64,
) -> Result<Vec<ReceiptRow>, StoreError> {
    session.flush()?;
    session.all(
        AFTER,
        &[Value::Int(position), Value::Int(most)],
        ReceiptRow::read,
    )
}

/// Receipts after a position, at most so many.
pub fn receipts_after(
    session: Session<'_>,
    position: i64,
    most: i64,
) -> Result<Vec<Receipt>, StoreError> {
    let mut receipts = told(receipt_rows_after(session, position, most)?)?;
    receipts.retain(|receipt| receipt.position > position);
    receipts.truncate(usize::try_from(most).unwrap_or_default());
    Ok(receipts)
}

/// Receipts of one parcel, oldest first.
pub fn receipts_of(session: Session<'_>, home: &Home) -> Result<Vec<Receipt>, StoreError> {
    session.flush()?;
    told(session.all(OF_HOME, &key(home), ReceiptRow::read)?)
}

/// The order whose list a withdrawal or a return of that key (agent/number) asks about, whatever became
/// of it.
pub fn home_of_asked(session: Session<'_>, key: &str) -> Result<Option<Home>, StoreError> {
    session.flush()?;
    session.first(ASKED, &[Value::Text(key)], |row| {
        Ok(Home::new(row.text(0)?, row.text(1)?))
    })
}

fn told(rows: Vec<ReceiptRow>) -> Result<Vec<Receipt>, StoreError> {
    let each: Vec<Vec<Receipt>> = rows
        .into_iter()
        .map(ReceiptRow::receipts)
        .collect::<Result<_, _>>()?;
    Ok(each.into_iter().flatten().collect())
}

/// The receipt of that position, of that parcel.
pub fn receipt(
    session: Session<'_>,
    home: &Home,
    position: i64,
) -> Result<Option<Receipt>, StoreError> {
    session.flush()?;
    let key = [Value::Int(position), Value::Int(home.bucket())];
    let row = session.first(ONE, &key, ReceiptRow::read)?;
    let receipts = told(row.into_iter().collect())?;
    let there = |one: &Receipt| one.position == position && one.home == *home;
    Ok(receipts.into_iter().find(there))
}

/// The guid of a receipt, in lower case as real ones carry it. It is made of what the receipt is, so it
/// is the same whenever it is asked for, and must stay so: clients have it.
#[must_use]
pub fn guid(message: &str, key: &str, position: i64, at: i64) -> String {
    let seed = format!("{message}|{key}|{position}|{at}");
    let hex = journal::hex(&Sha256::digest(seed.as_bytes())[..16]);
    format!(
        "{}-{}-{}-{}-{}",
        &hex[..8],
        &hex[8..12],
        &hex[12..16],
        &hex[16..20],
        &hex[20..]
    )
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_guid_never_changes_since_clients_have_it() {
        assert_eq!(
            super::guid("622", "A/1", 7, 1_759_629_510_000),
            "6b70c85f-8b9c-84d1-2f79-51e4e316a1fa"
        );
        assert_ne!(
            super::guid("622", "A/1", 8, 1_759_629_510_000),
            super::guid("622", "A/1", 7, 1_759_629_510_000)
        );
    }
}
