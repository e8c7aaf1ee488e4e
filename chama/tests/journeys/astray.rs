//! A wrong file in the right place, a file where a folder is wanted: told with a step that helps.

use std::fs;

use testkit::Parcel;

use crate::{person::says, zone::Zone};

#[test]
fn a_file_where_a_folder_is_wanted_is_a_wrong_use() {
    let zone = Zone::open();
    let text = |name: &str| zone.folder.join(name).to_str().unwrap().to_owned();
    let (data, setup) = (text("data"), text("setup.toml"));
    let papers = zone.writes(Parcel::lawful(1).papers());
    let before = fs::read(&setup).unwrap();
    for words in [
        &["receipts", "--data", &data, "--out", &setup][..],
        &["setup", &setup, "--data", &setup],
        &["check", &papers, "--fix", &setup],
        &["show", "--data", &setup],
        &[
            "decide", "A/B", "refuse", "--reason", "x", "--as", "x", "--data", &setup,
        ],
    ] {
        let told = says("en", words);
        assert_eq!(told.exit, 2, "{words:?} {told:#?}");
        assert!(told.aside.contains("ame a folder"), "{told:#?}");
        assert!(!told.aside.contains("chama setup FILE"), "{told:#?}");
    }
    assert_eq!(fs::read(&setup).unwrap(), before);
}

#[test]
fn a_folder_without_papers_is_told_where_papers_come_from() {
    let zone = Zone::open();
    for locale in ["en", "zh-CN"] {
        let told = says(locale, &["check", &zone.writes([])]);
        assert!(told.aside.contains("chama demo"), "{told:#?}");
    }
}

#[test]
fn a_setup_file_among_papers_is_no_json() {
    let zone = Zone::open();
    let setup = zone.folder.join("setup.toml");
    for (locale, want) in [("en", "That is TOML"), ("zh-CN", "这是 TOML")] {
        let told = says(locale, &["check", setup.to_str().unwrap()]);
        assert_eq!(told.exit, 1, "{told:#?}");
        assert!(told.out.contains(want), "{told:#?}");
        assert!(told.out.contains("`chama setup`"), "{told:#?}");
    }
}
