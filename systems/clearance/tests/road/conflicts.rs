//! New, changed, corrected, deleted: what fits what stands, and what does not.

use clearance::acts::Taken;
use testkit::{Paper, Parcel, cast::person};
use values::Fen;

use crate::{
    centre::{Centre, codes},
    sentences,
};

/// The four papers with something in each said otherwise.
fn otherwise(parcel: &Parcel) -> [Paper; 4] {
    [
        parcel.order.clone().set("buyerRegNo", "U999"),
        parcel.payment.clone().set("note", "另付"),
        parcel.waybill.clone().set("goodsInfo", "奶粉两罐"),
        parcel.declaration.clone().set("note", "更正"),
    ]
}

/// What stands is named by message in the tables of customs' codes.
const DUPLICATE: [i64; 4] = [-301_010, -401_007, -504_015, -621_004];
const OLD: [i64; 4] = [-301_014, -401_012, -504_016, -621_012];
const UNKNOWN: [i64; 4] = [-301_009, -401_006, -504_014, -621_011];

#[test]
fn other_content_as_a_new_paper_is_a_conflict_told_in_the_code_of_its_message() {
    let mut centre = Centre::open();
    let parcel = Parcel::lawful(1);
    centre.takes_parcel(&parcel);
    let accounts = centre.accounts();
    for (paper, status) in otherwise(&parcel).iter().zip(DUPLICATE) {
        let answer = centre.takes(paper);
        centre.refused(&answer, "doc.conflict", status);
    }
    assert_eq!(centre.state(&parcel.order), "800");
    assert_eq!(centre.accounts(), accounts);
}

#[test]
fn other_content_as_a_new_paper_is_a_conflict_while_the_list_waits_too() {
    let parcel = Parcel::lawful(1);
    for (at, paper) in otherwise(&parcel).iter().enumerate() {
        let mut centre = Centre::open();
        let missing = (at + 1) % 3;
        for (other, paper) in parcel.papers().into_iter().enumerate() {
            if other != missing {
                centre.takes(paper);
            }
        }
        let answer = centre.takes(paper);
        centre.refused(&answer, "doc.conflict", DUPLICATE[at]);
        centre.takes(parcel.papers()[missing]);
        assert_eq!(centre.state(&parcel.order), "800", "the first counts");
    }
}

#[test]
fn a_change_before_its_original_is_refused_and_the_original_still_clears() {
    let mut centre = Centre::open();
    let parcel = Parcel::lawful(1);
    for (paper, status) in parcel.papers().into_iter().zip(UNKNOWN) {
        let answer = centre.takes(&paper.clone().change());
        centre.refused(&answer, "doc.unknown", status);
    }
    centre.takes_parcel(&parcel);
    assert_eq!(centre.state(&parcel.order), "800");
}

#[test]
fn a_change_older_than_what_stands_is_refused() {
    let mut centre = Centre::open();
    let parcel = Parcel::lawful(1);
    for at in [0, 2, 3] {
        centre.takes(parcel.papers()[at]);
    }
    for at in [0, 2, 3] {
        let older = otherwise(&parcel)[at].clone().at("20261005095759").change();
        let answer = centre.takes(&older);
        centre.refused(&answer, "doc.old", OLD[at]);
    }
    centre.takes(&parcel.payment);
    assert_eq!(centre.state(&parcel.order), "800");
}

#[test]
fn a_change_counts_while_the_list_waits() {
    let mut centre = Centre::open();
    let parcel = Parcel::lawful(1);
    let elsewhere = person(9);
    let wrong = parcel.order.clone().consignee(&elsewhere);
    centre.takes_all([&wrong, &parcel.waybill, &parcel.declaration]);
    let right = parcel.order.clone().at("20261005095900").change();
    assert_eq!(centre.takes(&right).taken, Taken::Accepted);
    assert_eq!(centre.takes(&right).taken, Taken::Repeated);
    centre.takes(&parcel.payment);
    assert_eq!(centre.state(&parcel.order), "800");
}

