//! The rulebook: what the law says on a day, and where it says so.
//!
//! Law is data. A *parameter* is a figure with the days it held (the single-transaction limit
//! was 2,000 yuan from 2016 and is 5,000 since 2019); a *rule* is a problem code with its title,
//! its owner and its basis. Where the law decides on the hot road, a rule has dated *forms*,
//! and each form names the Rust function that carries it out. Everything stands in
//! `definitions/rules/*.toml` and is checked when it is loaded, all faults at once, each with
//! its file and line.
//!
//! Four types to know: [`Rulebook`] holds all records, [`Law`] is the rulebook on one day,
//! [`Rule`] and [`Parameter`] are the records themselves.
//!
//! ```
//! use rulebook::Rulebook;
//! let file = r#"
//! [[parameter]]
//! id = "import.single-limit"
//! title.zh = "单次交易限值"
//! title.en = "Single transaction limit"
//! unit = "CNY"
//! [[parameter.value]]
//! from = 2016-04-08
//! value = "2000.00"
//! basis = { document = "财关税〔2016〕18号", clause = "三", certainty = "law" }
//! [[parameter.value]]
//! from = 2019-01-01
//! value = "5000.00"
//! basis = { document = "财关税〔2018〕49号", clause = "一", certainty = "law" }
//! "#;
//! let book = Rulebook::load([("rules/limits.toml", file)], &[], &[]).unwrap();
//! let law = book.at("2018-12-31".parse().unwrap());
//! assert_eq!(law.money("import.single-limit").unwrap().to_string(), "2000.00");
//! assert_eq!(book.at("2015-01-01".parse().unwrap()).money("import.single-limit").unwrap_err().code, "rule.no-value");
//! ```
//!
//! This room never guesses: a day without a value is a [`values::Finding`], not a default. It
//! reads no file, no clock and no message, and knows no system.

#![allow(
    clippy::result_large_err,
    reason = "the error is a Finding, which callers collect whole; a box would only move the cost"
)]

mod basis;
mod law;
mod load;
mod parameter;
mod rule;

use std::collections::HashMap;

use values::{Day, DefinitionError, Finding};

pub use basis::{Basis, Certainty};
pub use law::{Law, NO_VALUE};
pub use parameter::{DatedValue, Parameter, Unit, Value};
pub use rule::{Form, Ground, Owner, Rank, Rule, Title};

/// The codes this room itself raises, for the check that each has a record.
pub const CODES: &[&str] = &[NO_VALUE];

/// All parameters and rules, of every day.
#[derive(Debug, Clone, Default)]
pub struct Rulebook {
    parameters: Vec<Parameter>,
    rules: Vec<Rule>,
    parameter_at: HashMap<String, usize>,
    rule_at: HashMap<String, usize>,
}

impl Rulebook {
    /// Reads every `rules/*.toml` among `files` (path below `definitions/`, text).
    ///
    /// `functions` are the names of all registered rule functions, `raised` the codes that each
    /// room raises by itself. Lay changed files over the built-in ones by path before the call.
    ///
    /// # Errors
    /// All faults at once: text that is not TOML, keys that are not known or not there, a value
    /// that does not fit its unit, days that overlap or go back, an id given twice, a record
    /// without basis, a form whose function is not registered or a function without form, a
    /// parameter in `needs` that is not there, a code without record or a record nobody raises.
    pub fn load<'a>(
        files: impl IntoIterator<Item = (&'a str, &'a str)>,
        functions: &[&str],
        raised: &[(&str, &[&str])],
    ) -> Result<Self, Vec<DefinitionError>> {
        load::load(files, functions, raised)
    }

    /// The law of that day.
    #[must_use]
    pub fn at(&self, day: Day) -> Law<'_> {
        Law::new(self, day)
    }

    /// The record of a problem code.
    #[must_use]
    pub fn rule(&self, code: &str) -> Option<&Rule> {
        self.rule_at.get(code).map(|&at| &self.rules[at])
    }

    /// The record of a parameter.
    #[must_use]
    pub fn parameter(&self, id: &str) -> Option<&Parameter> {
        self.parameter_at.get(id).map(|&at| &self.parameters[at])
    }

    /// All rules, by file and then as they stand there.
    pub fn rules(&self) -> impl ExactSizeIterator<Item = &Rule> {
        self.rules.iter()
    }

    /// All parameters, by file and then as they stand there.
    pub fn parameters(&self) -> impl ExactSizeIterator<Item = &Parameter> {
        self.parameters.iter()
    }

    /// Puts findings in the order in which they are told: by weight, the heaviest first, then by
    /// the rank of the checks, then as the records stand, then by goods line. The first one's
    /// code is the code of the whole.
    pub fn rank(&self, findings: &mut [Finding]) {
        findings.sort_by_cached_key(|finding| {
            let at = self.rule_at.get(finding.code.as_ref()).copied();
            let rank = at.map(|at| self.rules[at].rank);
            (
                std::cmp::Reverse(finding.weight),
                rank.is_none(),
                rank,
                at,
                finding.paper.item,
            )
        });
    }

    fn index(&mut self) {
        let parameters = self.parameters.iter().enumerate();
        self.parameter_at = parameters.map(|(at, it)| (it.id.clone(), at)).collect();
        self.rule_at = self
            .rules
            .iter()
            .enumerate()
            .map(|(at, it)| (it.id.clone(), at))
            .collect();
    }
}
