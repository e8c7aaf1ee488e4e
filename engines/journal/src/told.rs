//! What was told of rows, against how they stand: a row changed, added or taken away behind the program's
//! back is found, whatever table and column it is.

use std::collections::{BTreeMap, HashMap};

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use store::{Insert, Session, StoreError, Value, bucket, half};
use values::{Fact, Finding, Moment};

use crate::{Entry, Head, Journal, LATEST_ELSEWHERE, ROW_CHANGED, ROW_LOST, ROW_UNKNOWN, row};

/// Rows were written: the last fact of each transaction that wrote any which follow from nothing else.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RowsWritten {
    /// By table: a row's key, or first and last number of a run with `-` between, and the first half of
    /// the SHA-256 over its values, in hex.
    pub rows: BTreeMap<String, Vec<(String, String)>>,
}

impl Fact for RowsWritten {
    const KIND: &'static str = "journal.rows-written";
    const VERSION: u16 = 1;
}

/// Whom the facts on rows are about.
const SUBJECT: &str = "rows";
const LATEST: &str = "SELECT bucket, subject, writer, position FROM journal_latest";
const OTHERS: &str = "SELECT COUNT(*) FROM journal_entry WHERE writer <> $1";

impl Journal<'_> {
    /// Tells what this transaction wrote so far that follows from nothing else.
    pub fn tell_rows(&mut self, at: Moment) -> Result<(), StoreError> {
        let mut rows: BTreeMap<String, Vec<(String, String)>> = BTreeMap::new();
        for one in self.session.told() {
            let table = rows.entry(one.table.to_owned()).or_default();
            table.push((one.rows, digest(one.digest)));
        }
        match rows.is_empty() {
            true => Ok(()),
            false => self.append(at, SUBJECT, &RowsWritten { rows }).map(drop),
        }
    }
}

/// The last that a chain tells of each row and subject.
#[derive(Default)]
pub struct Told {
    writer: i64,
    /// Digest by table and key.
    rows: HashMap<String, HashMap<String, u128>>,
    /// Position by subject.
    latest: HashMap<String, i64>,
}

impl Told {
    /// Takes note of an entry, in the order of the chain.
    pub fn note(&mut self, head: Head, entry: &Entry) -> Result<(), StoreError> {
        self.writer = entry.writer;
        if head.kind == RowsWritten::KIND {
            for (table, rows) in entry.fact::<RowsWritten>()?.rows {
                let rows = rows.into_iter().map(|(row, digest)| {
                    // What is no digest is that of no row.
                    (row, u128::from_str_radix(&digest, 16).unwrap_or_default())
                });
                self.rows.entry(table).or_default().extend(rows);
            }
        }
        self.latest.insert(head.subject, head.position);
        Ok(())
    }

    /// Every row of these statements that does not stand as it was told last, every one that was told
    /// and is not there, and every subject whose latest fact stands elsewhere than noted.
    pub fn differences(
        mut self,
        session: Session<'_>,
        inserts: &[&'static Insert],
    ) -> Result<Vec<Finding>, StoreError> {
        let mut faults = self.subjects(session)?;
        for insert in inserts {
            let told = self.rows.remove(insert.table()).unwrap_or_default();
            faults.extend(match insert.key.is_empty() {
                true => runs(session, insert, told)?,
                false => singles(session, insert, told)?,
            });
        }
        // The journal tells of a table that no room has.
        for (table, rows) in self.rows {
            faults.extend(rows.into_iter().map(|(key, told)| lost(&table, &key, told)));
        }
        Ok(faults)
    }

    /// What is noted as the latest fact of each subject is the latest.
    fn subjects(&mut self, session: Session<'_>) -> Result<Vec<Finding>, StoreError> {
        const TABLE: &str = "journal_latest";
        let mut faults = Vec::new();
        let others = session.count(OTHERS, &[Value::Int(self.writer)])?;
        if others > 0 {
            let finding = row(ROW_UNKNOWN, "journal_entry", "writer");
            faults.push(finding.saw(others).wants(0));
        }
        session.each(LATEST, &[], |one| {
            let (subject, noted) = (one.text(1)?, one.int(3)?);
            let told = self.latest.remove(&subject);
            let placed = one.int(0)? == bucket(&[&subject]) && one.int(2)? == self.writer;
            if !placed || told != Some(noted) {
                let finding = row(LATEST_ELSEWHERE, TABLE, &subject).saw(noted);
                faults.push(match told {
                    Some(told) => finding.wants(told),
                    None => finding,
                });
            }
            Ok(true)
        })?;
        let lost = self.latest.iter();
        faults.extend(lost.map(|(subject, told)| row(ROW_LOST, TABLE, subject).wants(told)));
        Ok(faults)
    }
}

fn singles(
    session: Session<'_>,
    insert: &'static Insert,
    mut told: HashMap<String, u128>,
) -> Result<Vec<Finding>, StoreError> {
    let mut faults = Vec::new();
    let table = insert.table();
    session.each_told(insert, |one| {
        let digest = half(&Sha256::digest(&one.bytes));
        match told.remove(&one.key) {
            Some(told) if told == digest => {}
            Some(told) => faults.push(changed(table, &one.key, digest, told)),
            None => faults.push(row(ROW_UNKNOWN, table, &one.key)),
        }
    })?;
    let mut left: Vec<(String, u128)> = told.into_iter().collect();
    left.sort();
    faults.extend(left.iter().map(|(key, told)| lost(table, key, *told)));
    Ok(faults)
}

fn runs(
    session: Session<'_>,
    insert: &'static Insert,
    told: HashMap<String, u128>,
) -> Result<Vec<Finding>, StoreError> {
    /// Last number and digest of each run by its first, and the sum over the rows that stand there.
    type Runs = BTreeMap<i64, (i64, u128, Sha256)>;
    let mut runs = Runs::new();
    for (run, digest) in told {
        if let Some((first, last)) = run.split_once('-')
            && let (Ok(first), Ok(last)) = (first.parse(), last.parse())
        {
            runs.insert(first, (last, digest, Sha256::new()));
        }
    }
    let mut faults = Vec::new();
    let table = insert.table();
    session.each_told(insert, |one| {
        match runs.range_mut(..=one.number).next_back() {
            Some((_, (last, _, sum))) if one.number <= *last => sum.update(&one.bytes),
            _ => faults.push(row(ROW_UNKNOWN, table, &one.key)),
        }
    })?;
    for (first, (last, told, sum)) in runs {
        let stands = half(&sum.finalize());
        if stands != told {
            faults.push(changed(table, &format!("{first}-{last}"), stands, told));
        }
    }
    Ok(faults)
}

fn changed(table: &str, key: &str, stands: u128, told: u128) -> Finding {
    row(ROW_CHANGED, table, key)
        .saw(digest(stands))
        .wants(digest(told))
}

fn lost(table: &str, key: &str, told: u128) -> Finding {
    row(ROW_LOST, table, key).wants(digest(told))
}

/// A digest as the journal writes it.
fn digest(half: u128) -> String {
    format!("{half:032x}")
}
