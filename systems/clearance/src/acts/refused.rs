//! What is refused: told once by a receipt, and the same document again gets that answer again.

use facts::clearance::PaperFiled;
use store::StoreError;
use values::Finding;

use super::{
    Answer, Desk, Submission, Taken,
    answer::{Reply, echo, refusal, refused_change},
};
use crate::{
    model::{Home, State},
    store::{self as tables, Refusal},
};

/// The answer that a document got when it was refused.
pub(super) struct Before {
    receipt: i64,
    own: String,
    findings: Vec<Finding>,
}

impl Before {
    /// How that very document was refused, when it was.
    pub(super) fn of(
        desk: &Desk<'_>,
        one: &Submission,
        home: &Home,
    ) -> Result<Option<Self>, StoreError> {
        let refusals = desk.refusals_of(home)?;
        if refusals.is_empty() {
            return Ok(None);
        }
        let document = one.document();
        let refusal = refusals
            .iter()
            .find(|refusal| refusal.message == one.message && refusal.document == document);
        let Some(receipt) = refusal.map(|refusal| refusal.receipt) else {
            return Ok(None);
        };
        let Some(kept) = tables::receipt(desk.session, home, receipt)? else {
            return Ok(None);
        };
        Ok(Some(Self {
            receipt,
            own: kept.own,
            findings: kept.said.findings,
        }))
    }

    /// Whether the same document may pass today: each of its reasons is one that somebody else can
    /// take away, as its rule says.
    pub(super) fn may_pass(&self, desk: &Desk<'_>) -> bool {
        let passes = |finding: &Finding| {
            let rule = desk.zone.rulebook.rule(&finding.code);
            rule.is_some_and(|rule| rule.retry)
        };
        self.findings.iter().all(passes)
    }

    /// Whether it was refused for the same.
    pub(super) fn told(&self, findings: &[Finding]) -> bool {
        let codes = |findings: &[Finding]| -> Vec<(String, String, Option<u32>)> {
            let refusing = findings.iter().filter(|finding| finding.refuses());
            refusing
                .map(|finding| {
                    (
                        finding.code.to_string(),
                        finding.field.to_string(),
                        finding.paper.item,
                    )
                })
                .collect()
        };
        codes(&self.findings) == codes(findings)
    }

    /// The stored answer.
    pub(super) fn answer(self, one: &Submission, home: Home) -> Answer {
        let mut findings = self.findings;
        // The same document may stand elsewhere in another file.
        for finding in &mut findings {
            finding.paper.line = None;
        }
        one.place(&mut findings);
        let notes = one.findings.iter().filter(|finding| !finding.refuses());
        findings.extend(notes.cloned());
        Answer {
            message: one.message.clone(),
            key: one.key(),
            taken: Taken::Refused,
            findings,
            home: Some((home, self.own)),
            refusal: Some(self.receipt),
        }
    }
}

/// Refuses a paper that has a home: a fact, a receipt, and what finds both again. `changes` tells whether
/// another of its number stands and goes on standing.
pub(super) fn refuse(
    desk: &mut Desk<'_>,
    one: &Submission,
    home: &Home,
    (own, key): (&str, &str),
    findings: &[Finding],
    changes: bool,
) -> Result<(), StoreError> {
    let telling = refusing(findings);
    let refused = telling
        .iter()
        .map(|finding| finding.code.to_string())
        .collect();
    let fact = PaperFiled {
        message: one.message.clone(),
        key: key.to_owned(),
        edition: 0,
        digest: journal::hex(&one.digest),
        refused,
    };
    desk.journal
        .append(desk.now, &format!("paper/{}/{key}", one.message), &fact)?;
    let state_of = if changes { refused_change } else { refusal };
    let state = telling
        .first()
        .map_or(State::Returned, |first| state_of(desk, &one.message, first));
    let echo = echo(&one.record);
    desk.reply(
        &Reply {
            home,
            message: &one.message,
            own,
            key,
            echo: &echo,
            clock: one.is_of_order().then_some(home),
            by: None,
        },
        state,
        &telling,
    )?;
    remember(desk, one, home)
}

/// Refuses a paper that has no home: it cannot be answered by its own kind.
pub(super) fn homeless(desk: &mut Desk<'_>, one: &Submission) -> Result<Answer, StoreError> {
    let of = one.record.get("guid").unwrap_or_default();
    let home = Home::new("", of);
    if let Some(before) = Before::of(desk, one, &home)? {
        return Ok(before.answer(one, home));
    }
    let mut findings = one.findings.clone();
    if one.paper.is_none() {
        findings.push(one.not_taken());
    }
    let place = unreadable(desk, &one.message, of, &findings)?;
    remember(desk, one, &home)?;
    Ok(Answer {
        message: one.message.clone(),
        key: one.key(),
        taken: Taken::Refused,
        findings,
        home: Some(place),
        refusal: Some(desk.counters.receipt),
    })
}

/// The last receipt is the answer to this document from now on.
fn remember(desk: &Desk<'_>, one: &Submission, home: &Home) -> Result<(), StoreError> {
    let refusal = Refusal {
        message: one.message.clone(),
        document: one.document().to_vec(),
        receipt: desk.counters.receipt,
    };
    desk.keep_refusal(home, refusal)
}

fn refusing(findings: &[Finding]) -> Vec<Finding> {
    findings
        .iter()
        .filter(|finding| finding.refuses())
        .cloned()
        .collect()
}

/// A body or document that cannot be answered by its own kind leaves one 900; where it lies.
pub fn unreadable(
    desk: &mut Desk<'_>,
    message: &str,
    of: &str,
    findings: &[Finding],
) -> Result<(Home, String), StoreError> {
    let telling = refusing(findings);
    let sentences: Vec<String> = telling
        .iter()
        .take(20)
        .map(|finding| desk.zone.words.sentence(finding, site::Locale::ZhCn).text)
        .collect();
    let time = desk.now;
    let (info, wire_time, guid) = (
        format!("{}（签名未核验）", sentences.join("；")),
        time.wire_ms(),
        desk.guid("900", of, time),
    );
    let root = if message.is_empty() {
        "Unknown".to_owned()
    } else {
        format!("CEB{message}Message")
    };
    let head = [
        ("guid", guid.as_str()),
        ("returnStatus", "-1"),
        ("returnInfo", &info),
        ("returnTime", &wire_time),
        ("oriCopMsgId", of),
        ("oriMessageType", &root),
    ];
    let record = desk.record("900", head.into_iter(), Vec::new())?;
    let (home, own) = (Home::new("", of), (desk.counters.receipt + 1).to_string());
    let reply = Reply {
        home: &home,
        message,
        own: &own,
        key: of,
        echo: &[],
        clock: None,
        by: None,
    };
    desk.keep_receipt("900", &reply, -1, time, &record, &telling)?;
    Ok((home, own))
}
