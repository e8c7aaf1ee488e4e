//! The road in: papers are decoded and checked beside the writer, which takes what has gathered in
//! one transaction and answers when it is on disk.

use std::{sync::Arc, thread::JoinHandle};

use clearance::{
    acts::{Answer, Desk, Submission, Zone, receive, unreadable},
    store::put_raw,
};
use messages::{Limits, Sniffed, sniff};
use sha2::{Digest, Sha256};
use store::{Pending, Queue, Session, StoreError, Writer};
use values::{Finding, Moment};

use crate::{papers::PaperFile, zone::House};

/// How many papers the writer takes together.
pub(crate) const TOGETHER: usize = 64;

/// A paper read: what it held, and what was found about it as a whole.
pub(crate) struct Incoming {
    /// Its documents, checked.
    pub(crate) documents: Vec<Submission>,
    /// Message number as text, where the root told one.
    pub(crate) message: Option<String>,
    /// What a 900 answers to: the wrapper's id, else the root's guid.
    of: String,
    /// Findings about the whole file.
    pub(crate) findings: Vec<Finding>,
    /// None of it may be taken.
    pub(crate) refused: bool,
    raw: Raw,
}

/// The message as it came, compressed.
struct Raw {
    digest: [u8; 32],
    size: usize,
    body: Vec<u8>,
}

/// Reads and checks a paper.
pub(crate) fn read(zone: &Zone, now: Moment, bytes: &[u8]) -> Incoming {
    let decoded = zone.catalogue.decode(bytes, &Limits::default());
    let envelope = decoded.envelope.unwrap_or_default();
    let mut findings = named(decoded.findings, bytes);
    zone.rulebook.rank(&mut findings);
    let signed = envelope.signature.is_some();
    let sender = envelope.cop_code();
    let documents = decoded
        .documents
        .into_iter()
        .map(|document| Submission::prepare(document, zone, now, signed).sent_by(sender));
    Incoming {
        documents: documents.collect(),
        message: envelope.number.map(|number| number.as_str().to_owned()),
        of: envelope
            .wrapper
            .map_or(envelope.guid, |wrapper| wrapper.cop_msg_id),
        findings,
        refused: decoded.refused_whole,
        raw: Raw {
            digest: Sha256::digest(bytes).into(),
            size: bytes.len(),
            body: lz4_flex::compress_prepend_size(bytes),
        },
    }
}

/// What does not even begin like a message is told by what it is, not by what a parser misses in it.
fn named(mut findings: Vec<Finding>, bytes: &[u8]) -> Vec<Finding> {
    let kind = match sniff(bytes) {
        Sniffed::Empty => "empty",
        Sniffed::Json => "json",
        Sniffed::Toml => "toml",
        Sniffed::Other if !bytes.contains(&b'<') => "foreign",
        Sniffed::Other | Sniffed::Html | Sniffed::Xml | Sniffed::Gzip | Sniffed::Zip => {
            return findings;
        }
    };
    let broken = messages::problems::XML_BROKEN;
    for finding in findings.iter_mut().filter(|one| one.code == broken) {
        // All of it is another thing, not what stands where the parser gave up.
        if kind != "foreign" {
            finding.paper.line = Some(1);
        }
        let mut values = finding.values.iter_mut();
        if let Some((_, word)) = values.find(|(name, _)| name == "kind") {
            kind.clone_into(word);
        }
    }
    findings
}

/// What came of a paper: one answer a document, or one for the whole.
pub(crate) type Answers = Vec<(u32, Answer)>;

/// The writer at work on a thread of its own.
pub(crate) struct Intake {
    queue: Queue<Incoming, Answers>,
    thread: JoinHandle<Writer>,
    zone: Arc<Zone>,
    now: Moment,
}

impl Intake {
    /// Starts it on a house.
    pub(crate) fn start(house: House) -> (Self, store::Store) {
        let House {
            zone,
            filings,
            store,
            writer,
            now,
            leap: _,
        } = house;
        let shared = Arc::clone(&zone);
        let (queue, thread) = Queue::start(
            writer,
            TOGETHER,
            move |session: Session<'_>, jobs: &mut Vec<Incoming>| {
                let mut desk = Desk::open(session, &shared, &filings, now)?;
                let answers = jobs
                    .iter()
                    .map(|job| take(&mut desk, job))
                    .collect::<Result<Vec<_>, StoreError>>()?;
                desk.close()?;
                Ok(answers)
            },
        );
        (
            Self {
                queue,
                thread,
                zone,
                now,
            },
            store,
        )
    }

    /// Reads a paper and hands it to the writer.
    pub(crate) fn submit(&self, bytes: &[u8]) -> Pending<Answers> {
        self.queue.submit(read(&self.zone, self.now, bytes))
    }

    /// Refuses a paper that could not even be read: the refusal is kept all the same.
    pub(crate) fn submit_unread(&self, finding: Finding) -> Pending<Answers> {
        let raw = Raw {
            digest: Sha256::digest([]).into(),
            size: 0,
            body: Vec::new(),
        };
        let findings = vec![finding];
        self.queue.submit(Incoming {
            documents: Vec::new(),
            message: None,
            of: String::new(),
            findings,
            refused: true,
            raw,
        })
    }

    /// What it works with.
    pub(crate) fn zone(&self) -> &Arc<Zone> {
        &self.zone
    }

    /// Business time of everything it takes.
    pub(crate) fn now(&self) -> Moment {
        self.now
    }

    /// Ends it; the writer comes back.
    pub(crate) fn finish(self) -> Option<Writer> {
        drop(self.queue);
        self.thread.join().ok()
    }
}

/// Hands one paper file in, read or not.
pub(crate) fn submit(intake: &Intake, paper: PaperFile) -> Pending<Answers> {
    match paper.bytes {
        Ok(bytes) => intake.submit(&bytes),
        Err(finding) => intake.submit_unread(finding),
    }
}

/// The line by which a file is told that holds no document: that of its first fault.
pub(crate) fn line_of(findings: &[Finding]) -> u32 {
    let line = findings.iter().find_map(|finding| finding.paper.line);
    line.unwrap_or(1)
}

fn take(desk: &mut Desk<'_>, job: &Incoming) -> Result<Answers, StoreError> {
    desk.counters.raw += 1;
    put_raw(
        desk.session,
        desk.counters.raw,
        desk.now.0,
        &job.raw.digest,
        job.raw.size,
        &job.raw.body,
    )?;
    if job.refused {
        let message = job.message.clone().unwrap_or_default();
        let place = unreadable(desk, &message, &job.of, &job.findings)?;
        let answer = Answer {
            message,
            key: None,
            taken: clearance::acts::Taken::Refused,
            findings: job.findings.clone(),
            home: Some(place),
            refusal: Some(desk.counters.receipt),
        };
        return Ok(vec![(line_of(&job.findings), answer)]);
    }
    job.documents
        .iter()
        .map(|one| Ok((one.line, receive(desk, one)?)))
        .collect()
}
