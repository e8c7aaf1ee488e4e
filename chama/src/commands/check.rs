//! `chama check`: the doctor. Nothing is sent, no data folder is needed.

mod compare;
mod copies;

use std::{path::PathBuf, sync::Arc};

use clap::Args;
use clearance::{
    acts::{Paper, Submission, Zone},
    model::plain,
};
use messages::Record;
use serde::Serialize;
use site::Problem;
use values::{Finding, Moment, Weight};

use self::{compare::compare, copies::Copies};
use super::Desk;
use crate::{End, Failure, intake, papers, progress::Progress};

/// Examples:
///   chama check orders/
///   chama check order.xml --fix mended/
#[derive(Args)]
#[command(verbatim_doc_comment)]
pub(crate) struct Check {
    #[arg(required = true, value_name = "PATH")]
    paths: Vec<PathBuf>,
    #[arg(long, value_name = "DIR")]
    fix: Option<PathBuf>,
}

/// One line of the answer.
#[derive(Serialize)]
struct Checked {
    file: String,
    line: u32,
    message: Option<String>,
    key: Option<String>,
    ok: bool,
    problems: Vec<Problem>,
    notes: Vec<Problem>,
}

/// A document that was read, with what is known of it so far.
struct Seen {
    file: String,
    line: u32,
    message: Option<String>,
    key: Option<String>,
    order: Option<String>,
    paper: Option<Paper>,
    record: Option<Arc<Record>>,
    digest: [u8; 32],
    findings: Vec<Finding>,
}

impl Seen {
    /// The head's value of that name; nothing for a file that holds no document.
    fn get(&self, field: &str) -> Option<&str> {
        self.record.as_deref()?.get(field)
    }

    /// Where that field of the head stands, else where the document begins.
    fn line_of(&self, field: &str) -> u32 {
        let record = self.record.as_deref();
        let line = record.and_then(|it| it.line_of(it.message().field(field)?, 0));
        line.unwrap_or(self.line)
    }
}

impl Check {
    pub(crate) fn run(&self, desk: &Desk) -> Result<End, Failure> {
        let zone = desk.known()?.zone(identity::Keys::of([0; 32]));
        let now = desk.now();
        let into = self.fix.as_deref();
        let mut copies = into
            .map(|folder| Copies::into(folder, &self.paths))
            .transpose()?;
        let progress = Progress::of(None, desk.telling.json);
        let mut seen = Vec::new();
        papers::each(&self.paths, &mut |paper| {
            progress.advance(1);
            match paper.bytes {
                Err(finding) => seen.push(whole(paper.name, None, vec![finding])),
                Ok(bytes) => {
                    if let Some(copies) = &mut copies {
                        copies.mend(&zone, &paper.name, &bytes)?;
                    }
                    read(&zone, now, &paper.name, &bytes, &mut seen);
                }
            }
            Ok(())
        })?;
        drop(progress);
        if let Some(copies) = copies {
            copies.write(desk, &zone)?;
        }
        compare(&zone, now, &mut seen);
        let mut end = End::Done;
        for one in seen {
            let checked = told(desk, &zone, now, one);
            if !checked.ok {
                end = End::Refused;
            }
            tell(desk, &zone, &checked)?;
        }
        Ok(end)
    }
}

fn whole(file: String, message: Option<String>, findings: Vec<Finding>) -> Seen {
    Seen {
        file,
        line: intake::line_of(&findings),
        message,
        key: None,
        order: None,
        paper: None,
        record: None,
        digest: [0; 32],
        findings,
    }
}

fn read(zone: &Zone, now: Moment, file: &str, bytes: &[u8], seen: &mut Vec<Seen>) {
    let incoming = intake::read(zone, now, bytes);
    if incoming.refused || incoming.documents.is_empty() {
        // None of it may be taken, yet whoever mends the file wants to hear all of it at once.
        let documents = incoming.documents.into_iter();
        let of_documents = documents.flat_map(|one| one.findings);
        let mut findings = incoming.findings;
        findings.extend(of_documents.filter(Finding::refuses));
        seen.push(whole(file.to_owned(), incoming.message, findings));
        return;
    }
    for (at, one) in incoming.documents.into_iter().enumerate() {
        let mut findings = one.findings.clone();
        if at == 0 {
            findings.extend(incoming.findings.iter().cloned());
        }
        let key = one.key();
        let order = order_of(&one);
        let Submission {
            message,
            paper,
            record,
            digest,
            line,
            ..
        } = one;
        seen.push(Seen {
            file: file.to_owned(),
            line,
            message: Some(message),
            key,
            order,
            paper,
            record: Some(record),
            digest,
            findings,
        });
    }
}

/// The order a paper belongs to; papers are gathered by it.
fn order_of(one: &Submission) -> Option<String> {
    matches!(one.message.as_str(), "311" | "411" | "511" | "621")
        .then(|| {
            one.record
                .get("orderNo")
                .map(|order| plain(order).into_owned())
        })
        .flatten()
}

fn told(desk: &Desk, zone: &Zone, now: Moment, mut one: Seen) -> Checked {
    zone.rulebook.rank(&mut one.findings);
    let (notes, found): (Vec<Finding>, Vec<Finding>) = one
        .findings
        .into_iter()
        .partition(|finding| finding.weight == Weight::Note);
    let tell = |found: &[Finding]| {
        desk.telling
            .told(found, &zone.rulebook, now.day(), &zone.words)
    };
    let ok = !found.iter().any(Finding::refuses);
    Checked {
        file: one.file,
        line: one.line,
        message: one.message,
        key: one.key,
        ok,
        problems: tell(&found),
        notes: tell(&notes),
    }
}

fn tell(desk: &Desk, zone: &Zone, one: &Checked) -> Result<(), Failure> {
    if desk.telling.json {
        return desk.telling.line(one);
    }
    for problem in &one.problems {
        desk.telling.problem(problem, &one.file, &zone.words)?;
    }
    let key = one.key.as_deref().unwrap_or("—");
    desk.telling.say(&format!(
        "{} {}:{} {} {key}",
        super::mark(desk, one.ok),
        one.file,
        one.line,
        one.message.as_deref().unwrap_or("—")
    ))
}
