//! The program as a process, in a folder of its own, and what it tells in JSON.

use std::{
    fs,
    path::{Path, PathBuf},
    process::{Command, Output},
    sync::atomic::{AtomicUsize, Ordering},
};

use serde_json::Value;

/// A folder of its own, which goes with it.
pub struct Place(PathBuf);

impl Place {
    /// A new one, empty.
    pub fn new(of: &str) -> Self {
        static COUNT: AtomicUsize = AtomicUsize::new(0);
        let own = COUNT.fetch_add(1, Ordering::Relaxed);
        let name = format!("chama-{of}-{}-{own}", std::process::id());
        let place = std::env::temp_dir().join(name);
        drop(fs::remove_dir_all(&place));
        fs::create_dir_all(&place).unwrap();
        Self(place)
    }

    /// Where it lies.
    pub fn path(&self) -> &Path {
        &self.0
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        drop(fs::remove_dir_all(&self.0));
    }
}

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

/// What a finished program told in JSON.
pub fn told(done: &Output) -> Told {
    let out = String::from_utf8(done.stdout.clone()).unwrap();
    Told {
        exit: done.status.code().unwrap(),
        lines: out
            .lines()
            .map(|line| serde_json::from_str(line).unwrap())
            .collect(),
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
