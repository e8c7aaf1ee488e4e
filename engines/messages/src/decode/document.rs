//! One document: its head, its lines, their fields in the table's order.

use std::sync::Arc;

use values::Finding;

use super::{
    MOST_FINDINGS, Stop, foreign,
    nearest::nearest,
    order::misplaced,
    reading::{Reading, Step, Tag},
    refused, stray,
    text::is_blank,
};
use crate::{
    Document, FieldId, Kind, MessageType, Place, Record,
    problems::{
        BATCH_TOO_FAULTY, FIELD_MISSING, LINE_TOO_MANY, XML_EMPTY, XML_ORDER, XML_REPEATED,
        XML_TEXT, XML_UNKNOWN,
    },
    record::{Entry, size},
};

/// Reads the document that `tag` opened. `own` is the namespace its elements have to be in,
/// `left` how many findings it may still cause.
pub(super) fn read(
    reading: &mut Reading<'_>,
    tag: &Tag<'_>,
    message: &Arc<MessageType>,
    own: Option<&str>,
    left: usize,
) -> Result<Document, Stop> {
    let mut page = Page {
        message,
        own,
        told: None,
        left,
        record: Record::new(message),
        findings: stray(tag).collect(),
        lines: 0,
        surplus: None,
    };
    match &message.head {
        None => page.part(reading, tag, 0)?,
        Some(head) => page.parts(reading, tag, head)?,
    }
    for finding in &mut page.findings {
        finding.paper.message = message.number.to_string().into();
    }
    Ok(Document {
        message: message.number,
        record: page.record,
        findings: page.findings,
        line: tag.line,
        span: tag.start..reading.position(),
    })
}

struct Page<'m, 'o> {
    message: &'m MessageType,
    own: Option<&'o str>,
    /// A foreign namespace that was told of the part being read: not once more of all it holds.
    told: Option<String>,
    left: usize,
    record: Record,
    findings: Vec<Finding>,
    /// Lines seen, kept or not.
    lines: u32,
    /// Where the first line stands that is one too many.
    surplus: Option<u32>,
}

impl Page<'_, '_> {
    /// A document whose fields stand in a head and in lines.
    fn parts(&mut self, reading: &mut Reading<'_>, node: &Tag<'_>, head: &str) -> Result<(), Stop> {
        let message = self.message;
        let lines = message.lines.as_ref();
        let mut head_seen = false;
        while let Some(tag) = self.child(reading, node)? {
            let line_name = lines.is_some_and(|lines| *lines.name == *tag.name);
            if tag.name == head || line_name {
                self.told = None;
                if !self.owns(reading, &tag) {
                    self.foreign(reading, &tag);
                    self.told = reading.namespace(tag.prefix).map(str::to_owned);
                }
            }
            if tag.name == head {
                if head_seen {
                    self.findings.push(refused(XML_REPEATED, &tag));
                    reading.skip()?;
                    continue;
                }
                if let (Some(lines), true) = (lines, self.lines > 0) {
                    let finding = refused(XML_ORDER, &tag).wants(&lines.name);
                    self.findings.push(finding.with("side", "before"));
                }
                head_seen = true;
                self.findings.extend(stray(&tag));
                self.part(reading, &tag, 0)?;
            } else if line_name {
                self.lines = self.lines.saturating_add(1);
                let most = lines.and_then(|lines| lines.most);
                if most.is_some_and(|most| self.lines > most) {
                    self.surplus.get_or_insert(tag.line);
                    reading.skip()?;
                    continue;
                }
                let item = self.record.add_line();
                self.findings.extend(stray(&tag));
                self.part(reading, &tag, item)?;
            } else {
                let names = lines.map(|lines| &*lines.name).into_iter().chain([head]);
                self.unknown(reading, &tag, node, names)?;
            }
        }
        let missing = |name: &str| {
            let finding = Finding::refused(FIELD_MISSING)
                .at(name.to_owned())
                .line(node.line);
            finding.with("parent", node.name)
        };
        if !head_seen {
            self.findings.push(missing(head));
        }
        if let Some(lines) = lines {
            if self.lines < lines.least {
                self.findings.push(missing(&lines.name));
            }
            if let Some(most) = lines.most.filter(|most| self.lines > *most) {
                let finding = Finding::refused(LINE_TOO_MANY).at(lines.name.to_string());
                let finding = finding.line(self.surplus.unwrap_or(node.line));
                self.findings.push(finding.saw(self.lines).wants(most));
            }
        }
        // Lines before the head were stored before it.
        self.record
            .entries
            .sort_by_key(|entry| (entry.item, entry.field));
        Ok(())
    }

