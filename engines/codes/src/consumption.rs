//! Consumption tax beyond its rate: thresholds and specific amounts, by code and day.

use serde::Deserialize;
use toml::{Spanned, value::Datetime};
use values::{
    Day, DefinitionError, Price, Quantity,
    definition::{ENTRY, fault},
};

use crate::{
    Trust,
    descriptor::{self, Title},
};

pub(crate) const FILE: &str = "codes/consumption.toml";

/// What a threshold counts its price by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Measure {
    /// A millilitre of content.
    Millilitre,
    /// A gram of content.
    Gram,
    /// A 片 or 张 of content.
    Sheet,
    /// An article as it is sold.
    Piece,
}

/// Below this price the goods bear no consumption tax.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Threshold {
    /// Taxed from this price on, in yuan for one of `per`.
    pub at_least: Price,
    /// What the price is counted by.
    pub per: Measure,
}

/// The specific part of the tax.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Specific {
    /// None: the rate is all.
    None,
    /// Yuan a litre.
    PerLitre {
        /// The amount for a litre.
        amount: Price,
    },
    /// Yuan a tonne, where a tonne is so many litres.
    PerTonne {
        /// The amount for a tonne.
        amount: Price,
        /// Litres in a tonne.
        litres: Quantity,
    },
    /// Yuan a tonne by the dutiable price of a tonne.
    ByPrice {
        /// Litres in a tonne.
        litres: Quantity,
        /// US dollars a tonne from which the higher amount is due.
        usd: Price,
        /// The amount for a tonne at or above that price.
        at_or_above: Price,
        /// The amount for a tonne below it.
        below: Price,
    },
}

/// The rule for some codes over some time. The ad-valorem rate stands in the tariff.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Consumption {
    /// Its name in the file: `cosmetics`.
    pub id: String,
    /// What the goods are called, in Chinese.
    pub title_zh: String,
    /// What the goods are called, in English.
    pub title_en: String,
    /// Codes, or beginnings of codes, that it holds for.
    pub scope: Vec<String>,
    /// Codes, or beginnings of codes, inside the scope that it does not hold for.
    pub except: Vec<String>,
    /// First day.
    pub from: Day,
    /// Last day, where known.
    pub to: Option<Day>,
    /// Thresholds; the one whose measure fits the goods counts. None: taxed at any price.
    pub thresholds: Vec<Threshold>,
    /// The specific part.
    pub specific: Specific,
    /// The document it stands on.
    pub document: String,
    /// How sure it is.
    pub trust: Trust,
}

impl Consumption {
    /// The price from which the goods are taxed when their content is counted by `per`.
    #[must_use]
    pub fn threshold(&self, per: Measure) -> Option<Price> {
        self.thresholds
            .iter()
            .find(|threshold| threshold.per == per)
            .map(|threshold| threshold.at_least)
    }

    pub(crate) fn covers(&self, hs: &str, day: Day) -> bool {
        let among = |codes: &[String]| codes.iter().any(|code| hs.starts_with(code.as_str()));
        self.from <= day
            && self.to.is_none_or(|to| day <= to)
            && among(&self.scope)
            && !among(&self.except)
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Rules {
    rule: Vec<Spanned<RuleText>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RuleText {
    id: String,
    title: Title,
    scope: Vec<String>,
    #[serde(default)]
    except: Vec<String>,
    from: Spanned<Datetime>,
    to: Option<Spanned<Datetime>>,
    #[serde(default)]
    threshold: Vec<ThresholdText>,
    specific: Option<SpecificText>,
    basis: Basis,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ThresholdText {
    at_least: Price,
    per: Measure,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SpecificText {
    per_litre: Option<Price>,
    per_tonne: Option<Price>,
    litres: Option<Quantity>,
    usd: Option<Price>,
    at_or_above: Option<Price>,
    below: Option<Price>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Basis {
    document: String,
    certainty: Trust,
}

/// The rules of the file, or every fault in it.
pub(crate) fn read(text: &str) -> Result<Vec<Consumption>, Vec<DefinitionError>> {
    let rules: Rules = descriptor::read(FILE, text).map_err(|fault| vec![fault])?;
    let mut faults = Vec::new();
    let mut read = Vec::new();
    for rule in rules.rule {
        let line = descriptor::line(text, rule.span().start);
        match rule.into_inner().read(text, line) {
            Ok(rule) => read.push(rule),
            Err(fault) => faults.push(fault),
        }
    }
    if faults.is_empty() {
        Ok(read)
    } else {
        Err(faults)
    }
}

impl RuleText {
    fn read(self, text: &str, line: u32) -> Result<Consumption, DefinitionError> {
        let fault = |kind| DefinitionError {
            file: FILE.into(),
            line,
            what: Box::new(fault(ENTRY, kind).with("value", &self.id)),
        };
        let code = |code: &String| {
            (4..=10).contains(&code.len()) && code.bytes().all(|sign| sign.is_ascii_digit())
        };
        if self.scope.is_empty() || !self.scope.iter().chain(&self.except).all(code) {
            return Err(fault("scope"));
        }
        let specific = match self.specific {
            None => Specific::None,
            Some(parts) => parts.read().ok_or_else(|| fault("specific"))?,
        };
        if self.threshold.is_empty() && specific == Specific::None {
            return Err(fault("neither"));
        }
        Ok(Consumption {
            from: descriptor::day(FILE, text, &self.from)?,
            to: self
                .to
                .map(|to| descriptor::day(FILE, text, &to))
                .transpose()?,
            id: self.id,
            title_zh: self.title.zh,
            title_en: self.title.en,
            scope: self.scope,
            except: self.except,
            thresholds: self
                .threshold
                .into_iter()
                .map(|text| Threshold {
                    at_least: text.at_least,
                    per: text.per,
                })
                .collect(),
            specific,
            document: self.basis.document,
            trust: self.basis.certainty,
        })
    }
}

impl SpecificText {
    fn read(self) -> Option<Specific> {
        let Self {
            per_litre,
            per_tonne,
            litres,
            usd,
            at_or_above,
            below,
        } = self;
        Some(
            match (per_litre, per_tonne, litres, usd, at_or_above, below) {
                (Some(amount), None, None, None, None, None) => Specific::PerLitre { amount },
                (None, Some(amount), Some(litres), None, None, None) => {
                    Specific::PerTonne { amount, litres }
                }
                (None, None, Some(litres), Some(usd), Some(at_or_above), Some(below)) => {
                    Specific::ByPrice {
                        litres,
                        usd,
                        at_or_above,
                        below,
                    }
                }
                _ => return None,
            },
        )
    }
}
