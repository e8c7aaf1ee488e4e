//! The queue before the writer: what has gathered is one transaction, and nobody is answered before it.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod ground;

use std::{
    sync::{Arc, Mutex, mpsc},
    thread,
};

use ground::{Ground, note, numbers};
use store::{Fault, Queue, Session, StoreError};

#[test]
fn jobs_are_done_and_answered_in_the_order_in_which_they_came() {
    let ground = Ground::new();
    let store = ground.store();
    let (queue, writer) = Queue::start(
        store.writer().unwrap(),
        8,
        |session, jobs: &mut Vec<i64>| {
            jobs.iter()
                .map(|job| note(session, *job, "").map(|()| *job * 2))
                .collect()
        },
    );
    let pending: Vec<_> = (1..=100).rev().map(|job| queue.submit(job)).collect();
    let answers: Vec<i64> = pending.into_iter().map(|one| one.wait().unwrap()).collect();
    assert_eq!(
        answers,
        (1..=100).rev().map(|job| job * 2).collect::<Vec<_>>()
    );
    assert_eq!(
        numbers(store.reader().unwrap().session()),
        (1..=100).rev().collect::<Vec<_>>()
    );
    drop(queue);
    drop(writer.join().unwrap());
}

#[test]
fn an_answer_comes_when_every_reader_can_see_the_row() {
    let ground = Ground::new();
    let store = ground.store();
    let (queue, writer) = Queue::start(
        store.writer().unwrap(),
        4,
        |session, jobs: &mut Vec<i64>| jobs.iter().map(|job| note(session, *job, "")).collect(),
    );
    for job in 1..=20 {
        queue.submit(job).wait().unwrap();
        let reader = store.reader().unwrap();
        assert_eq!(numbers(reader.session()).len() as i64, job);
    }
    drop(queue);
    drop(writer.join().unwrap());
}

#[test]
fn an_error_takes_back_every_job_of_its_group_and_everybody_is_told() {
    let ground = Ground::new();
    let store = ground.store();
    let (go, gate) = mpsc::channel::<()>();
    let (enter, entered) = mpsc::channel::<()>();
    let sizes = Arc::new(Mutex::new(Vec::new()));
    let seen = Arc::clone(&sizes);
    let act = move |session: Session<'_>, jobs: &mut Vec<i64>| {
        enter.send(()).unwrap();
        gate.recv().unwrap();
        seen.lock().unwrap().push(jobs.len());
        jobs.iter()
            .map(|job| match job {
                13 => Err(StoreError::new(Fault::Other, "thirteen")),
                job => note(session, *job, ""),
            })
            .collect::<Result<Vec<()>, StoreError>>()
    };
    let (queue, writer) = Queue::start(store.writer().unwrap(), 16, act);
    // While the first is at work the rest gathers behind it.
    let first = queue.submit(1);
    entered.recv().unwrap();
    let group: Vec<_> = (10..20).map(|job| queue.submit(job)).collect();
    go.send(()).unwrap();
    first.wait().unwrap();
    go.send(()).unwrap();
    let told: Vec<StoreError> = group
        .into_iter()
        .map(|one| one.wait().unwrap_err())
        .collect();
    assert_eq!(*sizes.lock().unwrap(), [1, 10]);
    assert_eq!(told.len(), 10);
    assert!(told.iter().all(|error| error.words == "thirteen"));
    assert_eq!(numbers(store.reader().unwrap().session()), [1]);
    // The queue goes on with what comes next.
    go.send(()).unwrap();
    let next = queue.submit(20);
    next.wait().unwrap();
    assert_eq!(numbers(store.reader().unwrap().session()), [1, 20]);
    drop(queue);
    drop(writer.join().unwrap());
}

#[test]
fn many_senders_share_commits_and_each_gets_its_own_answer() {
    let ground = Ground::new();
    let store = ground.store();
    let groups = Arc::new(Mutex::new(0));
    let counted = Arc::clone(&groups);
    let (queue, writer) = Queue::start(
        store.writer().unwrap(),
        32,
        move |session, jobs: &mut Vec<i64>| {
            *counted.lock().unwrap() += 1;
            jobs.iter()
                .map(|job| note(session, *job, "").map(|()| *job))
                .collect()
        },
    );
    thread::scope(|scope| {
        for sender in 0..8 {
            let queue = queue.clone();
            scope.spawn(move || {
                for at in 0..50 {
                    let job = sender * 1000 + at;
                    assert_eq!(queue.submit(job).wait().unwrap(), job);
                }
            });
        }
    });
    assert_eq!(numbers(store.reader().unwrap().session()).len(), 400);
    assert!(*groups.lock().unwrap() <= 400);
    drop(queue);
    drop(writer.join().unwrap());
}

#[test]
fn what_is_submitted_when_the_writer_is_gone_is_an_error_and_no_silence() {
    let ground = Ground::new();
    let store = ground.store();
    let (queue, writer) = Queue::start(
        store.writer().unwrap(),
        4,
        |_, _: &mut Vec<i64>| -> Result<Vec<()>, StoreError> { panic!("the act breaks down") },
    );
    assert!(queue.submit(1).wait().is_err());
    assert!(writer.join().is_err());
    assert!(queue.submit(2).wait().is_err());
    assert!(numbers(store.reader().unwrap().session()).is_empty());
}

#[test]
fn a_log_that_grew_is_moved_into_the_file_beside_the_writer() {
    let ground = Ground::new();
    let store = ground.store();
    let (queue, writer) = Queue::start(
        store.writer().unwrap(),
        8,
        |session, jobs: &mut Vec<i64>| {
            let page = "x".repeat(1 << 20);
            jobs.iter().map(|job| note(session, *job, &page)).collect()
        },
    );
    for job in 1..=70 {
        queue.submit(job).wait().unwrap();
    }
    drop(queue);
    let writer = writer.join().unwrap();
    let file = std::fs::metadata(ground.at("data/chama.db")).unwrap().len();
    assert!(
        file > 60 << 20,
        "{file} bytes in the file while the writer is there"
    );
    drop(writer);
    assert_eq!(numbers(store.reader().unwrap().session()).len(), 70);
}
