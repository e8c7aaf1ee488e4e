//! What people are told: the Chinese sentence and remedy of findings.

use site::Locale;
use testkit::Paper;
use values::{Finding, Weight};

use crate::{centre::Centre, known::ZONE};

/// Sentence and remedy of each finding that weighs more than a note.
pub fn of(findings: &[Finding]) -> Vec<(String, String)> {
    let heavy = findings.iter().filter(|one| one.weight > Weight::Note);
    heavy
        .map(|one| {
            let remedy = ZONE.words.remedy(one, Locale::ZhCn);
            let sentence = ZONE.words.sentence(one, Locale::ZhCn).text;
            (sentence, remedy.map(|said| said.text).unwrap_or_default())
        })
        .collect()
}

/// The same of what was found about the declaration of an order.
pub fn told(centre: &Centre, order: &Paper) -> Vec<(String, String)> {
    of(&centre.shown(&order.key()).findings)
}
