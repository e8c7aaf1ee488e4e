//! The message itself: root, documents, and the blocks behind them.

use std::sync::Arc;

use values::Finding;

use super::{
    CEB, MOST_FINDINGS, SIGNATURES, Stop,
    block::{self, SUBSCRIBE, TRANSFER},
    document, foreign,
    reading::{Reading, Step, Tag},
    refused, stray,
    text::is_blank,
};
use crate::{
    Catalogue, Closing, Decoded, Document, Envelope, MessageType, Subscription, Transfer,
    problems::{
        BATCH_EMPTY, BATCH_TOO_FAULTY, BATCH_TOO_MANY, FIELD_MISSING, XML_GUID, XML_ORDER,
        XML_REPEATED, XML_ROOT, XML_TEXT, XML_UNKNOWN, XML_VERSION,
    },
};

/// Copies asked for in one message, at most.
const MOST_SUBSCRIPTIONS: usize = 5;

/// Reads the message that `root` opened.
pub(super) fn read(
    catalogue: &Catalogue,
    reading: &mut Reading<'_>,
    root: &Tag<'_>,
    out: &mut Decoded,
) -> Result<(), Stop> {
    let own = reading.namespace(root.prefix).map(str::to_owned);
    let message = root_type(catalogue, root, &mut out.findings);
    let envelope = out.envelope.insert(Envelope {
        number: message.map(|message| message.number),
        root: root.name.to_owned(),
        prefix: root.prefix.to_owned(),
        ..Envelope::default()
    });
    for (prefix, address) in reading
        .root_namespaces()
        .filter(|(prefix, _)| *prefix != root.prefix)
    {
        envelope
            .namespaces
            .push((prefix.to_owned(), address.to_owned()));
    }
    let faults = attributes(root, envelope);
    let Some(message) = message else {
        return reading.skip();
    };
    out.findings.extend(faults);
    if own.as_deref() != Some(CEB) {
        out.findings.push(foreign(root, own.as_deref(), CEB));
    }
    let mut walk = Walk {
        message,
        own,
        out,
        latest: 0,
        documents: 0,
        surplus: None,
        found: 0,
        last: root.line,
    };
    walk.children(reading)?;
    walk.close(root);
    Ok(())
}

/// The message of that root. A root that only comes near one is read as that one, and noted.
fn root_type<'c>(
    catalogue: &'c Catalogue,
    root: &Tag<'_>,
    findings: &mut Vec<Finding>,
) -> Option<&'c Arc<MessageType>> {
    if let Some(message) = catalogue.by_root(root.name) {
        return Some(message);
    }
    let near = root
        .name
        .get(..3)
        .filter(|start| start.eq_ignore_ascii_case("ceb"));
    let near = near.and_then(|_| catalogue.message(root.name.get(3..6)?));
    let mut finding = Finding::refused(XML_ROOT)
        .at(root.name.to_owned())
        .line(root.line)
        .saw(root.name);
    if let Some(message) = near {
        finding = finding.wants(&message.root).with("kind", "near");
    }
    findings.push(finding);
    near
}

/// Takes guid and version from the root, and tells what is wrong with its attributes.
fn attributes(root: &Tag<'_>, envelope: &mut Envelope) -> Vec<Finding> {
    let mut findings = Vec::new();
    let find = |name: &str| {
        root.attributes
            .iter()
            .find(|(key, _)| key == name)
            .map(|(_, value)| value.as_str())
    };
    let (guid, version) = (find("guid"), find("version"));
    envelope.guid = guid.unwrap_or_default().to_owned();
    envelope.version = version.unwrap_or_default().to_owned();
    let refused = |code, name: &'static str| Finding::refused(code).at(name).line(root.line);
    let length = envelope.guid.chars().count();
    if length != 36 {
        let finding = refused(XML_GUID, "guid").wants(36);
        findings.push(match guid {
            Some(_) => finding.saw(length),
            None => finding,
        });
    }
    if !(1..=10).contains(&envelope.version.chars().count()) {
        let mut finding = refused(XML_VERSION, "version").wants("1.0");
        finding.seen = version.map(str::to_owned);
        findings.push(finding);
    }
    findings.extend(stray(root).filter(|finding| !matches!(&*finding.field, "guid" | "version")));
    findings
}

