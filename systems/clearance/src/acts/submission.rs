//! One document on its way in: read, checked on its own, hashed. Made outside the writer, as many at
//! once as there are cores.

use std::sync::Arc;

use messages::{Document, Record};
use sha2::{Digest, Sha256};
use values::{Finding, Moment};

use super::Zone;
use crate::{
    decide::{legal, paper as alone},
    model::{Delivered, Home, List, Order, Payment, Returned, Tally, Waybill, Withdrawal, plain},
    problems::{
        GOODS_SUM, LEGAL_ABOVE_GROSS, LINE_TOTAL, NET_ABOVE_GROSS, NOT_TAKEN, NOT_VERIFIED,
        PAID_SUM, PRICE_ZERO, SIGNATURE_MISSING,
    },
};

/// Findings that are worked out from several numbers of a paper.
const SUMS: [&str; 6] = [
    LINE_TOTAL,
    GOODS_SUM,
    PAID_SUM,
    PRICE_ZERO,
    NET_ABOVE_GROSS,
    LEGAL_ABOVE_GROSS,
];

/// Fields that are no content: another try of the same has others.
const BESIDE_CONTENT: [&str; 3] = ["guid", "appType", "appTime"];

/// A paper read into its type.
#[derive(Debug, Clone)]
pub enum Paper {
    /// 311.
    Order(Order),
    /// 411.
    Payment(Payment),
    /// 511.
    Waybill(Waybill),
    /// 513.
    Delivered(Delivered),
    /// 621.
    List(Box<List>),
    /// 623.
    Withdrawal(Withdrawal),
    /// 625.
    Return(Returned),
    /// 711.
    Tally(Tally),
}

/// A document ready for the writer.
pub struct Submission {
    /// Message number.
    pub message: String,
    /// Its values.
    pub record: Arc<Record>,
    /// Its type; none for a message that clearance does not take.
    pub paper: Option<Paper>,
    /// What was found by looking at it alone, notes included.
    pub findings: Vec<Finding>,
    /// SHA-256 over its content: all values but guid, appType and appTime.
    pub digest: [u8; 32],
    /// Whether the message carried a signature.
    pub signed: bool,
    /// The firm that sent the message, as its envelope has it (copCode); empty where it tells none.
    pub sender: String,
    /// First line in its file.
    pub line: u32,
    // What the writer would have to work out, one paper after the other.
    key: Option<String>,
    home: Option<(Home, String)>,
    body: Vec<u8>,
}

impl Submission {
    /// Reads and checks a document at a business time. `signed` tells whether its message carries a
    /// signature.
    #[must_use]
    pub fn prepare(document: Document, zone: &Zone, now: Moment, signed: bool) -> Self {
        let mut findings = document.findings;
        let known = |table: &str, code: &str, day| zone.answer(table, code, day);
        findings.extend(messages::check(&document.record, &known, now));
        let (paper, own) = read(&document.record, zone);
        let (unreadable, own): (Vec<_>, Vec<_>) = own.into_iter().partition(is_unread);
        // What the table already refused would only be said twice.
        let said = places(&findings);
        findings.extend(
            unreadable
                .into_iter()
                .filter(|one| !said.contains(&place(one))),
        );
        // A sum over a number or a line that was not read would be a second fault that is none.
        let mut refusing = findings.iter().filter(|finding| finding.refuses());
        let unread = refusing.any(is_unread);
        let said = places(&findings);
        findings.extend(own.into_iter().filter(|finding| {
            let repeated = said.contains(&place(finding));
            !(repeated || unread && SUMS.contains(&finding.code.as_ref()))
        }));
        for finding in &mut findings {
            if finding.paper.line.is_none() && !finding.field.is_empty() {
                finding.paper.line = line_of(&document.record, &finding.field, finding.paper.item);
            }
        }
        if !findings.iter().any(Finding::refuses) {
            findings.push(
                Finding::note(NOT_VERIFIED).of(document
                    .record
                    .message()
                    .number
                    .as_str()
                    .to_owned()),
            );
        }
        let digest = digest(&document.record);
        let message = document.record.message().number.as_str().to_owned();
        let record = document.record;
        let key = key_of(&record);
        Self {
            home: home_of(&record, key.as_deref()),
            key,
            body: record.to_bytes(),
            message,
            record: Arc::new(record),
            paper,
            findings,
            digest,
            signed,
            sender: String::new(),
            line: document.line,
        }
    }

    /// Sent by that firm, as the envelope has it.
    #[must_use]
    pub fn sent_by(mut self, sender: &str) -> Self {
        sender.clone_into(&mut self.sender);
        self
    }

    /// Whether something of it alone refuses it.
    #[must_use]
    pub fn refused(&self) -> bool {
        self.findings.iter().any(Finding::refuses)
    }

    /// Its business key as shown; none when a part of it is missing.
    #[must_use]
    pub fn key(&self) -> Option<String> {
        self.key.clone()
    }

    /// SHA-256 over all that is judged of it: content, guid, appType, appTime, who sent it, and
    /// whether it is signed. The same document again has the same.
    #[must_use]
    pub fn document(&self) -> [u8; 32] {
        let mut hash = Sha256::new_with_prefix(self.digest);
        for field in BESIDE_CONTENT {
            hash.update(self.record.get(field).unwrap_or_default());
            hash.update([0]);
        }
        hash.update(&self.sender);
        hash.update([u8::from(self.signed)]);
        hash.finalize().into()
    }

    /// Its record in storage form.
    pub(super) fn body(&self) -> &[u8] {
        &self.body
    }

    /// Where it lies, and what tells it apart there.
    #[must_use]
    pub fn home(&self) -> Option<(Home, String)> {
        self.home.clone()
    }

