//! Every word that a reader reads is in the reader's language; codes, names and placeholders are not
//! words.

use std::fs;

use testkit::Parcel;

use crate::{
    person::{Spoken, says, says_under},
    zone::Zone,
};

/// The name of a document that has no Chinese one.
const A_DOCUMENT: &str = "GS1 EPC Tag Data Standard";

/// English in a text: four words on end, or three that are no command. Examples and placeholders
/// are the same in every language.
fn english(text: &str) -> Option<String> {
    let plain = |line: &str| -> String {
        let mut inside = 0_i32;
        line.chars()
            .map(|one| {
                inside += i32::from(matches!(one, '<' | '[')) - i32::from(matches!(one, '>' | ']'));
                if inside > 0 { '·' } else { one }
            })
            .collect()
    };
    let lines = text
        .lines()
        .filter(|line| !line.trim_start().starts_with("chama "))
        .filter(|line| !line.contains(A_DOCUMENT));
    for line in lines {
        let mut run: Vec<&str> = Vec::new();
        let line = plain(line);
        for word in line.split(' ').chain([""]) {
            let is_word = word.len() > 1 && word.bytes().all(|byte| byte.is_ascii_alphabetic());
            if is_word {
                run.push(word);
                continue;
            }
            if run.len() > 2 && run[0] != "chama" {
                return Some(run.join(" "));
            }
            run.clear();
        }
    }
    None
}

/// Nothing in it is English, and something Chinese.
pub fn is_chinese(told: &Spoken, of: &str) {
    let all = told.all();
    assert_eq!(english(&all), None, "{of}:\n{all}");
    assert!(
        all.chars()
            .any(|one| ('\u{4e00}'..'\u{9fff}').contains(&one)),
        "{of} says nothing in Chinese:\n{all}"
    );
}

/// Every command there is, by its words.
fn commands() -> Vec<Vec<String>> {
    let mut found = Vec::new();
    let mut ahead: Vec<Vec<String>> = vec![Vec::new()];
    while let Some(path) = ahead.pop() {
        let mut words: Vec<&str> = path.iter().map(String::as_str).collect();
        words.push("--help");
        let help = says("en", &words);
        assert_eq!(help.exit, 0, "{path:?}: {help:#?}");
        let inner = help.out.split("\nCommands:\n").nth(1).unwrap_or_default();
        for name in inner
            .lines()
            .take_while(|line| !line.is_empty())
            .filter_map(|line| line.split_whitespace().next())
            .filter(|name| *name != "help")
        {
            let mut path = path.clone();
            path.push(name.to_owned());
            ahead.push(path);
        }
        found.push(path);
    }
    found
}

#[test]
fn english_is_found_where_it_stands() {
    assert_eq!(
        english("选项:\n  --at  Business time in Shanghai"),
        Some("Business time in Shanghai".to_owned())
    );
    assert_eq!(english("表名，见 chama codes list"), None);
    assert_eq!(english("  chama show that was an example"), None);
}

#[test]
fn help_of_every_command_is_chinese_where_chinese_is_asked_for() {
    let all = commands();
    assert!(all.len() > 20, "{all:?}");
    for path in all {
        for flag in ["--help", "-h"] {
            let mut words: Vec<&str> = path.iter().map(String::as_str).collect();
            words.push(flag);
            let help = says("zh-CN", &words);
            assert_eq!(help.exit, 0, "{help:#?}");
            is_chinese(&help, &format!("{path:?} {flag}"));
            // An argument without words of its own would be told by the name of its id.
            assert!(!help.out.contains("cmd"), "{path:?}: {}", help.out);
        }
    }
}

