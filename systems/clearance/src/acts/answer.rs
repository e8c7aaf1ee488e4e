//! Receipts: what is answered, in customs' own form.

use messages::Record;
use site::Locale;
use store::StoreError;
use values::{Finding, Moment};

use super::Desk;
use crate::{
    model::{Home, State},
    store::{ReceiptRow, Said, guid, put_receipts},
};

/// Which receipt answers a message: its number and one.
#[must_use]
pub fn number_of(message: &str) -> Option<&'static str> {
    const PAIRS: [(&str, &str); 8] = [
        ("311", "312"),
        ("411", "412"),
        ("511", "512"),
        ("513", "514"),
        ("621", "622"),
        ("623", "624"),
        ("625", "626"),
        ("711", "712"),
    ];
    PAIRS
        .iter()
        .find(|(asked, _)| *asked == message)
        .map(|(_, answer)| *answer)
}

/// What the port answers when a document fails its own checks, by message (error table of ceb.md §6).
const INVALID: [(&str, i32); 8] = [
    ("311", -301_008),
    ("411", -401_009),
    ("511", -504_011),
    ("513", -505_011),
    ("621", -621_001),
    ("623", -623_001),
    ("625", -625_001),
    ("711", -800_001),
];
/// The same number stands with other content.
const DUPLICATE: [(&str, i32); 8] = [
    ("311", -301_010),
    ("411", -401_007),
    ("511", -504_015),
    ("513", -505_012),
    ("621", -621_004),
    ("623", -623_009),
    ("625", -625_033),
    ("711", -800_003),
];
/// A change or deletion of what never came.
const UNKNOWN: [(&str, i32); 8] = [
    ("311", -301_009),
    ("411", -401_006),
    ("511", -504_014),
    ("513", -505_014),
    ("621", -621_011),
    ("623", -623_004),
    ("625", -625_016),
    ("711", -800_004),
];
/// Older than what stands.
const OLD: [(&str, i32); 8] = [
    ("311", -301_014),
    ("411", -401_012),
    ("511", -504_016),
    ("513", -505_016),
    ("621", -621_012),
    ("623", -623_013),
    ("625", -625_022),
    ("711", -800_005),
];
/// What it would change is decided.
const FIXED: [(&str, i32); 8] = [
    ("311", -301_011),
    ("411", -401_008),
    ("511", -504_016),
    ("513", -505_014),
    ("621", -621_012),
    ("623", -623_013),
    ("625", -625_022),
    ("711", -800_004),
];

/// The state a refused change of what stands answers with: 100 would say that what stands is returned.
pub(super) fn refused_change(desk: &Desk<'_>, message: &str, finding: &Finding) -> State {
    match refusal(desk, message, finding) {
        State::Returned => INVALID
            .iter()
            .find(|(known, _)| *known == message)
            .map_or(State::Returned, |(_, code)| State::Failed(*code)),
        other => other,
    }
}

/// The state a refusal answers with: a negative code where the port refuses (format, signature,
/// duplicate, limits), 100 where customs decide.
pub(super) fn refusal(desk: &Desk<'_>, message: &str, finding: &Finding) -> State {
    use crate::problems;
    let of = |table: &[(&str, i32)]| {
        table
            .iter()
            .find(|(known, _)| *known == message)
            .map_or(State::Returned, |(_, code)| State::Failed(*code))
    };
    match finding.code.as_ref() {
        problems::CONFLICT | problems::SECOND_LIST => return of(&DUPLICATE),
        problems::UNKNOWN => return of(&UNKNOWN),
        problems::OLD => return of(&OLD),
        problems::FIXED => return of(&FIXED),
        // Withdrawal and return share these reasons, and have numbers of their own for them.
        problems::LIST_UNKNOWN if message == "625" => return State::Failed(-625_016),
        problems::LIST_DIFFERS if message == "625" => return State::Failed(-625_021),
        problems::SIGNATURE_MISSING => {
            return match message {
                "621" => State::Failed(-621_026),
                "623" => State::Failed(-623_017),
                "625" => State::Failed(-625_028),
                other => INVALID
                    .iter()
                    .find(|(known, _)| *known == other)
                    .map_or(State::Returned, |(_, code)| State::Failed(*code)),
            };
        }
        _ => {}
    }
    let Some(rule) = desk.zone.rulebook.rule(&finding.code) else {
        return of(&INVALID);
    };
    match rule
        .customs_code
        .as_deref()
        .and_then(|code| code.parse::<i32>().ok())
    {
        Some(code) if code < 0 => State::Failed(code),
        _ if rule.rank.is_of_the_port() || messages::CODES.contains(&finding.code.as_ref()) => {
            of(&INVALID)
        }
        _ => State::Returned,
    }
}

