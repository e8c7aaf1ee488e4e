//! Editions of code tables that were loaded from files.

use store::{Insert, Session, StoreError, Value};
use values::Moment;

pub(super) static PUT: Insert = Insert {
    sql: "INSERT INTO clearance_edition (name, starts, whole, content, loaded, act) VALUES ($1, $2, $3, $4, $5, $6) \
     ON CONFLICT (name, starts) DO NOTHING",
    key: 0..2,
    told: 6,
};
// A dozen rows at most. In the order of loading: a tariff may name units that were loaded before it.
const ALL: &str = "SELECT name, starts, whole, content, loaded, act FROM clearance_edition ORDER BY act, name, starts";

/// An edition of a code table as it was loaded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edition {
    /// Name of the table.
    pub table: String,
    /// First day it is in force.
    pub starts: String,
    /// Whether it is the whole table.
    pub whole: bool,
    /// The file.
    pub content: String,
    /// When it was loaded, business time; the beginning of time where that was not kept.
    pub loaded: Moment,
    /// Number of the act that loaded it: verdicts of later acts knew it. 0 where it was not kept.
    pub act: i64,
}

/// Keeps an edition; whether it was new.
pub fn put_edition(session: Session<'_>, edition: &Edition) -> Result<bool, StoreError> {
    let row = [
        Value::Text(&edition.table),
        Value::Text(&edition.starts),
        Value::Int(edition.whole.into()),
        Value::Text(&edition.content),
        Value::Int(edition.loaded.0),
        Value::Int(edition.act),
    ];
    Ok(session.put(&PUT, &row)? == 1)
}

/// Loaded editions, in the order they were loaded.
pub fn editions(session: Session<'_>) -> Result<Vec<Edition>, StoreError> {
    session.all(ALL, &[], |row| {
        Ok(Edition {
            table: row.text(0)?,
            starts: row.text(1)?,
            whole: row.int(2)? == 1,
            content: row.text(3)?,
            loaded: Moment(row.int(4)?),
            act: row.int(5)?,
        })
    })
}
