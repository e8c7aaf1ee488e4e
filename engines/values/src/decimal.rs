//! Decimal text to scaled integers and back, exactly.

use std::fmt;

/// Why a text is not the number wanted. Each has its own code in the rulebook.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NumberError {
    /// Nothing there, or something other than digits, one point and a leading minus.
    Form,
    /// `1e5` and its like: customs' decimals have no exponent.
    Exponent,
    /// More digits before the point than the type holds.
    TooLarge,
    /// More digits after the point than the type holds.
    TooFine,
}

impl fmt::Display for NumberError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Form => "not a decimal number",
            Self::Exponent => "exponents are not allowed",
            Self::TooLarge => "too many digits before the point",
            Self::TooFine => "too many digits after the point",
        })
    }
}

impl std::error::Error for NumberError {}

/// Reads `text` as an integer of 10^-`scale`. Zeros at the end beyond `scale` are allowed,
/// since `475.68000` is 475.68; anything else there is [`NumberError::TooFine`].
pub fn parse_scaled(text: &str, scale: u32) -> Result<i64, NumberError> {
    let (negative, digits) = match text.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, text.strip_prefix('+').unwrap_or(text)),
    };
    if digits.is_empty() {
        return Err(NumberError::Form);
    }
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    if whole.is_empty() && fraction.is_empty() {
        return Err(NumberError::Form);
    }
    if let Some(odd) = digits.bytes().find(|b| !b.is_ascii_digit() && *b != b'.') {
        let exponent = matches!(odd, b'e' | b'E') && digits.as_bytes()[0].is_ascii_digit();
        return Err(if exponent {
            NumberError::Exponent
        } else {
            NumberError::Form
        });
    }
    if fraction.contains('.') {
        return Err(NumberError::Form);
    }
    let (kept, rest) = fraction.split_at(fraction.len().min(scale as usize));
    if rest.bytes().any(|b| b != b'0') {
        return Err(NumberError::TooFine);
    }
    let mut value: i64 = 0;
    let padding = scale as usize - kept.len();
    for digit in whole
        .bytes()
        .chain(kept.bytes())
        .map(|b| i64::from(b - b'0'))
        .chain(std::iter::repeat_n(0, padding))
    {
        value = value
            .checked_mul(10)
            .and_then(|v| v.checked_add(digit))
            .ok_or(NumberError::TooLarge)?;
    }
    Ok(if negative { -value } else { value })
}

/// A number written out, without a place on the heap: numbers are written by the thousand a second.
pub(crate) struct Written {
    bytes: [u8; 32],
    start: usize,
}

impl Written {
    /// An integer of 10^-`scale`, `scale` at most 8; at least `least` digits stay after the point.
    pub(crate) fn scaled(value: i64, scale: usize, least: usize) -> Self {
        let mut one = Self {
            bytes: [0; 32],
            start: 32,
        };
        let mut rest = value.unsigned_abs();
        for place in (1..=scale).rev() {
            let digit = (rest % 10) as u8;
            rest /= 10;
            if digit != 0 || one.start < 32 || place <= least {
                one.push(b'0' + digit);
            }
        }
        if one.start < 32 {
            one.push(b'.');
        }
        loop {
            one.push(b'0' + (rest % 10) as u8);
            rest /= 10;
            if rest == 0 {
                break;
            }
        }
        if value < 0 {
            one.push(b'-');
        }
        one
    }

    fn push(&mut self, byte: u8) {
        self.start -= 1;
        self.bytes[self.start] = byte;
    }

    /// As text.
    pub(crate) fn as_str(&self) -> &str {
        // Digits, a point and a minus are always text.
        std::str::from_utf8(&self.bytes[self.start..]).unwrap_or_default()
    }
}

/// Divides and rounds half away from zero, the way 征税管理办法 rounds to 分.
///
/// `divisor` must be above zero.
pub fn div_half_up(value: i128, divisor: i128) -> i128 {
    debug_assert!(divisor > 0);
    let doubled = value * 2;
    if value >= 0 {
        (doubled + divisor) / (divisor * 2)
    } else {
        (doubled - divisor) / (divisor * 2)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn decimals_are_read_exactly_or_refused_by_kind() {
        assert_eq!(parse_scaled("475.68", 2), Ok(47568));
        assert_eq!(parse_scaled("475.68000", 2), Ok(47568));
        assert_eq!(parse_scaled("475.681", 2), Err(NumberError::TooFine));
        assert_eq!(parse_scaled(".5", 2), Ok(50));
        assert_eq!(parse_scaled("5.", 2), Ok(500));
        assert_eq!(parse_scaled("-0.01", 2), Ok(-1));
        assert_eq!(parse_scaled("1e5", 2), Err(NumberError::Exponent));
        for bad in [
            "", "-", ".", "1.2.3", "1,000", "０", " 1", "NaN", "e5", "--1",
        ] {
            assert_eq!(parse_scaled(bad, 2), Err(NumberError::Form), "{bad}");
        }
        assert_eq!(
            parse_scaled("99999999999999.99999", 5),
            Err(NumberError::TooLarge)
        );
        assert_eq!(parse_scaled("92233720368547.75807", 5), Ok(i64::MAX));
    }

    #[test]
    fn a_number_is_written_with_the_digits_it_needs_and_no_more() {
        let written =
            |value, scale, least| Written::scaled(value, scale, least).as_str().to_owned();
        assert_eq!(written(47_568, 2, 2), "475.68");
        assert_eq!(written(0, 2, 2), "0.00");
        assert_eq!(written(-5, 2, 2), "-0.05");
        assert_eq!(written(150_000, 5, 0), "1.5");
        assert_eq!(written(100_000, 5, 0), "1");
        assert_eq!(written(100_000, 5, 2), "1.00");
        assert_eq!(written(1, 6, 0), "0.000001");
        assert_eq!(written(0, 6, 0), "0");
        assert_eq!(written(i64::MIN, 5, 2), "-92233720368547.75808");
    }

    #[test]
    fn halves_round_away_from_zero() {
        assert_eq!(div_half_up(5, 10), 1);
        assert_eq!(div_half_up(4, 10), 0);
        assert_eq!(div_half_up(-5, 10), -1);
        assert_eq!(div_half_up(15, 10), 2);
    }
}
