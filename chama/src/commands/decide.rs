//! `chama decide`: the officer's act.

use clap::{Args, ValueEnum};
use clearance::acts::{Act, officer_act};
use serde_json::json;

use super::{Data, Desk};
use crate::{End, Failure, zone::must_exist};

/// Examples:
///   chama decide 91540195MA6TE5T024/A1 release --reason officer.checked --as 测试关员
///   chama decide 91540195MA6TE5T011/R1 release --reason return.goods-back --at 2026-11-19T17:00
#[derive(Args)]
#[command(verbatim_doc_comment)]
pub(crate) struct Decide {
    /// The declaration or return
    key: String,
    /// What to do
    act: Word,
    /// Code of the reason
    #[arg(long, value_name = "CODE")]
    reason: String,
    /// Who decides
    #[arg(long = "as", value_name = "NAME", value_parser = name)]
    by: String,
    #[command(flatten)]
    data: Data,
}

#[derive(Clone, Copy, ValueEnum)]
enum Word {
    /// Release the list; take the goods of a return
    Release,
    /// Have it inspected; hold a return
    Inspect,
    /// Refuse it
    Refuse,
}

/// A decision has somebody who made it.
fn name(text: &str) -> Result<String, String> {
    let name = text.trim();
    match name.is_empty() {
        true => Err("a name".to_owned()),
        false => Ok(name.to_owned()),
    }
}

impl Decide {
    pub(crate) fn run(&self, desk: &Desk) -> Result<End, Failure> {
        let act = match self.act {
            Word::Release => Act::Release,
            Word::Inspect => Act::Inspect,
            Word::Refuse => Act::Refuse,
        };
        must_exist(&self.data.data)?;
        let mut house = desk.house(&self.data)?;
        let done =
            house.at_desk(|desk| officer_act(desk, &self.key, act, &self.reason, &self.by))?;
        let (state, against) = match done {
            Ok(acted) => (Some(acted.state.to_string()), acted.against),
            Err(finding) => (None, vec![finding]),
        };
        let (words, rulebook) = (&house.zone.words, &house.zone.rulebook);
        let problems = desk
            .telling
            .told(&against, rulebook, house.now.day(), words);
        if desk.telling.json {
            let mut line = json!({"key": self.key, "ok": problems.is_empty()});
            if let Some(state) = &state {
                line["state"] = json!(state);
            }
            if !problems.is_empty() {
                line["problems"] = json!(problems);
            }
            desk.telling.line(&line)?;
        } else {
            for problem in &problems {
                desk.telling.problem(problem, &self.key, words)?;
            }
            if let Some(state) = &state {
                desk.telling.say(&format!("{} {state}", self.key))?;
            }
        }
        Ok(if problems.is_empty() {
            End::Done
        } else {
            End::Refused
        })
    }
}
