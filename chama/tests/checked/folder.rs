//! A folder of papers and `chama check` run on it.

use std::{
    fs,
    path::{Path, PathBuf},
};

use testkit::Place;

use crate::program::{Told, speaking, told};

/// A folder that is gone when the test is over.
pub struct Folder(Place);

impl Folder {
    pub fn new() -> Self {
        let place = Place::new("checked");
        fs::create_dir_all(place.path().join("papers")).unwrap();
        Self(place)
    }

    /// Where the papers lie.
    pub fn papers(&self) -> PathBuf {
        self.0.path().join("papers")
    }

    /// Where copies may go.
    pub fn mended(&self) -> PathBuf {
        self.0.path().join("mended")
    }

    pub fn write(&self, name: &str, bytes: &[u8]) -> PathBuf {
        let path = self.papers().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, bytes).unwrap();
        path
    }

    /// `chama check` of all papers, on 2026-10-05 at 10:00.
    pub fn check(&self, words: &[&str]) -> Told {
        self.check_of(&self.papers(), words)
    }

    /// `chama check` of that file or folder.
    pub fn check_of(&self, path: &Path, words: &[&str]) -> Told {
        let mut command = speaking("en", &["check", "--json", "--at", "2026-10-05T10:00"]);
        told(&command.arg(path).args(words).output().unwrap())
    }
}
