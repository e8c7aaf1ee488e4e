//! The tables of clearance. No other room reads or writes them.

mod bills;
mod counted;
mod counters;
mod declarations;
mod due;
mod editions;
mod filings;
mod papers;
mod receipts;
mod refusals;
mod returns;
mod verdicts;

use store::Value;

use crate::model::Home;

pub use bills::{Bill, DayTotal, bills_of, day_totals, put_bill};
pub use counted::{arrivals_of, count, each_counted, uncount};
pub use counters::Counters;
pub use declarations::{
    Declaration, by_serial, declaration, declarations_in, each_declaration, each_open, each_short,
    enter_short, leave_short, listed, open_count, put_declaration, short_of,
};
pub use due::{Due, done, due, each_due, first_due};
pub use editions::{Edition, editions, put_edition};
pub use filings::{Filings, Split, SubOrder, Watch, filing, filings_of, put_filing};
pub use papers::{
    Claimed, Paper, claim, claimed, each_claim, each_paper, papers_of, put_paper, put_raw,
    release_claim,
};
pub use receipts::{
    Receipt, ReceiptRow, Said, guid, home_of_asked, put_receipts, receipt, receipts_after,
    receipts_of,
};
pub use refusals::{Refusal, last_refusals, put_refusal, refusals_of};
pub use returns::{
    Return, home_of_return, open_return_count, open_returns, put_return, return_of, returns_of,
};
pub use verdicts::{Stored, put_verdict, verdict, verdicts_after};

/// A home as the first columns of a key.
fn key(home: &Home) -> [Value<'_>; 3] {
    [
        Value::Int(home.bucket()),
        Value::Text(home.issuer()),
        Value::Text(home.number()),
    ]
}

/// What is written into these tables and follows from nothing else: the journal tells it. Claims, what
/// was counted in, what falls due, open work and lines for more guarantee follow from papers and declarations.
pub(crate) static TOLD: [&store::Insert; 11] = [
    &papers::PAPER,
    &papers::RAW,
    &declarations::KEEP,
    &verdicts::INSERT,
    &receipts::INSERT,
    &bills::KEEP,
    &returns::KEEP,
    &refusals::KEEP,
    &filings::PUT,
    &editions::PUT,
    &counters::KEEP,
];

/// The tables of this room.
pub static SCHEMA: store::Schema = store::Schema {
    room: "clearance",
    steps: &[
        include_str!("../../schema/001-clearance.sql"),
        include_str!("../../schema/002-refusal.sql"),
        include_str!("../../schema/003-edition-loaded.sql"),
        include_str!("../../schema/004-asked.sql"),
        include_str!("../../schema/005-counted.sql"),
    ],
};
