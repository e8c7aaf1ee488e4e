//! The commands: one file each.

mod backup;
mod bench;
mod check;
mod codes;
mod completions;
mod decide;
mod declare;
mod definitions;
mod demo;
mod export;
mod quote;
mod receipts;
mod replay;
mod rules;
pub(crate) mod setup;
mod show;
mod verify;

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand};
use site::Locale;
use values::Moment;

use crate::{
    End, Failure,
    definitions::Definitions,
    telling::Telling,
    zone::{House, Known},
};

/// Chama 茶马: cross-border retail parcels clear, and every answer says why.
#[derive(Parser)]
#[command(
    name = "chama",
    version,
    max_term_width = 100,
    arg_required_else_help = true,
    before_help = "Examples:\n  chama demo --once\n  chama check orders/"
)]
pub(crate) struct Line {
    #[command(flatten)]
    common: Common,
    #[command(subcommand)]
    verb: Verb,
}

/// What every command takes.
#[derive(Args)]
pub(crate) struct Common {
    /// Print one JSON value a line
    #[arg(long, global = true)]
    json: bool,
    /// Language of answers: zh-CN, en, bo
    #[arg(long, global = true, value_parser = locale)]
    locale: Option<Locale>,
    /// No colours
    #[arg(long, global = true)]
    no_color: bool,
    /// Business time in Shanghai, e.g. 2026-10-05T09:58 (default: the machine's)
    #[arg(long, global = true, value_parser = moment, value_name = "TIME")]
    at: Option<Moment>,
    /// Lay changed definitions over those compiled in
    #[arg(long, global = true, value_name = "DIR")]
    definitions: Option<PathBuf>,
}

/// Where the data lies.
#[derive(Args)]
pub(crate) struct Data {
    /// Data folder
    #[arg(long, value_name = "DIR", default_value = "chama-data")]
    data: PathBuf,
}

#[derive(Subcommand)]
enum Verb {
    /// A day at the zone: files firms, declares parcels, shows what came of them
    Demo(demo::Demo),
    /// Send papers: XML files, folders, .zip, .gz; receipts come out
    Declare(declare::Declare),
    /// The doctor: fields, codes, sums, identifiers, papers against each other; needs no database
    Check(check::Check),
    /// Tax and limits of an order, JSON in and out
    Quote(quote::Quote),
    /// Rules: list them, or test case files against them
    Rules(rules::Rules),
    /// Put firms, sites, books with stock and guarantees in place; again: only what differs
    Setup(setup::SetUp),
    /// Where a parcel stands and why; without KEY what waits and what was refused
    Show(show::Show),
    /// Receipts after a cursor, to the screen or a folder
    Receipts(receipts::Receipts),
    /// The officer's act on a declaration or a return
    Decide(decide::Decide),
    /// Recompute every balance, chain and count
    Verify(verify::Verify),
    /// Make past decisions again, under their own or other rules
    Replay(replay::Replay),
    /// Copy the data to a file while others work
    Backup(backup::Backup),
    /// Put a backup into an empty folder
    Restore(backup::Restore),
    /// Write out what was reckoned: tax by day
    Export(export::Export),
    /// Figures beside raw floors, measured in the same run
    Bench(bench::Bench),
    /// Code tables: list them, load a newer edition
    Codes(codes::CodeTables),
    /// Definitions: write them out
    Definitions(definitions::Define),
    /// Completions for a shell
    Completions(completions::Completions),
}

fn locale(text: &str) -> Result<Locale, String> {
    Locale::named(text).ok_or_else(|| "zh-CN, en or bo".to_owned())
}

fn moment(text: &str) -> Result<Moment, String> {
    text.parse()
        .map_err(|_| "a time like 2026-10-05T09:58 or a day like 2026-10-05".to_owned())
}

/// What a command works with.
pub(crate) struct Desk {
    pub(crate) telling: Telling,
    pub(crate) at: Option<Moment>,
    definitions: Option<PathBuf>,
}

impl Desk {
    pub(crate) fn definitions(&self) -> Result<Definitions, Failure> {
        Definitions::load(self.definitions.as_deref())
    }

    pub(crate) fn known(&self) -> Result<Known, Failure> {
        Known::load(&self.definitions()?)
    }

    pub(crate) fn house(&self, data: &Data) -> Result<House, Failure> {
        House::open(&data.data, self.known()?, self.at)
    }

    /// The business time where no data folder tells one.
    pub(crate) fn now(&self) -> Moment {
        self.at.unwrap_or_else(crate::zone::machine_time)
    }
}

pub(crate) fn run(line: Line) -> Result<End, Failure> {
    let common = line.common;
    let desk = Desk {
        telling: Telling::new(common.json, common.locale, common.no_color),
        at: common.at,
        definitions: common.definitions,
    };
    match line.verb {
        Verb::Demo(verb) => verb.run(&desk),
        Verb::Declare(verb) => verb.run(&desk),
        Verb::Check(verb) => verb.run(&desk),
        Verb::Quote(verb) => verb.run(&desk),
        Verb::Rules(verb) => verb.run(&desk),
        Verb::Setup(verb) => verb.run(&desk),
        Verb::Show(verb) => verb.run(&desk),
        Verb::Receipts(verb) => verb.run(&desk),
        Verb::Decide(verb) => verb.run(&desk),
        Verb::Verify(verb) => verb.run(&desk),
        Verb::Replay(verb) => verb.run(&desk),
        Verb::Backup(verb) => verb.run(&desk),
        Verb::Restore(verb) => verb.run(&desk),
        Verb::Export(verb) => verb.run(&desk),
        Verb::Bench(verb) => verb.run(&desk),
        Verb::Codes(verb) => verb.run(&desk),
        Verb::Definitions(verb) => verb.run(&desk),
        Verb::Completions(verb) => verb.run(),
    }
}
