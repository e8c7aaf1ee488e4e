//! `chama demo`: a synthetic but lawful day at the zone, on the same road as the product.

use std::{
    collections::BTreeMap,
    fs, io,
    path::{Path, PathBuf},
    time::Instant,
};

use clap::Args;
use clearance::{model::State, show, store::day_totals};
use serde_json::json;
use store::Session;
use testkit::{Day, Expected, Planted};
use values::{Fen, Finding, Weight};

use super::{Desk, fresh, number, vacant};
use crate::{
    End, Failure,
    intake::{Intake, submit},
    papers::PaperFile,
    progress::Progress,
    zone::House,
};

/// Examples:
///   chama demo --once
///   chama demo --once --parcels 200 --write day/
#[derive(Args)]
#[command(verbatim_doc_comment)]
pub(crate) struct Demo {
    #[arg(long, default_value_t = 1000, value_parser = number::<usize, 1, 1_000_000>)]
    parcels: usize,
    #[arg(long)]
    once: bool,
    #[arg(long, value_name = "DIR")]
    write: Option<PathBuf>,
    #[arg(long, value_name = "DIR")]
    data: Option<PathBuf>,
    #[arg(long, default_value_t = 20_261_005, value_parser = number::<u64, 0, { i64::MAX }>)]
    seed: u64,
}

/// What came of the planted ones against what had to.
#[derive(Default)]
struct Tally {
    released: usize,
    waiting: usize,
    /// Lists that wait for a paper refused on arrival: counted among the refused, by that paper.
    stranded: usize,
    /// Refused, by code: how many, and one of them to look at.
    refused: BTreeMap<String, (usize, String)>,
    review: BTreeMap<String, usize>,
    unexpected: Vec<String>,
}

impl Demo {
    pub(crate) fn run(&self, desk: &Desk) -> Result<End, Failure> {
        if let Some(data) = &self.data {
            // The keys may lie there already. Parcels of the demo among those of somebody else would
            // spend their quota and move their time.
            if !vacant(data, "keys").map_err(|error| Failure::unread(data, &error))? {
                let path = data.display();
                return Err(Failure::usage("demo-used", &[("path", &path)]));
            }
        }
        let date = desk.at.map_or_else(
            || {
                "2026-10-05"
                    .parse()
                    .map_err(|_| Failure::failed("demo-fault", &[("seen", &"day")]))
            },
            |at| Ok(at.day()),
        )?;
        let day = Day::new(self.parcels, self.seed, date);
        if let Some(folder) = &self.write {
            write(folder, &day)?;
        }
        let data = match &self.data {
            Some(data) => data.clone(),
            None => fresh("chama-demo")?,
        };
        let begun = Instant::now();
        let opens = desk.at.map_or(day.opens, |at| at.max(day.opens));
        let mut house = House::open(&data, desk.known()?, Some(opens))?;
        if let Err(found) = super::setup::apply(&mut house, &day.setup_toml)? {
            let words: Vec<String> = found
                .iter()
                .map(|finding| format!("{} {}", finding.code, finding.field))
                .collect();
            return Err(Failure::failed(
                "demo-fault",
                &[("seen", &words.join(", "))],
            ));
        }
        // Filings are read when a house opens: the road begins on the new ones.
        drop(house);
        let house = House::open(&data, desk.known()?, Some(opens))?;
        let (zone, now) = (std::sync::Arc::clone(&house.zone), house.now);
        let (intake, store) = Intake::start(house);
        let progress = Progress::of(Some(day.messages.len() as u64), desk.telling.json);
        let mut pending = Vec::new();
        for (name, bytes) in &day.messages {
            pending.push(submit(
                &intake,
                PaperFile {
                    name: name.clone(),
                    bytes: Ok(bytes.clone()),
                },
            ));
        }
        for one in pending {
            one.wait()?;
            progress.advance(1);
        }
        drop(progress);
        let took = begun.elapsed();
        let writer = intake.finish();
        let reader = store.reader()?;
        let tally = tally(reader.session(), &day)?;
        let totals = day_totals(reader.session(), &date.to_string(), &now.day().to_string())?;
        let tax: Fen = totals.iter().map(|total| total.total).sum();
        let quota = spent(reader.session())?;
        drop(writer);
        let seconds = format!("{}.{:03}", took.as_secs(), took.subsec_millis());
        if desk.telling.json {
            desk.telling.line(&json!({
                "parcels": self.parcels, "released": tally.released, "waiting": tally.waiting, "stranded": tally.stranded, "review": tally.review,
                "refused": tally.refused.iter().map(|(code, (count, _))| (code.clone(), *count)).collect::<BTreeMap<_, _>>(),
                "unexpected": tally.unexpected, "tax": tax, "quota": quota, "seconds": seconds, "data": data,
            }))?;
        } else {
            table(desk, &zone, now.day(), &tally, tax, quota, &seconds)?;
            hints(desk, &data, &tally, &day)?;
        }
        Ok(if tally.unexpected.is_empty() {
            End::Done
        } else {
            End::Refused
        })
    }
}

fn write(folder: &Path, day: &Day) -> Result<(), Failure> {
    let papers = folder.join("papers");
    let unread = |error: io::Error| Failure::unread(folder, &error);
    // Papers of two days in one folder would be declared together.
    if !vacant(folder, "").map_err(unread)? {
        return Err(Failure::usage(
            "folder-used",
            &[("path", &folder.display())],
        ));
    }
    fs::create_dir_all(&papers).map_err(|error| Failure::unwritten(&papers, &error))?;
    let keep = |path: PathBuf, bytes: &[u8]| {
        fs::write(&path, bytes).map_err(|error| Failure::unwritten(&path, &error))
    };
    keep(folder.join("setup.toml"), day.setup_toml.as_bytes())?;
    for (name, bytes) in &day.messages {
        keep(papers.join(name), bytes)?;
    }
    Ok(())
}

