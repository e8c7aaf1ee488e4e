//! Coverage: what `docs/coverage.toml` says of each clause of the zone's plan is so.

mod tree;

use std::{collections::BTreeSet, process::Command};

use toml::{Table, Value};
use tree::{code_only, none_of, read, rust_files};

/// Entries of each of the nineteen measures, from 1.
const MEASURES: [usize; 19] = [
    14, 10, 8, 9, 8, 11, 7, 10, 7, 4, 5, 8, 5, 4, 10, 8, 6, 4, 10,
];

/// All clauses of the plan: six of part 一, six of part 二, the measures of part 三, four of part 四.
fn clauses() -> Vec<String> {
    let measures = MEASURES
        .iter()
        .enumerate()
        .flat_map(|(at, &count)| (1..=count).map(move |entry| format!("{}.{entry}", at + 1)));
    let part = |letter: &'static str, numbers: std::ops::RangeInclusive<usize>| {
        numbers.map(move |number| format!("{letter}{number}"))
    };
    part("G", 0..=5)
        .chain(part("T", 1..=6))
        .chain(measures)
        .chain(part("O", 1..=4))
        .collect()
}

struct Entry {
    id: String,
    table: Table,
}

impl Entry {
    fn text(&self, key: &str) -> &str {
        self.table
            .get(key)
            .and_then(Value::as_str)
            .unwrap_or_default()
    }

    /// A key that holds one text or several.
    fn texts(&self, key: &str) -> Vec<&str> {
        match self.table.get(key) {
            Some(Value::Array(list)) => list.iter().filter_map(Value::as_str).collect(),
            Some(Value::String(one)) => vec![one],
            _ => Vec::new(),
        }
    }

    fn claims(&self) -> bool {
        matches!(self.text("state"), "works" | "partly")
    }
}

fn entries() -> Vec<Entry> {
    let table: Table = read("docs/coverage.toml")
        .parse()
        .unwrap_or_else(|error| panic!("docs/coverage.toml: {error}"));
    let entry = |(id, value): (String, Value)| {
        let Value::Table(table) = value else {
            panic!("docs/coverage.toml: {id} is a table")
        };
        Entry { id, table }
    };
    table.into_iter().map(entry).collect()
}

#[test]
fn every_clause_of_the_plan_is_answered_for_once_and_no_other() {
    let clauses = clauses();
    assert_eq!(clauses.len(), 164);
    let here: BTreeSet<String> = entries().into_iter().map(|entry| entry.id).collect();
    let wanted: BTreeSet<String> = clauses.into_iter().collect();
    let missing = wanted
        .difference(&here)
        .map(|id| format!("{id} is missing"));
    let odd = here
        .difference(&wanted)
        .map(|id| format!("{id} is no clause"));
    none_of(
        missing.chain(odd).collect(),
        "The plan has 164 entries and each has a state.",
    );
}

#[test]
fn a_state_is_one_of_three_and_no_key_is_made_up() {
    let known = ["state", "page", "command", "tests", "note"];
    let mut faults = Vec::new();
    for entry in entries() {
        if !matches!(entry.text("state"), "works" | "partly" | "none") {
            faults.push(format!("{}: state is works, partly or none", entry.id));
        }
        let odd = entry
            .table
            .keys()
            .filter(|key| !known.contains(&key.as_str()));
        faults.extend(odd.map(|key| format!("{}: no key {key}", entry.id)));
    }
    none_of(faults, "docs/coverage.toml is read by programs too.");
}

#[test]
fn whoever_claims_a_clause_shows_the_way_in_and_the_tests() {
    let mut faults = Vec::new();
    for entry in entries() {
        let ways = entry.texts("command").len() + entry.texts("page").len();
        let tests = entry.texts("tests").len();
        if entry.claims() && (ways == 0 || tests == 0) {
            faults.push(format!("{}: a command or page, and tests", entry.id));
        }
        if entry.text("state") == "partly" && entry.text("note").is_empty() {
            faults.push(format!("{}: the note says what is still missing", entry.id));
        }
        if entry.text("state") == "none" && ways + tests > 0 {
            faults.push(format!(
                "{}: what has a way in and tests is not none",
                entry.id
            ));
        }
        let odd = entry
            .texts("page")
            .into_iter()
            .filter(|page| !page.starts_with('/'));
        faults.extend(odd.map(|page| format!("{}: the address {page} begins with /", entry.id)));
    }
    none_of(
        faults,
        "A claim without a way in and a test is only a wish.",
    );
}

#[test]
fn every_test_that_is_named_exists() {
    let tests: BTreeSet<String> = rust_files()
        .iter()
        .flat_map(|path| test_names(&code_only(&read(path))))
        .collect();
    let mut faults = Vec::new();
    for entry in entries() {
        for name in entry.texts("tests") {
            let last = name.rsplit("::").next().unwrap_or(name);
            if !tests.contains(last) {
                faults.push(format!("{}: no test {last}", entry.id));
            }
        }
    }
    none_of(
        faults,
        "A test that was renamed or removed takes its claim along.",
    );
}

#[test]
fn every_command_that_is_named_is_a_verb_of_the_program() {
    let named: BTreeSet<(String, String)> = entries()
        .iter()
        .flat_map(|entry| {
            entry
                .texts("command")
                .into_iter()
                .map(|command| (verbs(command).join(" "), entry.id.clone()))
                .collect::<Vec<_>>()
        })
        .collect();
    let mut faults = Vec::new();
    for (verb, id) in named {
        let mut command = Command::new(env!("CARGO_BIN_EXE_chama"));
        let asked = command
            .args(verb.split(' '))
            .arg("--help")
            .output()
            .expect("the program was built beside this test");
        if verb.is_empty() || !asked.status.success() {
            faults.push(format!("{id}: chama {verb}"));
        }
    }
    none_of(faults, "`chama --help` is the list of verbs.");
}

/// The verbs of `chama rules test FILE…`: what stands before options and placeholders.
fn verbs(command: &str) -> Vec<&str> {
    let words = command
        .split_whitespace()
        .skip_while(|word| *word == "chama");
    words
        .take_while(|word| word.bytes().all(|b| b.is_ascii_lowercase()))
        .collect()
}

/// Names of the functions that follow `#[test]`.
fn test_names(code: &str) -> Vec<String> {
    let name = |rest: &str| {
        let head = rest.split_once("fn ")?.1;
        let end = head.find(|sign: char| !sign.is_alphanumeric() && sign != '_')?;
        Some(head[..end].to_owned())
    };
    code.split("#[test]").skip(1).filter_map(name).collect()
}

#[test]
fn the_reader_finds_verbs_and_tests() {
    assert_eq!(verbs("chama rules test FILE…"), ["rules", "test"]);
    assert_eq!(verbs("chama declare --json PATH"), ["declare"]);
    assert_eq!(
        test_names("#[test]\n#[ignore]\nfn one_is_one() {}\nfn two() {}"),
        ["one_is_one"]
    );
}
