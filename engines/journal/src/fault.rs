//! What verification finds, by code: of the chain, and of rows that are not as they were told.

use values::Finding;

/// The chain is broken at an entry.
const CHAIN: &str = "verify.chain";
/// A row does not stand as it was told last.
pub const ROW_CHANGED: &str = "verify.row-changed";
/// Nothing tells of a row.
pub const ROW_UNKNOWN: &str = "verify.row-unknown";
/// A row was told and is not there.
pub const ROW_LOST: &str = "verify.row-lost";
/// The latest fact of a subject stands elsewhere than noted.
pub const LATEST_ELSEWHERE: &str = "verify.latest";

/// All of them, for the rulebook's check at the start.
pub const CODES: &[&str] = &[CHAIN, ROW_CHANGED, ROW_UNKNOWN, ROW_LOST, LATEST_ELSEWHERE];

/// A finding about one row: its place is table and key, and the sentence knows both.
#[must_use]
pub fn row(code: &'static str, table: &str, key: &str) -> Finding {
    Finding::refused(code)
        .at(format!("{table} {key}"))
        .with("table", table)
        .with("key", key)
}

/// A finding about the entry at a position; `how` chooses the sentence.
pub(crate) fn chain(position: i64, how: &str) -> Finding {
    Finding::refused(CHAIN)
        .at(format!("journal_entry {position}"))
        .with("position", position)
        .with("how", how)
}
