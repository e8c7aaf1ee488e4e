//! What was told of rows, against how they stand: a row changed, added or taken away behind the program's
//! back is found, whatever table and column it is.

use std::collections::{BTreeMap, HashMap};

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use store::{Insert, Session, StoreError, Value, bucket, half};
use values::{Fact, Moment};

use crate::{Entry, Head, Journal};

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
            table.push((one.rows, format!("{:032x}", one.digest)));
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
    ) -> Result<Vec<String>, StoreError> {
        let mut faults = self.subjects(session)?;
        for insert in inserts {
            let told = self.rows.remove(insert.table()).unwrap_or_default();
            let found = match insert.key.is_empty() {
                true => runs(session, insert, told)?,
                false => singles(session, insert, told)?,
            };
            let table = insert.table();
            let what = table.split_once('_').map_or(table, |(_, what)| what);
            faults.extend(found.into_iter().map(|one| format!("{what} {one}")));
        }
        let unknown = self.rows.keys();
        faults.extend(unknown.map(|table| format!("{table}: told by the journal, no such table")));
        Ok(faults)
    }

    /// What is noted as the latest fact of each subject is the latest.
    fn subjects(&mut self, session: Session<'_>) -> Result<Vec<String>, StoreError> {
        let mut faults = Vec::new();
        let others = session.count(OTHERS, &[Value::Int(self.writer)])?;
        if others > 0 {
            faults.push(format!("journal: {others} entries of no known writer"));
        }
        session.each(LATEST, &[], |row| {
            let subject = row.text(1)?;
            let told = self.latest.remove(&subject);
            let placed = row.int(0)? == bucket(&[&subject]) && row.int(2)? == self.writer;
            if !placed || told != Some(row.int(3)?) {
                faults.push(format!("latest of {subject}: the journal tells otherwise"));
            }
            Ok(true)
        })?;
        let lost = self.latest.keys();
        faults.extend(lost.map(|subject| format!("latest of {subject}: not there")));
        Ok(faults)
    }
}

fn singles(
    session: Session<'_>,
    insert: &'static Insert,
    mut told: HashMap<String, u128>,
) -> Result<Vec<String>, StoreError> {
    let mut faults = Vec::new();
    session.each_told(insert, |one| {
        let digest = half(&Sha256::digest(&one.bytes));
        if told.remove(&one.key) != Some(digest) {
            faults.push(format!("{}: not as the journal tells it", one.key));
        }
    })?;
    let mut lost: Vec<String> = told.into_keys().map(lost).collect();
    lost.sort();
    faults.extend(lost);
    Ok(faults)
}

fn runs(
    session: Session<'_>,
    insert: &'static Insert,
    told: HashMap<String, u128>,
) -> Result<Vec<String>, StoreError> {
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
    session.each_told(insert, |one| {
        match runs.range_mut(..=one.number).next_back() {
            Some((_, (last, _, sum))) if one.number <= *last => sum.update(&one.bytes),
            _ => faults.push(format!("{}: the journal does not know it", one.key)),
        }
    })?;
    let differing = runs
        .into_iter()
        .filter(|(_, (_, told, sum))| half(&sum.clone().finalize()) != *told);
    faults.extend(
        differing.map(|(first, (last, _, _))| {
            format!("{first} to {last}: not as the journal tells them")
        }),
    );
    Ok(faults)
}

fn lost(key: String) -> String {
    format!("{key}: told by the journal, not there")
}
