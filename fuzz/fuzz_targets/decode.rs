//! Reading, checking, writing and mending of any bytes: no panic, and what is promised holds.
#![no_main]

#[allow(dead_code, reason = "the outcome is for tests to count")]
#[path = "../../engines/messages/tests/papers/promises.rs"]
mod promises;

use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;
use messages::Catalogue;
use values::Moment;

static CATALOGUE: LazyLock<Catalogue> = LazyLock::new(|| {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../definitions/messages");
    let entries = std::fs::read_dir(folder).expect("the tables lie beside the fuzzer");
    let files: Vec<(String, String)> = entries
        .map(|entry| entry.expect("a folder can be listed").path())
        .map(|path| {
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            let text = std::fs::read_to_string(&path).expect("tables are text");
            (format!("messages/{name}"), text)
        })
        .collect();
    Catalogue::load(files.iter().map(|(path, text)| (&**path, &**text)))
        .expect("the tables of the repository load")
});

static NOW: LazyLock<Moment> =
    LazyLock::new(|| "2026-10-05T09:58".parse().expect("a moment is written so"));

fuzz_target!(|bytes: &[u8]| {
    let _ = promises::promises(&CATALOGUE, bytes, *NOW);
});
