//! `chama quote`: tax and limits of an order.

use std::{fs, io::{self, Read}, path::PathBuf};

use clap::Args;
use values::Finding;

use super::Desk;
use crate::{End, Failure};

/// Examples:
///   chama quote order.json
///   cat orders.ndjson | chama quote -
#[derive(Args)]
#[command(verbatim_doc_comment)]
pub(crate) struct Quote {
    /// A JSON object, or one a line; `-` is standard input
    file: PathBuf,
    /// Data folder whose loaded editions count too
    #[arg(long, value_name = "DIR")]
    data: Option<PathBuf>,
}

impl Quote {
    pub(crate) fn run(&self, desk: &Desk) -> Result<End, Failure> {
        let mut known = desk.known()?;
        if let Some(data) = &self.data {
            let extra = clearance::store::editions(crate::zone::reader(data)?.session())?;
            known.codes = crate::zone::with_editions(known.codes, &extra)?;
        }
        let mut text = String::new();
        if self.file.as_os_str() == "-" {
            io::stdin().lock().read_to_string(&mut text)?;
        } else {
            text = fs::read_to_string(&self.file).map_err(|error| Failure::Usage(format!("{}: {error}", self.file.display())))?;
        }
        let locale = desk.telling.locale;
        let words = |finding: &Finding| known.words.sentence(finding, locale).text;
        let mut end = End::Done;
        for one in clearance::quote::requests(&text) {
            let answer = clearance::quote::answer(one, &known.rulebook, &known.codes, &words);
            if !answer.allowed() {
                end = End::Refused;
            }
            desk.telling.line(&answer.to_json())?;
        }
        Ok(end)
    }
}
