//! A day at the zone: several platforms, sellers, brokers, carriers and payment firms file
//! parcels in any order, and about one in twelve has something planted in it.

mod faults;
mod planting;
mod sending;
mod shopper;

use values::{Day as Date, Moment};

pub use faults::{Expected, FAULTS, Fault};

use crate::dice::Dice;
use crate::setup::setup_toml;
use planting::Filing;
use shopper::Shopper;

/// Parcels in a hundred that have something planted.
const PLANTED_SHARE: usize = 8;
/// From so many parcels on every fault occurs.
const EVERY_FAULT: usize = 100;

/// A synthetic day. The same three arguments give the same bytes.
#[derive(Debug, Clone)]
pub struct Day {
    /// The day the lists are declared; orders, payments and waybills are of its eve.
    pub date: Date,
    /// No paper is dated later than this: process the messages at this time or after it.
    pub opens: Moment,
    /// What has to be in place before, for `chama setup`.
    pub setup_toml: String,
    /// File name and content, in sending order; the names sort in that order.
    pub messages: Vec<(String, Vec<u8>)>,
    /// So many of the messages, from the first, can be sent in any order; the rest holds what
    /// must find them dealt with, like the parcel that goes over the year's limit.
    pub any_order: usize,
    /// Every parcel and how it must end.
    pub planted: Vec<Planted>,
}

/// One parcel of the day and how it must end.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Planted {
    /// Key of the order: platform and order number, joined by `/`.
    pub order: String,
    /// Key of the list: declaring firm and its own number.
    pub declaration: String,
    /// What is wrong with it; `None` for an honest parcel.
    pub fault: Option<Fault>,
    /// How it must end.
    pub expected: Expected,
}

impl Day {
    /// A day of so many parcels.
    ///
    /// From 100 parcels on each fault occurs at least once; a small day has some of them.
    #[must_use]
    pub fn new(parcels: usize, seed: u64, date: Date) -> Self {
        let mut shopper = Shopper::new(Dice::new(seed), date);
        let mut plan = plan(parcels);
        shopper.dice.shuffle(&mut plan);
        let filings: Vec<Filing> = plan
            .into_iter()
            .flat_map(|fault| match fault {
                Some(fault) => planting::plant(fault, &mut shopper),
                None => vec![Filing::honest(shopper.honest().papers())],
            })
            .collect();
        let opens = date.start().plus_ms(300_000);
        let (messages, any_order) = sending::messages(&filings, opens, &mut shopper.dice);
        Self {
            date,
            opens,
            setup_toml: setup_toml(parcels as u64),
            messages,
            any_order,
            planted: filings.iter().map(Planted::of).collect(),
        }
    }
}

impl Planted {
    fn of(filing: &Filing) -> Self {
        Self {
            order: filing.parcel.order.key(),
            declaration: filing.parcel.declaration.key(),
            fault: filing.fault,
            expected: filing.fault.map_or(Expected::Released, Fault::expected),
        }
    }
}

/// What each parcel, or group of parcels, of the day is about; `None` is an honest one.
fn plan(parcels: usize) -> Vec<Option<Fault>> {
    let least = if parcels >= EVERY_FAULT {
        FAULTS.len()
    } else {
        0
    };
    let wanted = (parcels * PLANTED_SHARE / 100).max(least);
    let mut left = parcels;
    let mut plan = Vec::new();
    for (fault, _) in FAULTS.iter().cycle().take(wanted) {
        if let Some(rest) = left.checked_sub(fault.parcels()) {
            left = rest;
            plan.push(Some(*fault));
        }
    }
    plan.extend(std::iter::repeat_n(None, left));
    plan
}
