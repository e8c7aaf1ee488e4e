//! Numbers that only grow, taken in memory and written once a transaction.

use store::{Insert, Session, StoreError, Value};

const READ: &str = "SELECT value FROM clearance_counter WHERE name = $1";
pub(super) static KEEP: Insert = Insert {
    sql: "INSERT INTO clearance_counter (name, value) VALUES ($1, $2) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
    key: 0..1,
    told: 2,
};

/// The counters of one transaction.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Counters {
    /// Last act.
    pub act: i64,
    /// Last serial of a list.
    pub serial: i64,
    /// Last receipt.
    pub receipt: i64,
    /// Last raw message.
    pub raw: i64,
    /// Last business time, in milliseconds.
    pub clock: i64,
    read: [i64; 5],
}

const NAMES: [&str; 5] = ["act", "serial", "receipt", "raw", "clock"];

impl Counters {
    /// As they stand. One below zero counted nothing: somebody changed it.
    pub fn read(session: Session<'_>) -> Result<Self, StoreError> {
        let mut read = [0; 5];
        for (name, value) in NAMES.iter().zip(&mut read) {
            *value = session.count(READ, &[Value::Text(name)])?;
            if *value < 0 {
                return Err(StoreError::damaged(format!("counter {name}: {value}")));
            }
        }
        let [act, serial, receipt, raw, clock] = read;
        Ok(Self {
            act,
            serial,
            receipt,
            raw,
            clock,
            read,
        })
    }

    /// Writes those that grew.
    pub fn keep(&self, session: Session<'_>) -> Result<(), StoreError> {
        let now = [self.act, self.serial, self.receipt, self.raw, self.clock];
        for ((name, value), before) in NAMES.iter().zip(now).zip(self.read) {
            if value != before {
                session.put(&KEEP, &[Value::Text(name), Value::Int(value)])?;
            }
        }
        Ok(())
    }
}
