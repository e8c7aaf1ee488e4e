//! What a file was found to hold.

use std::ops::Range;

use values::Finding;

use crate::{Number, Record};

/// What a file was found to hold.
#[derive(Debug, Clone, Default)]
pub struct Decoded {
    /// The envelope, as far as it could be read: `None` where not even the root is a message.
    pub envelope: Option<Envelope>,
    /// Its documents in order, whatever was found about them, up to the place where reading ended.
    pub documents: Vec<Document>,
    /// What was found about the file as a whole; see each document for the rest.
    pub findings: Vec<Finding>,
    /// A message is one envelope: when a finding of the file refuses, none of its documents may
    /// be received, however good.
    pub refused_whole: bool,
}

impl Decoded {
    /// The documents that may be received: none of a file refused as a whole, else those without
    /// a refusing finding.
    pub fn receivable(&self) -> impl Iterator<Item = &Document> {
        let open = !self.refused_whole;
        self.documents
            .iter()
            .filter(move |document| open && !document.findings.iter().any(Finding::refuses))
    }
}

/// One document of a message.
#[derive(Debug, Clone)]
pub struct Document {
    /// The message it came in.
    pub message: Number,
    /// Its values.
    pub record: Record,
    /// What reading it found; [`check`](crate::check()) finds the rest.
    pub findings: Vec<Finding>,
    /// The line it begins on, from 1, in the business message (inside a wrapper: of what the
    /// wrapper holds).
    pub line: u32,
    /// Its bytes in the business message.
    pub span: Range<usize>,
}

/// What stands around the documents.
#[derive(Debug, Clone, Default)]
pub struct Envelope {
    /// The message, when its root is known.
    pub number: Option<Number>,
    /// The root element as written, without prefix.
    pub root: String,
    /// Attribute `guid` of the root; empty when absent.
    pub guid: String,
    /// Attribute `version` of the root; empty when absent.
    pub version: String,
    /// The prefix of customs' elements; empty for the default namespace.
    pub prefix: String,
    /// The other namespaces of the root, prefix and address: what is carried over may need them.
    pub namespaces: Vec<(String, String)>,
    /// Who transfers.
    pub transfer: Option<Transfer>,
    /// Who asked for copies.
    pub subscriptions: Vec<Subscription>,
    /// The `ExtendMessage` element as it came.
    pub extension: Option<Vec<u8>>,
    /// The `Signature` element as it came.
    pub signature: Option<Vec<u8>>,
    /// The wrapper it came in.
    pub wrapper: Option<Wrapper>,
}

impl Envelope {
    /// The transferring firm's code; empty when absent.
    #[must_use]
    pub fn cop_code(&self) -> &str {
        self.transfer
            .as_ref()
            .map_or("", |transfer| &transfer.cop_code)
    }

    /// The transferring firm's exchange id; empty when absent.
    #[must_use]
    pub fn dxp_id(&self) -> &str {
        self.transfer
            .as_ref()
            .map_or("", |transfer| &transfer.dxp_id)
    }
}

/// `BaseTransfer`: who hands the message over.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Transfer {
    /// `copCode`: the firm that owns the client and its certificate.
    pub cop_code: String,
    /// `copName`.
    pub cop_name: String,
    /// `dxpMode`, `DXP`.
    pub dxp_mode: String,
    /// `dxpId`: its id at the exchange.
    pub dxp_id: String,
    /// `note`.
    pub note: Option<String>,
}

/// `BaseSubscribe`: who wants copies.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Subscription {
    /// `status`: `ALL`, `DATA` or `RET`.
    pub status: String,
    /// `dxpMode`, `DXP`.
    pub dxp_mode: String,
    /// `dxpAddress`: the subscriber's id at the exchange.
    pub dxp_address: String,
    /// `note`.
    pub note: Option<String>,
}

/// `DxpMsg`: the exchange's wrapper around a message.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Wrapper {
    /// `CopMsgId`: the sender's number of this transfer; a 900 answers to it.
    pub cop_msg_id: String,
    /// `SenderId`.
    pub sender_id: String,
    /// `ReceiverId`, one to five.
    pub receiver_ids: Vec<String>,
    /// `CreatTime` (sic), as written.
    pub creat_time: String,
    /// `MsgType`, `CEB311Message`; may be empty.
    pub msg_type: String,
    /// Whether it stood in a `DxpMsgSv` of the transport layer.
    pub transported: bool,
    /// Whether the wrapper itself is signed.
    pub signed: bool,
}
