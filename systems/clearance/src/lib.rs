//! Clearance: retail imports (1210, 1239, 9610) from their papers to release and after.

pub mod cases;
pub mod decide;
pub mod quote;
