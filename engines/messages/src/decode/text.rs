//! Bytes to text: UTF-8 and nothing XML forbids.

use std::borrow::Cow;

use values::Finding;

use super::Stop;
use crate::problems::{XML_BOM, XML_BROKEN, XML_CHARACTER, XML_ENCODING};

/// The text of the file without its byte order mark.
pub(super) fn read<'a>(bytes: &'a [u8], findings: &mut Vec<Finding>) -> Result<&'a str, Stop> {
    let wide = match bytes {
        [0xff, 0xfe, ..] | [b'<', 0, ..] => Some("UTF-16LE"),
        [0xfe, 0xff, ..] | [0, b'<', ..] => Some("UTF-16BE"),
        _ => None,
    };
    if let Some(wide) = wide {
        return Err(encoding(wide).line(1).into());
    }
    let bytes = match bytes.strip_prefix(b"\xef\xbb\xbf") {
        Some(rest) => {
            findings.push(Finding::note(XML_BOM).line(1));
            rest
        }
        None => bytes,
    };
    let text = std::str::from_utf8(bytes).map_err(|error| {
        let (good, rest) = bytes.split_at(error.valid_up_to());
        // A sign cut in two at the very end: the file is cut off, its encoding is right.
        if error.error_len().is_none() {
            return Finding::refused(XML_BROKEN)
                .line(line_of(good))
                .with("kind", "cut");
        }
        let byte = rest.first().copied().unwrap_or_default();
        encoding(&format!("0x{byte:02X}"))
            .at(within(good).into_owned())
            .line(line_of(good))
    })?;
    if text.starts_with('\u{feff}') {
        let finding = Finding::refused(XML_BROKEN).line(1).with("kind", "no-root");
        return Err(finding.into());
    }
    let mut last = 0;
    for (at, sign) in forbidden(text) {
        let line = line_of(&bytes[..at]);
        // One finding a line: a line made of them says nothing more by saying it often.
        if line != last {
            let finding = character(sign).at(within(&bytes[..at]).into_owned());
            findings.push(finding.line(line));
            last = line;
        }
    }
    Ok(text)
}

fn encoding(seen: &str) -> Finding {
    Finding::refused(XML_ENCODING).saw(seen).wants("UTF-8")
}

/// The finding for a character that no message may hold.
pub(super) fn character(sign: char) -> Finding {
    Finding::refused(XML_CHARACTER).saw(format!("U+{:04X}", u32::from(sign)))
}

/// Whether a message may hold the character: what XML 1.0 allows, without the control characters
/// above ASCII that it only advises against. They print as nothing and change a value.
pub(crate) fn is_allowed(sign: char) -> bool {
    !matches!(sign, '\u{fffe}' | '\u{ffff}') && (!sign.is_control() || is_space(sign))
}

fn is_space(sign: char) -> bool {
    matches!(sign, '\t' | '\n' | '\r')
}

/// The characters that no message may hold, each with its place; no more than are worth telling.
fn forbidden(text: &str) -> Vec<(usize, char)> {
    const TOLD: usize = 100;
    let mut found = Vec::new();
    for (at, piece) in text.as_bytes().chunks(PIECE).enumerate() {
        // Without a branch a byte, so that the compiler may take many at once.
        if !piece.iter().fold(false, |any, byte| any | suspect(*byte)) {
            continue;
        }
        let start = at * PIECE;
        for place in (start..start + piece.len()).filter(|place| text.is_char_boundary(*place)) {
            let sign = text[place..].chars().next();
            if let Some(sign) = sign.filter(|sign| !is_allowed(*sign)) {
                found.push((place, sign));
                if found.len() == TOLD {
                    return found;
                }
            }
        }
    }
    found
}

/// Bytes looked at together.
const PIECE: usize = 64;

/// Whether a character that is not allowed may begin with the byte.
fn suspect(byte: u8) -> bool {
    let control = (byte < 0x20) & !((byte == b'\t') | (byte == b'\n') | (byte == b'\r'));
    control | (byte == 0x7f) | (byte == 0xc2) | (byte == 0xef)
}

/// The element whose tag or text these bytes end in, without prefix; empty where it is none.
pub(super) fn within(before: &[u8]) -> Cow<'_, str> {
    let Some(open) = before.iter().rposition(|byte| *byte == b'<') else {
        return Cow::default();
    };
    let name = before[open + 1..].split(|byte| byte.is_ascii_whitespace() || b"/>".contains(byte));
    let name = name.into_iter().next().unwrap_or_default();
    if name.is_empty() || name.starts_with(b"!") || name.starts_with(b"?") {
        return Cow::default();
    }
    let local = name.rsplit(|byte| *byte == b':').next();
    String::from_utf8_lossy(local.unwrap_or(name))
}

/// Whether it is nothing but XML's white space.
pub(super) fn is_blank(text: &str) -> bool {
    text.bytes()
        .all(|byte| matches!(byte, b' ' | b'\t' | b'\n' | b'\r'))
}

/// The line that follows these bytes, from 1.
fn line_of(before: &[u8]) -> u32 {
    let breaks = before.iter().filter(|byte| **byte == b'\n').count();
    u32::try_from(breaks).map_or(u32::MAX, |breaks| breaks.saturating_add(1))
}
