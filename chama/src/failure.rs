//! Why a command could not do its work, as sentences that are said in the reader's language at the
//! very end.

use std::{fmt::Display, io, path::Path};

use site::{Locale, Words};
use store::StoreError;
use values::Finding;

/// A sentence of the house, not yet said in a language.
#[derive(Debug)]
pub(crate) struct Sentence {
    id: &'static str,
    slots: Vec<(&'static str, String)>,
}

impl Sentence {
    /// The sentence of that id with its slots.
    pub(crate) fn new(id: &'static str, slots: &[(&'static str, &dyn Display)]) -> Self {
        let slots = slots.iter().map(|(name, value)| (*name, value.to_string()));
        Self {
            id,
            slots: slots.collect(),
        }
    }

    /// It, in that language.
    pub(crate) fn said(&self, words: &Words, locale: Locale) -> String {
        self.part("", words, locale)
    }

    /// What to do about it, where that is said: the remedy of a rule, or the fix of a sentence that
    /// is none.
    pub(crate) fn remedy(&self, words: &Words, locale: Locale) -> Option<String> {
        let said = |part: &&str| words.holds(Locale::ZhCn, &format!("{}{part}", self.id));
        let part = [".fix", ".remedy"].into_iter().find(said)?;
        Some(self.part(part, words, locale))
    }

    /// The same with its label.
    pub(crate) fn fix(&self, words: &Words, locale: Locale) -> Option<String> {
        let value = self.remedy(words, locale)?;
        Some(words.say(locale, "print-fix", &[("value", &value)]).text)
    }

    fn part(&self, part: &str, words: &Words, locale: Locale) -> String {
        let slots: Vec<(&str, &str)> = self
            .slots
            .iter()
            .map(|(name, value)| (*name, value.as_str()))
            .collect();
        words
            .say(locale, &format!("{}{part}", self.id), &slots)
            .text
    }
}

/// Why a command could not do its work.
#[derive(Debug)]
pub(crate) enum Failure {
    /// It was used wrongly: exit 2.
    Usage(Sentence),
    /// It failed: exit 3.
    Failed(Sentence),
    /// It failed by a rule of that code, whose words the sentence has: exit 3.
    Ruled(&'static str, Sentence),
    /// The data could not be read or written: exit 3.
    Store(StoreError),
    /// Definitions do not hold: exit 3. Each fault with the file it stands in.
    Definitions(Vec<(String, Finding)>),
}

impl Failure {
    /// It was used wrongly.
    pub(crate) fn usage(id: &'static str, slots: &[(&'static str, &dyn Display)]) -> Self {
        Self::Usage(Sentence::new(id, slots))
    }

    /// It failed.
    pub(crate) fn failed(id: &'static str, slots: &[(&'static str, &dyn Display)]) -> Self {
        Self::Failed(Sentence::new(id, slots))
    }

    /// It failed by a rule; `id` is its code as words have it.
    pub(crate) fn ruled(
        code: &'static str,
        id: &'static str,
        slots: &[(&'static str, &dyn Display)],
    ) -> Self {
        Self::Ruled(code, Sentence::new(id, slots))
    }

    /// A file that was named cannot be read.
    pub(crate) fn unread(path: &Path, error: &io::Error) -> Self {
        Self::Usage(at(path, error))
    }

    /// A file cannot be written. That something else lies where it would is no failure: it was named.
    pub(crate) fn unwritten(path: &Path, error: &io::Error) -> Self {
        use io::ErrorKind::{AlreadyExists, IsADirectory, NotADirectory};
        match error.kind() {
            AlreadyExists | IsADirectory | NotADirectory => Self::Usage(at(path, error)),
            _ => Self::Failed(at(path, error)),
        }
    }

    /// How the program ends by it.
    pub(crate) fn exit(&self) -> u8 {
        match self {
            Self::Usage(_) => 2,
            Self::Failed(_) | Self::Ruled(..) | Self::Store(_) | Self::Definitions(_) => 3,
        }
    }
}

/// What the system says about a file, in words; what has none is told as the system tells it.
fn at(path: &Path, error: &io::Error) -> Sentence {
    Sentence::new(
        "file-fault",
        &[
            ("path", &path.display()),
            ("why", &why(error)),
            ("seen", error),
        ],
    )
}

/// The word by which the sentence about a file chooses.
pub(crate) fn why(error: &io::Error) -> &'static str {
    use io::ErrorKind::{
        AlreadyExists, InvalidData, IsADirectory, NotADirectory, NotFound, PermissionDenied,
        ReadOnlyFilesystem, StorageFull,
    };
    match error.kind() {
        NotFound => "missing",
        PermissionDenied => "denied",
        IsADirectory => "folder",
        NotADirectory => "no-folder",
        AlreadyExists => "exists",
        StorageFull => "full",
        ReadOnlyFilesystem => "read-only",
        InvalidData => "no-text",
        _ => "other",
    }
}

impl From<StoreError> for Failure {
    fn from(error: StoreError) -> Self {
        Self::Store(error)
    }
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        Self::Failed(Sentence::new(
            "stream-fault",
            &[("why", &why(&error)), ("seen", &error)],
        ))
    }
}

impl From<serde_json::Error> for Failure {
    fn from(error: serde_json::Error) -> Self {
        Self::Failed(Sentence::new("json-fault", &[("seen", &error)]))
    }
}