fn tally(session: Session<'_>, day: &Day) -> Result<Tally, Failure> {
    let mut tally = Tally::default();
    for one in &day.planted {
        let shown = show::show(session, &one.order)?;
        let declared = show::find(session, &one.order)?;
        let state = declared.as_ref().map(|declared| declared.state);
        let missing = declared
            .map(|declared| declared.missing)
            .unwrap_or_default();
        let findings = shown.map(|shown| shown.findings).unwrap_or_default();
        let heavy: Vec<&Finding> = findings
            .iter()
            .filter(|finding| finding.weight > Weight::Note)
            .collect();
        match state {
            Some(State::Released) => tally.released += 1,
            Some(State::Review | State::Inspect) => {
                let code = heavy.first().map_or("—", |finding| finding.code.as_ref());
                *tally.review.entry(code.to_owned()).or_default() += 1;
            }
            Some(state) if !state.is_refused() && missing != "311" => tally.waiting += 1,
            state => {
                tally.stranded += usize::from(state == Some(State::Declaring));
                let code = heavy
                    .iter()
                    .find(|finding| finding.refuses())
                    .map_or("—", |finding| finding.code.as_ref());
                let entry = tally
                    .refused
                    .entry(code.to_owned())
                    .or_insert_with(|| (0, one.order.clone()));
                entry.0 += 1;
            }
        }
        if !fits(one, state, &missing, &heavy) {
            let codes: Vec<&str> = heavy.iter().map(|finding| finding.code.as_ref()).collect();
            let state = state.map_or("none".to_owned(), |state| state.to_string());
            tally.unexpected.push(format!(
                "{}: {:?} expected, is {state} {missing} [{}]",
                one.order,
                one.expected,
                codes.join(" ")
            ));
        }
    }
    Ok(tally)
}

/// Whether a parcel ended as it had to. A paper refused on arrival leaves its list waiting for it.
fn fits(one: &Planted, state: Option<State>, missing: &str, heavy: &[&Finding]) -> bool {
    let told = |code: &str| heavy.iter().any(|finding| finding.code == code);
    match one.expected {
        Expected::Released => state == Some(State::Released),
        Expected::Review(code) => matches!(state, Some(State::Review)) && told(code),
        Expected::Waiting(code) => {
            let awaited = if code == "match.payment-missing" {
                "411"
            } else {
                "511"
            };
            state == Some(State::Declaring) && missing.contains(awaited)
        }
        Expected::Refused(code) => {
            told(code) && state.is_none_or(|state| state.is_refused() || state == State::Declaring)
        }
    }
}

fn spent(session: Session<'_>) -> Result<Fen, Failure> {
    let mut spent = Fen::ZERO;
    ledger::each_account(session, &clearance::acts::QUOTA, |_, account| {
        spent += Fen(account.used())
    })?;
    Ok(spent)
}

fn table(
    desk: &Desk,
    zone: &clearance::acts::Zone,
    day: values::Day,
    tally: &Tally,
    tax: Fen,
    quota: Fen,
    seconds: &str,
) -> Result<(), Failure> {
    let english = desk.telling.locale == site::Locale::En;
    let title = |code: &str| {
        zone.rulebook
            .rule(code)
            .map_or("", |rule| {
                if english {
                    &rule.title.en
                } else {
                    &rule.title.zh
                }
            })
            .to_owned()
    };
    let ground = |code: &str| {
        let basis = zone.rulebook.rule(code).map(|rule| rule.basis_on(day));
        basis.map_or(String::new(), |basis| {
            format!("{} {}", basis.document, basis.clause)
        })
    };
    let word = |id: &str| zone.words.say(desk.telling.locale, id, &[]).text;
    desk.telling
        .say(&format!("{:>6}  {}", tally.released, word("demo-released")))?;
    for (code, count) in &tally.review {
        desk.telling.say(&format!(
            "{count:>6}  {} · {code} · {} · {}",
            word("demo-review"),
            title(code),
            ground(code)
        ))?;
    }
    desk.telling
        .say(&format!("{:>6}  {}", tally.waiting, word("demo-waiting")))?;
    if tally.stranded > 0 {
        let all = tally.waiting + tally.stranded;
        let said = desk.telling.word(
            "demo-stranded",
            &[("count", &tally.stranded), ("all", &all)],
        );
        desk.telling.say(&format!("        {said}"))?;
    }
    for (code, (count, _)) in &tally.refused {
        desk.telling.say(&format!(
            "{count:>6}  {} · {code} · {} · {}",
            word("demo-refused"),
            title(code),
            ground(code)
        ))?;
    }
    for one in &tally.unexpected {
        desk.telling
            .say(&format!("     !  {} {one}", word("demo-unexpected")))?;
    }
    desk.telling.say(&format!(
        "{} {tax}  ·  {} {quota}  ·  {seconds} s  ·  {}",
        word("demo-tax"),
        word("demo-quota"),
        word("demo-unsigned")
    ))
}

fn hints(desk: &Desk, data: &Path, tally: &Tally, day: &Day) -> Result<(), Failure> {
    let data = data.display();
    let refused = tally
        .refused
        .iter()
        .find(|(code, _)| code.starts_with("match.payer"))
        .or(tally.refused.iter().next());
    let key = refused.map_or_else(|| day.planted[0].order.clone(), |(_, (_, key))| key.clone());
    for line in [
        format!("chama show {key} --data {data}"),
        format!("chama show --data {data}"),
        format!("chama verify --data {data}"),
    ] {
        desk.telling.say(&format!("  {line}"))?;
    }
    Ok(())
}
