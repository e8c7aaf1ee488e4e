//! `chama completions`: for the shell.

use clap::{Args, CommandFactory};
use clap_complete::Shell;

use super::{Desk, Line};
use crate::{
    End, Failure,
    usage::{self, Tongue},
};

/// Examples:
///   chama completions bash > /etc/bash_completion.d/chama
#[derive(Args)]
#[command(verbatim_doc_comment)]
pub(crate) struct Completions {
    shell: Shell,
}

impl Completions {
    pub(crate) fn run(&self, desk: &Desk) -> Result<End, Failure> {
        let tongue = Tongue {
            words: desk.telling.words(),
            locale: desk.telling.locale,
        };
        let mut command = usage::worded(Line::command(), tongue);
        let mut script = Vec::new();
        clap_complete::generate(self.shell, &mut command, "chama", &mut script);
        desk.telling
            .say(String::from_utf8_lossy(&script).trim_end())?;
        Ok(End::Done)
    }
}
