//! Pulling a text apart: tags with their namespace and line, texts without copying, limits kept.

mod attributes;

use std::{borrow::Cow, ops::Range};

use quick_xml::{
    Error, Reader,
    errors::{IllFormedError, SyntaxError},
    events::{BytesDecl, BytesStart, Event},
};
use values::Finding;

use super::{
    Stop,
    text::{is_allowed, is_blank, within},
};
use crate::{
    Limits,
    problems::{XML_BROKEN, XML_CHARACTER, XML_DTD, XML_ENCODING, XML_TOO_DEEP, XML_TOO_LONG},
};

/// What comes next in the text. Comments and instructions are passed over.
pub(crate) enum Step<'a> {
    /// An element begins. One without content is closed by the next step.
    Open(Tag<'a>),
    /// The element last opened ends.
    Close,
    /// Text, a piece of it: an entity or a comment parts it.
    Text(Cow<'a, str>),
    /// The text is at its end.
    End,
}

/// The tag that opens an element.
#[derive(Debug)]
pub(crate) struct Tag<'a> {
    /// Name without prefix.
    pub name: &'a str,
    pub prefix: &'a str,
    /// Where it begins in the text.
    pub start: usize,
    /// On which line, from 1.
    pub line: u32,
    /// Its attributes, namespaces apart.
    pub attributes: Vec<(String, String)>,
}

/// A prefix, what it stands for and from which depth on.
struct Binding {
    depth: usize,
    prefix: String,
    address: String,
}

/// A text being read.
pub(crate) struct Reading<'a> {
    text: &'a str,
    reader: Reader<&'a [u8]>,
    limits: Limits,
    depth: usize,
    /// The last tag had no content: its close has still to be told.
    empty: bool,
    bindings: Vec<Binding>,
    /// Lines are counted from here on.
    counted: usize,
    line: u32,
    /// Whether carriage returns stand anywhere in the text.
    returns: bool,
    /// Whether `]]>` stands anywhere in it.
    sections: bool,
    /// What is wrong with the XML declaration.
    pub(crate) declaration: Option<Finding>,
}

impl<'a> Reading<'a> {
    pub(crate) fn new(text: &'a str, limits: Limits) -> Self {
        let mut reader = Reader::from_str(text);
        reader.config_mut().check_comments = true;
        Self {
            text,
            reader,
            limits,
            depth: 0,
            empty: false,
            bindings: Vec::new(),
            counted: 0,
            line: 1,
            returns: text.contains('\r'),
            sections: text.contains("]]>"),
            declaration: None,
        }
    }

    pub(crate) fn limits(&self) -> &Limits {
        &self.limits
    }

    /// Just behind the last step.
    pub(crate) fn position(&self) -> usize {
        usize::try_from(self.reader.buffer_position())
            .map_or(self.text.len(), |at| at.min(self.text.len()))
    }

    /// The line of that place, from 1.
    pub(crate) fn line_at(&mut self, at: usize) -> u32 {
        if at < self.counted {
            (self.counted, self.line) = (0, 1);
        }
        let passed = &self.text.as_bytes()[self.counted..at];
        let breaks = passed.iter().filter(|byte| **byte == b'\n').count();
        self.line = self
            .line
            .saturating_add(u32::try_from(breaks).unwrap_or(u32::MAX));
        self.counted = at;
        self.line
    }

    /// What the prefix stands for here; `None` where nothing was said.
    pub(crate) fn namespace(&self, prefix: &str) -> Option<&str> {
        let binding = self
            .bindings
            .iter()
            .rev()
            .find(|binding| binding.prefix == prefix)?;
        Some(binding.address.as_str()).filter(|address| !address.is_empty())
    }

    /// Prefixes and addresses that stand on the root.
    pub(crate) fn root_namespaces(&self) -> impl Iterator<Item = (&str, &str)> {
        let roots = self.bindings.iter().filter(|binding| binding.depth == 1);
        roots.map(|binding| (binding.prefix.as_str(), binding.address.as_str()))
    }

