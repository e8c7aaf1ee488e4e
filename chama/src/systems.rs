//! The list of systems: one line each.

/// A system of the zone's plan, as far as the program has to know it.
pub(crate) struct System {
    /// Its tables.
    pub(crate) schema: &'static store::Schema,
    /// Names of the functions that forms of its rules may use.
    pub(crate) functions: fn() -> Vec<&'static str>,
    /// Its name.
    pub(crate) name: &'static str,
    /// The codes it raises outside these forms.
    pub(crate) raises: &'static [&'static [&'static str]],
}

/// Every system there is.
pub(crate) static SYSTEMS: &[System] = &[System {
    name: "clearance",
    schema: &clearance::SCHEMA,
    functions: clearance::functions,
    raises: &clearance::RAISES,
}];

/// Tables of the engines, in the order in which they stand on one another.
pub(crate) static ENGINES: &[&store::Schema] =
    &[&journal::SCHEMA, &ledger::SCHEMA, &identity::SCHEMA];

/// The tables of all rooms.
pub(crate) fn schemas() -> Vec<&'static store::Schema> {
    ENGINES
        .iter()
        .copied()
        .chain(SYSTEMS.iter().map(|system| system.schema))
        .collect()
}
