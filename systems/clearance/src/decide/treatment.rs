//! What the tables and the caller say of one line of goods on the day.

use codes::{Codes, Consumption, ListNote, Missing, Standing};
use rulebook::Law;
use values::{Day, Finding, Quantity, Rate};

use super::{Goods, codes::HS_UNKNOWN};

/// The tariff's name among the tables.
pub(crate) const TARIFF: &str = "tariff";
/// The positive list's name among the tables.
pub(crate) const POSITIVE_LIST: &str = "positive_list";

/// The general rate of import VAT.
pub(crate) const VAT_STANDARD: &str = "import.vat.standard";
/// The reduced rate.
pub(crate) const VAT_REDUCED: &str = "import.vat.reduced";

/// Whether the goods are on the positive list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Listed {
    Yes,
    /// On the list as far as memory goes.
    Believed,
    No,
    /// The list that is loaded is not whole, and has no such line.
    NotKnown,
    /// No list of that day.
    NoList(Missing),
}

/// A note of the list, and whether the caller stated it of this very line.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Noted<'a> {
    pub(crate) note: &'a ListNote,
    pub(crate) stated: bool,
}

/// How one line of goods is to be treated.
#[derive(Debug)]
pub(crate) struct Treatment<'a> {
    pub(crate) listed: Listed,
    pub(crate) notes: Vec<Noted<'a>>,
    /// Kilograms a person and year, by code, whatever the caller states.
    pub(crate) yearly: Option<Quantity>,
    /// Rates that are known; `missing` says why one is not.
    pub(crate) duty: Option<Rate>,
    pub(crate) consumption: Option<Rate>,
    pub(crate) vat: Option<Rate>,
    missing: Option<Missing>,
    /// Threshold and specific part, by code, also where the rate is stated.
    pub(crate) excise: Option<&'a Consumption>,
    /// The tariff's name for the code, where it was asked.
    pub(crate) tariff_name: Option<&'a str>,
    /// Older editions that answered, by table.
    pub(crate) older: Vec<(&'static str, Standing)>,
}

impl<'a> Treatment<'a> {
    /// Asks the tables what the caller does not state.
    pub(crate) fn of(goods: &'a Goods, law: Law<'_>, codes: &'a Codes) -> Self {
        let day = law.day();
        let mut treatment = Self {
            listed: Listed::NotKnown,
            notes: Vec::new(),
            yearly: None,
            duty: goods.given.duty,
            consumption: goods.given.consumption,
            vat: goods.given.vat,
            missing: None,
            excise: codes.consumption(&goods.hs, day),
            tariff_name: None,
            older: Vec::new(),
        };
        treatment.ask_list(goods, day, codes);
        treatment.ask_tariff(goods, law, codes);
        treatment
    }

    fn ask_list(&mut self, goods: &'a Goods, day: Day, codes: &'a Codes) {
        let listing = codes.listed(&goods.hs, day);
        let entry = listing.ok().and_then(|listing| listing.entry);
        self.listed = match (goods.given.listed, listing, entry) {
            (Some(true), ..) => Listed::Yes,
            (Some(false), ..) => Listed::No,
            (None, Err(missing), _) => Listed::NoList(missing),
            (None, Ok(_), Some(entry)) if entry.trust == codes::Trust::Memory => Listed::Believed,
            (None, Ok(_), Some(_)) => Listed::Yes,
            (None, Ok(listing), None) if listing.complete => Listed::No,
            (None, Ok(_), None) => Listed::NotKnown,
        };
        let notes = entry.map_or(&[][..], |entry| &entry.notes);
        self.yearly = notes.iter().find_map(|note| match note {
            ListNote::YearlyWeight(kilograms) => Some(*kilograms),
            _ => None,
        });
        match &goods.given.list_note {
            Some(note) => self.notes.push(Noted { note, stated: true }),
            None => self.notes.extend(notes.iter().map(|note| Noted {
                note,
                stated: false,
            })),
        }
        if let (None, Ok(listing)) = (goods.given.listed, listing) {
            self.remember(POSITIVE_LIST, listing.standing);
        }
    }

    fn ask_tariff(&mut self, goods: &Goods, law: Law<'_>, codes: &'a Codes) {
        let stated = self.duty.is_some() && self.consumption.is_some() && self.vat.is_some();
        match codes.tariff(&goods.hs, law.day()) {
            Ok((tariff, standing)) => {
                self.tariff_name = Some(tariff.name);
                if stated {
                    return;
                }
                self.duty.get_or_insert(tariff.duty);
                self.consumption.get_or_insert(tariff.consumption);
                self.vat
                    .get_or_insert_with(|| vat_of_the_day(tariff.vat, standing, law));
                self.remember(TARIFF, standing);
            }
            Err(missing) => self.missing = Some(missing),
        }
    }

    fn remember(&mut self, table: &'static str, standing: Standing) {
        if standing != Standing::Current {
            self.older.push((table, standing));
        }
    }

    /// The rate, or why there is none.
    pub(crate) fn need(
        &self,
        rate: Option<Rate>,
        goods: &Goods,
        day: Day,
    ) -> Result<Rate, Finding> {
        rate.ok_or_else(|| {
            let told = self
                .missing
                .and_then(|missing| missing.finding(TARIFF, day));
            told.unwrap_or_else(|| Finding::refused(HS_UNKNOWN).saw(&goods.hs))
                .at("gcode")
                .item(goods.gnum)
        })
    }
}

/// The VAT of the day for goods whose edition prints `rate`.
///
/// An edition prints the rates of its own first day. Where the law has changed since, goods of
/// the general and of the reduced class bear the rate of the day asked; other rates stand.
fn vat_of_the_day(rate: Rate, standing: Standing, law: Law<'_>) -> Rate {
    let Standing::Older { from } = standing else {
        return rate;
    };
    let printed = law.book().at(from);
    for class in [VAT_STANDARD, VAT_REDUCED] {
        if printed.rate(class) == Ok(rate) {
            return law.rate(class).unwrap_or(rate);
        }
    }
    rate
}
