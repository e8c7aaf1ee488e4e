//! One run of clearing: papers in, receipts on disk, by the product's own road.

use std::{
    path::{Path, PathBuf},
    sync::mpsc,
    thread,
    time::{Duration, Instant},
};

use clearance::{acts::Taken, store::day_totals};
use store::{Pending, Store, StoreError};
use testkit::Load;
use values::Moment;

use super::{
    floors::{Floors, floors, rows},
    folder::Folder,
    machine, quantile,
};
use crate::{
    Failure,
    commands::setup,
    intake::{Answers, Intake, TOGETHER},
    zone::{House, Known},
};

/// Papers of a load are dated 09:58 that day.
const OPENS: &str = "2026-10-05T10:00";
/// The floors are rates: so many parcels measure them well enough, however many the run has.
const FLOOR_PARCELS: u64 = 50_000;

/// What a run does.
pub(crate) struct Work {
    /// Parcels sent as fast as they are taken.
    pub(crate) parcels: u64,
    /// Where its folders are made.
    pub(crate) within: PathBuf,
}

/// Milliseconds from the submission of a parcel's last message to its durable answer.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Latency {
    pub(crate) p50_ms: f64,
    pub(crate) p99_ms: f64,
}

/// What a run measured.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Run {
    /// Parcels a second, as fast as they are taken.
    pub(crate) rate: f64,
    /// At that rate: mostly time in the queue.
    pub(crate) full: Latency,
    /// At half that rate.
    pub(crate) half: Latency,
    /// Processor time a parcel, all threads together.
    pub(crate) cpu_us: f64,
    /// The database by the number of its parcels.
    pub(crate) disk_bytes: f64,
    /// The most memory held, the papers included.
    pub(crate) peak_mib: f64,
    /// What the papers alone take of it.
    pub(crate) load_mib: f64,
    /// What the machine could do.
    pub(crate) floors: Floors,
}

/// Papers of a load, one batch of up to 100 parcels after the other, four messages each.
struct Batches(Vec<(u64, [Vec<u8>; 4])>);

impl Batches {
    fn of(load: Load) -> Self {
        Self(load.map(|batch| (batch.parcels, batch.messages)).collect())
    }

    fn bytes(&self) -> usize {
        let lengths = self.0.iter().flat_map(|(_, messages)| messages.iter());
        lengths.map(Vec::len).sum()
    }
}

/// Clears the parcels of `work` on an empty database, then measures the floors with what came of it.
pub(crate) fn clear(
    work: &Work,
    known: &mut dyn FnMut() -> Result<Known, Failure>,
) -> Result<Run, Failure> {
    let parcels = work.parcels;
    let extra = (parcels / 2).max(100);
    let all = Load::new(parcels);
    let slow = Load::new(extra).numbered_from(parcels + 1);
    let setup = slow.setup_toml();
    let (all, slow) = (Batches::of(all), Batches::of(slow));
    let load_mib = (all.bytes() + slow.bytes()) as f64 / f64::from(1 << 20);

    let folder = Folder::new(&work.within)?;
    let house = ready(folder.path(), &setup, known)?;
    machine::forget_peak();
    let (intake, store) = Intake::start(house);
    let cpu = machine::cpu_seconds();
    let begun = Instant::now();
    let full = send(&intake, &all, None)?;
    let took = begun.elapsed();
    let cpu_us = (machine::cpu_seconds() - cpu) * 1e6 / parcels as f64;
    let rate = parcels as f64 / took.as_secs_f64();
    let half = send(&intake, &slow, Some(rate / 2.0))?;
    let peak_mib = machine::peak_mib();
    let mut writer = intake
        .finish()
        .ok_or_else(|| Failure::failed("bench-fault", &[("seen", &"writer")]))?;
    writer.settle()?;
    let disk_bytes = store.size() as f64 / (parcels + extra) as f64;
    released(&store, parcels + extra)?;
    drop((writer, store, slow, folder));

    // The floors stand on the same parcels, or as many of them as measure a rate well enough.
    let sample = parcels.min(FLOOR_PARCELS);
    let messages: Vec<Vec<u8>> = all
        .0
        .into_iter()
        .take(sample.div_ceil(100) as usize)
        .flat_map(|(_, messages)| messages)
        .collect();
    let folder = Folder::new(&work.within)?;
    let (intake, store) = Intake::start(ready(folder.path(), &setup, known)?);
    let pending: Vec<_> = messages.iter().map(|bytes| intake.submit(bytes)).collect();
    for one in pending {
        one.wait()?;
    }
    let writer = intake.finish();
    let rows = rows(&store)?;
    drop((writer, store, folder));
    let commits = messages.len().div_ceil(TOGETHER);
    let floors = floors(&messages, &rows, commits, sample, &work.within)?;
    Ok(Run {
        rate,
        full,
        half,
        cpu_us,
        disk_bytes,
        peak_mib,
        load_mib,
        floors,
    })
}

