//! Verdicts: pure functions of facts, rulebook and balances.
