//! The exchange's wrapper: `DxpMsg`, and the `DxpMsgSv` of the transport layer around it.

use base64::{
    Engine,
    alphabet::STANDARD,
    engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig},
};
use values::Finding;

use super::{
    DXP, MOST_FINDINGS, Stop,
    block::leaf,
    foreign,
    reading::{Reading, Step, Tag},
    text::is_blank,
};
use crate::{
    Wrapper,
    problems::{
        BATCH_TOO_FAULTY, FIELD_MISSING, WRAPPER_DATA, XML_REPEATED, XML_TEXT, XML_TOO_LARGE,
        XML_UNKNOWN,
    },
};

pub(crate) const BASE64: GeneralPurpose = GeneralPurpose::new(
    &STANDARD,
    GeneralPurposeConfig::new().with_decode_padding_mode(DecodePaddingMode::Indifferent),
);

/// Firms a message may go to at once.
const MOST_RECEIVERS: usize = 5;

/// Elements and the parents they stand in; each once, but the receivers.
const KNOWN: [(&str, &str); 11] = [
    ("DxpMsgSv", "SvNo"),
    ("DxpMsgSv", "DxpMsg"),
    ("DxpMsg", "TransInfo"),
    ("DxpMsg", "Data"),
    ("DxpMsg", "AddInfo"),
    ("TransInfo", "CopMsgId"),
    ("TransInfo", "SenderId"),
    ("TransInfo", "ReceiverIds"),
    ("TransInfo", "CreatTime"),
    ("TransInfo", "MsgType"),
    ("ReceiverIds", "ReceiverId"),
];

/// What a wrapper says and what it holds.
pub(super) struct Unwrapped {
    pub wrapper: Wrapper,
    /// The line that names the message.
    pub type_line: u32,
    /// The bytes of the message, or why there are none.
    pub data: Result<Vec<u8>, Stop>,
}

/// Reads the wrapper that `root` opened, to the end of the file.
pub(super) fn read(
    reading: &mut Reading<'_>,
    root: &Tag<'_>,
    findings: &mut Vec<Finding>,
) -> Unwrapped {
    let address = reading.namespace(root.prefix);
    if address != Some(DXP) {
        findings.push(foreign(root, address, DXP));
    }
    let mut state = Unwrapping {
        own: address.map(str::to_owned),
        seen: Vec::new(),
        info: root.line,
        findings,
        wrapper: Wrapper::default(),
        type_line: root.line,
        data: None,
    };
    state.wrapper.transported = root.name == "DxpMsgSv";
    let read = state.node(reading, root).and_then(|()| reading.end());
    if read.is_ok() {
        state.demand();
    }
    let Unwrapping {
        wrapper,
        type_line,
        data,
        ..
    } = state;
    let missing = || {
        Finding::refused(WRAPPER_DATA)
            .at("Data")
            .line(root.line)
            .with("kind", "missing")
            .into()
    };
    let data = read.and_then(|()| data.unwrap_or_else(|| Err(missing())));
    Unwrapped {
        wrapper,
        type_line,
        data,
    }
}

struct Unwrapping<'f> {
    findings: &'f mut Vec<Finding>,
    /// The namespace its elements have to be in.
    own: Option<String>,
    /// Elements that came and may stand once.
    seen: Vec<&'static str>,
    /// The line where the number of the transfer belongs.
    info: u32,
    wrapper: Wrapper,
    type_line: u32,
    data: Option<Result<Vec<u8>, Stop>>,
}

