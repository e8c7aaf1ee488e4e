//! The officer: what is laid before one, what one may do, and what follows.

use clearance::acts::{Act, Matter, REASONS};
use site::Locale;
use testkit::{
    Bought, Mode, Parcel, Purchase,
    cast::{E1, person},
    goods::{FORMULA, TOWEL, WINE},
};
use values::{Fen, Finding};

use crate::{centre::Centre, known::ZONE, sentences};

fn in_review() -> (Centre, Parcel) {
    let mut centre = Centre::open();
    let parcel = Parcel::for_an_officer(1);
    centre.takes_parcel(&parcel);
    assert_eq!(centre.state(&parcel.order), "300");
    assert_eq!(centre.told(&parcel.order), ["goods.list-incomplete"]);
    assert_eq!(centre.used(&person(1), 2026), Fen(3900), "reserved");
    assert_eq!(centre.frozen(E1), Fen(355), "frozen");
    (centre, parcel)
}

#[test]
fn goods_that_the_held_part_of_the_list_does_not_have_are_laid_before_an_officer_and_released() {
    let (mut centre, parcel) = in_review();
    let state = centre.decides(&parcel.order.key(), Act::Release, "officer.checked");
    assert_eq!(state.unwrap().to_string(), "800");
    assert_eq!(
        centre.statuses("622", &parcel.declaration.key()),
        [2, 3, 120, 300, 399, 800]
    );
    assert_eq!(centre.statuses("816", &parcel.declaration.key()), [1]);
    assert_eq!(centre.used(&person(1), 2026), Fen(3900));
    assert_eq!(centre.tax(E1, "2026-10-05"), Fen(355));
    centre.at("2026-11-05T00:00");
    assert_eq!(centre.state(&parcel.order), "899");
}

#[test]
fn what_an_officer_refuses_gives_everything_back_and_its_waybill_is_free() {
    let (mut centre, parcel) = in_review();
    let state = centre.decides(&parcel.order.key(), Act::Refuse, "officer.refused");
    assert_eq!(state.unwrap().to_string(), "100");
    assert_eq!(
        centre.statuses("622", &parcel.declaration.key()),
        [2, 3, 120, 300, 100]
    );
    assert_eq!(centre.used(&person(1), 2026), Fen::ZERO);
    assert_eq!(centre.frozen(E1), Fen::ZERO);
    assert_eq!(centre.tax(E1, "2026-10-05"), Fen::ZERO);
    let other = parcel.declaration.clone().set("copNo", "QD-OTHER");
    centre.takes(&other);
    assert_eq!(centre.state(&parcel.order), "300", "looked at anew");
}

#[test]
fn an_officer_has_it_inspected_and_releases_it_after() {
    let (mut centre, parcel) = in_review();
    let order = parcel.order.key();
    centre
        .decides(&order, Act::Inspect, "officer.look")
        .unwrap();
    assert_eq!(centre.state(&parcel.order), "500");
    centre
        .decides(&order, Act::Release, "officer.checked")
        .unwrap();
    assert_eq!(
        centre.statuses("622", &parcel.declaration.key()),
        [2, 3, 120, 300, 500, 800]
    );
    assert_eq!(centre.tax(E1, "2026-10-05"), Fen(355));
}

#[test]
fn a_watch_has_lists_with_its_goods_inspected() {
    let watch = "[[watch]]\nhs = \"2204\"\nrate = \"1\"\n";
    let setup = testkit::setup_toml(0) + watch;
    let mut centre = Centre::open_with(&setup, "2026-10-05T10:00");
    let wine = Purchase::lawful(8)
        .lines(vec![Bought::new(WINE, 1)])
        .papers();
    centre.takes_parcel(&wine);
    assert_eq!(centre.state(&wine.order), "500");
    assert_eq!(centre.told(&wine.order), ["inspect.watch"]);
    assert_eq!(
        centre.statuses("622", &wine.declaration.key()),
        [2, 3, 120, 399, 500]
    );
    assert_eq!(centre.stock(&WINE), 1195, "reserved");
    assert_eq!(centre.in_book(&WINE), 1196, "still there");
    centre
        .decides(&wine.order.key(), Act::Release, "officer.checked")
        .unwrap();
    assert_eq!(
        centre.statuses("622", &wine.declaration.key()),
        [2, 3, 120, 399, 500, 800]
    );
    assert_eq!(centre.in_book(&WINE), 1195);
    // Other goods pass.
    let cans = Parcel::lawful(1);
    centre.takes_parcel(&cans);
    assert_eq!(centre.state(&cans.order), "800");
}

