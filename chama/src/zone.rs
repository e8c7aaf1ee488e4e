//! The zone: everything the program knows, and the data folder it works on.

use std::{
    fs,
    io::Read,
    path::{Path, PathBuf},
    sync::Arc,
};

use clearance::{
    acts::{Desk, Fallen, Stood, Zone, fall_due},
    store::{Counters, Filings, editions},
};
use codes::Codes;
use identity::Keys;
use messages::Catalogue;
use rulebook::Rulebook;
use site::Words;
use store::{DATABASE, Fault, Session, Store, StoreError, Writer};
use values::{DefinitionError, Finding, Moment};

use crate::{
    Failure,
    definitions::Definitions,
    systems::{SYSTEMS, schemas},
};

/// A step of time that is told, in milliseconds: a day and a night without work are none.
const FAR: i64 = 36 * 3_600_000;

/// What the definitions say, without any data.
pub(crate) struct Known {
    pub(crate) rulebook: Rulebook,
    pub(crate) codes: Codes,
    pub(crate) catalogue: Arc<Catalogue>,
    pub(crate) words: Words,
}

impl Known {
    /// Reads the definitions. Every fault of every file is told, and stops the start.
    pub(crate) fn load(definitions: &Definitions) -> Result<Self, Failure> {
        let functions: Vec<&str> = SYSTEMS
            .iter()
            .flat_map(|system| (system.functions)())
            .collect();
        let mut raised: Vec<(&str, &[&str])> = vec![
            ("values", values::identifiers::CODES),
            ("values", values::definition::CODES),
            ("codes", codes::CODES),
            ("messages", messages::CODES),
            ("rulebook", rulebook::CODES),
            ("store", store::CODES),
            ("journal", journal::CODES),
            ("ledger", ledger::CODES),
            ("identity", identity::CODES),
            ("chama", RAISED),
        ];
        raised.extend(
            SYSTEMS
                .iter()
                .flat_map(|system| system.raises.iter().map(|codes| (system.name, *codes))),
        );
        let told = |errors: Vec<DefinitionError>| {
            let faults = errors.into_iter().map(|one| fault(definitions, one));
            Failure::Definitions(faults.collect())
        };
        let rulebook = Rulebook::load(definitions.files(), &functions, &raised).map_err(told)?;
        let codes = Codes::load(definitions.files()).map_err(told)?;
        let catalogue = Arc::new(Catalogue::load(definitions.files()).map_err(told)?);
        let words = Words::load(definitions.files()).map_err(told)?;
        Ok(Self {
            rulebook,
            codes,
            catalogue,
            words,
        })
    }

    /// A zone on these with its key.
    pub(crate) fn zone(self, keys: Keys) -> Zone {
        Zone {
            rulebook: self.rulebook,
            codes: self.codes,
            catalogue: self.catalogue,
            words: self.words,
            keys,
            program: env!("CARGO_PKG_VERSION").to_owned(),
        }
    }
}

/// A fault of a definition: the file, and what was found with the line itself.
fn fault(definitions: &Definitions, error: DefinitionError) -> (String, Finding) {
    let place = definitions.place(&error.file);
    let quoted = definitions.line(&error.file, error.line).map(str::to_owned);
    let mut found = *error.what;
    found.paper.line = (error.line > 0).then_some(error.line);
    found.seen = found.seen.or(quoted);
    (place, found)
}

/// Codes that the program itself raises: about files, archives and setup.
pub(crate) const RAISED: &[&str] = &[
    "archive.broken",
    "archive.empty",
    "archive.nested",
    "archive.path",
    "archive.repeated",
    "archive.too-large",
    "code.unknown",
    "command.failed",
    "command.wrong",
    "file.too-large",
    "file.unreadable",
    "setup.file",
    "setup.value",
    "setup.empty",
    "setup.twice",
    "setup.firm-unknown",
    "setup.firm-role",
    "setup.office-unknown",
    "setup.role-used",
    "setup.hs-unknown",
    "setup.unit-unknown",
    "setup.split-sum",
    "setup.split-taken",
    "setup.promised",
    "setup.unknown",
    "setup.missing",
    "setup.kind",
    "key.missing",
    "key.broken",
    "key.foreign",
    "restore.foreign",
    "restore.damaged",
    "store.full",
    "store.held",
    "store.newer",
    "store.damaged",
    "store.foreign",
    "store.fault",
];

