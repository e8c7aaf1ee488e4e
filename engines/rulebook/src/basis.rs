//! Where a figure or a rule comes from, and how sure that is.

use std::fmt;

/// How sure a statement of the law is. Shown wherever the rule is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Certainty {
    /// The text of the law or notice was read.
    Law,
    /// A public source reports it.
    Public,
    /// From memory; to be compared with the text before anybody relies on it.
    Memory,
    /// Law and customs are silent: our own choice.
    Design,
}

impl Certainty {
    pub(crate) const WORDS: &[(&str, Self)] = &[
        ("law", Self::Law),
        ("public", Self::Public),
        ("memory", Self::Memory),
        ("design", Self::Design),
    ];

    /// The word of the rule files: `law`, `public`, `memory`, `design`.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Law => "law",
            Self::Public => "public",
            Self::Memory => "memory",
            Self::Design => "design",
        }
    }
}

/// The ground a record stands on. Shown as `document clause`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Basis {
    /// The document, `财关税〔2018〕49号`.
    pub document: String,
    /// The clause in it; empty where the whole document is meant.
    pub clause: String,
    /// How sure it is.
    pub certainty: Certainty,
    /// The sentence itself, where it is kept.
    pub quote: Option<String>,
}

impl fmt::Display for Basis {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.document)?;
        if self.clause.is_empty() {
            Ok(())
        } else {
            write!(f, " {}", self.clause)
        }
    }
}
