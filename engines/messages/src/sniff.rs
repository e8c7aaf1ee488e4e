//! What a file is, by its first bytes: enough to choose who reads it.

/// What a file looks like.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sniffed {
    /// Nothing in it.
    Empty,
    /// Text that begins like XML: for [`Catalogue::decode`](crate::Catalogue::decode), which
    /// tells what is wrong with it.
    Xml,
    /// A gzip stream.
    Gzip,
    /// A zip archive.
    Zip,
    /// JSON, an object or a list.
    Json,
    /// TOML that begins with a table, such as a setup file.
    Toml,
    /// A page of the web, such as a proxy answers with.
    Html,
    /// Anything else.
    Other,
}

/// A guess from the first bytes. Never reads more than the first 512.
#[must_use]
pub fn sniff(bytes: &[u8]) -> Sniffed {
    let head = &bytes[..bytes.len().min(512)];
    if head.starts_with(&[0x1f, 0x8b]) {
        return Sniffed::Gzip;
    }
    if head.starts_with(b"PK\x03\x04") || head.starts_with(b"PK\x05\x06") {
        return Sniffed::Zip;
    }
    // UTF-16 is XML that has to be told about, not something foreign.
    if matches!(
        head,
        [0xff, 0xfe, b'<', ..] | [0xfe, 0xff, 0, b'<', ..] | [b'<', 0, ..] | [0, b'<', ..]
    ) {
        return Sniffed::Xml;
    }
    let head = head
        .strip_prefix(b"\xef\xbb\xbf")
        .unwrap_or(head)
        .trim_ascii_start();
    let begins = |word: &[u8]| {
        head.get(..word.len())
            .is_some_and(|start| start.eq_ignore_ascii_case(word))
    };
    match head.first() {
        None => Sniffed::Empty,
        Some(b'<') if begins(b"<!doctype html") || begins(b"<html") => Sniffed::Html,
        Some(b'<') => Sniffed::Xml,
        Some(b'[') if names_a_table(head) => Sniffed::Toml,
        Some(b'{' | b'[') => Sniffed::Json,
        Some(_) => Sniffed::Other,
    }
}

/// Whether a bracket opens `[table]` or `[[table]]`, and no list of JSON: what stands bare there is a name.
fn names_a_table(head: &[u8]) -> bool {
    let inside = head.strip_prefix(b"[").unwrap_or(head);
    let inside = inside.strip_prefix(b"[").unwrap_or(inside);
    inside
        .trim_ascii_start()
        .first()
        .is_some_and(u8::is_ascii_alphabetic)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_told_by_its_first_bytes() {
        let cases: [(&[u8], Sniffed); 14] = [
            (b"", Sniffed::Empty),
            (b" \r\n", Sniffed::Empty),
            (b"\xef\xbb\xbf\n<?xml version=\"1.0\"?>", Sniffed::Xml),
            (b"<\0?\0", Sniffed::Xml),
            (b"<CEB311Message", Sniffed::Xml),
            (b"<!DOCTYPE HTML>", Sniffed::Html),
            (b"\x1f\x8b\x08", Sniffed::Gzip),
            (b"PK\x03\x04", Sniffed::Zip),
            (b" {\"a\":1}", Sniffed::Json),
            (b"[[{\"a\":1}]]", Sniffed::Json),
            (b"[ \"a\"]", Sniffed::Json),
            (b"[[firm]]\ncode = 1", Sniffed::Toml),
            (b"[settings]", Sniffed::Toml),
            (b"order,qty", Sniffed::Other),
        ];
        for (bytes, want) in cases {
            assert_eq!(sniff(bytes), want, "{bytes:?}");
        }
    }
}
