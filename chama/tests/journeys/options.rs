//! Values that are none, and files that hold no case: told with what is wanted.

use std::fs;

use testkit::Parcel;

use crate::{person::says, zone::Zone};

#[test]
fn a_cursor_that_no_receipt_has_reached_is_refused() {
    let zone = Zone::open();
    zone.releases(&Parcel::lawful(1), "2026-10-05T10:00");
    let data = zone.folder.join("data");
    let after = |cursor: &str| {
        let words = ["receipts", "--data", data.to_str().unwrap(), "--after"];
        says("en", &[&words[..], &[cursor]].concat())
    };
    let all = after("0");
    let last = all.out.lines().last().unwrap().split_whitespace().next();
    let last: i64 = last.unwrap().parse().unwrap();
    assert_eq!(after(&last.to_string()).exit, 0);
    let beyond = after(&(last + 1).to_string());
    assert_eq!(beyond.exit, 2, "{beyond:#?}");
    assert!(beyond.aside.contains(&last.to_string()), "{beyond:#?}");
    for odd in ["abc", "-1"] {
        assert!(after(odd).aside.contains("a cursor is wanted"), "{odd}");
    }
}

#[test]
fn a_number_out_of_range_is_told_with_the_range() {
    for (words, want) in [
        (&["demo", "--parcels", "abc"][..], "from 1 to 1000000"),
        (&["demo", "--parcels", "0"], "from 1 to 1000000"),
        (&["show", "--most", "0"], "from 1 to 1000000"),
        (&["bench", "clear", "--parcels", "5"], "from 100 to 5000000"),
    ] {
        let told = says("en", words);
        assert_eq!(told.exit, 2, "{told:#?}");
        assert!(told.aside.contains(want), "{told:#?}");
    }
}

#[test]
fn days_that_are_turned_round_are_not_an_empty_answer() {
    let zone = Zone::open();
    let data = zone.folder.join("data");
    let days = ["--from", "2026-10-09", "--to", "2026-10-01"];
    for verb in [&["export", "tax"][..], &["replay"]] {
        let words = [verb, &days, &["--data", data.to_str().unwrap()]].concat();
        assert_eq!(says("en", &words).exit, 2, "{verb:?}");
    }
}

#[test]
fn a_table_whose_header_others_have_too_has_to_be_named() {
    let zone = Zone::open();
    let file = zone.folder.join("currencies.csv");
    fs::write(
        &file,
        "code,name_zh,name_en,iso3,numeric\n142,人民币,Yuan,CNY,156\n",
    )
    .unwrap();
    let file = file.to_str().unwrap();
    let told = says("en", &["codes", "load", file, "--from", "2026-01-01"]);
    assert_eq!(told.exit, 2, "{told:#?}");
    for want in ["currencies", "--table", "--partial"] {
        assert!(told.aside.contains(want), "{want}: {told:#?}");
    }
}

#[test]
fn cases_and_quotes_that_cannot_be_read_are_told_once_with_their_line() {
    let zone = Zone::open();
    let write = |name: &str, text: &str| {
        fs::write(zone.folder.join(name), text).unwrap();
        zone.folder.join(name).to_str().unwrap().to_owned()
    };
    let toml = write("cases.toml", "[[case]]\nsays = x\n");
    let told = says("en", &["rules", "test", &toml]);
    assert_eq!(told.exit, 2, "{told:#?}");
    assert!(
        told.aside.contains("cases.toml, line 2: no TOML: says = x"),
        "{told:#?}"
    );
    let quote = write("order.json", "{\n \"mode\": \"1210\"\n \"lines\": []\n}\n");
    for (locale, want) in [("en", "Line 3, column "), ("zh-CN", "第 3 行第 ")] {
        let told = says(locale, &["quote", &quote]);
        assert_eq!((told.exit, told.out.lines().count()), (1, 1), "{told:#?}");
        assert!(told.out.contains(want), "{told:#?}");
        assert!(!told.out.contains("expected"), "{told:#?}");
    }
    let lines = write("orders.ndjson", "{\"mode\":\"1210\"}\n{\"mode\":\n");
    let told = says("en", &["quote", &lines]);
    assert_eq!(told.out.lines().count(), 2, "{told:#?}");
    assert!(told.out.contains("Line 2, column "), "{told:#?}");
}

#[test]
fn a_case_that_fails_tells_what_was_wanted_and_what_was_got() {
    let zone = Zone::open();
    let file = zone.folder.join("rates.csv");
    let text = "case,kind,mode,date,lines,rates,freight,insurance,discount,fx_usd,annual_used_before,exp_taxable,exp_duty,exp_consumption,exp_vat,exp_total,allowed,code,customs_code,annual_used_after
A1,limit,1210,2026-10-05,\"[{\"\"hs\"\":\"\"6404110000\"\",\"\"name\"\":\"\"运动鞋\"\",\"\"price\"\":\"\"436.00\"\",\"\"quantity\"\":\"\"1\"\",\"\"listed\"\":true}]\",\"[{\"\"duty\"\":\"\"0.10\"\",\"\"consumption\"\":\"\"0\"\",\"\"vat\"\":\"\"0.13\"\"}]\",0,0,0,,25000.00,436.00,0.00,0.00,39.67,39.68,true,,,
";
    fs::write(&file, text).unwrap();
    for (locale, wanted) in [
        (
            "en",
            [
                "exp_vat: want 39.67, got 39.68",
                "annual_used_after: want –, got 25436.00",
            ],
        ),
        (
            "zh-CN",
            [
                "exp_vat：应为 39.67，得 39.68",
                "annual_used_after：应为 –，得 25436.00",
            ],
        ),
    ] {
        let told = says(locale, &["rules", "test", file.to_str().unwrap()]);
        assert_eq!(told.exit, 1, "{told:#?}");
        for want in wanted {
            assert!(told.out.contains(want), "{want}: {told:#?}");
        }
    }
}
