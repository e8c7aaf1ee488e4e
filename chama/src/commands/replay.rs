//! `chama replay`: past decisions made again.

use std::path::PathBuf;

use clap::Args;
use clearance::acts::{Replayed, Zone};
use serde::Serialize;
use serde_json::json;
use site::Problem;
use values::Day;

use super::{Data, Desk, day, in_order};
use crate::{
    End, Failure,
    definitions::Definitions,
    zone::{Known, stood},
};

/// Examples:
///   chama replay
///   chama replay --rules draft/ --from 2026-10-01 --to 2026-10-31
///   chama replay --newer-codes
#[derive(Args)]
#[command(verbatim_doc_comment)]
pub(crate) struct Replay {
    #[arg(long, value_name = "DIR")]
    rules: Option<PathBuf>,
    #[arg(long, value_parser = day, value_name = "DAY")]
    from: Option<Day>,
    #[arg(long, value_parser = day, value_name = "DAY")]
    to: Option<Day>,
    #[arg(long)]
    newer_codes: bool,
    #[command(flatten)]
    data: Data,
}

impl Replay {
    pub(crate) fn run(&self, desk: &Desk) -> Result<End, Failure> {
        in_order(self.from, self.to)?;
        let reader = desk.reader(&self.data.data)?;
        let other = match &self.rules {
            Some(folder) => Known::load(&Definitions::load(Some(folder), "--rules")?)?,
            None => desk.known()?,
        };
        let mut codes = stood(reader.session(), other.codes)?;
        if self.newer_codes {
            codes = codes.now().clone().into();
        }
        let zone = desk.known()?.zone(identity::Keys::of([0; 32]));
        // Under a draft or newer tables differences are what was asked for; else they are a fault.
        let asked = self.rules.is_some() || self.newer_codes;
        let today = desk.now().day();
        let (mut same, mut differing) = (0, 0);
        let mut told = Ok(());
        clearance::acts::replay(
            reader.session(),
            &zone,
            &other.rulebook,
            &codes,
            (self.from, self.to),
            |one| {
                if one.same {
                    same += 1;
                    return;
                }
                differing += 1;
                if told.is_ok() {
                    let findings = one.findings(asked);
                    let problems = desk
                        .telling
                        .told(&findings, &zone.rulebook, today, &zone.words);
                    told = tell(desk, &zone, &one, &problems);
                }
            },
        )?;
        told?;
        if desk.telling.json {
            desk.telling.line(
                &json!({"replayed": same + differing, "same": same, "differing": differing}),
            )?;
        } else {
            desk.telling.say(&desk.telling.word(
                "replay-count",
                &[
                    ("all", &(same + differing)),
                    ("same", &same),
                    ("differing", &differing),
                ],
            ))?;
        }
        Ok(if differing > 0 && !asked {
            End::Refused
        } else {
            End::Done
        })
    }
}

/// A verdict that came out otherwise, as programs read it.
#[derive(Serialize)]
struct Differing<'v> {
    #[serde(flatten)]
    replayed: &'v Replayed,
    problems: &'v [Problem],
}

fn tell(
    desk: &Desk,
    zone: &Zone,
    replayed: &Replayed,
    problems: &[Problem],
) -> Result<(), Failure> {
    if desk.telling.json {
        return desk.telling.line(&Differing { replayed, problems });
    }
    let mut all = problems.iter();
    all.try_for_each(|problem| desk.telling.problem(problem, &replayed.key, &zone.words))
}
