//! Transfers, and what becomes of a chain of them.

use journal::Fact;
use serde::{Deserialize, Serialize};
use store::{Fault, StoreError};

use crate::{Account, AccountKey};

/// A transfer's name: the number of the act that made it, and its slot in that act.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct TransferId {
    /// Number of the act; only grows.
    pub source: i64,
    /// Slot, from 0.
    pub slot: i64,
}

/// What a transfer does to its account. Amounts are above zero.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Step {
    /// Comes in.
    In,
    /// Goes out.
    Out,
    /// Is expected to come in, until the moment if one is given.
    ExpectIn,
    /// Is reserved to go out, until the moment if one is given.
    ReserveOut,
    /// What was expected or reserved happens: the amount of it; the rest is free again.
    Settle,
    /// What was expected or reserved will not happen.
    Void,
    /// As void, because its time was over.
    Expire,
}

impl Step {
    const NAMES: [(Self, &'static str); 7] = [
        (Self::In, "in"),
        (Self::Out, "out"),
        (Self::ExpectIn, "expect-in"),
        (Self::ReserveOut, "reserve-out"),
        (Self::Settle, "settle"),
        (Self::Void, "void"),
        (Self::Expire, "expire"),
    ];

    pub(crate) fn name(self) -> &'static str {
        Self::NAMES
            .iter()
            .find(|(step, _)| *step == self)
            .map_or("", |(_, name)| name)
    }

    pub(crate) fn named(name: &str) -> Result<Self, StoreError> {
        let step = Self::NAMES.iter().find(|(_, known)| *known == name);
        step.map(|(step, _)| *step).ok_or_else(|| {
            StoreError::new(Fault::Damaged, format!("unknown step {name} of a transfer"))
        })
    }
}

/// One movement on one account.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Transfer {
    /// Its name.
    pub id: TransferId,
    /// The account it moves.
    pub account: AccountKey,
    /// How.
    pub step: Step,
    /// How much, in the smallest unit.
    pub amount: i64,
    /// The reservation it settles or voids.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub of: Option<TransferId>,
    /// When a reservation lapses by itself, in milliseconds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<i64>,
    /// The ceiling of the law of the day, where the kind has one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ceiling: Option<i64>,
}

/// What the journal keeps of a chain: the transfers can be recomputed from it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChainPosted {
    /// The chain, in its order.
    pub transfers: Vec<Transfer>,
}

impl Fact for ChainPosted {
    const KIND: &'static str = "ledger.chain-posted";
    const VERSION: u16 = 1;
}

/// What became of a chain.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Posted {
    /// It happened now.
    Now,
    /// It had happened before, exactly so.
    Repeated,
}

/// Why nothing of a chain happened.
#[derive(Debug, Clone)]
pub enum Short {
    /// The account would not hold what its kind demands.
    Limit {
        /// Which transfer of the chain.
        at: usize,
        /// The sums before the chain's step.
        account: Account,
    },
    /// The database could not be read or written.
    Store(StoreError),
}

impl From<StoreError> for Short {
    fn from(error: StoreError) -> Self {
        Self::Store(error)
    }
}
