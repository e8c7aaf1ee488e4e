//! All tables together: loading, asking, laying a new edition.

use std::sync::Arc;

use values::{Day, DefinitionError, Finding};

use crate::{
    Answer, CALENDAR, CALENDAR_ZONE, Changes, Consumption, EDITION_EXISTS, Listing, Missing,
    POSITIVE_LIST, Row, Standing, TARIFF, TableInfo, Tariff, UNITS, changes,
    edition::{Figures, Subject},
    load::Loading,
    table::Table,
    tariff,
};

/// Every code table with its editions. Cheap to clone; never changes.
#[derive(Debug, Clone)]
pub struct Codes {
    /// By name.
    tables: Vec<Arc<Table>>,
    consumption: Arc<[Consumption]>,
}

impl Codes {
    /// Reads `codes/tables.toml`, the tables it names and `codes/consumption.toml` from
    /// (path below `definitions/`, text); paths of other rooms are left alone.
    ///
    /// # Errors
    /// Every fault found, each with file and line.
    pub fn load<'a>(
        files: impl IntoIterator<Item = (&'a str, &'a str)>,
    ) -> Result<Self, Vec<DefinitionError>> {
        let (tables, consumption) = Loading::of(files).run()?;
        Ok(Self {
            tables,
            consumption: consumption.into(),
        })
    }

    /// What `table` says of `code` on `day`.
    #[must_use]
    pub fn answer(&self, table: &str, code: &str, day: Day) -> Answer<'_> {
        match self.table(table) {
            Ok(table) => table.answer(code, day),
            Err(_) => Answer::NoTable,
        }
    }

    /// Every row of `table` on `day`, in the order of the file.
    ///
    /// # Errors
    /// The day has no edition, or there is no such table.
    pub fn rows(&self, table: &str, day: Day) -> Result<(Vec<Row<'_>>, Standing), Missing> {
        self.table(table)?.rows(day)
    }

    /// The tariff line of a ten-digit code.
    ///
    /// # Errors
    /// The code is unknown on that day, or the day has no edition.
    pub fn tariff(&self, hs10: &str, day: Day) -> Result<(Tariff<'_>, Standing), Missing> {
        let (edition, row, standing) = self.table(TARIFF)?.find(hs10, day)?;
        let Figures::Rates(rates) = &edition.figures else {
            unreachable!("an edition of the tariff is built with its rates")
        };
        let line = tariff::line(&edition.grid, row, rates[row]);
        Ok((line, standing))
    }

    /// What the positive list says of a code of eight or ten digits.
    ///
    /// # Errors
    /// The day comes before the first edition.
    pub fn listed(&self, hs: &str, day: Day) -> Result<Listing<'_>, Missing> {
        let table = self.table(POSITIVE_LIST)?;
        let (base, _) = table.base(day)?;
        let complete = base.frame.complete;
        match table.find(hs.get(..8).unwrap_or(hs), day) {
            Ok((edition, row, standing)) => {
                let Figures::Entries(entries) = &edition.figures else {
                    unreachable!("an edition of the list is built with its entries")
                };
                Ok(Listing {
                    complete,
                    entry: Some(&entries[row]),
                    standing,
                })
            }
            Err(Missing::Unknown { standing, .. }) => Ok(Listing {
                complete,
                entry: None,
                standing,
            }),
            Err(missing) => Err(missing),
        }
    }

    /// The threshold and specific part of the consumption tax of a code, where it has any.
    #[must_use]
    pub fn consumption(&self, hs10: &str, day: Day) -> Option<&Consumption> {
        self.consumption.iter().find(|rule| rule.covers(hs10, day))
    }

    /// Every rule of the consumption tax, for pages that show them.
    #[must_use]
    pub fn consumption_rules(&self) -> &[Consumption] {
        &self.consumption
    }

    /// The declaration elements of a ten-digit code (`1品牌类型;2出口享惠情况;…`).
    ///
    /// # Errors
    /// The code is unknown on that day, or the day has no edition.
    pub fn elements(&self, hs10: &str, day: Day) -> Result<(&str, Standing), Missing> {
        let (row, standing) = self.answer("elements", hs10, day).known()?;
        let (set, _) = self
            .answer("element_sets", row.get("set").unwrap_or_default(), day)
            .known()?;
        Ok((set.name(), standing))
    }

    /// Whether `day` is a day of rest: a weekend or a day off, and no make-up work day. Days
    /// off of the zone count too.
    ///
    /// # Errors
    /// The calendar does not reach back to that day. How far it reaches ahead, the standing
    /// tells: [`Standing::Older`] means that the year is not published here.
    pub fn rests(&self, day: Day) -> Result<(bool, Standing), Missing> {
        let key = day.to_string();
        let standing = self.table(CALENDAR)?.base(day)?.1;
        let kind = |table: &str| {
            self.answer(table, &key, day)
                .row()
                .and_then(|row| row.get("kind"))
        };
        let rests = match kind(CALENDAR_ZONE).or_else(|| kind(CALENDAR)) {
            Some(kind) => kind == "off",
            None => weekend(day),
        };
        Ok((rests, standing))
    }

    /// These tables with one edition more: all of `csv`, or nothing.
    ///
    /// `full` says that the text is the whole table; otherwise its rows lie over the edition
    /// that stands on `from`, and what they do not name keeps its old standing. The same text
    /// for the same day again changes nothing.
    ///
    /// # Errors
    /// No such table, a faulty header or row (each with its line), a code twice, or an edition
    /// of that day with other content.
    pub fn with_edition(
        &self,
        table: &str,
        from: Day,
        csv: &str,
        full: bool,
    ) -> Result<(Self, Changes), Vec<Finding>> {
        let Ok(held) = self.table(table) else {
            return Err(Missing::NoTable.finding(table, from).into_iter().collect());
        };
        let read = changes::read(held, from, csv, full, |grid| {
            match (held.shape.subject, self.table(UNITS)) {
                (Subject::Tariff, Ok(units)) => {
                    tariff::check_units(grid, |unit| units.find(unit, from).is_ok())
                }
                _ => Vec::new(),
            }
        })?;
        if let Some(there) = held
            .editions
            .iter()
            .find(|edition| edition.frame.from == from)
        {
            if there.grid == read.edition.grid && there.frame.full == full {
                return Ok((
                    self.clone(),
                    Changes {
                        ignored: read.ignored,
                        ..Changes::default()
                    },
                ));
            }
            return Err(vec![
                Finding::refused(EDITION_EXISTS)
                    .saw(from)
                    .with("table", table)
                    .with("from", from),
            ]);
        }
        let changes = Changes {
            ignored: read.ignored,
            ..changes::between(held, &read.edition)
        };
        let newer = Arc::new(held.with(read.edition));
        let mut codes = self.clone();
        for place in codes.tables.iter_mut().filter(|place| place.name == table) {
            *place = Arc::clone(&newer);
        }
        Ok((codes, changes))
    }

    /// Every table, by name, with its editions.
    #[must_use]
    pub fn tables(&self) -> Vec<TableInfo> {
        self.tables.iter().map(|table| table.info()).collect()
    }

    fn table(&self, name: &str) -> Result<&Table, Missing> {
        let at = self
            .tables
            .binary_search_by(|table| table.name.as_str().cmp(name));
        at.map(|at| self.tables[at].as_ref())
            .map_err(|_| Missing::NoTable)
    }
}

fn weekend(day: Day) -> bool {
    // 1970-01-05 was a Monday.
    let monday = Day::new(1970, 1, 5).expect("a day of the calendar");
    monday.until(day).rem_euclid(7) >= 5
}
