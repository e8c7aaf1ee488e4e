//! What goes wrong at the keyboard: told, and nothing moves by it.

use std::fs;

use testkit::Parcel;

use crate::zone::Zone;

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
    for command in ["declare", "check"] {
        let mut words = std::process::Command::new(env!("CARGO_BIN_EXE_chama"));
        let done = words.args([command, &empty, "--at", "2026-10-05T10:00"]);
        let done = match command {
            "declare" => done.args(["--data", &empty]),
            _ => done,
        };
        let done = done.output().unwrap();
        assert_eq!(done.status.code(), Some(2), "{command}");
        let said = String::from_utf8_lossy(&done.stderr);
        assert!(said.contains("no .xml, .zip or .gz"), "{command}: {said}");
    }
}

#[test]
fn a_mistyped_data_folder_is_told_and_not_made() {
    let nowhere = std::env::temp_dir().join(format!("chama-nowhere-{}", std::process::id()));
    let done = std::process::Command::new(env!("CARGO_BIN_EXE_chama"))
        .args([
            "decide",
            "A/B",
            "release",
            "--reason",
            "goods.list-incomplete",
            "--as",
            "Li",
        ])
        .arg("--data")
        .arg(&nowhere)
        .output()
        .unwrap();
    assert_eq!(done.status.code(), Some(2));
    assert!(!nowhere.exists());
}

#[test]
fn nobody_decides_without_a_name() {
    let zone = Zone::open();
    let told = zone.run(&[
        "decide",
        "A/B",
        "release",
        "--reason",
        "goods.list-incomplete",
        "--as",
        " ",
    ]);
    assert_eq!(told.exit, 2, "{told:#?}");
}
