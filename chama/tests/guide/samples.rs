//! The forms that the guides show are taken, and the codes they list are those there are.

use std::{collections::BTreeSet, fs};

use crate::{
    CHINESE, ENGLISH,
    tree::{files, none_of, read},
    walk::{Walk, blocks, told},
};

#[test]
fn an_order_in_the_form_of_the_guides_is_quoted() {
    for guide in [&ENGLISH, &CHINESE] {
        let walk = Walk::of(guide);
        let shown = blocks(&walk.text, "json\n");
        let [order] = shown.as_slice() else {
            panic!("{}: one order: {shown:#?}", guide.path)
        };
        fs::write(walk.folder.join("order.json"), order).expect("the folder is ours");
        let answer = walk.expect("chama quote order.json", 0, &[]);
        assert!(answer.contains("\"allowed\":true"), "{answer}");
    }
}

#[test]
fn cases_in_every_form_of_the_guides_are_read_and_hold() {
    for guide in [&ENGLISH, &CHINESE] {
        let walk = Walk::of(guide);
        for (form, count) in [
            ("toml case\n", 2),
            ("json case\n", 1),
            ("csv identifiers\n", 2),
            ("csv rates\n", 1),
        ] {
            let shown = blocks(&walk.text, form);
            let [cases] = shown.as_slice() else {
                panic!("{}: one of {form}", guide.path)
            };
            fs::write(walk.folder.join("cases"), cases).expect("the folder is ours");
            let ran = walk.run("chama rules test cases --json");
            let told = told(&ran);
            assert_eq!(ran.status.code(), Some(0), "{form}: {told}");
            assert_eq!(
                told.matches("\"pass\":true").count(),
                count,
                "{form}: {told}"
            );
        }
    }
}

/// Codes below zero in a text: `-621005`, or `-621_005` as the program writes it.
fn below_zero(text: &str) -> BTreeSet<String> {
    let plain = text.replace('_', "");
    let begins = plain.match_indices('-').map(|(at, _)| &plain[at + 1..]);
    begins
        .map(|rest| {
            let end = rest.find(|one: char| !one.is_ascii_digit());
            &rest[..end.unwrap_or(rest.len())]
        })
        .filter(|digits| matches!(digits.len(), 5 | 6) && !digits.starts_with('0'))
        .map(|digits| format!("-{digits}"))
        .collect()
}

#[test]
fn the_guides_list_every_negative_code_of_a_receipt_and_no_other() {
    let mut there = below_zero(&read("systems/clearance/src/acts/answer.rs"));
    for path in files()
        .iter()
        .filter(|path| path.starts_with("definitions/rules/"))
    {
        let rules = read(path);
        let codes = rules
            .lines()
            .filter(|line| line.starts_with("customs_code"));
        there.extend(codes.flat_map(below_zero));
    }
    assert!(there.len() > 40, "{there:?}");
    let mut faults = Vec::new();
    for guide in [&ENGLISH, &CHINESE] {
        let text = read(guide.path);
        let rows: Vec<&str> = text.lines().filter(|line| line.starts_with('|')).collect();
        let listed = below_zero(&rows.join("\n"));
        let silent = there.difference(&listed);
        faults.extend(silent.map(|code| format!("{}: nothing of {code}", guide.path)));
        let odd = listed.difference(&there);
        faults.extend(odd.map(|code| format!("{}: no receipt has {code}", guide.path)));
        for (rule, code) in rules_below_zero() {
            let row = rows
                .iter()
                .find(|row| row.starts_with(&format!("| {code} |")));
            if !row.is_some_and(|row| row.contains(&rule)) && rule != "list.second" {
                faults.push(format!("{}: {code} is {rule}", guide.path));
            }
        }
    }
    none_of(faults, "A code that nobody can look up is a riddle.");
}

/// Rules that answer with a code of their own below zero.
fn rules_below_zero() -> Vec<(String, String)> {
    let mut found = Vec::new();
    for path in files()
        .iter()
        .filter(|path| path.starts_with("definitions/rules/") && path.ends_with(".toml"))
    {
        let table: toml::Table = read(path).parse().expect("rules are TOML");
        let rules = table.get("rule").and_then(toml::Value::as_array);
        for rule in rules.into_iter().flatten() {
            let text = |key: &str| rule.get(key).and_then(toml::Value::as_str);
            if let (Some(id), Some(code)) = (text("id"), text("customs_code"))
                && code.starts_with('-')
            {
                found.push((id.to_owned(), code.to_owned()));
            }
        }
    }
    found
}
