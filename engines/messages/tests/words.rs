//! Every code of reading and checking has its record and its words in both languages.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use messages::problems::CODES;

fn definition(path: &str) -> String {
    let root = concat!(env!("CARGO_MANIFEST_DIR"), "/../../definitions");
    std::fs::read_to_string(format!("{root}/{path}")).unwrap()
}

#[test]
fn every_code_has_its_record_and_its_sentences() {
    let records = definition("rules/messages.toml");
    let ids: Vec<&str> = records
        .lines()
        .filter_map(|line| line.strip_prefix("id = \"")?.strip_suffix('"'))
        .collect();
    let mut codes = CODES.to_vec();
    let mut recorded = ids.clone();
    codes.sort_unstable();
    recorded.sort_unstable();
    assert_eq!(recorded, codes);
    for language in ["zh-CN", "en"] {
        let words = definition(&format!("locale/{language}/messages.ftl"));
        let starts = |id: &str| {
            words
                .lines()
                .any(|line| line.starts_with(&format!("{id} = ")))
        };
        for id in ids.iter().map(|id| id.replace('.', "-")) {
            assert!(starts(&id), "{language} has no {id}");
        }
        assert_eq!(words.matches(".remedy = ").count(), ids.len(), "{language}");
    }
}
