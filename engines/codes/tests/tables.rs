//! The tables as they are delivered: what they answer, and how quickly.

mod definitions;

use std::time::Instant;

use codes::{Answer, Missing, Standing};
use definitions::{codes, day};

const TODAY: &str = "2026-10-05";

#[test]
fn the_codes_of_the_wire_are_known_under_the_names_the_messages_use() {
    let codes = codes();
    let cases = [
        ("currencies", "142", "人民币"),
        ("countries", "116", "日本"),
        ("countries", "142", "中国"),
        ("units", "035", "千克"),
        ("units", "011", "件"),
        ("customs", "8801", "聂拉木关"),
        ("transport", "5", "航空运输"),
        ("transport", "9", "其他方式运输"),
        ("packages", "2", "纸箱"),
        ("entry_ports", "540101", "吉隆"),
        ("trade_modes", "1210", "保税进口或特殊区域出口"),
        ("supervision_modes", "9610", "电子商务"),
        ("app_type", "1", "新增"),
        ("app_status", "2", "申报"),
        ("id_type", "1", "身份证"),
        ("order_type_import", "I", "进口"),
        ("ie_flag", "E", "出口"),
        ("logistics_status", "S", "签收"),
        ("tax_status", "3", "作废"),
        ("return_status_622", "800", "放行"),
        ("return_status", "100", "海关退单"),
        ("return_info_code", "1313", "订购人超过年度限额"),
        ("message_type", "621", "进口清单"),
        ("calendar", "2026-10-01", "国庆节"),
    ];
    for (table, code, name) in cases {
        let row = codes
            .answer(table, code, day(TODAY))
            .row()
            .unwrap_or_else(|| panic!("{table} {code}"));
        assert_eq!((row.code(), row.name()), (code, name), "{table}");
    }
    let error = codes
        .answer("biz_error", "-621005", day(TODAY))
        .row()
        .expect("a known error");
    assert!(error.name().contains("单笔限额"));
}

#[test]
fn every_table_can_be_listed_with_title_source_and_rows() {
    let tables = codes().tables();
    assert!(tables.len() > 60);
    for table in &tables {
        assert!(
            !table.title_zh.is_empty() && !table.title_en.is_empty(),
            "{}",
            table.name
        );
        assert_eq!(table.columns[0], table.key, "{}", table.name);
        for edition in &table.editions {
            assert!(!edition.source.is_empty(), "{}", table.name);
            assert!(edition.rows > 0 || !edition.complete, "{}", table.name);
        }
    }
    let rows = |name: &str| {
        tables
            .iter()
            .find(|table| table.name == name)
            .expect(name)
            .editions[0]
            .rows
    };
    assert_eq!(
        [rows("tariff"), rows("customs"), rows("countries")],
        [11988, 1302, 265]
    );
}

#[test]
fn a_code_with_several_rows_answers_with_the_larger_holder_first() {
    let codes = codes();
    for (code, iso) in [
        ("326", "NOR"),
        ("399", "ZEU"),
        ("699", "ZOC"),
        ("701", "ZZZ"),
    ] {
        let row = codes
            .answer("countries", code, day(TODAY))
            .row()
            .expect(code);
        assert_eq!(row.get("iso3"), Some(iso));
    }
    let (rows, _) = codes.rows("countries", day(TODAY)).expect("an edition");
    assert_eq!(rows.iter().filter(|row| row.code() == "326").count(), 2);
}

#[test]
fn a_code_that_is_not_there_is_unknown_and_a_name_that_is_no_table_says_so() {
    let codes = codes();
    let unknown = Answer::Unknown {
        standing: Standing::Current,
        complete: true,
    };
    assert_eq!(codes.answer("currencies", "111", day(TODAY)), unknown);
    assert_eq!(codes.answer("currencies", "", day(TODAY)), unknown);
    assert_eq!(codes.answer("colours", "1", day(TODAY)), Answer::NoTable);
    let finding = Missing::NoTable
        .finding("colours", day(TODAY))
        .expect("a finding");
    assert_eq!(finding.code, "code.no-table");
}

#[test]
fn a_code_that_a_partial_table_lacks_is_unknown_without_proof() {
    let codes = codes();
    let lacks = Answer::Unknown {
        standing: Standing::Current,
        complete: false,
    };
    assert_eq!(codes.answer("customs", "8899", day(TODAY)), lacks);
    let whole = "code,name_zh,name_2018\n8805,八廓海关,拉萨现场\n";
    let (newer, _) = codes
        .with_edition("customs", day(TODAY), whole, true)
        .expect("a right text");
    let proves = Answer::Unknown {
        standing: Standing::Current,
        complete: true,
    };
    assert_eq!(newer.answer("customs", "8899", day(TODAY)), proves);
}

#[test]
fn a_mode_is_known_from_its_first_day_on() {
    let codes = codes();
    for table in ["trade_modes", "supervision_modes"] {
        assert!(
            codes
                .answer(table, "9710", day("2020-06-30"))
                .row()
                .is_none()
        );
        assert!(
            codes
                .answer(table, "9710", day("2020-07-01"))
                .row()
                .is_some()
        );
    }
}

#[test]
fn days_of_rest_follow_the_calendar_and_else_the_week() {
    let codes = codes();
    let rests = |text: &str| codes.rests(day(text)).expect("a calendar").0;
    assert!(rests("2026-10-01")); // a day off
    assert!(rests("2026-11-28") && rests("2026-11-29")); // Saturday, Sunday
    assert!(!rests("2026-11-27")); // Friday
    let (rows, _) = codes.rows("calendar", day(TODAY)).expect("a calendar");
    let made_up = rows
        .iter()
        .rev()
        .find(|row| row.get("kind") == Some("work"))
        .expect("a make-up day");
    assert!(!rests(made_up.code()));
    assert_eq!(
        codes.rests(day("2026-12-31")).expect("a calendar").1,
        Standing::Current
    );
    let beyond = codes.rests(day("2027-01-01")).expect("a calendar").1;
    assert_eq!(
        beyond,
        Standing::Older {
            from: day("2016-01-01")
        }
    );
    assert!(codes.rests(day("2015-12-31")).is_err());
}

/// Every row of every table is found again by its own code on a day of its edition.
#[test]
fn every_row_is_found_by_its_code() {
    let codes = codes();
    for table in codes.tables() {
        let (rows, _) = codes.rows(&table.name, day(TODAY)).expect("an edition");
        for row in rows {
            let found = codes
                .answer(&table.name, row.code(), day(TODAY))
                .row()
                .expect("the row");
            assert_eq!(found.code(), row.code());
        }
    }
}

/// A start that takes long is noticed by everyone; the bound is wide for slow machines.
#[test]
fn all_tables_load_quickly_and_a_look_up_costs_next_to_nothing() {
    let files = definitions::files();
    let load = || {
        codes::Codes::load(
            files
                .iter()
                .map(|(path, text)| (path.as_str(), text.as_str())),
        )
    };
    let start = Instant::now();
    let codes = load().expect("the definitions are right");
    let loaded = start.elapsed();
    let start = Instant::now();
    let (rows, _) = codes.rows("tariff", day(TODAY)).expect("an edition");
    for row in &rows {
        codes.tariff(row.code(), day(TODAY)).expect("a line");
    }
    let each = start.elapsed() / rows.len() as u32;
    println!("load {loaded:?}, look-up {each:?}");
    assert!(loaded.as_millis() < 400, "{loaded:?}");
    assert!(each.as_micros() < 20, "{each:?}");
}
