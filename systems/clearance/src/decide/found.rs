//! What a check finds.

use values::Finding;

/// What a check of one line finds; `Err` where the law has no value for the day.
pub(crate) type Verdict = Result<Option<Finding>, Finding>;

/// What a check of an order or a return finds.
pub(crate) type Found = Result<Vec<Finding>, Finding>;
