//! What declarations hold, against the accounts: a change that the journal was told of too is found.

use clearance::{
    acts::{QUOTA, STOCK},
    model::Home,
    store::{declaration, put_declaration},
};
use ledger::{AccountKey, Step, Transfer, TransferId};
use testkit::{Parcel, goods::BOOK_NUMBER};

use crate::centre::Centre;

/// A transfer that no declaration asked for, with its fact and its sums.
fn moves(centre: &mut Centre, account: AccountKey, step: Step) {
    centre.work(|desk| {
        desk.counters.act += 1;
        let transfer = Transfer {
            id: TransferId {
                source: desk.counters.act,
                slot: 0,
            },
            account,
            step,
            amount: 700,
            of: None,
            until: None,
            ceiling: None,
        };
        let posted = desk
            .ledger
            .post(&mut desk.journal, desk.now, "nobody", &[transfer]);
        posted.expect("there is enough");
        Ok(())
    });
}

#[test]
fn a_declaration_that_holds_other_sums_than_the_accounts_is_told() {
    let mut centre = Centre::open();
    let parcel = Parcel::lawful(1);
    centre.takes_parcel(&parcel);
    let key = parcel.order.key();
    let (platform, number) = key.split_once('/').expect("a key has two parts");
    centre.work(|desk| {
        let home = Home::new(platform, number);
        let was = declaration(desk.session, &home)?.expect("it was filed");
        let mut one = was.clone();
        one.held = "[]".into();
        put_declaration(desk.session, &one, Some(&was))
    });
    let faults = centre.faults();
    assert!(!faults.is_empty());
    for kind in ["quota", "stock", "guarantee"] {
        let named = format!("verify.held ledger_account {kind} ");
        let found = faults.iter().filter(|fault| fault.starts_with(&named));
        assert_eq!(found.count(), 1, "{kind}: {faults:#?}");
    }
    let others = faults
        .iter()
        .filter(|fault| !fault.starts_with("verify.held "));
    assert_eq!(others.count(), 0, "{faults:#?}");
    drop(centre.closed());
}

#[test]
fn an_account_that_moved_for_no_declaration_is_told() {
    for (account, step, named) in [
        (
            AccountKey::new(&QUOTA, "nobody", "2026"),
            Step::In,
            "verify.held ledger_account quota nobody 2026",
        ),
        (
            AccountKey::new(&QUOTA, "nobody", "2026"),
            Step::ExpectIn,
            "verify.held ledger_account quota nobody 2026",
        ),
        (
            AccountKey::new(&STOCK, BOOK_NUMBER, "1"),
            Step::ReserveOut,
            "verify.held ledger_account stock",
        ),
    ] {
        let mut centre = Centre::open();
        centre.takes_parcel(&Parcel::lawful(1));
        assert_eq!(centre.faults(), Vec::<String>::new());
        moves(&mut centre, account, step);
        let faults = centre.faults();
        assert_eq!(faults.len(), 1, "{faults:#?}");
        assert!(faults[0].starts_with(named), "{faults:#?}");
        drop(centre.closed());
    }
}
