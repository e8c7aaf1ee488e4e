//! The program is killed at random points, and a log is cut at random places.

use std::{
    fs,
    io::{BufRead, BufReader},
    path::Path,
    process::Stdio,
    sync::mpsc::{self, RecvTimeoutError},
    thread,
    time::{Duration, Instant},
};

use serde_json::Value;

use super::{
    checker::Books,
    dice::{Dice, number, seed},
    ground::{Ground, lines, said},
};

/// Parcels of a round, and how many to a message.
const PARCELS: u64 = 24;
const TOGETHER: u64 = 8;

/// When the program is killed.
#[derive(Debug, Clone, Copy)]
enum Kill {
    /// So long after its start.
    After(Duration),
    /// When so many lines were read.
    AtLine(usize),
    /// Not at all.
    Never,
}

/// What a run printed in whole lines before it ended, and whether it was killed.
struct Cut {
    lines: Vec<Value>,
    killed: bool,
}

fn rounds() -> u64 {
    number("CHAMA_ROUNDS").unwrap_or(20)
}

/// Runs the program and kills it when told to; a line counts once it has been read to its end.
fn run(ground: &Ground, words: &[&str], kill: Kill) -> Cut {
    let begun = Instant::now();
    let mut child = ground
        .command(words)
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let out = child.stdout.take().unwrap();
    let (sender, receiver) = mpsc::channel();
    let reading = thread::spawn(move || {
        let mut out = BufReader::new(out);
        let mut line = String::new();
        while out.read_line(&mut line).is_ok_and(|read| read > 0) {
            // A line without its end was not printed.
            if line.ends_with('\n') && sender.send(line.clone()).is_err() {
                break;
            }
            line.clear();
        }
    });
    let mut printed = Vec::new();
    let mut killed = false;
    loop {
        let now = match kill {
            Kill::After(after) => begun.elapsed() >= after,
            Kill::AtLine(most) => printed.len() >= most,
            Kill::Never => false,
        };
        if now && !killed {
            killed = child.try_wait().unwrap().is_none();
            // The operating system's own kill: nothing of the program runs after it.
            child.kill().unwrap();
        }
        let wait = match kill {
            Kill::After(after) if !killed => after.saturating_sub(begun.elapsed()),
            _ => Duration::from_secs(60),
        };
        match receiver.recv_timeout(wait) {
            Ok(line) => printed.push(serde_json::from_str(&line).unwrap()),
            Err(RecvTimeoutError::Timeout) => {}
            Err(RecvTimeoutError::Disconnected) => break,
        }
    }
    reading.join().unwrap();
    let done = child.wait_with_output().unwrap();
    assert!(
        killed || done.status.success(),
        "not killed: {}",
        said(&done)
    );
    Cut {
        lines: printed,
        killed,
    }
}

#[test]
fn what_was_acknowledged_before_a_kill_stands_once_and_sending_again_changes_nothing() {
    let seed = seed();
    println!("CHAMA_SEED={seed}");
    let mut dice = Dice::new(seed);
    let rounds = rounds();
    let ground = Ground::set_up((rounds + 1) * PARCELS);
    // An undisturbed run tells how long one takes, and how many lines it prints.
    let papers = ground.papers("papers-0", 1, PARCELS, TOGETHER);
    let begun = Instant::now();
    let whole = run(
        &ground,
        &["declare", &papers.to_string_lossy(), "--json"],
        Kill::Never,
    );
    let took = begun.elapsed();
    assert_eq!(whole.lines.len() as u64, 4 * PARCELS);
    let mut acknowledged = whole.lines;
    let (mut kills, mut half) = (0, 0);
    for round in 1..=rounds {
        let folder = format!("papers-{round}");
        let papers = ground.papers(&folder, round * PARCELS + 1, PARCELS, TOGETHER);
        let words = ["declare", &*papers.to_string_lossy(), "--json"];
        // The same papers are sent until a run gets through; each run but the last is killed.
        for attempt in 0..3 {
            let kill = if dice.below(3) == 0 {
                Kill::AtLine(1 + dice.below(4 * PARCELS - 1) as usize)
            } else {
                Kill::After(took.mul_f64(dice.below(1100) as f64 / 1000.0))
            };
            let cut = run(&ground, &words, kill);
            let when = format!("seed {seed}, round {round}.{attempt}, {kill:?}");
            println!("{when}: killed {}, {} lines", cut.killed, cut.lines.len());
            kills += u64::from(cut.killed);
            half += u64::from(cut.killed && !cut.lines.is_empty());
            acknowledged.extend(cut.lines);
            ground.is_sound(&when);
            let books = Books::of(&ground.data());
            acknowledged.iter().for_each(|line| books.hold(line));
        }
        again(&ground, &papers, &mut acknowledged);
    }
    assert!(
        kills > rounds && half > 0,
        "{kills} kills, {half} while printing"
    );
    twin(&ground, rounds);
}

