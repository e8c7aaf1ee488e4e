//! What goes wrong at the keyboard: told, and nothing moves by it.

use std::fs;

use testkit::Parcel;

use crate::{
    person::{says, unheard},
    program::speaking,
    zone::Zone,
};

#[test]
fn a_setup_that_cannot_be_read_does_not_move_the_clock_nor_collect_tax() {
    let zone = Zone::open();
    let parcel = Parcel::lawful(1);
    zone.releases(&parcel, "2026-10-05T10:00");
    let told = zone.sets_up("[[firm]\n", "2026-12-01T10:00");
    assert_eq!(told.exit, 1, "{told:#?}");
    assert_eq!(zone.shown(&parcel.order.key())["state"], "800");
    // The day goes on where it was.
    zone.releases(&Parcel::lawful(2), "2026-10-05T10:05");
}

#[test]
fn a_folder_without_papers_is_a_mistake_and_no_silence() {
    let zone = Zone::open();
    let empty = zone.writes([]);
    fs::write(format!("{empty}/readme.txt"), "nothing").unwrap();
    for words in [
        &["declare", &empty, "--data", &empty][..],
        &["check", &empty],
    ] {
        let told = says("en", words);
        assert_eq!(told.exit, 2, "{told:#?}");
        assert!(told.aside.contains("no .xml, .zip or .gz"), "{told:#?}");
    }
}

#[test]
fn an_empty_folder_among_those_named_is_told_before_anything_moves() {
    let zone = Zone::open();
    let parcel = Parcel::lawful(1);
    let (papers, empty) = (zone.writes(parcel.papers()), zone.writes([]));
    let told = zone.run(&["declare", &papers, &empty, "--at", "2026-12-05T10:00"]);
    assert_eq!(told.exit, 2, "{told:#?}");
    assert!(told.aside.contains("no .xml, .zip or .gz"), "{told:#?}");
    assert_eq!(told.lines.len(), 0, "{told:#?}");
    // Neither a paper was taken nor the day gone on.
    zone.releases(&parcel, "2026-10-05T10:00");
}

#[test]
fn a_key_without_a_number_is_answered_with_what_a_key_is() {
    let zone = Zone::open();
    fs::write(zone.folder.join("note.xml"), "no message").unwrap();
    let note = zone.folder.join("note.xml");
    let told = zone.run(&[
        "declare",
        note.to_str().unwrap(),
        "--at",
        "2026-10-05T10:00",
    ]);
    assert_eq!(told.exit, 1, "{told:#?}");
    let told = zone.run(&["show", "/"]);
    assert_eq!(told.exit, 1, "{told:#?}");
    let problem = &told.lines[0]["problems"][0];
    assert_eq!(problem["code"], "key.unknown");
    assert!(
        problem["remedy"]
            .as_str()
            .unwrap()
            .contains("behind the `/`")
    );
}

/// An officer's decision but for whose it is.
const DECIDES: [&str; 5] = ["decide", "A/B", "release", "--reason", "officer.checked"];

#[test]
fn a_mistyped_data_folder_is_told_and_not_made() {
    let zone = Zone::open();
    let nowhere = zone.folder.join("dta");
    let data = ["--as", "测试关员", "--data", nowhere.to_str().unwrap()];
    assert_eq!(says("en", &[&DECIDES[..], &data].concat()).exit, 2);
    assert!(!nowhere.exists());
}

#[test]
fn nobody_decides_without_a_name() {
    let zone = Zone::open();
    let told = zone.run(&[&DECIDES[..], &["--as", " "]].concat());
    assert_eq!(told.exit, 2, "{told:#?}");
}

