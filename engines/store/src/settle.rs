//! Moving the log into the database file beside the writer, so that no answer waits for it.

use std::{
    sync::mpsc::{self, SyncSender},
    thread::{self, JoinHandle},
};

use rusqlite::Connection;

use crate::{StoreError, Writer};

/// Pages of the log that are not in the database file yet, from which on they are moved: few enough
/// to be quick, many enough that a page which many commits change is moved once.
const PAGES: i64 = 8_000;

// How far the log is moved, without moving any of it.
const STANDS: &str = "PRAGMA wal_checkpoint(NOOP)";
const MOVE: &str = "PRAGMA wal_checkpoint(PASSIVE)";

/// A thread that moves the log when it has grown. The writer goes on meanwhile, and still moves the
/// rest itself before the log grows without end.
pub(crate) struct Settler {
    wake: SyncSender<()>,
    thread: JoinHandle<()>,
}

impl Settler {
    /// Starts it beside `writer`.
    pub(crate) fn start(writer: &Writer) -> Result<Self, StoreError> {
        let connection = writer.beside()?;
        let (wake, woken) = mpsc::sync_channel(1);
        let thread = thread::spawn(move || {
            while woken.recv().is_ok() {
                // What fails here is tried again by the writer, whose sender is told.
                drop(settle(&connection));
            }
        });
        Ok(Self { wake, thread })
    }

    /// Something was committed.
    pub(crate) fn wake(&self) {
        // It is awake already when this is full.
        let _ = self.wake.try_send(());
    }

    /// Ends it when what it does now is done.
    pub(crate) fn finish(self) {
        drop(self.wake);
        // It ends with the channel; a panic of it touched nothing of the writer's.
        drop(self.thread.join());
    }
}

fn settle(connection: &Connection) -> Result<(), rusqlite::Error> {
    let (grown, moved): (i64, i64) =
        connection.query_row(STANDS, [], |row| Ok((row.get(1)?, row.get(2)?)))?;
    if grown - moved >= PAGES {
        connection.query_row(MOVE, [], |_| Ok(()))?;
    }
    Ok(())
}
