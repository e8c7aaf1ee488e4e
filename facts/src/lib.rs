//! Facts: what systems tell each other.
//!
//! One module a writing system; each type says when it is written and what its fields hold.
//! A fact is versioned and never changed once written. Persons appear as keyed hashes only.

pub mod clearance;
pub mod setup;
