//! Ledger: accounts and transfers, for whatever may be spent only once.
//!
//! An [`Account`] is four sums: what came in and what went out, each posted or pending. A
//! [`Transfer`] moves one account by one [`Step`]; a chain of transfers happens whole or not at
//! all. Each [`Kind`] of account says once and for all what it must hold ([`Limit`]): stock and
//! guarantee are *covered* (nothing leaves that is not there), a quota has a *ceiling* (given
//! with the transfer, since the law of the day sets it). All of it is integers.
//!
//! | | in posted | in pending | out pending | out posted |
//! |---|---|---|---|---|
//! | quota of a person | spent | reserved | | given back |
//! | stock of an item | came in | expected in | reserved | left |
//! | guarantee of a firm | deposited | | frozen | charged |
//!
//! A transfer's id is the number of the act and a slot in it: the same id again changes nothing
//! ([`Posted::Repeated`]), the same id with other content is a fault. History is kept: sums can
//! be recomputed from the transfers at any time ([`verify`]).
//!
//! The ledger never knows what a kind is for, and never asks for the time.

mod account;
mod book;
mod sums;
mod transfer;
mod verify;

pub use account::{Account, AccountKey, Kind, Limit};
pub use book::Ledger;
pub use sums::{account, accounts, each_account, last_source};
pub use transfer::{ChainPosted, Posted, Short, Step, Transfer, TransferId};
pub use verify::{CODES, Difference, Told, verify};

/// The tables of this room.
pub static SCHEMA: store::Schema = store::Schema {
    room: "ledger",
    steps: &[include_str!("../schema/001-ledger.sql")],
};

#[cfg(test)]
mod tests;
