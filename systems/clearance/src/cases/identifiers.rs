//! Cases of identifiers.

use serde_json::{Map, json};
use values::identifiers;

use super::{Outcome, columns::Row, compare::cell_differs};

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
        .filter_map(|(name, got)| cell_differs(name, row.cell(name), got))
        .collect();
    Outcome {
        case: row.cell("case").to_owned(),
        got,
        differs,
    }
}
