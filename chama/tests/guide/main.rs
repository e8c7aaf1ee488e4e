//! The guides: what they tell a newcomer to do is done here with the program, word for word.

mod samples;
#[path = "../tree/mod.rs"]
mod tree;
mod walk;

use std::fs;

use tree::{none_of, read};
use walk::{Walk, blocks, told};

/// A guide, and the names it gives to the folders of its walk.
struct Guide {
    path: &'static str,
    locale: &'static str,
    papers: &'static str,
    mended: &'static str,
    receipts: &'static str,
    /// What it says in its language, in the order of the walk.
    says: Says,
}

/// Sentences of the program that the walk looks for.
struct Says {
    all_new: &'static str,
    missing_order: &'static str,
    sound: &'static str,
}

const ENGLISH: Guide = Guide {
    path: "docs/guide/en.md",
    locale: "en",
    papers: "practice/papers",
    mended: "mended",
    receipts: "receipts",
    says: Says {
        all_new: "0 as before",
        missing_order: "missing    311",
        sound: ", 0 faults",
    },
};

const CHINESE: Guide = Guide {
    path: "docs/guide/zh.md",
    locale: "zh-CN",
    papers: "演练/papers",
    mended: "改好",
    receipts: "回执",
    says: Says {
        all_new: "0 项照旧",
        missing_order: "缺         311",
        sound: "不符 0 处",
    },
};

#[test]
fn the_walk_of_the_english_guide_ends_with_every_parcel_released() {
    Walk::of(&ENGLISH).carry_out();
}

#[test]
fn the_walk_of_the_chinese_guide_ends_with_every_parcel_released() {
    Walk::of(&CHINESE).carry_out();
}

#[test]
fn papers_of_ones_own_are_made_as_the_guides_say_and_released() {
    for guide in [&ENGLISH, &CHINESE] {
        Walk::of(guide).make_ones_own();
    }
}

#[test]
fn the_setup_file_of_both_guides_is_taken_whole() {
    for guide in [&ENGLISH, &CHINESE] {
        let walk = Walk::of(guide);
        fs::write(
            walk.folder.join("setup.toml"),
            blocks(&read(guide.path), "toml\n").concat(),
        )
        .expect("the folder is ours");
        let filed = walk.run("chama setup setup.toml --data data --at 2026-10-05T09:00");
        assert!(filed.status.success(), "{}", told(&filed));
        assert!(
            told(&filed).contains(guide.says.all_new) && told(&filed).contains("13 "),
            "{}",
            told(&filed)
        );
    }
}

#[test]
fn the_guides_know_every_command_and_no_other() {
    let help = Walk::of(&ENGLISH).run("chama --help");
    let help = told(&help);
    let verbs: Vec<&str> = help
        .lines()
        .skip_while(|line| !line.starts_with("Commands:"))
        .skip(1)
        .take_while(|line| !line.is_empty())
        .filter_map(|line| line.split_whitespace().next())
        .filter(|verb| *verb != "help")
        .collect();
    assert!(verbs.len() > 10, "{help}");
    let mut faults = Vec::new();
    for guide in [&ENGLISH, &CHINESE] {
        let text = read(guide.path);
        let listed: Vec<&str> = text
            .split("`chama ")
            .skip(1)
            .filter_map(|rest| rest.split([' ', '`']).next())
            .collect();
        let silent = verbs.iter().filter(|verb| !listed.contains(verb));
        faults.extend(silent.map(|verb| format!("{}: nothing of chama {verb}", guide.path)));
        let odd = listed.iter().filter(|verb| !verbs.contains(verb));
        faults.extend(odd.map(|verb| format!("{}: there is no chama {verb}", guide.path)));
    }
    none_of(faults, "Whoever reads the guide has all of the program.");
}
