//! Code tables, by date.
//!
//! A table (`countries`, `units`, `tariff` …) has editions; each starts on a day and stands
//! until the next one. Every question names its day, and the [`Answer`] says whether the
//! edition that answered is the one of that day ([`Standing::Current`]) or an older one that
//! stands because nothing newer is loaded ([`Standing::Older`]). A day before the first
//! edition is [`Answer::NoEdition`]: nothing is guessed.
//!
//! The types to know: [`Codes`] holds everything and is cheap to clone; [`Row`] is one line
//! of a table; [`Tariff`], [`Listing`] and [`Consumption`] are the three subjects that carry
//! figures. [`Codes::with_edition`] lays a newer edition beside the others, whole or not at all.
//!
//! This room reads no file and no clock: it is handed texts and days.

mod answer;
mod changes;
mod codes;
mod consumption;
mod descriptor;
mod edition;
mod fault;
mod grid;
mod info;
mod listing;
mod load;
mod row;
mod table;
mod tariff;

pub use answer::{Answer, Missing, Standing};
pub use codes::Codes;
pub use consumption::{Consumption, Measure, Specific, Threshold};
pub use info::{Change, Changes, EditionInfo, TableInfo, Trust};
pub use listing::{Entry, ListNote, Listing};
pub use row::Row;
pub use tariff::Tariff;

/// Codes of the problems this room raises; each has its record in `rules/codes.toml`.
pub const CODES: &[&str] = &[
    NO_EDITION,
    NO_TABLE,
    HEADER,
    ROW,
    DUPLICATE,
    EDITION_EXISTS,
    OLDER_EDITION,
];

pub(crate) const NO_EDITION: &str = "code.no-edition";
pub(crate) const NO_TABLE: &str = "code.no-table";
pub(crate) const HEADER: &str = "codes.header";
pub(crate) const ROW: &str = "codes.row";
pub(crate) const DUPLICATE: &str = "codes.duplicate";
pub(crate) const EDITION_EXISTS: &str = "codes.edition-exists";
pub(crate) const OLDER_EDITION: &str = "codes.older-edition";

/// Tables that this room knows by name, since they carry more than texts.
const TARIFF: &str = "tariff";
const POSITIVE_LIST: &str = "positive_list";
const CALENDAR: &str = "calendar";
const CALENDAR_ZONE: &str = "calendar_xizang";
const UNITS: &str = "units";
