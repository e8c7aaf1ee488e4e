//! The texts of editions: what is taken, and what is told of each fault.

mod definitions;

use codes::{Answer, Standing};
use definitions::{codes, day};
use values::Finding;

const TARIFF: &str = "hs10,name_zh,mfn_rate,consumption_tax_rate,vat_rate,unit1,unit2\n";

fn tariff(rows: &str) -> String {
    format!("{TARIFF}{rows}")
}

/// Code, line, column, value seen: what a finding is recognised by.
fn told(findings: &[Finding]) -> Vec<(&str, u32, &str, &str)> {
    findings
        .iter()
        .map(|finding| {
            let line = finding.paper.line.unwrap_or_default();
            (
                &*finding.code,
                line,
                &*finding.field,
                finding.seen.as_deref().unwrap_or_default(),
            )
        })
        .collect()
}

#[test]
fn every_fault_of_a_text_is_told_with_its_line_and_nothing_is_laid() {
    let csv = tariff(
        "190110100,短码,0.15,0,0.13,035,\n\
         1901101000,奶粉,15%,0,0.13,035,\n\
         1901101000,又一行,0.15,0,13,999,\n\
         33030000AB,香水,0.03,-0.15,0.13,035,011\n\
         3303000020,缺一列,0.03,0.15,0.13,035\n",
    );
    let findings = codes()
        .with_edition("tariff", day("2026-01-01"), &csv, true)
        .expect_err("faults");
    assert_eq!(
        told(&findings),
        [
            ("codes.row", 2, "hs10", "190110100"),
            ("codes.row", 3, "mfn_rate", "15%"),
            ("codes.row", 4, "unit1", "999"),
            ("codes.row", 4, "vat_rate", "13"),
            ("codes.duplicate", 4, "hs10", "1901101000"),
            ("codes.row", 5, "hs10", "33030000AB"),
            ("codes.row", 5, "consumption_tax_rate", "-0.15"),
            ("codes.row", 6, "", "6"),
        ]
    );
    assert!(findings.iter().all(|finding| finding.refuses()));
    assert_eq!(findings[0].values[1], ("table".into(), "tariff".to_owned()));
    assert_eq!(findings[0].want.as_deref(), Some("10"));
}

#[test]
fn a_header_names_each_missing_column() {
    let findings = codes()
        .with_edition(
            "tariff",
            day("2026-01-01"),
            "hs10,name_zh,mfn_rate,vat_rate,unit1\n",
            true,
        )
        .expect_err("faults");
    let columns: Vec<_> = findings
        .iter()
        .map(|finding| (&*finding.code, &*finding.field))
        .collect();
    assert_eq!(
        columns,
        [
            ("codes.header", "consumption_tax_rate"),
            ("codes.header", "unit2")
        ]
    );
    for text in ["", "\n", "\u{feff}"] {
        let findings = codes()
            .with_edition("tariff", day("2026-01-01"), text, true)
            .expect_err("nothing there");
        assert_eq!(findings[0].code, "codes.header");
    }
    let twice = "hs8,name_zh,note_zh,name_zh\n";
    assert!(
        codes()
            .with_edition("positive_list", day("2026-01-01"), twice, true)
            .is_err()
    );
}

#[test]
fn a_header_without_rows_would_empty_the_table_and_is_refused() {
    let findings = codes()
        .with_edition("tariff", day("2026-01-01"), TARIFF, true)
        .expect_err("no rows");
    assert_eq!(told(&findings), [("codes.row", 2, "hs10", "")]);
}

#[test]
fn columns_may_stand_in_any_order_and_those_unknown_are_named() {
    let csv = "\u{feff}unit2,unit1,vat_rate,consumption_tax_rate,mfn_rate,remark,name_zh,hs10\r\n,035,0.13,0,0.05,x,\"奶粉, 婴儿\",1901101000\r\n";
    let (newer, changes) = codes()
        .with_edition("tariff", day("2026-01-01"), csv, false)
        .expect("a right text");
    assert_eq!(changes.ignored, ["remark"]);
    let (milk, _) = newer
        .tariff("1901101000", day("2026-01-01"))
        .expect("a line");
    assert_eq!(
        (milk.name, milk.unit1, milk.unit2),
        ("奶粉, 婴儿", "035", None)
    );
}

