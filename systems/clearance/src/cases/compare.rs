//! What was expected against what was got.

use serde_json::Value;

use super::Difference;

/// The difference of a column whose cell is not what was got.
pub(super) fn cell_differs(column: &str, cell: &str, got: &Value) -> Option<Difference> {
    (!cell_holds(cell, got)).then(|| Difference {
        name: column.to_owned(),
        want: cell.into(),
        got: got.clone(),
    })
}

/// Whether `got` is what a column says: nothing for null, the text itself for a text, else JSON.
fn cell_holds(cell: &str, got: &Value) -> bool {
    match got {
        Value::Null => cell.is_empty(),
        Value::String(text) => cell == text,
        Value::Bool(flag) => cell == flag.to_string(),
        Value::Number(_) | Value::Array(_) | Value::Object(_) => {
            serde_json::from_str(cell).is_ok_and(|want| holds(&want, got))
        }
    }
}

/// Whether `got` holds all that `want` says: keys that `want` lacks are not asked, and a list
/// must be as long.
pub(super) fn holds(want: &Value, got: &Value) -> bool {
    match (want, got) {
        (Value::Object(want), Value::Object(got)) => want
            .iter()
            .all(|(key, want)| got.get(key).is_some_and(|got| holds(want, got))),
        (Value::Array(want), Value::Array(got)) => {
            want.len() == got.len() && want.iter().zip(got).all(|(want, got)| holds(want, got))
        }
        _ => want == got,
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn what_is_not_asked_does_not_count_and_what_is_asked_must_be_there() {
        assert!(holds(&json!({ "a": "1" }), &json!({ "a": "1", "b": "2" })));
        assert!(!holds(
            &json!({ "a": "1", "c": null }),
            &json!({ "a": "1" })
        ));
        assert!(!holds(&json!([{ "a": "1" }]), &json!([{ "a": "1" }, {}])));
        assert!(cell_holds("", &Value::Null) && !cell_holds("0.00", &Value::Null));
        assert!(cell_holds("39.68", &json!("39.68")) && !cell_holds("39.680", &json!("39.68")));
    }
}
