//! Who sends a message (copCode): a firm that its paper names, or one whose business such messages are.

use clearance::acts::Taken;
use testkit::{
    Mode, Paper, Parcel, Purchase,
    cast::{A2, Firm, L2, P2, S2, W1, Y2},
};

use crate::{
    centre::{Centre, codes},
    sentences,
};

/// Filed nowhere.
const NOBODY: Firm = Firm {
    code: "91350100M000100Y43",
    name: "某",
    roles: &[],
};

/// One paper of each message that is taken.
fn papers() -> [Paper; 8] {
    let parcel = Purchase::lawful(1).mode(Mode::Direct).papers();
    let (number, at) = ("88052026I000000001", "20261005095900");
    let [order, payment, waybill, list] = parcel.papers().map(Paper::clone);
    [
        order,
        payment,
        waybill,
        parcel.delivered(at),
        list,
        parcel.withdrawal(number, at),
        parcel.return_of(number, at, 1, 1),
        parcel.arrival(at),
    ]
}

#[test]
fn a_message_from_a_firm_that_nobody_filed_is_refused_and_setup_is_named() {
    let mut centre = Centre::open();
    for paper in papers() {
        let answer = centre.takes(&paper.clone().sent_by(NOBODY));
        assert_eq!(answer.taken, Taken::Refused, "{paper:?}");
        assert_eq!(codes(&answer.findings), ["party.unknown"]);
        assert_eq!(answer.findings[0].field, "copCode");
        assert_eq!(answer.findings[0].seen.as_deref(), Some(NOBODY.code));
        let words = sentences::of(&answer.findings);
        assert!(words[0].1.contains("setup"), "{words:?}");
    }
    // The stored refusal is not in the way of the same paper from who may send it.
    let parcel = Purchase::lawful(1).mode(Mode::Direct).papers();
    centre.takes_parcel(&parcel);
    assert_eq!(centre.state(&parcel.order), "800");
}

#[test]
fn a_message_from_a_firm_whose_business_it_is_not_is_refused() {
    let mut centre = Centre::open();
    for paper in papers() {
        let stranger = match paper.shape().number {
            "711" => Y2,
            _ => W1,
        };
        let answer = centre.takes(&paper.sent_by(stranger));
        assert_eq!(codes(&answer.findings), ["party.role"]);
        assert_eq!(answer.findings[0].field, "copCode");
    }
    // The very same papers from whose business it is are other documents.
    let parcel = Purchase::lawful(1).mode(Mode::Direct).papers();
    centre.takes_parcel(&parcel);
    assert_eq!(centre.state(&parcel.order), "800");
}

#[test]
fn an_arrival_at_an_office_without_a_site_is_refused_and_setup_is_named() {
    let mut centre = Centre::open();
    let parcel = Purchase::lawful(1).mode(Mode::Direct).papers();
    let arrival = parcel.arrival("20261005095900");
    let answer = centre.takes(&arrival.set("customsCode", "8801"));
    assert_eq!(codes(&answer.findings), ["site.unknown"]);
    let words = sentences::of(&answer.findings);
    assert!(words[0].1.contains("setup"), "{words:?}");
}

#[test]
fn whoever_the_paper_names_or_whose_business_it_is_may_send_it() {
    let mut centre = Centre::open_with(&testkit::setup_toml(20), "2026-10-05T10:00");
    let parcel = Parcel::lawful(1);
    let platform = parcel.order.sender();
    for paper in [
        parcel.order.clone().sent_by(S2),
        parcel.payment.clone().sent_by(platform),
        parcel.waybill.clone().sent_by(L2),
        parcel.declaration.clone().sent_by(A2),
    ] {
        let answer = centre.takes(&paper);
        assert_eq!(answer.taken, Taken::Accepted, "{:?}", answer.findings);
    }
    assert_eq!(centre.state(&parcel.order), "800");
    let other = Parcel::lawful(2).payment.sent_by(P2);
    let refused = centre.takes(&other);
    assert_eq!(codes(&refused.findings), ["party.role"], "not its platform");
}

#[test]
fn where_no_firm_is_filed_the_envelope_adds_nothing() {
    let mut centre = Centre::open_with("", "2026-10-05T10:00");
    for paper in papers() {
        let answer = centre.takes(&paper.sent_by(NOBODY));
        let told = |finding: &values::Finding| finding.field == "copCode";
        assert!(!answer.findings.iter().any(told), "{:?}", answer.findings);
    }
}
