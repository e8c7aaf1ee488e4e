//! Whatever is done to a message, reading and checking it ends with an answer.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod papers;

use messages::{CodeAnswer, Limits, check, sniff};
use papers::{catalogue, samples};

/// Numbers that look drawn but are the same in every run.
struct Draw(u64);

impl Draw {
    fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % u64::try_from(end.max(1)).unwrap()).unwrap()
    }
}

const PIECES: [&str; 24] = [
    "<",
    ">",
    "</",
    "/>",
    "&",
    "&amp;",
    "&#",
    "&#x110000;",
    ";",
    "\"",
    "'",
    "<![CDATA[",
    "]]>",
    "<!--",
    "-->",
    "<!DOCTYPE a>",
    "<?xml version='1.0'?>",
    "xmlns=''",
    ":",
    "\0",
    "\u{feff}",
    "测",
    "<ceb:guid>",
    "</ceb:OrderHead>",
];

fn read(bytes: &[u8]) {
    let answers = [
        CodeAnswer::Known,
        CodeAnswer::Unknown,
        CodeAnswer::Incomplete,
        CodeAnswer::NoEdition(values::Moment(0).day()),
        CodeAnswer::NoTable,
    ];
    let codes = |_: &str, code: &str, _| answers[code.len() % answers.len()];
    let _ = sniff(bytes);
    let decoded = catalogue().decode(bytes, &Limits::default());
    for document in &decoded.documents {
        let _ = check(&document.record, &codes, values::Moment(0));
        let stored = catalogue().record(&document.record.to_bytes()).unwrap();
        assert_eq!(stored, document.record);
    }
    assert!(decoded.refused_whole || decoded.envelope.is_some());
}

#[test]
fn nothing_done_to_a_message_brings_the_reader_down() {
    let mut draw = Draw(0x9e37_79b9_7f4a_7c15);
    for (name, good) in samples() {
        // Short documents change more often in places that matter.
        let rounds = if good.len() < 8_000 { 60 } else { 20 };
        for round in 0..rounds {
            let mut bytes = good.clone();
            for _ in 0..=draw.below(4) {
                let at = draw.below(bytes.len());
                let to = (at + draw.below(40)).min(bytes.len());
                match draw.below(6) {
                    0 => bytes.truncate(at),
                    1 => drop(bytes.drain(at..to)),
                    2 => bytes[at] = u8::try_from(draw.below(256)).unwrap(),
                    3 => {
                        let piece = PIECES[draw.below(PIECES.len())];
                        bytes.splice(at..at, piece.bytes());
                    }
                    4 => {
                        let piece = bytes[at..to].to_vec();
                        let there = draw.below(bytes.len());
                        bytes.splice(there..there, piece);
                    }
                    _ => bytes[at..to].reverse(),
                }
                if bytes.is_empty() {
                    bytes.push(b'<');
                }
            }
            let outcome = std::panic::catch_unwind(|| read(&bytes));
            assert!(
                outcome.is_ok(),
                "{name}, round {round}: {}",
                String::from_utf8_lossy(&bytes)
            );
        }
    }
}

#[test]
fn a_message_cut_anywhere_is_refused_whole() {
    let good = include_str!("good/311.xml").trim_end().as_bytes();
    for end in 0..good.len() {
        let decoded = catalogue().decode(&good[..end], &Limits::default());
        assert!(decoded.refused_whole, "cut at {end}");
    }
}
