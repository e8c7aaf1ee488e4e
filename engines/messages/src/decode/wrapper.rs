//! The exchange's wrapper: `DxpMsg`, and the `DxpMsgSv` of the transport layer around it.

use base64::{
    Engine,
    alphabet::STANDARD,
    engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig},
};
use values::Finding;

use super::{
    DXP, Stop,
    block::leaf,
    foreign,
    reading::{Reading, Step, Tag},
};
use crate::{
    Wrapper,
    problems::{FIELD_MISSING, WRAPPER_DATA, XML_REPEATED, XML_TOO_LARGE},
};

pub(crate) const BASE64: GeneralPurpose = GeneralPurpose::new(
    &STANDARD,
    GeneralPurposeConfig::new().with_decode_padding_mode(DecodePaddingMode::Indifferent),
);

/// What a wrapper says and what it holds.
pub(super) struct Unwrapped {
    pub wrapper: Wrapper,
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
        findings,
        wrapper: Wrapper::default(),
        data: None,
    };
    state.wrapper.transported = root.name == "DxpMsgSv";
    let read = state.node(reading, root).and_then(|()| reading.end());
    let Unwrapping { wrapper, data, .. } = state;
    if wrapper.cop_msg_id.is_empty() && read.is_ok() {
        findings.push(
            Finding::refused(FIELD_MISSING)
                .at("CopMsgId")
                .line(root.line)
                .with("parent", "TransInfo"),
        );
    }
    let missing = || {
        Finding::refused(WRAPPER_DATA)
            .at("Data")
            .line(root.line)
            .with("kind", "missing")
            .into()
    };
    let data = read.and_then(|()| data.unwrap_or_else(|| Err(missing())));
    Unwrapped { wrapper, data }
}

struct Unwrapping<'f> {
    findings: &'f mut Vec<Finding>,
    wrapper: Wrapper,
    data: Option<Result<Vec<u8>, Stop>>,
}

impl Unwrapping<'_> {
    /// The elements within one that holds others.
    fn node(&mut self, reading: &mut Reading<'_>, parent: &Tag<'_>) -> Result<(), Stop> {
        loop {
            let tag = match reading.next()? {
                Step::Open(tag) => tag,
                Step::Text(_) => continue,
                Step::Close | Step::End => return Ok(()),
            };
            match (parent.name, tag.name) {
                ("DxpMsgSv", "DxpMsg") | ("DxpMsg", "TransInfo") | ("TransInfo", "ReceiverIds") => {
                    self.node(reading, &tag)?;
                }
                ("TransInfo", "CopMsgId") => self.wrapper.cop_msg_id = self.text(reading, &tag)?,
                ("TransInfo", "SenderId") => self.wrapper.sender_id = self.text(reading, &tag)?,
                ("ReceiverIds", "ReceiverId") => {
                    let receiver = self.text(reading, &tag)?;
                    if self.wrapper.receiver_ids.len() < 5 {
                        self.wrapper.receiver_ids.push(receiver);
                    }
                }
                ("TransInfo", "CreatTime") => self.wrapper.creat_time = self.text(reading, &tag)?,
                ("TransInfo", "MsgType") => self.wrapper.msg_type = self.text(reading, &tag)?,
                ("DxpMsg", "Data") => self.data(reading, &tag)?,
                (_, "Signature") => {
                    self.wrapper.signed |= parent.name == "DxpMsg";
                    reading.skip()?;
                }
                _ => reading.skip()?,
            }
        }
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
        if self.data.is_some() {
            self.findings
                .push(Finding::refused(XML_REPEATED).at("Data").line(tag.line));
            return Ok(());
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
