//! `chama setup`: firms, sites, books and guarantees from a file.

use std::{fmt::Display, fs, path::PathBuf, sync::Arc};

use clap::Args;
use clearance::acts::{Changed, Setup, Zone, set_up};
use serde_json::json;
use values::{Day, Finding};

use super::{Data, Desk, fresh, text_of};
use crate::{
    End, Failure,
    zone::{House, has_database},
};

/// Examples:
///   chama setup zone.toml
///   chama setup zone.toml --data /srv/chama --json
#[derive(Args)]
#[command(verbatim_doc_comment)]
pub(crate) struct SetUp {
    file: PathBuf,
    #[command(flatten)]
    data: Data,
}

/// What became of a setup: what changed, or what refuses it.
pub(crate) type Outcome = Result<Changed, Vec<Finding>>;

/// Puts a setup in place on an open house. Refused as a whole or done as a whole.
pub(crate) fn apply(house: &mut House, text: &str) -> Result<Outcome, Failure> {
    let setup = match Setup::read(text) {
        Ok(setup) => setup,
        Err(found) => return Ok(Err(found)),
    };
    let mut refused = None;
    let done = house.at_desk(|desk| match set_up(desk, &setup)? {
        Ok(changed) => Ok(changed),
        Err(found) => {
            refused = Some(found);
            // Nothing of it is kept.
            Err(store::StoreError::new(store::Fault::Other, "setup refused"))
        }
    });
    match (done, refused) {
        (_, Some(found)) => Ok(Err(found)),
        (Ok(changed), None) => Ok(Ok(changed)),
        (Err(failure), None) => Err(failure),
    }
}

/// What refuses a file, with the zone and the day it was held against.
type Against = (Arc<Zone>, Day, Vec<Finding>);

/// What refuses a file that would be the first of its data folder, tried in a folder that goes again:
/// a mistake shall not leave one behind.
fn rehearsed(desk: &Desk, text: &str) -> Result<Option<Against>, Failure> {
    let folder = fresh("chama-setup")?;
    let tried = House::rehearsal(&folder, desk.known()?, desk.at).and_then(|mut house| {
        let done = apply(&mut house, text)?;
        let (zone, day) = (Arc::clone(&house.zone), house.now.day());
        Ok(done.err().map(|found| (zone, day, found)))
    });
    // What stays of it in the temporary place harms nobody.
    drop(fs::remove_dir_all(&folder));
    tried
}

impl SetUp {
    pub(crate) fn run(&self, desk: &Desk) -> Result<End, Failure> {
        let text = text_of(&self.file)?;
        if let Err(found) = Setup::read(&text) {
            // Opening the house would do what is due by now; a file that cannot be read moves nothing.
            let zone = desk.known()?.zone(identity::Keys::of([0; 32]));
            return self.refused(desk, &zone, desk.now().day(), &found);
        }
        if !has_database(&self.data.data)
            && let Some((zone, day, found)) = rehearsed(desk, &text)?
        {
            return self.refused(desk, &zone, day, &found);
        }
        let mut house = desk.house(&self.data)?;
        match apply(&mut house, &text)? {
            Ok(changed) => {
                if desk.telling.json {
                    desk.telling.line(&json!({"ok": true, "filed": changed.filed, "same": changed.same, "freed": changed.freed}))?;
                } else {
                    for one in &changed.filed {
                        let (what, key) = one.split_once(' ').unwrap_or((one, ""));
                        let slots: [(_, &dyn Display); 2] = [("what", &what), ("key", &key)];
                        let said = desk.telling.word("setup-filed", &slots);
                        desk.telling.say(&said)?;
                    }
                    desk.telling.say(&desk.telling.word(
                        "setup-count",
                        &[
                            ("filed", &changed.filed.len()),
                            ("same", &changed.same),
                            ("freed", &changed.freed),
                        ],
                    ))?;
                }
                Ok(End::Done)
            }
            Err(found) => self.refused(desk, &house.zone, house.now.day(), &found),
        }
    }

    fn refused(
        &self,
        desk: &Desk,
        zone: &Zone,
        day: Day,
        found: &[Finding],
    ) -> Result<End, Failure> {
        let problems = desk.telling.told(found, &zone.rulebook, day, &zone.words);
        if desk.telling.json {
            desk.telling
                .line(&json!({"ok": false, "problems": problems}))?;
        } else {
            for problem in &problems {
                desk.telling
                    .problem(problem, &self.file.to_string_lossy(), &zone.words)?;
            }
        }
        Ok(End::Refused)
    }
}