/// A house with the load's firms, book and guarantees in place.
fn ready(
    data: &Path,
    setup: &str,
    known: &mut dyn FnMut() -> Result<Known, Failure>,
) -> Result<House, Failure> {
    let opens: Moment = OPENS
        .parse()
        .map_err(|_| Failure::failed("bench-fault", &[("seen", &"time")]))?;
    let mut house = House::open(data, known()?, Some(opens))?;
    if setup::apply(&mut house, setup)?.is_err() {
        return Err(Failure::failed("bench-fault", &[("seen", &"setup")]));
    }
    // Filings are read when a house opens.
    drop(house);
    House::open(data, known()?, Some(opens))
}

/// Submits every batch, at `rate` parcels a second or as fast as they are taken, and gives the time
/// each waited for the answer to its last message.
fn send(intake: &Intake, batches: &Batches, rate: Option<f64>) -> Result<Latency, Failure> {
    let (sender, receiver) = mpsc::channel::<(u64, Instant, [Pending<Answers>; 4])>();
    let waits = thread::scope(|scope| {
        let waiting = scope.spawn(move || {
            receiver
                .into_iter()
                .map(|(parcels, at, pending)| {
                    for one in pending {
                        accepted(&one.wait()?)?;
                    }
                    Ok((parcels, at.elapsed()))
                })
                .collect::<Result<Vec<(u64, Duration)>, StoreError>>()
        });
        let begun = Instant::now();
        let mut sent = 0;
        for (parcels, [order, payment, waybill, list]) in &batches.0 {
            if let Some(rate) = rate {
                let due = Duration::from_secs_f64(sent as f64 / rate);
                thread::sleep(due.saturating_sub(begun.elapsed()));
            }
            sent += parcels;
            let before = [order, payment, waybill].map(|bytes| intake.submit(bytes));
            let at = Instant::now();
            let [a, b, c] = before;
            // The receiver only ends early on a fault, which is told below.
            drop(sender.send((*parcels, at, [a, b, c, intake.submit(list)])));
        }
        drop(sender);
        waiting.join()
    });
    let waits = waits.unwrap_or_else(|_| {
        let words = "the thread that waits for answers panicked";
        Err(StoreError::new(store::Fault::Other, words))
    })?;
    let mut each: Vec<f64> = waits
        .iter()
        .flat_map(|(parcels, wait)| (0..*parcels).map(|_| wait.as_secs_f64() * 1e3))
        .collect();
    each.sort_by(f64::total_cmp);
    Ok(Latency {
        p50_ms: quantile(&each, 0.5),
        p99_ms: quantile(&each, 0.99),
    })
}

fn accepted(answers: &Answers) -> Result<(), StoreError> {
    let refused = answers
        .iter()
        .find(|(_, answer)| answer.taken != Taken::Accepted);
    refused.map_or(Ok(()), |(line, answer)| {
        let codes: Vec<&str> = answer
            .findings
            .iter()
            .filter(|finding| finding.refuses())
            .map(|finding| finding.code.as_ref())
            .collect();
        Err(StoreError::new(
            store::Fault::Other,
            format!(
                "line {line} of a {} was not taken: {}",
                answer.message,
                codes.join(" ")
            ),
        ))
    })
}

/// Every parcel must have been released: a bench of refusals would measure something else.
fn released(store: &Store, parcels: u64) -> Result<(), Failure> {
    let totals = day_totals(store.reader()?.session(), "2026-10-05", "2026-10-05")?;
    let bills: i64 = totals.iter().map(|day| day.bills).sum();
    if u64::try_from(bills) == Ok(parcels) {
        Ok(())
    } else {
        let seen = format!("{bills} / {parcels}");
        Err(Failure::failed("bench-fault", &[("seen", &seen)]))
    }
}
