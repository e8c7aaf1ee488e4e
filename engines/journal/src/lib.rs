//! Journal: what happened, in order, hashed.
//!
//! A [`Fact`] is a typed, versioned record. [`Journal::append`] writes it as one line of JSON
//! (the *canonical bytes* of the entry), hashes it together with the hash before it, and notes
//! it as the latest fact of its subject. Three things never change once written: the bytes of an
//! entry, its SHA-256, its position. Proofs over the journal rest on these three.
//!
//! ```text
//! {"at":1759629510000,"fact":{…},"kind":"clearance.decided","position":7,"previous":"9f…","subject":"declaration/P/A1","version":1,"writer":1}
//! ```
//!
//! The hash of an entry is SHA-256 over exactly those bytes; `previous` is the hash before it in
//! hex, 64 zeros for the first. No personal value enters: whoever appends puts keyed hashes.
//! Nothing is ever changed or removed.
//!
//! What a transaction wrote into tables is told at its end by one fact ([`Journal::tell_rows`]), so that
//! [`Told`] can hold every such row against what was told of it last.

mod fault;
mod told;

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use store::{Fault, Insert, Schema, Session, StoreError, Value, bucket};
use values::{Finding, Moment};

pub use fault::{CODES, LATEST_ELSEWHERE, ROW_CHANGED, ROW_LOST, ROW_UNKNOWN, row};
pub use told::{RowsWritten, Told};
pub use values::Fact;

/// The tables of this room.
pub static SCHEMA: Schema = Schema {
    room: "journal",
    steps: &[include_str!("../schema/001-journal.sql")],
};

/// The hash of an entry.
pub type Hash = [u8; 32];

/// An entry as it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Which chain.
    pub writer: i64,
    /// Position in the chain, from 1 without gaps.
    pub position: i64,
    /// The canonical bytes.
    pub body: Vec<u8>,
    /// SHA-256 over the canonical bytes.
    pub hash: Hash,
}

#[derive(Serialize, Deserialize)]
struct Line<'a, F> {
    at: i64,
    fact: F,
    kind: std::borrow::Cow<'a, str>,
    position: i64,
    previous: String,
    subject: std::borrow::Cow<'a, str>,
    version: u16,
    writer: i64,
}

/// The head of an entry, without its fact.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Head {
    /// When, in business time.
    pub at: i64,
    /// Kind of fact.
    pub kind: String,
    /// Position in the chain.
    pub position: i64,
    /// Hash before it, in hex.
    pub previous: String,
    /// Whom or what it is about.
    pub subject: String,
    /// Version of the kind.
    pub version: u16,
    /// Which chain.
    pub writer: i64,
}

impl Entry {
    /// Everything but the fact.
    pub fn head(&self) -> Result<Head, StoreError> {
        serde_json::from_slice(&self.body).map_err(unreadable)
    }

    /// The fact, when it is of that kind.
    pub fn fact<F: Fact>(&self) -> Result<F, StoreError> {
        let line: Line<'_, F> = serde_json::from_slice(&self.body).map_err(unreadable)?;
        Ok(line.fact)
    }
}

fn unreadable(error: serde_json::Error) -> StoreError {
    StoreError::new(Fault::Damaged, format!("journal entry: {error}"))
}

static INSERT: Insert = Insert {
    sql: "INSERT INTO journal_entry (position, writer, body, hash) VALUES ($1, $2, $3, $4)",
    key: 0..0,
    told: 0,
};
static LATEST: Insert = Insert {
    sql: "INSERT INTO journal_latest (bucket, subject, writer, position) VALUES ($1, $2, $3, $4) \
     ON CONFLICT (bucket, subject) DO UPDATE SET writer = excluded.writer, position = excluded.position",
    key: 0..0,
    told: 0,
};
const HEAD: &str =
    "SELECT position, hash FROM journal_entry WHERE writer = $1 ORDER BY position DESC LIMIT 1";
const READ: &str = "SELECT writer, position, body, hash FROM journal_entry WHERE writer = $1 AND position > $2 ORDER BY position LIMIT $3";
const BY_SUBJECT: &str = "SELECT e.writer, e.position, e.body, e.hash FROM journal_latest l \
     JOIN journal_entry e ON e.position = l.position AND e.writer = l.writer WHERE l.bucket = $1 AND l.subject = $2";

/// The open end of one chain, inside one transaction. [`Journal::close`] notes the latest fact of
/// each subject once, however many there were.
#[must_use = "the latest facts are noted when it is closed"]
pub struct Journal<'c> {
    session: Session<'c>,
    writer: i64,
    position: i64,
    hash: Hash,
    // Subject and position of every fact appended.
    latest: Vec<(String, i64)>,
}

impl<'c> Journal<'c> {
    /// Opens the chain of `writer` at its end.
    pub fn open(session: Session<'c>, writer: i64) -> Result<Self, StoreError> {
        let head = session.first(HEAD, &[Value::Int(writer)], |row| {
            Ok((row.int(0)?, hash_of(row.slice(1)?)?))
        })?;
        let (position, hash) = head.unwrap_or((0, [0; 32]));
        Ok(Self {
            session,
            writer,
            position,
            hash,
            latest: Vec::new(),
        })
    }

