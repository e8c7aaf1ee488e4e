//! The languages of the house.

use unic_langid::LanguageIdentifier;

/// A language that Chama speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Locale {
    /// Chinese: always complete, and what the others fall back to.
    #[default]
    ZhCn,
    /// English: always complete.
    En,
    /// Tibetan: grows.
    Bo,
}

impl Locale {
    /// All of them, in the order of the language links.
    pub const ALL: [Self; 3] = [Self::ZhCn, Self::En, Self::Bo];

    /// The tag, as in `lang="…"` and as the folder below `definitions/locale/`.
    #[must_use]
    pub fn tag(self) -> &'static str {
        match self {
            Self::ZhCn => "zh-CN",
            Self::En => "en",
            Self::Bo => "bo",
        }
    }

    /// The language that `name` asks for: a tag (`en-GB`) or a system name (`bo_CN.UTF-8`).
    /// None where Chama does not speak it.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        let first = name.split(['-', '_', '.', '@']).next().unwrap_or(name);
        match first.to_ascii_lowercase().as_str() {
            "zh" => Some(Self::ZhCn),
            "en" => Some(Self::En),
            "bo" => Some(Self::Bo),
            _ => None,
        }
    }

    pub(super) fn index(self) -> usize {
        match self {
            Self::ZhCn => 0,
            Self::En => 1,
            Self::Bo => 2,
        }
    }

    pub(super) fn language(self) -> LanguageIdentifier {
        self.tag().parse().expect("our own tags are well formed")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_language_is_found_by_tag_folder_or_system_name() {
        for locale in Locale::ALL {
            assert_eq!(Locale::named(locale.tag()), Some(locale));
        }
        assert_eq!(Locale::named("zh_CN.UTF-8"), Some(Locale::ZhCn));
        assert_eq!(Locale::named("EN"), Some(Locale::En));
        assert_eq!(Locale::named("C"), None);
    }
}
