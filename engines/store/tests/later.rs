//! Rows that are put off to the end of their transaction.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod ground;

use ground::{Ground, numbers};
use store::{Insert, Session, StoreError, Value};

static NOTE: Insert = Insert {
    sql: "INSERT INTO note (number, words) VALUES ($1, $2)",
    key: 0..1,
    told: 0,
};
static AGAIN: Insert = Insert {
    sql: "INSERT INTO note (number, words) VALUES ($1, $2) ON CONFLICT (number) DO UPDATE SET words = excluded.words",
    key: 0..1,
    told: 0,
};

fn later(session: Session<'_>, number: i64) -> Result<(), StoreError> {
    session.later(&NOTE, &[Value::Int(number), Value::Text("tea")])
}

#[test]
fn what_is_put_off_is_written_with_its_transaction_and_taken_back_with_it() {
    let ground = Ground::new();
    let store = ground.store();
    let mut writer = store.writer().unwrap();
    writer
        .commit(|session| {
            [3, 1, 2]
                .iter()
                .try_for_each(|number| later(session, *number))
        })
        .unwrap();
    assert_eq!(numbers(store.reader().unwrap().session()), [1, 2, 3]);

    writer.rehearse(|session| later(session, 4)).unwrap();
    let failed = writer.commit(|session| {
        later(session, 5)?;
        Err::<(), _>(StoreError::damaged("the act itself failed"))
    });
    assert!(failed.is_err());
    // It fails at the end, and takes what stood before it back too.
    let failed = writer.commit(|session| {
        later(session, 6)?;
        later(session, 1)
    });
    assert!(failed.is_err());
    assert_eq!(numbers(store.reader().unwrap().session()), [1, 2, 3]);
}

#[test]
fn a_flush_shows_what_was_put_off_and_a_statement_that_would_miss_it_is_refused() {
    let ground = Ground::new();
    let store = ground.store();
    let mut writer = store.writer().unwrap();
    writer
        .commit(|session| {
            later(session, 1)?;
            let count = "SELECT COUNT(*) FROM note";
            // Only a program built for trying looks for this.
            if cfg!(debug_assertions) {
                let missed = session.count(count, &[]).unwrap_err().words;
                assert!(missed.contains("rows of note are put off"), "{missed}");
            }
            assert_eq!(session.written().count(count, &[])?, 0);
            session.flush()?;
            assert_eq!(session.count(count, &[])?, 1);
            later(session, 2)
        })
        .unwrap();
    assert_eq!(numbers(store.reader().unwrap().session()), [1, 2]);
}

#[test]
fn rows_of_one_key_are_written_as_they_came() {
    let ground = Ground::new();
    let store = ground.store();
    let mut writer = store.writer().unwrap();
    writer
        .commit(|session| {
            ["green", "black", "dark"]
                .iter()
                .try_for_each(|words| session.later(&AGAIN, &[Value::Int(1), Value::Text(words)]))
        })
        .unwrap();
    let words = store
        .reader()
        .unwrap()
        .session()
        .first(
            "SELECT words FROM note WHERE number = $1",
            &[Value::Int(1)],
            |row| row.text(0),
        )
        .unwrap();
    assert_eq!(words.as_deref(), Some("dark"));
}