/// A data folder at work: zone, filings, and the one writer.
pub(crate) struct House {
    pub(crate) zone: Arc<Zone>,
    pub(crate) filings: Arc<Filings>,
    pub(crate) store: Store,
    pub(crate) writer: Writer,
    pub(crate) now: Moment,
    /// How time leapt, where nobody named one and it went further than work does by itself.
    pub(crate) leap: Option<Leap>,
}

/// Business time went from the last one recorded to the machine's, further than a day.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Leap {
    /// The last business time recorded.
    pub(crate) from: Moment,
    /// The machine's.
    pub(crate) to: Moment,
    /// What fell due by it.
    pub(crate) due: Fallen,
}

/// How the key file stands to the data.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum KeyState {
    /// It is theirs.
    Belongs,
    /// It is not there.
    Missing,
}

/// The key file of `data`, held against what the data know of theirs.
///
/// # Errors
/// `key.foreign` for the key of other data, `key.broken` for what is no key.
pub(crate) fn key_state(session: Session<'_>, data: &Path) -> Result<KeyState, Failure> {
    let folder = keys_folder(data);
    if !folder.join(KEY).exists() {
        return Ok(KeyState::Missing);
    }
    let keys = Keys::load(&folder, false).map_err(|error| unfit(error, BROKEN, &folder))?;
    match keys.belongs(session)? {
        Some(false) => Err(Failure::ruled(
            FOREIGN.0,
            FOREIGN.1,
            &[("path", &folder.display())],
        )),
        _ => Ok(KeyState::Belongs),
    }
}

/// The key file.
const KEY: &str = "person.key";

/// What can be wrong with it: code, and the sentence of it.
const MISSING: (&str, &str) = ("key.missing", "key-missing");
const BROKEN: (&str, &str) = ("key.broken", "key-broken");
const FOREIGN: (&str, &str) = ("key.foreign", "key-foreign");

/// A key that does not do, in words.
fn unfit(error: StoreError, (code, id): (&'static str, &'static str), folder: &Path) -> Failure {
    match error.fault {
        Fault::Foreign => Failure::ruled(code, id, &[("path", &folder.display())]),
        _ => error.into(),
    }
}

/// Where the keys of a data folder lie.
pub(crate) fn keys_folder(data: &Path) -> PathBuf {
    std::env::var_os("CHAMA_KEYS").map_or_else(|| data.join("keys"), PathBuf::from)
}

impl House {
    /// Opens `data` for writing at a business time, making it where it is new, and does first what
    /// has fallen due by then.
    pub(crate) fn open(data: &Path, known: Known, at: Option<Moment>) -> Result<Self, Failure> {
        // The key comes first: a start that is cut off after it begins anew, one that was cut off
        // between a database and its key could never go on.
        let fresh = !has_database(data);
        if fresh {
            fs::create_dir_all(data).map_err(|error| Failure::unwritten(data, &error))?;
        }
        let folder = keys_folder(data);
        let keys = Keys::load(&folder, fresh).map_err(|error| {
            let why = match folder.join(KEY).exists() {
                true => BROKEN,
                false => MISSING,
            };
            unfit(error, why, &folder)
        })?;
        let store = Store::open(data, &schemas())?;
        let mut writer = store.writer()?;
        writer
            .commit(|session| keys.belong(session))
            .map_err(|error| unfit(error, FOREIGN, &folder))?;
        Self::at_work(store, writer, keys, known, at)
    }

    /// A house on data that go with it, for a rehearsal: no key of anybody's is made or asked for.
    pub(crate) fn rehearsal(
        folder: &Path,
        known: Known,
        at: Option<Moment>,
    ) -> Result<Self, Failure> {
        let store = Store::open(folder, &schemas())?;
        let writer = store.writer()?;
        Self::at_work(store, writer, Keys::of([0; 32]), known, at)
    }

    fn at_work(
        store: Store,
        mut writer: Writer,
        keys: Keys,
        known: Known,
        at: Option<Moment>,
    ) -> Result<Self, Failure> {
        let (filings, clock, known) = loaded(&mut writer, known)?;
        let now = business_time(at, clock)?;
        let mut house = Self {
            zone: Arc::new(known.zone(keys)),
            filings: Arc::new(filings),
            store,
            writer,
            now,
            leap: None,
        };
        let due = house.catch_up()?;
        // Whoever worked with --at and now leaves it out brings weeks of waiting and tax to an end.
        if at.is_none() && clock > 0 && now.0 - clock > FAR {
            let from = Moment(clock);
            house.leap = Some(Leap { from, to: now, due });
        }
        Ok(house)
    }