    /// The next step.
    pub(crate) fn next(&mut self) -> Result<Step<'a>, Stop> {
        if self.empty {
            self.empty = false;
            self.leave();
            return Ok(Step::Close);
        }
        loop {
            let start = self.position();
            match self.reader.read_event() {
                Ok(Event::Start(tag)) => return self.open(start, &tag).map(Step::Open),
                Ok(Event::Empty(tag)) => {
                    self.empty = true;
                    return self.open(start, &tag).map(Step::Open);
                }
                Ok(Event::End(_)) => {
                    self.leave();
                    return Ok(Step::Close);
                }
                Ok(Event::Text(text)) => {
                    let text = text.into_inner();
                    if self.sections && text.contains("]]>") {
                        return Err(self.broken("text"));
                    }
                    return Ok(Step::Text(self.piece(text)));
                }
                Ok(Event::CData(text)) => return Ok(Step::Text(self.piece(text.into_inner()))),
                Ok(Event::GeneralRef(name)) => return self.reference(&name).map(Step::Text),
                Ok(Event::Decl(declaration)) if start == 0 => {
                    self.declaration = declared(&declaration);
                }
                Ok(Event::Decl(_)) => return Err(self.broken("declaration")),
                Ok(Event::Comment(_) | Event::PI(_)) => {}
                Ok(Event::DocType(_)) => return Err(self.doctype(start)),
                Ok(Event::Eof) if self.depth > 0 => return Err(self.broken("cut")),
                Ok(Event::Eof) => return Ok(Step::End),
                Err(error) => return Err(self.fault(start, &error)),
            }
        }
    }

    /// Passes over the rest of the element last opened.
    pub(crate) fn skip(&mut self) -> Result<(), Stop> {
        let outside = self.depth - 1;
        while self.depth > outside {
            self.next()?;
        }
        Ok(())
    }

    /// The whole of the element that `tag` opened, as a range of the text.
    pub(crate) fn whole(&mut self, tag: &Tag<'_>) -> Result<Range<usize>, Stop> {
        self.skip()?;
        Ok(tag.start..self.position())
    }

    pub(crate) fn slice(&self, range: Range<usize>) -> &'a str {
        &self.text[range]
    }

    /// Nothing but blanks and comments may follow.
    pub(crate) fn end(&mut self) -> Result<(), Stop> {
        loop {
            match self.next()? {
                Step::End => return Ok(()),
                Step::Text(text) if is_blank(&text) => {}
                Step::Text(_) | Step::Open(_) | Step::Close => return Err(self.broken("behind")),
            }
        }
    }

    /// The text cannot be followed any further; `kind` is what the sentence chooses by.
    pub(crate) fn broken(&mut self, kind: &'static str) -> Stop {
        let line = self.line_at(self.position());
        Finding::refused(XML_BROKEN)
            .line(line)
            .with("kind", kind)
            .into()
    }

    fn leave(&mut self) {
        while self
            .bindings
            .last()
            .is_some_and(|binding| binding.depth == self.depth)
        {
            self.bindings.pop();
        }
        self.depth -= 1;
    }

    fn open(&mut self, start: usize, tag: &BytesStart<'_>) -> Result<Tag<'a>, Stop> {
        let line = self.line_at(start);
        self.depth += 1;
        // The name once more, but borrowed from the text instead of from the event.
        let name = start + 1..start + 1 + tag.name().into_inner().len();
        let name: &'a str = &self.text[name];
        let (prefix, local) = name.split_once(':').unwrap_or(("", name));
        if self.depth > self.limits.depth {
            let finding = Finding::refused(XML_TOO_DEEP).at(local.to_owned());
            return Err(finding.line(line).wants(self.limits.depth).into());
        }
        if self.position() - start > self.limits.text {
            return Err(self.too_long(local, line));
        }
        if local.is_empty() || name.contains(['<', '&', '"', '\'']) || local.contains(':') {
            return Err(self.broken("tag"));
        }
        let attributes = if is_blank(tag.attributes_raw()) {
            Vec::new()
        } else {
            self.attributes(tag, line)?
        };
        Ok(Tag {
            name: local,
            prefix,
            start,
            line,
            attributes,
        })
    }

    /// A piece of text as XML hands it on: line ends are line feeds.
    fn piece(&self, text: Cow<'a, str>) -> Cow<'a, str> {
        if self.returns && text.contains('\r') {
            return text.replace("\r\n", "\n").replace('\r', "\n").into();
        }
        text
    }

    /// The text or tag of that element is longer than is read.
    pub(crate) fn too_long(&self, name: &str, line: u32) -> Stop {
        // A name may be what is too long.
        let name: String = name.chars().take(100).collect();
        let finding = Finding::refused(XML_TOO_LONG).at(name).line(line);
        finding.wants(self.limits.text).into()
    }

    /// The five names XML defines and numbers; any other would need a definition.
    fn reference(&mut self, name: &str) -> Result<Cow<'a, str>, Stop> {
        let known = match name {
            "lt" => "<",
            "gt" => ">",
            "amp" => "&",
            "quot" => "\"",
            "apos" => "'",
            _ => "",
        };
        if !known.is_empty() {
            return Ok(known.into());
        }
        let number = name.strip_prefix('#');
        match number.map(numbered) {
            Some(Some(sign)) if is_allowed(sign) => Ok(sign.to_string().into()),
            Some(_) => Err(self.refused(XML_CHARACTER, name)),
            None => Err(self.refused(XML_DTD, name)),
        }
    }

    /// A reference that stands for nothing here.
    fn refused(&mut self, code: &'static str, name: &str) -> Stop {
        let at = self.position();
        let before = &self.text.as_bytes()[..at];
        Finding::refused(code)
            .at(within(before).into_owned())
            .line(self.line_at(at))
            .saw(format!("&{name};"))
            .into()
    }

    fn doctype(&mut self, start: usize) -> Stop {
        let line = self.line_at(start);
        Finding::refused(XML_DTD)
            .line(line)
            .saw("<!DOCTYPE>")
            .into()
    }

    fn fault(&mut self, start: usize, error: &Error) -> Stop {
        let place = usize::try_from(self.reader.error_position()).unwrap_or(start);
        let place = place.clamp(start, self.text.len());
        let mut finding = Finding::refused(XML_BROKEN).line(self.line_at(place));
        let kind = match error {
            Error::Syntax(SyntaxError::UnclosedDoctype) => return self.doctype(start),
            Error::Syntax(SyntaxError::InvalidBangMarkup) => "tag",
            Error::Syntax(_) => "cut",
            Error::IllFormed(IllFormedError::MismatchedEndTag { expected, found }) => {
                finding = finding
                    .saw(format!("</{found}>"))
                    .wants(format!("</{expected}>"));
                "end-tag"
            }
            Error::IllFormed(IllFormedError::UnmatchedEndTag(found)) => {
                finding = finding.saw(format!("</{found}>"));
                "no-start"
            }
            Error::IllFormed(IllFormedError::UnclosedReference) | Error::Escape(_) => "reference",
            Error::IllFormed(IllFormedError::DoubleHyphenInComment) => "comment",
            Error::IllFormed(_) => "declaration",
            Error::InvalidAttr(_) => "attribute",
            Error::Io(_) | Error::Encoding(_) | Error::Namespace(_) => "tag",
        };
        finding.with("kind", kind).into()
    }
}

