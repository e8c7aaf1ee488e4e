//! The import tariff by ten-digit code.

use values::Rate;

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
