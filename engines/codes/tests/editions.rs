//! Laying a newer edition over what stands: whole or not at all, with a report.

mod common;

use codes::{Answer, Change, ListNote, Missing, Standing, Trust};
use common::{codes, day};
use values::{Finding, Rate};

const TARIFF: &str = "hs10,name_zh,mfn_rate,consumption_tax_rate,vat_rate,unit1,unit2\n";
const LIST: &str = "hs8,name_zh,note_zh\n";

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
fn a_newer_tariff_answers_from_its_day_on_and_is_current() {
    let csv = tariff(
        "1901101000,婴幼儿配方奶粉,0.05,0,0.13,035,\n8543400000,电子烟,0.10,0.36,0.13,035,011\n",
    );
    let (newer, _) = codes()
        .with_edition("tariff", day("2026-01-01"), &csv, true)
        .expect("a right text");

    let (milk, standing) = newer
        .tariff("1901101000", day("2026-01-01"))
        .expect("a line");
    assert_eq!(
        (milk.duty, standing),
        ("0.05".parse::<Rate>().expect("a rate"), Standing::Current)
    );
    let (before, standing) = newer
        .tariff("1901101000", day("2025-12-31"))
        .expect("a line");
    assert_eq!(before.duty, "0.15".parse().expect("a rate"));
    assert_eq!(
        standing,
        Standing::Older {
            from: day("2020-01-01")
        }
    );
    let gone = newer.tariff("0101210010", day("2026-10-05"));
    assert_eq!(
        gone,
        Err(Missing::Unknown {
            standing: Standing::Current
        })
    );
}

#[test]
fn the_report_tells_what_came_what_went_and_what_changed_from_what() {
    let csv = tariff(
        "1901101000,婴幼儿配方奶粉,0.05,0,0.13,035,\n8543400000,电子烟,0.10,0.36,0.13,035,011\n",
    );
    let (_, changes) = codes()
        .with_edition("tariff", day("2026-01-01"), &csv, true)
        .expect("a right text");
    assert_eq!(
        changes.added,
        [("8543400000".to_owned(), "电子烟".to_owned())]
    );
    assert_eq!(changes.removed.len(), 11_987);
    assert_eq!(changes.removed[0].0, "0101210010");
    let Change { code, cells } = &changes.changed[0];
    assert_eq!(code, "1901101000");
    assert!(
        cells.contains(&("mfn_rate".into(), "0.15".into(), "0.05".into())),
        "{cells:?}"
    );
    assert!(changes.ignored.is_empty());
}

#[test]
fn the_tables_it_was_laid_on_stay_as_they_were() {
    let before = codes();
    let csv = tariff("1901101000,婴幼儿配方奶粉,0.05,0,0.13,035,\n");
    let _ = before
        .with_edition("tariff", day("2026-01-01"), &csv, true)
        .expect("a right text");
    assert_eq!(
        before
            .tables()
            .iter()
            .find(|table| table.name == "tariff")
            .map(|table| table.editions.len()),
        Some(1)
    );
}

#[test]
fn a_partial_tariff_lies_over_the_old_one_which_stays_older() {
    let csv = tariff("1901101000,婴幼儿配方奶粉,0.05,0,0.13,035,\n");
    let (newer, changes) = codes()
        .with_edition("tariff", day("2026-01-01"), &csv, false)
        .expect("a right text");
    assert!(changes.removed.is_empty() && changes.added.is_empty());
    assert_eq!(changes.changed.len(), 1);
    let today = day("2026-10-05");
    assert_eq!(
        newer.tariff("1901101000", today).expect("a line").1,
        Standing::Current
    );
    let old = Standing::Older {
        from: day("2020-01-01"),
    };
    assert_eq!(newer.tariff("3303000010", today).expect("a line").1, old);
    assert_eq!(
        newer.tariff("9999999999", today),
        Err(Missing::Unknown { standing: old })
    );
    assert_eq!(newer.rows("tariff", today).expect("rows").0.len(), 11_988);
}

