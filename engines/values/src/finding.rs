//! What a check found, before it is put into words.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use crate::{identifiers::CitizenId, mask_identity};

/// How much a finding weighs. The order is the rank: the heaviest comes last.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Weight {
    /// Worth knowing; refuses nothing.
    Note,
    /// Somebody's paper or money is awaited.
    Wait,
    /// An officer has to look.
    Review,
    /// Refused.
    Refuse,
}

/// Where a finding stands: which paper, which line of goods, which line of the file.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Paper {
    /// Message number, `311`; empty where no message is concerned.
    #[serde(default, skip_serializing_if = "str::is_empty")]
    pub message: Cow<'static, str>,
    /// Its business key, where it is another paper than the one that is told of it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub key: Option<String>,
    /// The goods line (`gnum`), from 1.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub item: Option<u32>,
    /// Line of the file, from 1, where one is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub line: Option<u32>,
}

/// One thing a check has to say: code, place, values seen and wanted.
///
/// `code` names a rule record, which knows the basis, the owner and whether sending again can
/// help; the sentence stands in `definitions/locale` under the same code. `seen` is already
/// masked where it is personal. `values` are the named values of the sentence.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Finding {
    /// Dotted code, `quota.single`: the same everywhere.
    pub code: Cow<'static, str>,
    /// How much it weighs.
    pub weight: Weight,
    /// Field as the wire spells it, `acturalPaid`; empty where none is concerned.
    #[serde(default, skip_serializing_if = "str::is_empty")]
    pub field: Cow<'static, str>,
    /// Which paper and line.
    #[serde(default)]
    pub paper: Paper,
    /// The value seen, masked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub seen: Option<String>,
    /// The value wanted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub want: Option<String>,
    /// Named values for the sentence.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub values: Vec<(Cow<'static, str>, String)>,
}

impl Finding {
    /// A finding of that code and weight, without place or values yet.
    #[must_use]
    pub fn new(code: impl Into<Cow<'static, str>>, weight: Weight) -> Self {
        Self {
            code: code.into(),
            weight,
            field: "".into(),
            paper: Paper::default(),
            seen: None,
            want: None,
            values: Vec::new(),
        }
    }

    /// Refused for `code`.
    #[must_use]
    pub fn refused(code: impl Into<Cow<'static, str>>) -> Self {
        Self::new(code, Weight::Refuse)
    }

    /// Worth knowing.
    #[must_use]
    pub fn note(code: impl Into<Cow<'static, str>>) -> Self {
        Self::new(code, Weight::Note)
    }

    /// At that field.
    #[must_use]
    pub fn at(mut self, field: impl Into<Cow<'static, str>>) -> Self {
        self.field = field.into();
        self
    }

    /// In that message.
    #[must_use]
    pub fn of(mut self, message: impl Into<Cow<'static, str>>) -> Self {
        self.paper.message = message.into();
        self
    }

    /// On that goods line.
    #[must_use]
    pub fn item(mut self, item: u32) -> Self {
        self.paper.item = Some(item);
        self
    }

    /// On that line of the file.
    #[must_use]
    pub fn line(mut self, line: u32) -> Self {
        self.paper.line = Some(line);
        self
    }

    /// With the value seen: masked by the caller where its field is personal, and here where
    /// somebody typed an identity number into another.
    #[must_use]
    pub fn saw(mut self, seen: impl ToString) -> Self {
        self.seen = Some(told(&seen));
        self
    }

    /// With the value wanted.
    #[must_use]
    pub fn wants(mut self, want: impl ToString) -> Self {
        self.want = Some(want.to_string());
        self
    }

    /// With a named value for the sentence.
    #[must_use]
    pub fn with(mut self, name: impl Into<Cow<'static, str>>, value: impl ToString) -> Self {
        self.values.push((name.into(), told(&value)));
        self
    }

    /// Whether it refuses.
    #[must_use]
    pub fn refuses(&self) -> bool {
        self.weight == Weight::Refuse
    }

    /// The first that refuses: in ranked findings, the one that gives an answer its code.
    #[must_use]
    pub fn refusal(findings: &[Self]) -> Option<&Self> {
        findings.iter().find(|finding| finding.refuses())
    }
}

fn told(value: &impl ToString) -> String {
    let text = value.to_string();
    if CitizenId::resembles(&text) {
        return mask_identity(&text);
    }
    text
}
