//! `chama decide`: the officer's act.

use clap::{Args, ValueEnum};
use clearance::acts::{Act, officer_act};
use serde_json::json;
use values::Finding;

use super::{Data, Desk};
use crate::{End, Failure};

/// Examples:
///   chama decide 91540195MA6TE5T024/A1 release --reason officer.checked --as 测试关员
///   chama decide 91540195MA6TE5T011/R1 release --reason return.goods-back --as 测试关员
#[derive(Args)]
#[command(verbatim_doc_comment)]
pub(crate) struct Decide {
    key: String,
    act: Word,
    /// Without one the reasons that fit are told.
    #[arg(long, value_name = "CODE")]
    reason: Option<String>,
    #[arg(long = "as", value_name = "NAME", value_parser = name)]
    by: String,
    #[command(flatten)]
    data: Data,
}

#[derive(Clone, Copy, ValueEnum)]
enum Word {
    Release,
    Inspect,
    Refuse,
}

/// A decision has somebody who made it.
fn name(text: &str) -> Result<String, &'static str> {
    let name = text.trim();
    match name.is_empty() || name.chars().any(char::is_control) {
        true => Err("usage-wants-name"),
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
        let mut house = desk.standing_house(&self.data)?;
        let reason = self.reason.as_deref().unwrap_or_default();
        let done = house.at_desk(|desk| officer_act(desk, &self.key, act, reason, &self.by))?;
        let (state, against, reasons) = match done {
            Ok(acted) => (Some(acted.state.to_string()), acted.against, Vec::new()),
            Err(unfit) => (None, vec![unfit.why], unfit.reasons),
        };
        let (words, rulebook) = (&house.zone.words, &house.zone.rulebook);
        let problems = desk
            .telling
            .told(&against, rulebook, house.now.day(), words);
        let said = |reason: &Finding| words.sentence(reason, desk.telling.locale).text;
        if desk.telling.json {
            let mut line = json!({"key": self.key, "ok": problems.is_empty()});
            if let Some(state) = &state {
                line["state"] = json!(state);
            }
            if !problems.is_empty() {
                line["problems"] = json!(problems);
            }
            if !reasons.is_empty() {
                let told = reasons
                    .iter()
                    .map(|one| json!({"code": one.code, "text": said(one)}));
                line["reasons"] = told.collect();
            }
            desk.telling.line(&line)?;
        } else {
            for problem in &problems {
                desk.telling.problem(problem, &self.key, words)?;
            }
            for one in &reasons {
                desk.telling
                    .say(&format!("  {}  {}", one.code, said(one)))?;
            }
            if let Some(state) = &state {
                let meaning = super::show::meaning(desk, state);
                desk.telling
                    .say(&format!("{} {state} {meaning}", self.key))?;
            }
        }
        Ok(if problems.is_empty() {
            End::Done
        } else {
            End::Refused
        })
    }
}
