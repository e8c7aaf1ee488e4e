//! Definitions of one's own: where they lie, and what is told of those that are not taken.

use std::fs;

use crate::{person::says, zone::Zone};

#[test]
fn definitions_that_somebody_changed_are_not_written_over() {
    let zone = Zone::open();
    let draft = zone.folder.join("draft");
    let draft = draft.to_str().unwrap();
    assert_eq!(says("en", &["definitions", "write", draft]).exit, 0);
    let rule = format!("{draft}/rules/chama.toml");
    let changed = fs::read_to_string(&rule).unwrap() + "# changed\n";
    fs::write(&rule, &changed).unwrap();
    let told = says("en", &["definitions", "write", draft]);
    assert_eq!(told.exit, 2, "{told:#?}");
    assert_eq!(fs::read_to_string(&rule).unwrap(), changed);
}

#[test]
fn definitions_are_told_in_json_too() {
    let told = says("en", &["definitions", "check", "--json"]);
    let line: serde_json::Value = serde_json::from_str(&told.out).unwrap();
    assert_eq!((told.exit, &line["ok"]), (0, &true.into()), "{told:#?}");
    assert!(line["rules"].as_i64().unwrap() > 100, "{line}");
}

#[test]
fn definitions_laid_one_level_off_are_refused_and_not_passed_over() {
    let zone = Zone::open();
    let draft = zone.folder.join("draft");
    let at = |name: &str| draft.join(name).to_str().unwrap().to_owned();
    let whole = at("");
    assert_eq!(says("en", &["definitions", "write", &whole]).exit, 0);
    assert_eq!(says("en", &["definitions", "check", &whole]).exit, 0);
    let data = zone.folder.join("data");
    let data = data.to_str().unwrap();
    let (off, missing) = (at("rules"), at("missing"));
    for (words, want) in [
        (&["replay", "--data", data, "--rules", &off][..], "--rules"),
        (&["replay", "--data", data, "--rules", &missing], "--rules"),
        (&["definitions", "check", &off], "definitions check"),
        (&["rules", "list", "--definitions", &off], "--definitions"),
    ] {
        let told = says("en", words);
        assert_eq!(told.exit, 2, "{words:?}: {told:#?}");
        assert!(
            told.aside.starts_with(&format!("error: {want} ")),
            "{told:#?}"
        );
    }
    let told = says("en", &["definitions", "check", &off]);
    assert!(
        told.aside.contains("/rules/import-retail.toml"),
        "{told:#?}"
    );
    // Among others that are read, one that nobody would read is no better.
    fs::create_dir(at("rulse")).unwrap();
    fs::copy(at("rules/chama.toml"), at("rulse/chama.toml")).unwrap();
    let told = says("en", &["definitions", "check", &whole]);
    assert_eq!(told.exit, 2, "{told:#?}");
    assert!(told.aside.contains("rulse/chama.toml"), "{told:#?}");
}

#[test]
fn a_fault_of_a_definition_is_told_where_it_lies_with_its_line() {
    let zone = Zone::open();
    let draft = zone.folder.join("draft");
    fs::create_dir_all(draft.join("rules")).unwrap();
    let file = draft.join("rules/more.toml");
    fs::write(&file, "[[rule]]\nid = \"a.b\"\nowner = \"nobody\"\n").unwrap();
    for locale in ["en", "zh-CN"] {
        let told = says(locale, &["definitions", "check", draft.to_str().unwrap()]);
        assert_eq!(told.exit, 3, "{told:#?}");
        for want in [
            &*format!("error[definition.value] {}:3 owner", file.display()),
            "owner = \"nobody\"",
            "keeper",
            "docs/tutorials",
        ] {
            assert!(told.aside.contains(want), "{want}: {told:#?}");
        }
        let words = ["definitions", "check", draft.to_str().unwrap(), "--json"];
        let told = says(locale, &words);
        let all: Vec<serde_json::Value> = told
            .aside
            .lines()
            .map(|line| serde_json::from_str(line).unwrap())
            .collect();
        assert!(all.iter().all(|one| one["exit"] == 3), "{all:#?}");
        assert!(
            all.iter()
                .any(|one| (one["code"].as_str(), one["line"].as_i64())
                    == (Some("definition.value"), Some(3))),
            "{all:#?}"
        );
    }
    // No sentence of the reader's own language has one of another in it.
    let told = says("zh-CN", &["definitions", "check", draft.to_str().unwrap()]);
    assert!(
        told.aside.contains("从这一行开始的表缺 rank。"),
        "{told:#?}"
    );
}
