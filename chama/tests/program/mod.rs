//! The program as a process, and what it tells in JSON.

#![allow(dead_code, reason = "each test file uses its own part of this")]

use std::process::{Command, Output};

use serde_json::Value;

/// What a program told.
#[derive(Debug)]
pub struct Told {
    /// How it ended.
    pub exit: i32,
    /// Its lines of JSON.
    pub lines: Vec<Value>,
    /// What it said beside them.
    pub aside: String,
}

/// Its lines of JSON.
pub fn lines(done: &Output) -> Vec<Value> {
    let out = String::from_utf8(done.stdout.clone()).unwrap();
    let lines = out.lines().map(|line| serde_json::from_str(line).unwrap());
    lines.collect()
}

/// What a finished program told in JSON.
pub fn told(done: &Output) -> Told {
    Told {
        exit: done.status.code().unwrap(),
        lines: lines(done),
        aside: String::from_utf8_lossy(&done.stderr).into_owned(),
    }
}

/// The program with those words, and no key but that of its folder.
pub fn program(words: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_chama"));
    command
        .env_remove("CHAMA_KEYS")
        .args(words)
        .current_dir(std::env::temp_dir());
    command
}

/// It in a language, whatever the machine speaks.
pub fn speaking(locale: &str, words: &[&str]) -> Command {
    let mut command = program(words);
    command.args(["--locale", locale]);
    command
}
