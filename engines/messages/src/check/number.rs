//! Decimals of the wire: digits, a point, a sign, nothing else.

use crate::problems::{
    NUMBER_DIGITS, NUMBER_EXPONENT, NUMBER_FORM, NUMBER_FRACTION, NUMBER_NEGATIVE,
};

/// What is wrong with `text` as a decimal of at most `digits` digits, `fraction` of them after
/// the point. Zeros that change nothing are not counted, as the schema has it.
pub(super) fn fault(text: &str, digits: u8, fraction: u8) -> Option<&'static str> {
    let (negative, text) = match text.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, text.strip_prefix('+').unwrap_or(text)),
    };
    let (whole, part) = text.split_once('.').unwrap_or((text, ""));
    let all_digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if whole.len() + part.len() == 0 || !all_digits(whole) || !all_digits(part) {
        return Some(if is_scientific(text) {
            NUMBER_EXPONENT
        } else {
            NUMBER_FORM
        });
    }
    let (whole, part) = (whole.trim_start_matches('0'), part.trim_end_matches('0'));
    if part.len() > usize::from(fraction) {
        return Some(NUMBER_FRACTION);
    }
    if whole.len() + part.len() > usize::from(digits) {
        return Some(NUMBER_DIGITS);
    }
    (negative && whole.len() + part.len() > 0).then_some(NUMBER_NEGATIVE)
}

/// The whole number that a decimal is, however it is written: `2`, `02`, `+2`, `2.0`.
pub(super) fn whole(text: &str) -> Option<u32> {
    let (number, fraction) = text.split_once('.').unwrap_or((text, ""));
    let zeros = fraction.bytes().all(|byte| byte == b'0');
    number.parse().ok().filter(|_| zeros)
}

/// A number all the same, but with an exponent, `1e5`.
fn is_scientific(text: &str) -> bool {
    text.split_once(['e', 'E']).is_some_and(|(number, power)| {
        let power = power.strip_prefix(['+', '-']).unwrap_or(power);
        let digits =
            |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
        digits(power) && digits(&number.replacen('.', "", 1))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_decimal_is_refused_by_its_kind_of_fault() {
        let good = [
            "0",
            "475.68",
            "475.680000",
            ".5",
            "5.",
            "+1",
            "-0.00",
            "00001",
            "99999999999999.99999",
        ];
        for text in good {
            assert_eq!(fault(text, 19, 5), None, "{text}");
        }
        let bad = [
            ("", NUMBER_FORM),
            (".", NUMBER_FORM),
            ("1,000", NUMBER_FORM),
            ("1.2.3", NUMBER_FORM),
            ("１", NUMBER_FORM),
            ("12元", NUMBER_FORM),
            ("NaN", NUMBER_FORM),
            ("e5", NUMBER_FORM),
            ("1e5", NUMBER_EXPONENT),
            ("1.5E-3", NUMBER_EXPONENT),
            ("1.234567", NUMBER_FRACTION),
            ("12345678901234567890", NUMBER_DIGITS),
            ("-0.01", NUMBER_NEGATIVE),
        ];
        for (text, code) in bad {
            assert_eq!(fault(text, 19, 5), Some(code), "{text}");
        }
        assert_eq!(fault("1.5", 4, 0), Some(NUMBER_FRACTION));
        assert_eq!(fault("12345", 4, 0), Some(NUMBER_DIGITS));
    }
}
