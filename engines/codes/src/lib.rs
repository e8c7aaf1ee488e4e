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
//! ```
//! use codes::{Codes, Standing};
//! let tables = r#"
//! [[table]]
//! name = "currencies"
//! title = { zh = "币制", en = "Currencies" }
//! key = "code"
//! [[table.edition]]
//! file = "codes/currencies.csv"
//! from = 2016-04-08
//! superseded_from = 2026-01-01
//! source = "an example"
//! trust = "design"
//! "#;
//! let codes = Codes::load([
//!     ("codes/tables.toml", tables),
//!     ("codes/currencies.csv", "code,name_zh\n142,人民币\n"),
//!     ("codes/consumption.toml", "rule = []"),
//! ])
//! .unwrap();
//! let day = "2026-10-05".parse().unwrap();
//! let (row, standing) = codes.answer("currencies", "142", day).known().unwrap();
//! assert_eq!(row.name(), "人民币");
//! assert!(matches!(standing, Standing::Older { .. }));
//!
//! let (codes, changes) = codes
//!     .with_edition("currencies", day, "code,name_zh\n142,元\n", true)
//!     .unwrap();
//! assert_eq!(changes.changed[0].cells[0].2, "元");
//! assert_eq!(codes.answer("currencies", "142", day).known().unwrap().1, Standing::Current);
//! ```
//!
//! # The text of an edition
//! UTF-8 CSV with a header; columns in any order, others are left out and told. The tariff
//! needs `hs10,name_zh,mfn_rate,consumption_tax_rate,vat_rate,unit1,unit2` (rates as shares of
//! one, `0.13`; `unit2` may be empty; `documents` may follow), the positive list
//! `hs8,name_zh,note_zh` (`from,to,trust,source` may follow), a calendar `day,kind,name_zh`
//! (`off` or `work`), any other table the columns it has.
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
    LIST_INCOMPLETE,
];

pub(crate) const NO_EDITION: &str = "code.no-edition";
pub(crate) const NO_TABLE: &str = "code.no-table";
pub(crate) const HEADER: &str = "codes.header";
pub(crate) const ROW: &str = "codes.row";
pub(crate) const DUPLICATE: &str = "codes.duplicate";
pub(crate) const EDITION_EXISTS: &str = "codes.edition-exists";
pub(crate) const OLDER_EDITION: &str = "codes.older-edition";
/// A note of whoever asks about a code that a partial table lacks: it knows the field.
pub const LIST_INCOMPLETE: &str = "code.list-incomplete";

/// Tables that this room knows by name, since they carry more than texts.
const TARIFF: &str = "tariff";
const POSITIVE_LIST: &str = "positive_list";
const CALENDAR: &str = "calendar";
const CALENDAR_ZONE: &str = "calendar_xizang";
const UNITS: &str = "units";
