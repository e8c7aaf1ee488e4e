//! The program as a person runs it: lines to read, in a language.

use std::process::{Command, Output, Stdio};

use crate::program::{program, speaking};

/// What a person reads.
#[derive(Debug)]
pub struct Spoken {
    /// How it ended.
    pub exit: i32,
    /// The answer.
    pub out: String,
    /// What is said beside it.
    pub aside: String,
}

impl Spoken {
    /// Both.
    pub fn all(&self) -> String {
        format!("{}{}", self.out, self.aside)
    }
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

fn spoken(done: &Output) -> Spoken {
    Spoken {
        exit: done.status.code().unwrap_or(-1),
        out: text(&done.stdout),
        aside: text(&done.stderr),
    }
}

/// Runs it to its end.
pub fn says(locale: &str, words: &[&str]) -> Spoken {
    spoken(&speaking(locale, words).output().unwrap())
}

/// Runs it where the machine's locale decides.
pub fn says_under(variables: &[(&str, &str)], words: &[&str]) -> Spoken {
    let mut command = program(words);
    for name in ["LC_ALL", "LC_MESSAGES", "LANG"] {
        command.env_remove(name);
    }
    spoken(&command.envs(variables.iter().copied()).output().unwrap())
}

/// Runs it where nobody reads what it says, and tells how it ended.
pub fn unheard(command: &mut Command) -> i32 {
    let mut child = command
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    drop(child.stderr.take());
    child.wait().unwrap().code().unwrap_or(-1)
}