    /// The fields of the head (0) or of one line.
    fn part(&mut self, reading: &mut Reading<'_>, node: &Tag<'_>, item: u32) -> Result<(), Stop> {
        let message = self.message;
        let place = Record::place_of(item);
        let range = message.range(place);
        let (first, mark) = (self.record.entries.len(), self.findings.len());
        // One past the furthest row reached: on the good road the next element is that row, or
        // an optional one further on.
        let mut next = range.start;
        let mut in_order = true;
        while let Some(tag) = self.child(reading, node)? {
            let row = (next..range.end)
                .take(6)
                .map(FieldId)
                .find(|id| *message.row(*id).name == *tag.name);
            let row = row.or_else(|| message.named(place, tag.name));
            let Some(id) = row else {
                let names = message.part(place).map(|(_, field)| &*field.name);
                self.unknown(reading, &tag, node, names)?;
                continue;
            };
            // Read all the same: that it is absent too would be a second fault that is none.
            if !self.owns(reading, &tag) {
                self.foreign(reading, &tag);
            }
            if id.0 < next {
                if self.record.entries[first..]
                    .iter()
                    .any(|entry| entry.field == id.0)
                {
                    self.findings.push(refused(XML_REPEATED, &tag));
                    reading.skip()?;
                    continue;
                }
                in_order = false;
            }
            next = next.max(id.0 + 1);
            self.value(reading, &tag, id, item)?;
        }
        if !in_order {
            self.tell_order(first, place);
            self.record.entries[first..].sort_by_key(|entry| entry.field);
        }
        self.tell_missing(first, place, node);
        if item > 0 && self.findings.len() > mark {
            let number = self.line_number(first).unwrap_or(item);
            for finding in &mut self.findings[mark..] {
                finding.paper.item = Some(number);
            }
        }
        Ok(())
    }

    /// The text of one field, straight into the record.
    fn value(
        &mut self,
        reading: &mut Reading<'_>,
        tag: &Tag<'_>,
        id: FieldId,
        item: u32,
    ) -> Result<(), Stop> {
        self.findings.extend(stray(tag));
        let start = self.record.text.len();
        loop {
            match reading.next()? {
                Step::Text(text) => self.record.text.push_str(&text),
                Step::Open(inner) => {
                    let finding = refused(XML_UNKNOWN, &inner).with("parent", tag.name);
                    self.findings.push(finding);
                    self.weigh()?;
                    reading.skip()?;
                }
                Step::Close | Step::End => break,
            }
            if self.record.text.len() - start > reading.limits().text {
                return Err(reading.too_long(tag.name, tag.line));
            }
        }
        let field = self.message.row(id);
        // Blanks around a decimal do not belong to it, by the schema's own rule for them.
        let text = &self.record.text[start..];
        let (skipped, text) = match field.kind {
            Kind::Decimal { .. } => {
                let kept = text.trim_start_matches([' ', '\t', '\n', '\r']);
                (
                    text.len() - kept.len(),
                    kept.trim_end_matches([' ', '\t', '\n', '\r']),
                )
            }
            Kind::Text { .. } => (0, text),
        };
        let (start, length) = (size(start + skipped), size(text.len()));
        if length == 0 && !field.kind.may_be_empty() {
            let code = if field.is_mandatory() {
                FIELD_MISSING
            } else {
                XML_EMPTY
            };
            self.findings.push(refused(code, tag));
        }
        self.record.entries.push(Entry {
            item,
            field: id.0,
            line: tag.line,
            start,
            length,
        });
        Ok(())
    }