/// What `returnInfo` says of a state reached without refusal: customs' own phrases.
#[must_use]
pub fn text_of(state: State) -> &'static str {
    match state {
        State::Saved => "暂存成功",
        State::Declaring => "申报中",
        State::Sent => "发送海关成功",
        State::SendFailed => "发送海关失败",
        State::Returned => "退单",
        State::Stored => "[Code:1800;Desc:逻辑校验通过]",
        State::Review => "[Code:1200;Desc:待人工审核]",
        State::Decided => "[Code:1900;Desc:审结]",
        State::Inspect => "[Code:2100;Desc:查验]",
        State::HeldClearance | State::HeldSmuggling | State::HeldLegal | State::Held => {
            "[Code:2200;Desc:扣留]"
        }
        State::ShippedBack => "[Code:2700;Desc:退运]",
        State::Released => "[Code:2600;Desc:放行]",
        State::Closed => "[Code:2800;Desc:结关]",
        State::Failed(_) => "处理失败",
        State::Withdrawn => "已撤销",
    }
}

/// Said on every receipt until signatures are verified.
const NOT_VERIFIED: &str = "（签名未核验）";

/// The fields a receipt repeats of the document it answers.
pub(super) fn echo(record: &Record) -> Vec<(&'static str, &str)> {
    const ECHOED: [&str; 16] = [
        "customsCode",
        "ebpCode",
        "ebcCode",
        "agentCode",
        "orderNo",
        "payCode",
        "payTransactionId",
        "logisticsCode",
        "logisticsNo",
        "logisticsStatus",
        "operatorCode",
        "copNo",
        "preNo",
        "invtNo",
        "rkdNo",
        "billNo",
    ];
    let mut echo: Vec<(&'static str, &str)> = ECHOED
        .iter()
        .filter_map(|field| Some((*field, record.get(field)?)))
        .collect();
    if !echo.iter().any(|(field, _)| *field == "copNo")
        && let Some(order) = record.get("orderNo")
    {
        echo.push(("copNo", order));
    }
    echo
}

/// A receipt about to be made.
pub(super) struct Reply<'a> {
    /// The parcel.
    pub home: &'a Home,
    /// The message it answers.
    pub message: &'a str,
    /// Which paper of its kind.
    pub own: &'a str,
    /// Business key.
    pub key: &'a str,
    /// Echoed fields, in any order.
    pub echo: &'a [(&'a str, &'a str)],
    /// The order of the parcel, whose receipts follow one another; none where it is not known.
    pub clock: Option<&'a Home>,
    /// The officer who decides, where one does.
    pub by: Option<&'a str>,
}

