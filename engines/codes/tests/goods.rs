//! What the delivered tables say of goods: tariff, positive list, consumption tax, by day.

mod definitions;

use codes::{Answer, ListNote, Measure, Missing, Specific, Standing, Trust};
use definitions::{codes, day};
use values::{Price, Quantity, Rate};

const TODAY: &str = "2026-10-05";

fn price(text: &str) -> Price {
    text.parse().expect("a price")
}

fn rate(text: &str) -> Rate {
    text.parse().expect("a rate")
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
            },
            complete: true,
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
