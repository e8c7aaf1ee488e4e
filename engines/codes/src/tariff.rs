//! The import tariff by ten-digit code.

use values::Rate;

use crate::{
    fault::{Fault, Want},
    grid::Grid,
};

/// The columns of a tariff text: the code, the name, three rates as shares of one (`0.13`),
/// the legal units. `documents`, the letters of the supervision documents, may follow.
pub(crate) const COLUMNS: &[&str] = &[
    "hs10",
    "name_zh",
    "mfn_rate",
    "consumption_tax_rate",
    "vat_rate",
    "unit1",
    "unit2",
];

/// One line of the tariff.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tariff<'a> {
    /// The ten-digit code.
    pub hs: &'a str,
    /// The goods, as the tariff calls them.
    pub name: &'a str,
    /// Most-favoured-nation duty.
    pub duty: Rate,
    /// Consumption tax by value, before any threshold and without a specific part.
    pub consumption: Rate,
    /// Import value-added tax.
    pub vat: Rate,
    /// First legal unit, a code of `units`.
    pub unit1: &'a str,
    /// Second legal unit, where there is one.
    pub unit2: Option<&'a str>,
}

/// The rates of a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Rates {
    duty: Rate,
    consumption: Rate,
    vat: Rate,
}

/// The line at `row`, with its rates.
pub(crate) fn line(grid: &Grid, row: usize, rates: Rates) -> Tariff<'_> {
    let Rates {
        duty,
        consumption,
        vat,
    } = rates;
    let text = |column: usize| grid.cell(row, column);
    let unit2 = Some(text(6)).filter(|unit| !unit.is_empty());
    Tariff {
        hs: text(0),
        name: text(1),
        duty,
        consumption,
        vat,
        unit1: text(5),
        unit2,
    }
}

pub(crate) fn rates(grid: &Grid, faults: &mut Vec<Fault>) -> Vec<Rates> {
    (0..grid.len())
        .map(|row| Rates {
            // The general rates reach 2.70; no duty of this century comes near it.
            duty: rate(grid, row, 2, Want::Rate(3), faults),
            // The price with consumption tax is the price by one less the rate: a whole has none.
            consumption: rate(grid, row, 3, Want::Share, faults),
            vat: rate(grid, row, 4, Want::Share, faults),
        })
        .collect()
}

fn rate(grid: &Grid, row: usize, column: usize, want: Want, faults: &mut Vec<Fault>) -> Rate {
    let text = grid.cell(row, column);
    let most = match want {
        Want::Rate(wholes) => wholes * Rate::SCALE,
        _ => Rate::SCALE - 1,
    };
    match text.parse::<Rate>() {
        Ok(rate) if (0..=most).contains(&rate.0) => rate,
        _ => {
            faults.push(Fault::new(grid.line(row), COLUMNS[column], text, want));
            Rate::ZERO
        }
    }
}

/// Both units must be known to the table of units that `known` asks.
pub(crate) fn check_units(grid: &Grid, known: impl Fn(&str) -> bool) -> Vec<Fault> {
    let mut faults = Vec::new();
    for row in 0..grid.len() {
        for column in [5, 6] {
            let unit = grid.cell(row, column);
            let absent = unit.is_empty() && column == 6;
            if !absent && !known(unit) {
                faults.push(Fault::new(
                    grid.line(row),
                    COLUMNS[column],
                    unit,
                    Want::Unit,
                ));
            }
        }
    }
    faults
}