#[test]
fn a_full_list_is_complete_and_a_missing_code_then_proves_that_it_is_not_listed() {
    let csv = format!(
        "{LIST}19011010,配方奶粉,\n03061490,其他冻蟹,仅限网购保税商品\n17019910,砂糖,每人每年不超过 2 千克\n"
    );
    let from = day("2026-01-01");
    let (newer, changes) = codes()
        .with_edition("positive_list", from, &csv, true)
        .expect("a right text");
    let listing = newer.listed("0306149000", from).expect("an edition");
    assert!(listing.complete);
    let entry = listing.entry.expect("a line");
    assert_eq!(
        (entry.trust, &entry.notes[..]),
        (Trust::Loaded, &[ListNote::BondedOnly][..])
    );
    assert_eq!(
        newer.listed("33030000", from).expect("an edition").entry,
        None
    );
    assert!(
        !newer
            .listed("33030000", day("2025-12-31"))
            .expect("an edition")
            .complete
    );
    assert!(
        changes
            .changed
            .iter()
            .any(|change| change.code == "03061490")
    );
    assert!(changes.removed.iter().any(|(code, _)| code == "33030000"));
    // What had left the list before is not reported as leaving it.
    assert!(!changes.removed.iter().any(|(code, _)| code == "93070090"));
}

#[test]
fn a_part_of_the_list_leaves_it_incomplete() {
    let csv = format!("{LIST}85167200,烤面包器,\n");
    let (newer, changes) = codes()
        .with_edition("positive_list", day("2026-01-01"), &csv, false)
        .expect("a right text");
    assert_eq!(changes.added.len(), 1);
    let listing = newer
        .listed("85167200", day("2026-01-01"))
        .expect("an edition");
    assert!(listing.entry.is_some() && !listing.complete);
    assert!(
        newer
            .listed("33030000", day("2026-01-01"))
            .expect("an edition")
            .entry
            .is_some()
    );
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
    assert_eq!(findings[0].values[0], ("table".into(), "tariff".to_owned()));
    assert_eq!(findings[0].want.as_deref(), Some("10 characters"));
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
fn an_edition_of_the_same_day_is_taken_again_but_never_replaced() {
    let from = day("2026-01-01");
    let csv = tariff("1901101000,奶粉,0.05,0,0.13,035,\n");
    let (newer, _) = codes()
        .with_edition("tariff", from, &csv, true)
        .expect("a right text");
    let (again, changes) = newer
        .with_edition("tariff", from, &csv, true)
        .expect("the same text");
    assert!(changes.added.is_empty() && changes.changed.is_empty() && changes.removed.is_empty());
    assert_eq!(again.tables(), newer.tables());

    let other = csv.replace("0.05", "0.06");
    for (csv, full) in [(&other, true), (&csv, false)] {
        let findings = newer
            .with_edition("tariff", from, csv, full)
            .expect_err("other content");
        assert_eq!(
            told(&findings),
            [("codes.edition-exists", 0, "", "2026-01-01")]
        );
    }
    assert!(
        codes()
            .with_edition("tariff", day("2020-01-01"), &csv, true)
            .is_err()
    );
}

#[test]
fn an_edition_between_two_others_stands_until_the_later_one() {
    let codes = codes();
    let edition = |rate: &str| tariff(&format!("1901101000,奶粉,{rate},0,0.13,035,\n"));
    let (codes, _) = codes
        .with_edition("tariff", day("2026-01-01"), &edition("0.05"), true)
        .expect("right");
    let (codes, changes) = codes
        .with_edition("tariff", day("2023-01-01"), &edition("0.10"), true)
        .expect("right");
    assert_eq!(
        changes.changed[0]
            .cells
            .last()
            .map(|cell| (&*cell.1, &*cell.2)),
        Some(("0.15", "0.10"))
    );
    let duty = |on: &str| {
        codes
            .tariff("1901101000", day(on))
            .expect("a line")
            .0
            .duty
            .to_string()
    };
    assert_eq!(
        [duty("2022-12-31"), duty("2023-01-01"), duty("2026-01-01")],
        ["0.15", "0.1", "0.05"]
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
fn days_off_of_the_zone_count_beside_those_of_the_country() {
    let csv = "day,kind,name_zh\n2026-02-18,off,藏历新年\n2026-08-14,off,雪顿节\n";
    let before = codes();
    assert_eq!(
        before.rests(day("2026-08-14")).map(|rests| rests.0),
        Ok(false)
    );
    let (newer, _) = before
        .with_edition("calendar_xizang", day("2026-01-01"), csv, true)
        .expect("a right text");
    assert_eq!(
        newer.rests(day("2026-08-14")).map(|rests| rests.0),
        Ok(true)
    );
    assert_eq!(
        newer.rests(day("2026-10-01")).map(|rests| rests.0),
        Ok(true)
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
