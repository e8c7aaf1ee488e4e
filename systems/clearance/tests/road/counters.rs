//! The numbers that only grow.

use clearance::acts::Desk;
use store::{Fault, StoreError, Value};
use testkit::Parcel;

use crate::{centre::Centre, known::ZONE};

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
