//! The numbers that only grow.

use clearance::acts::Desk;
use store::{Fault, StoreError, Value};
use testkit::Parcel;

use crate::{centre::Centre, known::ZONE};

/// Counters and ends of the journal that somebody set, and whether the next paper can be kept all the
/// same: what nothing can stumble over is found by `verify` alone.
const SET: [(&str, bool); 13] = [
    (
        "UPDATE clearance_counter SET value = 1 WHERE name = 'act'",
        false,
    ),
    (
        "UPDATE clearance_counter SET value = 0 WHERE name = 'serial'",
        false,
    ),
    (
        "UPDATE clearance_counter SET value = 1 WHERE name = 'receipt'",
        false,
    ),
    ("DELETE FROM clearance_counter WHERE name = 'act'", false),
    (
        "UPDATE clearance_counter SET value = value + 1000 WHERE name = 'act'",
        true,
    ),
    (
        "UPDATE clearance_counter SET value = value + 1000 WHERE name = 'receipt'",
        true,
    ),
    (
        "UPDATE clearance_counter SET value = 9223372036854775807 WHERE name = 'act'",
        false,
    ),
    (
        "UPDATE clearance_counter SET value = 9223372036854775807 WHERE name = 'receipt'",
        false,
    ),
    (
        "UPDATE clearance_counter SET value = 9223372036854775807 WHERE name = 'clock'",
        false,
    ),
    (
        "UPDATE journal_entry SET position = 9223372036854775807 WHERE position = 3",
        false,
    ),
    (
        "UPDATE journal_entry SET hash = 7 WHERE position = (SELECT MAX(position) FROM journal_entry)",
        false,
    ),
    (
        "UPDATE journal_entry SET position = 0 WHERE position = 3",
        true,
    ),
    ("DELETE FROM journal_entry WHERE position > 2", true),
];

#[test]
fn a_counter_or_an_end_of_the_journal_that_somebody_set_is_damage_and_no_fault_of_the_program() {
    for (sql, goes_on) in SET {
        let mut centre = Centre::open();
        centre.takes_parcel(&Parcel::lawful(1));
        centre.spoils(sql);
        assert_ne!(centre.faults(), Vec::<String>::new(), "{sql}");
        let next = Parcel::lawful(2);
        let tried: Result<(), StoreError> = next
            .papers()
            .into_iter()
            .try_for_each(|paper| centre.tries(paper));
        let fault = tried.err().map(|error| error.fault);
        assert_eq!(fault, (!goes_on).then_some(Fault::Damaged), "{sql}");
        drop(centre.closed());
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