#[test]
fn the_exit_is_true_though_nobody_reads_the_answer() {
    let zone = Zone::open();
    let order = Parcel::lawful(1).order.set("acturalPaid", "1.00");
    let refused = zone.writes([&order]);
    let taken = zone.writes(Parcel::lawful(2).papers());
    let data = zone.folder.join("data");
    let data = ["--data", data.to_str().unwrap()];
    for words in [
        &["declare", data[0], data[1]][..],
        &["declare", "--json", data[0], data[1]],
        &["check"],
    ] {
        for (papers, exit) in [(&refused, 1), (&taken, 0)] {
            let words = [words, &[papers, "--at", "2026-10-05T10:00"]].concat();
            assert_eq!(unheard(&mut speaking("en", &words)), exit, "{words:?}");
        }
    }
    let nowhere = ["show", "--data", "nowhere-at-all"];
    assert_eq!(unheard(&mut speaking("en", &nowhere)), 2);
    assert_eq!(unheard(&mut speaking("en", &["completions", "zsh"])), 0);
    assert_eq!(unheard(&mut speaking("en", &["--help"])), 0);
}

#[test]
fn a_new_data_folder_is_told_with_its_place() {
    let zone = Zone::open();
    let papers = zone.writes(Parcel::lawful(1).papers());
    let mistyped = zone.folder.join("dta");
    let words = [
        "declare",
        &papers,
        "--at",
        "2026-10-05T10:00",
        "--data",
        mistyped.to_str().unwrap(),
    ];
    let first = says("en", &words);
    let told = format!("a new data folder was made: {}", mistyped.display());
    assert!(first.aside.contains(&told), "{first:#?}");
    let again = says("en", &words);
    assert!(!again.aside.contains("new data folder"), "{again:#?}");
}

#[test]
fn papers_that_are_not_there_open_no_folder() {
    let zone = Zone::open();
    let nowhere = zone.folder.join("dta");
    let data = nowhere.to_str().unwrap();
    let told = says("en", &["declare", "nothing.xml", "--data", data]);
    assert_eq!(told.exit, 2, "{told:#?}");
    assert!(!nowhere.exists());
}

#[test]
fn a_folder_is_not_taken_for_a_file_and_the_system_is_not_quoted() {
    let zone = Zone::open();
    let folder = zone.folder.to_str().unwrap();
    for words in [
        &["setup", folder][..],
        &["quote", folder],
        &["rules", "test", folder],
        &["restore", folder],
        &["codes", "load", folder, "--from", "2026-01-01"],
    ] {
        let told = says("en", words);
        assert_eq!(told.exit, 2, "{told:#?}");
        let want = format!("error: {folder}: it is a folder; a file is wanted");
        assert!(told.aside.contains(&want), "{told:#?}");
    }
}

#[test]
fn a_backup_goes_into_an_empty_folder_only_save_for_its_keys() {
    let zone = Zone::open();
    let copy = zone.folder.join("copy.chama");
    let copy = copy.to_str().unwrap();
    assert_eq!(zone.run(&["backup", copy]).exit, 0);
    let used = zone.folder.join("used");
    fs::create_dir_all(&used).unwrap();
    fs::write(used.join("letter.txt"), "Dear").unwrap();
    let told = says("en", &["restore", copy, "--data", used.to_str().unwrap()]);
    assert_eq!(told.exit, 2, "{told:#?}");
    assert!(told.aside.contains("is not empty"), "{told:#?}");
    assert_eq!(fs::read_dir(&used).unwrap().count(), 1);
    let fresh = zone.folder.join("fresh");
    fs::create_dir_all(fresh.join("keys")).unwrap();
    let keys = zone.folder.join("data/keys/person.key");
    fs::copy(keys, fresh.join("keys/person.key")).unwrap();
    let data = fresh.to_str().unwrap();
    let told = says("en", &["restore", copy, "--data", data]);
    assert_eq!(told.exit, 0, "{told:#?}");
    assert_eq!(says("en", &["verify", "--data", data]).exit, 0);
}

#[test]
fn a_day_is_not_written_among_other_papers() {
    let zone = Zone::open();
    let folder = zone.folder.join("day");
    let data = zone.folder.join("demo");
    let write = [
        "demo",
        "--data",
        data.to_str().unwrap(),
        "--once",
        "--parcels",
        "2",
        "--write",
        folder.to_str().unwrap(),
    ];
    assert_eq!(says("en", &write).exit, 0);
    let papers = || fs::read_dir(folder.join("papers")).unwrap().count();
    let before = papers();
    let again = says("en", &[&write[..], &["--seed", "7"]].concat());
    assert_eq!(again.exit, 2, "{again:#?}");
    assert!(again.aside.contains("is not empty"), "{again:#?}");
    assert_eq!(papers(), before);
}

