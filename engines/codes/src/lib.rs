//! Code tables, by date. Pure.
