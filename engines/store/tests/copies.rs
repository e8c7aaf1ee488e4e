//! Copies: a backup beside the running writer, a restore that looks before it takes.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod ground;

use std::{fs, thread};

use ground::{Ground, note, numbers};
use store::{Fault, Store, restore};

/// A store with so many notes, and a backup of it.
fn with_backup(ground: &Ground, notes: i64) -> std::path::PathBuf {
    let store = ground.store();
    let mut writer = store.writer().unwrap();
    let words = "salt and tea ".repeat(40);
    writer
        .commit(|session| (1..=notes).try_for_each(|number| note(session, number, &words)))
        .unwrap();
    let file = ground.at("backup");
    store.reader().unwrap().backup(&file).unwrap();
    file
}

#[test]
fn a_backup_taken_while_others_write_is_whole_and_of_one_moment() {
    let ground = Ground::new();
    let store = ground.store();
    let mut writer = store.writer().unwrap();
    // Notes come in pairs: half a pair would be half a transaction.
    let mut pair = |number: i64| {
        writer
            .commit(|session| {
                note(session, 2 * number, "left")?;
                note(session, 2 * number + 1, "right")
            })
            .unwrap();
    };
    (1..=200).for_each(&mut pair);
    let files: Vec<_> = (0..5).map(|n| ground.at(&format!("backup-{n}"))).collect();
    thread::scope(|scope| {
        let copying = scope.spawn(|| {
            for file in &files {
                store.reader().unwrap().backup(file).unwrap();
            }
        });
        let mut number = 200;
        while !copying.is_finished() {
            number += 1;
            pair(number);
        }
    });
    let mut last = 0;
    for (n, file) in files.iter().enumerate() {
        let folder = ground.at(&format!("restored-{n}"));
        restore(file, &folder).unwrap();
        let restored = Store::existing(&folder, &[&ground::NOTES]).unwrap();
        let reader = restored.reader().unwrap();
        assert!(reader.damage().unwrap().is_empty());
        let count = numbers(reader.session()).len();
        assert_eq!(count % 2, 0, "half a transaction");
        assert!(count >= 400 && count >= last);
        last = count;
    }
}

#[test]
fn a_backup_never_overwrites_and_leaves_no_half_file() {
    let ground = Ground::new();
    let file = with_backup(&ground, 10);
    let before = fs::read(&file).unwrap();
    let reader = ground.store().reader().unwrap();
    assert!(reader.backup(&file).is_err());
    assert_eq!(fs::read(&file).unwrap(), before);
    assert!(reader.backup(&ground.at("no/such/folder/backup")).is_err());
    let left: Vec<_> = fs::read_dir(ground.path())
        .unwrap()
        .map(|entry| entry.unwrap().file_name())
        .filter(|name| name.to_string_lossy().contains("part"))
        .collect();
    assert!(left.is_empty(), "{left:?}");
}

#[test]
fn a_restored_backup_can_be_written_to() {
    let ground = Ground::new();
    let file = with_backup(&ground, 10);
    let folder = ground.at("restored");
    restore(&file, &folder).unwrap();
    let restored = Store::open(&folder, &[&ground::NOTES]).unwrap();
    let mut writer = restored.writer().unwrap();
    writer.commit(|session| note(session, 11, "tea")).unwrap();
    assert_eq!(numbers(restored.reader().unwrap().session()).len(), 11);
}

#[test]
fn a_damaged_backup_is_refused_and_the_folder_stays_empty() {
    let ground = Ground::new();
    let file = with_backup(&ground, 500);
    let whole = fs::read(&file).unwrap();
    assert!(whole.len() > 40_000, "{} bytes", whole.len());
    let page = 8192;
    let cut = whole[..whole.len() / 2 / page * page].to_vec();
    let mut scribbled = whole.clone();
    scribbled[3 * page..4 * page].fill(0xa5);
    let mut headless = whole.clone();
    headless[..16].fill(0);
    for (name, bytes) in [
        ("cut", cut),
        ("scribbled", scribbled),
        ("headless", headless),
    ] {
        let file = ground.at(name);
        fs::write(&file, bytes).unwrap();
        let folder = ground.at(&format!("restored-{name}"));
        let refused = restore(&file, &folder).expect_err(name);
        assert!(
            matches!(refused.fault, Fault::Damaged | Fault::Foreign),
            "{name}: {refused}"
        );
        let left = fs::read_dir(&folder).unwrap().count();
        assert_eq!(left, 0, "{name}: something was left in the folder");
    }
    let folder = ground.at("restored-whole");
    restore(&file, &folder).unwrap();
}

#[test]
fn a_file_that_is_no_backup_of_this_program_is_refused() {
    let ground = Ground::new();
    let file = ground.at("letter");
    fs::write(&file, "Dear zone, …").unwrap();
    let refused = restore(&file, &ground.at("restored")).unwrap_err();
    assert_eq!(refused.fault, Fault::Foreign, "{refused}");
    fs::write(&file, "").unwrap();
    let refused = restore(&file, &ground.at("restored")).unwrap_err();
    assert_eq!(refused.fault, Fault::Foreign, "{refused}");
}

#[test]
fn a_folder_that_holds_data_is_never_restored_over() {
    let ground = Ground::new();
    let file = with_backup(&ground, 10);
    let refused = restore(&file, &ground.at("data")).unwrap_err();
    assert_eq!(refused.fault, Fault::Held);
    assert_eq!(
        numbers(ground.store().reader().unwrap().session()).len(),
        10
    );
}
