//! Freight containers and ships.

use super::{Reason, ascii};

/// Owner, category, serial and check digit of ISO 6346.
pub(super) fn container(text: &str) -> Result<(), Reason> {
    let signs = ascii(text, 11)?;
    let (letters, digits) = signs.split_at(4);
    if !letters.iter().all(u8::is_ascii_uppercase) || !digits.iter().all(u8::is_ascii_digit) {
        return Err(Reason::Alphabet);
    }
    if !matches!(letters[3], b'U' | b'J' | b'Z') {
        return Err(Reason::Category);
    }
    let sum: u32 = signs[..10]
        .iter()
        .enumerate()
        .map(|(place, sign)| value(*sign) << place)
        .sum();
    // A remainder of 10 is written 0.
    if sum % 11 % 10 == value(signs[10]) {
        Ok(())
    } else {
        Err(Reason::CheckDigit)
    }
}

/// Digits stand for themselves; letters for 10 to 38, the multiples of 11 left out.
fn value(sign: u8) -> u32 {
    match sign {
        b'0'..=b'9' => u32::from(sign - b'0'),
        b'A' => 10,
        b'B'..=b'K' => u32::from(sign - b'B') + 12,
        b'L'..=b'U' => u32::from(sign - b'L') + 23,
        _ => u32::from(sign - b'V') + 34,
    }
}

/// The seven digits, without the word IMO that may stand before them.
pub(super) fn imo(text: &str) -> Result<&str, Reason> {
    let number = match text.strip_prefix("IMO") {
        Some(rest) => rest.strip_prefix(' ').unwrap_or(rest),
        None => text,
    };
    let digits = ascii(number, 7)?;
    if !digits.iter().all(u8::is_ascii_digit) {
        return Err(Reason::Alphabet);
    }
    let sum: u32 = digits[..6]
        .iter()
        .zip((2..=7).rev())
        .map(|(digit, weight)| u32::from(digit - b'0') * weight)
        .sum();
    if sum % 10 == u32::from(digits[6] - b'0') {
        Ok(number)
    } else {
        Err(Reason::CheckDigit)
    }
}
