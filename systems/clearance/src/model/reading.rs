//! From the flat record of a message to a typed paper.

use messages::{Item, Record};
use serde::{Deserialize, Deserializer};
use values::{Day, Fen, Finding, Moment, NumberError, Price, Quantity};

use super::plain;

/// Reads the values of one record and collects what cannot be read.
///
/// Forms and lengths were checked by the message's own table; what is found here is what the table
/// cannot know: that money is counted in 分.
pub struct Reading<'r> {
    record: &'r Record,
    item: Option<Item<'r>>,
    findings: Vec<Finding>,
}

impl<'r> Reading<'r> {
    /// Begins with the head of `record`.
    #[must_use]
    pub fn of(record: &'r Record) -> Self {
        Self {
            record,
            item: None,
            findings: Vec::new(),
        }
    }

    /// Goes on with that line of goods.
    pub fn line(&mut self, item: Item<'r>) {
        self.item = Some(item);
    }

    /// The text of a field, empty where it is absent.
    #[must_use]
    pub fn text(&self, field: &'static str) -> String {
        self.maybe(field).unwrap_or_default()
    }

    /// A code or number that something is filed under, in its [plain] form; empty where it is absent.
    #[must_use]
    pub fn code(&self, field: &'static str) -> String {
        self.maybe_code(field).unwrap_or_default()
    }

    /// A code or number that something is filed under, in its [plain] form, where there is one.
    #[must_use]
    pub fn maybe_code(&self, field: &'static str) -> Option<String> {
        let text = self.raw(field)?;
        Some(plain(text).into_owned()).filter(|code| !code.is_empty())
    }

    /// The text of a field, where there is one.
    #[must_use]
    pub fn maybe(&self, field: &'static str) -> Option<String> {
        self.raw(field)
            .map(str::trim)
            .filter(|text| !text.is_empty())
            .map(str::to_owned)
    }

    /// An amount of money; absent is nothing.
    pub fn fen(&mut self, field: &'static str) -> Fen {
        self.number(field).unwrap_or_default()
    }

    /// A unit price; absent is nothing.
    pub fn price(&mut self, field: &'static str) -> Price {
        self.number(field).unwrap_or_default()
    }

    /// A quantity; absent is nothing.
    pub fn quantity(&mut self, field: &'static str) -> Quantity {
        self.number(field).unwrap_or_default()
    }

    /// A quantity, where there is one.
    pub fn maybe_quantity(&mut self, field: &'static str) -> Option<Quantity> {
        self.maybe(field)?;
        self.number(field)
    }

    /// An amount, where there is one.
    pub fn maybe_fen(&mut self, field: &'static str) -> Option<Fen> {
        self.maybe(field)?;
        self.number(field)
    }

    /// A small count (`gnum`), however it is written (`2`, `2.0`); absent is 0.
    #[must_use]
    pub fn count(&self, field: &'static str) -> u32 {
        let text = self.raw(field).unwrap_or_default().trim();
        let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
        let zeros = fraction.bytes().all(|digit| digit == b'0');
        whole.parse().ok().filter(|_| zeros).unwrap_or(0)
    }

    /// An instant of the wire.
    #[must_use]
    pub fn moment(&self, field: &'static str) -> Moment {
        self.raw(field)
            .and_then(|text| Moment::from_wire(text).ok())
            .unwrap_or_default()
    }

    /// A day of the wire.
    #[must_use]
    pub fn day(&self, field: &'static str) -> Option<Day> {
        self.raw(field).and_then(|text| Day::from_wire(text).ok())
    }

    /// What could not be read.
    #[must_use]
    pub fn findings(self) -> Vec<Finding> {
        self.findings
    }

    fn raw(&self, field: &str) -> Option<&'r str> {
        match self.item {
            Some(item) => item.get(field),
            None => self.record.get(field),
        }
    }

    fn number<T: std::str::FromStr<Err = NumberError>>(
        &mut self,
        field: &'static str,
    ) -> Option<T> {
        let text = self.raw(field)?.trim();
        match text.parse() {
            Ok(value) => Some(value),
            Err(error) => {
                let code = if error == NumberError::TooFine {
                    crate::problems::MONEY_FINE
                } else {
                    crate::problems::NUMBER
                };
                let mut finding = Finding::refused(code)
                    .of(self.record.message().number.as_str().to_owned())
                    .at(field)
                    .saw(text);
                finding.paper.item = self.item.map(Item::number);
                self.findings.push(finding);
                None
            }
        }
    }
}

/// A code or number of a filing, which is filed in its [plain] form.
pub(crate) fn code<'de, D: Deserializer<'de>>(from: D) -> Result<String, D::Error> {
    Ok(plain(&String::deserialize(from)?).into_owned())
}

/// The same, where there is one.
pub(crate) fn maybe_code<'de, D: Deserializer<'de>>(from: D) -> Result<Option<String>, D::Error> {
    let text = Option::<String>::deserialize(from)?;
    Ok(text.map(|text| plain(&text).into_owned()))
}
