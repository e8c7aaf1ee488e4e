//! Faults: the program is killed, starved of disk and locked out, and what it acknowledged stands.

#![allow(
    clippy::unwrap_used,
    reason = "a test that cannot go on says so by failing"
)]

mod checker;
mod dice;
mod disk;
mod folder;
mod ground;
mod killed;
#[path = "../program/mod.rs"]
mod program;
