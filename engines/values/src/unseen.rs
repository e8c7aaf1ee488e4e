//! Signs that nobody sees: a value that holds one looks like another and is another.

/// Beginning and end of each range of signs that show nothing.
///
/// Source: `Default_Ignorable_Code_Point` of Unicode 16.0 (`DerivedCoreProperties.txt`), with the
/// marks of interlinear notes (U+FFF9 to U+FFFB, format signs) and the blank braille cell (U+2800).
const UNSEEN: [(char, char); 19] = [
    ('\u{ad}', '\u{ad}'),
    ('\u{34f}', '\u{34f}'),
    ('\u{61c}', '\u{61c}'),
    ('\u{115f}', '\u{1160}'),
    ('\u{17b4}', '\u{17b5}'),
    ('\u{180b}', '\u{180f}'),
    ('\u{200b}', '\u{200f}'),
    ('\u{202a}', '\u{202e}'),
    ('\u{2060}', '\u{206f}'),
    ('\u{2800}', '\u{2800}'),
    ('\u{3164}', '\u{3164}'),
    ('\u{fe00}', '\u{fe0f}'),
    ('\u{feff}', '\u{feff}'),
    ('\u{ffa0}', '\u{ffa0}'),
    ('\u{fff0}', '\u{fff8}'),
    ('\u{fff9}', '\u{fffb}'),
    ('\u{1bca0}', '\u{1bca3}'),
    ('\u{1d173}', '\u{1d17a}'),
    ('\u{e0000}', '\u{e0fff}'),
];

/// Whether a sign shows nothing, a blank and a control sign apart: a mark of no width or of direction, a
/// selector of variants, a filler.
#[must_use]
pub fn is_unseen(sign: char) -> bool {
    UNSEEN
        .iter()
        .any(|(first, last)| (*first..=*last).contains(&sign))
}
