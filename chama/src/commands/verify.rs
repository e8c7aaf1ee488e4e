//! `chama verify`: every balance, chain and count recomputed.

use clap::Args;

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

impl Verify {
    pub(crate) fn run(&self, desk: &Desk) -> Result<End, Failure> {
        // No person is looked for: any key will do.
        let zone = desk.known()?.zone(identity::Keys::of([0; 32]));
        let data = &self.data.data;
        let reader = desk.reader(data)?;
        // A copy may be verified where the key is not.
        let key = identity::Keys::load(&keys_folder(data), false).ok();
        let verified = clearance::acts::verify(&reader, &zone, key.as_ref())?;
        if desk.telling.json {
            desk.telling.line(&verified)?;
        } else {
            for fault in &verified.faults {
                let said = desk.telling.word("verify-fault", &[("fault", fault)]);
                desk.telling.say(&said)?;
            }
            desk.telling.say(&desk.telling.word(
                "verify-count",
                &[
                    ("entries", &verified.entries),
                    ("accounts", &verified.accounts),
                    ("transfers", &verified.transfers),
                    ("faults", &verified.faults.len()),
                    ("head", &verified.head),
                ],
            ))?;
        }
        Ok(if verified.faults.is_empty() {
            End::Done
        } else {
            End::Refused
        })
    }
}
