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
    assert!(differences.iter().any(|one| one[0] == "vat"), "{one}");
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
