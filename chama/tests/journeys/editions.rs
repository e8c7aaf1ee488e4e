//! Editions of code tables that were loaded: listed where they lie, unknown to earlier verdicts.

use std::fs;

use serde_json::Value;
use testkit::Parcel;

use crate::zone::{Told, Zone};

/// Infant formula at 9 %, in force since January: loaded late.
const BACK_DATED: &str = "hs10,name_zh,mfn_rate,consumption_tax_rate,vat_rate,unit1,unit2\n\
     1901101000,婴幼儿配方奶粉,0.15,0,0.09,035,\n";

fn loads(zone: &Zone, text: &str, at: &str) -> Told {
    let file = zone.folder.join("tariff.csv");
    fs::write(&file, text).unwrap();
    let file = file.to_str().unwrap();
    zone.run(&[
        "codes",
        "load",
        file,
        "--partial",
        "--from",
        "2026-01-01",
        "--at",
        at,
    ])
}

fn tariffs(zone: &Zone) -> Vec<Value> {
    let told = zone.run(&["codes", "list"]);
    assert_eq!(told.exit, 0, "{told:#?}");
    let mut lines = told.lines;
    lines.retain(|line| line["table"] == "tariff");
    lines
}

#[test]
fn a_loaded_edition_is_listed_with_the_time_it_was_loaded() {
    let zone = Zone::open();
    assert_eq!(tariffs(&zone).len(), 1);
    assert_eq!(loads(&zone, BACK_DATED, "2026-10-05T11:00").exit, 0);
    let listed = tariffs(&zone);
    assert_eq!(listed.len(), 2);
    assert_eq!(listed[0]["loaded"], Value::Null);
    assert_eq!(listed[1]["from"], "2026-01-01");
    assert_eq!(listed[1]["trust"], "loaded");
    assert_eq!(listed[1]["loaded"], "2026-10-05 11:00:00");
}

#[test]
fn an_edition_loaded_later_changes_no_verdict_that_is_replayed() {
    let zone = Zone::open();
    zone.releases(&Parcel::lawful(1), "2026-10-05T10:00");
    // In the same minute: what counts is which came first.
    assert_eq!(loads(&zone, BACK_DATED, "2026-10-05T10:00").exit, 0);
    zone.is_sound();
    let asked = zone.run(&["replay", "--newer-codes"]);
    assert_eq!(asked.exit, 0, "it was asked for");
    let [one, count] = &asked.lines[..] else {
        panic!("{asked:#?}")
    };
    let differences = one["differences"].as_array().unwrap();
    assert!(differences.iter().any(|one| one["name"] == "vat"), "{one}");
    assert_eq!(count["differing"], 1);
    // A verdict made since knew it.
    zone.declares(Parcel::lawful(10).papers(), "2026-10-05T10:00");
    let replayed = zone.run(&["replay"]);
    assert_eq!(replayed.lines.last().unwrap()["replayed"], 2);
    zone.is_sound();
    let asked = zone.run(&["replay", "--newer-codes"]);
    assert_eq!(asked.lines.last().unwrap()["differing"], 1);
}

#[test]
fn a_tariff_that_no_price_can_carry_is_not_loaded() {
    let zone = Zone::open();
    let whole = BACK_DATED.replace(",0,0.09,", ",1,0.09,");
    let told = loads(&zone, &whole, "2026-10-05T11:00");
    assert_eq!(told.exit, 1);
    assert_eq!(told.lines[0]["code"], "codes.row");
    assert_eq!(told.lines[0]["field"], "consumption_tax_rate");
    assert_eq!(told.lines[0]["line"], 2);
    assert_eq!(tariffs(&zone).len(), 1);
}

