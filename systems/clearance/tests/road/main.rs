//! The main road walked in one process: papers in any order, what holds them up, what frees them,
//! what takes them back.

#![allow(
    clippy::unwrap_used,
    reason = "a test that cannot go on says so by failing"
)]

mod again;
mod amounts;
mod arrival;
mod centre;
mod changed;
mod conflicts;
mod counted;
mod counters;
mod day;
mod deleted;
mod dollar;
mod doubts;
mod filed;
mod gifts;
mod held;
mod known;
mod legal;
mod limits;
mod mended;
mod numbers;
mod officer;
mod replayed;
mod returned;
mod saved;
mod senders;
mod sentences;
mod shown;
mod signature;
mod spelled;
mod split;
mod spoilable;
mod spoiled;
mod strangers;
mod sums;
mod times;
mod two_cans;
mod waiting;
mod withdrawn;
