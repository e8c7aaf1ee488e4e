//! How papers arrive changes nothing: in any order, together or apart, once or ten times.

use std::collections::BTreeMap;

use clearance::acts::{Desk, Taken, receive};
use store::Queue;
use testkit::{Mode, Paper, Parcel, Purchase};

use crate::{
    centre::{Centre, read},
    known::ZONE,
};

/// Everything that must come out the same: state, tax, sums, the last word on each paper.
#[derive(Debug, PartialEq, Eq)]
struct End {
    state: String,
    tax: String,
    bills: String,
    accounts: Vec<String>,
    list: Vec<i64>,
    last: BTreeMap<String, i64>,
}

fn end_of(centre: &Centre, parcel: &Parcel) -> End {
    let shown = centre.shown(&parcel.order.key());
    let bills: Vec<_> = shown
        .bills
        .iter()
        .map(|(_, status, total)| (status, total))
        .collect();
    let answers = [
        ("312", &parcel.order),
        ("412", &parcel.payment),
        ("512", &parcel.waybill),
        ("622", &parcel.declaration),
    ];
    let last = answers.map(|(receipt, paper)| {
        let statuses = centre.statuses(receipt, &paper.key());
        (
            receipt.to_owned(),
            *statuses.last().expect("it was answered"),
        )
    });
    End {
        state: shown.state,
        tax: format!("{:?}", shown.tax),
        bills: format!("{bills:?}"),
        accounts: centre.accounts(),
        list: centre.statuses("622", &parcel.declaration.key()),
        last: last.into(),
    }
}

/// All orders of four things.
fn orders() -> Vec<[usize; 4]> {
    let mut all = Vec::new();
    for code in 0..256 {
        let order = [code & 3, code >> 2 & 3, code >> 4 & 3, code >> 6 & 3];
        if (0..4).all(|place| order.contains(&place)) {
            all.push(order);
        }
    }
    all
}

fn all_orders_end_alike(mode: Mode) {
    let parcel = Purchase::lawful(1).mode(mode).papers();
    let papers = parcel.papers();
    let ends: Vec<End> = orders()
        .into_iter()
        .map(|order| {
            let mut centre = Centre::open();
            for answer in centre.takes_all(order.map(|place| papers[place])) {
                assert_eq!(answer.taken, Taken::Accepted, "{order:?} {answer:?}");
            }
            end_of(&centre, &parcel)
        })
        .collect();
    assert_eq!(ends.len(), 24);
    assert_eq!(ends[0].state, "800");
    assert_eq!(ends[0].list, [2, 3, 120, 399, 800]);
    for end in &ends[1..] {
        assert_eq!(*end, ends[0]);
    }
}

#[test]
fn all_24_orders_of_arrival_end_alike_from_the_bonded_warehouse() {
    all_orders_end_alike(Mode::Bonded);
}

#[test]
fn all_24_orders_of_arrival_end_alike_where_licences_apply() {
    all_orders_end_alike(Mode::BondedA);
}

#[test]
fn all_24_orders_of_arrival_end_alike_by_direct_mail() {
    all_orders_end_alike(Mode::Direct);
}

#[test]
fn papers_taken_together_end_as_papers_taken_apart() {
    let parcels: Vec<Parcel> = (1..=6).map(Parcel::lawful).collect();
    let mut apart = Centre::open();
    for parcel in &parcels {
        apart.takes_parcel(parcel);
    }
    // One transaction, all messages of a kind in one message, lists first.
    let mut together = Centre::open();
    let of_kind = |pick: fn(&Parcel) -> &Paper| {
        let papers: Vec<Paper> = parcels.iter().map(|parcel| pick(parcel).clone()).collect();
        testkit::batch(&papers)
    };
    let texts = [
        of_kind(|parcel| &parcel.declaration),
        of_kind(|parcel| &parcel.waybill),
        of_kind(|parcel| &parcel.payment),
        of_kind(|parcel| &parcel.order),
    ];
    let answers = together.takes_together(texts.iter().map(String::as_str));
    assert_eq!(answers.len(), 24);
    for parcel in &parcels {
        assert_eq!(end_of(&together, parcel), end_of(&apart, parcel));
    }
}

#[test]
fn exact_repetition_answers_repeated_and_changes_nothing() {
    let mut centre = Centre::open();
    let parcel = Parcel::lawful(1);
    centre.takes_parcel(&parcel);
    let (end, receipts) = (end_of(&centre, &parcel), centre.receipt_count());
    for _ in 0..3 {
        for answer in centre.takes_all(parcel.papers()) {
            assert_eq!(answer.taken, Taken::Repeated, "{answer:?}");
        }
    }
    assert_eq!(end_of(&centre, &parcel), end);
    assert_eq!(
        centre.receipt_count(),
        receipts,
        "the stored answer, not another"
    );
}

#[test]
fn repetition_between_the_papers_changes_nothing() {
    let parcel = Parcel::lawful(1);
    let mut once = Centre::open();
    once.takes_parcel(&parcel);
    let mut twice = Centre::open();
    for paper in parcel.papers() {
        assert_eq!(twice.takes(paper).taken, Taken::Accepted);
        for before in parcel.papers() {
            if before.shape() == paper.shape() {
                break;
            }
            assert_eq!(twice.takes(before).taken, Taken::Repeated);
        }
        assert_eq!(twice.takes(paper).taken, Taken::Repeated);
    }
    assert_eq!(end_of(&twice, &parcel), end_of(&once, &parcel));
}

#[test]
fn the_same_content_under_another_guid_and_time_is_repeated_while_the_first_stands() {
    let mut centre = Centre::open();
    let parcel = Parcel::lawful(1);
    centre.takes_parcel(&parcel);
    let end = end_of(&centre, &parcel);
    for paper in parcel.papers() {
        let again = paper
            .clone()
            .at("20261005095930")
            .set("guid", "0123456789ABCDEF0123-0123456789ABCDE");
        assert_eq!(centre.takes(&again).taken, Taken::Repeated, "{again:?}");
    }
    assert_eq!(end_of(&centre, &parcel), end);
}

#[test]
fn ten_senders_of_the_same_message_at_once_make_one_record() {
    let mut centre = Centre::open();
    let parcel = Parcel::lawful(1);
    let (writer, filings, now) = centre.lends_writer();
    let (queue, thread) = Queue::start(writer, 4, move |session, jobs: &mut Vec<String>| {
        let mut desk = Desk::open(session, &ZONE, &filings, now)?;
        let taken = jobs
            .iter()
            .map(|xml| Ok(receive(&mut desk, &read(xml, now)[0])?.taken))
            .collect();
        desk.close()?;
        taken
    });
    let counted: Vec<(usize, usize)> = parcel
        .papers()
        .map(|paper| {
            let taken: Vec<Taken> = std::thread::scope(|scope| {
                let senders: Vec<_> = (0..10)
                    .map(|_| scope.spawn(|| queue.clone().submit(paper.xml()).wait().unwrap()))
                    .collect();
                senders
                    .into_iter()
                    .map(|sender| sender.join().unwrap())
                    .collect()
            });
            let count = |wanted| taken.iter().filter(|taken| **taken == wanted).count();
            (count(Taken::Accepted), count(Taken::Repeated))
        })
        .into();
    drop(queue);
    centre.takes_back(thread.join().unwrap());
    assert_eq!(counted, [(1, 9); 4]);

    let mut once = Centre::open();
    once.takes_parcel(&parcel);
    assert_eq!(end_of(&centre, &parcel), end_of(&once, &parcel));
    assert_eq!(centre.receipt_count(), once.receipt_count());
}