/// The children of the root, one after the other.
struct Walk<'m, 'o> {
    message: &'m Arc<MessageType>,
    own: Option<String>,
    out: &'o mut Decoded,
    /// The furthest place in the message that was reached.
    latest: u8,
    documents: u32,
    /// The line of the first document that is one too many.
    surplus: Option<u32>,
    /// Findings of documents so far.
    found: usize,
    last: u32,
}

impl Walk<'_, '_> {
    fn children(&mut self, reading: &mut Reading<'_>) -> Result<(), Stop> {
        loop {
            if self.found + self.out.findings.len() > MOST_FINDINGS {
                return Err(Finding::refused(BATCH_TOO_FAULTY)
                    .wants(MOST_FINDINGS)
                    .into());
            }
            let tag = match reading.next()? {
                Step::Open(tag) => tag,
                Step::Text(text) if is_blank(&text) => continue,
                Step::Text(_) => {
                    let place = reading.position();
                    let line = reading.line_at(place);
                    self.push(
                        Finding::refused(XML_TEXT)
                            .at(self.message.root.to_string())
                            .line(line),
                    );
                    continue;
                }
                Step::Close | Step::End => return Ok(()),
            };
            self.last = tag.line;
            self.child(reading, &tag)?;
        }
    }

    fn child(&mut self, reading: &mut Reading<'_>, tag: &Tag<'_>) -> Result<(), Stop> {
        let address = reading.namespace(tag.prefix);
        let own = address == self.own.as_deref();
        let signature = tag.name == "Signature";
        let signs = signature && address == Some(SIGNATURES);
        if !own && !signs {
            self.push(foreign(
                tag,
                address,
                if signature { SIGNATURES } else { CEB },
            ));
            // Told as foreign, and not as absent too.
            match tag.name {
                name if *name == *self.message.node => self.documents += 1,
                "BaseTransfer" => drop(self.envelope().transfer.get_or_insert_default()),
                _ => {}
            }
            return reading.skip();
        }
        let bare = self.message.closing == Closing::Bare;
        match tag.name {
            name if *name == *self.message.node => self.document(reading, tag),
            "BaseTransfer" if !bare => self.transfer(reading, tag),
            "BaseSubscribe" if !bare => self.subscription(reading, tag),
            "ExtendMessage" | "Signature" if !bare => {
                if signature && own {
                    self.push(foreign(tag, Some(CEB), SIGNATURES));
                }
                self.carried(reading, tag)
            }
            _ => {
                self.push(refused(XML_UNKNOWN, tag).with("parent", self.message.root.to_string()));
                reading.skip()
            }
        }
    }

    fn document(&mut self, reading: &mut Reading<'_>, tag: &Tag<'_>) -> Result<(), Stop> {
        self.place(tag, 0);
        self.documents = self.documents.saturating_add(1);
        // What comes behind the last one allowed is counted, not kept: the file is refused.
        if self
            .message
            .documents
            .is_some_and(|most| self.documents > most)
        {
            self.surplus.get_or_insert(tag.line);
            return reading.skip();
        }
        let left = MOST_FINDINGS.saturating_sub(self.found);
        let document: Document =
            document::read(reading, tag, self.message, self.own.as_deref(), left)?;
        self.found += document.findings.len();
        self.out.documents.push(document);
        Ok(())
    }

