//! What the program knows, read once: the definitions of the repository, also with one changed.

use std::{
    fs,
    path::{Path, PathBuf},
    sync::{Arc, LazyLock},
};

use clearance::{RAISES, acts::Zone, functions};
use codes::Codes;
use identity::Keys;
use messages::Catalogue;
use rulebook::Rulebook;
use site::Words;

/// The zone of all tests. Its key is fixed, so that draws come out the same every time.
pub static ZONE: LazyLock<Zone> = LazyLock::new(|| {
    let files = definitions();
    Zone {
        rulebook: rulebook(&files),
        codes: Codes::load(pairs(&files)).expect("the code tables hold"),
        catalogue: Arc::new(Catalogue::load(pairs(&files)).expect("the messages hold")),
        words: Words::load(pairs(&files)).expect("the words hold"),
        keys: Keys::of([7; 32]),
        program: "test".into(),
    }
});

/// The rules with `from` written as `to` in one file of them.
pub fn drafted(file: &str, from: &str, to: &str) -> Rulebook {
    let mut files = definitions();
    let (_, text) = files
        .iter_mut()
        .find(|(path, _)| path == file)
        .expect("the file is among the definitions");
    assert!(text.contains(from), "{file} has no {from}");
    *text = text.replace(from, to);
    rulebook(&files)
}

fn rulebook(files: &[(String, String)]) -> Rulebook {
    let raised = [
        ("values", values::identifiers::CODES),
        ("values", values::definition::CODES),
        ("codes", codes::CODES),
        ("messages", messages::CODES),
        ("rulebook", rulebook::CODES),
        ("store", store::CODES),
        ("journal", journal::CODES),
        ("ledger", ledger::CODES),
        ("identity", identity::CODES),
        ("clearance", RAISES[0]),
        ("clearance", RAISES[1]),
    ];
    // The program's own codes are nobody's here.
    let files = pairs(files).filter(|(path, _)| *path != "rules/chama.toml");
    Rulebook::load(files, &functions(), &raised).unwrap_or_else(|faults| {
        let lines: Vec<String> = faults.iter().map(ToString::to_string).collect();
        panic!("the rules do not hold:\n{}", lines.join("\n"))
    })
}

fn pairs(files: &[(String, String)]) -> impl Iterator<Item = (&str, &str)> {
    files
        .iter()
        .map(|(path, text)| (path.as_str(), text.as_str()))
}

/// Path below `definitions/` and text of every file.
fn definitions() -> Vec<(String, String)> {
    let root = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../../definitions"));
    let mut files = Vec::new();
    let mut folders: Vec<PathBuf> = vec![root.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).expect("the definitions can be read") {
            let path = entry.expect("the definitions can be read").path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let name = path.strip_prefix(root).expect("it lies below the root");
            let text = fs::read_to_string(&path).expect("definitions are text");
            files.push((name.to_string_lossy().replace('\\', "/"), text));
        }
    }
    files.sort();
    files
}
