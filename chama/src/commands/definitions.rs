//! `chama definitions`: write them out, to read or to change.

use std::path::PathBuf;

use clap::{Args, Subcommand};

use super::Desk;
use crate::{End, Failure};

/// Examples:
///   chama definitions write draft/
///   chama definitions check --definitions draft/
#[derive(Args)]
#[command(verbatim_doc_comment)]
pub(crate) struct Define {
    #[command(subcommand)]
    verb: Verb,
}

#[derive(Subcommand)]
enum Verb {
    Write { folder: PathBuf },
    Check,
}

impl Define {
    pub(crate) fn run(&self, desk: &Desk) -> Result<End, Failure> {
        match &self.verb {
            Verb::Write { folder } => {
                let count = desk.definitions()?.write(folder)?;
                desk.telling.say(&desk.telling.word(
                    "definitions-written",
                    &[("count", &count), ("path", &folder.display())],
                ))?;
            }
            Verb::Check => {
                let known = desk.known()?;
                let counted = (
                    known.rulebook.rules().len(),
                    known.rulebook.parameters().len(),
                    known.catalogue.messages().count(),
                );
                desk.telling.say(&desk.telling.word(
                    "definitions-hold",
                    &[
                        ("rules", &counted.0),
                        ("parameters", &counted.1),
                        ("messages", &counted.2),
                    ],
                ))?;
            }
        }
        Ok(End::Done)
    }
}
