//! Tax bills.

use serde::Serialize;
use store::{Insert, Row, Session, StoreError, Value};
use values::Fen;

use super::key;
use crate::model::{BillLine, Home};

pub(super) static KEEP: Insert = Insert {
    sql: "INSERT INTO clearance_bill (bucket, issuer, number, n, tax_no, status, day, guarantor, duty, vat, consumption, lines, closed) \
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13) ON CONFLICT (bucket, issuer, number, n) DO UPDATE SET \
     status = excluded.status, closed = excluded.closed",
    key: 1..4,
    told: 13,
};
const OF_HOME: &str = "SELECT n, tax_no, status, day, guarantor, duty, vat, consumption, lines, closed FROM clearance_bill \
     WHERE bucket = $1 AND issuer = $2 AND number = $3 ORDER BY n";
// Served by clearance_bill_day.
const TOTALS: &str = "SELECT day, COUNT(*), SUM(CASE WHEN status <> 3 THEN duty ELSE 0 END), SUM(CASE WHEN status <> 3 THEN vat ELSE 0 END), \
     SUM(CASE WHEN status <> 3 THEN consumption ELSE 0 END), SUM(CASE WHEN status = 3 THEN duty + vat + consumption ELSE 0 END), \
     SUM(CASE WHEN status = 2 THEN duty + vat + consumption ELSE 0 END) FROM clearance_bill WHERE day >= $1 AND day <= $2 GROUP BY day ORDER BY day";

/// A tax bill.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bill {
    /// The list's order.
    pub home: Home,
    /// Its place among the bills of the order, from 0.
    pub n: i64,
    /// List number, `_`, 0 at release and one more after each part return.
    pub tax_no: String,
    /// 1 generated, 2 summarised, 3 void.
    pub status: i64,
    /// Day of release.
    pub day: String,
    /// Who guarantees it.
    pub guarantor: String,
    /// Its lines; the amounts are their sums.
    pub lines: Vec<BillLine>,
    /// Day it was collected or made void.
    pub closed: Option<String>,
}

impl Bill {
    /// Duty of all lines.
    #[must_use]
    pub fn duty(&self) -> Fen {
        self.lines.iter().map(|line| line.duty).sum()
    }

    /// VAT of all lines.
    #[must_use]
    pub fn vat(&self) -> Fen {
        self.lines.iter().map(|line| line.vat).sum()
    }

    /// Consumption tax of all lines.
    #[must_use]
    pub fn consumption(&self) -> Fen {
        self.lines.iter().map(|line| line.consumption).sum()
    }

    /// All taxes.
    #[must_use]
    pub fn total(&self) -> Fen {
        self.duty() + self.vat() + self.consumption()
    }
}

/// What a day's releases owe.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct DayTotal {
    /// Day of release.
    pub day: String,
    /// Bills written, void ones too.
    pub bills: i64,
    /// Duty of bills that stand.
    pub duty: Fen,
    /// VAT of bills that stand.
    pub vat: Fen,
    /// Consumption tax of bills that stand.
    pub consumption: Fen,
    /// All taxes of bills that stand.
    pub total: Fen,
    /// All taxes of bills made void.
    pub void: Fen,
    /// All taxes of bills that were collected.
    pub collected: Fen,
}

/// Writes a bill, or its new status.
pub fn put_bill(session: Session<'_>, bill: &Bill) -> Result<(), StoreError> {
    let lines = serde_json::to_string(&bill.lines).map_err(unreadable)?;
    let row = [
        Value::Int(bill.home.bucket()),
        Value::Text(bill.home.issuer()),
        Value::Text(bill.home.number()),
        Value::Int(bill.n),
        Value::Text(&bill.tax_no),
        Value::Int(bill.status),
        Value::Text(&bill.day),
        Value::Text(&bill.guarantor),
        Value::Int(bill.duty().0),
        Value::Int(bill.vat().0),
        Value::Int(bill.consumption().0),
        Value::Text(&lines),
        Value::from(bill.closed.as_deref()),
    ];
    session.later(&KEEP, &row)
}

/// The bills of one order, oldest first.
pub fn bills_of(session: Session<'_>, home: &Home) -> Result<Vec<Bill>, StoreError> {
    session.flush()?;
    session.all(OF_HOME, &key(home), |row| read(home.clone(), row))
}

fn read(home: Home, row: &Row<'_>) -> Result<Bill, StoreError> {
    Ok(Bill {
        home,
        n: row.int(0)?,
        tax_no: row.text(1)?,
        status: row.int(2)?,
        day: row.text(3)?,
        guarantor: row.text(4)?,
        lines: serde_json::from_str(&row.text(8)?).map_err(unreadable)?,
        closed: row.maybe_text(9)?,
    })
}

/// Totals by day of release, both days included.
pub fn day_totals(session: Session<'_>, from: &str, to: &str) -> Result<Vec<DayTotal>, StoreError> {
    session.flush()?;
    session.all(TOTALS, &[Value::Text(from), Value::Text(to)], |row| {
        let (duty, vat, consumption) = (Fen(row.int(2)?), Fen(row.int(3)?), Fen(row.int(4)?));
        Ok(DayTotal {
            day: row.text(0)?,
            bills: row.int(1)?,
            duty,
            vat,
            consumption,
            total: duty + vat + consumption,
            void: Fen(row.int(5)?),
            collected: Fen(row.int(6)?),
        })
    })
}

fn unreadable(error: serde_json::Error) -> StoreError {
    StoreError::new(store::Fault::Damaged, format!("lines of a bill: {error}"))
}
