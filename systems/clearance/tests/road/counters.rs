//! The numbers that only grow.

use clearance::acts::Desk;
use store::{Fault, StoreError, Value};
use testkit::Parcel;

use crate::{centre::Centre, known::ZONE};

#[test]
fn a_counter_or_an_end_of_the_journal_that_was_set_back_is_damage_and_no_fault_of_the_program() {
    let mut stopped = Vec::new();
    for sql in [
        "UPDATE clearance_counter SET value = 1 WHERE name = 'act'",
        "UPDATE clearance_counter SET value = 0 WHERE name = 'serial'",
        "UPDATE clearance_counter SET value = 1 WHERE name = 'receipt'",
        "UPDATE journal_entry SET position = 9000000 + position WHERE position = (SELECT MAX(position) FROM journal_entry)",
        "UPDATE journal_entry SET position = 0 WHERE position = 3",
        "DELETE FROM journal_entry WHERE position > 2",
    ] {
        let mut centre = Centre::open();
        centre.takes_parcel(&Parcel::lawful(1));
        centre.spoils(sql);
        let next = Parcel::lawful(2);
        let papers = [&next.order, &next.payment, &next.waybill, &next.declaration];
        for paper in papers {
            if let Err(error) = centre.tries(paper) {
                assert_eq!(error.fault, Fault::Damaged, "{sql}: {error}");
                stopped.push(sql);
            }
        }
        assert_ne!(centre.faults(), Vec::<String>::new(), "{sql}");
        drop(centre.closed());
    }
    for counter in ["act", "receipt"] {
        let named = format!("'{counter}'");
        assert!(stopped.iter().any(|sql| sql.contains(&named)), "{counter}");
    }
}

#[test]
fn over_a_counter_that_somebody_changed_nothing_is_done() {
    const NOW: &str = "SELECT value FROM clearance_counter WHERE name = $1";
    const SET: &str = "UPDATE clearance_counter SET value = $1 WHERE name = $2";
    let mut centre = Centre::open();
    centre.takes_parcel(&Parcel::lawful(1));
    let (mut writer, filings, now) = centre.lends_writer();
    for name in ["act", "serial", "receipt", "clock"] {
        let mut sets = |value: i64| {
            let done = writer.commit(|session| {
                let stood = session.count(NOW, &[Value::Text(name)])?;
                let changed = session.run(SET, &[Value::Int(value), Value::Text(name)])?;
                assert_eq!(changed, 1, "{name} is kept");
                let opened = Desk::open(session, &ZONE, &filings, now).map(drop);
                Ok::<_, StoreError>((stood, opened.map_err(|error| error.fault)))
            });
            done.expect("the statements run")
        };
        let (stood, opened) = sets(-3);
        assert_eq!(opened, Err(Fault::Damaged), "{name}");
        assert_eq!(sets(stood), (-3, Ok(())), "{name}");
    }
    centre.takes_back(writer);
}
