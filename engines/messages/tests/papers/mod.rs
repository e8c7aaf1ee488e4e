//! The tables, the sample messages, and XML in canonical form.
#![allow(dead_code, reason = "each test uses a part")]

pub mod promises;

use std::{path::Path, sync::OnceLock};

use messages::Catalogue;
use quick_xml::{NsReader, events::Event, name::ResolveResult};

const ROOM: &str = env!("CARGO_MANIFEST_DIR");

/// The tables of the repository.
pub fn catalogue() -> &'static Catalogue {
    static TABLES: OnceLock<Catalogue> = OnceLock::new();
    TABLES.get_or_init(|| {
        let folder = format!("{ROOM}/../../definitions/messages");
        let entries = std::fs::read_dir(folder).unwrap();
        let files: Vec<(String, String)> = entries
            .map(|entry| entry.unwrap().path())
            .map(|path| {
                let name = path.file_name().unwrap().to_str().unwrap();
                (format!("messages/{name}"), text(&path))
            })
            .collect();
        Catalogue::load(files.iter().map(|(path, text)| (&**path, &**text))).unwrap()
    })
}

/// Every sample, `folder/name` and bytes, by name.
pub fn samples() -> Vec<(String, Vec<u8>)> {
    let mut all = Vec::new();
    for folder in ["gacc202205", "other", "dxp"] {
        for entry in std::fs::read_dir(format!("{ROOM}/tests/samples/{folder}")).unwrap() {
            let path = entry.unwrap().path();
            let name = path.file_name().unwrap().to_str().unwrap();
            all.push((format!("{folder}/{name}"), std::fs::read(&path).unwrap()));
        }
    }
    all.sort();
    all
}

/// One sample by `folder/name`.
pub fn sample(name: &str) -> String {
    text(format!("{ROOM}/tests/samples/{name}").as_ref())
}

fn text(path: &Path) -> String {
    let bytes = std::fs::read(path).unwrap();
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&bytes);
    String::from_utf8(bytes.to_vec()).unwrap()
}

/// A document without what XML counts for nothing: each element by namespace and name, its
/// attributes sorted, its text joined; declarations, comments, prefixes and the white space
/// between elements left out.
pub fn canonical(xml: &[u8]) -> Vec<String> {
    let text = std::str::from_utf8(xml.strip_prefix(b"\xef\xbb\xbf").unwrap_or(xml)).unwrap();
    let mut reader = NsReader::from_str(text);
    reader.config_mut().expand_empty_elements = true;
    let mut out: Vec<String> = Vec::new();
    let mut inside = String::new();
    loop {
        let (space, event) = reader.read_resolved_event().unwrap();
        let space = match space {
            ResolveResult::Bound(space) => space.as_ref().to_owned(),
            ResolveResult::Unbound => String::new(),
            ResolveResult::Unknown(prefix) => panic!("prefix {prefix:?} is not declared"),
        };
        match event {
            Event::Start(tag) => {
                let mut attributes: Vec<String> = tag
                    .attributes()
                    .map(|attribute| attribute.unwrap())
                    .map(|found| (found.key.as_ref().to_owned(), found.value.into_owned()))
                    .filter(|(key, _)| !key.starts_with("xmlns"))
                    .map(|(key, value)| format!(" {key}={value}"))
                    .collect();
                attributes.sort();
                let name = tag.local_name().as_ref().to_owned();
                out.push(format!("<{{{space}}}{name}{}>", attributes.concat()));
                inside.clear();
            }
            Event::End(_) => {
                // White space alone beside elements is layout, within one element it is its text.
                let leaf = out.last().is_some_and(|last| last.starts_with("<{"));
                if leaf || !inside.trim().is_empty() {
                    out.push(format!("={inside}"));
                }
                out.push("</>".into());
                inside.clear();
            }
            Event::Text(piece) => inside.push_str(&piece.into_inner().replace("\r\n", "\n")),
            Event::CData(piece) => inside.push_str(&piece.into_inner().replace("\r\n", "\n")),
            Event::GeneralRef(name) => {
                let reference = format!("&{};", name.into_inner());
                inside.push_str(&quick_xml::escape::unescape(&reference).unwrap());
            }
            Event::Eof => return out,
            Event::Empty(_)
            | Event::Decl(_)
            | Event::Comment(_)
            | Event::PI(_)
            | Event::DocType(_) => {}
        }
    }
}

/// A sample with one document and a signature.
pub const PAYMENT: &str = "gacc202205/CEB411Message.xml";

/// A payment without its signature.
pub fn unsigned() -> String {
    let text = sample(PAYMENT);
    let start = text.find("<ds:Signature").unwrap();
    let end = text.find("</ds:Signature>").unwrap() + "</ds:Signature>".len();
    format!("{}{}", &text[..start], &text[end..])
}

/// The line a part stands on, from 1.
pub fn line_of(text: &str, part: &str) -> usize {
    1 + text[..text.find(part).unwrap()].matches('\n').count()
}
