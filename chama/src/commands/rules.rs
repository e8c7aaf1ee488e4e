//! `chama rules`: the rules with their grounds, and case files against them.

use std::path::PathBuf;

use clap::{Args, Subcommand};
use serde_json::json;
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
                basis.certainty.word()
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
                    value.basis.certainty.word()
                );
                desk.telling.say(&line)?;
            }
        }
    }
    Ok(End::Done)
}

fn ground(basis: &rulebook::Basis) -> String {
    format!("{} {}", basis.document, basis.clause)
        .trim()
        .to_owned()
}

fn test(desk: &Desk, files: &[PathBuf]) -> Result<End, Failure> {
    let known = desk.known()?;
    let mut end = End::Done;
    for file in files {
        let text = text_of(file)?;
        let bench = clearance::cases::Bench {
            book: &known.rulebook,
            codes: &known.codes,
        };
        let cases = clearance::cases::run(&text, bench)
            .map_err(|_| Failure::usage("cases-unread", &[("path", &file.display())]))?;
        let failed = cases.iter().filter(|case| !case.pass()).count();
        for case in &cases {
            if !case.pass() {
                end = End::Refused;
            }
            if desk.telling.json {
                desk.telling.line(&case.to_json())?;
            } else if !case.pass() {
                desk.telling.say(&format!(
                    "{} {} {}: {}",
                    desk.telling.word("case-failed", &[]),
                    case.case,
                    case.differs.join(" "),
                    case.to_json()["got"]
                ))?;
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
    Ok(end)
}
