//! A document comes in: taken, repeated, changed, deleted, or refused.

use facts::clearance::PaperFiled;
use store::StoreError;
use values::Finding;

use super::{
    Desk, Paper, Submission,
    answer::{Reply, echo},
    arrivals,
    fits::{DELETED, SAVED, claims, filed, fits, live_state, same_document, saves},
    refused::{Before, homeless, refuse},
    returns, withdraw,
};
use crate::{
    model::{Home, State},
    problems,
    store::{self as tables, Paper as Edition},
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
    /// Position of the receipt that refused this very document, now or before.
    pub refusal: Option<i64>,
}

/// Takes one document.
pub fn receive(desk: &mut Desk<'_>, one: &Submission) -> Result<Answer, StoreError> {
    let answer = |taken, findings, home| Answer {
        message: one.message.clone(),
        key: one.key(),
        taken,
        findings,
        home,
        refusal: None,
    };
    let Some((home, own)) = one.home().filter(|_| one.paper.is_some()) else {
        return homeless(desk, one);
    };
    let key = one.key().unwrap_or_default();
    let kept = desk.papers_of(&home)?;
    let stands = kept
        .iter()
        .rfind(|paper| paper.message == one.message && paper.own == own)
        .filter(|paper| paper.state != DELETED)
        .map(|paper| -> &Edition { paper });
    let live = live_state(desk, one, &home, &own)?;
    // The state of a list is that of its declaration, that of an application that of its return; other
    // papers stand once taken. A list or return that was refused or withdrawn stands no more: what it
    // claimed is free for the next one, and where another list is declared by now, this one had ended.
    let ended = matches!(one.message.as_str(), "621" | "625")
        && stands.is_some_and(|stands| stands.state != SAVED)
        && live
            .as_ref()
            .is_some_and(|(state, of)| *of != own || state.may_be_declared_anew());

    let app_type = one.record.get("appType").unwrap_or("1").to_owned();
    let mut mine = kept
        .iter()
        .filter(|paper| paper.message == one.message && paper.own == own);
    let came_before = mine.any(|paper| {
        paper.digest == one.digest
            && paper.app_type == app_type
            && same_document(paper, &one.record)
    });
    // A deletion says what it deletes, so its content is no repetition; nor is it one where what is
    // beside the content (appType, times) does not hold.
    let says_the_same = app_type != "3"
        && !ended
        && !one.refused()
        && stands.is_some_and(|stands| stands.digest == one.digest);
    let mut before = match came_before {
        true => None,
        false => Before::of(desk, one, &home)?,
    };
    if let Some(before) = before.take_if(|before| !before.may_pass(desk)) {
        return Ok(before.answer(one, home));
    }
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
        ended,
        live.as_ref().map(|(state, _)| *state),
    ));
    let drops_draft = app_type == "3" && stands.is_some_and(|paper| paper.state == SAVED);
    if let (Some(Paper::List(_)), Some((state, of))) = (&one.paper, &live)
        && *of != own
        && !drops_draft
        && !state.may_be_declared_anew()
    {
        findings.push(
            Finding::refused(problems::SECOND_LIST)
                .of("621")
                .at("orderNo")
                .saw(home.number())
                .with("other", of),
        );
    }
    if !findings.iter().any(Finding::refuses) {
        findings.extend(objections(desk, one, &home, &own)?);
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
        if let Some(before) = before.filter(|before| before.told(&findings)) {
            return Ok(before.answer(one, home));
        }
        let changes = !ended && stands.is_some_and(|paper| paper.state != SAVED);
        refuse(desk, one, &home, (&own, &key), &findings, changes)?;
        return Ok(Answer {
            refusal: Some(desk.counters.receipt),
            ..answer(Taken::Refused, findings, Some((home, own)))
        });
    }
    take(desk, one, &home, &own, &key, edition + 1, &app_type)?;
    follow(desk, one, &home, &own, &key, edition + 1, &findings)?;
    Ok(answer(Taken::Accepted, findings, Some((home, own))))
}

