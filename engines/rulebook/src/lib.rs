//! Parameters and rules by date; verdicts with reasons. Pure.
