//! Words: every problem code has a sentence and a remedy in both complete languages.

mod tree;

use std::collections::BTreeSet;

use site::{Locale, Words};
use toml::{Table, Value};
use tree::{files, none_of, read};

fn words() -> Words {
    let paths: Vec<String> = files()
        .into_iter()
        .filter(|path| path.starts_with("definitions/locale/"))
        .collect();
    let texts: Vec<(String, String)> = paths
        .into_iter()
        .map(|path| (path["definitions/".len()..].to_owned(), read(&path)))
        .collect();
    let loaded = Words::load(
        texts
            .iter()
            .map(|(path, text)| (path.as_str(), text.as_str())),
    );
    loaded.unwrap_or_else(|faults| {
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

/// The code of every rule record, and the file it stands in.
fn codes() -> Vec<(String, String)> {
    let mut codes = Vec::new();
    for path in files()
        .into_iter()
        .filter(|path| path.starts_with("definitions/rules/") && path.ends_with(".toml"))
    {
        let table: Table = read(&path)
            .parse()
            .unwrap_or_else(|error| panic!("{path}: {error}"));
        let rules = table.get("rule").and_then(Value::as_array);
        let ids = rules
            .into_iter()
            .flatten()
            .filter_map(|rule| rule.get("id").and_then(Value::as_str));
        codes.extend(ids.map(|id| (id.to_owned(), path.clone())));
    }
    codes
}

#[test]
fn every_code_has_a_sentence_and_a_remedy_in_chinese_and_english() {
    let words = words();
    let mut faults = Vec::new();
    for (code, file) in codes() {
        let id = code.replace('.', "-");
        for locale in [Locale::ZhCn, Locale::En] {
            for id in [id.clone(), format!("{id}.remedy")] {
                if !words.holds(locale, &id) {
                    faults.push(format!("{code} ({file}): {} lacks {id}", locale.tag()));
                }
            }
        }
    }
    none_of(
        faults,
        "A code without words is a number with two meanings.",
    );
}

#[test]
fn every_remedy_belongs_to_a_code() {
    let words = words();
    // What is said of a code that has no words of its own.
    let known: BTreeSet<String> = codes()
        .into_iter()
        .map(|(code, _)| code.replace('.', "-"))
        .chain(["problem-unworded".to_owned()])
        .collect();
    let orphans = words
        .ids(Locale::ZhCn)
        .filter(|id| words.holds(Locale::ZhCn, &format!("{id}.remedy")) && !known.contains(*id));
    none_of(
        orphans.map(str::to_owned).collect(),
        "Words for a code that no rule record has are never said.",
    );
}
