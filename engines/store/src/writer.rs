//! The folder, its lock, its one writer and its readers.

use std::{
    cell::RefCell,
    fs::{self, File, OpenOptions, TryLockError},
    path::{Path, PathBuf},
};

use rusqlite::{Connection, OpenFlags};
use values::Finding;

use crate::{DATABASE, Fault, Schema, Session, StoreError, damage, later::Later, schema};

/// A data folder with its database.
pub struct Store {
    folder: PathBuf,
    schemas: Vec<&'static Schema>,
}

impl Store {
    /// Opens the folder, making it and its tables where they are missing.
    pub fn open(
        folder: impl Into<PathBuf>,
        schemas: &[&'static Schema],
    ) -> Result<Self, StoreError> {
        let folder = folder.into();
        fs::create_dir_all(&folder)?;
        Ok(Self {
            folder,
            schemas: schemas.to_vec(),
        })
    }

    /// Opens a folder that must already hold a database.
    pub fn existing(
        folder: impl Into<PathBuf>,
        schemas: &[&'static Schema],
    ) -> Result<Self, StoreError> {
        let folder = folder.into();
        if !folder.join(DATABASE).is_file() {
            return Err(StoreError::new(
                Fault::Foreign,
                format!("no database in {}", folder.display()),
            ));
        }
        Self::open(folder, schemas)
    }

    /// Where it lies.
    #[must_use]
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Bytes the database takes, the log included.
    #[must_use]
    pub fn size(&self) -> u64 {
        [DATABASE, "chama.db-wal"]
            .iter()
            .filter_map(|name| fs::metadata(self.folder.join(name)).ok())
            .map(|meta| meta.len())
            .sum()
    }

    /// The one writer. [`Fault::Held`] while another process has it.
    pub fn writer(&self) -> Result<Writer, StoreError> {
        let lock = OpenOptions::new()
            .create(true)
            .truncate(false)
            .write(true)
            .open(self.folder.join("lock"))?;
        match lock.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => {
                return Err(StoreError::new(
                    Fault::Held,
                    format!("{} is in use", self.folder.display()),
                ));
            }
            Err(TryLockError::Error(error)) => return Err(error.into()),
        }
        let database = self.folder.join(DATABASE);
        let mut connection = Connection::open(&database)?;
        // Durable before acknowledged: the log is synced at every commit. A queue moves the log into
        // the file beside the writer; the writer itself does so when 32,000 pages have gathered.
        connection.execute_batch(
            "PRAGMA page_size = 8192; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;
             PRAGMA wal_autocheckpoint = 32000; PRAGMA cache_size = -131072; PRAGMA temp_store = MEMORY; PRAGMA foreign_keys = OFF;",
        )?;
        connection.set_prepared_statement_cache_capacity(256);
        schema::apply(&mut connection, &self.schemas)?;
        Ok(Writer {
            connection,
            database,
            later: RefCell::default(),
            _lock: lock,
        })
    }

    /// A reader beside the writer: it sees what was committed when its read began. Data of a newer
    /// program is refused here too: what it says may mean something else by now.
    pub fn reader(&self) -> Result<Reader, StoreError> {
        let connection = Connection::open_with_flags(
            self.folder.join(DATABASE),
            OpenFlags::SQLITE_OPEN_READ_WRITE,
        )?;
        connection.execute_batch(
            "PRAGMA query_only = ON; PRAGMA cache_size = -65536; PRAGMA busy_timeout = 10000;",
        )?;
        connection.set_prepared_statement_cache_capacity(128);
        schema::known(&connection, &self.schemas)?;
        Ok(Reader {
            connection,
            schemas: self.schemas.clone(),
        })
    }
}

/// The one connection that writes.
pub struct Writer {
    pub(crate) connection: Connection,
    database: PathBuf,
    later: RefCell<Later>,
    _lock: File,
}

impl Writer {
    /// Runs `act` in a transaction: all of it is on disk when this returns `Ok`, none of it when
    /// it returns an error.
    pub fn commit<T, E: From<StoreError>>(
        &mut self,
        act: impl FnOnce(Session<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        self.within(act, true)
    }

    /// Runs `act` and takes everything back: the same code as [`Writer::commit`], for trying.
    pub fn rehearse<T, E: From<StoreError>>(
        &mut self,
        act: impl FnOnce(Session<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        self.within(act, false)
    }

    fn within<T, E: From<StoreError>>(
        &mut self,
        act: impl FnOnce(Session<'_>) -> Result<T, E>,
        keep: bool,
    ) -> Result<T, E> {
        let transaction = self
            .connection
            .transaction_with_behavior(rusqlite::TransactionBehavior::Immediate)
            .map_err(StoreError::from)?;
        // What a transaction that failed had put off went with it.
        self.later.borrow_mut().clear();
        let done = act(Session::writing(&transaction, &self.later))?;
        self.later.borrow_mut().write(&transaction)?;
        if keep {
            transaction.commit().map_err(StoreError::from)?;
        } else {
            transaction.rollback().map_err(StoreError::from)?;
        }
        Ok(done)
    }

    /// Another connection to the same database.
    pub(crate) fn beside(&self) -> Result<Connection, StoreError> {
        let connection = Connection::open_with_flags(
            &self.database,
            OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX,
        )?;
        connection.execute_batch("PRAGMA synchronous = FULL; PRAGMA cache_size = -1024;")?;
        Ok(connection)
    }

    /// Moves the log into the database file: before a copy, and when the house is quiet.
    pub fn settle(&mut self) -> Result<(), StoreError> {
        self.connection
            .query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))
            .map_err(StoreError::from)
    }
}

/// A connection that only reads.
pub struct Reader {
    pub(crate) connection: Connection,
    schemas: Vec<&'static Schema>,
}

impl Reader {
    /// Statements on it; each sees the latest commit.
    #[must_use]
    pub fn session(&self) -> Session<'_> {
        Session::reading(&self.connection)
    }

    /// Runs `read` so that all its statements see one and the same moment.
    pub fn moment<T>(
        &self,
        read: impl FnOnce(Session<'_>) -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        // One moment within another would be a fault of the room; the database refuses it.
        let transaction = self.connection.unchecked_transaction()?;
        read(Session::reading(&transaction))
    }

    /// What is wrong with the database whatever stands in it: pages, schema steps that are not noted as
    /// they were applied, tables and indexes that are not those of the steps. Empty when all is whole.
    pub fn damage(&self) -> Result<Vec<Finding>, StoreError> {
        let mut found = damage::pages(&self.connection)?;
        found.extend(damage::steps(&self.connection, &self.schemas)?);
        found.extend(damage::objects(&self.connection, &self.schemas)?);
        Ok(found)
    }
}
