//! Why a command could not do its work, as sentences that are said in the reader's language at the
//! very end.

use std::{fmt::Display, io, path::Path};

use serde::Serialize;
use site::{Locale, Problem, Words, tell};
use store::{Fault, StoreError};
use values::Finding;

use crate::{definitions::Definitions, telling::Telling, zone::Known};

/// A command that was used wrongly, where no rule of its own says how.
const WRONG: &str = "command.wrong";
/// A command that failed, where no rule of its own says why.
const FAILED: &str = "command.failed";

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
    fn remedy(&self, words: &Words, locale: Locale) -> Option<String> {
        let said = |part: &&str| words.holds(Locale::ZhCn, &format!("{}{part}", self.id));
        let part = [".fix", ".remedy"].into_iter().find(said)?;
        Some(self.part(part, words, locale))
    }

    /// The same with its label.
    fn fix(&self, words: &Words, locale: Locale) -> Option<String> {
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

    /// What is told on standard error; where JSON is asked for, a problem a line.
    pub(crate) fn told(&self, telling: &Telling) -> String {
        let (words, locale) = (telling.words(), telling.locale);
        if telling.json {
            let exit = self.exit();
            let all = self.problems(words, locale).into_iter();
            let lines = all.map(|(file, problem)| json(exit, file, problem));
            return lines.collect::<Vec<_>>().join("\n");
        }
        match self {
            Self::Usage(sentence) | Self::Failed(sentence) => {
                let said = format!("error: {}", sentence.said(words, locale));
                match sentence.fix(words, locale) {
                    Some(fix) => format!("{said}\n  {fix}"),
                    None => said,
                }
            }
            Self::Ruled(code, sentence) => {
                let mut lines = vec![format!("error[{code}]"), sentence.said(words, locale)];
                lines.extend(sentence.fix(words, locale));
                lines.join("\n  ")
            }
            Self::Store(error) => {
                let sentence = Sentence::new(sentence_of(error.fault), &[]);
                let mut lines = vec![
                    format!("error[{}]", error.fault.code()),
                    sentence.said(words, locale),
                ];
                // The database's own words help whoever keeps it, and are marked as its own; that it is
                // held is all there is to say.
                if error.fault != Fault::Held {
                    let quoted = [("value", error.words.as_str())];
                    lines.push(words.say(locale, "print-quoted", &quoted).text);
                }
                lines.extend(sentence.fix(words, locale));
                lines.join("\n  ")
            }
            Self::Definitions(_) => {
                let sentence = Sentence::new("definitions-faulty", &[]);
                let all = self.problems(words, locale).into_iter();
                let all = all.map(|(file, problem)| {
                    let file = file.unwrap_or_default();
                    site::print(&problem, &file, telling.colour, words)
                });
                let head = format!("error: {}", sentence.said(words, locale));
                let lines = [head].into_iter().chain(all);
                let lines = lines.chain(sentence.fix(words, locale));
                lines.collect::<Vec<_>>().join("\n")
            }
        }
    }

    /// The same as problems, each with its file where it has one.
    fn problems(&self, words: &Words, locale: Locale) -> Vec<(Option<String>, Problem)> {
        let one = |code, sentence: &Sentence| {
            let fix = sentence.remedy(words, locale);
            vec![(
                None,
                problem(code, sentence.said(words, locale), fix, (words, locale)),
            )]
        };
        match self {
            Self::Usage(sentence) => one(WRONG, sentence),
            Self::Failed(sentence) => one(FAILED, sentence),
            Self::Ruled(code, sentence) => one(code, sentence),
            Self::Store(error) => {
                let sentence = Sentence::new(sentence_of(error.fault), &[]);
                let mut told = one(error.fault.code(), &sentence);
                for (_, problem) in &mut told {
                    problem.seen = (error.fault != Fault::Held).then(|| error.words.clone());
                }
                told
            }
            Self::Definitions(faults) => {
                let law = compiled();
                let day = values::Moment::default().day();
                let told = |(file, found): &(String, Finding)| {
                    let problem = tell(found, law.at(day), words, locale);
                    (Some(file.clone()), problem)
                };
                faults.iter().map(told).collect()
            }
        }
    }
}

/// The rules compiled in: what is told of a failure cannot wait for those that do not hold.
fn compiled() -> rulebook::Rulebook {
    let known = Known::load(&Definitions::compiled());
    known.map(|known| known.rulebook).unwrap_or_default()
}

/// A sentence as the problem of that code.
fn problem(
    code: &'static str,
    said: String,
    fix: Option<String>,
    (words, locale): (&Words, Locale),
) -> Problem {
    let law = compiled();
    let found = Finding::refused(code);
    let told = tell(
        &found,
        law.at(values::Moment::default().day()),
        words,
        locale,
    );
    Problem {
        text: said,
        remedy: fix,
        ..told
    }
}

/// A line of JSON that is told instead of words.
fn json(exit: u8, file: Option<String>, problem: Problem) -> String {
    #[derive(Serialize)]
    struct Told {
        exit: u8,
        file: Option<String>,
        #[serde(flatten)]
        problem: Problem,
    }
    let told = Told {
        exit,
        file,
        problem,
    };
    serde_json::to_string(&told).unwrap_or_default()
}

/// A command line that is not understood, as one line of JSON.
pub(crate) fn misused(said: String, fix: String, telling: &Telling) -> String {
    let tongue = (telling.words(), telling.locale);
    json(2, None, problem(WRONG, said, Some(fix), tongue))
}

/// The sentence of a rule that the program itself raises.
fn sentence_of(fault: Fault) -> &'static str {
    match fault {
        Fault::Full => "store-full",
        Fault::Held => "store-held",
        Fault::Newer => "store-newer",
        Fault::Damaged => "store-damaged",
        Fault::Foreign => "store-foreign",
        Fault::Other => "store-fault",
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
