//! A fault in the text of a table, before it is known whose text it is.

use values::{DefinitionError, Finding};

/// One fault: a definition that stops the start, or a finding for who loads an edition.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Fault {
    pub code: &'static str,
    pub line: u32,
    pub column: String,
    pub seen: String,
    pub want: String,
}

impl Fault {
    pub fn new(
        code: &'static str,
        line: u32,
        column: &str,
        seen: &str,
        want: impl Into<String>,
    ) -> Self {
        Self {
            code,
            line,
            column: column.into(),
            seen: seen.into(),
            want: want.into(),
        }
    }

    pub fn definition(self, file: &str) -> DefinitionError {
        let Self {
            code,
            line,
            column,
            seen,
            want,
        } = self;
        DefinitionError {
            file: file.into(),
            line,
            what: format!("{code}: `{column}` is `{seen}`, wanted: {want}"),
        }
    }

    pub fn finding(self, table: &str) -> Finding {
        Finding::refused(self.code)
            .at(self.column)
            .line(self.line)
            .saw(self.seen)
            .wants(self.want)
            .with("table", table)
    }
}
