//! A zone of its own for a test: a data folder, papers beside it, and the program.

use std::{
    fs,
    path::{Path, PathBuf},
    process::{Command, Output},
};

use serde_json::Value;
use testkit::{Load, Place};

pub use super::program::lines;
use super::program::program;

/// A folder that goes with the test.
pub struct Ground(Place);

impl Ground {
    /// An empty one.
    pub fn new() -> Self {
        Self(Place::new("faults"))
    }

    /// One whose data folder `data` is set up for parcels up to that number.
    pub fn set_up(parcels: u64) -> Self {
        let ground = Self::new();
        let setup = Load::new(parcels).setup_toml();
        fs::write(ground.at("setup.toml"), setup).unwrap();
        let done = ground.chama(&["setup", &ground.text("setup.toml")]);
        assert!(done.status.success(), "{}", said(&done));
        ground
    }

    /// A place in it.
    pub fn at(&self, name: &str) -> PathBuf {
        self.0.at(name)
    }

    /// A place in it, as an argument.
    pub fn text(&self, name: &str) -> String {
        self.at(name).to_string_lossy().into_owned()
    }

    /// Where the data is.
    pub fn data(&self) -> PathBuf {
        self.at("data")
    }

    /// Writes the papers of so many parcels from that number on into `folder`, so many parcels to a
    /// message.
    pub fn papers(&self, folder: &str, first: u64, parcels: u64, together: u64) -> PathBuf {
        let folder = self.at(folder);
        fs::create_dir_all(&folder).unwrap();
        let mut next = first;
        while next < first + parcels {
            let some = together.min(first + parcels - next);
            for batch in Load::new(some).numbered_from(next) {
                for (number, bytes) in ["311", "411", "511", "621"].iter().zip(batch.messages) {
                    fs::write(folder.join(format!("{next:06}-{number}.xml")), bytes).unwrap();
                }
            }
            next += some;
        }
        folder
    }

    /// The program on the data folder at the time of the papers, ready to run.
    pub fn command(&self, words: &[&str]) -> Command {
        let mut command = program(&[]);
        self.aim(&mut command, words);
        command
    }

    /// Gives a command the words, the data folder and a fixed time and language.
    pub fn aim(&self, command: &mut Command, words: &[&str]) {
        command
            .args(words)
            .arg("--data")
            .arg(self.data())
            .args(["--at", "2026-10-05T10:00", "--locale", "en"])
            .env_remove("CHAMA_KEYS");
    }

    /// Runs the program to its end.
    pub fn chama(&self, words: &[&str]) -> Output {
        self.command(words).output().unwrap()
    }

    /// Declares papers; every line of the answer.
    pub fn declare(&self, papers: &Path) -> Vec<Value> {
        let done = self.chama(&["declare", &papers.to_string_lossy(), "--json"]);
        assert!(done.status.success(), "{}", said(&done));
        lines(&done)
    }

    /// `verify` must find nothing.
    pub fn is_sound(&self, when: &str) {
        let done = self.chama(&["verify", "--json"]);
        assert!(done.status.success(), "{when}: {}", said(&done));
        assert_eq!(lines(&done)[0]["faults"], serde_json::json!([]), "{when}");
    }
}

/// Everything a run said, for a failure.
pub fn said(done: &Output) -> String {
    format!(
        "{}\n{}\n{}",
        done.status,
        String::from_utf8_lossy(&done.stdout),
        String::from_utf8_lossy(&done.stderr)
    )
}
