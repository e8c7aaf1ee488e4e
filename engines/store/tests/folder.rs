//! The folder: one writer, schemas that only grow, trying without keeping.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod ground;

use std::fs;

use ground::{Ground, NOTES, note, numbers};
use store::{Fault, Schema, Store, StoreError, Value};

#[test]
fn what_is_rehearsed_is_seen_inside_and_kept_nowhere() {
    let ground = Ground::new();
    let store = ground.store();
    let mut writer = store.writer().unwrap();
    let inside = writer
        .rehearse(|session| {
            note(session, 1, "tea")?;
            Ok::<_, StoreError>(numbers(session))
        })
        .unwrap();
    assert_eq!(inside, [1]);
    assert!(numbers(store.reader().unwrap().session()).is_empty());
    writer.commit(|session| note(session, 1, "tea")).unwrap();
    assert_eq!(numbers(store.reader().unwrap().session()), [1]);
}

#[test]
fn a_commit_that_fails_half_way_leaves_nothing() {
    let ground = Ground::new();
    let store = ground.store();
    let mut writer = store.writer().unwrap();
    let failed = writer.commit(|session| {
        note(session, 1, "tea")?;
        note(session, 1, "the same number")
    });
    assert!(failed.is_err());
    assert!(numbers(store.reader().unwrap().session()).is_empty());
}

#[test]
fn a_second_writer_is_held_off_while_readers_are_welcome() {
    let ground = Ground::new();
    let store = ground.store();
    let writer = store.writer().unwrap();
    let second = ground.store().writer().err().expect("one writer a folder");
    assert_eq!(second.fault, Fault::Held);
    assert!(store.reader().is_ok());
    drop(writer);
    assert!(ground.store().writer().is_ok());
}

#[test]
fn a_database_of_a_newer_program_is_refused_and_stays_as_it_is() {
    static NEWER: Schema = Schema {
        room: "notes",
        steps: &[
            "CREATE TABLE note (number BIGINT PRIMARY KEY, words TEXT NOT NULL)",
            "ALTER TABLE note ADD COLUMN colour TEXT",
        ],
    };
    let ground = Ground::new();
    let newer = Store::open(ground.at("data"), &[&NEWER]).unwrap();
    let mut writer = newer.writer().unwrap();
    writer.commit(|session| note(session, 1, "tea")).unwrap();
    drop(writer);
    let refused = ground.store().writer().err().expect("a newer database");
    assert_eq!(refused.fault, Fault::Newer);
    assert!(refused.words.contains("notes"), "{}", refused.words);
    let refused = ground.store().reader().err().expect("a newer database");
    assert_eq!(refused.fault, Fault::Newer);
    assert_eq!(numbers(newer.reader().unwrap().session()), [1]);
    assert!(newer.writer().is_ok());
}

#[test]
fn an_older_database_gets_the_steps_it_lacks_once() {
    static LATER: Schema = Schema {
        room: "notes",
        steps: &[
            "CREATE TABLE note (number BIGINT PRIMARY KEY, words TEXT NOT NULL)",
            "CREATE TABLE colour (number BIGINT PRIMARY KEY)",
        ],
    };
    const COLOURS: &str = "SELECT COUNT(*) FROM colour";
    let ground = Ground::new();
    let mut writer = ground.store().writer().unwrap();
    writer.commit(|session| note(session, 1, "tea")).unwrap();
    drop(writer);
    for _ in 0..2 {
        let later = Store::open(ground.at("data"), &[&LATER]).unwrap();
        drop(later.writer().unwrap());
        let reader = later.reader().unwrap();
        assert_eq!(reader.session().count(COLOURS, &[]).unwrap(), 0);
        assert_eq!(numbers(reader.session()), [1]);
    }
}

#[test]
fn a_step_that_fails_is_taken_back_with_those_before_it() {
    static BROKEN: Schema = Schema {
        room: "broken",
        steps: &["CREATE TABLE fine (number BIGINT)", "CREATE TABLE oops ("],
    };
    let ground = Ground::new();
    let store = Store::open(ground.at("data"), &[&NOTES, &BROKEN]).unwrap();
    assert!(store.writer().is_err());
    // Nothing of it stands in the way of the mended program.
    static MENDED: Schema = Schema {
        room: "broken",
        steps: &["CREATE TABLE fine (number BIGINT)"],
    };
    let mended = Store::open(ground.at("data"), &[&NOTES, &MENDED]).unwrap();
    assert!(mended.writer().is_ok());
}

#[test]
fn a_file_that_is_no_database_is_refused_and_left_alone() {
    let ground = Ground::new();
    fs::create_dir_all(ground.at("data")).unwrap();
    let file = ground.at("data/chama.db");
    fs::write(&file, "these are my notes, not yours\n".repeat(500)).unwrap();
    let before = fs::read(&file).unwrap();
    let refused = ground.store().writer().err().expect("no database");
    assert_eq!(refused.fault, Fault::Foreign);
    assert_eq!(fs::read(&file).unwrap(), before);
}

#[test]
fn a_reader_cannot_write() {
    let ground = Ground::new();
    let store = ground.store();
    drop(store.writer().unwrap());
    assert!(note(store.reader().unwrap().session(), 1, "tea").is_err());
}

#[test]
fn one_moment_of_reading_does_not_see_what_is_written_meanwhile() {
    let ground = Ground::new();
    let store = ground.store();
    let mut writer = store.writer().unwrap();
    let reader = store.reader().unwrap();
    writer.commit(|session| note(session, 1, "tea")).unwrap();
    reader
        .moment(|session| {
            assert_eq!(numbers(session), [1]);
            writer.commit(|session| note(session, 2, "salt"))?;
            assert_eq!(numbers(session), [1]);
            Ok(())
        })
        .unwrap();
    assert_eq!(numbers(reader.session()), [1, 2]);
}

#[test]
fn every_kind_of_value_comes_back_as_it_went() {
    static ALL: Schema = Schema {
        room: "kinds",
        steps: &["CREATE TABLE kind (n BIGINT, t TEXT, b BYTEA, x TEXT)"],
    };
    const PUT: &str = "INSERT INTO kind (n, t, b, x) VALUES ($1, $2, $3, $4)";
    const GET: &str = "SELECT n, t, b, x FROM kind";
    let ground = Ground::new();
    let store = Store::open(ground.at("data"), &[&ALL]).unwrap();
    let row = [
        Value::Int(i64::MIN),
        Value::Text("茶\0马"),
        Value::Bytes(&[0, 255]),
        Value::Null,
    ];
    let mut writer = store.writer().unwrap();
    writer.commit(|session| session.run(PUT, &row)).unwrap();
    let read = store.reader().unwrap().session().first(GET, &[], |row| {
        Ok((row.int(0)?, row.text(1)?, row.bytes(2)?, row.maybe_text(3)?))
    });
    assert_eq!(
        read.unwrap().unwrap(),
        (i64::MIN, "茶\0马".to_owned(), vec![0, 255], None)
    );
}
