//! What the start refuses, and what a day gets.

#![allow(clippy::unwrap_used, reason = "a test may panic")]

use rulebook::{Certainty, Ground, Rulebook};
use values::{Day, Finding};

const LIMIT: &str = r#"
[[parameter]]
id = "import.single-limit"
title.zh = "单次交易限值"
title.en = "Single transaction limit"
unit = "CNY"
[[parameter.value]]
from = 2016-04-08
value = "2000.00"
basis = { document = "财关税〔2016〕18号", clause = "三", certainty = "law" }
[[parameter.value]]
from = 2019-01-01
to = 2030-12-31
value = "5000.00"
basis = { document = "财关税〔2018〕49号", clause = "一", certainty = "memory", quote = "单次交易限值" }

[[rule]]
id = "quota.single"
title.zh = "超过单次限值"
title.en = "Above the single limit"
customs_code = "-621005"
owner = "declarant"
retry = false
rank = "quota"
checked = 2026-11-24
[[rule.form]]
from = 2016-04-08
function = "single_limit_hard"
needs = ["import.single-limit"]
basis = { document = "财关税〔2016〕18号", clause = "三", certainty = "law" }
[[rule.form]]
from = 2019-01-01
function = "single_limit"
needs = ["import.single-limit"]
basis = { document = "财关税〔2018〕49号", clause = "二", certainty = "law" }

[[rule]]
id = "order.currency"
title.zh = "币制"
title.en = "Currency"
owner = "platform"
retry = false
rank = "order"
checked = 2026-11-24
raised_by = "clearance"
basis = { document = "海关总署公告2018年第194号", certainty = "memory" }
"#;
const FUNCTIONS: &[&str] = &["single_limit_hard", "single_limit"];
const RAISED: &[(&str, &[&str])] = &[("clearance", &["order.currency"])];

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

fn book() -> Rulebook {
    Rulebook::load([("rules/limits.toml", LIMIT)], FUNCTIONS, RAISED).unwrap()
}

/// The faults of `LIMIT` with `old` replaced by `new`, as `line: what`.
fn faults_with(old: &str, new: &str) -> Vec<String> {
    assert!(LIMIT.contains(old), "{old}");
    faults(&LIMIT.replacen(old, new, 1))
}

fn faults(text: &str) -> Vec<String> {
    let errors = Rulebook::load([("rules/limits.toml", text)], FUNCTIONS, RAISED).unwrap_err();
    errors
        .iter()
        .map(|error| format!("{}: {}", error.line, error.brief()))
        .collect()
}

#[test]
fn each_day_gets_the_value_and_the_form_of_that_day() {
    let book = book();
    for (on, limit, function) in [
        ("2016-04-08", "2000.00", "single_limit_hard"),
        ("2018-12-31", "2000.00", "single_limit_hard"),
        ("2019-01-01", "5000.00", "single_limit"),
        ("2030-12-31", "5000.00", "single_limit"),
    ] {
        let law = book.at(day(on));
        assert_eq!(
            law.money("import.single-limit").unwrap().to_string(),
            limit,
            "{on}"
        );
        assert_eq!(law.form("quota.single").unwrap().function, function, "{on}");
    }
}

#[test]
fn a_day_without_value_is_told_and_never_guessed() {
    let book = book();
    for on in ["2016-04-07", "2031-01-01"] {
        let finding = book.at(day(on)).money("import.single-limit").unwrap_err();
        assert_eq!(finding.code, rulebook::NO_VALUE, "{on}");
        assert!(
            finding
                .values
                .contains(&("parameter".into(), "import.single-limit".to_owned()))
        );
        assert!(finding.values.contains(&("day".into(), on.to_owned())));
    }
    let law = book.at(day("2026-01-01"));
    assert!(
        law.rate("import.single-limit").is_err(),
        "money is not a rate"
    );
    assert!(
        law.count("import.annual-limit").is_err(),
        "there is no such parameter"
    );
    assert!(book.at(day("2016-04-07")).form("quota.single").is_none());
}

#[test]
fn a_rule_can_be_cited_on_every_day() {
    let book = book();
    let rule = book.rule("quota.single").unwrap();
    assert_eq!(
        rule.basis_on(day("2018-12-31")).to_string(),
        "财关税〔2016〕18号 三"
    );
    assert_eq!(
        rule.basis_on(day("2010-01-01")).to_string(),
        "财关税〔2016〕18号 三"
    );
    assert_eq!(rule.basis().to_string(), "财关税〔2018〕49号 二");
    assert_eq!(rule.customs_code.as_deref(), Some("-621005"));
    let raised = book.rule("order.currency").unwrap();
    assert!(matches!(&raised.ground, Ground::Raised { by, .. } if by == "clearance"));
    assert_eq!(raised.basis().to_string(), "海关总署公告2018年第194号");
    let limit = book
        .at(day("2026-01-01"))
        .basis("import.single-limit")
        .unwrap();
    assert_eq!(
        (limit.certainty, limit.quote.as_deref()),
        (Certainty::Memory, Some("单次交易限值"))
    );
}