impl Desk<'_> {
    /// Answers with a state. `findings` are told in it, the heaviest first.
    pub(super) fn reply(
        &mut self,
        to: &Reply<'_>,
        state: State,
        findings: &[Finding],
    ) -> Result<(), StoreError> {
        self.replies(to, &[(state, findings)], None)
    }

    /// Answers with several states, one after the other. Those that follow from the number of the list
    /// carry it.
    pub(super) fn replies(
        &mut self,
        to: &Reply<'_>,
        states: &[(State, &[Finding])],
        list: Option<&str>,
    ) -> Result<(), StoreError> {
        let Some(number) = number_of(to.message) else {
            return Ok(());
        };
        let mut said = Vec::with_capacity(states.len());
        for (state, findings) in states {
            let mut info = self.info(*state, findings);
            info.push_str(NOT_VERIFIED);
            let numbered = !matches!(state, State::Declaring | State::Sent | State::Failed(_));
            said.push(Said {
                status: state.code().into(),
                at: self.tick(to.clock)?.0,
                info: Some(info),
                list: list.filter(|_| numbered).map(str::to_owned),
                findings: findings.to_vec(),
                by: None,
            });
        }
        // As the reasons do, the name stands on the last.
        if let Some(last) = said.last_mut() {
            last.by = to.by.map(str::to_owned);
        }
        let record = self.record(number, to.echo.iter().copied(), Vec::new())?;
        self.keep_receipts(number, to, &record, &said)
    }

    /// Keeps receipts of any message.
    pub(super) fn keep_receipts(
        &mut self,
        number: &str,
        to: &Reply<'_>,
        record: &Record,
        said: &[Said],
    ) -> Result<(), StoreError> {
        self.counters.receipt += said.len() as i64;
        let fault =
            |error: serde_json::Error| StoreError::new(store::Fault::Other, error.to_string());
        let row = ReceiptRow {
            last: self.counters.receipt,
            home: to.home.clone(),
            message: number.to_owned(),
            own: to.own.to_owned(),
            key: to.key.to_owned(),
            body: record.to_bytes(),
            said: serde_json::to_string(said).map_err(fault)?,
        };
        put_receipts(self.session, &row)
    }

    /// Keeps the one receipt whose record is whole by itself.
    pub(super) fn keep_receipt(
        &mut self,
        number: &str,
        to: &Reply<'_>,
        status: i64,
        at: Moment,
        record: &Record,
        findings: &[Finding],
    ) -> Result<(), StoreError> {
        let said = Said {
            status,
            at: at.0,
            info: None,
            list: None,
            findings: findings.to_vec(),
            by: None,
        };
        self.keep_receipts(number, to, record, &[said])
    }

    /// A record of a receipt's message; fields the message lacks and empty values are left out.
    pub(super) fn record<'v>(
        &self,
        number: &str,
        head: impl Iterator<Item = (&'v str, &'v str)>,
        lines: Vec<Vec<(&'v str, &'v str)>>,
    ) -> Result<Record, StoreError> {
        let fault = |words: String| StoreError::new(store::Fault::Other, words);
        let message = self
            .zone
            .catalogue
            .message(number)
            .ok_or_else(|| fault(format!("no message {number}")))?;
        let known =
            head.filter(|(field, value)| !value.is_empty() && message.field(field).is_some());
        Record::of(message, known, lines).map_err(|unknown| fault(unknown.to_string()))
    }

    /// Time of the next receipt: the business time, and of a parcel always a millisecond after the last
    /// that its list was told, though the clock stand still from call to call: receipts of a parcel are
    /// read by their times. `clock` is its order; none while no list is there.
    pub(super) fn tick(&self, clock: Option<&Home>) -> Result<Moment, StoreError> {
        match clock {
            Some(order) => self.told_at(order),
            None => Ok(self.now),
        }
    }

    /// The guid of the next receipt.
    pub(super) fn guid(&self, number: &str, key: &str, at: Moment) -> String {
        guid(number, key, self.counters.receipt + 1, at.0)
    }

    fn info(&self, state: State, findings: &[Finding]) -> String {
        let said = |finding: &Finding| self.zone.words.sentence(finding, Locale::ZhCn).text;
        let telling: Vec<&Finding> = findings
            .iter()
            .filter(|finding| finding.weight > values::Weight::Note)
            .collect();
        let Some(first) = telling.first() else {
            return text_of(state).to_owned();
        };
        let sentences = telling
            .iter()
            .take(5)
            .map(|finding| said(finding))
            .collect::<Vec<_>>()
            .join("；");
        let sentences: String = sentences.chars().take(900).collect();
        match state {
            State::Returned => {
                let customs = self
                    .zone
                    .rulebook
                    .rule(&first.code)
                    .and_then(|rule| rule.customs_code.as_deref());
                let code = customs
                    .filter(|code| !code.starts_with('-'))
                    .unwrap_or("9999");
                format!("[Code:{code};Desc:{sentences}]")
            }
            State::Failed(_) => sentences,
            _ => format!("{}；{sentences}", text_of(state)),
        }
    }
}
