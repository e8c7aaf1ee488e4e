//! One row of a table of fields.

use super::words::Words;
use crate::{Condition, Field, MessageType, Numbering, Test};

/// A row of a Markdown table.
pub(super) fn cells(cells: &[String]) -> String {
    let cells = cells.iter().map(|cell| cell.replace('|', "\\|"));
    format!("| {} |", cells.collect::<Vec<_>>().join(" | "))
}

/// What there is to know of a field beyond name, kind and need.
pub(super) fn remarks(message: &MessageType, field: &Field, words: &Words) -> String {
    let mut said = Vec::new();
    if let Some(note) = &field.note {
        said.push(words.pick(note).to_owned());
    }
    if let Some(when) = &field.when {
        said.push(fill(words.wanted, &condition(message, when, words)));
    }
    if let Some(barred) = &field.barred {
        said.push(fill(words.barred, &condition(message, barred, words)));
    }
    if !field.only.is_empty() {
        said.push(fill(words.only, &field.only.join(words.or)));
    }
    if !field.tables.is_empty() {
        let tables: Vec<String> = field.tables.iter().map(|it| format!("`{it}`")).collect();
        said.push(fill(words.table, &tables.join(words.or)));
    }
    if field.digits {
        said.push(words.digits.to_owned());
    }
    match field.numbering {
        Some(Numbering::Steps) => said.push(words.steps.to_owned()),
        Some(Numbering::Distinct) => said.push(words.distinct.to_owned()),
        None => {}
    }
    if let Some(other) = field.not_before {
        let name = format!("`{}`", message.row(other).name);
        said.push(fill(words.not_before, &name));
    }
    if field.personal.is_some() {
        said.push(words.personal.to_owned());
    }
    // A sender cannot see from the kind that an empty tag is refused where none at all is fine.
    if !field.is_mandatory() && !field.kind.may_be_empty() {
        said.push(words.never_empty.to_owned());
    }
    said.join(words.stop)
}

fn condition(message: &MessageType, condition: &Condition, words: &Words) -> String {
    let name = format!("`{}`", message.row(condition.field).name);
    match &condition.test {
        Test::OneOf(values) => fill(words.is, &name).replace("{values}", &values.join(words.or)),
        Test::Given => fill(words.given, &name),
    }
}

fn fill(sentence: &str, value: &str) -> String {
    sentence.replace("{}", value)
}
