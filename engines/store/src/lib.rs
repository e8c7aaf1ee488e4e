//! Store: one transaction, one writer, many readers.
//!
//! A [`Store`] is a folder with a database in it. It hands out one [`Writer`] (a lock on the
//! folder holds the second off) and any number of [`Reader`]s. Both work through a
//! [`Session`], which runs named SQL constants and nothing glued together. [`Queue`] puts the
//! writer on a thread of its own and commits whatever has gathered in one go: no timer, one
//! sync for all of it, and nobody is answered before it.
//!
//! Rooms bring their tables as [`Schema`] steps; the store applies what is missing and refuses
//! a database that is newer than the program.
//!
//! ```
//! use store::{Schema, Store, Value};
//! static NOTES: Schema = Schema { room: "notes", steps: &["CREATE TABLE note (number BIGINT PRIMARY KEY, words TEXT NOT NULL)"] };
//! let folder = std::env::temp_dir().join(format!("chama-doc-{}", std::process::id()));
//! let store = Store::open(&folder, &[&NOTES]).unwrap();
//! let mut writer = store.writer().unwrap();
//! writer.commit(|session| session.run("INSERT INTO note VALUES ($1, $2)", &[Value::Int(1), Value::Text("tea")])).unwrap();
//! let words = store.reader().unwrap().session().first("SELECT words FROM note WHERE number = $1", &[Value::Int(1)], |row| row.text(0)).unwrap();
//! assert_eq!(words.as_deref(), Some("tea"));
//! # std::fs::remove_dir_all(&folder).unwrap();
//! ```
//!
//! It never knows what a row means, never retries a decision, never answers before the sync.

mod copy;
mod damage;
mod error;
mod later;
mod queue;
mod rows;
mod schema;
mod session;
mod settle;
mod sheet;
mod told;
mod writer;

pub use copy::restore;
pub use damage::CODES;
pub use error::{Fault, StoreError};
pub use later::Insert;
pub use queue::{Pending, Queue};
pub use rows::Rows;
pub use schema::Schema;
pub use session::{Row, Session, Value};
pub use told::{Standing, Written, half};
pub use writer::{Reader, Store, Writer};

/// The file of the database in a data folder, by which one is known.
pub const DATABASE: &str = "chama.db";

/// In how many places the keys of a table can be laid out, where several machines share it.
pub const BUCKETS: u64 = 256;

/// The bucket of a key's parts: the same for ever, since keys stand in it on disk.
///
/// FNV-1a over the parts with a separator no key holds, folded to a byte.
#[must_use]
pub fn bucket(parts: &[&str]) -> i64 {
    let mut hash: u64 = 0xcbf2_9ce4_8422_2325;
    for part in parts {
        for byte in part.bytes().chain(std::iter::once(0x1f)) {
            hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }
    ((hash ^ (hash >> 32)) % BUCKETS) as i64
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_bucket_never_changes_since_keys_stand_in_it_on_disk() {
        assert_eq!(super::bucket(&["91540195MA6TE5T024", "A1"]), 163);
        assert_eq!(
            super::bucket(&["91540195MA6TE5T024", "DD2026100400001"]),
            61
        );
        assert_ne!(super::bucket(&["a", "bc"]), super::bucket(&["ab", "c"]));
        let spread: std::collections::BTreeSet<i64> = (0..10_000)
            .map(|n| super::bucket(&["P", &n.to_string()]))
            .collect();
        assert_eq!(spread.len(), 256);
    }
}