    /// Whether it lies by the order, as all papers do but those of the waybill and of the site.
    pub(super) fn is_of_order(&self) -> bool {
        matches!(self.message.as_str(), "311" | "411" | "621" | "623" | "625")
    }

    /// The finding that no paper of this message is taken.
    pub(super) fn not_taken(&self) -> Finding {
        const TAKEN: &str = "311, 411, 511, 513, 621, 623, 625, 711";
        Finding::refused(NOT_TAKEN)
            .of(self.message.clone())
            .at("message")
            .saw(&self.message)
            .wants(TAKEN)
    }

    /// Gives findings the line of the file that their field stands on.
    pub(super) fn place(&self, findings: &mut [Finding]) {
        let mine = |finding: &&mut Finding| {
            finding.paper.message == self.message && finding.paper.line.is_none()
        };
        for finding in findings.iter_mut().filter(mine) {
            finding.paper.line =
                line_of(&self.record, &finding.field, finding.paper.item).or(Some(self.line));
        }
    }

    /// Adds what a required signature demands.
    pub(super) fn require_signature(&self, rule: &str) -> Option<Finding> {
        let always = matches!(self.message.as_str(), "621" | "623" | "625" | "711");
        let declared = self.record.get("appStatus") == Some("2");
        let needed = match rule {
            "schema" => always || declared,
            "declared" => declared,
            _ => false,
        };
        (needed && !self.signed).then(|| {
            Finding::refused(SIGNATURE_MISSING)
                .of(self.message.clone())
                .at("Signature")
        })
    }
}

fn read(record: &Record, zone: &Zone) -> (Option<Paper>, Vec<Finding>) {
    match record.message().number.as_str() {
        "311" => {
            let (order, mut found) = Order::read(record);
            found.extend(alone::order(&order));
            (Some(Paper::Order(order)), found)
        }
        "411" => {
            let (payment, mut found) = Payment::read(record);
            found.extend(alone::payment(&payment));
            (Some(Paper::Payment(payment)), found)
        }
        "511" => {
            let (waybill, mut found) = Waybill::read(record);
            found.extend(alone::waybill(&waybill));
            (Some(Paper::Waybill(waybill)), found)
        }
        "621" => {
            let (list, mut found) = List::read(record);
            found.extend(alone::list(&list));
            found.extend(legal::quantities(&list, &zone.codes));
            (Some(Paper::List(Box::new(list))), found)
        }
        "625" => {
            let (returned, found) = Returned::read(record);
            (Some(Paper::Return(returned)), found)
        }
        "513" => (Some(Paper::Delivered(Delivered::read(record))), Vec::new()),
        "623" => (
            Some(Paper::Withdrawal(Withdrawal::read(record))),
            Vec::new(),
        ),
        "711" => {
            let tally = Tally::read(record);
            let found = alone::tally(&tally);
            (Some(Paper::Tally(tally)), found)
        }
        _ => (None, Vec::new()),
    }
}

/// Whether a finding says that a value or a line is not there to reckon with.
fn is_unread(finding: &Finding) -> bool {
    let code = &finding.code;
    code.starts_with("number.") || code == "field.missing" || code == "line.too-many"
}

/// Whether a finding says that the value of its field is no value to go by. A sum that does not come out
/// is one: nobody knows which of its parts is wrong.
#[must_use]
pub fn is_unusable(finding: &Finding) -> bool {
    finding.refuses() && !SUMS.contains(&finding.code.as_ref())
}

/// Field and line of goods.
fn place(finding: &Finding) -> (String, Option<u32>) {
    (finding.field.to_string(), finding.paper.item)
}

fn places(findings: &[Finding]) -> Vec<(String, Option<u32>)> {
    let refusing = findings.iter().filter(|finding| finding.refuses());
    refusing.map(place).collect()
}

fn line_of(record: &Record, field: &str, item: Option<u32>) -> Option<u32> {
    let Some(gnum) = item else {
        return record.line_of(record.message().field(field)?, 0);
    };
    let wanted = gnum.to_string();
    let number = record
        .items()
        .find(|line| line.get("gnum") == Some(&wanted))
        .map_or(gnum, messages::Item::number);
    record.line_of(record.message().line_field(field)?, number)
}

/// The business key of a paper as shown; none when a part of it is missing.
pub(super) fn key_of(record: &Record) -> Option<String> {
    if matches!(record.message().number.as_str(), "621" | "623" | "625") {
        let agent = record.get("agentCode")?;
        let own = record.get("copNo").or_else(|| record.get("orderNo"))?;
        return Some(format!("{agent}/{own}"));
    }
    record.key_text()
}

fn home_of(record: &Record, key: Option<&str>) -> Option<(Home, String)> {
    let get = |field| record.get(field);
    // However its own key is spelled, it is one paper.
    let key = plain(key?).into_owned();
    Some(match record.message().number.as_str() {
        "311" => (Home::new(get("ebpCode")?, get("orderNo")?), String::new()),
        "411" | "621" | "623" | "625" => (Home::new(get("ebpCode")?, get("orderNo")?), key),
        "511" => (
            Home::new(get("logisticsCode")?, get("logisticsNo")?),
            String::new(),
        ),
        "513" => (
            Home::new(get("logisticsCode")?, get("logisticsNo")?),
            get("logisticsStatus")?.to_owned(),
        ),
        "711" => (
            Home::new(get("operatorCode")?, get("copNo")?),
            String::new(),
        ),
        _ => return None,
    })
}

/// SHA-256 over the content of a paper.
pub(super) fn digest(record: &Record) -> [u8; 32] {
    let mut plain = record.clone();
    for field in BESIDE_CONTENT {
        plain.clear(field);
    }
    Sha256::digest(plain.to_bytes()).into()
}
