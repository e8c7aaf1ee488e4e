//! A folder of papers and `chama check` run on it.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
    sync::atomic::{AtomicUsize, Ordering},
};

use serde_json::Value;

/// A folder that is gone when the test is over.
pub struct Folder {
    place: PathBuf,
}

/// What the command answered.
pub struct Checked {
    pub exit: i32,
    pub lines: Vec<Value>,
    /// What it said beside them.
    pub aside: String,
}

impl Folder {
    pub fn new() -> Self {
        static COUNT: AtomicUsize = AtomicUsize::new(0);
        let own = COUNT.fetch_add(1, Ordering::Relaxed);
        let name = format!("chama-checked-{}-{own}", std::process::id());
        let place = std::env::temp_dir().join(name);
        drop(fs::remove_dir_all(&place));
        fs::create_dir_all(place.join("papers")).unwrap();
        Self { place }
    }

    /// Where the papers lie.
    pub fn papers(&self) -> PathBuf {
        self.place.join("papers")
    }

    /// Where copies may go.
    pub fn mended(&self) -> PathBuf {
        self.place.join("mended")
    }

    pub fn write(&self, name: &str, bytes: &[u8]) -> PathBuf {
        let path = self.papers().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, bytes).unwrap();
        path
    }

    /// `chama check` of all papers, on 2026-10-05 at 10:00.
    pub fn check(&self, words: &[&str]) -> Checked {
        self.check_of(&self.papers(), words)
    }

    /// `chama check` of that file or folder.
    pub fn check_of(&self, path: &Path, words: &[&str]) -> Checked {
        let mut command = Command::new(env!("CARGO_BIN_EXE_chama"));
        command.arg("check").arg(path).args(words);
        let output = command
            .args(["--json", "--locale", "en", "--at", "2026-10-05T10:00"])
            .output()
            .unwrap();
        let text = String::from_utf8(output.stdout).unwrap();
        Checked {
            exit: output.status.code().unwrap(),
            lines: text
                .lines()
                .map(|line| serde_json::from_str(line).unwrap())
                .collect(),
            aside: String::from_utf8_lossy(&output.stderr).into_owned(),
        }
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        drop(fs::remove_dir_all(&self.place));
    }
}
