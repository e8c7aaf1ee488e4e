//! Figures of the law, with the days they held.

use std::fmt;

use values::{Day, Fen, Quantity, Rate};

use crate::{Basis, Title};

/// What a parameter measures, and so how its text is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Unit {
    /// Yuan, `"5000.00"`.
    Cny,
    /// A share of one, `"0.7"`.
    Rate,
    /// Whole hours, `72`.
    Hours,
    /// Whole days, `30`.
    Days,
    /// Kilograms, `"0.05"`.
    Kg,
    /// A plain whole number, `50`.
    Count,
    /// On or off.
    Switch,
    /// A word, such as the name of a policy.
    Text,
}

impl Unit {
    pub(crate) const WORDS: &[(&str, Self)] = &[
        ("CNY", Self::Cny),
        ("rate", Self::Rate),
        ("hours", Self::Hours),
        ("days", Self::Days),
        ("kg", Self::Kg),
        ("count", Self::Count),
        ("switch", Self::Switch),
        ("text", Self::Text),
    ];

    /// The word of the rule files.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Cny => "CNY",
            Self::Rate => "rate",
            Self::Hours => "hours",
            Self::Days => "days",
            Self::Kg => "kg",
            Self::Count => "count",
            Self::Switch => "switch",
            Self::Text => "text",
        }
    }

    /// Reads `text` as a value of this unit: a definition file's, or a setting's. No value is
    /// below zero; none when the text is not that.
    #[must_use]
    pub fn read(self, text: &str) -> Option<Value> {
        let value = match self {
            Self::Cny => text.parse().ok().map(Value::Money),
            Self::Rate => text.parse().ok().map(Value::Rate),
            Self::Hours | Self::Days | Self::Count => text.parse().ok().map(Value::Count),
            Self::Kg => text.parse().ok().map(Value::Quantity),
            Self::Switch => match text {
                "on" | "true" => Some(Value::Switch(true)),
                "off" | "false" => Some(Value::Switch(false)),
                _ => None,
            },
            Self::Text => (!text.trim().is_empty()).then(|| Value::Text(text.to_owned())),
        };
        value.filter(Value::is_not_negative)
    }
}

/// A value of a parameter. Its kind follows from the unit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    /// Of unit CNY.
    Money(Fen),
    /// Of unit rate.
    Rate(Rate),
    /// Of unit hours, days or count.
    Count(i64),
    /// Of unit kg.
    Quantity(Quantity),
    /// Of unit switch.
    Switch(bool),
    /// Of unit text.
    Text(String),
}

impl Value {
    fn is_not_negative(&self) -> bool {
        match self {
            Self::Money(Fen(size))
            | Self::Rate(Rate(size))
            | Self::Count(size)
            | Self::Quantity(Quantity(size)) => *size >= 0,
            Self::Switch(_) | Self::Text(_) => true,
        }
    }
}

impl fmt::Display for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Money(fen) => fen.fmt(f),
            Self::Rate(rate) => rate.fmt(f),
            Self::Count(count) => count.fmt(f),
            Self::Quantity(quantity) => quantity.fmt(f),
            Self::Switch(on) => f.write_str(if *on { "on" } else { "off" }),
            Self::Text(text) => f.write_str(text),
        }
    }
}

/// A figure of the law: one id, a value for each stretch of days.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Parameter {
    /// `import.single-limit`.
    pub id: String,
    /// Its name in both languages.
    pub title: Title,
    /// What it measures.
    pub unit: Unit,
    /// The values, by day; never empty, never overlapping.
    pub values: Vec<DatedValue>,
    /// File below `definitions/`, for the page of the rule.
    pub file: String,
    /// Line of the record.
    pub line: u32,
}

/// A value and the days it held.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DatedValue {
    /// The first day.
    pub from: Day,
    /// The last day; none where it holds until the next value, or still.
    pub to: Option<Day>,
    /// The value.
    pub value: Value,
    /// The ground.
    pub basis: Basis,
}

impl Parameter {
    /// The value in force on `day`.
    #[must_use]
    pub fn on(&self, day: Day) -> Option<&DatedValue> {
        let last = self.values.iter().rev().find(|value| value.from <= day)?;
        last.to.is_none_or(|to| day <= to).then_some(last)
    }
}