    fn transfer(&mut self, reading: &mut Reading<'_>, tag: &Tag<'_>) -> Result<(), Stop> {
        self.place(tag, 1);
        if self.envelope().transfer.is_some() {
            self.push(refused(XML_REPEATED, tag));
            return reading.skip();
        }
        self.out.findings.extend(stray(tag));
        let [code, name, mode, id, note] =
            block::read(reading, tag, &TRANSFER, &mut self.out.findings)?;
        self.envelope().transfer = Some(Transfer {
            cop_code: code.unwrap_or_default(),
            cop_name: name.unwrap_or_default(),
            dxp_mode: mode.unwrap_or_default(),
            dxp_id: id.unwrap_or_default(),
            note,
        });
        Ok(())
    }

    fn subscription(&mut self, reading: &mut Reading<'_>, tag: &Tag<'_>) -> Result<(), Stop> {
        self.place(tag, 2);
        if self.envelope().subscriptions.len() >= MOST_SUBSCRIPTIONS {
            self.push(refused(XML_REPEATED, tag).wants(MOST_SUBSCRIPTIONS));
            return reading.skip();
        }
        self.out.findings.extend(stray(tag));
        let [status, mode, address, note] =
            block::read(reading, tag, &SUBSCRIBE, &mut self.out.findings)?;
        self.envelope().subscriptions.push(Subscription {
            status: status.unwrap_or_default(),
            dxp_mode: mode.unwrap_or_default(),
            dxp_address: address.unwrap_or_default(),
            note,
        });
        Ok(())
    }

    /// A block that is kept as it came.
    fn carried(&mut self, reading: &mut Reading<'_>, tag: &Tag<'_>) -> Result<(), Stop> {
        let signature = tag.name == "Signature";
        let last = signature == (self.message.closing == Closing::SignatureLast);
        self.place(tag, if last { 4 } else { 3 });
        let range = reading.whole(tag)?;
        let bytes = reading.slice(range).as_bytes().to_vec();
        let envelope = self.envelope();
        let kept = if signature {
            &mut envelope.signature
        } else {
            &mut envelope.extension
        };
        if kept.is_some() {
            self.push(refused(XML_REPEATED, tag));
        } else {
            *kept = Some(bytes);
        }
        Ok(())
    }

    /// What the message lacks.
    fn close(&mut self, root: &Tag<'_>) {
        if self.documents == 0 {
            let finding = Finding::refused(BATCH_EMPTY).at(self.message.node.to_string());
            self.push(finding.line(root.line));
        }
        if let Some(most) = self.message.documents.filter(|most| self.documents > *most) {
            let finding = Finding::refused(BATCH_TOO_MANY).at(self.message.node.to_string());
            let line = self.surplus.unwrap_or(root.line);
            self.push(finding.line(line).saw(self.documents).wants(most));
        }
        let bare = self.message.closing == Closing::Bare;
        if !bare && self.envelope().transfer.is_none() {
            let finding = Finding::refused(FIELD_MISSING)
                .at("BaseTransfer")
                .line(self.last);
            self.push(finding.with("parent", root.name));
        }
    }

    /// Notes an element that comes behind one it should stand before.
    fn place(&mut self, tag: &Tag<'_>, place: u8) {
        if place < self.latest {
            let names = match self.message.closing {
                Closing::ExtensionLast => [
                    "BaseTransfer",
                    "BaseSubscribe",
                    "Signature",
                    "ExtendMessage",
                ],
                Closing::SignatureLast | Closing::Bare => [
                    "BaseTransfer",
                    "BaseSubscribe",
                    "ExtendMessage",
                    "Signature",
                ],
            };
            let before = names[usize::from(self.latest) - 1];
            self.push(refused(XML_ORDER, tag).wants(before).with("side", "before"));
        }
        self.latest = self.latest.max(place);
    }

    fn envelope(&mut self) -> &mut Envelope {
        self.out.envelope.get_or_insert_default()
    }

    fn push(&mut self, finding: Finding) {
        self.out.findings.push(finding);
    }
}
