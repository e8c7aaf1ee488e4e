use store::Store;
use testkit::Place;

use super::*;

#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Poured {
    cups: i64,
}

impl Fact for Poured {
    const KIND: &'static str = "tea.poured";
    const VERSION: u16 = 1;
}

// The place comes first, so that it goes last.
fn house() -> (Place, Store) {
    let place = Place::new("journal");
    let store = Store::open(place.path(), &[&SCHEMA]).unwrap();
    (place, store)
}

#[test]
fn the_latest_fact_stands_beside_a_chain_without_gaps() {
    let (_place, store) = house();
    let mut writer = store.writer().unwrap();
    for cups in 1..=3 {
        writer
            .commit(|session| {
                let mut journal = Journal::open(session, 1)?;
                journal.append(Moment(cups), "pot/1", &Poured { cups: cups - 1 })?;
                journal.append(Moment(cups), "pot/1", &Poured { cups })?;
                journal.close()
            })
            .unwrap();
    }
    let reader = store.reader().unwrap();
    let last = latest(reader.session(), "pot/1").unwrap().unwrap();
    assert_eq!(last.fact::<Poured>().unwrap(), Poured { cups: 3 });
    assert_eq!(latest(reader.session(), "pot/2").unwrap(), None);
    let walk = walk(reader.session(), 1, |_| Ok(())).unwrap();
    assert_eq!((walk.entries, walk.faults.len()), (6, 0));
}

#[test]
fn an_entry_is_hashed_over_exactly_its_bytes_and_these_bytes_never_change() {
    let (_place, store) = house();
    let mut writer = store.writer().unwrap();
    writer
        .commit(|session| {
            let mut journal = Journal::open(session, 1)?;
            journal.append(Moment(5), "pot/1", &Poured { cups: 2 })?;
            journal.close()
        })
        .unwrap();
    let entry = read(store.reader().unwrap().session(), 1, 0, 1)
        .unwrap()
        .remove(0);
    let zeros = "0".repeat(64);
    let bytes = format!(
        r#"{{"at":5,"fact":{{"cups":2}},"kind":"tea.poured","position":1,"previous":"{zeros}","subject":"pot/1","version":1,"writer":1}}"#
    );
    assert_eq!(String::from_utf8(entry.body.clone()).unwrap(), bytes);
    assert_eq!(entry.hash, Hash::from(Sha256::digest(bytes.as_bytes())));
}

#[test]
fn a_walk_names_every_entry_that_was_touched() {
    let (_place, store) = house();
    let mut writer = store.writer().unwrap();
    writer
        .commit(|session| {
            let mut journal = Journal::open(session, 1)?;
            for cups in 0..5 {
                journal.append(Moment(cups), "pot/1", &Poured { cups })?;
            }
            journal.close()
        })
        .unwrap();
    writer.commit(|session| session.run("UPDATE journal_entry SET body = CAST(replace(CAST(body AS TEXT), '\"cups\":2', '\"cups\":9') AS BLOB) WHERE position = 3", &[])).unwrap();
    writer
        .commit(|session| session.run("DELETE FROM journal_entry WHERE position = 4", &[]))
        .unwrap();
    let walk = walk(store.reader().unwrap().session(), 1, |_| Ok(())).unwrap();
    let told: Vec<String> = walk
        .faults
        .iter()
        .map(|fault| format!("{} {}", fault.field, fault.values[1].1))
        .collect();
    for want in [
        "journal_entry 3 hash",
        "journal_entry 4 missing",
        "journal_entry 5 order",
    ] {
        assert!(told.iter().any(|one| one == want), "{want}: {told:?}");
    }
}
