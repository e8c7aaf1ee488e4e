//! The nouns of clearance: papers, books, states and the table of moves. Pure.

mod bill;
mod book;
mod dossier;
mod list;
mod order;
mod payment;
mod reading;
mod returned;
mod state;
mod tally;
mod waybill;

pub use bill::BillLine;
pub use book::{BookItem, Content};
pub use dossier::{Dossier, Home, plain};
pub use list::{List, ListLine, Mode};
pub use order::{Buyer, Consignee, Order, OrderLine};
pub use payment::Payment;
pub use reading::Reading;
pub(crate) use reading::{code, maybe_code};
pub use returned::{ReturnLine, Returned, Withdrawal};
pub use state::{MOVES, State};
pub use tally::{Delivered, Tally};
pub use waybill::Waybill;
