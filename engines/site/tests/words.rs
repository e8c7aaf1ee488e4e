//! Words: languages, slots and what stops the start.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use site::{Locale, Words};
use values::Finding;

const SITE_ZH: &str = include_str!("../../../definitions/locale/zh-CN/site.ftl");
const SITE_EN: &str = include_str!("../../../definitions/locale/en/site.ftl");
const SITE_BO: &str = include_str!("../../../definitions/locale/bo/site.ftl");

/// The house's own words with one more file in each language.
fn words(zh: &str, en: &str, bo: &str) -> Words {
    Words::load([
        ("locale/zh-CN/site.ftl", SITE_ZH),
        ("locale/en/site.ftl", SITE_EN),
        ("locale/bo/site.ftl", SITE_BO),
        ("locale/zh-CN/room.ftl", zh),
        ("locale/en/room.ftl", en),
        ("locale/bo/room.ftl", bo),
    ])
    .unwrap()
}

fn faults(files: &[(&str, &str)]) -> Vec<String> {
    Words::load(files.iter().copied())
        .unwrap_err()
        .iter()
        .map(ToString::to_string)
        .collect()
}

#[test]
fn a_language_that_lacks_a_sentence_lets_chinese_answer_and_says_so() {
    let words = words("a = 甲\nb = 乙\n", "a = A\nb = B\n", "a = ཀ\n");
    let said = |locale, id: &str| {
        let said = words.say(locale, id, &[]);
        (said.text, said.locale)
    };
    assert_eq!(said(Locale::Bo, "a"), ("ཀ".into(), Locale::Bo));
    assert_eq!(said(Locale::Bo, "b"), ("乙".into(), Locale::ZhCn));
    assert_eq!(said(Locale::En, "b"), ("B".into(), Locale::En));
    assert_eq!(said(Locale::En, "nowhere"), ("nowhere".into(), Locale::En));
    assert!(words.translated(Locale::Bo).0 < words.translated(Locale::ZhCn).0);
}

#[test]
fn a_slot_nobody_filled_says_none_in_the_language_of_the_sentence() {
    let words = words(
        "a = 现为 { $seen }，限 { $limit }。\n",
        "a = Seen { $seen }, limit { $limit }.\n",
        "",
    );
    let finding = Finding::refused("a");
    assert_eq!(
        words.sentence(&finding, Locale::ZhCn).text,
        "现为 无，限 无。"
    );
    assert_eq!(
        words.sentence(&finding, Locale::En).text,
        "Seen none, limit none."
    );
    assert_eq!(
        words.sentence(&finding, Locale::Bo).text,
        "现为 无，限 无。",
        "the answer is Chinese, so is its gap"
    );
}

#[test]
fn a_finding_fills_all_its_slots_without_marks_around_them() {
    let text = "x-y = { $message }|{ $place }|{ $field }|{ $item }|{ $line }|{ $seen }|{ $want }|{ $left }\n    .remedy = { $left }!\n";
    let words = words(text, text, "");
    let finding = Finding::refused("x.y")
        .of("621")
        .item(2)
        .at("qty")
        .line(48)
        .saw("5")
        .wants("3")
        .with("left", "0012");
    assert_eq!(
        words.sentence(&finding, Locale::En).text,
        "621|line 2 qty|qty|2|48|5|3|0012"
    );
    assert_eq!(
        words.sentence(&finding, Locale::ZhCn).text,
        "621|第 2 项 qty|qty|2|48|5|3|0012"
    );
    assert_eq!(words.remedy(&finding, Locale::En).unwrap().text, "0012!");
    assert_eq!(words.remedy(&Finding::refused("other"), Locale::En), None);
}

#[test]
fn english_counts_one_item_and_two_items() {
    let en = "n = { $items ->\n    [one] 1 item\n   *[other] { $items } items\n }\n";
    let words = words("n = { $items } 件\n", en, "");
    assert_eq!(words.say(Locale::En, "n", &[("items", "1")]).text, "1 item");
    assert_eq!(
        words.say(Locale::En, "n", &[("items", "2")]).text,
        "2 items"
    );
    assert_eq!(
        words.say(Locale::En, "n", &[("items", "26,000.00")]).text,
        "26,000.00 items"
    );
}

#[test]
fn a_long_identifier_is_shown_digit_by_digit() {
    let words = words("n = { $hs }\n", "n = { $hs }\n", "");
    for text in ["1901101000", "540102190001010010", "01", "0.10", "1e5", ""] {
        assert_eq!(words.say(Locale::En, "n", &[("hs", text)]).text, text);
    }
}

#[test]
fn a_code_without_words_is_told_by_its_values() {
    let words = words("", "", "");
    let finding = Finding::refused("no.words")
        .at("freight")
        .saw("12.00")
        .wants("0.00");
    assert_eq!(
        words.sentence(&finding, Locale::En).text,
        "freight breaks the rule: seen 12.00, wanted 0.00."
    );
}

#[test]
fn every_fault_of_the_files_is_named_with_file_and_line_at_once() {
    let zh = "a = 甲\nb = 乙\n    .remedy = 改。\n\nthis is not fluent\n\na = 又\nc = { -term }{ b.hint }{ NUMBER($x) }\n";
    let en = "a = A\n\nb = B\nonly-en = E\nc = C\n";
    let found = faults(&[
        ("locale/zh-CN/a.ftl", zh),
        ("locale/en/a.ftl", en),
        ("locale/bo/a.ftl", "z = ཀ\n"),
        ("locale/fr/a.ftl", ""),
    ]);
    assert_eq!(
        found,
        [
            "definitions/locale/bo/a.ftl:1: definition.words id z zh-CN",
            "definitions/locale/en/a.ftl:4: definition.words id only-en zh-CN",
            "definitions/locale/fr/a.ftl:0: definition.reference language fr",
            "definitions/locale/zh-CN/a.ftl:2: definition.words id b.remedy en",
            "definitions/locale/zh-CN/a.ftl:5: definition.syntax fluent",
            "definitions/locale/zh-CN/a.ftl:7: definition.twice stands a locale/zh-CN/a.ftl:1",
            "definitions/locale/zh-CN/a.ftl:8: definition.reference words -term c",
            "definitions/locale/zh-CN/a.ftl:8: definition.reference words NUMBER() c",
            "definitions/locale/zh-CN/a.ftl:8: definition.reference words b.hint c",
        ]
    );
}

#[test]
fn an_id_given_in_two_files_of_one_language_is_refused() {
    let found = faults(&[
        ("locale/zh-CN/a.ftl", "a = 甲\n"),
        ("locale/zh-CN/b.ftl", "\na = 乙\n"),
        ("locale/en/a.ftl", "a = A\n"),
    ]);
    assert_eq!(
        found,
        ["definitions/locale/zh-CN/b.ftl:2: definition.twice stands a locale/zh-CN/a.ftl:1"]
    );
}

#[test]
fn files_that_are_no_words_are_passed_over() {
    assert!(
        Words::load([
            ("rules/a.toml", "[[rule]]"),
            ("locale/zh-CN/README.md", "x")
        ])
        .is_ok()
    );
}

#[test]
fn words_are_said_from_any_thread() {
    fn shared<T: Send + Sync>() {}
    shared::<Words>();
}