#[test]
fn a_watch_on_a_firm_has_its_lists_inspected_and_what_is_found_is_held() {
    let watch = format!("[[watch]]\nfirm = \"{}\"\nrate = \"1\"\n", E1.code);
    let setup = testkit::setup_toml(0) + &watch;
    let mut centre = Centre::open_with(&setup, "2026-10-05T10:00");
    let parcel = Parcel::lawful(1);
    centre.takes_parcel(&parcel);
    assert_eq!(centre.state(&parcel.order), "500");
    centre
        .decides(&parcel.order.key(), Act::Refuse, "officer.refused")
        .unwrap();
    assert_eq!(centre.state(&parcel.order), "599");
    assert_eq!(centre.in_book(&FORMULA), 1196, "held, not gone");
}

#[test]
fn every_list_is_inspected_where_all_of_them_are_drawn() {
    let setup = testkit::setup_toml(0).replace(
        "\"inspection.random\" = \"0\"",
        "\"inspection.random\" = \"1\"",
    );
    let mut centre = Centre::open_with(&setup, "2026-10-05T10:00");
    for n in 1..=5 {
        let parcel = Parcel::lawful(n);
        centre.takes_parcel(&parcel);
        assert_eq!(centre.state(&parcel.order), "500");
        assert_eq!(centre.told(&parcel.order), ["inspect.drawn"]);
    }
}

#[test]
fn a_list_that_is_to_be_looked_at_waits_for_its_guarantee_first() {
    let watch = "[[watch]]\nhs = \"1901\"\nrate = \"1\"\n";
    let poor = testkit::setup_toml(0).replace("500000.00", "1.00") + watch;
    for (parcel, state, road) in [
        (Parcel::lawful(1), "500", [2, 3, 120, 399, 500].as_slice()),
        (Parcel::for_an_officer(1), "300", &[2, 3, 120, 300]),
    ] {
        let mut centre = Centre::open_with(&poor, "2026-10-05T10:00");
        centre.takes_parcel(&parcel);
        assert_eq!(centre.state(&parcel.order), "120");
        centre.sets_up(&testkit::setup_toml(0)).unwrap();
        assert_eq!(centre.state(&parcel.order), state);
        assert_eq!(centre.statuses("622", &parcel.declaration.key()), road);
        centre
            .decides(&parcel.order.key(), Act::Release, "officer.checked")
            .unwrap();
        assert_eq!(centre.state(&parcel.order), "800");
        assert_eq!(centre.statuses("816", &parcel.declaration.key()), [1]);
    }
}

#[test]
fn an_act_needs_a_reason_of_the_rulebook_and_a_key_that_is_known() {
    let (mut centre, parcel) = in_review();
    let order = parcel.order.key();
    let receipts = centre.receipt_count();
    let no_reason = centre.decides(&order, Act::Release, "because").unwrap_err();
    assert_eq!(no_reason, "officer.reason");
    let no_key = centre.decides("P/X", Act::Release, "officer.checked");
    assert_eq!(no_key.unwrap_err(), "key.unknown");
    assert_eq!(centre.state(&parcel.order), "300");
    assert_eq!(centre.receipt_count(), receipts);
}

#[test]
fn an_officer_finds_a_list_by_any_of_its_keys() {
    for pick in 0..3 {
        let (mut centre, parcel) = in_review();
        let key = match pick {
            0 => parcel.declaration.key(),
            1 => parcel.waybill.key(),
            _ => centre.list_number(&parcel.order),
        };
        centre
            .decides(&key, Act::Release, "officer.checked")
            .unwrap();
        assert_eq!(centre.state(&parcel.order), "800");
    }
}

