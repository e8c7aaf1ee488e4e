use journal::Journal;
use store::{Store, Writer};
use testkit::Place;
use values::Moment;

use super::*;

static STOCK: Kind = Kind {
    name: "stock",
    limit: Limit::Covered,
};
static QUOTA: Kind = Kind {
    name: "quota",
    limit: Limit::Ceiling,
};
static KINDS: [&Kind; 2] = [&STOCK, &QUOTA];

struct House {
    store: Store,
    writer: Writer,
    // The last, so that nothing is open any more when it goes.
    _place: Place,
}

impl House {
    fn new() -> Self {
        let place = Place::new("ledger");
        let store = Store::open(place.path(), &[&journal::SCHEMA, &SCHEMA]).unwrap();
        let writer = store.writer().unwrap();
        Self {
            store,
            writer,
            _place: place,
        }
    }

    fn post(&mut self, chain: &[Transfer]) -> Result<Posted, Short> {
        self.writer.commit(|session| {
            let mut journal = Journal::open(session, 1)?;
            let mut ledger = Ledger::open(session, &KINDS);
            let done = ledger.post(&mut journal, Moment(1), "act", chain)?;
            journal.close()?;
            ledger.close()?;
            Ok(done)
        })
    }

    fn sums(&self, key: &AccountKey) -> Account {
        account(self.store.reader().unwrap().session(), key)
            .unwrap()
            .unwrap_or_default()
    }
}

fn cans() -> AccountKey {
    AccountKey::new(&STOCK, "T-LS-0001", "1")
}

fn year() -> AccountKey {
    AccountKey::new(&QUOTA, "person", "2026")
}

fn transfer(source: i64, slot: i64, account: AccountKey, step: Step, amount: i64) -> Transfer {
    Transfer {
        id: TransferId { source, slot },
        account,
        step,
        amount,
        of: None,
        until: None,
        ceiling: None,
    }
}

fn closing(source: i64, account: AccountKey, step: Step, amount: i64, of: i64) -> Transfer {
    Transfer {
        of: Some(TransferId {
            source: of,
            slot: 0,
        }),
        ..transfer(source, 0, account, step, amount)
    }
}

#[test]
fn stock_never_leaves_that_is_not_there_or_is_promised() {
    let mut house = House::new();
    house.post(&[transfer(1, 0, cans(), Step::In, 3)]).unwrap();
    house
        .post(&[transfer(2, 0, cans(), Step::ReserveOut, 2)])
        .unwrap();
    assert!(
        matches!(house.post(&[transfer(3, 0, cans(), Step::Out, 2)]), Err(Short::Limit { at: 0, account }) if account.available() == 1)
    );
    house
        .post(&[closing(4, cans(), Step::Settle, 2, 2)])
        .unwrap();
    assert_eq!(
        house.sums(&cans()),
        Account {
            in_posted: 3,
            in_pending: 0,
            out_posted: 2,
            out_pending: 0
        }
    );
}

#[test]
fn a_chain_happens_whole_or_not_at_all() {
    let mut house = House::new();
    house.post(&[transfer(1, 0, cans(), Step::In, 5)]).unwrap();
    let quota = Transfer {
        ceiling: Some(100),
        ..transfer(2, 0, year(), Step::In, 60)
    };
    let refused = house.post(&[quota.clone(), transfer(2, 1, cans(), Step::Out, 6)]);
    assert!(matches!(refused, Err(Short::Limit { at: 1, .. })));
    assert_eq!(house.sums(&year()), Account::default());
    house
        .post(&[quota, transfer(2, 1, cans(), Step::Out, 5)])
        .unwrap();
    assert_eq!(
        (house.sums(&year()).used(), house.sums(&cans()).on_hand()),
        (60, 0)
    );
}

#[test]
fn a_chain_counts_its_own_earlier_transfers() {
    let mut house = House::new();
    house.post(&[transfer(1, 0, cans(), Step::In, 5)]).unwrap();
    let chain = [
        transfer(2, 0, cans(), Step::Out, 3),
        transfer(2, 1, cans(), Step::Out, 3),
    ];
    assert!(
        matches!(house.post(&chain), Err(Short::Limit { at: 1, account }) if account.available() == 2)
    );
}

#[test]
fn a_ceiling_is_reached_exactly_and_never_passed() {
    let mut house = House::new();
    let spend = |source, amount| Transfer {
        ceiling: Some(2_600_000),
        ..transfer(source, 0, year(), Step::In, amount)
    };
    house.post(&[spend(1, 2_500_000)]).unwrap();
    assert!(matches!(
        house.post(&[spend(2, 100_001)]),
        Err(Short::Limit { .. })
    ));
    house.post(&[spend(3, 100_000)]).unwrap();
    house
        .post(&[transfer(4, 0, year(), Step::Out, 70_000)])
        .unwrap();
    house.post(&[spend(5, 70_000)]).unwrap();
}

#[test]
fn the_same_transfer_again_changes_nothing_and_another_under_its_id_is_a_fault() {
    let mut house = House::new();
    house.post(&[transfer(1, 0, cans(), Step::In, 3)]).unwrap();
    assert_eq!(
        house.post(&[transfer(1, 0, cans(), Step::In, 3)]).unwrap(),
        Posted::Repeated
    );
    assert_eq!(house.sums(&cans()).in_posted, 3);
    assert!(matches!(
        house.post(&[transfer(1, 0, cans(), Step::In, 4)]),
        Err(Short::Store(_))
    ));
}

#[test]
fn a_reservation_is_closed_once() {
    let mut house = House::new();
    house.post(&[transfer(1, 0, cans(), Step::In, 3)]).unwrap();
    house
        .post(&[transfer(2, 0, cans(), Step::ReserveOut, 3)])
        .unwrap();
    house.post(&[closing(3, cans(), Step::Void, 0, 2)]).unwrap();
    assert!(matches!(
        house.post(&[closing(4, cans(), Step::Settle, 3, 2)]),
        Err(Short::Store(_))
    ));
    assert_eq!(house.sums(&cans()).available(), 3);
}

#[test]
fn every_sum_is_recomputed_from_the_transfers_and_a_touched_one_is_named() {
    let mut house = House::new();
    house
        .post(&[
            transfer(1, 0, cans(), Step::In, 9),
            transfer(1, 1, cans(), Step::ReserveOut, 4),
        ])
        .unwrap();
    house
        .post(&[Transfer {
            of: Some(TransferId { source: 1, slot: 1 }),
            ..transfer(2, 0, cans(), Step::Settle, 3)
        }])
        .unwrap();
    house
        .post(&[transfer(3, 0, year(), Step::ExpectIn, 7)])
        .unwrap();
    assert_eq!(
        verify(house.store.reader().unwrap().session()).unwrap(),
        (2, 4, vec![])
    );
    house
        .writer
        .commit(|session| {
            session.run(
                "UPDATE ledger_account SET out_posted = 0 WHERE kind = 'stock'",
                &[],
            )
        })
        .unwrap();
    let (_, _, differences) = verify(house.store.reader().unwrap().session()).unwrap();
    assert_eq!(differences.len(), 1);
    assert_eq!(
        (
            differences[0].stands.map(|sums| sums.out_posted),
            differences[0].computed.map(|sums| sums.out_posted)
        ),
        (Some(0), Some(3))
    );
}