#[test]
fn data_that_cannot_be_opened_for_reading_say_why() {
    let zone = Zone::open();
    let data = zone.folder.join("data");
    // As on a disk that may only be read: the file beside the database cannot be made.
    for beside in ["chama.db-shm", "chama.db-wal"] {
        drop(fs::remove_file(data.join(beside)));
        fs::create_dir_all(data.join(beside)).unwrap();
    }
    for verb in ["show", "verify"] {
        let told = says("en", &[verb, "--data", data.to_str().unwrap()]);
        assert_eq!(told.exit, 3, "{told:#?}");
        assert!(told.aside.contains("cannot be opened"), "{told:#?}");
        assert!(told.aside.contains("chama.db-shm"), "{told:#?}");
    }
}

#[test]
fn whoever_decides_has_a_name_without_control_characters() {
    let zone = Zone::open();
    for by in ["a\nb", "\u{1b}[31m"] {
        let data = ["--as", by, "--data", zone.folder.to_str().unwrap()];
        assert_eq!(says("en", &[&DECIDES[..], &data].concat()).exit, 2);
    }
}

#[test]
fn an_officer_does_not_bear_a_name_of_the_program() {
    let zone = Zone::open();
    for by in ["rules", "clock"] {
        let told = zone.run(&[&DECIDES[..], &["--as", by]].concat());
        assert_eq!(told.exit, 1, "{told:#?}");
        assert_eq!(told.lines[0]["problems"][0]["code"], "officer.name");
    }
}

#[test]
fn a_line_that_is_not_understood_is_a_problem_in_json_too() {
    for (words, remedy) in [
        (&["shw", "--json"][..], "show"),
        (&["show", "--most", "0", "--json"], "1000000"),
        (&["show", "--data", "nowhere-at-all", "--json"], "setup"),
    ] {
        let told = says("en", words);
        assert_eq!((told.exit, &*told.out), (2, ""), "{told:#?}");
        let problem: serde_json::Value = serde_json::from_str(&told.aside).unwrap();
        assert_eq!(
            (&problem["code"], &problem["exit"]),
            (&"command.wrong".into(), &2.into())
        );
        assert!(
            problem["remedy"].as_str().unwrap().contains(remedy),
            "{problem}"
        );
    }
}

#[test]
fn what_is_no_message_leaves_no_folder_and_has_one_place() {
    let zone = Zone::open();
    let setup = zone.folder.join("setup.toml");
    let (setup, data) = (setup.to_str().unwrap(), zone.folder.join("new"));
    let declared = says("en", &["declare", setup, "--data", data.to_str().unwrap()]);
    let checked = says("en", &["check", setup]);
    assert_eq!((declared.exit, checked.exit), (1, 1), "{declared:#?}");
    assert!(!data.exists());
    let place = format!("error[xml.broken] {setup}:1\n");
    assert!(declared.out.starts_with(&place), "{declared:#?}");
    assert!(checked.out.starts_with(&place), "{checked:#?}");
    assert!(checked.out.contains(&format!("{setup}:1 ")), "{checked:#?}");
    assert!(
        declared.out.contains(&format!("{setup}:1 ")),
        "{declared:#?}"
    );
}

#[test]
fn time_that_leaps_without_being_named_is_told_and_a_small_step_is_not() {
    let zone = Zone::open_with(&testkit::setup_toml(0), "2019-01-07T09:00");
    let data = zone.folder.join("data");
    let setup = zone.folder.join("setup.toml");
    let words = [
        "setup",
        setup.to_str().unwrap(),
        "--data",
        data.to_str().unwrap(),
    ];
    let named = says("en", &[&words[..], &["--at", "2019-02-07T09:00"]].concat());
    assert!(!named.aside.contains("business time went"), "{named:#?}");
    let leapt = says("en", &words);
    let want = "business time went from 2019-02-07 09:00:00 to ";
    assert!(leapt.aside.contains(want), "{leapt:#?}");
    let stayed = says("en", &words);
    assert!(!stayed.aside.contains("business time went"), "{stayed:#?}");
}
