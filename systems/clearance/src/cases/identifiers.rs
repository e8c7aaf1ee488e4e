//! Cases of identifiers.

use serde_json::{Map, Value, json};
use values::identifiers;

use super::{Outcome, columns::Row, compare::cell_holds};

pub(super) const COLUMNS: [&str; 6] = ["case", "kind", "value", "valid", "reason", "normalised"];

pub(super) fn run(row: &Row<'_>) -> Outcome {
    let checked = identifiers::check(row.cell("kind"), row.cell("value"));
    let (valid, reason, normalised) = match checked {
        Ok(plain) => (true, String::new(), plain),
        Err(reason) => (false, reason.to_string(), String::new()),
    };
    let got = Map::from_iter([
        ("valid".to_owned(), json!(valid)),
        ("reason".to_owned(), json!(reason)),
        ("normalised".to_owned(), json!(normalised)),
    ]);
    let differs = got
        .iter()
        .filter(|(name, got): &(&String, &Value)| !cell_holds(row.cell(name), got));
    let differs = differs.map(|(name, _)| name.clone()).collect();
    Outcome {
        case: row.cell("case").to_owned(),
        got,
        differs,
    }
}