#[test]
fn while_an_officer_looks_the_reserved_quota_is_spent_for_others() {
    let mut centre = Centre::open();
    let buyer = person(1);
    let bag = |n, price| {
        let bag = Bought {
            price: Fen(price),
            ..Bought::new(testkit::goods::HANDBAG, 1)
        };
        Purchase::lawful(n)
            .buyer(buyer.clone())
            .lines(vec![bag])
            .papers()
    };
    for n in 101..=103 {
        centre.takes_parcel(&bag(n, 850_000));
    }
    let parcel = Purchase::lawful(1)
        .mode(Mode::Direct)
        .lines(vec![Bought::new(TOWEL, 10)])
        .papers();
    centre.takes_parcel(&parcel);
    assert_eq!(centre.state(&parcel.order), "300");
    let next = bag(104, 20_000);
    centre.takes_parcel(&next);
    assert_eq!(centre.state(&next.order), "-621018");
    centre
        .decides(&parcel.order.key(), Act::Refuse, "officer.refused")
        .unwrap();
    let again = next.declaration.clone().at("20261005095900");
    centre.takes(&again);
    assert_eq!(centre.state(&next.order), "800");
}

/// Everything that an officer might give as a reason, and what each may be given for.
const GIVEN: [(&str, &[(Matter, Act)]); 11] = [
    ("officer.checked", &[(Matter::List, Act::Release)]),
    (
        "officer.look",
        &[(Matter::List, Act::Inspect), (Matter::Return, Act::Inspect)],
    ),
    (
        "officer.refused",
        &[(Matter::List, Act::Refuse), (Matter::Return, Act::Refuse)],
    ),
    ("return.goods-back", &[(Matter::Return, Act::Release)]),
    (
        "return.not-original",
        &[
            (Matter::Return, Act::Inspect),
            (Matter::Return, Act::Refuse),
        ],
    ),
    // What laid this list before the officer.
    (
        "goods.list-incomplete",
        &[(Matter::List, Act::Inspect), (Matter::List, Act::Refuse)],
    ),
    // Only noted.
    ("tax.collected-differs", &[]),
    ("inspect.drawn", &[]),
    ("match.line-differs", &[]),
    ("officer.move", &[]),
    ("because", &[]),
];

/// A list in review that has a note too, or a return that waits for its goods; with its key.
fn before_an_officer(matter: Matter) -> (Centre, Parcel, String) {
    let mut centre = Centre::open();
    let mut parcel = Parcel::for_an_officer(1);
    if matter == Matter::List {
        parcel.order = parcel
            .order
            .set("taxTotal", "3.54")
            .set("acturalPaid", "42.54");
        parcel.payment = parcel.payment.set("amountPaid", "42.54");
        centre.takes_parcel(&parcel);
        assert_eq!(centre.state(&parcel.order), "300");
        let shown = centre.shown(&parcel.order.key());
        let codes = shown.findings.iter().map(|one| one.code.as_ref());
        let noted = codes.filter(|code| *code == "tax.collected-differs");
        assert_eq!(noted.count(), 1);
        let key = parcel.order.key();
        return (centre, parcel, key);
    }
    let parcel = Parcel::lawful(1);
    centre.takes_parcel(&parcel);
    let number = centre.list_number(&parcel.order);
    let paper = parcel.return_of(&number, "20261005095900", 1, 1);
    centre.takes(&paper);
    let key = paper.key();
    (centre, parcel, key)
}

#[test]
fn a_reason_serves_the_acts_that_it_is_a_reason_for_and_no_other() {
    for matter in [Matter::List, Matter::Return] {
        for act in [Act::Release, Act::Inspect, Act::Refuse] {
            let serves = |acts: &[(Matter, Act)]| acts.contains(&(matter, act));
            for (reason, acts) in GIVEN {
                let (mut centre, _, key) = before_an_officer(matter);
                let receipts = centre.receipt_count();
                let done = centre.acts(&key, act, reason);
                if serves(acts) {
                    assert!(done.is_ok(), "{matter:?} {act:?} {reason}: {done:?}");
                    continue;
                }
                let unfit = done.unwrap_err();
                assert_eq!(unfit.code, "officer.reason", "{matter:?} {act:?} {reason}");
                let fit = GIVEN.iter().filter(|(_, acts)| serves(acts));
                let fit: Vec<&str> = fit.map(|(code, _)| *code).collect();
                assert_eq!(unfit.want, Some(fit.join(", ")), "{matter:?} {act:?}");
                let (sentence, _) = sentences::of(&[*unfit]).remove(0);
                assert!(sentence.contains(&fit.join(", ")), "{sentence}");
                assert_eq!(centre.receipt_count(), receipts, "nothing was done");
            }
        }
    }
}

