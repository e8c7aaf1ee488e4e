//! A document comes in: taken, repeated, changed, deleted, or refused.

use facts::clearance::PaperFiled;
use messages::Record;
use store::StoreError;
use values::Finding;

use super::{
    Desk, Paper, Submission,
    answer::{Reply, refusal},
    fits::{DELETED, SAVED, claims, filed, fits, live_state, same_document},
    returns, withdraw,
};
use crate::{
    model::{Home, State},
    problems,
    store::{self as tables, Paper as Kept},
};

/// What became of a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Taken {
    /// Taken now.
    Accepted,
    /// Stands already with the same content.
    Repeated,
    /// Refused.
    Refused,
}

impl Taken {
    /// Its word in answers.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Accepted => "accepted",
            Self::Repeated => "repeated",
            Self::Refused => "refused",
        }
    }
}

/// The answer to one document.
#[derive(Debug, Clone)]
pub struct Answer {
    /// Message number.
    pub message: String,
    /// Business key; none when it could not be read.
    pub key: Option<String>,
    /// What became of it.
    pub taken: Taken,
    /// Everything found about it.
    pub findings: Vec<Finding>,
    /// Where its receipts lie, and what tells them apart there.
    pub home: Option<(Home, String)>,
}

/// Takes one document.
pub fn receive(desk: &mut Desk<'_>, one: &Submission) -> Result<Answer, StoreError> {
    let answer = |taken, findings, home| Answer {
        message: one.message.clone(),
        key: one.key(),
        taken,
        findings,
        home,
    };
    let Some((home, own)) = one.home().filter(|_| one.paper.is_some()) else {
        let mut findings = one.findings.clone();
        if one.paper.is_none() {
            findings.push(one.not_taken());
        }
        let of = one.record.get("guid").unwrap_or_default();
        let place = unreadable(desk, &one.message, of, &findings)?;
        return Ok(answer(Taken::Refused, findings, Some(place)));
    };
    let key = one.key().unwrap_or_default();
    let kept = desk.papers_of(&home)?;
    let stands = kept
        .iter()
        .rfind(|paper| paper.message == one.message && paper.own == own)
        .filter(|paper| paper.state != DELETED);
    let live = live_state(desk, one, &home)?;
    // The state of a list is that of its declaration; other papers stand once taken.
    let refused_before = one.message == "621"
        && live
            .as_ref()
            .is_some_and(|(state, of)| state.is_refused() && *of == own);

    let app_type = one.record.get("appType").unwrap_or("1").to_owned();
    let mut mine = kept
        .iter()
        .filter(|paper| paper.message == one.message && paper.own == own);
    let came_before = mine.any(|paper| {
        paper.digest == one.digest
            && paper.app_type == app_type
            && same_document(paper, &one.record)
    });
    // A deletion says what it deletes, so its content is no repetition.
    let says_the_same = app_type != "3"
        && !refused_before
        && stands.is_some_and(|stands| stands.digest == one.digest);
    if came_before || says_the_same {
        return Ok(answer(
            Taken::Repeated,
            one.findings.clone(),
            Some((home, own)),
        ));
    }
    let mut findings = one.findings.clone();
    findings.extend(one.require_signature(desk.signature_rule()));
    findings.extend(filed(desk, one));
    findings.extend(fits(
        one,
        stands,
        &app_type,
        refused_before,
        live.as_ref().map(|(state, _)| *state),
    ));
    if let (Some(Paper::List(_)), Some((state, of))) = (&one.paper, &live)
        && *of != own
        && !state.is_refused()
        && *state != State::Withdrawn
    {
        findings.push(
            Finding::refused(problems::SECOND_LIST)
                .of("621")
                .at("orderNo")
                .saw(&home.number)
                .with("other", of),
        );
    }
    if !findings.iter().any(Finding::refuses) {
        findings.extend(claims(desk, one, &home)?);
    }
    desk.zone.rulebook.rank(&mut findings);
    one.place(&mut findings);
    let edition = stands.map_or(0, |paper| paper.edition).max(
        kept.iter()
            .filter(|paper| paper.message == one.message && paper.own == own)
            .map(|paper| paper.edition)
            .max()
            .unwrap_or(0),
    );
    if findings.iter().any(Finding::refuses) {
        refuse(desk, one, &home, &own, &key, &findings)?;
        return Ok(answer(Taken::Refused, findings, Some((home, own))));
    }
    take(desk, one, &home, &own, &key, edition + 1, &app_type)?;
    follow(desk, one, &home, &own, &key, edition + 1)?;
    Ok(answer(Taken::Accepted, findings, Some((home, own))))
}

