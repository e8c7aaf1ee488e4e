//! Chama: the program. It reads the command line, opens the data folder, hands each command to the
//! rooms that know how, and tells what came of it.
//!
//! Results go to standard output, progress and notes to standard error. It ends with 0 when all
//! went well, 1 when something was refused, 2 when it was used wrongly, 3 when it failed.

mod bench;
mod commands;
mod complaint;
mod definitions;
mod failure;
mod intake;
mod papers;
mod progress;
mod systems;
mod telling;
mod usage;
mod zone;

use std::process::ExitCode;

use clap::{CommandFactory, FromArgMatches, error::ErrorKind};

use failure::Failure;
use telling::Telling;

/// How a command ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum End {
    /// All went well.
    Done,
    /// Something was refused.
    Refused,
}

fn main() -> ExitCode {
    let line = match <commands::Line as clap::Parser>::try_parse() {
        Ok(line) => line,
        Err(_) => return misunderstood(),
    };
    let (verb, desk) = line.opened();
    match verb.run(&desk) {
        Ok(End::Done) => ExitCode::SUCCESS,
        Ok(End::Refused) => ExitCode::from(1),
        Err(failure) => {
            let telling = &desk.telling;
            telling.aside(&failure.told(telling));
            ExitCode::from(failure.exit())
        }
    }
}

/// Help is asked for, or the line is not understood: only then the command line is put into words.
fn misunderstood() -> ExitCode {
    let arguments: Vec<_> = std::env::args_os().collect();
    let json = arguments.iter().any(|one| one == "--json");
    let telling = Telling::new(json, Some(telling::asked(&arguments)), false, None);
    let tongue = usage::Tongue {
        words: telling.words(),
        locale: telling.locale,
    };
    let mut command = usage::worded(commands::Line::command(), tongue);
    let read = command
        .try_get_matches_from_mut(arguments)
        .and_then(|matches| commands::Line::from_arg_matches(&matches));
    let Err(error) = read else {
        return ExitCode::from(2);
    };
    match error.kind() {
        ErrorKind::DisplayHelp
        | ErrorKind::DisplayVersion
        | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            // A broken pipe at the end of `--help` is nobody's fault.
            drop(error.print());
        }
        _ => telling.aside(&usage::complaint(&error, tongue).told(&telling)),
    }
    ExitCode::from(if error.use_stderr() { 2 } else { 0 })
}