/// Sends papers again until all stand; the last time every one is a repetition and nothing grows.
fn again(ground: &Ground, papers: &Path, acknowledged: &mut Vec<Value>) {
    acknowledged.extend(ground.declare(papers));
    let before = Books::of(&ground.data());
    for line in ground.declare(papers) {
        assert_eq!(line["status"], 200, "{line}");
        before.hold(&line);
    }
    let after = Books::of(&ground.data());
    assert_eq!(before, after, "a repetition changes nothing");
    acknowledged.iter().for_each(|line| after.hold(line));
}

/// A zone that never was killed ends with the same papers, states and sums.
fn twin(killed: &Ground, rounds: u64) {
    let twin = Ground::new();
    let keys = twin.data().join("keys");
    fs::create_dir_all(&keys).unwrap();
    fs::copy(
        killed.data().join("keys/person.key"),
        keys.join("person.key"),
    )
    .unwrap();
    let setup = killed.text("setup.toml");
    let done = twin.chama(&["setup", &setup]);
    assert!(done.status.success(), "{}", said(&done));
    for round in 0..=rounds {
        twin.declare(&killed.at(&format!("papers-{round}")));
    }
    let (one, other) = (Books::of(&killed.data()), Books::of(&twin.data()));
    assert_eq!(one.papers, other.papers);
    assert_eq!(one.declarations, other.declarations);
    assert_eq!(one.accounts, other.accounts);
    assert!(one.declarations.values().all(|state| *state == 800));
}

#[test]
fn a_setup_that_was_killed_is_done_whole_the_next_time() {
    let seed = seed();
    let mut dice = Dice::new(seed ^ 1);
    let calm = Ground::set_up(10);
    let expected = Books::of(&calm.data()).accounts;
    for round in 0..rounds().div_ceil(4) {
        let ground = Ground::new();
        fs::copy(calm.at("setup.toml"), ground.at("setup.toml")).unwrap();
        let setup = ground.text("setup.toml");
        let kill = Kill::After(Duration::from_micros(dice.below(150_000)));
        let cut = run(&ground, &["setup", &setup, "--json"], kill);
        let when = format!(
            "seed {seed}, round {round}, {kill:?}, killed {}",
            cut.killed
        );
        println!("{when}");
        let done = ground.chama(&["setup", &setup]);
        assert!(done.status.success(), "{when}: {}", said(&done));
        ground.is_sound(&when);
        assert_eq!(Books::of(&ground.data()).accounts, expected, "{when}");
    }
}

#[test]
fn a_log_that_was_cut_anywhere_is_an_earlier_moment_and_no_damage() {
    let seed = seed();
    let mut dice = Dice::new(seed ^ 2);
    let ground = Ground::set_up(PARCELS);
    let papers = ground.papers("papers", 1, PARCELS, 4);
    // Killed while it prints: everything is in the log, and nobody has moved it into the file.
    let words = ["declare", &*papers.to_string_lossy(), "--json"];
    let cut = run(&ground, &words, Kill::AtLine(1));
    assert!(cut.killed);
    let log = fs::read(ground.at("data/chama.db-wal")).unwrap();
    assert!(log.len() > 100_000, "{} bytes of log", log.len());
    let mut counts = Vec::new();
    for round in 0..rounds() {
        let length = dice.below(log.len() as u64 + 1) as usize;
        let mut shorter = log[..length].to_vec();
        // A torn sector at the end, in every second round.
        if round % 2 == 1 {
            let torn = length.saturating_sub(dice.below(4096) as usize);
            shorter[torn..].fill(0x5a);
        }
        let copy = Ground::new();
        fs::create_dir_all(copy.data().join("keys")).unwrap();
        for name in ["chama.db", "keys/person.key"] {
            fs::copy(ground.data().join(name), copy.data().join(name)).unwrap();
        }
        fs::write(copy.at("data/chama.db-wal"), &shorter).unwrap();
        copy.is_sound(&format!("seed {seed}, round {round}, log of {length}"));
        let books = Books::of(&copy.data());
        counts.push(books.papers.len());
        if round < 3 {
            let all = copy.declare(&papers);
            let books = Books::of(&copy.data());
            all.iter().for_each(|line| books.hold(line));
            assert_eq!(books.declarations.len() as u64, PARCELS);
        }
    }
    println!("papers left by {} cuts: {counts:?}", rounds());
}

#[test]
fn verify_beside_a_writer_finds_no_fault() {
    let ground = Ground::set_up(300);
    // Many small messages: many commits for a look to fall between.
    let papers = ground.papers("papers", 1, 300, 1);
    let mut writing = ground
        .command(&["declare", &papers.to_string_lossy(), "--json"])
        .stdout(Stdio::null())
        .spawn()
        .unwrap();
    let mut looks = 0;
    while writing.try_wait().unwrap().is_none() {
        ground.is_sound(&format!("look {looks}"));
        looks += 1;
    }
    assert!(looks > 0);
    assert!(writing.wait().unwrap().success());
    let done = ground.chama(&["verify", "--json"]);
    assert!(lines(&done)[0]["entries"].as_i64().unwrap() > 1000);
}
