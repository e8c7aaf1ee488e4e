//! The tree of the repository as the house tests read it: files, crates, code without words.

#![allow(dead_code, reason = "each house test uses its own part of this")]

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

/// The folder that holds the workspace.
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// Text of a file below the root.
pub fn read(path: &str) -> String {
    fs::read_to_string(root().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// Every file of the repository with its path below the root, `/` between folders, in order.
/// What `.gitignore` names at the top stays out, so that it is the same with and without git.
pub fn files() -> Vec<String> {
    let ignored: BTreeSet<String> = read(".gitignore")
        .lines()
        .filter_map(|line| {
            line.trim()
                .strip_prefix('/')
                .map(|path| path.trim_end_matches('/').to_owned())
        })
        .chain([".git".to_owned()])
        .collect();
    let mut found = Vec::new();
    walk("", &ignored, &mut found);
    found.sort();
    found
}

fn walk(folder: &str, ignored: &BTreeSet<String>, found: &mut Vec<String>) {
    for entry in fs::read_dir(root().join(folder)).expect("a folder of the tree can be read") {
        let entry = entry.expect("a folder of the tree can be read");
        let name = entry.file_name().to_string_lossy().into_owned();
        let path = if folder.is_empty() {
            name
        } else {
            format!("{folder}/{name}")
        };
        if ignored.contains(&path) {
            continue;
        }
        if entry.file_type().expect("a file has a kind").is_dir() {
            walk(&path, ignored, found);
        } else {
            found.push(path);
        }
    }
}

/// Every Rust file of the repository.
pub fn rust_files() -> Vec<String> {
    files()
        .into_iter()
        .filter(|path| path.ends_with(".rs"))
        .collect()
}

/// The folders that hold a crate, by their `Cargo.toml`.
pub fn crates() -> Vec<String> {
    files()
        .into_iter()
        .filter_map(|path| path.strip_suffix("/Cargo.toml").map(str::to_owned))
        .collect()
}

/// The code of a Rust text: comments gone, the insides of text literals gone, lines kept.
pub fn code_only(text: &str) -> String {
    let signs: Vec<char> = text.chars().collect();
    let mut out = String::with_capacity(text.len());
    let mut at = 0;
    while at < signs.len() {
        let rest = &signs[at..];
        let taken = match rest {
            ['/', '/', ..] => rest
                .iter()
                .position(|&sign| sign == '\n')
                .unwrap_or(rest.len()),
            ['/', '*', ..] => block_comment(rest),
            ['"', ..] => quoted(rest),
            ['r', '"' | '#', ..] if !follows_name(&signs, at) => raw_text(rest),
            ['\'', '\\', ..] => {
                2 + rest[2..]
                    .iter()
                    .skip(1)
                    .position(|&sign| sign == '\'')
                    .map_or(1, |end| end + 2)
            }
            ['\'', _, '\'', ..] => 3,
            _ => 0,
        };
        if taken == 0 {
            out.push(signs[at]);
            at += 1;
        } else {
            out.extend(rest[..taken].iter().filter(|&&sign| sign == '\n'));
            at += taken;
        }
    }
    out
}

fn follows_name(signs: &[char], at: usize) -> bool {
    at > 0 && (signs[at - 1].is_alphanumeric() || signs[at - 1] == '_')
}

fn block_comment(rest: &[char]) -> usize {
    rest.windows(2)
        .skip(1)
        .position(|pair| pair == ['*', '/'])
        .map_or(rest.len(), |end| end + 3)
}

fn quoted(rest: &[char]) -> usize {
    let mut at = 1;
    while at < rest.len() {
        match rest[at] {
            '\\' => at += 2,
            '"' => return at + 1,
            _ => at += 1,
        }
    }
    rest.len()
}

/// `r"…"` and `r#"…"#`; 0 where the sign begins something else, such as `r#type`.
fn raw_text(rest: &[char]) -> usize {
    let hashes = rest[1..].iter().take_while(|&&sign| sign == '#').count();
    if rest.get(1 + hashes) != Some(&'"') {
        return 0;
    }
    let end: Vec<char> = std::iter::once('"')
        .chain(std::iter::repeat_n('#', hashes))
        .collect();
    let body = &rest[2 + hashes..];
    body.windows(end.len())
        .position(|window| window == end)
        .map_or(rest.len(), |at| 2 + hashes + at + end.len())
}

/// The lines (from 1) of `code` where `word` stands by itself.
pub fn lines_with(code: &str, word: &str) -> Vec<usize> {
    let stands = |line: &str| {
        line.match_indices(word).any(|(at, _)| {
            let part =
                |sign: Option<char>| sign.is_some_and(|sign| sign.is_alphanumeric() || sign == '_');
            !part(line[..at].chars().next_back()) && !part(line[at + word.len()..].chars().next())
        })
    };
    code.lines()
        .enumerate()
        .filter(|(_, line)| stands(line))
        .map(|(at, _)| at + 1)
        .collect()
}

/// Fails with all `faults`, each on a line of its own, and says why the rule is there.
pub fn none_of(faults: Vec<String>, why: &str) {
    assert!(faults.is_empty(), "{why}\n{}\n", faults.join("\n"));
}
