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

/// Writes an integer of 10^-`scale`; at least `least` digits stay after the point.
pub fn write_scaled(
    f: &mut fmt::Formatter<'_>,
    value: i64,
    scale: u32,
    least: usize,
) -> fmt::Result {
    let sign = if value < 0 { "-" } else { "" };
    let unit = 10_u64.pow(scale);
    let size = value.unsigned_abs();
    let whole = size / unit;
    let fraction = format!("{:0width$}", size % unit, width = scale as usize);
    let kept = fraction.trim_end_matches('0').len().max(least);
    if kept == 0 {
        write!(f, "{sign}{whole}")
    } else {
        write!(f, "{sign}{whole}.{}", &fraction[..kept])
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
    fn halves_round_away_from_zero() {
        assert_eq!(div_half_up(5, 10), 1);
        assert_eq!(div_half_up(4, 10), 0);
        assert_eq!(div_half_up(-5, 10), -1);
        assert_eq!(div_half_up(15, 10), 2);
    }
}
