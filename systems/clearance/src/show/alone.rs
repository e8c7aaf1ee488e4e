//! Papers without a list: which of them stand, and what is missing beside them.

use std::collections::{BTreeMap, BTreeSet};

use crate::{
    acts::{DELETED, SAVED, number_of},
    store::Receipt,
};

/// The papers that lie by the order.
const OF_ORDER: [&str; 3] = ["311", "411", "621"];
/// The papers without which a waybill clears nothing. The list is what leads to its order.
const OF_WAYBILL: [&str; 2] = ["511", "621"];

/// The messages of which a paper is declared and stands. `papers`: message and own key, with the state of
/// the last edition.
pub(super) fn standing(papers: &BTreeMap<(String, String), i64>) -> BTreeSet<&str> {
    let declared = papers
        .iter()
        .filter(|(_, state)| ![DELETED, SAVED].contains(state));
    declared.map(|((message, _), _)| message.as_str()).collect()
}

/// `papers`, or `none` where all that came was refused or deleted.
pub(super) fn state(papers: &BTreeMap<(String, String), i64>) -> &'static str {
    match papers.values().any(|state| *state != DELETED) {
        true => "papers",
        false => "none",
    }
}

/// The messages that have to come before anything is judged.
pub(super) fn missing(standing: &BTreeSet<&str>, receipts: &[Receipt]) -> String {
    let answered = |messages: &[&str]| {
        let mut answers = messages.iter().filter_map(|message| number_of(message));
        answers.any(|answer| receipts.iter().any(|receipt| receipt.message == answer))
    };
    let wanted: &[&str] = match () {
        () if answered(&["311", "411", "621", "623", "625"]) => &OF_ORDER,
        () if answered(&["511", "513"]) => &OF_WAYBILL,
        () => &[],
    };
    let missing = wanted
        .iter()
        .filter(|message| !standing.contains(**message));
    missing.copied().collect::<Vec<_>>().join(" ")
}
