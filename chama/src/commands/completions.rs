//! `chama completions`: for the shell.

use clap::{Args, CommandFactory};
use clap_complete::Shell;

use super::Line;
use crate::{End, Failure};

/// Examples:
///   chama completions bash > /etc/bash_completion.d/chama
#[derive(Args)]
#[command(verbatim_doc_comment)]
pub(crate) struct Completions {
    /// bash, zsh, fish, elvish, powershell
    shell: Shell,
}

impl Completions {
    pub(crate) fn run(&self) -> Result<End, Failure> {
        clap_complete::generate(
            self.shell,
            &mut Line::command(),
            "chama",
            &mut std::io::stdout(),
        );
        Ok(End::Done)
    }
}
