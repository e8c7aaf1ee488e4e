//! Bytes to text: UTF-8 and nothing XML forbids.

use values::Finding;

use super::Stop;
use crate::problems::{XML_BROKEN, XML_CHARACTER, XML_ENCODING};

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
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let text = std::str::from_utf8(bytes).map_err(|error| {
        let (good, rest) = bytes.split_at(error.valid_up_to());
        // A sign cut in two at the very end: the file is cut off, its encoding is right.
        if error.error_len().is_none() {
            return Finding::refused(XML_BROKEN)
                .line(line_of(good))
                .with("kind", "cut");
        }
        let byte = rest.first().copied().unwrap_or_default();
        encoding(&format!("0x{byte:02X}")).line(line_of(good))
    })?;
    if text.starts_with('\u{feff}') {
        let finding = Finding::refused(XML_BROKEN).line(1).with("kind", "no-root");
        return Err(finding.into());
    }
    if let Some(at) = text.bytes().position(|byte| !allowed(byte)) {
        let sign = u32::from(bytes[at]);
        findings.push(character(sign).line(line_of(&bytes[..at])));
    }
    for sign in ['\u{fffe}', '\u{ffff}'] {
        if let Some(at) = text.find(sign) {
            findings.push(character(u32::from(sign)).line(line_of(&bytes[..at])));
        }
    }
    Ok(text)
}

fn encoding(seen: &str) -> Finding {
    Finding::refused(XML_ENCODING).saw(seen).wants("UTF-8")
}

/// The finding for a character XML does not allow.
pub(super) fn character(sign: u32) -> Finding {
    Finding::refused(XML_CHARACTER).saw(format!("U+{sign:04X}"))
}

/// Whether XML 1.0 allows the character.
pub(crate) fn is_allowed(sign: char) -> bool {
    match sign {
        '\u{fffe}' | '\u{ffff}' => false,
        sign => u8::try_from(sign).map_or(true, allowed),
    }
}

fn allowed(byte: u8) -> bool {
    byte >= 0x20 || matches!(byte, b'\t' | b'\n' | b'\r')
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
