//! The tables of clearance. No other room reads or writes them.

mod bills;
mod counters;
mod declarations;
mod due;
mod filings;
mod papers;
mod receipts;
mod refusals;
mod returns;
mod verdicts;

pub use bills::{Bill, DayTotal, bills_of, day_totals, put_bill};
pub use counters::Counters;
pub use declarations::{
    Declaration, by_serial, declaration, declarations_in, enter_short, leave_short, open_count,
    put_declaration, short_of,
};
pub use due::{Due, done, due, first_due};
pub use filings::{
    Filings, Split, SubOrder, Watch, editions, filing, filings_of, put_edition, put_filing,
};
pub use papers::{Paper, claim, claimed, papers_of, put_paper, put_raw, release_claim};
pub use receipts::{Receipt, put_receipt, receipt, receipts_after, receipts_of};
pub use refusals::{put_refusal, refusal};
pub use returns::{Return, home_of_return, put_return, return_of, returns_of};
pub use verdicts::{Stored, put_verdict, verdict, verdicts_after};

/// The tables of this room.
pub static SCHEMA: store::Schema = store::Schema {
    room: "clearance",
    steps: &[
        include_str!("../../schema/001-clearance.sql"),
        include_str!("../../schema/002-refusal.sql"),
    ],
};
