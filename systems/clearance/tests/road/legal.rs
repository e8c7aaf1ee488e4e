//! Legal quantities: in the tariff's units, and what the yearly weight limit counts by.

use clearance::acts::Act;
use testkit::{
    Bought, Mode, Paper, Parcel,
    cast::person,
    goods::{CREAM, Good, SHAVER, SUGAR},
};
use values::{Fen, Quantity};

use crate::centre::{Centre, bought};

/// Sugar in cubes of 6 to 8 g, ten 分 each; what they weigh is told by the legal quantity alone.
const CUBE: Good = Good {
    model: "测试牌|方糖",
    price: Fen(10),
    grams: (6, 8),
    ..SUGAR
};

/// That many cubes, weighing `kilograms` together.
fn cubes(n: u64, pieces: i64, kilograms: &str) -> Parcel {
    let mut parcel = bought(n, "2026-10-05T09:00")
        .lines(vec![Bought::new(CUBE, pieces)])
        .papers();
    let net = parcel.declaration.set("netWeight", kilograms).line(1);
    parcel.declaration = net.set("qty1", kilograms).head();
    parcel
}

#[test]
fn the_yearly_limit_counts_the_weight_of_the_line_and_not_rounded_pieces() {
    let mut centre = Centre::open();
    // A piece of 6.66633 g would be counted as 6.67 g or 6.66 g.
    for (n, kilograms, state) in [
        (1, "1.9999", "800"),
        (2, "2", "800"),
        (3, "2.00001", "100"),
        (4, "2.0024", "100"),
    ] {
        let parcel = cubes(n, 300, kilograms);
        centre.takes_parcel(&parcel);
        assert_eq!(centre.state(&parcel.order), state, "{kilograms}");
        if state == "800" {
            let counted = centre.weight(&person(n), 2026, "17019910");
            assert_eq!(counted, kilograms.parse().unwrap());
        } else {
            assert_eq!(centre.told(&parcel.order), ["quota.weight"]);
        }
    }
}

#[test]
fn what_weighs_least_is_counted_all_the_same() {
    let mut centre = Centre::open();
    let parcel = cubes(1, 500, "0.001");
    centre.takes_parcel(&parcel);
    let counted = centre.weight(&person(1), 2026, "17019910");
    assert_eq!(counted, Quantity(100));
}

#[test]
fn parts_that_come_back_add_up_to_the_weight_that_was_counted() {
    let mut centre = Centre::open();
    let parcel = cubes(1, 3, "0.01801");
    centre.takes_parcel(&parcel);
    let number = centre.list_number(&parcel.order);
    for (own, left) in [("TH-1", 1201), ("TH-2", 600), ("TH-3", 0)] {
        let paper = parcel.return_of(&number, "20261005095900", 1, 1);
        let paper = paper.set("copNo", own);
        centre.takes(&paper);
        let decided = centre.decides(&paper.key(), Act::Release, "return.goods-back");
        decided.unwrap();
        let counted = centre.weight(&person(1), 2026, "17019910");
        assert_eq!(counted, Quantity(left), "{own}");
    }
}

fn list(good: Good) -> Paper {
    let purchase = bought(1, "2026-10-05T09:00").lines(vec![Bought::new(good, 1)]);
    purchase.papers().declaration
}

#[test]
fn a_legal_quantity_is_counted_in_the_unit_of_the_tariff() {
    // Sugar by the kilogram, a shaver by the piece and the kilogram.
    for (good, field, unit, refused) in [
        (SUGAR, "unit1", "035", false),
        (SUGAR, "unit1", "036", true),
        (SUGAR, "unit1", "007", true),
        (SHAVER, "unit1", "035", true),
        (SHAVER, "unit2", "035", false),
        (SHAVER, "unit2", "036", true),
    ] {
        let mut centre = Centre::open();
        let answer = centre.takes(&list(good).line(1).set(field, unit).head());
        if refused {
            centre.refused(&answer, "line.legal-unit", 100);
            let found = &answer.findings[0];
            assert_eq!((found.field.as_ref(), found.paper.item), (field, Some(1)));
            assert_eq!(found.seen.as_deref(), Some(unit));
        } else {
            assert!(!answer.findings.iter().any(values::Finding::refuses));
        }
    }
}

#[test]
fn a_second_legal_quantity_may_be_left_out() {
    let mut centre = Centre::open();
    let without = list(CREAM).line(1).drop("qty2").drop("unit2").head();
    let answer = centre.takes(&without);
    assert!(!answer.findings.iter().any(values::Finding::refuses));
}

#[test]
fn a_legal_quantity_is_above_zero_and_no_heavier_than_the_parcel() {
    for (field, value, code) in [
        ("qty1", "0", "line.legal-zero"),
        ("qty2", "0", "line.legal-zero"),
        ("qty2", "0.52001", "weight.legal-above-gross"),
    ] {
        let mut centre = Centre::open();
        let answer = centre.takes(&list(SHAVER).line(1).set(field, value).head());
        centre.refused(&answer, code, 100);
    }
    let mut centre = Centre::open();
    let answer = centre.takes(&list(SHAVER).line(1).set("qty2", "0.52").head());
    assert!(!answer.findings.iter().any(values::Finding::refuses));
}

#[test]
fn an_officer_looks_at_sugar_that_weighs_less_than_its_bags_or_the_parcel() {
    let mut centre = Centre::open();
    // Four bags of 300 g: 5 % less is tolerated.
    for (n, kilograms, state) in [(1, "1.14", "800"), (2, "1.13999", "300")] {
        let mut parcel = bought(n, "2026-10-05T09:00")
            .lines(vec![Bought::new(SUGAR, 4)])
            .papers();
        parcel.declaration = parcel.declaration.line(1).set("qty1", kilograms).head();
        centre.takes_parcel(&parcel);
        assert_eq!(centre.state(&parcel.order), state, "{kilograms}");
    }
    // The bags are not told; the parcel weighs 1.8 kg net.
    for (n, kilograms, state) in [(3, "1.71", "800"), (4, "1.70999", "300")] {
        let mut parcel = cubes(n, 300, "1.8");
        parcel.declaration = parcel.declaration.line(1).set("qty1", kilograms).head();
        centre.takes_parcel(&parcel);
        assert_eq!(centre.state(&parcel.order), state, "{kilograms}");
        if state == "300" {
            assert_eq!(centre.told(&parcel.order), ["weight.legal-low"]);
        }
    }
}

#[test]
fn the_consumption_tax_of_a_doubtful_content_is_not_guessed() {
    for (model, state) in [("测试牌|50克/盒", "800"), ("测试牌|50克*2", "100")] {
        let mut centre = Centre::open();
        let good = Good {
            model,
            record: None,
            ..CREAM
        };
        let parcel = bought(1, "2026-10-05T09:00")
            .mode(Mode::Direct)
            .lines(vec![Bought::new(good, 1)])
            .papers();
        centre.takes_parcel(&parcel);
        assert_eq!(centre.state(&parcel.order), state, "{model}");
        if state == "100" {
            assert_eq!(centre.told(&parcel.order), ["tax.content-missing"]);
        }
    }
}
