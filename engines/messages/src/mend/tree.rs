//! A message as a tree of pieces of its text: put together again they are the text.

use std::borrow::Cow;

use crate::{
    Limits,
    decode::{
        CEB,
        reading::{Reading, Step, Tag},
    },
};

/// Root, document, head, field: what lies deeper belongs to a value.
const LEVELS: usize = 4;

/// A whole file.
pub(super) struct Page<'a> {
    before: &'a str,
    pub root: Node<'a>,
    after: &'a str,
}

/// The namespace an element stands in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Space {
    /// Customs'.
    Ceb,
    /// None, a prefix that nobody declared, or customs' address misspelt.
    Missing,
    /// Another.
    Other,
}

/// An element.
pub(super) struct Node<'a> {
    /// What stands before it, from the end of its elder sibling.
    pub before: Cow<'a, str>,
    /// The start tag.
    pub open: Cow<'a, str>,
    /// The end tag; empty where the start tag ends itself.
    pub close: Cow<'a, str>,
    /// The name as written.
    pub name: &'a str,
    /// The name behind the prefix.
    pub local: &'a str,
    pub space: Space,
    pub line: u32,
    pub children: Vec<Node<'a>>,
    /// What stands before the end tag, from the end of the last child: of a field all it holds.
    pub after: Cow<'a, str>,
    /// Whether the table has it here.
    pub known: bool,
}

impl<'a> Page<'a> {
    /// Reads text that has no byte order mark; the line of the fault where it cannot be read.
    pub(super) fn read(bytes: &'a [u8], limits: &Limits) -> Result<Self, Option<u32>> {
        if bytes.len() > limits.bytes {
            return Err(None);
        }
        let text = std::str::from_utf8(bytes).map_err(|error| {
            let good = &bytes[..error.valid_up_to()];
            let breaks = good.iter().filter(|byte| **byte == b'\n').count();
            u32::try_from(breaks + 1).ok()
        })?;
        let mut reading = Reading::new(text, *limits);
        Self::whole(text, &mut reading).map_err(|stop| stop.paper.line)
    }

    fn whole(text: &'a str, reading: &mut Reading<'a>) -> Result<Self, Box<values::Finding>> {
        let tag = loop {
            match reading.next()? {
                Step::Open(tag) => break tag,
                Step::Text(text) if text.trim_ascii().is_empty() => {}
                Step::Text(_) | Step::Close | Step::End => return Err(reading.broken("no-root")),
            }
        };
        let before = &text[..tag.start];
        let root = Node::read(reading, &tag, "", LEVELS)?;
        let end = reading.position();
        reading.end()?;
        let after = &text[end..];
        Ok(Self {
            before,
            root,
            after,
        })
    }

    pub(super) fn into_bytes(self) -> Vec<u8> {
        let mut out = String::with_capacity(self.after.len() + 4096);
        out.push_str(self.before);
        self.root.write(&mut out);
        out.push_str(self.after);
        out.into_bytes()
    }
}

impl<'a> Node<'a> {
    /// Reads the element that `tag` opened, `levels` deep.
    fn read(
        reading: &mut Reading<'a>,
        tag: &Tag<'a>,
        before: &'a str,
        levels: usize,
    ) -> Result<Self, Box<values::Finding>> {
        let mut end = reading.position();
        let open = reading.slice(tag.start..end);
        let name = open[1..].split(|sign: char| sign.is_ascii_whitespace() || "/>".contains(sign));
        let mut node = Self {
            before: before.into(),
            open: open.into(),
            close: "".into(),
            name: name.into_iter().next().unwrap_or_default(),
            local: tag.name,
            space: space(reading.namespace(tag.prefix)),
            line: tag.line,
            children: Vec::new(),
            after: "".into(),
            known: false,
        };
        if levels == 1 || node.is_signature() {
            reading.skip()?;
        } else {
            loop {
                match reading.next()? {
                    Step::Open(child) => {
                        let before = reading.slice(end..child.start);
                        node.children
                            .push(Self::read(reading, &child, before, levels - 1)?);
                        end = reading.position();
                    }
                    Step::Text(_) => {}
                    Step::Close | Step::End => break,
                }
            }
        }
        let rest = reading.slice(end..reading.position());
        // Nothing within an end tag looks like the beginning of one.
        let (after, close) = rest.split_at(rest.rfind("</").unwrap_or(rest.len()));
        (node.after, node.close) = (after.into(), close.into());
        Ok(node)
    }

    fn write(&self, out: &mut String) {
        out.push_str(&self.before);
        out.push_str(&self.open);
        for child in &self.children {
            child.write(out);
        }
        out.push_str(&self.after);
        out.push_str(&self.close);
    }

    /// Whether it is customs', or would be if its namespace were told.
    pub(super) fn is_ours(&self) -> bool {
        self.space != Space::Other
    }

    pub(super) fn is_signature(&self) -> bool {
        self.local == "Signature"
    }

    /// What the start tag says behind the name.
    pub(super) fn attributes(&self) -> Vec<Attribute<'_>> {
        let rest = &self.open[1 + self.name.len()..];
        let mut rest = rest.trim_end_matches('>').trim_end_matches('/');
        let mut found = Vec::new();
        while let Some((key, behind)) = rest.split_once('=') {
            let behind = behind.trim_ascii_start();
            let quote = if behind.starts_with('\'') { '\'' } else { '"' };
            let Some((value, next)) = behind.get(1..).and_then(|text| text.split_once(quote))
            else {
                break;
            };
            let whole = &rest[..rest.len() - next.len()];
            let key = key.trim_ascii();
            found.push(Attribute { whole, key, value });
            rest = next;
        }
        found
    }

    /// The same start tag with another name and other attributes, each as it is written with the
    /// blank before it.
    pub(super) fn reopen(&mut self, name: &str, attributes: &str) {
        let kept: usize = self
            .attributes()
            .iter()
            .map(|found| found.whole.len())
            .sum();
        let tail = self.open[1 + self.name.len() + kept..].to_owned();
        let close = self
            .close
            .get(2 + self.name.len()..)
            .map(|rest| format!("</{name}{rest}"));
        self.open = format!("<{name}{attributes}{tail}").into();
        self.close = close.unwrap_or_default().into();
    }
}

/// One attribute as it is written.
#[derive(Debug, Clone, Copy)]
pub(super) struct Attribute<'t> {
    /// All of it, with the blank before it.
    pub whole: &'t str,
    pub key: &'t str,
    pub value: &'t str,
}

/// Which namespace an address is.
pub(super) fn space(address: Option<&str>) -> Space {
    match address {
        None => Space::Missing,
        Some(CEB) => Space::Ceb,
        Some(address) => {
            let bare = address.trim_ascii().trim_end_matches('/');
            if bare.eq_ignore_ascii_case(CEB) || bare.is_empty() {
                Space::Missing
            } else {
                Space::Other
            }
        }
    }
}
