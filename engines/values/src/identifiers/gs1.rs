//! Numbers of goods and of logistic units.

use super::{Reason, ascii};

/// All digits, the last one the check.
pub(super) fn numbered(text: &str, length: usize) -> Result<(), Reason> {
    let digits = ascii(text, length)?;
    if !digits.iter().all(u8::is_ascii_digit) {
        return Err(Reason::Alphabet);
    }
    let (body, check) = digits.split_at(length - 1);
    if check_digit(body) == check[0] {
        Ok(())
    } else {
        Err(Reason::CheckDigit)
    }
}

/// The check digit of `body`: weights 3 and 1 in turn, 3 beside the check.
fn check_digit(body: &[u8]) -> u8 {
    let sum: u32 = body
        .iter()
        .rev()
        .zip([3, 1].into_iter().cycle())
        .map(|(digit, weight)| u32::from(digit - b'0') * weight)
        .sum();
    b'0' + ((10 - sum % 10) % 10) as u8
}

const SCHEME: &str = "urn:epc:id:sgtin:";

/// The element string of a URN: the trade item number with its check digit, and the serial.
pub(super) fn sgtin_urn(text: &str) -> Result<String, Reason> {
    let name = text.strip_prefix(SCHEME).ok_or(Reason::Prefix)?;
    let mut parts = name.splitn(3, '.');
    let (Some(company), Some(item), Some(serial)) = (parts.next(), parts.next(), parts.next())
    else {
        return Err(Reason::Parts);
    };
    let digits = |part: &str| part.bytes().all(|sign| sign.is_ascii_digit());
    if !digits(company) || !digits(item) {
        return Err(Reason::Alphabet);
    }
    if !(6..=12).contains(&company.len()) || company.len() + item.len() != 13 {
        return Err(Reason::Length);
    }
    let serial = unescape(serial)?;
    // The URN puts the indicator before the item reference, the number before the company.
    let (indicator, reference) = item.split_at(1);
    let body = [indicator, company, reference].concat();
    let check = char::from(check_digit(body.as_bytes()));
    Ok(format!("(01){body}{check}(21){serial}"))
}

/// A serial of 1 to 20 characters of the GS1 set 82. Those with a meaning in a URN stand
/// escaped, and only those; an escape counts as the one character it stands for.
fn unescape(serial: &str) -> Result<String, Reason> {
    let mut plain = String::with_capacity(serial.len());
    let mut rest = serial.chars();
    while let Some(sign) = rest.next() {
        match sign {
            '%' => {
                let code = [rest.next(), rest.next()].map(|digit| digit.unwrap_or_default());
                plain.push(escaped(code).ok_or(Reason::Serial)?);
            }
            _ if stands_plain(sign) => plain.push(sign),
            _ => return Err(Reason::Serial),
        }
    }
    if (1..=20).contains(&plain.len()) {
        Ok(plain)
    } else {
        Err(Reason::Serial)
    }
}

fn escaped(code: [char; 2]) -> Option<char> {
    Some(match code.map(|digit| digit.to_ascii_uppercase()) {
        ['2', '2'] => '"',
        ['2', '5'] => '%',
        ['2', '6'] => '&',
        ['2', 'F'] => '/',
        ['3', 'C'] => '<',
        ['3', 'E'] => '>',
        ['3', 'F'] => '?',
        _ => return None,
    })
}

fn stands_plain(sign: char) -> bool {
    sign.is_ascii_alphanumeric() || "!'()*+,-.:;=_".contains(sign)
}