/// The character of a number, `65` or `x41`: digits alone, no sign before them.
fn numbered(number: &str) -> Option<char> {
    let (digits, radix) = match number.strip_prefix('x') {
        Some(digits) => (digits, 16),
        None => (number, 10),
    };
    let plain = digits.chars().all(|digit| digit.is_digit(radix));
    let number = u32::from_str_radix(digits, radix).ok().filter(|_| plain)?;
    char::from_u32(number)
}

/// What is wrong with the declaration: it is no XML 1.0, or names another encoding.
fn declared(declaration: &BytesDecl<'_>) -> Option<Finding> {
    let broken = Finding::refused(XML_BROKEN)
        .line(1)
        .with("kind", "declaration");
    if !declaration.version().is_ok_and(|version| version == "1.0") {
        return Some(broken);
    }
    let alone = declaration.standalone();
    if alone.is_some_and(|alone| !alone.is_ok_and(|it| matches!(&*it, "yes" | "no"))) {
        return Some(broken);
    }
    let Ok(named) = declaration.encoding()? else {
        return Some(broken);
    };
    let utf8 = named.eq_ignore_ascii_case("utf-8") || named.eq_ignore_ascii_case("utf8");
    (!utf8).then(|| {
        Finding::refused(XML_ENCODING)
            .line(1)
            .saw(named)
            .wants("UTF-8")
    })
}
