//! Journeys: the program from outside, command by command, as a firm and an officer use it.

#![allow(
    clippy::unwrap_used,
    reason = "a test that cannot go on says so by failing"
)]

mod astray;
mod damage;
mod definitions;
mod editions;
mod keys;
mod language;
mod mistakes;
mod night;
mod office;
mod options;
mod person;
mod refused;
mod repeats;
mod returns;
mod setups;
mod shown;
mod two_cans;
mod zone;

#[path = "../program/mod.rs"]
mod program;
