//! Values: what the rest of the house counts with.
//!
//! Money is integer 分 ([`Fen`]), a quantity is an integer of 1/100000 of its unit
//! ([`Quantity`]), a rate is parts per million ([`Rate`]), a day is a calendar day of
//! Shanghai ([`Day`]) and an instant a millisecond in UTC ([`Moment`]). Identifiers are
//! checked once, at the edge, by [`identifiers`]. What a check has to say is a
//! [`Finding`]: the code, the place, the values seen and wanted. Definition files are read key by
//! key with their lines by [`definition`].
//!
//! ```
//! use values::{Fen, Quantity};
//! let price: Fen = "218.00".parse().unwrap();
//! let cans: Quantity = "2".parse().unwrap();
//! assert_eq!(price.times(cans).unwrap().to_string(), "436.00");
//! ```
//!
//! This room never reads a clock, a file or a table, and never holds a float.

mod decimal;
pub mod definition;
mod fact;
mod finding;
pub mod identifiers;
mod mask;
mod money;
mod quantity;
mod rate;
mod time;
mod unseen;

pub use decimal::{NumberError, div_half_up, parse_scaled};
pub use definition::DefinitionError;
pub use fact::Fact;
pub use finding::{Finding, Paper, Weight};
pub use mask::{mask_identity, mask_name, mask_phone};
pub use money::{Fen, Price};
pub use quantity::Quantity;
pub use rate::Rate;
pub use time::{Day, Moment, TimeError};
pub use unseen::is_unseen;
