//! The list of systems: one line each.

/// A system of the zone's plan, as far as the program has to know it.
pub(crate) struct System {
    /// Its tables.
    pub(crate) schema: &'static store::Schema,
    /// Names of the functions that forms of its rules may use.
    pub(crate) functions: fn() -> Vec<&'static str>,
    /// Its name and the codes it raises outside these forms.
    pub(crate) raises: (&'static str, &'static [&'static str]),
}

/// Every system there is.
pub(crate) static SYSTEMS: &[System] = &[
    System { schema: &clearance::SCHEMA, functions: clearance::functions, raises: ("clearance", clearance::problems::RAISED) },
];

/// Tables of the engines, in the order in which they stand on one another.
pub(crate) static ENGINES: &[&store::Schema] = &[&journal::SCHEMA, &ledger::SCHEMA, &identity::SCHEMA];

/// The tables of all rooms.
pub(crate) fn schemas() -> Vec<&'static store::Schema> {
    ENGINES.iter().copied().chain(SYSTEMS.iter().map(|system| system.schema)).collect()
}
