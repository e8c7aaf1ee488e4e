//! What falls due when.

use store::{Insert, Row, Session, StoreError, Value};

use crate::model::Home;

static PUT: Insert = Insert {
    sql: "INSERT INTO clearance_due (at, bucket, issuer, number, what, serial) VALUES ($1, $2, $3, $4, $5, $6) \
     ON CONFLICT (at, bucket, issuer, number, what) DO UPDATE SET serial = excluded.serial",
    key: 0..5,
    told: 0,
};
const EVERY: &str = "SELECT at, issuer, number, what, serial, bucket FROM clearance_due";
const FIRST: &str = "SELECT at, issuer, number, what, serial FROM clearance_due WHERE at <= $1 ORDER BY at LIMIT $2";
const DONE: &str = "DELETE FROM clearance_due WHERE at = $1 AND bucket = $2 AND issuer = $3 AND number = $4 AND what = $5";

/// Something that has to be done at a moment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Due {
    /// When, in milliseconds.
    pub at: i64,
    /// For which order.
    pub home: Home,
    /// `wait-over`, `collect` or `collect-latest`.
    pub what: String,
    /// Serial of the declaration it was set for; another one since makes it void.
    pub serial: i64,
}

/// Notes what falls due. Another declaration of the order may have had it noted for that moment: void.
pub fn due(session: Session<'_>, one: &Due) -> Result<(), StoreError> {
    let row = [
        Value::Int(one.at),
        Value::Int(one.home.bucket()),
        Value::Text(one.home.issuer()),
        Value::Text(one.home.number()),
        Value::Text(&one.what),
        Value::Int(one.serial),
    ];
    session.later(&PUT, &row)
}

/// What has fallen due by then, the earliest first.
pub fn first_due(session: Session<'_>, by: i64, most: i64) -> Result<Vec<Due>, StoreError> {
    session.flush()?;
    session.all(FIRST, &[Value::Int(by), Value::Int(most)], read)
}

/// Everything that falls due, and whether it stands in its bucket: for verification.
pub fn each_due(session: Session<'_>, mut see: impl FnMut(Due, bool)) -> Result<(), StoreError> {
    session.flush()?;
    session.each(EVERY, &[], |row| {
        let one = read(row)?;
        let placed = row.int(5)? == one.home.bucket();
        see(one, placed);
        Ok(true)
    })
}

fn read(row: &Row<'_>) -> Result<Due, StoreError> {
    Ok(Due {
        at: row.int(0)?,
        home: Home::kept(row.text(1)?, row.text(2)?),
        what: row.text(3)?,
        serial: row.int(4)?,
    })
}

/// Takes it off the list.
pub fn done(session: Session<'_>, one: &Due) -> Result<(), StoreError> {
    session.flush()?;
    let row = [
        Value::Int(one.at),
        Value::Int(one.home.bucket()),
        Value::Text(one.home.issuer()),
        Value::Text(one.home.number()),
        Value::Text(&one.what),
    ];
    session.run(DONE, &row).map(drop)
}
