//! Messages: customs' cross-border XML, read and written by tables of fields.
//!
//! A message type is a table: its fields in wire order, each with a length, a need, a code
//! table. The tables stand in `definitions/messages/<number>.<edition>.toml`, one row a field,
//! and nothing in this room knows a field by name. What goes in are bytes, what comes out are
//! records and findings; the words for a finding stand in `definitions/locale`.
//!
//! | to do | call | gives |
//! |---|---|---|
//! | load the tables | [`Catalogue::load`] | a catalogue, or every fault with file and line |
//! | read a file | [`Catalogue::decode`] | [`Decoded`]: envelope, documents, findings |
//! | look at one document | [`Record::get`], [`Record::items`] | text, without copying |
//! | check it | [`check`] | findings: lengths, numbers, times, codes, conditions |
//! | write | [`write::message`], [`write::receipt`], [`write::rewrite`] | bytes |
//! | put order, prefixes and empty elements right | [`Catalogue::mend`] | bytes and what changed |
//! | keep | [`Record::to_bytes`], [`Catalogue::record`] | compact bytes without XML |
//! | show as JSON | [`Record::to_json`], [`Record::from_json`] | names as on the wire |
//! | print the reference | [`reference`] | Markdown pages |
//! | tell what a file is | [`sniff`] | a guess from the first bytes |
//!
//! ```
//! use messages::{Catalogue, Limits};
//! # let root = concat!(env!("CARGO_MANIFEST_DIR"), "/../../definitions/messages");
//! # let files: Vec<(String, String)> = std::fs::read_dir(root).unwrap().map(|e| e.unwrap().path())
//! #     .map(|p| (format!("messages/{}", p.file_name().unwrap().to_str().unwrap()), std::fs::read_to_string(p).unwrap())).collect();
//! # let files = files.iter().map(|(path, text)| (path.as_str(), text.as_str()));
//! let catalogue = Catalogue::load(files).unwrap();
//! let xml = br#"<CEB412Message xmlns="http://www.chinaport.gov.cn/ceb" guid="4CDE1CFD-EDED-46B1-946C-B8022E42FC94" version="1.0">
//! <PaymentReturn><guid>4CDE1CFD-EDED-46B1-946C-B8022E42FC95</guid><payCode>1101110325</payCode>
//! <payTransactionId>P1</payTransactionId><returnStatus>2</returnStatus>
//! <returnTime>20261005095830007</returnTime><returnInfo>ok</returnInfo></PaymentReturn></CEB412Message>"#;
//! let decoded = catalogue.decode(xml, &Limits::default());
//! assert!(decoded.findings.is_empty());
//! let payment = &decoded.documents[0];
//! assert_eq!(payment.message, "412");
//! assert_eq!(payment.record.get("payTransactionId"), Some("P1"));
//! ```
//!
//! What it never does: read a file, a clock or a code table of its own (the caller hands the
//! answers in), put a finding into words, change a value, verify a signature (its bytes are
//! carried over as they came).

mod catalogue;
mod check;
mod decode;
mod decoded;
mod definition;
mod field;
mod json;
mod limits;
mod mend;
mod message;
mod names;
mod number;
pub mod problems;
mod record;
mod reference;
mod sniff;
mod storage;
pub mod write;

pub use catalogue::Catalogue;
pub use check::{CodeAnswer, check};
pub use decoded::{Decoded, Document, Envelope, Subscription, Transfer, Wrapper};
pub use field::{
    Bilingual, Clock, Condition, Field, FieldId, Kind, Need, Numbering, Personal, Place, Test,
};
pub use limits::Limits;
pub use mend::{Change, Mended};
pub use message::{Closing, Direction, Lines, MessageType, Role};
pub use number::Number;
pub use record::{Item, Record, UnknownField};
pub use reference::{Language, reference};
pub use sniff::{Sniffed, sniff};
pub use storage::StorageError;

/// Every code this room raises, those of mending too.
pub const CODES: &[&str] = &joined::<{ problems::CODES.len() + mend::MEND_CODES.len() }>(
    problems::CODES,
    mend::MEND_CODES,
);

const fn joined<const N: usize>(
    first: &[&'static str],
    second: &[&'static str],
) -> [&'static str; N] {
    let mut all = [""; N];
    let mut at = 0;
    while at < N {
        all[at] = if at < first.len() {
            first[at]
        } else {
            second[at - first.len()]
        };
        at += 1;
    }
    all
}
