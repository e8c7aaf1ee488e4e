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

// The last number that each gave, the clock aside. Served by the primary key of its table, and by the
// index of serials.
const LAST_VERDICT: &str = "SELECT MAX(act) FROM clearance_verdict";
const LAST_SERIAL: &str = "SELECT MAX(serial) FROM clearance_declaration";
const LAST_RECEIPT: &str = "SELECT MAX(position) FROM clearance_receipt";
const LAST_RAW: &str = "SELECT MAX(position) FROM clearance_raw";

/// The last day of the year 9999, in milliseconds: no clock goes on from there, and no count so far.
const MOST: i64 = 253_402_214_400_000;

impl Counters {
    /// As they stand. One behind what it gave would give it twice, one beyond all counting ends the
    /// program: somebody changed it.
    ///
    /// # Errors
    /// [`store::Fault::Damaged`] for such a one.
    pub fn read(session: Session<'_>) -> Result<Self, StoreError> {
        let last = |sql| session.count(sql, &[]);
        let given = [
            last(LAST_VERDICT)?.max(ledger::last_source(session)?),
            last(LAST_SERIAL)?,
            last(LAST_RECEIPT)?,
            last(LAST_RAW)?,
            0,
        ];
        let mut read = [0; 5];
        for ((name, value), given) in NAMES.iter().zip(&mut read).zip(given) {
            *value = session.count(READ, &[Value::Text(name)])?;
            if *value < given.max(0) || *value > MOST {
                let words = format!("counter {name} stands at {value}, the last given is {given}");
                return Err(StoreError::damaged(words));
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
