//! Mended copies go over nothing that somebody changed since.

use std::fs;

use crate::{broken::good, folder::Folder};

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
    let named = format!("error: {} is there already", kept.display());
    assert!(told.aside.contains(&named), "{told:#?}");
    assert_eq!(fs::read_to_string(&kept).unwrap(), by_hand);
    assert!(!gone.exists(), "all of them or none");
}
