//! `chama declare`: papers in, verdicts and receipts out.

use std::{fs, path::PathBuf};

use clap::Args;
use clearance::{
    acts::{Answer, Taken, number_of},
    store::{Receipt, declaration, receipt, receipts_of, refusals_of},
};
use serde::Serialize;
use site::Problem;
use store::{Pending, Reader, Session};
use values::{Finding, Weight};

use super::{Data, Desk, fresh};
use crate::{
    End, Failure,
    intake::{self, Answers, Intake, submit},
    papers,
    progress::Progress,
    zone::{House, has_database},
};

/// Examples:
///   chama declare orders/
///   chama declare day.zip --json --at 2026-10-05T09:58
#[derive(Args)]
#[command(verbatim_doc_comment)]
pub(crate) struct Declare {
    #[arg(required = true, value_name = "PATH")]
    paths: Vec<PathBuf>,
    #[command(flatten)]
    data: Data,
}

/// One line of the answer.
#[derive(Serialize)]
pub(crate) struct Declared {
    file: String,
    line: u32,
    message: Option<String>,
    key: Option<String>,
    ok: bool,
    problems: Vec<Problem>,
    notes: Vec<Problem>,
    status: u16,
    state: Option<String>,
    /// Where a list stands today that was sent again and has left the state it was answered with.
    #[serde(skip_serializing_if = "Option::is_none")]
    now: Option<String>,
    receipts: Vec<super::receipts::Item>,
}

impl Declare {
    pub(crate) fn run(&self, desk: &Desk) -> Result<End, Failure> {
        papers::are_there(&self.paths)?;
        if !self.nothing_to_keep(desk)? {
            return self.declare(desk, desk.house(&self.data)?);
        }
        let folder = fresh("chama-declare")?;
        let house = House::rehearsal(&folder, desk.known()?, desk.at);
        let told = house.and_then(|house| self.declare(desk, house));
        // What stays of it in the temporary place harms nobody.
        drop(fs::remove_dir_all(&folder));
        told
    }

    /// Whether the data folder would be new and none of the papers is a message: a mistake shall not
    /// leave a folder behind.
    fn nothing_to_keep(&self, desk: &Desk) -> Result<bool, Failure> {
        let once = self.paths.iter().any(|path| path.as_os_str() == "-");
        if once || has_database(&self.data.data) {
            return Ok(false);
        }
        let zone = desk.known()?.zone(identity::Keys::of([0; 32]));
        let mut some = false;
        let read = papers::each(&self.paths, &mut |paper| {
            if let (false, Ok(bytes)) = (some, paper.bytes) {
                let incoming = intake::read(&zone, desk.now(), &bytes);
                some = incoming.message.is_some() || !incoming.documents.is_empty();
            }
            Ok(())
        });
        if some {
            return Ok(false);
        }
        read.map(|()| true)
    }

    fn declare(&self, desk: &Desk, house: House) -> Result<End, Failure> {
        let (intake, store) = Intake::start(house);
        let progress = Progress::of(None, desk.telling.json);
        let mut sent: Vec<(String, Pending<Answers>)> = Vec::new();
        let read = papers::each(&self.paths, &mut |paper| {
            progress.advance(1);
            let name = paper.name.clone();
            sent.push((name, submit(&intake, paper)));
            Ok(())
        });
        // Whatever fails on the way, what was kept is told.
        let mut failed = read.err();
        let mut answers: Vec<(String, u32, Answer)> = Vec::new();
        for (file, pending) in sent {
            match pending.wait() {
                Ok(taken) => answers.extend(
                    taken
                        .into_iter()
                        .map(|(line, answer)| (file.clone(), line, answer)),
                ),
                Err(error) => failed = failed.or(Some(error.into())),
            }
        }
        drop(progress);
        let zone = std::sync::Arc::clone(intake.zone());
        let now = intake.now();
        // The writer goes on holding the folder until everything is told.
        let writer = intake.finish();
        let reader = store.reader()?;
        let mut end = End::Done;
        for (file, line, answer) in answers {
            let told = declared(desk, &reader, &zone, now, file, line, answer)
                .and_then(|one| tell(desk, &one, &zone).map(|()| one.ok));
            match told {
                Ok(true) => {}
                Ok(false) => end = End::Refused,
                Err(error) => failed = failed.or(Some(error)),
            }
        }
        drop(writer);
        failed.map_or(Ok(end), Err)
    }
}

