//! Tidy: what no room may forget. Each rule says why when it fails.

mod tree;

use std::collections::BTreeMap;

use tree::{code_only, crates, files, lines_with, none_of, read, rust_files};

/// The longest a file may be before it becomes a folder split by noun.
const LONGEST: usize = 400;
/// Files that were longer when the rule came, with the size they may not pass.
const LARGE: &str = "chama/tests/tidy/large-files.txt";

/// Names that say nothing about what is inside.
const EMPTY_NAMES: &[&str] = &[
    "utils", "util", "helpers", "helper", "types", "common", "manager", "misc",
];

/// What a pure room must not name: floats, clocks, disks, nets, threads of others, databases.
const IMPURE: &[&str] = &[
    "f32",
    "f64",
    "SystemTime",
    "Instant",
    "Utc::now",
    "Zoned::now",
    "Timestamp::now",
    "std::fs",
    "std::net",
    "std::env",
    "std::process",
    "std::thread",
    "tokio",
    "async",
    "rusqlite",
    "getrandom",
];

#[test]
fn every_crate_opens_with_a_door_comment() {
    let faults = crates().into_iter().filter_map(|folder| {
        let door = ["src/lib.rs", "src/main.rs"].map(|name| format!("{folder}/{name}"));
        let door = door.into_iter().find(|path| files().contains(path))?;
        let first = read(&door).lines().next().unwrap_or_default().to_owned();
        let says = first
            .strip_prefix("//! ")
            .is_some_and(|text| text.trim().len() > 20);
        (!says).then(|| format!("{door}: begin with `//! Name: what it is for.`"))
    });
    none_of(
        faults.collect(),
        "A stranger reads the door first; it must say what the room is for.",
    );
}

#[test]
fn every_source_file_says_in_its_first_line_what_it_holds() {
    // A module `tests.rs` says it by its name.
    let files = rust_files()
        .into_iter()
        .filter(|path| !path.ends_with("/tests.rs"));
    let faults = files.filter(|path| !read(path).starts_with("//!"));
    none_of(
        faults.collect(),
        "A file opens with `//!` and one sentence: what stands here.",
    );
}

#[test]
fn no_file_outgrows_one_reading() {
    let allowed = large_files();
    let faults = rust_files().into_iter().filter_map(|path| {
        let lines = read(&path).lines().count();
        match allowed.get(&path) {
            None if lines > LONGEST => Some(format!(
                "{path}: {lines} lines; split it by noun into a folder of its name"
            )),
            Some(&most) if lines > most => Some(format!(
                "{path}: {lines} lines, was {most}; it may only shrink"
            )),
            _ => None,
        }
    });
    none_of(
        faults.collect(),
        &format!("A file of more than {LONGEST} lines is not read as a whole."),
    );
}

#[test]
fn the_list_of_large_files_only_shrinks() {
    let faults = large_files().into_iter().filter_map(|(path, most)| {
        if !files().contains(&path) {
            return Some(format!("{path} is gone: take it off"));
        }
        let lines = read(&path).lines().count();
        if lines <= LONGEST {
            Some(format!("{path} has {lines} lines now: take it off"))
        } else if lines < most {
            Some(format!(
                "{path} has {lines} lines now: write that in place of {most}"
            ))
        } else {
            None
        }
    });
    none_of(
        faults.collect(),
        &format!("{LARGE} is a ratchet: what was won stays won."),
    );
}

#[test]
fn no_file_or_folder_has_a_name_that_says_nothing() {
    let faults = files().into_iter().filter(|path| {
        path.split('/')
            .any(|part| EMPTY_NAMES.contains(&part.strip_suffix(".rs").unwrap_or(part)))
    });
    none_of(
        faults.collect(),
        "Split by noun, never by kind: a thing must be found by its name.",
    );
}

#[test]
fn pure_rooms_have_no_float_no_clock_no_disk_and_no_net() {
    let mut faults = Vec::new();
    for path in rust_files().into_iter().filter(|path| is_pure(path)) {
        let code = without_tests(&code_only(&read(&path)));
        for word in IMPURE {
            faults.extend(
                lines_with(&code, word)
                    .into_iter()
                    .map(|line| format!("{path}:{line}: {word}")),
            );
        }
        faults.extend(
            grouped_imports(&code)
                .into_iter()
                .map(|name| format!("{path}: std::{name}")),
        );
        faults.extend(
            float_literals(&code)
                .into_iter()
                .map(|line| format!("{path}:{line}: a float")),
        );
    }
    none_of(
        faults,
        "A decision must come out the same on any machine and any day: no floats, and whatever is not an argument is out.",
    );
}

#[test]
fn no_code_is_left_half_done() {
    let words = ["todo", "unimplemented", "dbg"].map(|word| format!("{word}!"));
    let mut faults = Vec::new();
    for path in rust_files() {
        let code = code_only(&read(&path));
        for word in &words {
            let found = code
                .lines()
                .enumerate()
                .filter(|(_, line)| line.contains(word.as_str()));
            faults.extend(found.map(|(at, _)| format!("{path}:{}: {word}", at + 1)));
        }
    }
    none_of(faults, "What is committed works, or is not there.");
}

