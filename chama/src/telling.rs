//! How answers are told: one JSON value a line, or lines for people in their language.

use std::{
    cell::{Cell, OnceCell},
    fmt::Display,
    io::{self, ErrorKind, IsTerminal, Write},
    path::PathBuf,
};

use rulebook::Rulebook;
use serde::Serialize;
use site::{Locale, Problem, Words, tell};
use values::{Day, Finding};

use crate::{Failure, definitions::Definitions, failure::Sentence};

/// Where and how to tell.
pub(crate) struct Telling {
    /// One JSON value a line.
    pub(crate) json: bool,
    /// The reader's language.
    pub(crate) locale: Locale,
    /// Colours on.
    pub(crate) colour: bool,
    /// Definitions laid over those compiled in: words may be among them.
    over: Option<PathBuf>,
    words: OnceCell<Words>,
    /// Nobody reads on (`chama … | head`). The work goes on to its end all the same, so that the
    /// exit tells what came of it.
    unheard: Cell<bool>,
}

impl Telling {
    /// As asked on the command line, else as the terminal and its locale have it.
    pub(crate) fn new(
        json: bool,
        locale: Option<Locale>,
        no_colour: bool,
        over: Option<PathBuf>,
    ) -> Self {
        let dumb = std::env::var("TERM").is_ok_and(|term| term == "dumb");
        let quiet = no_colour
            || dumb
            || std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
        Self {
            json,
            locale: locale.unwrap_or_else(of_machine),
            colour: !quiet && io::stdout().is_terminal(),
            over,
            words: OnceCell::new(),
            unheard: Cell::new(false),
        }
    }

    /// One JSON value on a line.
    pub(crate) fn line(&self, value: &impl Serialize) -> Result<(), Failure> {
        self.put(&serde_json::to_string(value)?)
    }

    /// A line for people.
    pub(crate) fn say(&self, line: &str) -> Result<(), Failure> {
        self.put(line)
    }

    fn put(&self, line: &str) -> Result<(), Failure> {
        if self.unheard.get() {
            return Ok(());
        }
        match writeln!(io::stdout().lock(), "{line}") {
            Err(error) if error.kind() == ErrorKind::BrokenPipe => {
                self.unheard.set(true);
                Ok(())
            }
            done => Ok(done?),
        }
    }

    /// A note beside the answer, on standard error; that nobody reads it harms nothing.
    pub(crate) fn aside(&self, line: &str) {
        drop(writeln!(io::stderr().lock(), "{line}"));
    }

    /// The sentence or label of that id.
    pub(crate) fn word(&self, id: &'static str, slots: &[(&'static str, &dyn Display)]) -> String {
        Sentence::new(id, slots).said(self.words(), self.locale)
    }

    /// The label of that id and a value behind it, values under each other.
    pub(crate) fn labelled(&self, id: &'static str, value: &str) -> Result<(), Failure> {
        const WIDE: usize = 11;
        let label = self.word(id, &[]);
        let blank = " ".repeat(WIDE.saturating_sub(width(&label)).max(1));
        self.say(&format!("  {label}{blank}{value}"))
    }

    /// The words of the definitions asked for; where these do not hold, those compiled in.
    pub(crate) fn words(&self) -> &Words {
        self.words.get_or_init(|| {
            let over = Definitions::load(self.over.as_deref(), "--definitions").ok();
            let laid = over.and_then(|over| Words::load(over.files()).ok());
            laid.unwrap_or_else(compiled)
        })
    }

    /// Findings put into words, in the reader's language.
    pub(crate) fn told(
        &self,
        findings: &[Finding],
        rulebook: &Rulebook,
        day: Day,
        words: &Words,
    ) -> Vec<Problem> {
        findings
            .iter()
            .map(|finding| tell(finding, rulebook.at(day), words, self.locale))
            .collect()
    }

    /// A problem as compilers print it.
    pub(crate) fn problem(
        &self,
        problem: &Problem,
        file: &str,
        words: &Words,
    ) -> Result<(), Failure> {
        self.say(&site::print(problem, file, self.colour, words))
    }
}

/// The words compiled in.
fn compiled() -> Words {
    Words::load(Definitions::compiled().files()).expect("the words compiled in are held by a test")
}

/// How many columns a terminal takes for it: a Chinese character takes two.
pub(crate) fn width(text: &str) -> usize {
    text.chars()
        .map(|one| if one as u32 >= 0x2E80 { 2 } else { 1 })
        .sum()
}

/// The language asked for among arguments that are not understood yet, else the machine's.
pub(crate) fn asked(arguments: &[std::ffi::OsString]) -> Locale {
    let mut arguments = arguments.iter().filter_map(|one| one.to_str());
    while let Some(one) = arguments.next() {
        let named = match one.strip_prefix("--locale") {
            Some("") => arguments.next(),
            Some(rest) => rest.strip_prefix('='),
            None => continue,
        };
        if let Some(locale) = named.and_then(Locale::named) {
            return locale;
        }
    }
    of_machine()
}

/// Chinese unless the machine's locale says otherwise: decision 022.
fn of_machine() -> Locale {
    let set = ["LC_ALL", "LC_MESSAGES", "LANG"]
        .iter()
        .find_map(|name| std::env::var(name).ok().filter(|value| !value.is_empty()));
    match set.as_deref() {
        Some(tag) if tag.starts_with("en") => Locale::En,
        Some(tag) if tag.starts_with("bo") => Locale::Bo,
        Some("C" | "POSIX" | "C.UTF-8" | "C.utf8") => Locale::En,
        _ => Locale::ZhCn,
    }
}
