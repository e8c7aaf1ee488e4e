//! Synthetic firms, persons and parcels with lawful defaults; a day at the zone.
//!
//! A test names only what matters to it. [`order`], [`payment`], [`waybill`] and
//! [`declaration`] are four papers of one lawful parcel, so a change to one of them is the
//! only thing wrong:
//!
//! ```
//! let xml = testkit::order().no("A1").paid("475.69").xml();
//! assert!(xml.contains("<ceb:acturalPaid>475.69</ceb:acturalPaid>"));
//! ```
//!
//! | to get | take |
//! |---|---|
//! | one paper | [`order`], [`payment`], [`waybill`], [`declaration`], [`withdrawal`], [`return_`], [`arrival`], [`status`] |
//! | four papers that agree | [`Parcel::lawful`], or a [`Purchase`] told what differs |
//! | a whole day with planted faults | [`Day`] |
//! | many cheap lawful parcels | [`Load`] |
//! | the setup file they need | [`setup_toml`] |
//! | a folder that goes with the test | [`Place`] |
//!
//! The messages are built as plain text and the sums are worked out here a second time. This
//! room stands on `values` alone, so a fault of the engines cannot hide itself in the papers
//! that test them. The same call gives the same bytes on every machine: there is no clock and
//! no chance in it that the caller did not name.
//!
//! Every person is made up (born 1900-01-01) and so is every firm.

mod builders;
pub mod cast;
pub mod day;
mod dice;
pub mod digits;
pub mod goods;
mod load;
mod paper;
mod parcel;
mod place;
mod purchase;
mod setup;
pub mod tax;

pub use builders::{
    arrival, declaration, declaration_by, order, payment, return_, status, waybill, withdrawal,
};
pub use day::{Day, Expected, Fault, Planted};
pub use load::{Load, LoadBatch};
pub use paper::{Block, Paper, Shape, batch};
pub use parcel::Parcel;
pub use place::Place;
pub use purchase::{Bought, Mode, Purchase};
pub use setup::setup_toml;
