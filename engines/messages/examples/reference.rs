//! Writes the reference pages of all messages into a folder:
//! `cargo run -p messages --example reference -- docs/reference/messages`.

use std::{error::Error, fs, path::Path};

use messages::{Catalogue, Language, reference};

fn main() -> Result<(), Box<dyn Error>> {
    let folder = std::env::args()
        .nth(1)
        .ok_or("name the folder to write to")?;
    let tables = concat!(env!("CARGO_MANIFEST_DIR"), "/../../definitions/messages");
    let mut files = Vec::new();
    for entry in fs::read_dir(tables)? {
        let path = entry?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        files.push((format!("messages/{name}"), fs::read_to_string(&path)?));
    }
    let files = files.iter().map(|(path, text)| (&**path, &**text));
    let catalogue = Catalogue::load(files).map_err(|faults| format!("{faults:#?}"))?;
    fs::create_dir_all(&folder)?;
    for language in Language::ALL {
        for (name, page) in reference(&catalogue, language) {
            fs::write(Path::new(&folder).join(name), page)?;
        }
    }
    Ok(())
}
