//! Chama: the program. It reads the command line, opens the data folder, hands each command to the
//! rooms that know how, and tells what came of it.
//!
//! Results go to standard output, progress and notes to standard error. It ends with 0 when all
//! went well, 1 when something was refused, 2 when it was used wrongly, 3 when it failed.

mod bench;
mod commands;
mod definitions;
mod intake;
mod papers;
mod progress;
mod systems;
mod telling;
mod zone;

use std::process::ExitCode;

use clap::Parser;

/// How a command ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum End {
    /// All went well.
    Done,
    /// Something was refused.
    Refused,
}

/// Why a command could not do its work.
#[derive(Debug)]
pub(crate) enum Failure {
    /// It was used wrongly: exit 2.
    Usage(String),
    /// It failed: exit 3.
    Failed(String),
    /// Nobody reads on (`chama … | head`): what was done is done.
    Unheard,
}

impl From<store::StoreError> for Failure {
    fn from(error: store::StoreError) -> Self {
        let hint = match error.fault {
            store::Fault::Held => {
                "; another process holds the folder. Wait until it ends, or work on another folder with --data DIR"
            }
            store::Fault::Full => {
                "; free space or make the folder writable, then send again: nothing unanswered was kept"
            }
            store::Fault::Damaged => "; run `chama verify`, then restore a backup",
            store::Fault::Newer => "; use the newer program",
            store::Fault::Foreign | store::Fault::Other => "",
        };
        Self::Failed(format!("{error}{hint}"))
    }
}

impl From<std::io::Error> for Failure {
    fn from(error: std::io::Error) -> Self {
        if error.kind() == std::io::ErrorKind::BrokenPipe {
            return Self::Unheard;
        }
        Self::Failed(error.to_string())
    }
}

impl From<serde_json::Error> for Failure {
    fn from(error: serde_json::Error) -> Self {
        if error.io_error_kind() == Some(std::io::ErrorKind::BrokenPipe) {
            return Self::Unheard;
        }
        Self::Failed(error.to_string())
    }
}

fn main() -> ExitCode {
    let line = match commands::Line::try_parse() {
        Ok(line) => line,
        Err(error) => {
            // A broken pipe at the end of `--help` is nobody's fault.
            drop(error.print());
            return ExitCode::from(if error.use_stderr() { 2 } else { 0 });
        }
    };
    match commands::run(line) {
        Ok(End::Done) => ExitCode::SUCCESS,
        Ok(End::Refused) => ExitCode::from(1),
        Err(Failure::Unheard) => ExitCode::SUCCESS,
        Err(Failure::Usage(words)) => {
            eprintln!("error: {words}");
            ExitCode::from(2)
        }
        Err(Failure::Failed(words)) => {
            eprintln!("error: {words}");
            ExitCode::from(3)
        }
    }
}
