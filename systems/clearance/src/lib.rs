//! Clearance: retail imports (1210, 1239, 9610) from their papers to release and after.
//!
//! Order 311, payment 411, waybill 511 and list 621 come in any order ([`acts::receive`]); when a
//! dossier is whole it is judged by a pure function ([`decide::assess`]) and what the verdict takes
//! (quota, weights, stock, guarantee) is posted to the ledger. Withdrawal 623, return 625, the
//! officer's act and the clock move it on. Every step leaves a fact in the journal and a receipt in
//! customs' own form.
//!
//! Clauses of the plan: 1.2, 1.3, 1.12, 3.1, 7.4, 12.4, 16.3, 16.5 (import, own site).

pub mod acts;
pub mod cases;
pub mod decide;
pub mod model;
pub mod problems;
pub mod quote;
pub mod show;
pub mod store;

pub use crate::{decide::functions, store::SCHEMA};

/// Codes this room raises, by what raises them: forms of rules, and the road itself.
pub const RAISES: [&[&str]; 2] = [decide::CODES, problems::RAISED];