#[test]
fn a_line_that_is_not_understood_is_answered_in_the_language_of_the_reader() {
    for words in [
        &["shwo"][..],
        &["show", "--bogus"],
        &["show", "--most"],
        &["show", "--most", "many"],
        &["show", "a", "b"],
        &["declare"],
        &["codes", "load", "x.csv", "--from", "monday"],
        &["decide", "a", "burn", "--reason", "x", "--as", "y"],
        &["decide", "a", "release", "--reason", "x", "--as", " "],
        &["show", "--at", "noon"],
        &["show", "--at", "2026-10-05", "--at", "2026-10-06"],
        &["show", "--json=1"],
        &["help", "shwo"],
        &["show", "--data", "nowhere-at-all"],
        &["declare", "nothing.xml"],
        &["setup", "."],
        &["quote", "."],
        &["rules", "test", "."],
        &["restore", "."],
        &["receipts", "--after", "x", "--data", "nowhere-at-all"],
        &["check", ".", "--definitions", "nowhere-at-all"],
    ] {
        let told = says("zh-CN", words);
        assert_eq!(told.exit, 2, "{words:?}: {told:#?}");
        is_chinese(&told, &format!("{words:?}"));
        assert!(!told.aside.contains("os error"), "{words:?}: {told:#?}");
    }
    let told = says("en", &["shwo"]);
    assert!(told.aside.contains("perhaps show?"), "{told:#?}");
}

#[test]
fn what_every_command_answers_is_chinese_where_chinese_is_asked_for() {
    let zone = Zone::open();
    let data = zone.folder.join("data");
    let data = data.to_str().unwrap();
    let at = |name: &str| zone.folder.join(name).to_str().unwrap().to_owned();
    let parcel = Parcel::lawful(1);
    let papers = zone.writes(parcel.papers());
    fs::write(at("orders.csv"), "hs10,name_zh,mfn_rate,consumption_tax_rate,vat_rate,unit1,unit2\n1901101000,婴幼儿配方奶粉,0.15,0,0.09,035,\n").unwrap();
    let key = parcel.order.key();
    for words in [
        &["setup", &at("setup.toml")][..],
        &["check", &papers],
        &["declare", &papers],
        &["show"],
        &["show", &key],
        &["receipts"],
        &["verify"],
        &["replay"],
        &["export", "tax"],
        &["codes", "list"],
        &["codes", "show", "currencies"],
        &[
            "codes",
            "load",
            &at("orders.csv"),
            "--partial",
            "--from",
            "2026-01-01",
        ],
        &[
            "decide",
            "A/B",
            "release",
            "--reason",
            "goods.list-incomplete",
            "--as",
            "测试关员",
        ],
        &["backup", &at("copy.chama")],
        &["rules", "list"],
        &["definitions", "check"],
        &["definitions", "write", &at("definitions")],
    ] {
        let mut words = words.to_vec();
        let aloof = matches!(words[0], "check" | "rules" | "definitions" | "export");
        if words[0] == "export" || !aloof {
            words.extend(["--data", data]);
        }
        words.extend(["--at", "2026-10-05T11:00"]);
        let told = says("zh-CN", &words);
        assert!(told.exit < 2, "{words:?}: {told:#?}");
        match words[0] {
            // Rows of figures under the names of columns.
            "export" => assert_eq!(english(&told.all()), None),
            // Titles and clauses are in Chinese; ids of rules are long.
            _ => is_chinese(&told, &format!("{words:?}")),
        }
    }
}

#[test]
fn without_a_word_on_language_the_machine_decides_and_nothing_means_chinese() {
    for (variables, begins) in [
        (&[][..], "没有"),
        (&[("LANG", "zh_CN.UTF-8")], "没有"),
        (&[("LANG", "de_DE.UTF-8")], "没有"),
        (&[("LANG", "en_GB.UTF-8")], "there is no"),
        // Whoever sets the plain locale wants what any terminal shows: decision 022.
        (&[("LANG", "C")], "there is no"),
        (&[("LANG", "C"), ("LC_ALL", "zh_CN.UTF-8")], "没有"),
    ] {
        let told = says_under(variables, &["shwo"]);
        let begins = format!("error: {begins}");
        assert!(told.aside.starts_with(&begins), "{variables:?}: {told:#?}");
    }
}

#[test]
fn how_sure_a_rule_is_stands_there_in_words() {
    for (locale, words) in [
        ("en", ["law", "public source", "memory", "design"]),
        ("zh-CN", ["法规原文", "公开来源", "待核对", "自定"]),
    ] {
        let told = says(locale, &["rules", "list"]);
        let last = told
            .out
            .lines()
            .filter_map(|line| line.rsplit(" | ").next());
        for word in last {
            assert!(words.contains(&word), "{locale}: {word}");
        }
    }
    let told = says("zh-CN", &["rules", "list", "--json"]);
    assert!(told.out.contains("\"certainty\":\"design\""), "{told:#?}");
}
