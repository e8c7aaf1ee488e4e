//! What a transaction wrote that follows from nothing else: each row by its key and its digest, so that a
//! journal can tell it and a verification can look whether it still stands so.

use std::{fmt::Write as _, mem};

use rusqlite::types::ValueRef;
use sha2::{Digest, Sha256};

use crate::{Insert, Session, StoreError, Value};

/// One row that was written, or the rows of one run.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Written {
    /// The table.
    pub table: &'static str,
    /// The values of its key, `/` between; of rows that are told as a run, first and last number with
    /// `-` between.
    pub rows: String,
    /// The first half of the SHA-256 over what is told of it, or of all of them in their order.
    pub digest: u128,
}

/// What one transaction wrote so far, by statement.
#[derive(Default)]
pub(crate) struct Told {
    singles: Vec<Written>,
    runs: Vec<Run>,
    bytes: Vec<u8>,
}

struct Run {
    table: &'static str,
    first: i64,
    last: i64,
    sum: Sha256,
}

impl Told {
    /// Takes note of a row, when rows of that statement are told.
    pub(crate) fn note(&mut self, insert: &'static Insert, values: &[Value<'_>]) {
        if insert.told == 0 {
            return;
        }
        self.bytes.clear();
        for value in &values[..insert.told] {
            canonical(&mut self.bytes, value.raw());
        }
        let table = insert.table();
        if insert.key.is_empty() {
            let number = number(values.first().map(|value| value.raw()));
            let run = match self.runs.iter_mut().find(|run| run.table == table) {
                Some(run) => run,
                None => {
                    self.runs.push(Run {
                        table,
                        first: number,
                        last: number,
                        sum: Sha256::new(),
                    });
                    let end = self.runs.len() - 1;
                    &mut self.runs[end]
                }
            };
            run.last = number;
            run.sum.update(&self.bytes);
        } else {
            let key = values[insert.key.clone()].iter().map(|value| value.raw());
            self.singles.push(Written {
                table,
                rows: name(key),
                digest: half(&Sha256::digest(&self.bytes)),
            });
        }
    }

    /// Forgets all of it.
    pub(crate) fn clear(&mut self) {
        self.singles.clear();
        self.runs.clear();
    }

    /// Takes it out, each row as it was written last, in the order of tables and keys.
    pub(crate) fn take(&mut self) -> Vec<Written> {
        let mut written = mem::take(&mut self.singles);
        // The last of a key comes first, and stays.
        written.reverse();
        written.sort_by(|a, b| (a.table, &a.rows).cmp(&(b.table, &b.rows)));
        written.dedup_by(|a, b| (a.table, &a.rows) == (b.table, &b.rows));
        written.extend(self.runs.drain(..).map(|run| Written {
            table: run.table,
            rows: format!("{}-{}", run.first, run.last),
            digest: half(&run.sum.finalize()),
        }));
        written
    }
}

/// A row as it stands, for comparing it with what was told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Standing {
    /// The values of its key, `/` between; its number where such rows are told as a run.
    pub key: String,
    /// Its number where such rows are told as a run.
    pub number: i64,
    /// What is told of it, in canonical form: each value behind its kind and length.
    pub bytes: Vec<u8>,
}

impl Session<'_> {
    /// What was written in this transaction and has to be told; asked again, what came since.
    #[must_use]
    pub fn told(&self) -> Vec<Written> {
        let later = self.later.map(|later| later.borrow_mut().told.take());
        later.unwrap_or_default()
    }

    /// Every row that statement wrote, as it stands; runs in the order of their numbers.
    pub fn each_told(
        &self,
        insert: &'static Insert,
        mut see: impl FnMut(Standing),
    ) -> Result<(), StoreError> {
        let columns = insert.columns();
        let told = &columns[..insert.told];
        let mut sql = format!("SELECT {} FROM {}", told.join(", "), insert.table());
        if insert.key.is_empty() {
            // Writing to a text never fails.
            let _ = write!(sql, " ORDER BY {}", columns[0]);
        }
        self.every(&sql, |row| {
            let value = |at| row.value(at);
            let values: Vec<ValueRef<'_>> =
                (0..insert.told).map(value).collect::<Result<_, _>>()?;
            let mut bytes = Vec::with_capacity(256);
            values.iter().for_each(|one| canonical(&mut bytes, *one));
            let key = match insert.key.is_empty() {
                true => name(values.iter().take(1).copied()),
                false => name(values[insert.key.clone()].iter().copied()),
            };
            see(Standing {
                key,
                number: number(values.first().copied()),
                bytes,
            });
            Ok(())
        })
    }
}

/// The first half of a hash, as it is told.
#[must_use]
pub fn half(hash: &[u8]) -> u128 {
    hash.iter()
        .take(16)
        .fold(0, |sum, byte| sum << 8 | u128::from(*byte))
}

fn number(value: Option<ValueRef<'_>>) -> i64 {
    match value {
        Some(ValueRef::Integer(number)) => number,
        _ => 0,
    }
}

fn canonical(bytes: &mut Vec<u8>, value: ValueRef<'_>) {
    let mut part = |kind: u8, part: &[u8]| {
        bytes.push(kind);
        bytes.extend_from_slice(&(part.len() as u64).to_be_bytes());
        bytes.extend_from_slice(part);
    };
    match value {
        ValueRef::Null => part(b'n', &[]),
        ValueRef::Integer(number) => part(b'i', &number.to_be_bytes()),
        ValueRef::Real(number) => part(b'r', &number.to_be_bytes()),
        ValueRef::Text(text) => part(b't', text),
        ValueRef::Blob(blob) => part(b'b', blob),
    }
}

fn name<'v>(values: impl Iterator<Item = ValueRef<'v>>) -> String {
    let mut name = String::with_capacity(64);
    for (at, value) in values.enumerate() {
        if at > 0 {
            name.push('/');
        }
        // Writing to a text never fails.
        let _ = match value {
            ValueRef::Integer(number) => write!(name, "{number}"),
            ValueRef::Text(text) => write!(name, "{}", String::from_utf8_lossy(text)),
            ValueRef::Blob(blob) => blob.iter().try_for_each(|byte| write!(name, "{byte:02x}")),
            ValueRef::Null | ValueRef::Real(_) => write!(name, "?"),
        };
    }
    name
}
