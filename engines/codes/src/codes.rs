//! All tables together: loading, asking, laying a new edition.

use values::{Day, DefinitionError, Finding};

use crate::{Answer, Changes, Consumption, Listing, Missing, Row, Standing, TableInfo, Tariff};

/// Every code table with its editions. Cheap to clone; never changes.
#[derive(Debug, Clone)]
pub struct Codes;

impl Codes {
    /// Reads `codes/tables.toml`, the tables it names and `codes/consumption.toml` from
    /// (path below `definitions/`, text); other paths are left alone.
    ///
    /// # Errors
    /// Every fault found, each with file and line.
    pub fn load<'a>(
        _files: impl IntoIterator<Item = (&'a str, &'a str)>,
    ) -> Result<Self, Vec<DefinitionError>> {
        todo!()
    }

    /// What `table` says of `code` on `day`.
    #[must_use]
    pub fn answer(&self, _table: &str, _code: &str, _day: Day) -> Answer<'_> {
        todo!()
    }

    /// Every row of `table` on `day`, in the order of the file.
    ///
    /// # Errors
    /// The day has no edition, or there is no such table.
    pub fn rows(&self, _table: &str, _day: Day) -> Result<(Vec<Row<'_>>, Standing), Missing> {
        todo!()
    }

    /// The tariff line of a ten-digit code.
    ///
    /// # Errors
    /// The code is unknown on that day, or the day has no edition.
    pub fn tariff(&self, _hs10: &str, _day: Day) -> Result<(Tariff<'_>, Standing), Missing> {
        todo!()
    }

    /// What the positive list says of a code of eight or ten digits.
    ///
    /// # Errors
    /// The day comes before the first edition.
    pub fn listed(&self, _hs: &str, _day: Day) -> Result<Listing<'_>, Missing> {
        todo!()
    }

    /// The threshold and specific part of the consumption tax of a code, where it has any.
    #[must_use]
    pub fn consumption(&self, _hs10: &str, _day: Day) -> Option<&Consumption> {
        todo!()
    }

    /// The declaration elements of a ten-digit code (`1品牌类型;2出口享惠情况;…`).
    #[must_use]
    pub fn elements(&self, _hs10: &str, _day: Day) -> Option<&str> {
        todo!()
    }

    /// Whether `day` is a day of rest, weekends included.
    ///
    /// # Errors
    /// The calendar does not reach back to that day.
    pub fn rests(&self, _day: Day) -> Result<(bool, Standing), Missing> {
        todo!()
    }

    /// These tables with one edition more: all of `csv`, or nothing.
    ///
    /// `full` says that the text is the whole table; otherwise its rows lie over the edition
    /// that stands on `from`, and what they do not name keeps its old standing.
    ///
    /// # Errors
    /// No such table, a faulty header or row (each with its line), a code twice, or an edition
    /// of that day with other content.
    pub fn with_edition(
        &self,
        _table: &str,
        _from: Day,
        _csv: &str,
        _full: bool,
    ) -> Result<(Self, Changes), Vec<Finding>> {
        todo!()
    }

    /// Every table, by name, with its editions.
    #[must_use]
    pub fn tables(&self) -> Vec<TableInfo> {
        todo!()
    }
}
