//! A zone of its own for a test: a data folder, papers beside it, and the program.

use std::{
    fs,
    path::{Path, PathBuf},
    process::{Command, Output},
    sync::atomic::{AtomicU32, Ordering},
};

use serde_json::Value;
use testkit::Load;

/// A folder that goes with the test.
pub struct Ground(PathBuf);

impl Ground {
    /// An empty one.
    pub fn new() -> Self {
        static NEXT: AtomicU32 = AtomicU32::new(0);
        let n = NEXT.fetch_add(1, Ordering::Relaxed);
        let path = std::env::temp_dir().join(format!("chama-faults-{}-{n}", std::process::id()));
        drop(fs::remove_dir_all(&path));
        fs::create_dir_all(&path).unwrap();
        Self(path)
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
        self.0.join(name)
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
        let mut command = Command::new(env!("CARGO_BIN_EXE_chama"));
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

impl Drop for Ground {
    fn drop(&mut self) {
        // What failed is left to be looked at.
        if !std::thread::panicking() {
            drop(fs::remove_dir_all(&self.0));
        }
    }
}

/// The answer as values, one a line.
pub fn lines(done: &Output) -> Vec<Value> {
    String::from_utf8_lossy(&done.stdout)
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect()
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
