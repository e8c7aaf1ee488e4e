//! Consumption tax beyond its rate: thresholds and specific amounts, by code and day.

use values::{Day, Price, Quantity};

use crate::Trust;

/// What a threshold counts its price by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Deserialize)]
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
