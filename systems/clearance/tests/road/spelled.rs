//! However a number is spelled, it is one number: what it stands for is spent once.

use clearance::acts::Taken;
use testkit::{Mode, Paper, Parcel, Purchase, cast::E1};

use crate::centre::{Centre, bought, codes};

/// The same in full width.
fn wide(text: &str) -> String {
    let wide = |sign: char| match sign {
        '!'..='~' => char::from_u32(u32::from(sign) + 0xfee0).unwrap(),
        other => other,
    };
    text.chars().map(wide).collect()
}

fn spelled(paper: &Paper, field: &'static str, as_: impl Fn(&str) -> String) -> Paper {
    let value = as_(paper.get(field).unwrap());
    paper.clone().set(field, value)
}

#[test]
fn a_person_has_one_quota_however_the_number_is_written() {
    let mut centre = Centre::open();
    let first = bought(1, "2026-10-05T09:58");
    let buyer = first.buyer.clone();
    let second = Purchase {
        buyer: buyer.clone(),
        ..bought(2, "2026-10-05T09:58")
    };
    centre.takes_parcel(&first.papers());
    let alone = centre.used(&buyer, 2026);
    let papers = second.papers();
    centre.takes(&spelled(&papers.order, "buyerIdNumber", wide));
    centre.takes(&spelled(&papers.payment, "payerIdNumber", wide));
    centre.takes(&papers.waybill);
    centre.takes(&spelled(&papers.declaration, "buyerIdNumber", wide));
    assert_eq!(centre.state(&papers.order), "800");
    assert!(centre.used(&buyer, 2026) > alone, "a quota of its own");
}

#[test]
fn a_payment_serves_one_order_however_its_number_is_written() {
    for spelling in [wide, str::to_lowercase as fn(&str) -> String] {
        let mut centre = Centre::open();
        let (first, second) = (Parcel::lawful(1), Parcel::lawful(2));
        let number = first.payment.get("payTransactionId").unwrap().to_owned();
        centre.takes_all([&first.order, &first.waybill, &first.declaration]);
        centre.takes(&spelled(&first.payment, "payTransactionId", spelling));
        assert_eq!(centre.state(&first.order), "800");
        let payment = second.payment.clone().set("payTransactionId", number);
        assert_eq!(codes(&centre.takes(&payment).findings), ["payment.used"]);
    }
}

#[test]
fn a_payment_spelled_twice_is_one_payment() {
    let mut centre = Centre::open();
    let parcel = Parcel::lawful(1);
    centre.takes_parcel(&parcel);
    let mut other = Centre::open();
    other.takes(&parcel.payment);
    let again = spelled(&parcel.payment, "payTransactionId", wide);
    for centre in [&mut centre, &mut other] {
        let told = centre.takes(&again);
        assert_eq!(codes(&told.findings), ["doc.conflict"]);
    }
}

#[test]
fn a_waybill_has_one_list_and_a_list_one_number_however_they_are_written() {
    let mut centre = Centre::open();
    let (first, second) = (Parcel::lawful(1), Parcel::lawful(2));
    centre.takes_parcel(&first);
    let waybill = wide(first.waybill.get("logisticsNo").unwrap());
    let list = second.declaration.clone().set("logisticsNo", waybill);
    assert_eq!(codes(&centre.takes(&list).findings), ["waybill.used"]);
    let unseen = format!("{}\u{200b}", first.declaration.get("copNo").unwrap());
    for number in [wide(first.declaration.get("copNo").unwrap()), unseen] {
        let list = second.declaration.clone().set("copNo", number);
        assert_eq!(codes(&centre.takes(&list).findings), ["doc.conflict"]);
    }
    centre.takes_parcel(&second);
    assert_eq!(centre.state(&second.order), "800");
}

/// One number in several spellings.
const SPELLINGS: [fn(&str) -> String; 6] = [
    str::to_owned,
    str::to_lowercase,
    wide,
    |text| format!(" {text}"),
    |text| format!("{text}\u{fe0f}"),
    |text| text.replacen('2', "2\u{3164}", 1),
];

