//! A folder of its own for a test, and a table to write to.

#![allow(dead_code, reason = "each test file uses its own part of this")]

use std::{
    fs,
    path::{Path, PathBuf},
    sync::atomic::{AtomicU32, Ordering},
};

use store::{Schema, Session, Store, StoreError, Value};

/// Notes: a number and its words.
pub static NOTES: Schema = Schema {
    room: "notes",
    steps: &["CREATE TABLE note (number BIGINT PRIMARY KEY, words TEXT NOT NULL)"],
};

/// A folder that goes with the test.
pub struct Ground(PathBuf);

impl Ground {
    /// An empty one.
    pub fn new() -> Self {
        static NEXT: AtomicU32 = AtomicU32::new(0);
        let n = NEXT.fetch_add(1, Ordering::Relaxed);
        let path = std::env::temp_dir().join(format!("chama-store-{}-{n}", std::process::id()));
        drop(fs::remove_dir_all(&path));
        fs::create_dir_all(&path).unwrap();
        Self(path)
    }

    /// A place in it.
    pub fn at(&self, name: &str) -> PathBuf {
        self.0.join(name)
    }

    /// The store of notes in its folder `data`.
    pub fn store(&self) -> Store {
        Store::open(self.at("data"), &[&NOTES]).unwrap()
    }

    /// Itself.
    pub fn path(&self) -> &Path {
        &self.0
    }
}

impl Drop for Ground {
    fn drop(&mut self) {
        drop(fs::remove_dir_all(&self.0));
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
