//! What can go wrong below a statement, sorted by what the caller can do.

use std::fmt;

/// Whose move it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// The disk is full or a file cannot be opened or written: free space, then send again.
    Full,
    /// Another process holds the folder.
    Held,
    /// The database was written by a newer program.
    Newer,
    /// What stands there cannot be what was written: `chama verify`, then restore.
    Damaged,
    /// Not a database of this program, or not there.
    Foreign,
    /// Anything else, a fault of the program included.
    Other,
}

impl Fault {
    /// The code under which the rulebook knows it.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Full => "store.full",
            Self::Held => "store.held",
            Self::Newer => "store.newer",
            Self::Damaged => "store.damaged",
            Self::Foreign => "store.foreign",
            Self::Other => "store.fault",
        }
    }
}

/// A statement or commit that did not happen.
#[derive(Debug, Clone)]
pub struct StoreError {
    /// Whose move it is.
    pub fault: Fault,
    /// The database's own words, for the operator.
    pub words: String,
}

impl StoreError {
    /// An error of that kind.
    pub fn new(fault: Fault, words: impl Into<String>) -> Self {
        Self {
            fault,
            words: words.into(),
        }
    }

    /// What stands on disk cannot be what was written.
    pub fn damaged(words: impl Into<String>) -> Self {
        Self::new(Fault::Damaged, words)
    }
}

impl fmt::Display for StoreError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.fault.code(), self.words)
    }
}

impl std::error::Error for StoreError {}

impl From<rusqlite::Error> for StoreError {
    fn from(error: rusqlite::Error) -> Self {
        use rusqlite::Error::{
            FromSqlConversionFailure, IntegralValueOutOfRange, InvalidColumnType,
        };
        use rusqlite::ErrorCode::{
            CannotOpen, ConstraintViolation, DatabaseBusy, DatabaseCorrupt, DatabaseLocked,
            DiskFull, NotADatabase, ReadOnly, SystemIoFailure,
        };
        // A value of a kind that its column never holds was not written by this program.
        let strange = matches!(
            error,
            FromSqlConversionFailure(..) | IntegralValueOutOfRange(..) | InvalidColumnType(..)
        );
        let fault = match error.sqlite_error_code() {
            _ if strange => Fault::Damaged,
            Some(DiskFull | ReadOnly | SystemIoFailure | CannotOpen) => Fault::Full,
            Some(DatabaseBusy | DatabaseLocked) => Fault::Held,
            // Rows are written under numbers that only grow, or over what stands: one that is taken
            // means that a counter or the end of a chain no longer is what was written.
            Some(DatabaseCorrupt | ConstraintViolation) => Fault::Damaged,
            Some(NotADatabase) => Fault::Foreign,
            _ => Fault::Other,
        };
        Self::new(fault, error.to_string())
    }
}

impl From<std::io::Error> for StoreError {
    fn from(error: std::io::Error) -> Self {
        use std::io::ErrorKind::{PermissionDenied, ReadOnlyFilesystem, StorageFull};
        let fault = match error.kind() {
            StorageFull | ReadOnlyFilesystem | PermissionDenied => Fault::Full,
            _ => Fault::Other,
        };
        Self::new(fault, error.to_string())
    }
}
