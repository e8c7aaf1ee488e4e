//! The tables as they are delivered: what they answer, and on which days.

mod common;

use std::time::Instant;

use codes::{Answer, ListNote, Measure, Missing, Specific, Standing, Trust};
use common::{codes, day};
use values::{Price, Quantity, Rate};

const TODAY: &str = "2026-10-05";

fn price(text: &str) -> Price {
    text.parse().expect("a price")
}

fn rate(text: &str) -> Rate {
    text.parse().expect("a rate")
}

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
fn before_the_first_edition_nothing_is_guessed() {
    let codes = codes();
    let earliest = day("2020-01-01");
    assert_eq!(
        codes.tariff("1901101000", day("2019-12-31")),
        Err(Missing::NoEdition { earliest })
    );
    assert_eq!(
        codes.answer("tariff", "1901101000", day("2019-12-31")),
        Answer::NoEdition { earliest }
    );
    let finding = Missing::NoEdition { earliest }
        .finding("tariff", day("2019-12-31"))
        .expect("a finding");
    assert_eq!(finding.code, "code.no-edition");
    assert_eq!(finding.want.as_deref(), Some("2020-01-01"));
    assert!(matches!(
        codes.listed("19011010", day("2016-04-07")),
        Err(Missing::NoEdition { .. })
    ));
    assert!(codes.listed("19011010", day("2016-04-08")).is_ok());
}

#[test]
fn the_tariff_of_2020_is_current_in_2020_and_stands_as_older_afterwards() {
    let codes = codes();
    let (milk, standing) = codes
        .tariff("1901101000", day("2020-12-31"))
        .expect("a line");
    assert_eq!(
        (milk.duty, milk.consumption, milk.vat),
        (rate("0.15"), Rate::ZERO, rate("0.13"))
    );
    assert_eq!((milk.unit1, milk.unit2), ("035", None));
    assert_eq!(standing, Standing::Current);
    assert_eq!(standing.note("tariff"), None);

    let (_, standing) = codes
        .tariff("1901101000", day("2021-01-01"))
        .expect("a line");
    assert_eq!(
        standing,
        Standing::Older {
            from: day("2020-01-01")
        }
    );
    let note = standing.note("tariff").expect("a note");
    assert_eq!(note.code, "codes.older-edition");
    assert!(!note.refuses());

    let missing = codes
        .tariff("8543400000", day(TODAY))
        .expect_err("a code of 2022");
    assert_eq!(
        missing,
        Missing::Unknown {
            standing: Standing::Older {
                from: day("2020-01-01")
            }
        }
    );
    assert_eq!(missing.finding("tariff", day(TODAY)), None);
}

#[test]
fn the_second_unit_and_the_declaration_elements_come_with_the_code() {
    let codes = codes();
    let (perfume, _) = codes
        .tariff("3303000010", day("2020-06-01"))
        .expect("a line");
    assert_eq!((perfume.unit1, perfume.unit2), ("035", Some("011")));
    let (elements, _) = codes
        .elements("0101210010", day("2020-06-01"))
        .expect("elements");
    assert!(elements.starts_with("1品牌类型;2出口享惠情况;3是否改良种用"));
}

#[test]
fn a_removed_line_is_listed_until_its_last_day() {
    let codes = codes();
    let listed = |code: &str, on: &str| {
        codes
            .listed(code, day(on))
            .expect("an edition")
            .entry
            .is_some()
    };
    assert!(listed("93070090", "2022-02-28"));
    assert!(!listed("93070090", "2022-03-01"));
    assert!(!listed("95061100", "2022-02-28"));
    assert!(listed("9506110000", "2022-03-01"));
}

#[test]
fn a_list_that_is_not_whole_says_so_and_each_line_says_how_sure_it_is() {
    let codes = codes();
    let entry = |code: &str| {
        let listing = codes.listed(code, day(TODAY)).expect("an edition");
        assert!(!listing.complete);
        listing.entry.unwrap_or_else(|| panic!("{code}"))
    };
    assert_eq!(entry("0409000000").trust, Trust::Public);
    assert_eq!(entry("09011100").trust, Trust::Inferred);
    assert_eq!(entry("1901101000").trust, Trust::Memory);
    assert!(!entry("1901101000").source.is_empty());
    assert_eq!(
        entry("32151900").notes,
        [ListNote::NameOnly("打印机".into())]
    );
    assert_eq!(entry("17019910").yearly_weight(), Some(Quantity::whole(2)));
    assert_eq!(entry("10063020").yearly_weight(), Some(Quantity::whole(20)));
    assert_eq!(
        entry("04100090").notes,
        [ListNote::SpeciesExcluded, ListNote::Registration]
    );
    assert!(matches!(entry("38249999").notes[..], [ListNote::Other(_)]));
    assert!(
        codes
            .listed("01012100", day(TODAY))
            .expect("an edition")
            .entry
            .is_none()
    );
    assert!(
        codes
            .listed("1", day(TODAY))
            .expect("an edition")
            .entry
            .is_none()
    );
    assert!(
        codes
            .listed("一二三四", day(TODAY))
            .expect("an edition")
            .entry
            .is_none()
    );
}

#[test]
fn cosmetics_are_taxed_from_a_price_by_the_way_their_content_is_marked() {
    let codes = codes();
    for code in [
        "3303000010",
        "3303000020",
        "3304100011",
        "3304200092",
        "3304300003",
        "3304910000",
        "3304990099",
    ] {
        let rule = codes
            .consumption(code, day(TODAY))
            .unwrap_or_else(|| panic!("{code}"));
        assert_eq!(rule.threshold(Measure::Gram), Some(price("10")), "{code}");
        assert_eq!(
            rule.threshold(Measure::Millilitre),
            Some(price("10")),
            "{code}"
        );
        assert_eq!(rule.threshold(Measure::Sheet), Some(price("15")), "{code}");
        assert_eq!(rule.threshold(Measure::Piece), None);
        assert_eq!(rule.specific, Specific::None);
    }
    assert!(codes.consumption("3305100000", day(TODAY)).is_none());
    assert!(codes.consumption("3303000010", day("2016-09-30")).is_none());
    assert!(codes.consumption("3303000010", day("2016-10-01")).is_some());
}

#[test]
fn watches_drinks_and_nothing_else_have_their_own_rules() {
    let codes = codes();
    let rule = |code: &str| {
        codes
            .consumption(code, day(TODAY))
            .unwrap_or_else(|| panic!("{code}"))
    };
    assert_eq!(
        rule("9102210090").threshold(Measure::Piece),
        Some(price("10000"))
    );
    assert_eq!(
        rule("2208300000").specific,
        Specific::PerLitre {
            amount: price("0.912")
        }
    );
    let litres = Quantity::whole(988);
    let (at_or_above, below) = (price("250"), price("220"));
    assert_eq!(
        rule("2203000000").specific,
        Specific::ByPrice {
            litres,
            usd: price("370"),
            at_or_above,
            below
        }
    );
    let litres = Quantity::whole(962);
    assert_eq!(
        rule("2206001000").specific,
        Specific::PerTonne {
            amount: price("240"),
            litres
        }
    );
    for without in [
        "2206009000",
        "2204210000",
        "2208909001",
        "1901101000",
        "9103000000",
    ] {
        assert!(
            codes.consumption(without, day(TODAY)).is_none(),
            "{without}"
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
    let files = common::files();
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
