//! Verdicts with all that went into them.

use store::{Insert, Session, StoreError, Value};

use crate::model::Home;

pub(super) static INSERT: Insert = Insert {
    sql: "INSERT INTO clearance_verdict (act, bucket, issuer, number, day, program, inputs, verdict) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
    key: 0..0,
    told: 8,
};
const READ: &str = "SELECT act, issuer, number, day, program, inputs, verdict FROM clearance_verdict WHERE act = $1";
const AFTER: &str = "SELECT act, issuer, number, day, program, inputs, verdict FROM clearance_verdict WHERE act > $1 ORDER BY act LIMIT $2";

/// A verdict as it was kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stored {
    /// Number of the act.
    pub act: i64,
    /// Whose.
    pub home: Home,
    /// The day whose rules counted.
    pub day: String,
    /// Version of the program that made it.
    pub program: String,
    /// What went in, as JSON.
    pub inputs: String,
    /// What came out, as JSON.
    pub verdict: String,
}

fn read(row: &store::Row<'_>) -> Result<Stored, StoreError> {
    Ok(Stored {
        act: row.int(0)?,
        home: Home::kept(row.text(1)?, row.text(2)?),
        day: row.text(3)?,
        program: row.text(4)?,
        inputs: row.text(5)?,
        verdict: row.text(6)?,
    })
}

/// Keeps a verdict.
pub fn put_verdict(session: Session<'_>, one: &Stored) -> Result<(), StoreError> {
    let row = [
        Value::Int(one.act),
        Value::Int(one.home.bucket()),
        Value::Text(one.home.issuer()),
        Value::Text(one.home.number()),
        Value::Text(&one.day),
        Value::Text(&one.program),
        Value::Text(&one.inputs),
        Value::Text(&one.verdict),
    ];
    session.later(&INSERT, &row)
}

/// The verdict of that act.
pub fn verdict(session: Session<'_>, act: i64) -> Result<Option<Stored>, StoreError> {
    session.flush()?;
    session.first(READ, &[Value::Int(act)], read)
}

/// Verdicts after an act, oldest first.
pub fn verdicts_after(
    session: Session<'_>,
    act: i64,
    most: i64,
) -> Result<Vec<Stored>, StoreError> {
    session.flush()?;
    session.all(AFTER, &[Value::Int(act), Value::Int(most)], read)
}
