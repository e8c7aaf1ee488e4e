//! Masking: what others may see of a person.

/// `540102190001010010` → `5401**********0010`: place and last four stay.
#[must_use]
pub fn mask_identity(text: &str) -> String {
    keep_ends(text, 4, 4)
}

/// `测试甲` → `测*甲`; a name of two signs keeps the first.
#[must_use]
pub fn mask_name(text: &str) -> String {
    match text.chars().count() {
        0 | 1 => "*".repeat(text.chars().count()),
        2 => keep_ends(text, 1, 0),
        _ => keep_ends(text, 1, 1),
    }
}

/// `13800000001` → `138****0001`.
#[must_use]
pub fn mask_phone(text: &str) -> String {
    keep_ends(text, 3, 4)
}

fn keep_ends(text: &str, first: usize, last: usize) -> String {
    let length = text.chars().count();
    if length <= first + last {
        return "*".repeat(length);
    }
    text.chars()
        .enumerate()
        .map(|(at, sign)| {
            if at < first || at >= length - last {
                sign
            } else {
                '*'
            }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn masks_keep_the_ends_and_never_the_whole() {
        assert_eq!(mask_identity("540102190001010010"), "5401**********0010");
        assert_eq!(mask_identity("12345678"), "********");
        assert_eq!(mask_name("测试甲"), "测*甲");
        assert_eq!(mask_name("测甲"), "测*");
        assert_eq!(mask_name("甲"), "*");
        assert_eq!(mask_phone("13800000001"), "138****0001");
    }
}
