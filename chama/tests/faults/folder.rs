//! A folder that another process holds, or that a newer program wrote.

use std::{
    io::Write,
    process::{Command, Stdio},
};

use store::{Store, Value};

use super::ground::{Ground, said};

#[test]
fn a_second_process_on_a_folder_is_told_to_wait_or_to_take_another() {
    let ground = Ground::set_up(10);
    let papers = ground.papers("papers", 1, 10, 10);
    // It opens the folder and waits for its input.
    let opens = || {
        let mut command = ground.command(&["declare", "-", "--json"]);
        let command = command.stdin(Stdio::piped()).stdout(Stdio::piped());
        command.spawn().unwrap()
    };
    let mut first = opens();
    let mut second = |words: &[&str]| loop {
        let done = ground.chama(words);
        // The first may not have come to its folder yet.
        if done.status.code() == Some(3) {
            return done;
        }
        assert!(first_is_slow(&done), "{}", said(&done));
        // Or it came while this one had the folder, and was told the same.
        if first.try_wait().unwrap().is_some() {
            first = opens();
        }
    };
    for words in [
        &["declare", &*papers.to_string_lossy()][..],
        &["setup", &ground.text("setup.toml")],
        &[
            "decide", "a/b", "release", "--reason", "1200", "--as", "officer",
        ],
    ] {
        let done = second(words);
        let told = String::from_utf8_lossy(&done.stderr);
        assert!(told.contains("store.held"), "{words:?}: {told}");
        assert!(told.contains("--data DIR"), "{words:?}: {told}");
        assert!(!told.contains("--to"), "no command takes it: {told}");
        assert!(done.stdout.is_empty(), "{words:?}: {}", said(&done));
    }
    // Reading goes on beside it.
    ground.is_sound("beside the first process");
    assert!(ground.chama(&["show"]).status.success());
    let paper = std::fs::read(papers.join("000001-311.xml")).unwrap();
    let mut input = first.stdin.take().unwrap();
    input.write_all(&paper).unwrap();
    drop(input);
    let done = first.wait_with_output().unwrap();
    assert!(done.status.success(), "{}", said(&done));
    assert_eq!(String::from_utf8_lossy(&done.stdout).lines().count(), 10);
}

/// A second process that got the folder because the first had not started yet.
fn first_is_slow(done: &std::process::Output) -> bool {
    done.status.code().is_some_and(|code| code < 2)
}

#[test]
fn data_of_a_newer_program_is_refused_by_every_command() {
    const LATER: &str = "INSERT INTO schema_step (room, step) VALUES ($1, $2)";
    let ground = Ground::set_up(10);
    let papers = ground.papers("papers", 1, 10, 10);
    let mut writer = Store::open(ground.data(), &[]).unwrap().writer().unwrap();
    let step = [Value::Text("clearance"), Value::Int(99)];
    writer.commit(|session| session.run(LATER, &step)).unwrap();
    drop(writer);
    for words in [
        &["declare", &*papers.to_string_lossy()][..],
        &["setup", &ground.text("setup.toml")],
        &["show"],
        &["receipts"],
        &["verify"],
        &["replay"],
        &["export", "tax"],
    ] {
        let done = ground.chama(words);
        assert_eq!(done.status.code(), Some(3), "{words:?}: {}", said(&done));
        let told = String::from_utf8_lossy(&done.stderr);
        assert!(told.contains("store.newer"), "{words:?}: {told}");
        assert!(told.contains("newer program"), "{words:?}: {told}");
    }
}

#[test]
fn a_folder_without_its_key_is_refused_and_no_new_key_is_made() {
    let ground = Ground::set_up(10);
    let papers = ground.papers("papers", 1, 10, 10);
    let key = ground.at("data/keys/person.key");
    let kept = std::fs::read(&key).unwrap();
    std::fs::remove_file(&key).unwrap();
    let done = ground.chama(&["declare", &papers.to_string_lossy()]);
    assert_eq!(done.status.code(), Some(3), "{}", said(&done));
    assert!(
        !key.exists(),
        "a key made anew gives everybody a fresh quota"
    );
    std::fs::write(&key, kept).unwrap();
    assert_eq!(ground.declare(&papers).len(), 40);
}

#[test]
fn the_key_of_other_data_is_refused() {
    let (ground, other) = (Ground::set_up(10), Ground::set_up(10));
    let papers = ground.papers("papers", 1, 10, 10);
    let key = ground.at("data/keys/person.key");
    let own = std::fs::read(&key).unwrap();
    std::fs::copy(other.at("data/keys/person.key"), &key).unwrap();
    let done = ground.chama(&["declare", &papers.to_string_lossy()]);
    assert_eq!(done.status.code(), Some(3), "{}", said(&done));
    let told = String::from_utf8_lossy(&done.stderr);
    assert!(told.contains("key of other data"), "{told}");
    std::fs::write(&key, own).unwrap();
    assert_eq!(ground.declare(&papers).len(), 40);
}

#[test]
fn a_pipe_that_closes_early_ends_the_telling_and_not_the_taking() {
    let ground = Ground::set_up(20);
    let papers = ground.papers("papers", 1, 20, 10);
    // `head -1` closes its end after the first line.
    let done = Command::new("bash")
        .args(["-c", "\"$0\" \"$@\" | head -1"])
        .arg(env!("CARGO_BIN_EXE_chama"))
        .args(["declare", &papers.to_string_lossy(), "--json", "--data"])
        .arg(ground.data())
        .args(["--at", "2026-10-05T10:00"])
        .output()
        .unwrap();
    assert_eq!(String::from_utf8_lossy(&done.stdout).lines().count(), 1);
    assert!(
        !String::from_utf8_lossy(&done.stderr).contains("panicked"),
        "{}",
        said(&done)
    );
    ground.is_sound("after the pipe closed");
    for line in ground.declare(&papers) {
        assert_eq!(line["status"], 200, "{line}");
    }
}
