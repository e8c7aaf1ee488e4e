//! Laying a newer edition over what stands: whole or not at all, with a report.

mod definitions;

use codes::{Change, ListNote, Missing, Standing, Trust};
use definitions::{codes, day};
use values::Rate;

const TARIFF: &str = "hs10,name_zh,mfn_rate,consumption_tax_rate,vat_rate,unit1,unit2\n";
const LIST: &str = "hs8,name_zh,note_zh\n";

fn tariff(rows: &str) -> String {
    format!("{TARIFF}{rows}")
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
            standing: Standing::Current,
            complete: true,
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
        Err(Missing::Unknown {
            standing: old,
            complete: true,
        })
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
        assert_eq!(findings[0].code, "codes.edition-exists");
        assert_eq!(findings[0].seen.as_deref(), Some("2026-01-01"));
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
fn a_rate_that_no_price_can_carry_is_refused_with_its_line() {
    for (column, rates) in [
        ("consumption_tax_rate", "0.15,1,0.13"),
        ("consumption_tax_rate", "0.15,1.2,0.13"),
        ("consumption_tax_rate", "0.15,-0.1,0.13"),
        ("vat_rate", "0.15,0,1"),
        ("vat_rate", "0.15,0,-0.13"),
        ("mfn_rate", "-0.15,0,0.13"),
        ("mfn_rate", "3.01,0,0.13"),
    ] {
        let csv = tariff(&format!(
            "1901101000,奶粉,0.15,0.999999,0.13,035,\n0409000000,蜂蜜,{rates},035,\n"
        ));
        let refused = codes()
            .with_edition("tariff", day("2026-01-01"), &csv, true)
            .expect_err("nobody is taxed so");
        assert_eq!(refused.len(), 1, "{refused:?}");
        assert_eq!(refused[0].code, "codes.row");
        assert_eq!(
            (&*refused[0].field, refused[0].paper.line),
            (column, Some(3))
        );
    }
}
