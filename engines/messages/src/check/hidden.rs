//! Characters that nobody sees and that yet make one value another.

/// Whether a text, blanks around it apart, holds a character without a shape of its own: a line
/// end, a blank that is none, a mark of direction or of no width.
pub(super) fn holds(text: &str) -> bool {
    let plain = |byte: u8| (b' '..0x80).contains(&byte);
    let text = text.trim();
    !text.bytes().all(plain) && text.chars().any(is_hidden)
}

fn is_hidden(sign: char) -> bool {
    let blank = matches!(
        sign,
        '\t' | '\n' | '\r' | '\u{a0}' | '\u{2028}' | '\u{2029}' | '\u{202f}'
    );
    blank || values::is_unseen(sign)
}

#[cfg(test)]
mod tests {
    use super::holds;

    #[test]
    fn text_of_any_script_is_seen_and_marks_without_shape_are_not() {
        for seen in [
            "A1",
            " A1 ",
            "婴儿配方奶粉，900 克",
            "བཀྲ་ཤིས།",
            "１２",
            "Nestlé",
        ] {
            assert!(!holds(seen), "{seen}");
        }
        for hidden in [
            "A\n1",
            "A\t1",
            "A\u{a0}1",
            "A1\u{200b}",
            "\u{feff}A1",
            "A\u{202e}1",
            "A\u{fe0f}1",
            "A\u{3164}1",
            "A\u{2800}1",
        ] {
            assert!(holds(hidden), "{hidden:?}");
        }
    }
}
