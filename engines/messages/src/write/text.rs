//! Text as XML takes it.

use crate::decode::text::is_allowed;

/// Adds a value as the text of an element. What XML cannot carry at all becomes U+FFFD.
pub(crate) fn push(out: &mut Vec<u8>, value: &str) {
    escape(out, value, |character| match character {
        b'&' => Some("&amp;"),
        b'<' => Some("&lt;"),
        b'>' => Some("&gt;"),
        // Written bare, readers make it a line feed.
        b'\r' => Some("&#13;"),
        _ => None,
    });
}

/// Adds a value as that of an attribute in double quotes.
pub(crate) fn push_attribute(out: &mut Vec<u8>, value: &str) {
    escape(out, value, |character| match character {
        b'&' => Some("&amp;"),
        b'<' => Some("&lt;"),
        b'>' => Some("&gt;"),
        b'"' => Some("&quot;"),
        // Written bare, readers make them spaces.
        b'\t' => Some("&#9;"),
        b'\n' => Some("&#10;"),
        b'\r' => Some("&#13;"),
        _ => None,
    });
}

/// Adds a value as it stands, between the marks of CDATA; the other way where it cannot be.
pub(crate) fn push_cdata(out: &mut Vec<u8>, value: &str) {
    if value.is_empty() || value.contains('\r') || !value.chars().all(is_allowed) {
        return push(out, value);
    }
    out.extend_from_slice(b"<![CDATA[");
    // The end mark cannot stand within, so it is cut between two sections.
    let mut pieces = value.split("]]>");
    out.extend_from_slice(pieces.next().unwrap_or_default().as_bytes());
    for piece in pieces {
        out.extend_from_slice(b"]]]]><![CDATA[>");
        out.extend_from_slice(piece.as_bytes());
    }
    out.extend_from_slice(b"]]>");
}

fn escape(out: &mut Vec<u8>, value: &str, special: impl Fn(u8) -> Option<&'static str>) {
    // Most values need nothing: look at the bytes first.
    let plain = |byte: &u8| (b' '..0x7f).contains(byte) && special(*byte).is_none();
    if value.as_bytes().iter().all(plain) {
        out.extend_from_slice(value.as_bytes());
        return;
    }
    let mut buffer = [0; 4];
    for character in value.chars() {
        let name = u8::try_from(character).ok().and_then(&special);
        match name {
            Some(name) => out.extend_from_slice(name.as_bytes()),
            None if is_allowed(character) => {
                out.extend_from_slice(character.encode_utf8(&mut buffer).as_bytes());
            }
            None => out.extend_from_slice("\u{fffd}".as_bytes()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(push: fn(&mut Vec<u8>, &str), value: &str) -> String {
        let mut out = Vec::new();
        push(&mut out, value);
        String::from_utf8(out).expect("text was written")
    }

    #[test]
    fn what_xml_would_read_otherwise_is_escaped() {
        assert_eq!(
            written(push, "a<b>&\"c\"\r\n茶"),
            "a&lt;b&gt;&amp;\"c\"&#13;\n茶"
        );
        assert_eq!(written(push_attribute, "a\"<\n\t"), "a&quot;&lt;&#10;&#9;");
    }

    #[test]
    fn what_xml_cannot_carry_becomes_the_replacement_character() {
        assert_eq!(written(push, "a\u{1}b\u{ffff}c"), "a\u{fffd}b\u{fffd}c");
        assert_eq!(written(push_cdata, "a\u{1}"), "a\u{fffd}");
    }

    #[test]
    fn the_end_mark_within_cdata_is_cut_in_two() {
        assert_eq!(
            written(push_cdata, "a]]>b"),
            "<![CDATA[a]]]]><![CDATA[>b]]>"
        );
        assert_eq!(written(push_cdata, "<a/>"), "<![CDATA[<a/>]]>");
        assert_eq!(written(push_cdata, "<a/>\r\n"), "&lt;a/&gt;&#13;\n");
    }
}
