//! The rulebook on one day.

use values::{Day, Fen, Finding, Quantity, Rate};

use crate::{Basis, Form, Rule, Rulebook, Value};

/// The law has no value for that day, so nothing is decided on a guess.
pub const NO_VALUE: &str = "rule.no-value";

/// What holds on one day. Cheap to copy.
#[derive(Debug, Clone, Copy)]
pub struct Law<'a> {
    book: &'a Rulebook,
    day: Day,
}

impl<'a> Law<'a> {
    pub(crate) fn new(book: &'a Rulebook, day: Day) -> Self {
        Self { book, day }
    }

    /// The day.
    #[must_use]
    pub fn day(self) -> Day {
        self.day
    }

    /// The rulebook it is taken from.
    #[must_use]
    pub fn book(self) -> &'a Rulebook {
        self.book
    }

    /// Yuan.
    ///
    /// # Errors
    /// [`NO_VALUE`] where the parameter has no such value on the day; so for all below.
    pub fn money(self, id: &str) -> Result<Fen, Finding> {
        match self.value(id) {
            Some(&Value::Money(money)) => Ok(money),
            _ => Err(self.missing(id)),
        }
    }

    /// A share of one.
    ///
    /// # Errors
    /// As [`Law::money`].
    pub fn rate(self, id: &str) -> Result<Rate, Finding> {
        match self.value(id) {
            Some(&Value::Rate(rate)) => Ok(rate),
            _ => Err(self.missing(id)),
        }
    }

    /// Whole hours, days or pieces.
    ///
    /// # Errors
    /// As [`Law::money`].
    pub fn count(self, id: &str) -> Result<i64, Finding> {
        match self.value(id) {
            Some(&Value::Count(count)) => Ok(count),
            _ => Err(self.missing(id)),
        }
    }

    /// Kilograms.
    ///
    /// # Errors
    /// As [`Law::money`].
    pub fn quantity(self, id: &str) -> Result<Quantity, Finding> {
        match self.value(id) {
            Some(&Value::Quantity(quantity)) => Ok(quantity),
            _ => Err(self.missing(id)),
        }
    }

    /// On or off; off where the law says nothing of the day.
    #[must_use]
    pub fn switch(self, id: &str) -> bool {
        matches!(self.value(id), Some(Value::Switch(true)))
    }

    /// A word.
    ///
    /// # Errors
    /// As [`Law::money`].
    pub fn text(self, id: &str) -> Result<&'a str, Finding> {
        match self.value(id) {
            Some(Value::Text(text)) => Ok(text),
            _ => Err(self.missing(id)),
        }
    }

    /// The value whatever its unit, for pages and for the record of what was used.
    #[must_use]
    pub fn value(self, id: &str) -> Option<&'a Value> {
        self.book
            .parameter(id)?
            .on(self.day)
            .map(|dated| &dated.value)
    }

    /// The form of a rule in force on the day.
    #[must_use]
    pub fn form(self, rule: &str) -> Option<&'a Form> {
        self.book.rule(rule)?.form_on(self.day)
    }

    /// The rules that have a form in force on the day.
    pub fn forms(self) -> impl Iterator<Item = (&'a Rule, &'a Form)> {
        self.book
            .rules
            .iter()
            .filter_map(move |rule| Some((rule, rule.form_on(self.day)?)))
    }

    /// The ground of a rule or parameter on the day.
    #[must_use]
    pub fn basis(self, id: &str) -> Option<&'a Basis> {
        match self.book.rule(id) {
            Some(rule) => Some(rule.basis_on(self.day)),
            None => self
                .book
                .parameter(id)?
                .on(self.day)
                .map(|dated| &dated.basis),
        }
    }

    fn missing(self, id: &str) -> Finding {
        Finding::refused(NO_VALUE)
            .with("parameter", id)
            .with("day", self.day)
    }
}