/// What stands elsewhere against a paper that is sound by itself: numbers that others have, and what it
/// asks of a list. Refused for that it was never sent, like any other.
fn objections(
    desk: &Desk<'_>,
    one: &Submission,
    home: &Home,
    own: &str,
) -> Result<Vec<Finding>, StoreError> {
    let deletes = one.record.get("appType") == Some("3");
    let mut found = match &one.paper {
        _ if deletes => Vec::new(),
        Some(Paper::Tally(tally)) => arrivals::objections(desk, tally, home)?,
        _ if saves(one) => Vec::new(),
        Some(Paper::Withdrawal(asked)) => {
            Vec::from_iter(withdraw::objection(desk, asked, &one.record, home)?)
        }
        Some(Paper::Return(asked)) => returns::objections(desk, asked, &one.record, home, own)?,
        _ => Vec::new(),
    };
    // What is refused claims nothing.
    if Finding::refusal(&found).is_none() {
        found.extend(claims(desk, one, home, own)?);
    }
    Ok(found)
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
    let state = match (app_type, saves(one)) {
        ("3", _) => DELETED,
        (_, true) => SAVED,
        _ => i64::from(State::Declaring.code()),
    };
    let paper = Edition {
        message: one.message.clone(),
        own: own.to_owned(),
        edition,
        state,
        app_type: app_type.to_owned(),
        app_time: one.record.get("appTime").unwrap_or_default().to_owned(),
        guid: one.record.get("guid").unwrap_or_default().to_owned(),
        digest: one.digest.to_vec(),
        body: one.body().to_vec(),
        received: desk.now.0,
    };
    desk.keep_paper(home, paper, &one.record)?;
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

/// Notes that stand on the receipt of the paper they were found in.
const DOUBTS: [&str; 3] = [
    codes::LIST_INCOMPLETE,
    problems::ARRIVAL,
    problems::ARRIVAL_BEFORE,
];

/// What a paper that was taken sets going.
fn follow(
    desk: &mut Desk<'_>,
    one: &Submission,
    home: &Home,
    own: &str,
    key: &str,
    edition: i64,
    findings: &[Finding],
) -> Result<(), StoreError> {
    let doubts: Vec<Finding> = findings
        .iter()
        .filter(|finding| DOUBTS.contains(&finding.code.as_ref()))
        .cloned()
        .collect();
    let echo = echo(&one.record);
    let of_waybill = match &one.paper {
        Some(Paper::Waybill(_) | Paper::Delivered(_)) => {
            tables::claimed(desk.session, "waybill", home)?
        }
        _ => None,
    };
    let reply = Reply {
        home,
        message: &one.message,
        own,
        key,
        echo: &echo,
        clock: one.is_of_order().then_some(home).or(of_waybill.as_ref()),
        by: None,
    };
    if one.record.get("appType") == Some("3") {
        return delete(desk, one, &reply, edition);
    }
    if saves(one) {
        return desk.reply(&reply, State::Saved, &[]);
    }
    match &one.paper {
        Some(Paper::List(list)) => desk.file_list(list, home, own, edition, &doubts),
        Some(Paper::Withdrawal(_)) => withdraw::withdraw(desk, &reply),
        Some(Paper::Return(returned)) => returns::apply(desk, returned, &reply),
        Some(Paper::Order(_) | Paper::Payment(_)) => {
            desk.reply(&reply, State::Declaring, &doubts)?;
            go_on(desk, one, home)
        }
        Some(Paper::Waybill(_)) => {
            desk.reply(&reply, State::Declaring, &doubts)?;
            match &of_waybill {
                Some(order) => go_on(desk, one, order),
                None => Ok(()),
            }
        }
        Some(Paper::Delivered(_)) => desk.reply(&reply, State::Stored, &doubts),
        Some(Paper::Tally(tally)) => {
            desk.reply(&reply, State::Stored, &doubts)?;
            arrivals::count_in(desk, tally, home, edition)
        }
        None => Ok(()),
    }
}

/// The list of that order goes on with a new paper, or is judged anew with a changed one.
fn go_on(desk: &mut Desk<'_>, one: &Submission, order: &Home) -> Result<(), StoreError> {
    match one.record.get("appType") {
        Some("2") => desk.reconsider(order),
        _ => desk.advance(order),
    }
}

/// Takes a paper away on which nothing depends any more.
fn delete(
    desk: &mut Desk<'_>,
    one: &Submission,
    reply: &Reply<'_>,
    edition: i64,
) -> Result<(), StoreError> {
    let papers = desk.papers_of(reply.home)?;
    let mut before = papers.iter();
    let only_saved = before.any(|paper| {
        let mine = paper.message == one.message && paper.own == reply.own;
        mine && paper.edition == edition - 1 && paper.state == SAVED
    });
    match &one.paper {
        _ if only_saved => {}
        Some(Paper::List(_)) => desk.drop_list(reply.home)?,
        Some(Paper::Payment(payment)) => {
            tables::release_claim(desk.session, "payment", &payment.as_number(), reply.home)?;
        }
        Some(Paper::Tally(_)) => arrivals::count_out(desk, reply.home, edition)?,
        Some(Paper::Return(_)) => returns::take_back(desk, reply)?,
        _ => {}
    }
    desk.reply(reply, State::Declaring, &[])
}
