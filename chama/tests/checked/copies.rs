//! Mended copies go over nothing that somebody changed since.

use std::fs;

use crate::{broken::good, folder::Folder};

#[test]
fn what_was_mended_is_told_with_both_its_places_and_what_is_left() {
    let folder = Folder::new();
    let good = good("411");
    let at = |name: &str| good.lines().position(|line| line.contains(name)).unwrap();
    let mut lines: Vec<&str> = good.lines().collect();
    lines.swap(at("payCode>"), at("payName>"));
    let paper = folder.write("411.xml", lines.join("\n").as_bytes());
    let mended = folder.mended();
    let told = folder.check(&["--fix", mended.to_str().unwrap()]);
    assert_eq!(told.exit, 1, "the paper itself is as it was: {told:#?}");
    let copy = mended.join("411.xml");
    let copy = copy.display();
    let moved = told.aside.lines().find(|line| line.contains(" → "));
    let (from, to) = moved.unwrap().split_once(" → ").unwrap();
    assert!(from.contains("411.xml:"), "{from}");
    assert!(to.starts_with(&format!("{copy}:")), "{to}");
    let left = format!("{copy}: mended; 0 faults left in it");
    assert!(told.aside.contains(&left), "{told:#?}");
    drop(paper);
}

#[test]
fn a_copy_mended_by_hand_is_not_written_over() {
    let folder = Folder::new();
    for message in ["311", "411"] {
        folder.write(&format!("{message}.xml"), good(message).as_bytes());
    }
    let mended = folder.mended();
    let fix = ["--fix", mended.to_str().unwrap()];
    assert_eq!(folder.check(&fix).exit, 0);
    assert_eq!(
        folder.check(&fix).exit,
        0,
        "the same copies are there already"
    );
    let (kept, gone) = (mended.join("411.xml"), mended.join("311.xml"));
    let by_hand = format!("{}<!-- -->", good("411"));
    fs::write(&kept, &by_hand).unwrap();
    fs::remove_file(&gone).unwrap();
    let told = folder.check(&fix);
    assert_eq!(told.exit, 2, "{told:#?}");
    let named = format!("{} is there already", kept.display());
    assert!(told.aside.contains(&named), "{told:#?}");
    assert_eq!(fs::read_to_string(&kept).unwrap(), by_hand);
    assert!(!gone.exists(), "all of them or none");
}
