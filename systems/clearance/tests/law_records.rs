//! The records and words of tax, limits, returns and quotes are whole.

#![allow(clippy::unwrap_used, reason = "a test may panic")]

mod definitions;

use clearance::decide::CODES;
use definitions::text;
use rulebook::Rulebook;

fn book() -> &'static Rulebook {
    definitions::bench().book
}

#[test]
fn every_function_has_its_form_and_every_code_its_record() {
    assert!(book().rules().len() > CODES.len());
}

#[test]
fn every_code_has_words_and_a_remedy_in_both_languages() {
    for locale in ["zh-CN", "en"] {
        let words = text(&format!("locale/{locale}/clearance-law.ftl"));
        for rule in book().rules() {
            let id = rule.id.replace('.', "-");
            let (_, said) = words
                .split_once(&format!("\n{id} = "))
                .unwrap_or_else(|| panic!("{locale}: no {id}"));
            let (_, remedy) = said.split_once("\n    .remedy = ").unwrap();
            let own =
                said.find("\n    .remedy = ").unwrap() < said.find("\n\n").unwrap_or(said.len());
            assert!(
                own && !remedy.lines().next().unwrap().is_empty(),
                "{locale}: {id} has no remedy"
            );
        }
    }
}

#[test]
fn no_sentence_begs_or_scolds() {
    for (locale, banned) in [
        ("zh-CN", &["请", "非法", "无效", "系统异常", "您"][..]),
        ("en", &["please", "sorry", "invalid", "oops", "illegal"][..]),
    ] {
        for line in text(&format!("locale/{locale}/clearance-law.ftl")).lines() {
            let said = line
                .split_once('=')
                .map_or(line, |(_, said)| said)
                .to_lowercase();
            for word in banned {
                // 申请 is an act of the law, not a plea.
                assert!(
                    !said.replace("申请", "").contains(word),
                    "{locale}: {word} in {line}"
                );
            }
        }
    }
}

#[test]
fn chinese_and_latin_signs_stand_apart() {
    let is_han = |sign: char| ('\u{4e00}'..='\u{9fff}').contains(&sign);
    for line in text("locale/zh-CN/clearance-law.ftl")
        .lines()
        .filter(|line| !line.starts_with('#'))
    {
        let said: Vec<_> = line
            .split_once('=')
            .map_or(line, |(_, said)| said)
            .chars()
            .collect();
        for pair in said.windows(2) {
            let (a, b) = (pair[0], pair[1]);
            let touch = (is_han(a) && b.is_ascii_alphanumeric())
                || (a.is_ascii_alphanumeric() && is_han(b));
            assert!(!touch, "{a}{b} in {line}");
        }
    }
}

#[test]
fn the_limits_of_each_day_are_those_of_the_notices() {
    let book = book();
    for (day, single, annual) in [
        ("2016-04-08", "2000.00", "20000.00"),
        ("2018-12-31", "2000.00", "20000.00"),
        ("2019-01-01", "5000.00", "26000.00"),
        ("2026-11-24", "5000.00", "26000.00"),
    ] {
        let law = book.at(day.parse().unwrap());
        assert_eq!(
            law.money("import.single-limit").unwrap().to_string(),
            single,
            "{day}"
        );
        assert_eq!(
            law.money("import.annual-limit").unwrap().to_string(),
            annual,
            "{day}"
        );
    }
    for (day, standard, reduced) in [
        ("2017-06-30", "0.17", "0.13"),
        ("2017-07-01", "0.17", "0.11"),
        ("2018-05-01", "0.16", "0.1"),
        ("2019-04-01", "0.13", "0.09"),
        ("2026-01-01", "0.13", "0.09"),
    ] {
        let law = book.at(day.parse().unwrap());
        assert_eq!(
            law.rate("import.vat.standard").unwrap().to_string(),
            standard,
            "{day}"
        );
        assert_eq!(
            law.rate("import.vat.reduced").unwrap().to_string(),
            reduced,
            "{day}"
        );
    }
    assert!(
        book.at("2016-04-07".parse().unwrap())
            .money("import.single-limit")
            .is_err()
    );
}