#[test]
fn a_list_changed_to_any_spelling_of_its_waybill_keeps_it() {
    let mut dice = 7_usize;
    let mut roll = move |below: usize| {
        dice = dice
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (dice >> 33) % below
    };
    for round in 0..12 {
        let mut centre = Centre::open();
        let (mine, other) = (Parcel::lawful(1), Parcel::lawful(2));
        let waybill = mine.waybill.get("logisticsNo").unwrap();
        let first = roll(4);
        centre.takes(&spelled(
            &mine.declaration,
            "logisticsNo",
            SPELLINGS[roll(6)],
        ));
        for change in 0..4 {
            if change == first {
                centre.takes(&spelled(&mine.waybill, "logisticsNo", SPELLINGS[roll(6)]));
            }
            let changed = spelled(&mine.declaration, "logisticsNo", SPELLINGS[roll(6)]);
            let time = format!("2026100509590{change}");
            assert_ne!(
                centre.takes(&changed.at(time).change()).taken,
                Taken::Refused
            );
            let taking = SPELLINGS[roll(6)](waybill);
            let list = other.declaration.clone().set("logisticsNo", taking);
            let told = centre.takes(&list.at(format!("2026100509591{change}")));
            assert_eq!(codes(&told.findings), ["waybill.used"], "round {round}");
        }
        centre.takes_all([&mine.order, &mine.payment]);
        assert_eq!(centre.state(&mine.order), "800", "round {round}");
        let stranger = mine
            .waybill
            .clone()
            .set("orderNo", other.order.get("orderNo").unwrap());
        let told = centre.takes(&stranger.at("20261005095930").change());
        assert_eq!(codes(&told.findings), ["doc.fixed"], "a list rests on it");
    }
}

#[test]
fn the_papers_of_a_parcel_find_each_other_however_their_numbers_and_firms_are_spelled() {
    for (at, spelling) in SPELLINGS.into_iter().enumerate() {
        let mut centre = Centre::open();
        let parcel = Parcel::lawful(1);
        let spell = |paper: &Paper, fields: &[&'static str]| {
            fields.iter().fold(paper.clone(), |paper, field| {
                spelled(&paper, field, spelling)
            })
        };
        // Codes of firms are measured: only what keeps their length can be another spelling of them.
        let firms = at < 3;
        let waybill = if firms {
            spell(&parcel.waybill, &["logisticsNo", "logisticsCode"])
        } else {
            spell(&parcel.waybill, &["logisticsNo"])
        };
        let order = if firms {
            spell(&parcel.order, &["orderNo", "ebpCode", "ebcCode"])
        } else {
            spell(&parcel.order, &["orderNo"])
        };
        for paper in [&order, &parcel.payment, &waybill, &parcel.declaration] {
            let answer = centre.takes(paper);
            assert_eq!(answer.taken, Taken::Accepted, "{at} {answer:?}");
        }
        assert_eq!(centre.state(&parcel.order), "800", "spelling {at}");
        let told = centre.receipts("512", &waybill.key());
        assert!(!told.is_empty(), "answered by the number as it was sent");
    }
}

#[test]
fn a_guarantor_spelled_otherwise_gives_the_same_guarantee() {
    let mut centre = Centre::open();
    let parcel = Parcel::lawful(1);
    centre.takes_all([&parcel.order, &parcel.payment, &parcel.waybill]);
    centre.takes(&spelled(
        &parcel.declaration,
        "assureCode",
        str::to_lowercase,
    ));
    assert_eq!(centre.state(&parcel.order), "800");
}

#[test]
fn a_setup_files_a_firm_and_an_item_once_however_they_are_spelled() {
    let mut centre = Centre::open();
    let setup = testkit::setup_toml(0);
    let low = setup.replace(E1.code, &E1.code.to_lowercase());
    assert_eq!(centre.sets_up(&low).unwrap().filed, Vec::<String>::new());
    let blank = setup.replace("record = \"", "record = \" ");
    assert_eq!(centre.sets_up(&blank).unwrap().filed, Vec::<String>::new());
    let firm =
        |code: &str| format!("[[firm]]\ncode = \"{code}\"\nname = \"x\"\nroles = [\"seller\"]\n");
    let twice = firm(E1.code) + &firm(&E1.code.to_lowercase());
    assert_eq!(
        codes(&centre.sets_up(&twice).unwrap_err())[0],
        "setup.twice"
    );
}

#[test]
fn an_arrival_that_counts_a_waybill_in_two_spellings_counts_it_twice() {
    let mut centre = Centre::open();
    let parcel = Purchase::lawful(1).mode(Mode::Direct).papers();
    let twice = parcel.arrival("20261005095800").another_line().line(2);
    let number = parcel.waybill.get("logisticsNo").unwrap().to_lowercase();
    let answer = centre.takes(&twice.set("gnum", "2").set("logisticsNo", number).head());
    centre.refused(&answer, "arrival.twice", -800_003);
}