#[test]
fn what_the_verdict_found_is_told_with_the_values_it_was_found_with() {
    let (mut centre, parcel) = in_review();
    let order = parcel.order.key();
    let found = centre.shown(&order).findings[0].clone();
    centre
        .acts(&order, Act::Refuse, "goods.list-incomplete")
        .unwrap();
    let told = centre.shown(&order).findings[0].clone();
    assert_eq!(told.code, found.code);
    assert_eq!(told.values[..found.values.len()], found.values);
    assert_eq!(centre.state(&parcel.order), "100");
}

#[test]
fn no_reason_that_an_officer_can_give_has_an_empty_slot() {
    for (reason, serves) in REASONS {
        for (matter, act) in serves {
            let (mut centre, parcel, key) = before_an_officer(*matter);
            centre.acts(&key, *act, reason).unwrap();
            for (sentence, remedy) in sentences::told(&centre, &parcel.order) {
                for said in [&sentence, &remedy] {
                    let empty = ["（无）", "第 无", "{"];
                    assert!(!empty.iter().any(|slot| said.contains(slot)), "{said}");
                }
            }
        }
        for locale in [Locale::ZhCn, Locale::En] {
            let bare = Finding::refused(reason);
            let said = ZONE.words.sentence(&bare, locale).text;
            let full = bare.saw("X").wants("Y").at("f").item(1);
            assert_eq!(said, ZONE.words.sentence(&full, locale).text);
            assert!(!said.contains("none"), "{said}");
        }
    }
}

#[test]
fn held_goods_are_out_of_an_officers_hand_and_the_words_say_so() {
    let watch = "[[watch]]\nhs = \"1901\"\nrate = \"1\"\n";
    let setup = testkit::setup_toml(0) + watch;
    let mut centre = Centre::open_with(&setup, "2026-10-05T10:00");
    let parcel = Parcel::lawful(1);
    centre.takes_parcel(&parcel);
    let order = parcel.order.key();
    centre.acts(&order, Act::Refuse, "officer.refused").unwrap();
    for (act, reason) in [
        (Act::Release, "officer.checked"),
        (Act::Inspect, "officer.look"),
        (Act::Refuse, "officer.refused"),
    ] {
        let told = centre.acts(&order, act, reason).unwrap_err();
        assert_eq!(told.code, "officer.move");
        let words = sentences::of(&[*told]);
        assert!(words[0].1.contains("案件"), "{words:?}");
    }
    centre.at("2027-03-01T00:00");
    assert_eq!(centre.state(&parcel.order), "599");
    assert_eq!(centre.in_book(&FORMULA), 1196, "held, not gone");
    assert_eq!(centre.used(&person(1), 2026), Fen(43_600), "reserved");
}

#[test]
fn a_return_is_refused_for_the_officers_reason_and_no_other() {
    let mut centre = Centre::open();
    let parcel = Parcel::lawful(1);
    centre.takes_parcel(&parcel);
    let number = centre.list_number(&parcel.order);
    let paper = parcel.return_of(&number, "20261005095900", 1, 1);
    for (reason, said) in [
        ("officer.refused", "关员审核未通过，未给出其他理由"),
        ("return.not-original", "退回的不是原放行的商品"),
    ] {
        let paper = paper.clone().set("copNo", reason);
        centre.takes(&paper);
        centre.acts(&paper.key(), Act::Refuse, reason).unwrap();
        let last = centre.receipts("626", &paper.key()).pop().unwrap();
        let info = centre.field(&last, "returnInfo");
        let alone = format!("Desc:{said}。]");
        assert!(info.contains(&alone), "{info}");
    }
}
