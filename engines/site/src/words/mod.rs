//! Words: every sentence of the house, by language and id.

mod load;
mod locale;

use std::collections::BTreeSet;

use fluent_bundle::{
    FluentArgs, FluentError, FluentResource, FluentValue,
    concurrent::FluentBundle,
    resolver::{ResolverError, errors::ReferenceKind},
};
use fluent_syntax::ast;
use values::{DefinitionError, Finding};

pub use locale::Locale;

/// The id that stands in for a value that is not there.
const ABSENT: &str = "absent";
/// The sentence for a code that has none of its own.
const UNWORDED: &str = "problem-unworded";

/// A sentence, and the language it came in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said {
    /// The sentence, slots filled.
    pub text: String,
    /// The language that answered; Chinese where the one asked for lacks the sentence.
    pub locale: Locale,
}

/// All sentences, ready to be said from any thread.
pub struct Words {
    /// One bundle a language, in the order of [`Locale::ALL`].
    bundles: [FluentBundle<FluentResource>; 3],
    /// The ids of each, in the same order.
    ids: [BTreeSet<String>; 3],
}

impl Words {
    /// Reads every `locale/<language>/*.ftl` among `files` (path below `definitions/`, text).
    ///
    /// # Errors
    /// All faults at once, each with its file and line: lines that are not Fluent, a folder of
    /// no known language, an id given twice, a reference to nothing, an id or an attribute that
    /// Chinese or English lacks, a Tibetan one that Chinese does not know.
    pub fn load<'a>(
        files: impl IntoIterator<Item = (&'a str, &'a str)>,
    ) -> Result<Self, Vec<DefinitionError>> {
        load::load(files)
    }

    /// The sentence `id` with its slots filled from `args`. `id` may name an attribute:
    /// `quota-single.remedy`.
    ///
    /// A slot that `args` lacks gets the word for “nothing there”; an id that no language knows
    /// is said as it stands, so that the fault is seen and nothing breaks.
    #[must_use]
    pub fn say(&self, locale: Locale, id: &str, args: &[(&str, &str)]) -> Said {
        let mut slots = FluentArgs::with_capacity(args.len());
        for (name, value) in args {
            slots.set(*name, slot(value));
        }
        self.find(locale, id, &mut slots).unwrap_or_else(|| Said {
            text: id.to_owned(),
            locale,
        })
    }

    /// What a finding says: what is wanted and what was seen.
    ///
    /// Slots: `seen`, `want`, `field`, `item`, `line`, `message`, the finding's own values, and
    /// `place`: the field or goods line in words.
    #[must_use]
    pub fn sentence(&self, finding: &Finding, locale: Locale) -> Said {
        let mut slots = self.slots(finding, locale);
        let own = self.find(locale, &id_of(&finding.code), &mut slots);
        own.or_else(|| self.find(locale, UNWORDED, &mut slots))
            .unwrap_or_else(|| Said {
                text: finding.code.to_string(),
                locale,
            })
    }

    /// What to do about a finding; none for a code without remedy.
    #[must_use]
    pub fn remedy(&self, finding: &Finding, locale: Locale) -> Option<Said> {
        let id = format!("{}.remedy", id_of(&finding.code));
        self.find(locale, &id, &mut self.slots(finding, locale))
    }

    /// Whether that language itself holds `id` (`name` or `name.attribute`).
    #[must_use]
    pub fn holds(&self, locale: Locale, id: &str) -> bool {
        self.pattern(locale, id).is_some()
    }

    /// How many sentences that language holds, of how many there are in Chinese.
    #[must_use]
    pub fn translated(&self, locale: Locale) -> (usize, usize) {
        (
            self.ids[locale.index()].len(),
            self.ids[Locale::ZhCn.index()].len(),
        )
    }

    /// The ids that language holds, in order.
    pub fn ids(&self, locale: Locale) -> impl Iterator<Item = &str> {
        self.ids[locale.index()].iter().map(String::as_str)
    }

    fn slots<'a>(&self, finding: &'a Finding, locale: Locale) -> FluentArgs<'a> {
        let paper = &finding.paper;
        let known = [
            ("seen", finding.seen.clone()),
            ("want", finding.want.clone()),
            ("field", some(&finding.field)),
            ("message", some(&paper.message)),
            ("item", paper.item.map(|item| item.to_string())),
            ("line", paper.line.map(|line| line.to_string())),
        ];
        let mut args: FluentArgs = known
            .into_iter()
            .filter_map(|(name, value)| Some((name, slot(&value?))))
            .collect();
        for (name, value) in &finding.values {
            args.set(name.as_ref(), slot(value));
        }
        let place = match (
            paper.item,
            finding.field.is_empty(),
            paper.message.is_empty(),
        ) {
            (Some(_), false, _) => "place-item-field",
            (Some(_), true, _) => "place-item",
            (None, false, _) => "place-field",
            (None, true, false) => "place-message",
            (None, true, true) => "place-paper",
        };
        if let Some(place) = self.find(locale, place, &mut args) {
            args.set("place", FluentValue::from(place.text));
        }
        args
    }

    /// The sentence in the language asked for, else in Chinese.
    fn find(&self, locale: Locale, id: &str, slots: &mut FluentArgs<'_>) -> Option<Said> {
        let locale = [locale, Locale::ZhCn]
            .into_iter()
            .find(|&locale| self.holds(locale, id))?;
        let pattern = self.pattern(locale, id)?;
        Some(Said {
            text: self.fill(locale, pattern, slots),
            locale,
        })
    }

    /// Fills the slots. Fluent writes `{$name}` where a value is missing; here such a slot gets
    /// the word for “nothing there”, in the language of the sentence.
    fn fill(
        &self,
        locale: Locale,
        pattern: &ast::Pattern<&str>,
        slots: &mut FluentArgs<'_>,
    ) -> String {
        let bundle = &self.bundles[locale.index()];
        let mut errors = Vec::new();
        let text = bundle
            .format_pattern(pattern, Some(slots), &mut errors)
            .into_owned();
        let missing: Vec<String> = errors.into_iter().filter_map(missing_slot).collect();
        if missing.is_empty() {
            return text;
        }
        let nothing = [locale, Locale::ZhCn].into_iter().find_map(|locale| {
            let pattern = self.pattern(locale, ABSENT)?;
            Some(
                self.bundles[locale.index()]
                    .format_pattern(pattern, None, &mut Vec::new())
                    .into_owned(),
            )
        });
        for name in missing {
            slots.set(name, FluentValue::from(nothing.clone().unwrap_or_default()));
        }
        bundle
            .format_pattern(pattern, Some(slots), &mut Vec::new())
            .into_owned()
    }

    fn pattern(&self, locale: Locale, id: &str) -> Option<&ast::Pattern<&str>> {
        let (id, attribute) = match id.split_once('.') {
            Some((id, attribute)) => (id, Some(attribute)),
            None => (id, None),
        };
        let message = self.bundles[locale.index()].get_message(id)?;
        match attribute {
            Some(name) => message
                .get_attribute(name)
                .map(|attribute| attribute.value()),
            None => message.value(),
        }
    }
}

impl std::fmt::Debug for Words {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Words")
            .field("ids", &self.ids.each_ref().map(BTreeSet::len))
            .finish()
    }
}

/// `quota.single` → `quota-single`: Fluent ids hold no dots.
fn id_of(code: &str) -> String {
    code.replace('.', "-")
}

fn some(text: &str) -> Option<String> {
    (!text.is_empty()).then(|| text.to_owned())
}

/// A value for a slot. Values are text and are shown as they stand; only a short plain count
/// goes in as a number, so that English can choose between “1 item” and “2 items”.
fn slot(value: &str) -> FluentValue<'static> {
    let count = value.len() <= 4
        && value.bytes().all(|b| b.is_ascii_digit())
        && (value == "0" || !value.starts_with('0'));
    match value.parse::<u16>() {
        Ok(number) if count => FluentValue::from(number),
        _ => FluentValue::from(value.to_owned()),
    }
}

fn missing_slot(error: FluentError) -> Option<String> {
    match error {
        FluentError::ResolverError(ResolverError::Reference(ReferenceKind::Variable { id })) => {
            Some(id)
        }
        _ => None,
    }
}
