//! A problem: its keys, its ground, its shape on a terminal.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use rulebook::Rulebook;
use site::{Locale, Problem, Words, print, tell};
use values::{Day, Finding};

const RULES: &str = r#"
[[parameter]]
id = "import.single-limit"
title.zh = "单次交易限值"
title.en = "Single transaction limit"
unit = "CNY"
[[parameter.value]]
from = 2016-04-08
value = "2000.00"
basis = { document = "财关税〔2016〕18号", clause = "三", certainty = "law" }

[[rule]]
id = "quota.single"
title.zh = "单次限值"
title.en = "Single limit"
customs_code = "-621005"
owner = "declarant"
retry = false
rank = "quota"
checked = 2026-11-24
[[rule.form]]
from = 2016-04-08
function = "single_limit"
needs = ["import.single-limit"]
basis = { document = "财关税〔2016〕18号", clause = "三", certainty = "law" }
[[rule.form]]
from = 2019-01-01
function = "single_limit"
needs = ["import.single-limit"]
basis = { document = "财关税〔2018〕49号", clause = "二", certainty = "law" }
"#;

const WORDS_ZH: &str = "quota-single = 超过 { $want } 元的订单只能有 1 件商品，现为 { $seen } 件。\n    .remedy = 改按一般贸易申报。\n";
const WORDS_EN: &str = "quota-single = Above { $want } an order holds one item; this has { $seen }.\n    .remedy = Declare it as ordinary trade.\n";

fn words() -> Words {
    Words::load([
        (
            "locale/zh-CN/site.ftl",
            include_str!("../../../definitions/locale/zh-CN/site.ftl"),
        ),
        (
            "locale/en/site.ftl",
            include_str!("../../../definitions/locale/en/site.ftl"),
        ),
        ("locale/zh-CN/a.ftl", WORDS_ZH),
        ("locale/en/a.ftl", WORDS_EN),
    ])
    .unwrap()
}

fn book() -> Rulebook {
    let raised: &[(&str, &[&str])] = &[];
    Rulebook::load([("rules/a.toml", RULES)], &["single_limit"], raised).unwrap()
}

fn told(finding: &Finding, day: &str, locale: Locale) -> Problem {
    tell(
        finding,
        book().at(day.parse::<Day>().unwrap()),
        &words(),
        locale,
    )
}

fn two_items() -> Finding {
    Finding::refused("quota.single")
        .of("621")
        .line(48)
        .at("qty")
        .saw("2")
        .wants("5,000.00")
}

#[test]
fn a_problem_has_its_keys_in_the_order_that_programs_know() {
    let problem = told(&two_items(), "2026-10-05", Locale::En);
    let json = serde_json::to_string(&problem).unwrap();
    assert_eq!(
        json,
        r#"{"code":"quota.single","field":"qty","line":48,"seen":"2","want":"5,000.00","rule":"quota.single","remedy":"Declare it as ordinary trade.","owner":"declarant","retry":false,"text":"Above 5,000.00 an order holds one item; this has 2.","clause":"财关税〔2018〕49号 二","quote":null,"message":"621","key":null}"#
    );
}

#[test]
fn what_is_not_known_is_null_and_never_left_out() {
    let json = serde_json::to_string(&told(
        &Finding::refused("quota.single"),
        "2026-10-05",
        Locale::ZhCn,
    ))
    .unwrap();
    assert!(
        json.starts_with(
            r#"{"code":"quota.single","field":null,"line":null,"seen":null,"want":null,"rule":"#
        ),
        "{json}"
    );
}

#[test]
fn the_clause_is_the_one_of_the_day() {
    assert_eq!(
        told(&two_items(), "2018-12-31", Locale::En)
            .clause
            .as_deref(),
        Some("财关税〔2016〕18号 三")
    );
    assert_eq!(
        told(&two_items(), "2019-01-01", Locale::En)
            .clause
            .as_deref(),
        Some("财关税〔2018〕49号 二")
    );
}

#[test]
fn a_terminal_shows_place_sentence_values_remedy_and_ground() {
    let shown = print(
        &told(&two_items(), "2026-10-05", Locale::ZhCn),
        "lists/621.xml",
        false,
        &words(),
    );
    assert_eq!(
        shown,
        "error[quota.single] lists/621.xml:48 qty\n  \
         超过 5,000.00 元的订单只能有 1 件商品，现为 2 件。\n  \
         现为 2，应为 5,000.00\n  \
         办法 改按一般贸易申报。\n  \
         依据 财关税〔2018〕49号 二"
    );
    let shown = print(
        &told(&two_items(), "2026-10-05", Locale::En),
        "lists/621.xml",
        false,
        &words(),
    );
    assert!(
        shown.contains("\n  seen 2, want 5,000.00\n  fix  Declare it as ordinary trade.\n"),
        "{shown}"
    );
}

#[test]
fn without_a_file_the_message_its_key_and_its_line_are_the_place() {
    let mut finding = two_items();
    finding.paper.key = Some("A/1".into());
    let place = |locale| print(&told(&finding, "2026-10-05", locale), "", false, &words());
    let first = "error[quota.single] 621 A/1 line 48 qty\n";
    assert!(place(Locale::En).starts_with(first));
    let first = "error[quota.single] 621 A/1 第 48 行 qty\n";
    assert!(place(Locale::ZhCn).starts_with(first));
}

#[test]
fn without_colour_there_is_no_escape_and_with_it_the_words_are_the_same() {
    let problem = told(&two_items(), "2026-10-05", Locale::En);
    let plain = print(&problem, "a.xml", false, &words());
    let mut painted = print(&problem, "a.xml", true, &words());
    assert!(!plain.contains('\x1b'));
    assert!(painted.contains('\x1b'));
    for escape in ["\x1b[1;31m", "\x1b[1m", "\x1b[0m"] {
        painted = painted.replace(escape, "");
    }
    assert_eq!(painted, plain);
}

#[test]
fn a_note_is_no_error_and_needs_no_place() {
    let note = told(&Finding::note("quota.single"), "2026-10-05", Locale::En);
    assert!(!note.refuses());
    assert!(print(&note, "", false, &words()).starts_with("note[quota.single]\n"));
}
