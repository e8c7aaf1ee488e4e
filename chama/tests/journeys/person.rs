//! The program as a person runs it: lines to read, in a language.

use std::process::{Command, Output, Stdio};

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
    fn of(done: &Output) -> Self {
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        Self {
            exit: done.status.code().unwrap_or(-1),
            out: text(&done.stdout),
            aside: text(&done.stderr),
        }
    }

    /// Both.
    pub fn all(&self) -> String {
        format!("{}{}", self.out, self.aside)
    }
}

/// The program with those words, in a language, whatever the machine speaks.
pub fn command(locale: &str, words: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_chama"));
    command
        .env_remove("CHAMA_KEYS")
        .args(words)
        .args(["--locale", locale])
        .current_dir(std::env::temp_dir());
    command
}

/// Runs it to its end.
pub fn says(locale: &str, words: &[&str]) -> Spoken {
    Spoken::of(&command(locale, words).output().unwrap())
}

/// Runs it where the machine's locale decides.
pub fn says_under(variables: &[(&str, &str)], words: &[&str]) -> Spoken {
    let mut command = Command::new(env!("CARGO_BIN_EXE_chama"));
    for name in ["LC_ALL", "LC_MESSAGES", "LANG"] {
        command.env_remove(name);
    }
    let command = command.args(words).envs(variables.iter().copied());
    Spoken::of(&command.current_dir(std::env::temp_dir()).output().unwrap())
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