fn take(
    desk: &mut Desk<'_>,
    one: &Submission,
    home: &Home,
    own: &str,
    key: &str,
    edition: i64,
    app_type: &str,
) -> Result<(), StoreError> {
    let saved = one.record.get("appStatus") == Some("1");
    let state = match (app_type, saved) {
        ("3", _) => DELETED,
        (_, true) => SAVED,
        _ => i64::from(State::Declaring.code()),
    };
    let paper = Kept {
        message: one.message.clone(),
        own: own.to_owned(),
        edition,
        state,
        app_type: app_type.to_owned(),
        app_time: one.record.get("appTime").unwrap_or_default().to_owned(),
        guid: one.record.get("guid").unwrap_or_default().to_owned(),
        digest: one.digest.to_vec(),
        body: one.record.to_bytes(),
        received: desk.now.0,
    };
    desk.keep_paper(home, paper)?;
    let fact = PaperFiled {
        message: one.message.clone(),
        key: key.to_owned(),
        edition,
        digest: journal::hex(&one.digest),
        refused: Vec::new(),
    };
    desk.journal
        .append(desk.now, &format!("paper/{}/{key}", one.message), &fact)?;
    Ok(())
}

fn refuse(
    desk: &mut Desk<'_>,
    one: &Submission,
    home: &Home,
    own: &str,
    key: &str,
    findings: &[Finding],
) -> Result<(), StoreError> {
    let telling: Vec<Finding> = findings
        .iter()
        .filter(|finding| finding.refuses())
        .cloned()
        .collect();
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
    let state = telling
        .first()
        .map_or(State::Returned, |first| refusal(desk, &one.message, first));
    let echo = echo(&one.record);
    desk.reply(
        &Reply {
            home,
            message: &one.message,
            own,
            key,
            echo: &echo,
        },
        state,
        &telling,
    )
}

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

/// What a paper that was taken sets going.
fn follow(
    desk: &mut Desk<'_>,
    one: &Submission,
    home: &Home,
    own: &str,
    key: &str,
    edition: i64,
) -> Result<(), StoreError> {
    let echo = echo(&one.record);
    let reply = Reply {
        home,
        message: &one.message,
        own,
        key,
        echo: &echo,
    };
    if one.record.get("appType") == Some("3") {
        return delete(desk, one, &reply);
    }
    if one.record.get("appStatus") == Some("1") {
        return desk.reply(&reply, State::Saved, &[]);
    }
    match &one.paper {
        Some(Paper::List(list)) => desk.file_list(list, home, own, edition),
        Some(Paper::Withdrawal(withdrawal)) => withdraw::withdraw(desk, withdrawal, &reply),
        Some(Paper::Return(returned)) => returns::apply(desk, returned, &reply),
        Some(Paper::Order(_) | Paper::Payment(_)) => {
            desk.reply(&reply, State::Declaring, &[])?;
            desk.advance(home)
        }
        Some(Paper::Waybill(_)) => {
            desk.reply(&reply, State::Declaring, &[])?;
            match tables::claimed(desk.session, "waybill", home)? {
                Some(order) => desk.advance(&order),
                None => Ok(()),
            }
        }
        Some(Paper::Delivered(_) | Paper::Tally(_)) => desk.reply(&reply, State::Stored, &[]),
        None => Ok(()),
    }
}

/// Takes a paper away on which nothing depends any more.
fn delete(desk: &mut Desk<'_>, one: &Submission, reply: &Reply<'_>) -> Result<(), StoreError> {
    match &one.paper {
        Some(Paper::List(_)) => desk.drop_list(reply.home)?,
        Some(Paper::Payment(payment)) => {
            let number = Home::new(&payment.firm, &payment.number);
            tables::release_claim(desk.session, "payment", &number, reply.home)?;
        }
        _ => {}
    }
    desk.reply(reply, State::Declaring, &[])
}

/// A body or document that cannot be answered by its own kind leaves one 900; where it lies.
pub fn unreadable(
    desk: &mut Desk<'_>,
    message: &str,
    of: &str,
    findings: &[Finding],
) -> Result<(Home, String), StoreError> {
    let telling: Vec<Finding> = findings
        .iter()
        .filter(|finding| finding.refuses())
        .cloned()
        .collect();
    let sentences: Vec<String> = telling
        .iter()
        .take(20)
        .map(|finding| desk.zone.words.sentence(finding, site::Locale::ZhCn).text)
        .collect();
    let time = desk.tick();
    let (info, wire_time, guid) = (
        format!("{}（签名未核验）", sentences.join("；")),
        time.wire_ms(),
        desk.guid("900", of),
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
    };
    desk.keep_receipt("900", &reply, -1, time, &record, &telling)?;
    Ok((home, own))
}
