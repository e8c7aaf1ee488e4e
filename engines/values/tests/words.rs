//! Every code of this room has its record and its words in both languages.

use std::fs;

use values::{definition, identifiers};

fn text(path: &str) -> String {
    let root = concat!(env!("CARGO_MANIFEST_DIR"), "/../../definitions/");
    fs::read_to_string(format!("{root}{path}")).expect("the file is there")
}

#[test]
fn every_code_has_a_record_a_sentence_and_a_remedy() {
    let codes = [identifiers::CODES, definition::CODES].concat();
    let records = text("rules/values.toml");
    assert_eq!(records.matches("[[rule]]").count(), codes.len());
    for code in &codes {
        assert!(records.contains(&format!("\nid = \"{code}\"\n")), "{code}");
    }
    for locale in ["zh-CN", "en"] {
        let words = text(&format!("locale/{locale}/values.ftl"));
        assert_eq!(
            words.matches("\n    .remedy = ").count(),
            codes.len(),
            "{locale}"
        );
        for code in &codes {
            let id = code.replace('.', "-");
            assert!(words.contains(&format!("\n{id} = ")), "{locale} {id}");
        }
    }
}
