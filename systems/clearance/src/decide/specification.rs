//! What one piece holds, as far as the specification of a declared line tells it beyond doubt.

use values::Quantity;

use super::{Content, ContentUnit};

/// Units as people write them, and what they are.
const UNITS: [(&str, ContentUnit); 10] = [
    ("毫升", ContentUnit::Millilitre),
    ("ml", ContentUnit::Millilitre),
    ("千克", ContentUnit::Kilogram),
    ("公斤", ContentUnit::Kilogram),
    ("kg", ContentUnit::Kilogram),
    ("克", ContentUnit::Gram),
    ("g", ContentUnit::Gram),
    ("升", ContentUnit::Litre),
    ("l", ContentUnit::Litre),
    ("片", ContentUnit::Sheet),
];
/// What a piece may consist of: with another number than 1 before it, a content is that of a part.
const PARTS: &str = "瓶支盒罐袋包件个条只枚粒颗听桶套组对入";
/// Multiplication; the letter x only where it is no part of a word.
const TIMES: &str = "*×✕✖x";
/// Signs that, right before a number, belong to it: of a sum, of a range, inside a longer number.
const SIGNS: &str = "+-±~−–—至到,.'’·/_";

/// Reads `50ml`, `30毫升`, `20 克`, `5片` out of a specification that names one content and no more.
///
/// Consumption tax goes by it, so nothing is guessed: nothing is told where a number is multiplied, of a
/// range, signed, zero or oddly written, where several are named, or several parts of a piece.
pub(super) fn content(specification: &str) -> Option<Content> {
    let text = plain(specification);
    let mut told = None;
    let mut at = 0;
    while let Some(found) = text[at..].find(|sign: char| sign.is_ascii_digit()) {
        let start = at + found;
        let (before, from) = text.split_at(start);
        let digits = from.find(|sign: char| !sign.is_ascii_digit() && sign != '.');
        let (number, after) = from.split_at(digits.unwrap_or(from.len()));
        at = start + number.len();
        let several = after.trim_start().starts_with(|part| PARTS.contains(part)) && number != "1";
        if several || ends_in_times(before) || begins_with_times(after) {
            return None;
        }
        let Some((unit, rest)) = unit(after) else {
            continue;
        };
        let value = number.parse::<Quantity>().ok()?;
        let odd = number.ends_with('.') || value.0 <= 0;
        if odd || told.is_some() || continues(before) || begins_with_times(rest) {
            return None;
        }
        told = Some(Content { value, unit });
    }
    told
}

/// The unit that `after` begins with, as a whole word, and what follows it.
fn unit(after: &str) -> Option<(ContentUnit, &str)> {
    let after = after.trim_start();
    UNITS.iter().find_map(|(word, unit)| {
        let rest = after.strip_prefix(word)?;
        let goes_on = rest.starts_with(|sign: char| sign.is_ascii_alphanumeric());
        (!goes_on).then_some((*unit, rest))
    })
}

/// Whether a number after `before` is only the end of something longer: `1,000`, `50-100`, `-50`, `A50`.
fn continues(before: &str) -> bool {
    let ends_in_number = |text: &str| text.trim_end().ends_with(char::is_numeric);
    let trimmed = before.trim_end();
    let Some(last) = trimmed.chars().next_back() else {
        return false;
    };
    let touches = trimmed.len() == before.len();
    if !SIGNS.contains(last) {
        return last.is_numeric() || touches && last.is_ascii_alphabetic();
    }
    let head = &trimmed[..trimmed.len() - last.len_utf8()];
    // A comma, a slash or 到 after a word only sets the number apart.
    let apart = ",/至到".contains(last);
    ends_in_number(head) || touches && !apart
}

fn ends_in_times(before: &str) -> bool {
    let mut signs = before.trim_end().chars().rev();
    let sign = signs.next().filter(|sign| TIMES.contains(*sign));
    sign.is_some_and(|sign| sign != 'x' || !signs.next().is_some_and(|it| it.is_ascii_alphabetic()))
}

fn begins_with_times(after: &str) -> bool {
    let mut signs = after.trim_start().chars();
    let sign = signs.next().filter(|sign| TIMES.contains(*sign));
    sign.is_some_and(|sign| sign != 'x' || !signs.next().is_some_and(|it| it.is_ascii_alphabetic()))
}

/// Full-width letters, digits and signs as half-width ones, in small letters.
fn plain(text: &str) -> String {
    let narrow = |sign: char| match sign {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(sign as u32 - 0xfee0).unwrap_or(sign),
        '\u{3000}' => ' ',
        _ => sign,
    };
    text.chars().map(narrow).collect::<String>().to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_content_told_beyond_doubt_is_read() {
        for (text, wanted) in [
            ("品牌：测试|规格：50ml/瓶", "50"),
            ("精华液 30 毫升", "30"),
            ("面膜 5片/盒", "5"),
            ("1段 900克", "900"),
            ("测试牌|900克/罐|1段", "900"),
            ("测试牌|750毫升/瓶|13.5%vol", "750"),
            ("测试牌,50ml", "50"),
            ("测试牌/50ml", "50"),
            ("５０ｍｌ", "50"),
            ("50ML", "50"),
            ("1.5L", "1.5"),
            ("1.000ml", "1"),
            ("SPF50 PA+++ 100ml", "100"),
            ("1.7oz(50ml)", "50"),
            ("净含量:50毫升 1瓶", "50"),
            ("max 50ml", "50"),
        ] {
            let value = content(text).map(|content| content.value.to_string());
            assert_eq!(value.as_deref(), Some(wanted), "{text}");
        }
    }

    #[test]
    fn a_doubtful_specification_tells_no_content() {
        for text in [
            "",
            "L 码 44mm",
            "30ml 与 50ml",
            "50 ml / 100 ml",
            "50ml*2",
            "50ml * 2",
            "2×50ml",
            "2 x 50ml",
            "50毫升x2",
            "50ml×两瓶",
            "(25ml) x 5",
            "25ml*5片",
            "50ml/瓶×2瓶/盒",
            "50ml/瓶 2瓶",
            "2支 30ml",
            "1,000ml",
            "1 000ml",
            "1，5L",
            "1/2升",
            ".5ml",
            "50.0.0ml",
            "100.ml",
            "0ml",
            "0.00ml",
            "0.000001ml",
            "99999999999999999999ml",
            "-50ml",
            "测试牌 −50ml",
            "50-100ml",
            "50 - 100ml",
            "50~100ml",
            "50至100毫升",
            "50mL±5mL",
            "±50ml",
            "A50ml",
            "½50ml",
            "50mlx2",
            "50gal",
        ] {
            assert_eq!(content(text), None, "{text}");
        }
    }
}
