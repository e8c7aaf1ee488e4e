//! `chama show`: where a parcel stands and why; what waits and what was refused.

use clap::Args;
use clearance::{
    model::State,
    show,
    store::{
        Declaration, Receipt, Return, declarations_in, open_count, open_return_count, open_returns,
    },
};
use serde::Serialize;
use serde_json::json;
use store::Session;
use values::{Finding, Weight};

use super::{Data, Desk, number};
use crate::{End, Failure};

/// Examples:
///   chama show
///   chama show 91540195MA6TE5T024/A1 --json
#[derive(Args)]
#[command(verbatim_doc_comment)]
pub(crate) struct Show {
    key: Option<String>,
    #[arg(long, default_value_t = 50, value_parser = number::<i64, 1, 1_000_000>)]
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
        let reader = desk.reader(&self.data.data)?;
        match &self.key {
            Some(key) => one(desk, reader.session(), key),
            None => all(desk, reader.session(), self.most),
        }
    }
}

fn one(desk: &Desk, session: Session<'_>, key: &str) -> Result<End, Failure> {
    let known = desk.known()?;
    let Some(mut shown) = show::whole(session, &known.catalogue, key)? else {
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
    let (notes, problems): (Vec<Finding>, Vec<Finding>) = std::mem::take(&mut shown.findings)
        .into_iter()
        .partition(|finding| finding.weight == Weight::Note);
    let tell = |found: &[Finding]| {
        desk.telling
            .told(found, &known.rulebook, desk.now().day(), &known.words)
    };
    let (problems, notes) = (tell(&problems), tell(&notes));
    if desk.telling.json {
        let mut value = serde_json::to_value(&shown)?;
        value["problems"] = serde_json::to_value(&problems)?;
        value["notes"] = serde_json::to_value(&notes)?;
        desk.telling.line(&value)?;
        return Ok(End::Done);
    }
    let telling = &desk.telling;
    let meaning = meaning(desk, &shown.state);
    telling.say(&format!("{}  {} {meaning}", shown.key, shown.state))?;
    for (label, text) in [
        ("show-list", &shown.list),
        ("show-pre-entry", &shown.pre_no),
        (
            "show-number",
            shown.invt_no.as_ref().unwrap_or(&String::new()),
        ),
    ] {
        if !text.is_empty() {
            telling.labelled(label, text)?;
        }
    }
    for (message, own) in &shown.papers {
        telling.labelled("show-paper", &format!("{message} {own}"))?;
    }
    if !shown.missing.is_empty() {
        telling.labelled("show-missing", &shown.missing.join(" "))?;
    }
    for (message, status, at) in &shown.timeline {
        telling.say(&format!("  {at}  {message} {status}"))?;
    }
    if let Some(tax) = shown.tax.as_ref().filter(|tax| tax.taxable.0 > 0) {
        let parts: [(&'static str, &dyn std::fmt::Display); 5] = [
            ("total", &tax.total),
            ("taxable", &tax.taxable),
            ("duty", &tax.duty),
            ("consumption", &tax.consumption),
            ("vat", &tax.vat),
        ];
        telling.labelled("show-tax", &telling.word("show-tax-parts", &parts))?;
    }
    for (number, status, total) in &shown.bills {
        telling.labelled("show-bill", &format!("{number} {status} {total}"))?;
    }
    for back in &shown.returns {
        let stands = telling.word("return-state", &[("state", &back.state)]);
        telling.labelled("show-return", &format!("{} {stands}", back.own))?;
    }
    for (key, status, by) in &shown.decided {
        telling.labelled("show-decided", &format!("{key} {status} {by}"))?;
    }
    for problem in problems.iter().chain(&notes) {
        // The message and its key tell where it stands: no file is at hand.
        let of = match &problem.message {
            Some(_) => "",
            None => &shown.key,
        };
        desk.telling.problem(problem, of, &known.words)?;
    }
    Ok(End::Done)
}

/// What a state means, in words.
pub(super) fn meaning(desk: &Desk, state: &str) -> String {
    let state = match state.starts_with('-') {
        true => "below",
        false => state,
    };
    desk.telling.word("state", &[("state", &state)])
}

/// A parcel in the list of those that wait or were refused.
#[derive(Serialize)]
struct Brief {
    key: String,
    state: String,
    missing: String,
    codes: String,
    list: String,
}

impl Brief {
    /// A list as it stands.
    fn of(session: Session<'_>, one: &Declaration) -> Result<Self, Failure> {
        let shown = show::show(session, &one.home.text())?;
        Ok(Self {
            key: one.home.text(),
            state: one.state.to_string(),
            missing: one.missing.clone(),
            codes: codes(&shown.map(|shown| shown.findings).unwrap_or_default()),
            list: one.own.clone(),
        })
    }

    /// A document that was refused on arrival and left nothing but its receipt.
    fn alone(one: &Receipt) -> Self {
        Self {
            key: one.home.text(),
            state: one.said.status.to_string(),
            missing: String::new(),
            codes: codes(&one.said.findings),
            list: match one.message.as_str() {
                "622" => one.own.clone(),
                _ => String::new(),
            },
        }
    }

    fn tell(&self, desk: &Desk) -> Result<(), Failure> {
        if desk.telling.json {
            return desk.telling.line(self);
        }
        let missing = match self.missing.as_str() {
            "" => "-",
            missing => missing,
        };
        desk.telling.say(&format!(
            "{:>8} {} {missing} {}",
            self.state, self.key, self.codes
        ))
    }
}

/// A return that an officer has to decide.
fn tell_return(desk: &Desk, order: &str, back: &Return) -> Result<(), Failure> {
    let Return { own, state, .. } = back;
    if desk.telling.json {
        let line = json!({"key": own, "state": state, "order": order});
        return desk.telling.line(&line);
    }
    let of = desk.telling.word("show-return-of", &[("order", &order)]);
    desk.telling.say(&format!("{state:>8} {own} {of}"))
}

fn codes(findings: &[Finding]) -> String {
    let heavy = findings
        .iter()
        .filter(|finding| finding.weight > Weight::Note);
    let codes: Vec<&str> = heavy.map(|finding| finding.code.as_ref()).collect();
    codes.join(" ")
}

fn all(desk: &Desk, session: Session<'_>, most: i64) -> Result<End, Failure> {
    let telling = &desk.telling;
    if !telling.json {
        telling.aside(&telling.word("show-head", &[]));
    }
    for state in WAITING.into_iter().chain([State::Returned]) {
        for one in declarations_in(session, state, 0, most)? {
            Brief::of(session, &one)?.tell(desk)?;
        }
    }
    for (order, back) in open_returns(session, most)? {
        tell_return(desk, &order.text(), &back)?;
    }
    let most = usize::try_from(most).unwrap_or_default();
    let (alone, count) = show::refused_alone(session, most)?;
    for one in &alone {
        Brief::alone(one).tell(desk)?;
    }
    if !telling.json {
        for state in WAITING {
            let count = open_count(session, state)?;
            let meaning = meaning(desk, &state.to_string());
            telling.aside(&format!("{state:>8} {meaning}: {count}"));
        }
        let returns = open_return_count(session)?;
        telling.aside(&telling.word("show-returns", &[("count", &returns)]));
        telling.aside(&telling.word("show-alone", &[("count", &count)]));
    }
    Ok(End::Done)
}
