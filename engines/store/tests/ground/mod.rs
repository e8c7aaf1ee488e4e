//! A folder of its own for a test, and a table to write to.

#![allow(dead_code, reason = "each test file uses its own part of this")]

use std::path::{Path, PathBuf};

use store::{Schema, Session, Store, StoreError, Value};
use testkit::Place;

/// Notes: a number and its words.
pub static NOTES: Schema = Schema {
    room: "notes",
    steps: &["CREATE TABLE note (number BIGINT PRIMARY KEY, words TEXT NOT NULL)"],
};

/// A folder that goes with the test.
pub struct Ground(Place);

impl Ground {
    /// An empty one.
    pub fn new() -> Self {
        Self(Place::new("store"))
    }

    /// A place in it.
    pub fn at(&self, name: &str) -> PathBuf {
        self.0.at(name)
    }

    /// The store of notes in its folder `data`.
    pub fn store(&self) -> Store {
        Store::open(self.at("data"), &[&NOTES]).unwrap()
    }

    /// Itself.
    pub fn path(&self) -> &Path {
        self.0.path()
    }
}

/// Writes a note.
pub fn note(session: Session<'_>, number: i64, words: &str) -> Result<(), StoreError> {
    const PUT: &str = "INSERT INTO note (number, words) VALUES ($1, $2)";
    session
        .run(PUT, &[Value::Int(number), Value::Text(words)])
        .map(drop)
}

/// The numbers of all notes, in the order of writing.
pub fn numbers(session: Session<'_>) -> Vec<i64> {
    const ALL: &str = "SELECT number FROM note ORDER BY rowid";
    session.all(ALL, &[], |row| row.int(0)).unwrap()
}
