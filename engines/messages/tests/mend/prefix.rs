//! Elements that stand in no namespace, or in one misspelt.

use crate::{
    RECEIPT, left, mend,
    papers::{canonical, sample},
    text, told, unsigned,
};

#[test]
fn a_declaration_without_namespace_gets_the_prefix_of_firms() {
    let right = unsigned();
    let bare = remove_declarations(&right).replace("ceb:", "");
    let mended = mend(&bare);
    assert_eq!(canonical(&mended.bytes), canonical(right.as_bytes()));
    assert!(
        text(&mended).contains("<ceb:CEB411Message "),
        "{}",
        text(&mended)
    );
    assert!(
        mended
            .changes
            .iter()
            .all(|change| change.code == "mend.prefix")
    );
    assert_eq!(mended.changes[0].field, "CEB411Message");
}

/// The root without what it says of namespaces.
fn remove_declarations(text: &str) -> String {
    let mut out = text.to_owned();
    while let Some(start) = out.find("xmlns") {
        let end = start + out[start..].find('"').unwrap() + 1;
        let end = end + out[end..].find('"').unwrap() + 1;
        out.replace_range(start..end, "");
    }
    out
}

#[test]
fn an_undeclared_prefix_is_declared_and_a_misspelt_address_put_right() {
    let right = unsigned();
    let undeclared = remove_declarations(&right);
    let mended = mend(&undeclared);
    assert_eq!(told(&mended).len(), 1);
    assert_eq!(canonical(&mended.bytes), canonical(right.as_bytes()));
    for address in [
        "http://www.chinaport.gov.cn/CEB",
        "http://www.chinaport.gov.cn/ceb/",
        "",
    ] {
        let wrong = sample(RECEIPT).replacen("http://www.chinaport.gov.cn/ceb", address, 1);
        let mended = mend(&wrong);
        assert_eq!(
            canonical(&mended.bytes),
            canonical(sample(RECEIPT).as_bytes()),
            "{address}"
        );
        assert!(
            text(&mended).contains("<CEB622Message "),
            "customs' messages keep the default namespace"
        );
    }
}

#[test]
fn documents_taken_out_of_the_namespace_come_back_into_it() {
    let right = unsigned();
    let wrong = right
        .replace("<ceb:Payment>", "<Payment xmlns=\"\">")
        .replace("</ceb:Payment>", "</Payment>");
    let mended = mend(&wrong);
    assert_eq!(text(&mended), right);
    assert!(
        told(&mended)
            .iter()
            .all(|told| told.starts_with("mend.prefix Payment"))
    );
}

#[test]
fn another_namespace_is_left_alone() {
    let other = sample(RECEIPT).replacen(
        "http://www.chinaport.gov.cn/ceb",
        "http://www.chinaport.gov.cn/ENT",
        1,
    );
    let mended = mend(&other);
    assert_eq!(text(&mended), other);
    assert_eq!(left(&mended), ["mend.unknown CEB622Message 2"]);
}
