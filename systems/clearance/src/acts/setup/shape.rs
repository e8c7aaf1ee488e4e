//! The shape of a setup file: which keys an entry has, and what may stand behind each. Every fault
//! is found, whatever else is wrong, and only entries without one are read on.

use identity::Role;
use toml::{
    Spanned,
    de::{DeArray, DeTable, DeValue},
};
use values::{Day, Fen, Finding, Quantity, Rate};

use crate::{acts::judge::DOLLAR, decide::Mode};

/// A value that cannot be.
pub(super) const VALUE: &str = "setup.value";
/// No such key there.
const UNKNOWN: &str = "setup.unknown";
/// A key that has to be there is not.
const MISSING: &str = "setup.missing";
/// Something else than a value of that key.
const KIND: &str = "setup.kind";

/// What stands behind a key.
#[derive(Clone, Copy)]
enum Kind {
    Text,
    Texts,
    Yuan,
    Quantity,
    Share,
    Table(&'static Shape),
    Entries(&'static Shape),
    Settings,
}

impl Kind {
    /// The word by which a sentence tells it.
    fn word(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Texts => "texts",
            Self::Yuan => "amount",
            Self::Quantity => "quantity",
            Self::Share => "share",
            Self::Table(_) => "content",
            Self::Entries(_) => "entries",
            Self::Settings => "settings",
        }
    }

    /// Whether a text can be its value; what cannot is told by the word of the kind.
    fn takes(self, text: &str) -> bool {
        match self {
            Self::Yuan => text.parse::<Fen>().is_ok(),
            Self::Quantity => text.parse::<Quantity>().is_ok(),
            Self::Share => text.parse::<Rate>().is_ok(),
            Self::Text | Self::Texts | Self::Table(_) | Self::Entries(_) | Self::Settings => true,
        }
    }
}

/// A key of an entry.
struct Key {
    name: &'static str,
    kind: Kind,
    must: bool,
}

const fn must(name: &'static str, kind: Kind) -> Key {
    let must = true;
    Key { name, kind, must }
}

const fn may(name: &'static str, kind: Kind) -> Key {
    let must = false;
    Key { name, kind, must }
}

/// An entry: the first of its keys is what it is known by.
struct Shape {
    table: &'static str,
    keys: &'static [Key],
}

static FILE: Shape = Shape {
    table: "",
    keys: &[
        may("firm", Kind::Entries(&FIRM)),
        may("site", Kind::Entries(&SITE)),
        may("book", Kind::Entries(&BOOK)),
        may("guarantee", Kind::Entries(&GUARANTEE)),
        may("settings", Kind::Settings),
        may("watch", Kind::Entries(&WATCH)),
        may("split", Kind::Entries(&SPLIT)),
    ],
};
static FIRM: Shape = Shape {
    table: "firm",
    keys: &[
        must("code", Kind::Text),
        must("name", Kind::Text),
        must("roles", Kind::Texts),
    ],
};
static SITE: Shape = Shape {
    table: "site",
    keys: &[
        must("customs", Kind::Text),
        may("name", Kind::Text),
        must("operator", Kind::Text),
        must("modes", Kind::Texts),
    ],
};
static BOOK: Shape = Shape {
    table: "book",
    keys: &[
        must("number", Kind::Text),
        must("holder", Kind::Text),
        may("item", Kind::Entries(&ITEM)),
    ],
};
static ITEM: Shape = Shape {
    table: "book.item",
    keys: &[
        must("record", Kind::Text),
        must("hs", Kind::Text),
        must("unit", Kind::Text),
        may("name", Kind::Text),
        may("content", Kind::Table(&CONTENT)),
        may("registration", Kind::Text),
        may("stock", Kind::Quantity),
    ],
};
static CONTENT: Shape = Shape {
    table: "book.item.content",
    keys: &[must("value", Kind::Quantity), must("unit", Kind::Text)],
};
static GUARANTEE: Shape = Shape {
    table: "guarantee",
    keys: &[must("firm", Kind::Text), must("amount", Kind::Yuan)],
};
static WATCH: Shape = Shape {
    table: "watch",
    keys: &[
        may("hs", Kind::Text),
        may("firm", Kind::Text),
        must("rate", Kind::Share),
    ],
};
static SPLIT: Shape = Shape {
    table: "split",
    keys: &[
        must("payment", Kind::Text),
        must("firm", Kind::Text),
        must("total", Kind::Yuan),
        must("order", Kind::Entries(&SUB_ORDER)),
    ],
};
static SUB_ORDER: Shape = Shape {
    table: "split.order",
    keys: &[
        must("number", Kind::Text),
        must("platform", Kind::Text),
        must("amount", Kind::Yuan),
    ],
};

/// What is wrong with the shape of a file. Entries with a fault are taken out of it.
pub(super) fn faults(text: &str, file: &mut DeTable<'_>) -> Vec<Finding> {
    let found = Vec::new();
    let mut looking = Looking { text, found };
    looking.entry(&FILE, file, 0);
    // Sections that are not known, or are none, would hide what else is wrong.
    for (name, value) in std::mem::replace(file, DeTable::new()) {
        let key = FILE.keys.iter().find(|key| *key.name == **name.get_ref());
        let reads = matches!(
            (key.map(|key| key.kind), value.get_ref()),
            (Some(Kind::Settings), DeValue::Table(_)) | (Some(Kind::Entries(_)), DeValue::Array(_))
        );
        if reads {
            file.insert(name, value);
        }
    }
    looking.found
}

struct Looking<'t> {
    text: &'t str,
    found: Vec<Finding>,
}

