//! The repository's own definitions, as the tests of this room need them.

#![allow(dead_code, reason = "each test file takes what it needs")]
#![allow(clippy::unwrap_used, reason = "a test may panic")]

use std::{fs, path::Path, sync::LazyLock};

use clearance::{
    cases::Bench,
    decide::{CODES, functions},
};
use codes::Codes;
use rulebook::Rulebook;

/// The rule files of tax, limits and returns.
pub const RULES: [&str; 5] = [
    "import-retail",
    "import-tax",
    "returns",
    "matching",
    "rulebook",
];

/// The text of a file below `definitions/`.
pub fn text(path: &str) -> String {
    fs::read_to_string(
        Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../../definitions")).join(path),
    )
    .unwrap()
}

/// The rulebook of [`RULES`], each text changed as `change` says.
pub fn book_with(change: impl Fn(&str, String) -> String) -> Rulebook {
    let files = RULES.map(|name| {
        (
            format!("rules/{name}.toml"),
            change(name, text(&format!("rules/{name}.toml"))),
        )
    });
    let files = files
        .iter()
        .map(|(path, text)| (path.as_str(), text.as_str()));
    Rulebook::load(
        files,
        &functions(),
        &[("rulebook", rulebook::CODES), ("clearance", CODES)],
    )
    .unwrap_or_else(|errors| {
        panic!(
            "{}",
            errors
                .iter()
                .map(|error| format!("{error}\n"))
                .collect::<String>()
        )
    })
}

static BOOK: LazyLock<Rulebook> = LazyLock::new(|| book_with(|_, text| text));

static CODES_OF_TODAY: LazyLock<Codes> = LazyLock::new(|| {
    let folder = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../../definitions"));
    let mut files = Vec::new();
    for room in ["codes", "calendar"] {
        for entry in fs::read_dir(folder.join(room)).unwrap() {
            let path = format!("{room}/{}", entry.unwrap().file_name().to_str().unwrap());
            files.push((path.clone(), text(&path)));
        }
    }
    Codes::load(
        files
            .iter()
            .map(|(path, text)| (path.as_str(), text.as_str())),
    )
    .unwrap()
});

/// Rules and tables as they stand.
pub fn bench() -> Bench<'static> {
    Bench {
        book: &BOOK,
        codes: &CODES_OF_TODAY,
    }
}
