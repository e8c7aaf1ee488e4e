//! The project's own definitions, read from the folder.

use std::{fs, path::Path};

use codes::Codes;
use values::Day;

/// Every file below `definitions/` that this room reads: path and text.
pub fn files() -> Vec<(String, String)> {
    let root = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../../definitions"));
    let mut files = Vec::new();
    for folder in ["codes", "calendar"] {
        for entry in fs::read_dir(root.join(folder)).expect("the folder is there") {
            let path = entry.expect("an entry can be read").path();
            let name = path
                .file_name()
                .expect("a file has a name")
                .to_string_lossy()
                .into_owned();
            files.push((
                format!("{folder}/{name}"),
                fs::read_to_string(&path).expect("the file is text"),
            ));
        }
    }
    files
}

pub fn codes() -> Codes {
    let files = files();
    Codes::load(
        files
            .iter()
            .map(|(path, text)| (path.as_str(), text.as_str())),
    )
    .unwrap_or_else(|faults| {
        panic!(
            "{}",
            faults
                .iter()
                .map(ToString::to_string)
                .collect::<Vec<_>>()
                .join("\n")
        )
    })
}

pub fn day(text: &str) -> Day {
    text.parse().expect("a day")
}
