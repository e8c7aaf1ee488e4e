//! A data folder of its own and the program run on it.

use std::{
    fs,
    path::PathBuf,
    process::Command,
    sync::atomic::{AtomicUsize, Ordering},
};

use serde_json::Value;
use testkit::{Paper, Parcel, Place, Purchase};
use values::Moment;

use crate::program::speaking;
pub use crate::program::{Told, told};

/// A folder with data and papers, removed when the test is over.
pub struct Zone {
    pub folder: PathBuf,
    _place: Place,
    papers: AtomicUsize,
}

/// The `n`th lawful purchase, with everything done at that time.
pub fn bought(n: u64, at: &str) -> Purchase {
    let at: Moment = at.parse().unwrap();
    Purchase {
        ordered: at,
        paid: at,
        shipped: at,
        declared: at,
        ..Purchase::lawful(n)
    }
}

impl Zone {
    /// Set up for the stories, open at 2026-10-05 10:00.
    pub fn open() -> Self {
        Self::open_with(&testkit::setup_toml(0), "2026-10-05T10:00")
    }

    /// Set up by that file at that time.
    pub fn open_with(setup: &str, at: &str) -> Self {
        let place = Place::new("journey");
        let zone = Self {
            folder: place.path().to_owned(),
            _place: place,
            papers: AtomicUsize::new(0),
        };
        assert_eq!(zone.sets_up(setup, at).exit, 0);
        zone
    }

    /// Runs a command on the data folder.
    pub fn run(&self, words: &[&str]) -> Told {
        told(&self.command(words).output().unwrap())
    }

    /// A command on the data folder, not yet run.
    pub fn command(&self, words: &[&str]) -> Command {
        let mut command = speaking("en", words);
        command
            .args(["--json", "--data"])
            .arg(self.folder.join("data"));
        command
    }

    /// `chama setup`.
    pub fn sets_up(&self, setup: &str, at: &str) -> Told {
        let file = self.folder.join("setup.toml");
        fs::write(&file, setup).unwrap();
        self.run(&["setup", file.to_str().unwrap(), "--at", at])
    }

    /// Writes messages into a new folder, in this order, and tells its path.
    pub fn writes<'p>(&self, papers: impl IntoIterator<Item = &'p Paper>) -> String {
        let place = self.papers.fetch_add(1, Ordering::Relaxed);
        let folder = self.folder.join(format!("papers-{place}"));
        fs::create_dir_all(&folder).unwrap();
        for (at, paper) in papers.into_iter().enumerate() {
            fs::write(folder.join(format!("{at:03}.xml")), paper.xml()).unwrap();
        }
        folder.to_str().unwrap().to_owned()
    }

    /// `chama declare` of these papers, a file each.
    pub fn declares<'p>(&self, papers: impl IntoIterator<Item = &'p Paper>, at: &str) -> Told {
        self.run(&["declare", &self.writes(papers), "--at", at])
    }

    /// Declares a parcel that must be released.
    pub fn releases(&self, parcel: &Parcel, at: &str) {
        let told = self.declares(parcel.papers(), at);
        assert_eq!(told.exit, 0, "{told:#?}");
        assert_eq!(self.shown(&parcel.order.key())["state"], "800");
    }

    /// `chama show KEY`.
    pub fn shown(&self, key: &str) -> Value {
        let told = self.run(&["show", key]);
        assert_eq!(told.exit, 0, "{told:#?}");
        told.lines[0].clone()
    }

    /// `chama decide`.
    pub fn decides(&self, key: &str, act: &str, reason: &str, at: &str) -> Told {
        self.run(&[
            "decide",
            key,
            act,
            "--reason",
            reason,
            "--as",
            "测试关员",
            "--at",
            at,
        ])
    }

    /// The statuses of all receipts of that message for a key, in the order they were made.
    pub fn statuses(&self, message: &str, key: &str) -> Vec<i64> {
        let told = self.run(&["receipts", "--most", "100000"]);
        let mine = told
            .lines
            .iter()
            .filter(|one| one["message"] == message && one["key"] == key);
        mine.map(|one| one["status"].as_i64().unwrap()).collect()
    }

    /// Every sum, chain and past verdict is as it was.
    pub fn is_sound(&self) {
        let verified = self.run(&["verify"]);
        assert_eq!(verified.exit, 0, "{verified:#?}");
        assert_eq!(verified.lines[0]["faults"], serde_json::json!([]));
        let replayed = self.run(&["replay"]);
        assert_eq!(replayed.exit, 0, "{replayed:#?}");
        assert_eq!(replayed.lines.len(), 1, "no line but the count");
    }
}

impl Told {
    /// The only line about that message.
    pub fn about(&self, message: &str) -> &Value {
        let mut mine = self.lines.iter().filter(|one| one["message"] == message);
        let first = mine
            .next()
            .unwrap_or_else(|| panic!("{message}: {self:#?}"));
        assert!(mine.next().is_none(), "two lines about {message}");
        first
    }
}

/// Codes of the problems of a line.
pub fn codes(line: &Value) -> Vec<String> {
    let problems = line["problems"].as_array().unwrap();
    let code = |problem: &Value| problem["code"].as_str().unwrap().to_owned();
    problems.iter().map(code).collect()
}
