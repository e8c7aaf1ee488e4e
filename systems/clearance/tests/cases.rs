//! The cases of this repository hold, and a case file says only what it says.

#![allow(clippy::unwrap_used, reason = "a test may panic")]

mod definitions;

use std::{fs, path::Path};

use clearance::cases::{Outcome, run};
use definitions::bench;
use serde_json::json;

const RATES: &str = r#"case,kind,mode,date,lines,rates,freight,insurance,discount,fx_usd,annual_used_before,event,exp_taxable,exp_duty,exp_consumption,exp_vat,exp_total,exp_paid,exp_lines,allowed,code,customs_code,annual_used_after,exp_weight_after,alt_statutory_first,alt_composite_once,ct_specific_total
A1,calc,1210,2026-10-05,"[{""hs"":""2204210000"",""name"":""葡萄酒"",""price"":""300.00"",""quantity"":""1"",""content"":{""value"":""750"",""unit"":""ml""},""listed"":true}]","[{""duty"":""0.14"",""consumption"":""0.10"",""vat"":""0.13""}]",0,0,0,,0.00,,300.00,0.00,23.33,30.33,53.66,353.66,"[{""taxable"":""300.00"",""consumption"":""23.33"",""vat"":""30.33""}]",true,,,300.00,,53.66,53.67,
A2,calc,1210,2026-10-05,"[{""hs"":""2208300000"",""name"":""威士忌"",""price"":""420.00"",""quantity"":""1"",""content"":{""value"":""700"",""unit"":""ml""},""listed"":true}]","[{""duty"":""0.10"",""consumption"":""0.20"",""vat"":""0.13""}]",0,0,0,,0.00,,420.00,0.00,74.06,47.85,121.91,541.91,,true,,,420.00,,121.91,121.91,0.63840
A3,limit,1210,2026-12-31,"[{""hs"":""6404110000"",""name"":""运动鞋"",""price"":""436.00"",""quantity"":""1"",""listed"":true}]","[{""duty"":""0.10"",""consumption"":""0"",""vat"":""0.13""}]",0,0,0,,25900.00,"{""processed"":""2027-01-01T00:03:00+08:00"",""used_by_year"":{""2026"":""25900.00"",""2027"":""0.00""}}",436.00,0.00,0.00,39.68,39.68,475.68,,true,,,436.00,,39.68,39.68,
A4,limit,1210,2026-12-31,"[{""hs"":""6404110000"",""name"":""运动鞋"",""price"":""436.00"",""quantity"":""1"",""listed"":true}]","[{""duty"":""0.10"",""consumption"":""0"",""vat"":""0.13""}]",0,0,0,,25900.00,"{""processed"":""2026-12-31T23:59:59+08:00"",""used_by_year"":{""2026"":""25900.00""}}",,,,,,,,false,quota.year,-621018,25900.00,,,,
A5,filter,1210,2026-10-05,"[{""hs"":""1701991010"",""name"":""砂糖"",""price"":""25.00"",""quantity"":""2"",""net_kg"":""0.5"",""listed"":true}]","[{""duty"":""0.15"",""consumption"":""0"",""vat"":""0.13""}]",0,0,0,,0.00,"{""weight_used_before"":{""17019910"":""1""}}",50.00,0.00,0.00,4.55,4.55,54.55,,true,,,50.00,"{""17019910"":""2""}",4.55,4.55,
A6,return,1210,2026-10-18,"[{""hs"":""9503006000"",""name"":""智力玩具"",""price"":""18.35"",""quantity"":""3"",""listed"":true}]","[{""duty"":""0"",""consumption"":""0"",""vat"":""0.13""}]",0,0,0,,1036.70,"{""released"":""2026-10-05T10:12:00+08:00"",""applied"":""2026-10-15T09:00:00+08:00"",""arrived"":""2026-10-18T09:00:00+08:00"",""returned"":[{""line"":1,""quantity"":""2""}],""returned_before"":[{""line"":1,""quantity"":""1""}]}",36.70,0.00,0.00,3.34,3.34,,"[{""line"":1,""vat"":""3.34""}]",true,,,1000.00,,,,
"#;

const IDENTIFIERS: &str = "case,kind,value,valid,reason,normalised,note
B1,uscc,91540195ma6te5t011,true,,91540195MA6TE5T011,small letters are raised
B2,uscc,91540195MA6TE5T012,false,check_digit,,
B3,imo,IMO 9074729,true,,9074729,
";

const QUOTES: &str = r#"{"id":"C1","request":{"mode":"1210","date":"2026-10-05","lines":[{"hs":"9503006000","name":"智力玩具","price":"55.00","quantity":"1","given":{"listed":true}}]},"expect":{"allowed":true,"code":null,"vat":"5.01"}}
{"id":"C2","request":{"mode":"1210","lines":[]},"expect":{"allowed":false,"code":"request.invalid"}}
"#;