    /// Appends a fact about `subject`; returns its position.
    pub fn append<F: Fact>(
        &mut self,
        at: Moment,
        subject: &str,
        fact: &F,
    ) -> Result<i64, StoreError> {
        let position = self.position.checked_add(1);
        let position = position
            .ok_or_else(|| StoreError::damaged("the journal ends at a position nobody reached"))?;
        let line = Line {
            at: at.0,
            fact,
            kind: F::KIND.into(),
            position,
            previous: hex(&self.hash),
            subject: subject.into(),
            version: F::VERSION,
            writer: self.writer,
        };
        let mut body = Vec::with_capacity(512);
        serde_json::to_writer(&mut body, &line).map_err(unreadable)?;
        let hash: Hash = Sha256::digest(&body).into();
        self.session.later(
            &INSERT,
            &[
                Value::Int(position),
                Value::Int(self.writer),
                Value::Bytes(&body),
                Value::Bytes(&hash),
            ],
        )?;
        self.latest.push((subject.to_owned(), position));
        self.position = position;
        self.hash = hash;
        Ok(position)
    }

    /// Notes where the latest fact of each subject stands.
    pub fn close(mut self) -> Result<(), StoreError> {
        // In the order of the table, where each is found beside the one before.
        self.latest.sort_unstable();
        for facts in self.latest.chunk_by(|a, b| a.0 == b.0) {
            let Some((subject, position)) = facts.last() else {
                continue;
            };
            let row = [
                Value::Int(bucket(&[subject])),
                Value::Text(subject),
                Value::Int(self.writer),
                Value::Int(*position),
            ];
            self.session.later(&LATEST, &row)?;
        }
        Ok(())
    }

    /// Position of the last entry, 0 before the first.
    #[must_use]
    pub fn position(&self) -> i64 {
        self.position
    }
}

/// The latest entry about `subject`; its head tells the kind of its fact.
pub fn latest(session: Session<'_>, subject: &str) -> Result<Option<Entry>, StoreError> {
    let key = [Value::Int(bucket(&[subject])), Value::Text(subject)];
    session.first(BY_SUBJECT, &key, entry)
}

/// Entries of one chain after a position, at most `most`.
pub fn read(
    session: Session<'_>,
    writer: i64,
    after: i64,
    most: i64,
) -> Result<Vec<Entry>, StoreError> {
    session.all(
        READ,
        &[Value::Int(writer), Value::Int(after), Value::Int(most)],
        entry,
    )
}

/// What a walk along a chain found.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Walk {
    /// Entries seen.
    pub entries: i64,
    /// Hash of the last one.
    pub head: Hash,
    /// Faults, each naming its position.
    pub faults: Vec<Finding>,
}

/// Walks a whole chain: positions without gaps, each hash over its bytes, each `previous` the
/// hash before. `see` gets every entry that is sound.
pub fn walk(
    session: Session<'_>,
    writer: i64,
    mut see: impl FnMut(&Entry) -> Result<(), StoreError>,
) -> Result<Walk, StoreError> {
    let mut walk = Walk::default();
    loop {
        let entries = read(session, writer, walk.entries, 10_000)?;
        if entries.is_empty() {
            return Ok(walk);
        }
        for entry in entries {
            walk.entries += 1;
            if entry.position != walk.entries {
                walk.faults.push(fault::chain(walk.entries, "missing"));
                walk.entries = entry.position;
            }
            let hash: Hash = Sha256::digest(&entry.body).into();
            if hash != entry.hash {
                let finding = fault::chain(entry.position, "hash");
                walk.faults
                    .push(finding.saw(hex(&hash)).wants(hex(&entry.hash)));
            }
            match entry.head() {
                Ok(head) if head.previous == hex(&walk.head) && head.position == entry.position => {
                    see(&entry)?
                }
                Ok(head) => {
                    let finding = fault::chain(entry.position, "order");
                    walk.faults
                        .push(finding.saw(head.previous).wants(hex(&walk.head)));
                }
                Err(_) => walk.faults.push(fault::chain(entry.position, "unread")),
            }
            walk.head = entry.hash;
        }
    }
}

fn entry(row: &store::Row<'_>) -> Result<Entry, StoreError> {
    Ok(Entry {
        writer: row.int(0)?,
        position: row.int(1)?,
        body: row.bytes(2)?,
        hash: hash_of(row.slice(3)?)?,
    })
}

fn hash_of(bytes: &[u8]) -> Result<Hash, StoreError> {
    bytes
        .try_into()
        .map_err(|_| StoreError::new(Fault::Damaged, "a hash of the journal has the wrong length"))
}

/// Lower-case hex.
#[must_use]
pub fn hex(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    bytes
        .iter()
        .flat_map(|byte| {
            [
                DIGITS[usize::from(byte >> 4)],
                DIGITS[usize::from(byte & 15)],
            ]
        })
        .map(char::from)
        .collect()
}

#[cfg(test)]
mod tests;