impl Unwrapping<'_> {
    /// The elements within one that holds others.
    fn node(&mut self, reading: &mut Reading<'_>, parent: &Tag<'_>) -> Result<(), Stop> {
        loop {
            match reading.next()? {
                Step::Open(tag) => self.child(reading, parent, &tag)?,
                Step::Text(text) if is_blank(&text) => {}
                Step::Text(_) => self.tell(XML_TEXT, parent.name, parent.line),
                Step::Close | Step::End => return Ok(()),
            }
        }
    }

    fn child(
        &mut self,
        reading: &mut Reading<'_>,
        parent: &Tag<'_>,
        tag: &Tag<'_>,
    ) -> Result<(), Stop> {
        if self.findings.len() > MOST_FINDINGS {
            return Err(Finding::refused(BATCH_TOO_FAULTY)
                .wants(MOST_FINDINGS)
                .into());
        }
        if tag.name == "Signature" {
            self.wrapper.signed |= parent.name == "DxpMsg";
            return reading.skip();
        }
        let address = reading.namespace(tag.prefix);
        if address != self.own.as_deref() {
            let finding = foreign(tag, address, DXP);
            self.findings.push(finding);
        }
        let known = KNOWN
            .iter()
            .find(|known| **known == (parent.name, tag.name));
        let Some((_, name)) = known else {
            let finding = Finding::refused(XML_UNKNOWN).at(tag.name.to_owned());
            self.findings
                .push(finding.line(tag.line).with("parent", parent.name));
            return reading.skip();
        };
        if *name != "ReceiverId" {
            if self.seen.contains(name) {
                self.tell(XML_REPEATED, name, tag.line);
                return reading.skip();
            }
            self.seen.push(name);
        }
        match *name {
            "TransInfo" => {
                self.info = tag.line;
                self.node(reading, tag)?;
            }
            "DxpMsg" | "ReceiverIds" => self.node(reading, tag)?,
            "CopMsgId" => self.wrapper.cop_msg_id = self.text(reading, tag)?,
            "SenderId" => self.wrapper.sender_id = self.text(reading, tag)?,
            "CreatTime" => self.wrapper.creat_time = self.text(reading, tag)?,
            "MsgType" => {
                self.type_line = tag.line;
                self.wrapper.msg_type = self.text(reading, tag)?;
            }
            "ReceiverId" => {
                let receiver = self.text(reading, tag)?;
                if self.wrapper.receiver_ids.len() < MOST_RECEIVERS {
                    self.wrapper.receiver_ids.push(receiver);
                } else {
                    self.tell(XML_REPEATED, name, tag.line);
                }
            }
            "Data" => self.data(reading, tag)?,
            // What the transport layer and the client note for themselves.
            _ => reading.skip()?,
        }
        Ok(())
    }

    /// Tells of what has to be there and is not.
    fn demand(&mut self) {
        let sent = [
            ("CopMsgId", &self.wrapper.cop_msg_id),
            ("SenderId", &self.wrapper.sender_id),
        ];
        for (name, text) in sent {
            if text.is_empty() {
                let finding = Finding::refused(FIELD_MISSING).at(name).line(self.info);
                self.findings.push(finding.with("parent", "TransInfo"));
            }
        }
    }

    fn tell(&mut self, code: &'static str, name: &str, line: u32) {
        let finding = Finding::refused(code).at(name.to_owned());
        self.findings.push(finding.line(line));
    }

    fn text(&mut self, reading: &mut Reading<'_>, tag: &Tag<'_>) -> Result<String, Stop> {
        Ok(leaf(reading, tag, self.findings)?.trim().to_owned())
    }

    /// A whole batch stands in here, so it may be as long as a file, not as a text.
    fn data(&mut self, reading: &mut Reading<'_>, tag: &Tag<'_>) -> Result<(), Stop> {
        let most = reading.limits().bytes;
        let mut packed: Vec<u8> = Vec::new();
        let mut nested = false;
        loop {
            match reading.next()? {
                Step::Text(text) => {
                    packed.extend(text.bytes().filter(|byte| !byte.is_ascii_whitespace()));
                    if packed.len() / 4 * 3 > most {
                        return Err(Finding::refused(XML_TOO_LARGE)
                            .at("Data")
                            .line(tag.line)
                            .wants(most)
                            .into());
                    }
                }
                Step::Open(_) => {
                    nested = true;
                    reading.skip()?;
                }
                Step::Close | Step::End => break,
            }
        }
        let finding = |kind| {
            Finding::refused(WRAPPER_DATA)
                .at("Data")
                .line(tag.line)
                .with("kind", kind)
        };
        self.data = Some(match BASE64.decode(&packed) {
            _ if nested => Err(finding("xml").into()),
            Ok(bytes) if bytes.is_empty() => Err(finding("missing").into()),
            Ok(bytes) => Ok(bytes),
            Err(_) => Err(finding("base64").into()),
        });
        Ok(())
    }
}
