//! All message types that are known, by number and edition.

use std::sync::Arc;

use values::{
    Day, DefinitionError,
    definition::{REFERENCE, TWICE, fault},
};

use crate::{MessageType, Number, definition};

/// All message types that are known. Loaded once, shared freely, never changed.
#[derive(Debug, Clone, Default)]
pub struct Catalogue {
    /// By number, the newest edition of each first.
    types: Vec<Arc<MessageType>>,
}

impl Catalogue {
    /// Loads the tables among `files`: pairs of a path below `definitions/` and its text. Files
    /// outside `messages/` are passed over. All errors are collected, each with file and line.
    pub fn load<'a>(
        files: impl IntoIterator<Item = (&'a str, &'a str)>,
    ) -> Result<Self, Vec<DefinitionError>> {
        let mut types = Vec::new();
        let mut errors = Vec::new();
        for (path, text) in files {
            if path.starts_with("messages/") && path.ends_with(".toml") {
                match definition::read(path, text) {
                    Ok(message) => types.push(Arc::new(message)),
                    Err(found) => errors.extend(found),
                }
            }
        }
        types.sort_by(|a: &Arc<MessageType>, b| a.number.cmp(&b.number).then(b.from.cmp(&a.from)));
        for pair in types.windows(2) {
            if pair[0].number == pair[1].number && pair[0].from == pair[1].from {
                let file = format!("messages/{}.{}.toml", pair[0].number, pair[0].edition);
                let what = fault(TWICE, "same-day").with("value", &pair[1].edition);
                errors.push(DefinitionError {
                    file,
                    line: 0,
                    what: what.into(),
                });
            }
        }
        for message in &types {
            let missing = message
                .receipt
                .filter(|number| !types.iter().any(|other| other.number == *number));
            if let Some(number) = missing {
                let file = format!("messages/{}.{}.toml", message.number, message.edition);
                errors.push(DefinitionError {
                    file,
                    line: 0,
                    what: Box::new(fault(REFERENCE, "receipt").with("value", number)),
                });
            }
        }
        if errors.is_empty() {
            Ok(Self { types })
        } else {
            Err(errors)
        }
    }

    /// The newest edition of that number, `311`.
    #[must_use]
    pub fn message(&self, number: &str) -> Option<&Arc<MessageType>> {
        self.types.iter().find(|message| message.number == number)
    }

    /// The edition of that number in force on `day`; the oldest where all came later.
    #[must_use]
    pub fn message_on(&self, number: &str, day: Day) -> Option<&Arc<MessageType>> {
        let mut editions = self.types.iter().filter(|message| message.number == number);
        let oldest = editions.clone().next_back();
        editions.find(|message| message.from <= day).or(oldest)
    }

    /// That edition of that number.
    #[must_use]
    pub fn edition(&self, number: Number, edition: &str) -> Option<&Arc<MessageType>> {
        self.types
            .iter()
            .find(|message| message.number == number && *message.edition == *edition)
    }

    /// The newest edition of each number, by number.
    pub fn messages(&self) -> impl Iterator<Item = &Arc<MessageType>> {
        let mut last = None;
        self.types
            .iter()
            .filter(move |message| last.replace(message.number) != Some(message.number))
    }

    /// The newest edition whose root has that local name.
    pub(crate) fn by_root(&self, root: &str) -> Option<&Arc<MessageType>> {
        let digits = root.strip_prefix("CEB")?.strip_suffix("Message")?;
        self.message(digits)
            .filter(|message| *message.root == *root)
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]
pub(crate) mod tests {
    use std::sync::OnceLock;

    use super::*;

    /// The tables of the repository.
    pub(crate) fn catalogue() -> &'static Catalogue {
        static TABLES: OnceLock<Catalogue> = OnceLock::new();
        TABLES.get_or_init(|| {
            let files = files();
            Catalogue::load(
                files
                    .iter()
                    .map(|(path, text)| (path.as_str(), text.as_str())),
            )
            .unwrap_or_else(|errors| panic!("{errors:#?}"))
        })
    }

    fn files() -> Vec<(String, String)> {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../definitions/messages");
        let entries = std::fs::read_dir(folder).unwrap();
        entries
            .map(|entry| entry.unwrap().path())
            .map(|path| {
                (
                    format!("messages/{}", path.file_name().unwrap().to_str().unwrap()),
                    std::fs::read_to_string(path).unwrap(),
                )
            })
            .collect()
    }

    #[test]
    fn all_forty_two_messages_are_known() {
        assert_eq!(catalogue().messages().count(), 42);
    }

    #[test]
    fn an_edition_counts_from_its_first_day_and_the_oldest_before() {
        let mut files = files();
        let newer = files
            .iter()
            .find(|(path, _)| path.contains("412."))
            .unwrap()
            .1
            .replace("202205", "203001");
        let newer: Vec<&str> = newer
            .lines()
            .map(|line| {
                if line.starts_with("from = ") {
                    "from = 2030-01-01"
                } else {
                    line
                }
            })
            .collect();
        files.push(("messages/412.203001.toml".into(), newer.join("\n")));
        let catalogue = Catalogue::load(
            files
                .iter()
                .map(|(path, text)| (path.as_str(), text.as_str())),
        )
        .unwrap();
        let on = |day: &str| {
            &*catalogue
                .message_on("412", day.parse().unwrap())
                .unwrap()
                .edition
        };
        assert_eq!(on("2029-12-31"), "202205");
        assert_eq!(on("2030-01-01"), "203001");
        assert_eq!(on("1999-01-01"), "202205");
        assert_eq!(&*catalogue.message("412").unwrap().edition, "203001");
        assert_eq!(catalogue.messages().count(), 42);
    }
}