fn failed(text: &str) -> Vec<(String, Vec<String>)> {
    let outcomes = run(text, bench()).unwrap();
    outcomes
        .into_iter()
        .filter(|outcome| !outcome.pass())
        .map(|Outcome { case, differs, .. }| {
            let names = differs.into_iter().map(|one| one.name);
            (case, names.collect())
        })
        .collect()
}

#[test]
fn every_case_of_this_repository_holds() {
    let folder = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/cases"));
    let mut count = 0;
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let outcomes = run(&fs::read_to_string(&path).unwrap(), bench()).unwrap();
        let failed: Vec<_> = outcomes
            .iter()
            .filter(|it| !it.pass())
            .map(|it| it.to_json().to_string())
            .collect();
        assert!(
            failed.is_empty(),
            "{}:\n{}",
            path.display(),
            failed.join("\n")
        );
        count += outcomes.len();
    }
    assert!(count > 100, "only {count} cases were found");
}

#[test]
fn the_kind_of_a_file_is_told_by_its_columns_and_keys() {
    for (text, cases) in [(RATES, 6), (IDENTIFIERS, 3), (QUOTES, 2)] {
        assert_eq!(failed(text), [], "{}", &text[..20]);
        assert_eq!(run(text, bench()).unwrap().len(), cases);
    }
    assert_eq!(
        failed(&format!("\u{feff}{IDENTIFIERS}")),
        [],
        "a byte order mark says nothing"
    );
}

#[test]
fn a_file_of_another_kind_is_refused() {
    for (text, how, line) in [
        ("", "kind", 0),
        ("case,kind\nA,b\n", "kind", 0),
        ("[]", "kind", 0),
        ("[table]\na = 1\n", "kind", 0),
        ("{\"cases\":[]}", "keys", 1),
        ("\n{\"id\":\"A\"}\n", "keys", 2),
        ("{\"id\":\n", "json", 1),
        ("# cases\n[[case]]\nsays = \"x\"\n", "keys", 2),
        ("[[case]]\nsays = x\n", "toml", 2),
    ] {
        let why = run(text, bench()).expect_err("it gives no cases");
        assert_eq!((why.how, why.line), (how, line), "{text}: {why}");
    }
}

#[test]
fn a_corrupted_expectation_fails_that_case_and_no_other() {
    for (text, right, wrong, case, differs) in [
        (
            RATES,
            ",23.33,30.33,53.66,",
            ",23.34,30.33,53.66,",
            "A1",
            "exp_consumption",
        ),
        (
            RATES,
            ",300.00,,53.66,53.67,",
            ",300.00,,53.66,53.66,",
            "A1",
            "alt_composite_once",
        ),
        (RATES, "0.63840", "0.63841", "A2", "ct_specific_total"),
        (
            RATES,
            "quota.year,-621018",
            "quota.year,-621005",
            "A4",
            "customs_code",
        ),
        (
            RATES,
            "false,quota.year",
            "true,quota.year",
            "A4",
            "allowed",
        ),
        (
            RATES,
            "{\"\"17019910\"\":\"\"2\"\"}\",4.55",
            "{\"\"17019910\"\":\"\"3\"\"}\",4.55",
            "A5",
            "exp_weight_after",
        ),
        (
            RATES,
            "true,,,1000.00",
            "true,,,1000.01",
            "A6",
            "annual_used_after",
        ),
        (
            RATES,
            "\"\"line\"\":1,\"\"vat\"\":\"\"3.34\"\"",
            "\"\"line\"\":1,\"\"vat\"\":\"\"3.35\"\"",
            "A6",
            "exp_lines",
        ),
        (IDENTIFIERS, "check_digit", "length", "B2", "reason"),
        (
            IDENTIFIERS,
            "true,,9074729",
            "true,,IMO9074729",
            "B3",
            "normalised",
        ),
        (QUOTES, "5.01", "5.00", "C1", "vat"),
    ] {
        assert!(text.contains(right), "{right}");
        let corrupted = text.replacen(right, wrong, 1);
        assert_eq!(
            failed(&corrupted),
            [(case.to_owned(), vec![differs.to_owned()])],
            "{wrong}"
        );
    }
}

#[test]
fn a_case_that_cannot_be_read_fails_by_itself() {
    let broken = RATES.replacen(
        "\"[{\"\"hs\"\":\"\"2208300000\"\"",
        "\"[{\"\"hs\"\":2208300000",
        1,
    );
    assert_eq!(failed(&broken).len(), 1);
    let broken = RATES.replacen("A6,return", "A6,refund", 1);
    assert_eq!(
        failed(&broken),
        [("A6".to_owned(), vec!["case".to_owned()])]
    );
}

#[test]
fn an_outcome_is_printed_with_what_was_got() {
    let outcome = &run(IDENTIFIERS, bench()).unwrap()[1];
    let got = json!({ "valid": false, "reason": "check_digit", "normalised": "" });
    assert_eq!(
        outcome.to_json(),
        json!({ "case": "B2", "pass": true, "got": got })
    );
}
