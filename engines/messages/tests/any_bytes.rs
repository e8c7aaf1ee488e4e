//! The promises hold for samples that were damaged at random: the fuzz target, in short.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod papers;

use papers::{catalogue, promises::promises, samples};

/// Damaged copies a sample.
const COPIES: u32 = 60;

/// A row of numbers that is the same every time (xorshift).
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % u64::try_from(end.max(1)).unwrap()).unwrap()
    }
}

/// A copy with one thing changed: a byte, a value gone, all prefixes gone, or a piece of it that
/// goes, moves or stands twice. Most pieces are lines, for there an element stands whole.
fn damaged(bytes: &[u8], numbers: &mut Numbers) -> Vec<u8> {
    let end = if numbers.below(8) > 0 { b'\n' } else { b'>' };
    let mut pieces: Vec<&[u8]> = bytes.split_inclusive(|byte| *byte == end).collect();
    let (from, to) = (numbers.below(pieces.len()), numbers.below(pieces.len()));
    match numbers.below(9) {
        0 if pieces.len() > 1 => drop(pieces.remove(from)),
        1 => pieces.swap(from, to),
        // Near by, so that it stays within its parent.
        2 | 3 => {
            let piece = pieces.remove(from);
            pieces.insert(pieces.len().min(from + 1), piece);
        }
        4 => pieces.insert(to, pieces[from]),
        5 => pieces.truncate(from.max(1)),
        6 => return emptied(pieces, from),
        7 => return String::from_utf8_lossy(bytes).replace("ceb:", "").into(),
        _ => {
            let mut copy = bytes.to_vec();
            let signs = b"<>&/ \"'=:;!]-\0\r\n\x01\xff\xefx1";
            let at = numbers.below(copy.len());
            copy[at] = signs[numbers.below(signs.len())];
            return copy;
        }
    }
    pieces.concat()
}

/// The value of the element on that line taken out.
fn emptied(pieces: Vec<&[u8]>, at: usize) -> Vec<u8> {
    let piece = pieces[at];
    let start = piece.iter().position(|byte| *byte == b'>');
    let end = piece.windows(2).position(|pair| pair == b"</");
    let without = match (start, end) {
        (Some(start), Some(end)) if start < end => [&piece[..=start], &piece[end..]].concat(),
        _ => piece.to_vec(),
    };
    [pieces[..at].concat(), without, pieces[at + 1..].concat()].concat()
}

#[test]
fn the_promises_hold_for_samples_whole_and_damaged() {
    let now = "2026-10-05T09:58:00".parse().unwrap();
    let (mut written, mut mended) = (0, 0);
    let mut numbers = Numbers(0x9e37_79b9_7f4a_7c15);
    for (name, bytes) in samples() {
        let _ = promises(catalogue(), &bytes, now);
        let mut copy = bytes.clone();
        for round in 0..COPIES {
            // Damage adds up to three times, then begins anew.
            if round % 3 == 0 {
                copy.clone_from(&bytes);
            }
            copy = damaged(&copy, &mut numbers);
            let kept = copy.clone();
            let held = std::panic::catch_unwind(move || promises(catalogue(), &kept, now));
            let Ok(outcome) = held else {
                panic!("{name}, {round}:\n{}", String::from_utf8_lossy(&copy));
            };
            written += u32::from(outcome.written);
            mended += u32::from(outcome.mended);
        }
    }
    assert!(written > 500, "only {written} could be written again");
    assert!(mended > 500, "only {mended} were mended");
}
