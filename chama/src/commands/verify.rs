//! `chama verify`: every balance, chain and count recomputed.

use clap::Args;
use serde::Serialize;
use site::Problem;
use store::Fault;

use super::{Data, Desk};
use crate::{End, Failure, zone::keys_folder};

/// Examples:
///   chama verify
///   chama verify --data /srv/chama --json
#[derive(Args)]
#[command(verbatim_doc_comment)]
pub(crate) struct Verify {
    #[command(flatten)]
    data: Data,
}

/// What was seen, as programs read it.
#[derive(Serialize)]
struct Seen<'v> {
    entries: i64,
    head: &'v str,
    accounts: usize,
    transfers: usize,
    faults: &'v [Problem],
}

impl Verify {
    pub(crate) fn run(&self, desk: &Desk) -> Result<End, Failure> {
        self.verified(desk).map_err(|failure| match failure {
            // What `verify` itself comes upon is not mended by running it.
            Failure::Store(error) if error.fault == Fault::Damaged => {
                Failure::ruled("store.damaged", "store-damaged", &[("by", &"verify")])
            }
            other => other,
        })
    }

    fn verified(&self, desk: &Desk) -> Result<End, Failure> {
        // No person is looked for: any key will do.
        let zone = desk.known()?.zone(identity::Keys::of([0; 32]));
        let data = &self.data.data;
        let reader = desk.reader(data)?;
        // A copy may be verified where the key is not.
        let key = identity::Keys::load(&keys_folder(data), false).ok();
        let verified = clearance::acts::verify(&reader, &zone, key.as_ref())?;
        let day = desk.now().day();
        let faults = desk
            .telling
            .told(&verified.faults, &zone.rulebook, day, &zone.words);
        if desk.telling.json {
            desk.telling.line(&Seen {
                entries: verified.entries,
                head: &verified.head,
                accounts: verified.accounts,
                transfers: verified.transfers,
                faults: &faults,
            })?;
        } else {
            for fault in &faults {
                desk.telling.problem(fault, "", &zone.words)?;
            }
            desk.telling.say(&desk.telling.word(
                "verify-count",
                &[
                    ("entries", &verified.entries),
                    ("accounts", &verified.accounts),
                    ("transfers", &verified.transfers),
                    ("faults", &faults.len()),
                    ("head", &verified.head),
                ],
            ))?;
        }
        Ok(match faults.is_empty() {
            true => End::Done,
            false => End::Refused,
        })
    }
}