impl Looking<'_> {
    /// Whether an entry is without a fault.
    fn entry(&mut self, shape: &Shape, entry: &mut DeTable<'_>, start: usize) -> bool {
        let before = self.found.len();
        let key = match shape.keys.first().and_then(|key| entry.get(key.name)) {
            Some(value) => value.get_ref().as_str().unwrap_or_default().to_owned(),
            None => String::new(),
        };
        let fault = |code, field: &str, text: &str, at: usize| {
            Finding::refused(code)
                .at(match shape.table {
                    "" => field.to_owned(),
                    table => format!("{table}.{field}"),
                })
                .line(line_at(text, at))
                .with("table", shape.table)
                .with("key", &key)
        };
        for name in entry.keys() {
            let field = name.get_ref();
            if !shape.keys.iter().any(|key| *key.name == **field) {
                let known: Vec<&str> = shape.keys.iter().map(|key| key.name).collect();
                let finding = fault(UNKNOWN, field, self.text, name.span().start);
                self.found.push(
                    finding
                        .saw(field)
                        .wants(known.join(", "))
                        .with("kind", "key"),
                );
            }
        }
        for key in shape.keys {
            match entry.get_mut(key.name) {
                None if key.must => self
                    .found
                    .push(fault(MISSING, key.name, self.text, start).with("kind", key.kind.word())),
                None => {}
                Some(value) => {
                    let at = value.span();
                    let found = self.value(key, value);
                    let text = self.text;
                    let raw = || text.get(at.clone()).map(short).unwrap_or_default();
                    self.found
                        .extend(found.into_iter().map(|(code, kind, seen)| {
                            let finding = fault(code, key.name, text, at.start);
                            finding.saw(seen.unwrap_or_else(raw)).with("kind", kind)
                        }));
                }
            }
        }
        self.found.len() == before
    }

    /// What is wrong with a value: code, word of the kind, and what is seen where that is not the
    /// value as it is written.
    fn value(
        &mut self,
        key: &Key,
        value: &mut Spanned<DeValue<'_>>,
    ) -> Option<(&'static str, &'static str, Option<String>)> {
        let start = value.span().start;
        let odd = Some((KIND, key.kind.word(), None));
        let text = |text: &str| {
            if text.chars().any(char::is_control) {
                let shown = text.escape_debug().to_string();
                return Some((VALUE, "control", Some(shown)));
            }
            let takes = key.kind.takes(text);
            (!takes).then(|| (VALUE, key.kind.word(), Some(text.to_owned())))
        };
        match (key.kind, value.get_mut()) {
            (Kind::Entries(shape), DeValue::Array(all)) => self
                .entries(shape, all)
                .then_some(())
                .map_or(odd, |()| None),
            (Kind::Table(shape), DeValue::Table(table)) => {
                self.entry(shape, table, start);
                None
            }
            (Kind::Settings, DeValue::Table(table)) => {
                self.settings(table);
                None
            }
            (Kind::Texts, DeValue::Array(all)) => {
                let mut each = all.iter().map(|one| one.get_ref().as_str());
                each.find_map(|one| one.map_or(odd.clone(), text))
            }
            (Kind::Text | Kind::Yuan | Kind::Quantity | Kind::Share, DeValue::String(one)) => {
                text(one)
            }
            _ => odd,
        }
    }

    /// Keeps the entries that hold; whether all of them are entries at all.
    fn entries(&mut self, shape: &Shape, all: &mut DeArray<'_>) -> bool {
        let mut kept = DeArray::new();
        let mut sound = true;
        for mut one in std::mem::replace(all, DeArray::new()) {
            let start = one.span().start;
            match one.get_mut() {
                DeValue::Table(table) => {
                    if self.entry(shape, table, start) {
                        kept.push(one);
                    }
                }
                _ => sound = false,
            }
        }
        *all = kept;
        sound
    }

    /// Keeps the settings that there are.
    fn settings(&mut self, table: &mut DeTable<'_>) {
        for (name, value) in std::mem::replace(table, DeTable::new()) {
            let setting = name.get_ref();
            let fault = |code, at: usize| {
                Finding::refused(code)
                    .at(format!("settings.{setting}"))
                    .line(line_at(self.text, at))
                    .with("table", "settings")
                    .with("key", setting)
            };
            if !is_named(setting) {
                let finding = fault(UNKNOWN, name.span().start).saw(setting);
                self.found
                    .push(finding.wants(SETTINGS).with("kind", "setting"));
            } else if value.get_ref().as_str().is_none() {
                let raw = self.text.get(value.span()).map(short);
                let finding = fault(KIND, value.span().start).saw(raw.unwrap_or_default());
                self.found.push(finding.with("kind", "text"));
            } else {
                table.insert(name, value);
            }
        }
    }
}

