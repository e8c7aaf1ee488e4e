//! `chama rules`: the rules with their grounds, and case files against them.

use std::{fmt::Display, path::PathBuf};

use clap::{Args, Subcommand};
use serde_json::{Value, json};
use site::Locale;

use super::{Desk, text_of};
use crate::{End, Failure};

/// Examples:
///   chama rules list
///   chama rules test cases.csv --json
#[derive(Args)]
#[command(verbatim_doc_comment)]
pub(crate) struct Rules {
    #[command(subcommand)]
    verb: Verb,
}

#[derive(Subcommand)]
enum Verb {
    List,
    Test {
        #[arg(required = true, value_name = "FILE")]
        files: Vec<PathBuf>,
    },
}

impl Rules {
    pub(crate) fn run(&self, desk: &Desk) -> Result<End, Failure> {
        match &self.verb {
            Verb::List => list(desk),
            Verb::Test { files } => test(desk, files),
        }
    }
}

fn list(desk: &Desk) -> Result<End, Failure> {
    let known = desk.known()?;
    let english = desk.telling.locale == Locale::En;
    for rule in known.rulebook.rules() {
        let title = if english {
            &rule.title.en
        } else {
            &rule.title.zh
        };
        let basis = rule.basis();
        if desk.telling.json {
            let forms: Vec<_> = rule
                .forms()
                .iter()
                .map(|form| json!({"from": form.from, "to": form.to, "basis": ground(&form.basis)}))
                .collect();
            desk.telling.line(&json!({"rule": rule.id, "title": title, "basis": ground(basis), "certainty": basis.certainty.word(),
                "owner": rule.owner.word(), "checked": rule.checked, "forms": forms}))?;
        } else {
            desk.telling.say(&format!(
                "{:28} {title} | {} | {}",
                rule.id,
                ground(basis),
                certainty(desk, basis)
            ))?;
        }
    }
    for parameter in known.rulebook.parameters() {
        let title = if english {
            &parameter.title.en
        } else {
            &parameter.title.zh
        };
        for value in &parameter.values {
            if desk.telling.json {
                desk.telling.line(&json!({"parameter": parameter.id, "title": title, "unit": parameter.unit.word(), "from": value.from, "to": value.to,
                    "value": value.value.to_string(), "basis": ground(&value.basis), "certainty": value.basis.certainty.word()}))?;
            } else {
                let line = format!(
                    "{:28} {title} | {} {} | {} | {}",
                    parameter.id,
                    value.from,
                    value.value,
                    ground(&value.basis),
                    certainty(desk, &value.basis)
                );
                desk.telling.say(&line)?;
            }
        }
    }
    Ok(End::Done)
}

/// A case that failed: what was got where something else was expected, and of a request that cannot be
/// read each fault with its place.
fn differs(desk: &Desk, case: &clearance::cases::Outcome) -> Result<(), Failure> {
    let failed = desk.telling.word("case-failed", &[]);
    desk.telling.say(&format!("{failed} {}", case.case))?;
    let plain = |value: &Value| match value {
        Value::Null => "–".to_owned(),
        Value::String(text) if text.is_empty() => "–".to_owned(),
        Value::String(text) => text.clone(),
        other => other.to_string(),
    };
    if let Some(error) = case.got.get("error") {
        return desk.telling.say(&format!("  {}", plain(error)));
    }
    for one in &case.differs {
        let slots: [(_, &dyn Display); 3] = [
            ("name", &one.name),
            ("want", &plain(&one.want)),
            ("got", &plain(&one.got)),
        ];
        desk.telling.say(&desk.telling.word("case-got", &slots))?;
    }
    let findings = case.got.get("findings").and_then(Value::as_array);
    for one in findings.into_iter().flatten() {
        let slots: [(_, &dyn Display); 4] = [
            ("code", &plain(&one["code"])),
            ("field", &plain(&one["field"])),
            ("seen", &plain(&one["seen"])),
            ("want", &plain(&one["want"])),
        ];
        desk.telling
            .say(&desk.telling.word("case-finding", &slots))?;
    }
    Ok(())
}

fn ground(basis: &rulebook::Basis) -> String {
    format!("{} {}", basis.document, basis.clause)
        .trim()
        .to_owned()
}

/// How sure a ground is, in the reader's words.
fn certainty(desk: &Desk, basis: &rulebook::Basis) -> String {
    let word = basis.certainty.word();
    desk.telling.word("certainty", &[("word", &word)])
}

fn test(desk: &Desk, files: &[PathBuf]) -> Result<End, Failure> {
    let known = desk.known()?;
    let mut end = End::Done;
    let (mut all, mut wrong) = (0, 0);
    for file in files {
        let text = text_of(file)?;
        let bench = clearance::cases::Bench {
            book: &known.rulebook,
            codes: &known.codes,
        };
        let cases = clearance::cases::run(&text, bench).map_err(|why| {
            let slots: [(_, &dyn Display); 4] = [
                ("path", &file.display()),
                ("how", &why.how),
                ("line", &why.line),
                ("seen", &why.seen),
            ];
            Failure::usage("cases-unread", &slots)
        })?;
        let failed = cases.iter().filter(|case| !case.pass()).count();
        (all, wrong) = (all + cases.len(), wrong + failed);
        for case in &cases {
            if !case.pass() {
                end = End::Refused;
            }
            if desk.telling.json {
                desk.telling.line(&case.to_json())?;
            } else if !case.pass() {
                differs(desk, case)?;
            }
        }
        if !desk.telling.json {
            desk.telling.say(&desk.telling.word(
                "cases-count",
                &[
                    ("path", &file.display()),
                    ("all", &cases.len()),
                    ("failed", &failed),
                ],
            ))?;
        }
    }
    if !desk.telling.json && files.len() > 1 {
        let slots: [(_, &dyn Display); 2] = [("all", &all), ("failed", &wrong)];
        desk.telling
            .say(&desk.telling.word("cases-total", &slots))?;
    }
    Ok(end)
}
