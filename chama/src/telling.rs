//! How answers are told: one JSON value a line, or lines for people.

use std::io::{self, IsTerminal, Write};

use rulebook::Rulebook;
use serde::Serialize;
use site::{Locale, Problem, Words, tell};
use values::{Day, Finding};

use crate::Failure;

/// Where and how to tell.
pub(crate) struct Telling {
    /// One JSON value a line.
    pub(crate) json: bool,
    /// The reader's language.
    pub(crate) locale: Locale,
    /// Colours on.
    pub(crate) colour: bool,
}

impl Telling {
    /// As asked on the command line, else as the terminal and its locale have it.
    pub(crate) fn new(json: bool, locale: Option<Locale>, no_colour: bool) -> Self {
        let dumb = std::env::var("TERM").is_ok_and(|term| term == "dumb");
        let quiet = no_colour
            || dumb
            || std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
        Self {
            json,
            locale: locale.unwrap_or_else(of_machine),
            colour: !quiet && io::stdout().is_terminal(),
        }
    }

    /// One JSON value on a line.
    pub(crate) fn line(&self, value: &impl Serialize) -> Result<(), Failure> {
        let mut out = io::stdout().lock();
        serde_json::to_writer(&mut out, value)?;
        out.write_all(b"\n")?;
        Ok(())
    }

    /// A line for people.
    pub(crate) fn say(&self, words: &str) -> Result<(), Failure> {
        writeln!(io::stdout().lock(), "{words}").map_err(Failure::from)
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

/// Chinese unless the machine's locale says otherwise.
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
