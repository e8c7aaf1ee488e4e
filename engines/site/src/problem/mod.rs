//! A problem: a finding told to a person, with its ground and its owner.

mod print;

use rulebook::{Law, Owner};
use serde::{Serialize, Serializer};
use values::{Finding, Weight};

use crate::{Locale, Words};

pub use print::print;

/// What a caller gets for one finding. The keys and their order stay: programs read them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Problem {
    /// Dotted code, `quota.single`. Never changes its meaning.
    pub code: String,
    /// Field as the wire spells it.
    pub field: Option<String>,
    /// Line of the file, from 1.
    pub line: Option<u32>,
    /// The value seen, masked where personal.
    pub seen: Option<String>,
    /// The value wanted.
    pub want: Option<String>,
    /// Id of the rule that bites; its record is shown at `/rules/<id>`.
    pub rule: String,
    /// What to do next, in one sentence.
    pub remedy: Option<String>,
    /// Whose move it is.
    #[serde(serialize_with = "word")]
    pub owner: Owner,
    /// Whether sending the same again later can help.
    pub retry: bool,
    /// What is wrong, in one sentence.
    pub text: String,
    /// Document and clause that the rule stands on, as of the day asked for.
    pub clause: Option<String>,
    /// The words of that clause, where the record has them.
    pub quote: Option<String>,
    /// Number of the message whose field it is; none where no message is concerned.
    pub message: Option<String>,
    /// Business key of that paper, where it is another than the one told of.
    pub key: Option<String>,
    /// How much it weighs; not part of the JSON.
    #[serde(skip)]
    pub weight: Weight,
    /// The language that `text` came in; not part of the JSON.
    #[serde(skip)]
    pub locale: Locale,
}

impl Problem {
    /// Whether it refuses. A note, a wait or a review does not.
    #[must_use]
    pub fn refuses(&self) -> bool {
        self.weight == Weight::Refuse
    }
}

/// Tells a finding: sentence and remedy in that language, owner, ground and retry from the rule
/// record, the ground as it was on the day of `law`.
///
/// A code without record (the load refuses such a one) is the keeper's to mend.
#[must_use]
pub fn tell(finding: &Finding, law: Law<'_>, words: &Words, locale: Locale) -> Problem {
    let rule = law.book().rule(&finding.code);
    let sentence = words.sentence(finding, locale);
    Problem {
        code: finding.code.to_string(),
        field: (!finding.field.is_empty()).then(|| finding.field.to_string()),
        line: finding.paper.line,
        seen: finding.seen.clone(),
        want: finding.want.clone(),
        rule: finding.code.to_string(),
        remedy: words.remedy(finding, locale).map(|said| said.text),
        owner: rule.map_or(Owner::Keeper, |rule| rule.owner),
        retry: rule.is_some_and(|rule| rule.retry),
        text: sentence.text,
        clause: rule.map(|rule| rule.basis_on(law.day()).to_string()),
        quote: rule.and_then(|rule| rule.basis_on(law.day()).quote.clone()),
        message: (!finding.paper.message.is_empty()).then(|| finding.paper.message.to_string()),
        key: finding.paper.key.clone(),
        weight: finding.weight,
        locale: sentence.locale,
    }
}

fn word<S: Serializer>(owner: &Owner, out: S) -> Result<S::Ok, S::Error> {
    out.serialize_str(owner.word())
}