#[test]
fn each_paper_can_be_changed_while_the_list_waits_and_the_change_is_what_is_judged() {
    let parcel = Parcel::lawful(1);
    let spoilt = [
        parcel.order.clone().consignee(&person(9)),
        parcel.payment.clone().buyer(&person(9)),
        parcel.waybill.clone().set("weight", "9.9"),
        parcel.declaration.clone().buyer(&person(9)),
    ];
    for (at, wrong) in spoilt.iter().enumerate() {
        let mut centre = Centre::open();
        let missing = (at + 1) % 3;
        for (other, paper) in parcel.papers().into_iter().enumerate() {
            match other {
                _ if other == at => centre.takes(wrong),
                _ if other == missing => continue,
                _ => centre.takes(paper),
            };
        }
        let right = parcel.papers()[at].clone().at("20261005095900").change();
        assert_eq!(centre.takes(&right).taken, Taken::Accepted);
        centre.takes(parcel.papers()[missing]);
        assert_eq!(centre.state(&parcel.order), "800", "paper {at}");
        assert_eq!(centre.used(&person(9), 2026), Fen::ZERO);
        assert_eq!(centre.used(&person(1), 2026), Fen(43_600));
    }
}

#[test]
fn nothing_of_a_released_parcel_can_be_changed_or_deleted() {
    let mut centre = Centre::open();
    let parcel = Parcel::lawful(1);
    centre.takes_parcel(&parcel);
    let accounts = centre.accounts();
    for app_type in ["2", "3"] {
        for paper in otherwise(&parcel) {
            let later = paper.at("20261005095900").set("appType", app_type);
            let answer = centre.takes(&later);
            assert_eq!(answer.taken, Taken::Refused);
            assert_eq!(codes(&answer.findings), ["doc.fixed"]);
            let (sentence, _) = sentences::of(&answer.findings).remove(0);
            let said = match (answer.message.as_str(), app_type) {
                ("621", "2") => "清单状态是 800，不能再变更",
                ("621", _) => "清单状态是 800，不能再删除",
                _ => "清单已据此单证处理",
            };
            assert!(sentence.starts_with(said), "{sentence}");
            assert_eq!(centre.state(&parcel.order), "800");
        }
    }
    assert_eq!(centre.accounts(), accounts);
}

#[test]
fn a_list_corrected_after_100_is_decided_anew_as_a_change_or_under_its_own_number() {
    for app_type in ["2", "1"] {
        let mut centre = Centre::open();
        let parcel = Parcel::lawful(1);
        let wrong = parcel
            .declaration
            .clone()
            .set("grossWeight", "3.3")
            .set("netWeight", "2.8");
        centre.takes_all([&parcel.order, &parcel.payment, &parcel.waybill, &wrong]);
        assert_eq!(centre.state(&parcel.order), "100");
        assert_eq!(centre.told(&parcel.order), ["match.weight-differs"]);
        assert_eq!(centre.used(&person(1), 2026), Fen::ZERO, "nothing is held");
        let right = parcel
            .declaration
            .clone()
            .at("20261005095900")
            .set("appType", app_type);
        assert_eq!(centre.takes(&right).taken, Taken::Accepted);
        assert_eq!(centre.state(&parcel.order), "800");
        assert_eq!(
            centre.statuses("622", &right.key()),
            [2, 3, 120, 100, 2, 3, 120, 399, 800]
        );
        assert_eq!(centre.used(&person(1), 2026), Fen(43_600), "taken once");
    }
}

#[test]
fn after_100_the_same_content_is_decided_anew_under_another_guid_and_not_under_its_own() {
    let mut centre = Centre::open();
    let parcel = Parcel::lawful(1);
    let stranger = parcel.payment.clone().buyer(&person(9));
    centre.takes_all([
        &parcel.order,
        &stranger,
        &parcel.waybill,
        &parcel.declaration,
    ]);
    assert_eq!(centre.state(&parcel.order), "100");
    assert_eq!(centre.told(&parcel.order), ["match.payer-differs"]);
    let right = parcel.payment.clone().at("20261005095900").change();
    assert_eq!(centre.takes(&right).taken, Taken::Accepted);
    assert_eq!(
        centre.state(&parcel.order),
        "100",
        "the list is not sent again"
    );
    assert_eq!(centre.takes(&parcel.declaration).taken, Taken::Repeated);
    assert_eq!(centre.state(&parcel.order), "100", "the stored answer");
    let again = parcel.declaration.clone().at("20261005095900");
    assert_eq!(centre.takes(&again).taken, Taken::Accepted);
    assert_eq!(centre.state(&parcel.order), "800");
}

