//! The positive list of retail imports: which goods may come in, and under which notes.

use values::Quantity;

use crate::{Standing, Trust};

/// A note of the list that narrows what may come in under a code.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ListNote {
    /// 仅限网购保税: not as direct mail.
    BondedOnly,
    /// Protected species are left out.
    SpeciesExcluded,
    /// Only goods whose name holds this text.
    NameOnly(String),
    /// So many kilograms a person and calendar year.
    YearlyWeight(Quantity),
    /// Food that needs registration or filing is left out.
    Registration,
    /// A note in words this room does not take apart; somebody has to read it.
    Other(String),
}

/// One line of the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// How sure it is that the line stands there.
    pub trust: Trust,
    /// The goods, as the list calls them.
    pub name: String,
    /// Its notes.
    pub notes: Vec<ListNote>,
    /// Where the line was read.
    pub source: String,
}

/// What the list says of one code on one day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Listing<'a> {
    /// Whether the loaded list is whole. Where it is not, a missing code proves nothing.
    pub complete: bool,
    /// The line, where the code has one.
    pub entry: Option<&'a Entry>,
    /// How the edition stands.
    pub standing: Standing,
}
