//! `chama definitions`: write them out, to read or to change.

use std::path::PathBuf;

use clap::{Args, Subcommand};
use serde_json::json;

use super::{Desk, vacant};
use crate::{End, Failure, definitions::Definitions, zone::Known};

/// Examples:
///   chama definitions write draft/
///   chama definitions check draft/
#[derive(Args)]
#[command(verbatim_doc_comment)]
pub(crate) struct Define {
    #[command(subcommand)]
    verb: Verb,
}

#[derive(Subcommand)]
enum Verb {
    Write { folder: PathBuf },
    Check { folder: Option<PathBuf> },
}

impl Define {
    pub(crate) fn run(&self, desk: &Desk) -> Result<End, Failure> {
        match &self.verb {
            Verb::Write { folder } => {
                // What somebody changed there would be gone.
                if !vacant(folder, "").map_err(|error| Failure::unread(folder, &error))? {
                    let path = folder.display();
                    return Err(Failure::usage("folder-used", &[("path", &path)]));
                }
                let count = desk.definitions()?.write(folder)?;
                if desk.telling.json {
                    let line = json!({"ok": true, "written": folder.display().to_string(), "files": count});
                    desk.telling.line(&line)?;
                    return Ok(End::Done);
                }
                desk.telling.say(&desk.telling.word(
                    "definitions-written",
                    &[("count", &count), ("path", &folder.display())],
                ))?;
            }
            Verb::Check { folder } => {
                let known = match folder {
                    Some(folder) => {
                        Known::load(&Definitions::load(Some(folder), "definitions check")?)?
                    }
                    None => desk.known()?,
                };
                let counted = (
                    known.rulebook.rules().len(),
                    known.rulebook.parameters().len(),
                    known.catalogue.messages().count(),
                );
                if desk.telling.json {
                    let (rules, parameters, messages) = counted;
                    let line = json!({"ok": true, "rules": rules, "parameters": parameters, "messages": messages});
                    desk.telling.line(&line)?;
                    return Ok(End::Done);
                }
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