#[test]
fn no_file_names_a_machine_or_a_registry() {
    // In two pieces, so that this file does not find itself.
    let places = [
        ("/wo", "rk/"),
        ("/ho", "me/"),
        ("/Us", "ers/"),
        ("C:", "\\Users"),
        ("/ro", "ot/"),
        ("index.", "crates.io"),
        ("static.", "crates.io"),
        ("registry.", "npmjs"),
        ("pypi", ".org"),
        ("rs", "proxy"),
        ("mirr", "ors."),
    ]
    .map(|(left, right)| format!("{left}{right}"));
    let mut faults = Vec::new();
    for path in files() {
        let Ok(text) = std::fs::read_to_string(tree::root().join(&path)) else {
            continue;
        };
        for (at, line) in text.lines().enumerate() {
            let found = places.iter().filter(|place| line.contains(place.as_str()));
            faults.extend(found.map(|place| format!("{path}:{}: {place}", at + 1)));
        }
    }
    none_of(
        faults,
        "A clone builds anywhere: nothing in it may know the machine it was written on.",
    );
}

#[test]
fn the_lock_file_takes_crates_from_the_public_index_alone() {
    let lock = read("Cargo.lock");
    let odd = lock.lines().filter(|line| line.starts_with("source = "));
    let odd = odd.filter(|line| !line.contains("github.com/rust-lang/crates.io-index"));
    none_of(
        odd.map(str::to_owned).collect(),
        "Every crate must be had by everyone.",
    );
}

fn is_pure(path: &str) -> bool {
    let engine = ["values", "codes", "rulebook", "messages"]
        .iter()
        .any(|room| path.starts_with(&format!("engines/{room}/src/")));
    let mut parts = path.split('/');
    let system = parts.next() == Some("systems") && parts.nth(1) == Some("src");
    let decides = parts
        .next()
        .is_some_and(|part| matches!(part, "decide" | "decide.rs" | "model" | "model.rs"));
    (engine || system && decides) && !path.ends_with("tests.rs")
}

/// The code before a module of tests, which may read files. Modules of tests stand last.
fn without_tests(code: &str) -> String {
    let end = code.find("#[cfg(test)]").unwrap_or(code.len());
    code[..end].to_owned()
}

/// `use std::{fs, net}` names the same as `std::fs`.
fn grouped_imports(code: &str) -> Vec<String> {
    const HIDDEN: &[&str] = &[
        "fs",
        "net",
        "env",
        "process",
        "thread",
        "Instant",
        "SystemTime",
    ];
    let groups = code.split("std::{").skip(1);
    let groups = groups.map(|rest| rest.split(';').next().unwrap_or_default());
    let names = groups.flat_map(|group| group.split([',', '{', '}', ':']));
    let names = names.filter_map(|name| name.split_whitespace().next());
    names
        .filter(|name| HIDDEN.contains(name))
        .map(str::to_owned)
        .collect()
}

/// Lines with a number such as `0.5` that is no part of a name, a range or a tuple index.
fn float_literals(code: &str) -> Vec<usize> {
    let has = |line: &str| {
        let signs: Vec<char> = line.chars().collect();
        signs.windows(3).enumerate().any(|(at, three)| {
            let number = three[0].is_ascii_digit() && three[1] == '.' && three[2].is_ascii_digit();
            let start = signs[..=at]
                .iter()
                .rposition(|sign| !sign.is_ascii_digit() && *sign != '_');
            let before = start.map(|start| signs[start]);
            number && !before.is_some_and(|sign| sign == '.' || sign.is_alphabetic())
        })
    };
    code.lines()
        .enumerate()
        .filter(|(_, line)| has(line))
        .map(|(at, _)| at + 1)
        .collect()
}

fn large_files() -> BTreeMap<String, usize> {
    let lines = read(LARGE);
    let lines = lines
        .lines()
        .filter(|line| !line.is_empty() && !line.starts_with('#'));
    lines
        .map(|line| {
            let (count, path) = line.split_once(' ').expect("a line is `count path`");
            (
                path.to_owned(),
                count.parse().expect("a line begins with a count"),
            )
        })
        .collect()
}

mod the_reader {
    use super::*;

    #[test]
    fn comments_and_texts_are_no_code() {
        let text = "let a = \"f64\"; // f64\n/* f64\n */ let b = r#\"f64 \" f64\"#; let c = 'f'; let d: &'a str = \"\\\"f64\";";
        assert!(
            lines_with(&code_only(text), "f64").is_empty(),
            "{}",
            code_only(text)
        );
        assert_eq!(code_only(text).lines().count(), 3, "lines stay");
        assert_eq!(
            lines_with(&code_only("let x: u8;\nlet y: f64 = '\\'' as f64;"), "f64"),
            [2]
        );
    }

    #[test]
    fn a_word_inside_a_name_is_not_that_word() {
        assert!(lines_with("let my_f64x = InstantNoodles;", "f64").is_empty());
        assert!(lines_with("let instants = 1;", "Instant").is_empty());
    }

    #[test]
    fn a_float_is_seen_and_an_index_is_not() {
        assert_eq!(
            float_literals("let a = 0.5;\nlet b = pair.0.1;\nlet c = 1..2;\nlet d = (1_000.25);"),
            [1, 4]
        );
    }

    #[test]
    fn a_grouped_import_hides_nothing() {
        assert_eq!(
            grouped_imports("use std::{\n    fmt,\n    fs::{self, File},\n    net as _,\n};"),
            ["fs", "net"]
        );
        assert!(grouped_imports("use std::{fmt, ops};").is_empty());
    }
}
