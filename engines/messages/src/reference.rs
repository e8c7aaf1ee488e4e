//! The reference pages, made from the tables: never typed, so never behind.

mod row;
mod shape;
mod words;

use std::fmt::Write;

use self::words::Words;
use crate::{Catalogue, MessageType, Need, Place};

/// A language the reference is written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Language {
    /// Chinese.
    Zh,
    /// English.
    En,
}

impl Language {
    /// Both, in the order of the house.
    pub const ALL: [Self; 2] = [Self::Zh, Self::En];

    /// How a page of that name is called in this language: `311.md`, `311.en.md`.
    fn file(self, name: &str) -> String {
        match self {
            Self::Zh => format!("{name}.md"),
            Self::En => format!("{name}.en.md"),
        }
    }
}

/// The reference pages in that language: file name and Markdown, the index (`README`) first,
/// then one page a message. They stand checked in under `docs/reference/messages`.
#[must_use]
pub fn reference(catalogue: &Catalogue, language: Language) -> Vec<(String, String)> {
    let words = Words::of(language);
    let mut pages = vec![(language.file("README"), index(catalogue, &words))];
    for message in catalogue.messages() {
        pages.push((language.file(&message.number), page(message, &words)));
    }
    pages
}

fn index(catalogue: &Catalogue, words: &Words) -> String {
    let mut out = head(words, "README", words.index_title);
    push(&mut out, words.index_intro);
    out.push('\n');
    push(&mut out, &table_head(words.index_columns));
    for message in catalogue.messages() {
        let file = words.language.file(&message.number);
        let receipt = message.receipt.map(|number| link(words, &number));
        let cells = [
            format!("[{}]({file})", message.number),
            words.pick(&message.title).to_owned(),
            words.direction(message.direction).to_owned(),
            senders(message, words),
            key(message),
            receipt.unwrap_or_default(),
        ];
        push(&mut out, &row::cells(&cells));
    }
    for (title, text) in words.index_sections {
        let _ = write!(out, "\n## {title}\n\n{text}\n");
    }
    out
}

fn page(message: &MessageType, words: &Words) -> String {
    let title = format!("{} {}", message.number, words.pick(&message.title));
    let mut out = head(words, &message.number, &title);
    push(&mut out, &table_head(words.facts_columns));
    for (name, value) in facts(message, words) {
        push(&mut out, &row::cells(&[name.to_owned(), value]));
    }
    let _ = write!(
        out,
        "\n## {}\n\n```xml\n{}```\n",
        words.shape,
        shape::shape(message, words)
    );
    let head = message.head.as_deref().unwrap_or(&message.node);
    part(&mut out, message, words, Place::Head, head);
    if let Some(lines) = &message.lines {
        part(&mut out, message, words, Place::Line, &lines.name);
    }
    out
}

/// Title, the other language, and where the page comes from.
fn head(words: &Words, name: &str, title: &str) -> String {
    let other = match words.language {
        Language::Zh => Language::En,
        Language::En => Language::Zh,
    };
    let other = other.file(name);
    format!(
        "# {title}\n\n[{}]({other}) · {}\n\n",
        words.other, words.origin
    )
}

fn facts(message: &MessageType, words: &Words) -> Vec<(&'static str, String)> {
    let since = words.since.replace("{}", &message.from.to_string());
    let edition = format!("{}{}{since}", message.edition, words.comma);
    let documents = message.documents.map(|most| most.to_string());
    let mut facts = vec![
        (words.root, format!("`{}`", message.root)),
        (words.way, words.direction(message.direction).to_owned()),
        (words.senders, senders(message, words)),
        (words.edition, edition),
        (
            words.documents,
            documents.unwrap_or_else(|| words.unbounded.to_owned()),
        ),
    ];
    if let Some(lines) = &message.lines {
        let range = count(lines.least, lines.most);
        facts.push((words.lines, range));
    }
    facts.push((words.key, key(message)));
    if let Some(signature) = message.signature {
        let wanted = match signature {
            Need::Mandatory => words.signature_wanted,
            Need::Optional | Need::Conditional | Need::Practice => words.signature_free,
        };
        facts.push((words.signature, wanted.to_owned()));
    }
    if let Some(receipt) = message.receipt {
        facts.push((words.receipt, link(words, &receipt)));
    }
    facts
}

fn part(out: &mut String, message: &MessageType, words: &Words, place: Place, element: &str) {
    let title = match place {
        Place::Head => words.head,
        Place::Line => words.line,
    };
    let _ = write!(out, "\n## {title} `{element}`\n\n");
    push(out, &table_head(words.field_columns));
    for (at, (_, field)) in message.part(place).enumerate() {
        let cells = [
            (at + 1).to_string(),
            format!("`{}`", field.name),
            words.pick(&field.label).to_owned(),
            field.kind.to_string(),
            field.need.letter().to_owned(),
            row::remarks(message, field, words),
        ];
        push(out, &row::cells(&cells));
    }
}

fn senders(message: &MessageType, words: &Words) -> String {
    let senders = message.senders.iter().map(|role| words.role(*role));
    senders.collect::<Vec<_>>().join(words.comma)
}

fn key(message: &MessageType) -> String {
    let names = message
        .key
        .iter()
        .map(|id| format!("`{}`", message.row(*id).name));
    names.collect::<Vec<_>>().join(" + ")
}

fn link(words: &Words, number: &str) -> String {
    format!("[{number}]({})", words.language.file(number))
}

/// `1..99`, `0..n`, `1`.
fn count(least: u32, most: Option<u32>) -> String {
    match most {
        Some(most) if most == least => most.to_string(),
        Some(most) => format!("{least}..{most}"),
        None => format!("{least}..n"),
    }
}

fn table_head(columns: &[&str]) -> String {
    format!(
        "| {} |\n|{}",
        columns.join(" | "),
        "---|".repeat(columns.len())
    )
}

fn push(out: &mut String, line: &str) {
    out.push_str(line);
    out.push('\n');
}
