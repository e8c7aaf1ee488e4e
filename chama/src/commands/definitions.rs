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
    /// Write every definition file below a folder
    Write {
        /// The folder
        folder: PathBuf,
    },
    /// Load them all and tell every fault with its line
    Check,
}

impl Define {
    pub(crate) fn run(&self, desk: &Desk) -> Result<End, Failure> {
        match &self.verb {
            Verb::Write { folder } => {
                let count = desk.definitions()?.write(folder)?;
                desk.telling
                    .say(&format!("{count} files below {}", folder.display()))?;
            }
            Verb::Check => {
                let known = desk.known()?;
                let counted = (
                    known.rulebook.rules().len(),
                    known.rulebook.parameters().len(),
                    known.catalogue.messages().count(),
                );
                desk.telling.say(&format!(
                    "{} rules, {} parameters, {} messages: they hold",
                    counted.0, counted.1, counted.2
                ))?;
            }
        }
        Ok(End::Done)
    }
}