#[test]
fn findings_are_told_by_weight_then_rank_then_line() {
    let mut findings = vec![
        Finding::refused("quota.single"),
        Finding::note("order.currency"),
        Finding::refused("order.currency").item(2),
        Finding::refused("order.currency").item(1),
        Finding::refused("unheard.of"),
    ];
    book().rank(&mut findings);
    let told: Vec<_> = findings
        .iter()
        .map(|it| (it.code.as_ref(), it.paper.item, it.refuses()))
        .collect();
    assert_eq!(
        told,
        [
            ("order.currency", Some(1), true),
            ("order.currency", Some(2), true),
            ("quota.single", None, true),
            ("unheard.of", None, true),
            ("order.currency", None, false),
        ]
    );
}

#[test]
fn other_files_are_left_alone() {
    let files = [
        ("locale/en/x.ftl", "a = b"),
        ("rules/notes.md", "words"),
        ("rules/limits.toml", LIMIT),
    ];
    assert_eq!(
        Rulebook::load(files, FUNCTIONS, RAISED)
            .unwrap()
            .rules()
            .len(),
        2
    );
}

#[test]
fn a_value_that_does_not_fit_its_unit_is_refused_with_its_line() {
    for bad in [
        "\"2000.001\"",
        "\"-1\"",
        "\"2e3\"",
        "2000.5",
        "\"\"",
        "2016-01-01",
    ] {
        let faults = faults_with("value = \"2000.00\"", &format!("value = {bad}"));
        assert_eq!(faults.len(), 1, "{bad}: {faults:?}");
        assert!(faults[0].starts_with("9: definition."), "{bad}: {faults:?}");
    }
}

#[test]
fn a_record_without_basis_is_refused() {
    let without = faults_with(
        "basis = { document = \"财关税〔2018〕49号\", clause = \"二\", certainty = \"law\" }",
        "",
    );
    assert_eq!(without, ["31: definition.missing basis key"]);
    let raised = faults_with(
        "basis = { document = \"海关总署公告2018年第194号\", certainty = \"memory\" }",
        "",
    );
    assert_eq!(raised, ["37: definition.missing basis key"]);
    let unsure = faults_with("certainty = \"memory\" }", "certainty = \"rumour\" }");
    assert_eq!(
        unsure,
        ["46: definition.value certainty word rumour law, public, memory, design"]
    );
}

#[test]
fn days_that_go_back_or_overlap_are_refused() {
    let back = faults_with(
        "from = 2019-01-01\nto = 2030-12-31",
        "from = 2016-04-08\nto = 2030-12-31",
    );
    assert_eq!(back, ["11: definition.days back 2016-04-08 2016-04-08"]);
    let overlap = faults_with(
        "from = 2016-04-08\nvalue",
        "from = 2016-04-08\nto = 2019-01-01\nvalue",
    );
    assert_eq!(overlap, ["12: definition.days over 2019-01-01 2019-01-01"]);
    let inverted = faults_with("to = 2030-12-31", "to = 2018-12-31");
    assert_eq!(
        inverted,
        ["11: definition.days turned 2019-01-01 2018-12-31"]
    );
    let instant = faults_with(
        "from = 2016-04-08\nvalue",
        "from = 2016-04-08T00:00:00\nvalue",
    );
    assert_eq!(instant, ["8: definition.kind from day"]);
}

#[test]
fn functions_parameters_and_codes_must_meet() {
    assert_eq!(
        faults_with("function = \"single_limit\"", "function = \"single_limt\""),
        [
            "0: definition.reference function-unused single_limit",
            "33: definition.reference function single_limt",
        ]
    );
    assert_eq!(
        faults_with(
            "needs = [\"import.single-limit\"]",
            "needs = [\"import.limit\"]"
        ),
        ["29: definition.reference parameter import.limit"]
    );
    assert_eq!(
        faults_with("id = \"order.currency\"", "id = \"order.money\""),
        [
            "0: definition.reference record clearance order.currency",
            "45: definition.reference room clearance order.money",
        ]
    );
    assert_eq!(
        faults_with("raised_by = \"clearance\"", "raised_by = \"customs\""),
        ["45: definition.reference room customs order.currency"]
    );
}

#[test]
fn unknown_missing_and_repeated_keys_are_refused_all_at_once() {
    assert_eq!(
        faults_with("unit = \"CNY\"", "unit = \"CNY\"\ncolour = 1"),
        ["7: definition.unknown colour key"]
    );
    assert_eq!(
        faults_with("title.en = \"Currency\"\n", ""),
        ["39: definition.missing en key"]
    );
    let repeated = faults_with("id = \"order.currency\"", "id = \"quota.single\"");
    assert!(
        repeated
            .contains(&"37: definition.twice stands rules/limits.toml:17 quota.single".to_owned())
    );
    let many = LIMIT
        .replacen("unit = \"CNY\"", "unit = \"euro\"", 1)
        .replacen("retry = false", "retry = \"no\"", 1)
        .replacen("rank = \"order\"", "rank = \"last\"", 1);
    let lines: Vec<_> = faults(&many)
        .iter()
        .map(|it| it.split(':').next().unwrap().to_owned())
        .collect();
    for line in ["6", "23", "43"] {
        assert!(lines.contains(&line.to_owned()), "{line} in {lines:?}");
    }
}

#[test]
fn text_that_is_not_toml_is_told_by_line() {
    let faults = faults("[[parameter]\nid = 1\n");
    assert!(faults[0].starts_with("1: "), "{faults:?}");
}
