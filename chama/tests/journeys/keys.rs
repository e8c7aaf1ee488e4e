//! The key of the data, backups, and folders that are in use.

use std::fs;

use testkit::Parcel;

use crate::{person::says, zone::Zone};

/// The data folder of a zone, as words take it.
fn data(zone: &Zone) -> String {
    zone.folder.join("data").to_str().unwrap().to_owned()
}

/// What only looks at data.
const LOOKS: [&[&str]; 4] = [&["show"], &["verify"], &["receipts"], &["export", "tax"]];

#[test]
fn data_without_their_key_are_looked_at_and_it_is_told() {
    let zone = Zone::open();
    let data = data(&zone);
    fs::remove_dir_all(format!("{data}/keys")).unwrap();
    for verb in LOOKS {
        let told = says("en", &[verb, &["--data", &data]].concat());
        assert_eq!(told.exit, 0, "{verb:?}: {told:#?}");
        assert!(told.aside.contains("has no person.key"), "{told:#?}");
    }
    let setup = zone.folder.join("setup.toml");
    let told = says("en", &["setup", setup.to_str().unwrap(), "--data", &data]);
    assert_eq!(told.exit, 3, "{told:#?}");
    assert!(told.aside.contains("error[key.missing]"), "{told:#?}");
}

#[test]
fn the_key_of_other_data_is_refused_by_whatever_looks_at_them() {
    let (zone, other) = (Zone::open(), Zone::open());
    let own = data(&zone);
    let key = format!("{own}/keys/person.key");
    fs::copy(format!("{}/keys/person.key", data(&other)), &key).unwrap();
    for verb in LOOKS {
        let told = says("en", &[verb, &["--data", &own]].concat());
        assert_eq!(told.exit, 3, "{verb:?}: {told:#?}");
        assert!(told.aside.contains("error[key.foreign]"), "{told:#?}");
        assert!(told.aside.contains("  fix  "), "{told:#?}");
    }
    fs::write(&key, "no key").unwrap();
    let told = says("en", &["verify", "--data", &own]);
    assert!(told.aside.contains("error[key.broken]"), "{told:#?}");
}

#[test]
fn a_backup_restored_without_its_key_says_what_will_not_work() {
    let zone = Zone::open();
    let at = |name: &str| zone.folder.join(name).to_str().unwrap().to_owned();
    let (copy, fresh) = (at("copy.chama"), at("fresh"));
    // A file of somebody else's that a copy under way might take for its own.
    fs::write(at("copy.part"), "Dear").unwrap();
    assert_eq!(zone.run(&["backup", &copy]).exit, 0);
    assert_eq!(fs::read_to_string(at("copy.part")).unwrap(), "Dear");
    let told = says("en", &["restore", &copy, "--data", &fresh]);
    assert_eq!(told.exit, 0, "{told:#?}");
    assert!(told.aside.contains("has no person.key"), "{told:#?}");
}

#[test]
fn what_is_no_backup_and_where_no_folder_is_have_words_of_their_own() {
    let zone = Zone::open();
    let at = |name: &str| zone.folder.join(name).to_str().unwrap().to_owned();
    fs::write(at("letter.txt"), "Dear customs").unwrap();
    for locale in ["en", "zh-CN"] {
        let told = says(
            locale,
            &["restore", &at("letter.txt"), "--data", &at("new")],
        );
        assert_eq!(told.exit, 3, "{told:#?}");
        assert!(told.aside.contains("error[restore.foreign]"), "{told:#?}");
        assert!(!told.aside.contains("database"), "{told:#?}");
        assert!(!zone.folder.join("new").exists());
    }
    let nowhere = at("nowhere/copy.chama");
    let told = says("en", &["backup", &nowhere, "--data", &data(&zone)]);
    assert_eq!(told.exit, 2, "{told:#?}");
    assert!(told.aside.contains("no such folder"), "{told:#?}");
}

#[test]
fn the_demo_does_not_go_into_data_that_are_in_use() {
    let zone = Zone::open();
    zone.releases(&Parcel::lawful(1), "2026-10-05T10:00");
    let data = data(&zone);
    let before = says("en", &["verify", "--data", &data]).out;
    let told = says("en", &["demo", "--once", "--parcels", "1", "--data", &data]);
    assert_eq!(told.exit, 2, "{told:#?}");
    assert!(told.aside.contains("is not empty"), "{told:#?}");
    assert_eq!(says("en", &["verify", "--data", &data]).out, before);
}
