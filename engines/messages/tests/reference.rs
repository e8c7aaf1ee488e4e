//! The reference pages that are checked in are those the tables make.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod papers;

use std::collections::{BTreeMap, BTreeSet};

use messages::{Language, reference};
use papers::catalogue;

fn pages() -> BTreeMap<String, String> {
    let pages = Language::ALL.map(|language| reference(catalogue(), language));
    pages.into_iter().flatten().collect()
}

#[test]
fn the_pages_checked_in_are_those_the_tables_make() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/reference/messages");
    let entries = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap());
    let held: BTreeMap<String, String> = entries
        .map(|entry| {
            let name = entry.file_name().into_string().unwrap();
            (name, std::fs::read_to_string(entry.path()).unwrap())
        })
        .collect();
    let made = pages();
    let differ: BTreeSet<&String> = made
        .keys()
        .chain(held.keys())
        .filter(|name| made.get(*name) != held.get(*name))
        .collect();
    assert!(
        differ.is_empty(),
        "run `cargo run -p messages --example reference -- docs/reference/messages` for {differ:?}"
    );
}

#[test]
fn every_field_of_every_message_stands_on_both_pages() {
    let pages = pages();
    assert_eq!(pages.len(), 2 * (catalogue().messages().count() + 1));
    for message in catalogue().messages() {
        for name in [
            format!("{}.md", message.number),
            format!("{}.en.md", message.number),
        ] {
            let page = &pages[&name];
            for field in &message.fields {
                let row = format!(" | `{}` | ", field.name);
                assert!(page.contains(&row), "{name} lacks {}", field.name);
            }
        }
    }
}

#[test]
fn conditions_are_told_in_either_language() {
    let pages = pages();
    assert!(
        pages["621.md"].contains("`tradeMode` 为 9610 时必填"),
        "{}",
        pages["621.md"]
    );
    assert!(pages["621.en.md"].contains("wanted when `tradeMode` is 1210 or 1239"));
    assert!(pages["701.en.md"].contains("not before `startTime`"));
}

#[test]
fn every_link_leads_to_a_page() {
    let pages = pages();
    for (name, page) in &pages {
        for link in page.split("](").skip(1) {
            let target = link.split(')').next().unwrap();
            assert!(pages.contains_key(target), "{name} links to {target}");
        }
    }
}