#[test]
fn any_simple_table_takes_an_edition_under_its_own_columns() {
    let codes = codes();
    let from = day("2026-06-01");
    let csv = "code,name_zh,name_2018\n8810,试验海关,\n";
    let (newer, changes) = codes
        .with_edition("customs", from, csv, false)
        .expect("a right text");
    assert_eq!(changes.added, [("8810".to_owned(), "试验海关".to_owned())]);
    assert!(matches!(
        newer.answer("customs", "8810", from),
        Answer::Known {
            standing: Standing::Current,
            ..
        }
    ));
    assert!(matches!(
        newer.answer("customs", "8810", day("2026-05-31")),
        Answer::Unknown { .. }
    ));
    assert!(newer.answer("customs", "8801", from).row().is_some());

    let findings = codes
        .with_edition("customs", from, "code,name_zh\n8810,试验海关\n", false)
        .expect_err("a column");
    assert_eq!(
        (&*findings[0].code, &*findings[0].field),
        ("codes.header", "name_2018")
    );
    let findings = codes
        .with_edition("customs", from, "code,name_zh,name_2018\n88 0,甲,\n", false)
        .expect_err("a blank");
    assert_eq!(told(&findings), [("codes.row", 2, "code", "88 0")]);
    let findings = codes
        .with_edition("colours", from, csv, true)
        .expect_err("no such table");
    assert_eq!(findings[0].code, "code.no-table");
}

#[test]
fn a_calendar_says_nothing_of_the_year_after_its_own() {
    let csv = "day,kind,name_zh\n2027-01-01,off,元旦\n2027-01-02,work,元旦\n";
    let (newer, _) = codes()
        .with_edition("calendar", day("2027-01-01"), csv, true)
        .expect("a right text");
    assert_eq!(
        newer.rests(day("2027-01-01")),
        Ok((true, Standing::Current))
    );
    assert_eq!(
        newer.rests(day("2027-01-02")),
        Ok((false, Standing::Current))
    ); // a Saturday
    assert_eq!(
        newer.rests(day("2026-10-01")),
        Ok((true, Standing::Current))
    );
    let beyond = newer.rests(day("2028-01-03")).expect("a calendar");
    assert_eq!(
        beyond,
        (
            false,
            Standing::Older {
                from: day("2027-01-01")
            }
        )
    );
    let bad = "day,kind,name_zh\n2027-02-30,off,\n2027-03-01,rest,\n";
    let findings = codes()
        .with_edition("calendar", day("2027-01-01"), bad, true)
        .expect_err("faults");
    assert_eq!(
        told(&findings),
        [
            ("codes.row", 2, "day", "2027-02-30"),
            ("codes.row", 3, "kind", "rest")
        ]
    );
}

#[test]
fn rows_of_a_list_may_be_dated_one_by_one() {
    let csv =
        "hs8,name_zh,note_zh,from,to\n19011010,奶粉,,,2026-06-30\n19011010,配方奶粉,,2026-07-01,\n";
    let from = day("2026-01-01");
    let (newer, _) = codes()
        .with_edition("positive_list", from, csv, true)
        .expect("a right text");
    let name = |on: &str| {
        newer
            .listed("19011010", day(on))
            .expect("an edition")
            .entry
            .expect("a line")
            .name
            .clone()
    };
    assert_eq!(
        (name("2026-06-30"), name("2026-07-01")),
        ("奶粉".to_owned(), "配方奶粉".to_owned())
    );
    let overlapping = csv.replace("2026-06-30", "2026-07-01");
    let findings = codes()
        .with_edition("positive_list", from, &overlapping, true)
        .expect_err("a day twice");
    assert_eq!(told(&findings), [("codes.duplicate", 3, "hs8", "19011010")]);
}