#[test]
fn what_only_looks_moves_no_clock_and_writes_nothing() {
    let zone = Zone::open();
    let parcel = Parcel::lawful(1);
    zone.releases(&parcel, "2026-10-05T10:00");
    let before = zone.run(&["verify"]).lines[0]["head"].clone();
    let papers = zone.writes(Parcel::lawful(2).papers());
    let file = zone.folder.join("tariff.csv");
    let file = file.to_str().unwrap();
    let quote = zone.folder.join("order.json");
    fs::write(&quote, r#"{"mode":"1210"}"#).unwrap();
    let twice = BACK_DATED.replace("unit2\n", "unit1\n");
    let from = ["--from", "2026-01-01"];
    for (text, words) in [
        ("", &["show"][..]),
        ("", &["show", &parcel.order.key()]),
        ("", &["receipts"]),
        ("", &["verify"]),
        ("", &["replay"]),
        ("", &["export", "tax"]),
        ("", &["codes", "list"]),
        ("", &["codes", "show", "units"]),
        ("", &["quote", quote.to_str().unwrap()]),
        (
            BACK_DATED,
            &[
                "codes",
                "load",
                file,
                "--partial",
                "--dry-run",
                from[0],
                from[1],
            ],
        ),
        (
            &twice,
            &["codes", "load", file, "--partial", from[0], from[1]],
        ),
    ] {
        fs::write(file, text).unwrap();
        // Tax of the parcel would be collected by then.
        let told = zone.run(&[words, &["--at", "2026-12-01T10:00"]].concat());
        assert!(told.exit < 2, "{words:?}: {told:#?}");
        let after = zone.run(&["verify"]).lines[0]["head"].clone();
        assert_eq!(before, after, "{words:?} wrote");
    }
    assert_eq!(zone.shown(&parcel.order.key())["state"], "800");
    let told = zone.run(&["declare", &papers, "--at", "2026-10-05T10:05"]);
    assert_eq!(told.exit, 0, "the day goes on where it was: {told:#?}");
}

#[test]
fn a_dry_run_makes_no_folder() {
    let zone = Zone::open();
    let file = zone.folder.join("tariff.csv");
    fs::write(&file, BACK_DATED).unwrap();
    let nowhere = zone.folder.join("dta");
    let told = crate::person::says(
        "en",
        &[
            "codes",
            "load",
            file.to_str().unwrap(),
            "--partial",
            "--dry-run",
            "--from",
            "2026-01-01",
            "--data",
            nowhere.to_str().unwrap(),
        ],
    );
    assert_eq!(told.exit, 0, "{told:#?}");
    assert!(told.out.contains("nothing kept"), "{told:#?}");
    assert!(!nowhere.exists());
}

#[test]
fn a_header_with_a_column_twice_loads_nothing() {
    let zone = Zone::open();
    let row = BACK_DATED.lines().nth(1).unwrap();
    let header = BACK_DATED.lines().next().unwrap();
    for text in [
        BACK_DATED.replace("unit1,unit2", "unit2,unit2"),
        // The table may lack that one; there twice it is no clearer.
        format!("{header},documents,documents\n{row},A,B\n"),
    ] {
        let told = loads(&zone, &text, "2026-10-05T11:00");
        assert_eq!(told.exit, 1, "{text}: {told:#?}");
        assert_eq!(told.lines[0]["code"], "codes.header", "{told:#?}");
    }
    assert_eq!(tariffs(&zone).len(), 1);
}

#[test]
fn the_codes_of_a_table_are_shown_as_they_stand_on_a_day() {
    let zone = Zone::open();
    let told = zone.run(&["codes", "show", "currencies", "142"]);
    assert_eq!(told.exit, 0, "{told:#?}");
    assert_eq!(told.lines[0]["code"], "142");
    assert_eq!(told.lines[0]["row"]["name_zh"], "人民币");
    let all = zone.run(&["codes", "show", "currencies"]);
    assert!(all.lines.len() > 10, "{all:#?}");
    let rate = |zone: &Zone, day: &str| {
        let told = zone.run(&["codes", "show", "tariff", "1901101000", "--on", day]);
        told.lines[0]["row"]["vat_rate"].clone()
    };
    assert_eq!(rate(&zone, "2026-10-05"), "0.13");
    assert_eq!(loads(&zone, BACK_DATED, "2026-10-05T11:00").exit, 0);
    assert_eq!(rate(&zone, "2026-10-05"), "0.09");
    assert_eq!(rate(&zone, "2025-10-05"), "0.13");
    for (words, code) in [
        (&["codes", "show", "currencies", "XXX"][..], "code.unknown"),
        (&["codes", "show", "money"], "code.no-table"),
        (
            &["codes", "show", "tariff", "--on", "1990-01-01"],
            "code.no-edition",
        ),
    ] {
        let told = zone.run(words);
        assert_eq!(told.exit, 1, "{told:#?}");
        assert_eq!(told.lines[0]["code"], code);
    }
    let told = crate::person::says("en", &["codes", "show", "units", "035"]);
    assert_eq!(told.out, "code\tname_zh\n035\t千克\n");
}
