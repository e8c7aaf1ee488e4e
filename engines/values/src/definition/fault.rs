//! What is told of a definition file: a finding with file and line, not yet in words.

use crate::Finding;

/// The text is not what its file is written in.
pub const SYNTAX: &str = "definition.syntax";
/// No such key there.
pub const UNKNOWN: &str = "definition.unknown";
/// Something that has to be there is not.
pub const MISSING: &str = "definition.missing";
/// A key takes values of another kind.
pub const KIND: &str = "definition.kind";
/// A key takes other values of that kind.
pub const VALUE: &str = "definition.value";
/// What stands once stands twice.
pub const TWICE: &str = "definition.twice";
/// One side names what the other does not have.
pub const REFERENCE: &str = "definition.reference";
/// Days that go back or overlap.
pub const DAYS: &str = "definition.days";
/// Parts of an entry that do not go together.
pub const ENTRY: &str = "definition.entry";
/// Sentences that one language has and another lacks.
pub const WORDS: &str = "definition.words";

/// What is told of definition files, in whatever room they are read.
pub const CODES: &[&str] = &[
    SYNTAX, UNKNOWN, MISSING, KIND, VALUE, TWICE, REFERENCE, DAYS, ENTRY, WORDS,
];

/// A fault in a definition file. It stops the start and names the line to mend.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DefinitionError {
    /// File below `definitions/`.
    pub file: String,
    /// Line, from 1; 0 where the whole file is meant.
    pub line: u32,
    /// What is wrong and what is wanted. What stands there is its slot `value`, as the line itself is
    /// what is seen.
    pub what: Box<Finding>,
}

/// For who reads tests and logs: code, field and values, in no language.
impl std::fmt::Display for DefinitionError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(
            f,
            "definitions/{}:{}: {}",
            self.file,
            self.line,
            self.brief()
        )
    }
}

impl DefinitionError {
    /// Code, field, values seen and wanted, in no language.
    #[must_use]
    pub fn brief(&self) -> String {
        let Finding { code, field, .. } = &*self.what;
        let values = self.what.values.iter().map(|(_, value)| value);
        let values = values.chain(&self.what.seen).chain(&self.what.want);
        let parts = [code.as_ref(), field.as_ref()].into_iter();
        let parts = parts.chain(values.map(String::as_str));
        let told: Vec<&str> = parts.filter(|part| !part.is_empty()).collect();
        told.join(" ")
    }
}

/// A fault of that code and kind: the kind chooses the sentence.
#[must_use]
pub fn fault(code: &'static str, kind: &str) -> Finding {
    Finding::refused(code).with("kind", kind)
}

impl std::error::Error for DefinitionError {}