/// The names of settings, as they are written.
const SETTINGS: &str = "\"signature.require\", \"inspection.random\", \"fx.usd.2026-10\"";

/// Whether there is a setting of that name.
fn is_named(name: &str) -> bool {
    let month = name.strip_prefix(DOLLAR);
    matches!(name, "signature.require" | "inspection.random")
        || month.is_some_and(|month| format!("{month}-01").parse::<Day>().is_ok())
}

/// What may stand in a field, as the sentence tells it, with the words that do.
pub(super) fn allowed(field: &str) -> (&'static str, Option<String>) {
    let among = |all: Vec<&str>| Some(all.join(", "));
    match field {
        "code" => ("firm", None),
        "roles" => (
            "roles",
            among(Role::ALL.iter().map(|(_, word)| *word).collect()),
        ),
        "modes" => (
            "modes",
            among(Mode::ALL.iter().map(|mode| mode.code()).collect()),
        ),
        "number" => ("number", None),
        "hs" => ("hs", None),
        "signature.require" => ("signature", among(vec!["off", "declared", "schema"])),
        "rate" | "inspection.random" => ("share", Some("0-1".to_owned())),
        "stock" | "amount" => ("from-zero", Some("0".to_owned())),
        _ => ("above-zero", None),
    }
}

/// The line, from 1, of a byte of the text.
pub(super) fn line_at(text: &str, byte: usize) -> u32 {
    let before = text.bytes().take(byte).filter(|sign| *sign == b'\n');
    u32::try_from(before.count() + 1).unwrap_or(u32::MAX)
}

/// The beginning of what is written there.
fn short(text: &str) -> String {
    const MOST: usize = 40;
    let line = text.lines().next().unwrap_or_default();
    let mut signs = line.chars();
    let begin: String = signs.by_ref().take(MOST).collect();
    match signs.next() {
        Some(_) => format!("{begin}…"),
        None => begin,
    }
}
