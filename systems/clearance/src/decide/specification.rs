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
/// What pieces are packed in or counted by.
const PARTS: &str = "瓶支盒罐袋包件个条只枚粒颗听桶套组对入管片";
/// Numerals in words: before a part they tell of several.
const NUMERALS: &str = "双两二三四五六七八九十";
/// What a number may tell without being a content: a stage, a share, a shade, a time.
const HARMLESS: [&str; 10] = ["段", "%", "号", "色", "岁", "个月", "年", "月", "天", "oz"];
/// Words of a limit or a gift: the content itself is another.
const LIMITS: [&str; 14] = [
    "不足", "少于", "小于", "大于", "超过", "至少", "最多", "约", "送", "max", "min", "under",
    "over", "about",
];

/// Reads `50ml`, `30毫升/瓶`, `测试牌|20 克`, `规格:5片` out of a specification that names one content.
///
/// Consumption tax goes by it, so nothing is guessed: of the elements one ends in a number and its unit, and
/// nothing in any of them tells of another number: of several pieces, of a range, of a limit.
pub(super) fn content(specification: &str) -> Option<Content> {
    let text = plain(specification);
    let mut told = None;
    for element in text.split(['|', ',', ';', '/', '(', ')', '、', '；', '，']) {
        match read(element.trim()) {
            Ok(None) => {}
            Ok(Some(content)) if told.is_none() => told = Some(content),
            Ok(Some(_)) | Err(Doubtful) => return None,
        }
    }
    told
}

/// An element of which nobody can say what it means for the content.
struct Doubtful;

/// The content of an element; none where it tells something else.
fn read(element: &str) -> Result<Option<Content>, Doubtful> {
    if LIMITS.iter().any(|word| element.contains(word)) || several(element) {
        return Err(Doubtful);
    }
    let Some((before, number, unit)) = measured(element) else {
        return tells_else(element).then_some(None).ok_or(Doubtful);
    };
    let apart = before.is_empty() || before.ends_with([' ', ':']);
    if !apart || !tells_else(before) || number.starts_with('.') || number.ends_with('.') {
        return Err(Doubtful);
    }
    let value = number.parse::<Quantity>().map_err(|_| Doubtful)?;
    match value.0 > 0 {
        true => Ok(Some(Content { value, unit })),
        false => Err(Doubtful),
    }
}

/// What stands before the number at the end of an element, the number, and its unit. One piece may
/// follow (`50ml 1瓶`, `50ml*1`).
fn measured(element: &str) -> Option<(&str, &str, ContentUnit)> {
    let one = element
        .trim_end_matches(|sign| PARTS.contains(sign))
        .trim_end();
    let once = one.strip_suffix('1').map(str::trim_end);
    let once = once.map(|rest| rest.strip_suffix(['*', '×', 'x', ' ']).unwrap_or(rest));
    [Some(element), once]
        .into_iter()
        .flatten()
        .find_map(|text| {
            let text = text.trim_end();
            UNITS.iter().find_map(|(word, unit)| {
                let rest = text.strip_suffix(word)?.trim_end();
                let number =
                    rest.trim_end_matches(|sign: char| sign.is_ascii_digit() || sign == '.');
                let number = &rest[number.len()..];
                (!number.is_empty()).then(|| (&rest[..rest.len() - number.len()], number, *unit))
            })
        })
}

/// Whether each number of a text is a part of a word (`spf50`) or tells something harmless.
fn tells_else(text: &str) -> bool {
    let mut at = 0;
    while let Some(found) = text[at..].find(char::is_numeric) {
        let (before, from) = text.split_at(at + found);
        let length = from.find(|sign: char| !sign.is_numeric() && sign != '.');
        let (number, after) = from.split_at(length.unwrap_or(from.len()));
        let word = before.ends_with(|sign: char| sign.is_ascii_alphabetic());
        let after = after.trim_start();
        if !word && !HARMLESS.iter().any(|unit| after.starts_with(unit)) {
            return false;
        }
        at += found + number.len();
    }
    true
}

/// Whether it tells of several pieces in words: `两瓶装`.
fn several(text: &str) -> bool {
    let signs: Vec<char> = text.chars().collect();
    let mut pairs = signs.windows(2);
    pairs.any(|pair| NUMERALS.contains(pair[0]) && PARTS.contains(pair[1]))
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
            ("50ml|保质期36个月", "50"),
            ("50ml,开封后12个月", "50"),
            ("50ml*1瓶", "50"),
            ("50ml×1", "50"),
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
            "1.5ml 30管/盒",
            "50ml两瓶装",
            "双瓶装 50ml",
            "50ml 2pcs",
            "50ml 2ea",
            "2管 50ml",
            "50ml 2 tubes",
            "50ml，数量2",
            "50ml|买1送1",
            "50ml|1+1",
            "<50ml",
            "≥50ml",
            "不足50ml",
            "50ml以上",
            "max 50ml",
            "N°5 L'EAU",
            "50ml|N°5",
        ] {
            assert_eq!(content(text), None, "{text}");
        }
    }
}