    /// Does what has fallen due, a thousand at a time; what it was.
    fn catch_up(&mut self) -> Result<Fallen, Failure> {
        const AT_ONCE: i64 = 1000;
        let mut all = Fallen::default();
        loop {
            let done = self.at_desk(|desk| fall_due(desk, AT_ONCE))?;
            all.waits += done.waits;
            all.taxes += done.taxes;
            if done.all() < AT_ONCE {
                return Ok(all);
            }
        }
    }

    /// One transaction at a desk.
    pub(crate) fn at_desk<T>(
        &mut self,
        act: impl FnOnce(&mut Desk<'_>) -> Result<T, StoreError>,
    ) -> Result<T, Failure> {
        let (zone, filings, now) = (&*self.zone, &*self.filings, self.now);
        let done = self.writer.commit(|session: Session<'_>| {
            let mut desk = Desk::open(session, zone, filings, now)?;
            let done = act(&mut desk)?;
            desk.close()?;
            Ok::<T, StoreError>(done)
        })?;
        Ok(done)
    }
}

/// Reads what was filed, the last business time, and lays loaded editions over the code tables.
fn loaded(writer: &mut Writer, mut known: Known) -> Result<(Filings, i64, Known), Failure> {
    let (filings, clock, extra) = writer.rehearse(|session| {
        Ok::<_, StoreError>((
            Filings::read(session)?,
            Counters::read(session)?.clock,
            editions(session)?,
        ))
    })?;
    known.codes = Stood::with(known.codes, &extra)?.now().clone();
    Ok((filings, clock, known))
}

/// The time asked for, else the machine's; never before the last one recorded.
fn business_time(at: Option<Moment>, clock: i64) -> Result<Moment, Failure> {
    match at {
        Some(at) if at.0 < clock => Err(Failure::usage(
            "time-before",
            &[("at", &at), ("last", &Moment(clock))],
        )),
        Some(at) => Ok(at),
        // The machine's clock may stand behind what was recorded: time does not go back.
        None => Ok(machine_time().max(Moment(clock))),
    }
}

/// What the machine's clock says.
pub(crate) fn machine_time() -> Moment {
    let since = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH);
    Moment(since.map_or(0, |since| {
        i64::try_from(since.as_millis()).unwrap_or(i64::MAX)
    }))
}

/// The code tables of a folder, by what was loaded there when.
pub(crate) fn stood(session: Session<'_>, codes: Codes) -> Result<Stood, Failure> {
    Ok(Stood::with(codes, &editions(session)?)?)
}

/// A data folder for reading beside whoever writes.
pub(crate) fn reader(data: &Path) -> Result<store::Reader, Failure> {
    must_exist(data)?;
    let store = Store::existing(data, &schemas())?;
    store.reader().map_err(|error| match error.fault {
        // Reading too needs files beside the database, and the right to write them.
        Fault::Full => Failure::failed(
            "data-unopened",
            &[("path", &data.display()), ("seen", &error.words)],
        ),
        // It begins as a database and goes on as none: it was cut off, or written over.
        Fault::Foreign if is_database(&data.join(DATABASE)) => {
            StoreError::damaged(error.words).into()
        }
        _ => error.into(),
    })
}

/// How every file of the database begins.
const BEGINS: &[u8; 16] = b"SQLite format 3\0";

fn is_database(file: &Path) -> bool {
    let mut head = [0; BEGINS.len()];
    let read = fs::File::open(file).and_then(|mut file| file.read_exact(&mut head));
    read.is_ok() && head == *BEGINS
}

/// Whether a folder holds data. A start that was cut off, or a disk that was full, leaves an empty file,
/// and nothing in it.
pub(crate) fn has_database(data: &Path) -> bool {
    let file = fs::metadata(data.join(DATABASE));
    file.is_ok_and(|file| file.is_file() && file.len() > 0)
}

/// What only looks or decides needs data that are there: a mistyped folder is told, not made.
pub(crate) fn must_exist(data: &Path) -> Result<(), Failure> {
    if has_database(data) {
        return Ok(());
    }
    if data.is_file() {
        let error = std::io::ErrorKind::NotADirectory.into();
        return Err(Failure::unread(data, &error));
    }
    Err(Failure::usage("data-none", &[("path", &data.display())]))
}
