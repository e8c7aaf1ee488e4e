//! The set of broken messages, and the good ones they were made of, as reading and checking alone
//! tell them.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod broken;
mod doctor;
mod papers;

use broken::{GOOD, Told, cases};
use doctor::{faults, findings};
use values::Finding;

fn told(found: Vec<Finding>) -> Vec<Told> {
    let found = found.into_iter().map(|finding| Told {
        code: finding.code.into_owned(),
        field: finding.field.into_owned(),
        item: finding.paper.item.unwrap_or(0),
        line: finding.paper.line,
    });
    found.collect()
}

#[test]
fn each_change_of_a_good_message_is_found_and_nothing_else() {
    let cases = cases();
    let mut differing = Vec::new();
    for case in &cases {
        let found = findings(&case.bytes);
        let (refused, noted): (Vec<_>, Vec<_>) = found.into_iter().partition(Finding::refuses);
        let (refused, noted) = (told(refused), told(noted));
        if refused != case.refused || !case.noted.iter().all(|note| noted.contains(note)) {
            differing.push(format!("{}\n  {refused:?}\n  {noted:?}", case.row));
        }
    }
    assert!(differing.is_empty(), "{}", differing.join("\n"));
    let faulty = |case: &&broken::Case| !case.refused.is_empty() || !case.noted.is_empty();
    let faulty = cases.iter().filter(faulty).count();
    assert!(faulty >= 150, "{faulty} broken messages");
}

#[test]
fn no_two_broken_messages_are_the_same() {
    let cases = cases();
    let mut bytes: Vec<&[u8]> = cases.iter().map(|case| &*case.bytes).collect();
    bytes.sort_unstable();
    bytes.dedup();
    assert_eq!(bytes.len(), cases.len());
}

#[test]
fn good_messages_have_no_fault_whatever_their_prefix_and_line_ends() {
    for (message, text) in GOOD {
        assert_eq!(faults(text.as_bytes()), [], "{message}");
        let marked = format!("\u{feff}{text}").replace('\n', "\r\n");
        assert_eq!(
            faults(marked.as_bytes()),
            [],
            "{message} with mark and returns"
        );
        let plain = text.replace("xmlns:ceb=", "xmlns=").replace("ceb:", "");
        assert_eq!(faults(plain.as_bytes()), [], "{message} without prefix");
        let other = text.replace("xmlns:ceb=", "xmlns:c=").replace("ceb:", "c:");
        assert_eq!(
            faults(other.as_bytes()),
            [],
            "{message} with another prefix"
        );
    }
}
