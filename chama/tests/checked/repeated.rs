//! Papers of one number among those given: what would stand when all had come is compared.

use crate::{
    broken::{self, GOOD},
    folder::Folder,
    told,
};

fn dossier(folder: &Folder) {
    for (message, text) in GOOD {
        folder.write(&format!("{message}.xml"), text.as_bytes());
    }
}

fn codes(folder: &Folder) -> Vec<(String, String)> {
    let told = told(&folder.check(&[]).lines, "problems");
    told.into_iter()
        .map(|(code, field, _)| (code, field))
        .collect()
}

fn pair(code: &str, field: &str) -> (String, String) {
    (code.into(), field.into())
}

#[test]
fn a_paper_that_is_there_twice_counts_once() {
    let folder = Folder::new();
    dossier(&folder);
    for message in ["311", "411", "511", "621"] {
        let again = broken::good(message);
        folder.write(&format!("{message}-again.xml"), again.as_bytes());
    }
    assert_eq!(codes(&folder), []);
}

#[test]
fn a_second_of_the_number_with_other_content_is_told_and_compared_with_nothing() {
    let folder = Folder::new();
    dossier(&folder);
    let other = broken::good("411").replace("<ceb:amountPaid>475.68<", "<ceb:amountPaid>9.00<");
    folder.write("9-other.xml", other.as_bytes());
    assert_eq!(codes(&folder), [pair("doc.conflict", "appType")]);
}

#[test]
fn a_change_takes_the_place_of_what_it_changes_and_a_deletion_takes_it_away() {
    let folder = Folder::new();
    dossier(&folder);
    let other = broken::good("411")
        .replace("<ceb:amountPaid>475.68<", "<ceb:amountPaid>9.00<")
        .replace("<ceb:appType>1<", "<ceb:appType>2<");
    let changed = folder.write("9-changed.xml", other.as_bytes());
    assert_eq!(codes(&folder), [pair("match.payment-amount", "amountPaid")]);
    let gone = other.replace("<ceb:appType>2<", "<ceb:appType>3<");
    std::fs::write(changed, gone).unwrap();
    let notes = told(&folder.check(&[]).lines, "notes");
    assert_eq!(codes(&folder), []);
    assert!(
        notes
            .iter()
            .any(|(code, ..)| code == "match.payment-missing")
    );
}

#[test]
fn a_mended_copy_beside_the_refused_one_is_the_one_that_is_compared() {
    let folder = Folder::new();
    dossier(&folder);
    let spoilt = broken::good("411").replace("<ceb:amountPaid>475.68<", "<ceb:amountPaid>4e2<");
    folder.write("0-spoilt.xml", spoilt.as_bytes());
    assert_eq!(codes(&folder), [pair("number.exponent", "amountPaid")]);
}