fn declared(
    desk: &Desk,
    reader: &Reader,
    zone: &clearance::acts::Zone,
    now: values::Moment,
    file: String,
    line: u32,
    answer: Answer,
) -> Result<Declared, Failure> {
    let session = reader.session();
    let receipts: Vec<Receipt> = match (&answer.home, answer.refusal) {
        // The one that refused it: however many were refused under that number, each has its own.
        (Some((home, _)), Some(position)) => {
            receipt(session, home, position)?.into_iter().collect()
        }
        (Some((home, own)), None) => {
            // What stands is not answered with the refusal of another document under its number.
            let others = refusals_of(session, home)?;
            let mut all = receipts_of(session, home)?;
            all.retain(|one| others.iter().all(|other| other.receipt != one.position));
            of_paper(all, &answer.message, own)
        }
        (None, _) => Vec::new(),
    };
    // The same document that was refused has the state it was refused with, whatever came since.
    let state = receipts
        .iter()
        .rfind(|one| {
            answer.refusal.is_some() || Some(one.message.as_str()) == number_of(&answer.message)
        })
        .map(|one| one.said.status);
    let stands = stands_now(session, &answer)?
        .filter(|now| state.is_none_or(|state| *now != state.to_string()));
    // What the receipt tells counts: a list that was taken may have been refused since.
    let mut findings = answer.findings.clone();
    let since = match answer.taken {
        Taken::Refused => Vec::new(),
        Taken::Accepted | Taken::Repeated => told(&receipts),
    };
    for told in since {
        if !findings.iter().any(|known| {
            known.code == told.code
                && known.field == told.field
                && known.paper.item == told.paper.item
        }) {
            findings.push(told);
        }
    }
    let (notes, problems): (Vec<Finding>, Vec<Finding>) = findings
        .into_iter()
        .partition(|finding| finding.weight == Weight::Note);
    let refused =
        answer.taken == Taken::Refused || state.is_some_and(|state| state < 0 || state == 100);
    let tell = |found: &[Finding]| {
        desk.telling
            .told(found, &zone.rulebook, now.day(), &zone.words)
    };
    let status = match (
        answer.taken,
        problems.first().map(|finding| finding.code.as_ref()),
    ) {
        (Taken::Accepted, _) => 202,
        (Taken::Repeated, _) => 200,
        (
            Taken::Refused,
            Some(
                "doc.conflict" | "list.second" | "waybill.used" | "payment.used" | "doc.fixed"
                | "doc.old",
            ),
        ) => 409,
        (Taken::Refused, _) if answer.key.is_none() => 400,
        (Taken::Refused, _) => 422,
    };
    let receipts = receipts
        .iter()
        .map(|one| super::receipts::item(zone, one, &desk.telling))
        .collect::<Result<_, _>>()?;
    Ok(Declared {
        file,
        line,
        message: Some(answer.message).filter(|message| !message.is_empty()),
        key: answer.key,
        ok: !refused,
        problems: tell(&problems),
        notes: tell(&notes),
        status,
        state: state.map(|state| state.to_string()),
        now: stands,
        receipts,
    })
}

/// The state today of a list that was sent again.
fn stands_now(session: Session<'_>, answer: &Answer) -> Result<Option<String>, Failure> {
    let (Some((home, own)), "621", Taken::Repeated) =
        (&answer.home, answer.message.as_str(), answer.taken)
    else {
        return Ok(None);
    };
    let one = declaration(session, home)?.filter(|one| one.own == *own);
    Ok(one.map(|one| one.state.to_string()))
}

/// The receipts that answer one paper; a list has its bills too.
fn of_paper(all: Vec<Receipt>, message: &str, own: &str) -> Vec<Receipt> {
    let number = number_of(message);
    let bills = |one: &Receipt| message == "621" && matches!(one.message.as_str(), "816" | "818");
    all.into_iter()
        .filter(|one| one.own == own && (Some(one.message.as_str()) == number || bills(one)))
        .collect()
}

/// What the last receipt with reasons tells.
fn told(receipts: &[Receipt]) -> Vec<Finding> {
    let last = receipts
        .iter()
        .rev()
        .find(|one| !matches!(one.message.as_str(), "816" | "818"));
    last.map_or_else(Vec::new, |one| one.said.findings.clone())
}

fn tell(desk: &Desk, one: &Declared, zone: &clearance::acts::Zone) -> Result<(), Failure> {
    if desk.telling.json {
        return desk.telling.line(one);
    }
    for problem in &one.problems {
        // What is said of another paper of the parcel stands in no file at hand.
        let of = match &problem.key {
            Some(_) => "",
            None => &one.file,
        };
        desk.telling.problem(problem, of, &zone.words)?;
    }
    let key = one.key.as_deref().unwrap_or("—");
    let (message, state) = (
        one.message.as_deref().unwrap_or("—"),
        one.state.as_deref().unwrap_or("—"),
    );
    let now = one.now.as_deref().map_or_else(String::new, |now| {
        let meaning = super::show::meaning(desk, now);
        let slots: [(&'static str, &dyn std::fmt::Display); 2] =
            [("state", &now), ("meaning", &meaning)];
        desk.telling.word("declare-now", &slots)
    });
    desk.telling.say(&format!(
        "{} {}:{} {message} {key} {state}{now}",
        super::mark(desk, one.ok),
        one.file,
        one.line
    ))
}
