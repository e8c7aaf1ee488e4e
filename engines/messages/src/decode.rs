//! From bytes to documents: what XML, the envelope and the table's order have to say. Nothing is
//! decided here about the values; that is [`check`](crate::check()).
//!
//! Faults are of two kinds. One of the file (encoding, envelope, namespace, too many documents)
//! refuses it whole; where the text cannot be followed any further, reading also stops. One of a
//! document (an element unknown, missing, twice, out of place) stays with that document, and its
//! neighbours are read on.

mod block;
mod document;
mod envelope;
mod nearest;
mod order;
pub(crate) mod reading;
pub(crate) mod text;
pub(crate) mod wrapper;

use values::Finding;

use self::reading::{Reading, Step, Tag};
use crate::{Catalogue, Decoded, Limits, problems};

/// Customs' namespace.
pub(crate) const CEB: &str = "http://www.chinaport.gov.cn/ceb";
/// The exchange's namespace.
const DXP: &str = "http://www.chinaport.gov.cn/dxp";
/// The namespace of signatures.
const SIGNATURES: &str = "http://www.w3.org/2000/09/xmldsig#";
/// Findings after which a file is read no further: no memory is spent on a file made of faults.
const MOST_FINDINGS: usize = 10_000;

/// Reading cannot go on; the finding says why.
type Stop = Box<Finding>;

/// An element of another namespace than the one wanted.
fn foreign(tag: &Tag<'_>, seen: Option<&str>, want: &str) -> Finding {
    let mut finding = Finding::refused(problems::XML_NAMESPACE)
        .at(tag.name.to_owned())
        .line(tag.line);
    finding.seen = seen.map(str::to_owned);
    finding.wants(want)
}

/// A finding for each attribute the schema does not know.
fn stray(tag: &Tag<'_>) -> impl Iterator<Item = Finding> {
    // A hint where the schema lies changes nothing; `xsi:nil` and `xsi:type` would.
    let known = |key: &str| {
        key.starts_with("xml:")
            || matches!(key, "xsi:schemaLocation" | "xsi:noNamespaceSchemaLocation")
    };
    let strays = tag.attributes.iter().filter(move |(key, _)| !known(key));
    strays.map(|(key, _)| {
        let finding = Finding::refused(problems::XML_ATTRIBUTE)
            .at(key.clone())
            .line(tag.line);
        finding.with("parent", tag.name)
    })
}

/// Refused for what that element is.
fn refused(code: &'static str, tag: &Tag<'_>) -> Finding {
    Finding::refused(code)
        .at(tag.name.to_owned())
        .line(tag.line)
}

impl Catalogue {
    /// Reads a file: a message, bare or in the exchange's wrapper. Everything found wrong with
    /// its form is in the answer, for the file and for each document, up to the place where the
    /// text can no longer be followed.
    #[must_use]
    pub fn decode(&self, bytes: &[u8], limits: &Limits) -> Decoded {
        let mut out = Decoded::default();
        if let Err(stop) = self.read_file(bytes, limits, true, &mut out) {
            out.findings.push(*stop);
        }
        out.refused_whole = out.findings.iter().any(Finding::refuses);
        if let Some(number) = out.envelope.as_ref().and_then(|envelope| envelope.number) {
            let loose = |finding: &&mut Finding| finding.paper.message.is_empty();
            for finding in out.findings.iter_mut().filter(loose) {
                finding.paper.message = number.to_string().into();
            }
        }
        out
    }

    /// `wrapped`: whether a wrapper may stand around the message; inside one it may not.
    fn read_file(
        &self,
        bytes: &[u8],
        limits: &Limits,
        wrapped: bool,
        out: &mut Decoded,
    ) -> Result<(), Stop> {
        if bytes.len() > limits.bytes {
            let finding = Finding::refused(problems::XML_TOO_LARGE).line(1);
            return Err(finding.saw(bytes.len()).wants(limits.bytes).into());
        }
        let text = text::read(bytes, &mut out.findings)?;
        let mut reading = Reading::new(text, *limits);
        let root = loop {
            match reading.next()? {
                Step::Open(tag) => break tag,
                Step::Text(text) if text::is_blank(&text) => {}
                Step::Text(_) | Step::Close | Step::End => return Err(reading.broken("no-root")),
            }
        };
        out.findings.extend(reading.declaration.take());
        if wrapped && matches!(root.name, "DxpMsg" | "DxpMsgSv") {
            return self.read_wrapper(&mut reading, &root, limits, out);
        }
        envelope::read(self, &mut reading, &root, out)?;
        reading.end()
    }

    fn read_wrapper(
        &self,
        reading: &mut Reading<'_>,
        root: &Tag<'_>,
        limits: &Limits,
        out: &mut Decoded,
    ) -> Result<(), Stop> {
        let read = wrapper::read(reading, root, &mut out.findings);
        let inner = match read.data {
            Ok(data) => self.read_file(&data, limits, false, out),
            Err(stop) => Err(stop),
        };
        let envelope = out.envelope.get_or_insert_default();
        let named = &read.wrapper.msg_type;
        if !named.is_empty() && !envelope.root.is_empty() && *named != envelope.root {
            let note = Finding::note(problems::WRAPPER_TYPE).at("MsgType");
            let note = note.line(read.type_line);
            out.findings.push(note.saw(named).wants(&envelope.root));
        }
        envelope.wrapper = Some(read.wrapper);
        inner
    }
}
