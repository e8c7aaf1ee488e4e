//! One payment for several orders: only as it was registered, part by part.

use clearance::acts::Taken;
use testkit::{Paper, Parcel, Purchase, cast::person};
use values::Fen;

use crate::centre::{Centre, codes};

const NUMBER: &str = "ZF-SPLIT-1";

/// Two orders of one person that one payment of 475.68 + 72.66 … covers.
fn orders() -> [Parcel; 3] {
    [1, 10, 19].map(|n| {
        let mut parcel = Purchase::lawful(n).buyer(person(1)).papers();
        parcel.order = parcel.order.set("payTransactionId", NUMBER);
        parcel.payment = parcel.payment.set("payTransactionId", NUMBER);
        parcel
    })
}

fn paid(parcel: &Parcel) -> &str {
    parcel.payment.get("amountPaid").unwrap()
}

/// A split over these parcels, of exactly what each of them cost.
fn whole(parcels: &[&Parcel]) -> String {
    let total: Fen = parcels
        .iter()
        .map(|one| paid(one).parse::<Fen>().unwrap())
        .sum();
    registered(parcels, &total.to_string())
}

fn registered(parcels: &[&Parcel], total: &str) -> String {
    let first = parcels[0];
    let mut text = format!(
        "[[split]]\nfirm = \"{}\"\npayment = \"{NUMBER}\"\ntotal = \"{total}\"\n",
        first.payment.get("payCode").unwrap()
    );
    for parcel in parcels {
        let (platform, number) = (
            parcel.order.get("ebpCode").unwrap(),
            parcel.order.get("orderNo").unwrap(),
        );
        let amount = paid(parcel);
        text += &format!(
            "[[split.order]]\nplatform = \"{platform}\"\nnumber = \"{number}\"\namount = \"{amount}\"\n"
        );
    }
    text
}

fn refused(centre: &mut Centre, paper: &Paper, code: &str) {
    let answer = centre.takes(paper);
    assert_eq!(answer.taken, Taken::Refused);
    assert_eq!(codes(&answer.findings), [code]);
}

#[test]
fn a_registered_split_pays_each_of_its_orders() {
    let [one, two, _] = orders();
    let mut centre = Centre::open();
    centre.sets_up(&whole(&[&one, &two])).unwrap();
    for parcel in [&one, &two] {
        centre.takes_parcel(parcel);
        assert_eq!(centre.state(&parcel.order), "800");
    }
}

#[test]
fn an_order_outside_the_split_is_not_paid_by_it() {
    let [one, two, three] = orders();
    let mut centre = Centre::open();
    centre.sets_up(&whole(&[&one, &two])).unwrap();
    centre.takes(&one.payment);
    refused(&mut centre, &three.payment, "payment.used");
    assert_eq!(centre.takes(&two.payment).taken, Taken::Accepted);
}

#[test]
fn an_order_outside_the_split_is_not_paid_by_it_even_when_it_comes_first() {
    let [one, two, three] = orders();
    let mut centre = Centre::open();
    centre.sets_up(&whole(&[&one, &two])).unwrap();
    refused(&mut centre, &three.payment, "payment.used");
}

#[test]
fn a_part_of_another_amount_is_refused_whichever_comes_first() {
    let [one, two, _] = orders();
    for first in [false, true] {
        let mut centre = Centre::open();
        centre.sets_up(&whole(&[&one, &two])).unwrap();
        if !first {
            centre.takes(&one.payment);
        }
        let wrong = two.payment.clone().paid("1.00");
        refused(&mut centre, &wrong, "match.payment-amount");
    }
}

#[test]
fn parts_that_are_not_the_whole_payment_are_not_registered() {
    let [one, two, _] = orders();
    let mut centre = Centre::open();
    for total in ["475.68", "2000.00"] {
        let refused = centre.sets_up(&registered(&[&one, &two], total));
        assert_eq!(codes(&refused.unwrap_err()), ["setup.split-sum"]);
    }
    let huge = registered(&[&one, &two], "1.00").replace(paid(&one), "92233720368547758.07");
    let refused = centre.sets_up(&huge).unwrap_err();
    assert_eq!(codes(&refused), ["setup.split-sum"]);
}

