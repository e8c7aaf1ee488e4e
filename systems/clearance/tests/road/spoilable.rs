//! Copies of a database, each spoiled in one place and looked at.

use std::fs;

use clearance::{
    acts::{Verified, load_edition, verify},
    store::put_raw,
};
use store::{Row, Store, StoreError};
use testkit::Place;

use crate::{
    centre::{Centre, SCHEMAS},
    known::ZONE,
};

impl Centre {
    /// Keeps a message as it came, and an edition of a code table, as the program does.
    pub fn keeps_message_and_edition(&mut self) {
        let day = self.now.day();
        self.work(|desk| {
            desk.counters.raw += 1;
            put_raw(
                desk.session,
                desk.counters.raw,
                desk.now.0,
                b"sum",
                4,
                b"cups",
            )?;
            load_edition(desk, "units", day, false, "code,zh\n", (1, 0, 0))
        });
    }

    /// Closes it and takes its database, for spoiling copies of it.
    pub fn closed(mut self) -> Spoilable {
        let mut writer = self.writer.take().expect("the centre has its writer");
        writer.settle().expect("the log is moved");
        let image = fs::read(self.place.at("chama.db")).expect("the database is there");
        Spoilable::of(image)
    }

    /// Changes the data behind the program's back.
    pub fn spoils(&mut self, sql: &'static str) {
        let writer = self.writer.as_mut().expect("the centre has its writer");
        let rows = writer.commit(|session| session.run(sql, &[]));
        assert!(rows.expect(sql) > 0, "{sql} changes nothing");
        self.files_anew();
    }

    /// What `verify` says.
    pub fn faults(&self) -> Vec<String> {
        let reader = self.store.reader().expect("a reader opens");
        let verified = verify(&reader, &ZONE, Some(&ZONE.keys));
        named(verified.expect("the folder can be verified"))
    }
}

/// Code and place of every fault.
pub fn named(verified: Verified) -> Vec<String> {
    let faults = verified.faults.iter();
    faults
        .map(|fault| format!("{} {}", fault.code, fault.field))
        .collect()
}

/// The database of a centre at rest.
pub struct Spoilable {
    image: Vec<u8>,
}

impl Spoilable {
    /// That database.
    pub fn of(image: Vec<u8>) -> Self {
        Self { image }
    }

    /// A copy of it, opened with its one writer.
    fn copy(&self) -> (Place, Store) {
        let place = Place::new("road");
        fs::write(place.at("chama.db"), &self.image).expect("the copy can be written");
        let store = Store::open(place.path(), &SCHEMAS).expect("the copy opens");
        (place, store)
    }

    /// What a query answers.
    pub fn asks<T>(
        &self,
        sql: &'static str,
        read: impl FnMut(&Row<'_>) -> Result<T, StoreError>,
    ) -> Vec<T> {
        let (_place, store) = self.copy();
        let reader = store.reader().expect("a reader opens");
        reader
            .session()
            .all(sql, &[], read)
            .expect("it can be asked")
    }

    /// What `verify` says after somebody changed a copy behind the program's back.
    pub fn spoiled(&self, sql: &'static str) -> Vec<String> {
        let faults = self.changed(sql);
        faults.unwrap_or_else(|| panic!("{sql} changes nothing"))
    }

    /// The same; none when the statement changes nothing, or the database itself refuses it.
    pub fn changed(&self, sql: &'static str) -> Option<Vec<String>> {
        let (_place, store) = self.copy();
        let mut writer = store.writer().expect("the copy has its writer");
        let rows = writer.commit(|session| session.run(sql, &[]));
        rows.is_ok_and(|rows| rows > 0).then(|| {
            // What cannot be opened any more is found too.
            let reader = match store.reader() {
                Ok(reader) => reader,
                Err(error) => return vec![error.words],
            };
            let verified = verify(&reader, &ZONE, Some(&ZONE.keys));
            named(verified.unwrap_or_else(|error| panic!("{sql}: {error}")))
        })
    }
}
