//! A good message with one thing changed, and what is then found: code, field, line of goods,
//! line of the file. Nothing else may be found. The cases stand in `faults.cases`.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod doctor;
mod papers;

use doctor::{GOOD, faults, good};

/// Code, field, line of goods and line of the file of one finding.
type Told = (String, String, u32, Option<u32>);

fn told(bytes: &[u8]) -> Vec<Told> {
    let found = faults(bytes).into_iter().map(|finding| {
        let item = finding.paper.item.unwrap_or(0);
        let (code, field) = (finding.code.into_owned(), finding.field.into_owned());
        (code, field, item, finding.paper.line)
    });
    found.collect()
}

/// What a case wants, `code field item @ mark ;; …`, in that text.
fn wanted(list: &str, text: &str) -> Vec<Told> {
    let findings = list.split(";;").map(str::trim).filter(|it| !it.is_empty());
    let findings = findings.map(|finding| {
        let (what, mark) = finding.split_once(" @ ").unwrap();
        let mark = plain(mark);
        let at = text.lines().position(|line| line.contains(&mark));
        let at = at.unwrap_or_else(|| panic!("no line holds {mark:?}"));
        let parts: Vec<&str> = what.split(' ').collect();
        let [code, field, item] = parts[..] else {
            panic!("{finding}")
        };
        let field = if field == "-" { "" } else { field };
        (
            code.into(),
            field.into(),
            item.parse().unwrap(),
            u32::try_from(at + 1).ok(),
        )
    });
    findings.collect()
}

fn plain(text: &str) -> String {
    text.replace("\\n", "\n").replace("\\1", "\u{1}")
}

#[test]
fn each_change_of_a_good_message_is_found_and_nothing_else() {
    let cases = include_str!("faults.cases");
    let cases = cases
        .lines()
        .filter(|line| !line.is_empty() && !line.starts_with('#'));
    let mut count = 0;
    for case in cases {
        let parts: Vec<&str> = case.split('|').map(str::trim).collect();
        let [message, from, to, want] = parts[..] else {
            panic!("{case}")
        };
        let (from, to) = (plain(from), plain(to));
        assert!(good(message).contains(&from), "not in {message}: {case}");
        let text = good(message).replacen(&from, &to, 1);
        let want = wanted(want, &text);
        assert_eq!(told(text.as_bytes()), want, "{case}");
        count += 1;
    }
    assert!(count >= 90, "{count} cases");
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
