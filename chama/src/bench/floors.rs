//! Floors: the same bytes tokenised, the same rows written and synced, and both at once.

use std::{thread, time::Instant};

use quick_xml::{Reader, events::Event};
use store::{Rows, Store};

use super::folder::Folder;
use crate::{Failure, systems::schemas};

/// By which column the rows of a table came. A table that is not named is small or empty.
const ARRIVAL: &[(&str, &str)] = &[
    ("clearance_bill", "number"),
    ("clearance_claim", "number"),
    ("clearance_declaration", "serial"),
    ("clearance_due", "serial"),
    ("clearance_paper", "number"),
    ("clearance_raw", "position"),
    ("clearance_receipt", "position"),
    ("clearance_verdict", "act"),
    ("journal_entry", "position"),
    ("journal_latest", "position"),
    // Keyed hashes: as good an order as that of persons who come by.
    ("ledger_account", "owner"),
    ("ledger_transfer", "source"),
];

/// Parcels a second, each floor by itself.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Floors {
    /// One core reads the bytes as XML and does nothing with them.
    pub(crate) tokenise: f64,
    /// One writer inserts and syncs the rows.
    pub(crate) insert: f64,
    /// Both at once.
    pub(crate) clear: f64,
}

/// Every row that `store` holds.
pub(crate) fn rows(store: &Store) -> Result<Rows, Failure> {
    Ok(store.reader()?.rows(ARRIVAL)?)
}

/// Measures them for the messages and the rows of so many parcels; the rows are written in as many
/// transactions as the product needs at least.
pub(crate) fn floors(
    messages: &[Vec<u8>],
    rows: &Rows,
    commits: usize,
    parcels: u64,
    within: &std::path::Path,
) -> Result<Floors, Failure> {
    let rate = |begun: Instant| parcels as f64 / begun.elapsed().as_secs_f64();
    let begun = Instant::now();
    tokenise(messages)?;
    let alone = rate(begun);
    let insert = insert(rows, commits, within, parcels)?;
    let (begun, tokenised, inserted) = thread::scope(|scope| {
        let begun = Instant::now();
        let tokenised = scope.spawn(|| tokenise(messages));
        let inserted = insert_seconds(rows, commits, within);
        (begun, tokenised.join(), inserted)
    });
    inserted?;
    tokenised.unwrap_or_else(|_| Err(Failure::failed("bench-fault", &[("seen", &"tokenise")])))?;
    Ok(Floors {
        tokenise: alone,
        insert,
        clear: rate(begun),
    })
}

fn tokenise(messages: &[Vec<u8>]) -> Result<(), Failure> {
    for message in messages {
        let mut reader = Reader::from_reader(message.as_slice());
        let mut events = 0_usize;
        loop {
            match reader.read_event() {
                Ok(Event::Eof) => break,
                Ok(event) => events += event.len().min(1),
                Err(error) => return Err(Failure::failed("bench-fault", &[("seen", &error)])),
            }
        }
        std::hint::black_box(events);
    }
    Ok(())
}

fn insert(
    rows: &Rows,
    commits: usize,
    within: &std::path::Path,
    parcels: u64,
) -> Result<f64, Failure> {
    Ok(parcels as f64 / insert_seconds(rows, commits, within)?)
}

fn insert_seconds(rows: &Rows, commits: usize, within: &std::path::Path) -> Result<f64, Failure> {
    let folder = Folder::new(within)?;
    let store = Store::open(folder.path(), &schemas())?;
    let mut writer = store.writer()?;
    let begun = Instant::now();
    for part in 0..commits {
        writer.put_rows(rows, part, commits)?;
    }
    Ok(begun.elapsed().as_secs_f64())
}