#[test]
fn an_order_that_is_a_part_twice_is_not_registered() {
    let [one, two, _] = orders();
    let refused = Centre::open().sets_up(&whole(&[&one, &two, &one]));
    assert_eq!(codes(&refused.unwrap_err()), ["setup.twice"]);
}

#[test]
fn a_split_of_which_a_part_was_paid_is_not_changed() {
    let [one, two, three] = orders();
    let mut centre = Centre::open();
    let first = whole(&[&one, &two]);
    centre.sets_up(&first).unwrap();
    // Nothing is paid yet: it may still be mended.
    centre.sets_up(&whole(&[&one, &three])).unwrap();
    centre.sets_up(&first).unwrap();
    centre.takes(&two.payment);
    for other in [
        whole(&[&three]),
        whole(&[&two, &three]),
        whole(&[&one, &two, &three]),
    ] {
        let refused = centre.sets_up(&other).unwrap_err();
        assert_eq!(codes(&refused), ["setup.split-taken"]);
        assert_eq!(refused[0].seen.as_deref(), Some(&*two.order.key()));
        assert_eq!(refused[0].paper.line, Some(1));
    }
    refused(&mut centre, &three.payment, "payment.used");
    assert_eq!(centre.sets_up(&first).unwrap().same, 1, "as it stands");
    // Deleted, the payment is nobody's, and the split is free.
    let gone = two.payment.clone().at("20261005095900");
    assert_eq!(
        centre.takes(&gone.set("appType", "3")).taken,
        Taken::Accepted
    );
    centre.sets_up(&whole(&[&two, &three])).unwrap();
}

#[test]
fn a_payment_taken_whole_becomes_a_split_only_with_what_it_paid() {
    let [one, two, three] = orders();
    let mut centre = Centre::open();
    centre.takes(&one.payment);
    let refused = centre.sets_up(&whole(&[&two, &three])).unwrap_err();
    assert_eq!(codes(&refused), ["setup.split-taken"]);
    let total = Fen(100) + paid(&two).parse::<Fen>().unwrap();
    let cheaper = registered(&[&one, &two], &total.to_string());
    let cheaper = cheaper.replacen(
        &format!("amount = \"{}\"", paid(&one)),
        "amount = \"1.00\"",
        1,
    );
    let refused = centre.sets_up(&cheaper).unwrap_err();
    assert_eq!(codes(&refused), ["setup.split-taken"]);
    centre.sets_up(&whole(&[&one, &two])).unwrap();
    assert_eq!(centre.takes(&two.payment).taken, Taken::Accepted);
}

#[test]
fn a_strangers_payment_neither_pays_nor_blocks_an_order_that_names_its_firm() {
    let mut centre = Centre::open();
    let parcel = Parcel::lawful(1);
    let strange = parcel
        .payment
        .clone()
        .set("payCode", "91540195MA6TE5T17L")
        .set("payTransactionId", "ZF-STRANGE")
        .set("amountPaid", "0.01");
    assert_eq!(parcel.order.get("payCode"), parcel.payment.get("payCode"));
    centre.takes(&strange);
    centre.takes(&parcel.order);
    centre.takes(&parcel.payment);
    centre.takes(&parcel.waybill);
    centre.takes(&parcel.declaration);
    assert_eq!(centre.state(&parcel.order), "800");
}

#[test]
fn an_order_outside_a_split_does_not_claim_its_payment() {
    let [one, two, three] = orders();
    let mut centre = Centre::open();
    centre.sets_up(&whole(&[&one, &two])).unwrap();
    refused(&mut centre, &three.payment, "payment.used");
    // It is claimed by nobody (what `verify` holds), so the split may still become another.
    assert_eq!(
        centre.maybe_shown(&three.payment.key()).map(|one| one.key),
        None
    );
    centre.sets_up(&whole(&[&one, &three])).unwrap();
    let now = three.payment.clone().at("20261005095900");
    assert_eq!(centre.takes(&now).taken, Taken::Accepted);
}