#[test]
fn after_100_another_list_of_the_same_order_may_come() {
    let mut centre = Centre::open();
    let parcel = Parcel::lawful(1);
    let wrong = parcel.declaration.clone().buyer(&person(9));
    centre.takes_all([&parcel.order, &parcel.payment, &parcel.waybill, &wrong]);
    assert_eq!(centre.state(&parcel.order), "100");
    let other = parcel.declaration.clone().set("copNo", "QD-OTHER");
    assert_eq!(centre.takes(&other).taken, Taken::Accepted);
    assert_eq!(centre.state(&parcel.order), "800");
}

#[test]
fn after_another_list_was_withdrawn_the_one_refused_before_is_decided_anew() {
    for changes in [false, true] {
        let mut centre = Centre::open();
        centre.at("2026-10-05T11:00");
        let parcel = Parcel::lawful(1);
        let stranger = parcel.payment.clone().buyer(&person(9));
        centre.takes_all([&parcel.order, &stranger, &parcel.waybill]);
        centre.takes(&parcel.declaration);
        assert_eq!(centre.state(&parcel.order), "100");
        centre.takes(&parcel.payment.clone().at("20261005095900").change());
        let other = parcel.declaration.clone().set("copNo", "QD-OTHER");
        centre.takes(&other);
        assert_eq!(centre.state(&parcel.order), "800");
        let again = parcel.declaration.clone().at("20261005100000");
        let again = match changes {
            true => again.set("note", "重报"),
            false => again,
        };
        let answer = centre.takes(&again);
        centre.refused(&answer, "list.second", -621_004);
        let number = centre.list_number(&parcel.order);
        centre.takes(&parcel.withdrawal(&number, "20261005100030"));
        assert_eq!(centre.state(&parcel.order), "withdrawn");
        let again = again.at("20261005100100");
        assert_eq!(centre.takes(&again).taken, Taken::Accepted);
        assert_eq!(centre.state(&parcel.order), "800");
    }
}

#[test]
fn a_paper_refused_by_itself_stands_in_nobodys_way() {
    let mut centre = Centre::open();
    let parcel = Parcel::lawful(1);
    let wrong = parcel.order.clone().paid("475.69");
    let answer = centre.takes(&wrong);
    assert_eq!(answer.taken, Taken::Refused);
    assert_eq!(codes(&answer.findings), ["match.paid-sum"]);
    centre.takes_all([&parcel.payment, &parcel.waybill, &parcel.declaration]);
    assert_eq!(centre.shown(&parcel.order.key()).missing, ["311"]);
    assert_eq!(centre.takes(&parcel.order).taken, Taken::Accepted);
    assert_eq!(centre.state(&parcel.order), "800");
}

#[test]
fn a_saved_list_declares_nothing_until_it_is_declared() {
    let mut centre = Centre::open();
    let parcel = Parcel::lawful(1);
    centre.takes_all([&parcel.order, &parcel.payment, &parcel.waybill]);
    let saved = parcel.declaration.clone().set("appStatus", "1");
    assert_eq!(centre.takes(&saved).taken, Taken::Accepted);
    assert_eq!(centre.statuses("622", &saved.key()), [1]);
    assert_eq!(centre.used(&person(1), 2026), Fen::ZERO);
    assert_eq!(centre.takes(&parcel.declaration).taken, Taken::Accepted);
    assert_eq!(
        centre.statuses("622", &saved.key()),
        [1, 2, 3, 120, 399, 800]
    );
}

#[test]
fn a_list_whose_dossier_disagrees_is_refused_alike_in_every_order_of_arrival() {
    let parcel = Parcel::lawful(1);
    let stranger = parcel.payment.clone().buyer(&person(9));
    let papers = [
        &parcel.order,
        &stranger,
        &parcel.waybill,
        &parcel.declaration,
    ];
    for first in 0..4 {
        for turn in [1, 3] {
            let mut centre = Centre::open();
            for step in 0..4 {
                centre.takes(papers[(first + step * turn) % 4]);
            }
            assert_eq!(centre.state(&parcel.order), "100");
            assert_eq!(centre.told(&parcel.order), ["match.payer-differs"]);
            assert_eq!(
                centre.statuses("622", &parcel.declaration.key()),
                [2, 3, 120, 100]
            );
            assert!(
                centre
                    .accounts()
                    .iter()
                    .all(|line| !line.starts_with("quota"))
            );
        }
    }
}
