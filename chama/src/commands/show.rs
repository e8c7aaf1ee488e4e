//! `chama show`: where a parcel stands and why; what waits and what was refused.

use clap::Args;
use clearance::{
    model::State,
    show,
    store::{Declaration, declarations_in},
};
use serde_json::{Value, json};
use store::Session;

use super::{Data, Desk};
use crate::{End, Failure, zone::reader};

/// Examples:
///   chama show
///   chama show 91540195MA6TE5T024/A1 --json
#[derive(Args)]
#[command(verbatim_doc_comment)]
pub(crate) struct Show {
    /// platform/order, agent/number, carrier/waybill, list number or pre-entry number
    key: Option<String>,
    /// At most so many of each kind
    #[arg(long, default_value_t = 50)]
    most: i64,
    #[command(flatten)]
    data: Data,
}

/// The states that wait for somebody, in the order they are told.
const WAITING: [State; 8] = [
    State::Declaring,
    State::Stored,
    State::Review,
    State::Inspect,
    State::HeldClearance,
    State::HeldSmuggling,
    State::HeldLegal,
    State::Held,
];

impl Show {
    pub(crate) fn run(&self, desk: &Desk) -> Result<End, Failure> {
        let reader = reader(&self.data.data)?;
        match &self.key {
            Some(key) => one(desk, reader.session(), key),
            None => all(desk, reader.session(), self.most),
        }
    }
}

fn one(desk: &Desk, session: Session<'_>, key: &str) -> Result<End, Failure> {
    let known = desk.known()?;
    let Some(shown) = show::show(session, key)? else {
        let finding = values::Finding::refused(clearance::problems::KEY_UNKNOWN)
            .at("key")
            .saw(key);
        let problems =
            desk.telling
                .told(&[finding], &known.rulebook, desk.now().day(), &known.words);
        if desk.telling.json {
            desk.telling
                .line(&json!({"key": key, "problems": problems}))?;
        } else {
            desk.telling.problem(&problems[0], "", &known.words)?;
        }
        return Ok(End::Refused);
    };
    let problems = desk.telling.told(
        &shown.findings,
        &known.rulebook,
        desk.now().day(),
        &known.words,
    );
    if desk.telling.json {
        let mut value = serde_json::to_value(&shown)?;
        value["problems"] = serde_json::to_value(&problems)?;
        desk.telling.line(&value)?;
        return Ok(End::Done);
    }
    desk.telling
        .say(&format!("{}  {}", shown.key, shown.state))?;
    for (name, text) in [
        ("list", &shown.list),
        ("pre-entry", &shown.pre_no),
        ("number", shown.invt_no.as_ref().unwrap_or(&String::new())),
    ] {
        if !text.is_empty() {
            desk.telling.say(&format!("  {name:10} {text}"))?;
        }
    }
    for (message, own) in &shown.papers {
        desk.telling.say(&format!("  paper      {message} {own}"))?;
    }
    if !shown.missing.is_empty() {
        desk.telling
            .say(&format!("  missing    {}", shown.missing.join(" ")))?;
    }
    for (message, status, at) in &shown.timeline {
        desk.telling.say(&format!("  {at}  {message} {status}"))?;
    }
    if let Some(tax) = shown.tax.as_ref().filter(|tax| tax.taxable.0 > 0) {
        desk.telling.say(&format!(
            "  tax        {} on {} (duty {}, consumption {}, VAT {})",
            tax.total, tax.taxable, tax.duty, tax.consumption, tax.vat
        ))?;
    }
    for (number, status, total) in &shown.bills {
        desk.telling
            .say(&format!("  bill       {number} status {status} {total}"))?;
    }
    for back in &shown.returns {
        desk.telling
            .say(&format!("  return     {} {}", back.own, back.state))?;
    }
    for problem in &problems {
        desk.telling.problem(problem, &shown.key, &known.words)?;
    }
    Ok(End::Done)
}

fn all(desk: &Desk, session: Session<'_>, most: i64) -> Result<End, Failure> {
    for state in WAITING.into_iter().chain([State::Returned]) {
        for one in declarations_in(session, state, 0, most)? {
            let line = brief(session, &one)?;
            if desk.telling.json {
                desk.telling.line(&line)?;
            } else {
                let text = |name: &str| line[name].as_str().unwrap_or_default().to_owned();
                desk.telling.say(&format!(
                    "{:>8} {} {} {}",
                    text("state"),
                    text("key"),
                    text("missing"),
                    text("codes")
                ))?;
            }
        }
    }
    if !desk.telling.json {
        let waiting: Vec<String> = WAITING
            .into_iter()
            .map(|state| {
                Ok(format!(
                    "{state}: {}",
                    clearance::store::open_count(session, state)?
                ))
            })
            .collect::<Result<_, store::StoreError>>()?;
        eprintln!("{}", waiting.join(", "));
    }
    Ok(End::Done)
}

fn brief(session: Session<'_>, one: &Declaration) -> Result<Value, Failure> {
    let shown = show::show(session, &one.home.text())?;
    let codes: Vec<String> = shown
        .map(|shown| {
            shown
                .findings
                .iter()
                .filter(|finding| finding.weight > values::Weight::Note)
                .map(|finding| finding.code.to_string())
                .collect()
        })
        .unwrap_or_default();
    Ok(
        json!({"key": one.home.text(), "state": one.state.to_string(), "missing": one.missing, "codes": codes.join(" "), "list": one.own}),
    )
}
