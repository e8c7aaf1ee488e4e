//! Returns.

use serde::{Deserialize, Serialize};
use store::{Insert, Row, Session, StoreError, Value};
use values::Quantity;

use super::key;
use crate::model::{Home, plain};

pub(super) static KEEP: Insert = Insert {
    sql: "INSERT INTO clearance_return (bucket, issuer, number, own, state, applied, lines) VALUES ($1, $2, $3, $4, $5, $6, $7) \
     ON CONFLICT (bucket, issuer, number, own) DO UPDATE SET state = excluded.state, applied = excluded.applied, lines = excluded.lines",
    key: 1..4,
    told: 7,
};
const HOME: &str = "SELECT issuer, number FROM clearance_return WHERE own = $1 LIMIT 1";
const OF_HOME: &str = "SELECT own, state, applied, lines FROM clearance_return WHERE bucket = $1 AND issuer = $2 AND number = $3 ORDER BY applied, own";
// Both served by clearance_return_open, whose condition they repeat.
const OPEN: &str = "SELECT own, state, applied, lines, issuer, number FROM clearance_return \
     WHERE state IN ('applied', 'held') ORDER BY applied, own LIMIT $1";
const COUNT_OPEN: &str = "SELECT COUNT(*) FROM clearance_return WHERE state IN ('applied', 'held')";

/// A return and where it stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Return {
    /// Agent and its own number, joined by `/`.
    pub own: String,
    /// `applied`, `held`, `accepted`, `refused` or `withdrawn`.
    pub state: String,
    /// When it was applied for, in milliseconds.
    pub applied: i64,
    /// Line of the list and how many come back.
    pub lines: Vec<(u32, Quantity)>,
}

impl Return {
    /// Whether it is undecided: the goods are on their way or being looked at.
    #[must_use]
    pub fn is_open(&self) -> bool {
        matches!(self.state.as_str(), "applied" | "held")
    }

    /// Whether its goods count as returned, or may yet.
    #[must_use]
    pub fn counts(&self) -> bool {
        !matches!(self.state.as_str(), "refused" | "withdrawn")
    }
}

/// Keeps a return.
pub fn put_return(session: Session<'_>, home: &Home, one: &Return) -> Result<(), StoreError> {
    let lines = serde_json::to_string(&one.lines).map_err(unreadable)?;
    let row = [
        Value::Int(home.bucket()),
        Value::Text(home.issuer()),
        Value::Text(home.number()),
        Value::Text(&one.own),
        Value::Text(&one.state),
        Value::Int(one.applied),
        Value::Text(&lines),
    ];
    session.put(&KEEP, &row).map(drop)
}

/// Every return of one list, oldest first.
pub fn returns_of(session: Session<'_>, home: &Home) -> Result<Vec<Return>, StoreError> {
    session.all(OF_HOME, &key(home), read)
}

fn read(row: &Row<'_>) -> Result<Return, StoreError> {
    let lines = serde_json::from_str(&row.text(3)?).map_err(unreadable)?;
    Ok(Return {
        own: row.text(0)?,
        state: row.text(1)?,
        applied: row.int(2)?,
        lines,
    })
}

/// Returns that are not decided, each with its order, the oldest first, at most so many.
pub fn open_returns(session: Session<'_>, most: i64) -> Result<Vec<(Home, Return)>, StoreError> {
    session.all(OPEN, &[Value::Int(most)], |row| {
        Ok((Home::kept(row.text(4)?, row.text(5)?), read(row)?))
    })
}

/// How many returns are not decided.
pub fn open_return_count(session: Session<'_>) -> Result<i64, StoreError> {
    session.count(COUNT_OPEN, &[])
}

/// The order whose goods the return of that key (agent/number) brings back; served by
/// clearance_return_own.
pub fn home_of_return(session: Session<'_>, own: &str) -> Result<Option<Home>, StoreError> {
    session.first(HOME, &[Value::Text(&plain(own))], |row| {
        Ok(Home::kept(row.text(0)?, row.text(1)?))
    })
}

/// One return of a list.
pub fn return_of(
    session: Session<'_>,
    home: &Home,
    own: &str,
) -> Result<Option<Return>, StoreError> {
    Ok(returns_of(session, home)?
        .into_iter()
        .find(|one| one.own == own))
}

fn unreadable(error: serde_json::Error) -> StoreError {
    StoreError::new(store::Fault::Damaged, format!("lines of a return: {error}"))
}
