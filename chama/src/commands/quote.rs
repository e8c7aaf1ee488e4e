//! `chama quote`: tax and limits of an order.

use std::path::PathBuf;

use clap::Args;
use clearance::quote::Telling;
use site::Locale;
use values::Finding;

use super::{Desk, text_of};
use crate::{End, Failure, zone};

/// Examples:
///   chama quote order.json
///   cat orders.ndjson | chama quote -
#[derive(Args)]
#[command(verbatim_doc_comment)]
pub(crate) struct Quote {
    file: PathBuf,
    #[arg(long, value_name = "DIR")]
    data: Option<PathBuf>,
}

impl Quote {
    pub(crate) fn run(&self, desk: &Desk) -> Result<End, Failure> {
        let mut known = desk.known()?;
        if let Some(data) = &self.data {
            let reader = desk.reader(data)?;
            known.codes = zone::stood(reader.session(), known.codes)?.now().clone();
        }
        let text = text_of(&self.file)?;
        let locale = desk.telling.locale;
        let day = desk.now().day();
        let problem = |finding: &Finding, law: rulebook::Law<'_>| {
            let told = site::tell(finding, law, &known.words, locale);
            serde_json::to_value(told).unwrap_or_default()
        };
        let title = |title: &rulebook::Title| {
            if locale == Locale::En {
                title.en.clone()
            } else {
                title.zh.clone()
            }
        };
        let telling = Telling {
            problem: &problem,
            title: &title,
            today: day,
        };
        let mut end = End::Done;
        for one in requests(&text) {
            let answer = clearance::quote::answer(&one, &known.rulebook, &known.codes);
            if !answer.allowed() {
                end = End::Refused;
            }
            desk.telling
                .line(&answer.to_json(&known.rulebook, &telling))?;
        }
        Ok(end)
    }
}

/// One object over several lines is one request; where lines are JSON of their own, each is one.
/// Empty lines are passed over, and stand before the next, so that a fault is told with its line.
fn requests(text: &str) -> Vec<String> {
    let text = text.trim_start_matches('\u{feff}');
    let is_json = |text: &str| serde_json::from_str::<serde::de::IgnoredAny>(text).is_ok();
    if is_json(text) || !text.lines().any(is_json) {
        return vec![text.to_owned()];
    }
    let lines = text.lines().enumerate();
    lines
        .filter(|(_, line)| !line.trim().is_empty())
        .map(|(before, line)| format!("{}{line}", "\n".repeat(before)))
        .collect()
}