    /// The next element within `node`; `None` at its end.
    fn child<'a>(
        &mut self,
        reading: &mut Reading<'a>,
        node: &Tag<'_>,
    ) -> Result<Option<Tag<'a>>, Stop> {
        loop {
            match reading.next()? {
                Step::Open(tag) => {
                    self.weigh()?;
                    return Ok(Some(tag));
                }
                Step::Text(text) if is_blank(&text) => {}
                Step::Text(_) => {
                    let at = reading.position();
                    let finding = refused(XML_TEXT, node).line(reading.line_at(at));
                    self.findings.push(finding);
                }
                Step::Close | Step::End => return Ok(None),
            }
        }
    }

    fn owns(&self, reading: &Reading<'_>, tag: &Tag<'_>) -> bool {
        let address = reading.namespace(tag.prefix);
        address == self.own || self.told.is_some() && address == self.told.as_deref()
    }

    fn foreign(&mut self, reading: &Reading<'_>, tag: &Tag<'_>) {
        let address = reading.namespace(tag.prefix);
        let finding = foreign(tag, address, self.own.unwrap_or_default());
        self.findings.push(finding);
    }

    /// An element that has no place here, or is not customs'.
    fn unknown<'n>(
        &mut self,
        reading: &mut Reading<'_>,
        tag: &Tag<'_>,
        node: &Tag<'_>,
        names: impl Iterator<Item = &'n str>,
    ) -> Result<(), Stop> {
        let finding = if self.owns(reading, tag) {
            let mut finding = refused(XML_UNKNOWN, tag).with("parent", node.name);
            if let Some(name) = nearest(tag.name, names) {
                finding = finding.wants(name).with("kind", "near");
            }
            finding
        } else {
            refused(XML_UNKNOWN, tag).with("parent", node.name)
        };
        self.findings.push(finding);
        reading.skip()
    }

    /// Names the elements out of their place, each with the one it belongs behind.
    fn tell_order(&mut self, first: usize, place: Place) {
        let message = self.message;
        let came = &self.record.entries[first..];
        let ids: Vec<u16> = came.iter().map(|entry| entry.field).collect();
        let weight = |id| {
            if message.row(FieldId(id)).is_mandatory() {
                2
            } else {
                1
            }
        };
        for at in misplaced(&ids, weight) {
            let entry = came[at];
            let here = |id: &u16| ids.contains(id) || message.row(FieldId(*id)).is_mandatory();
            let range = message.range(place);
            let before = (range.start..entry.field).rev().find(here);
            let behind = (entry.field + 1..range.end).find(here);
            let (side, other) = match (before, behind) {
                (Some(before), _) => ("after", before),
                (None, Some(behind)) => ("before", behind),
                // Out of order needs two.
                (None, None) => continue,
            };
            let name = |id: u16| message.row(FieldId(id)).name.to_string();
            let finding = Finding::refused(XML_ORDER)
                .at(name(entry.field))
                .line(entry.line);
            self.findings
                .push(finding.wants(name(other)).with("side", side));
        }
    }

    /// Names the mandatory elements that are absent, each with the line it belongs behind.
    fn tell_missing(&mut self, first: usize, place: Place, node: &Tag<'_>) {
        let mut line = node.line;
        let mut entries = self.record.entries[first..].iter().peekable();
        for (id, field) in self.message.part(place) {
            if let Some(entry) = entries.next_if(|entry| entry.field == id.0) {
                line = entry.line;
            } else if field.is_mandatory() {
                let finding = Finding::refused(FIELD_MISSING)
                    .at(field.name.to_string())
                    .line(line);
                self.findings.push(finding.with("parent", node.name));
            }
        }
    }

    /// What the line calls itself.
    fn line_number(&self, first: usize) -> Option<u32> {
        let entries = self.record.entries[first..].iter();
        let mut numbers =
            entries.filter(|entry| self.message.row(FieldId(entry.field)).numbering.is_some());
        self.record.text_of(numbers.next()?).parse().ok()
    }

    /// Ends the reading of a file that is made of faults.
    fn weigh(&self) -> Result<(), Stop> {
        if self.findings.len() <= self.left {
            return Ok(());
        }
        let finding = Finding::refused(BATCH_TOO_FAULTY).wants(MOST_FINDINGS);
        Err(finding.into())
    }
}
