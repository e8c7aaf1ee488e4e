//! Arrows: who may know whom, read from every `Cargo.toml`.

mod tree;

use std::collections::{BTreeMap, BTreeSet};

use toml::Table;
use tree::{crates, none_of, read};

/// The engines by rank: each may know those of lower ranks, and none of its own.
const ENGINES: &[&[&str]] = &[
    &["values"],
    &["codes", "rulebook", "messages"],
    &["site", "store"],
    &["journal"],
    &["ledger"],
    &["identity"],
    &["grants"],
    &["cases"],
];

/// The most crates the whole may take, ours included.
const MOST_CRATES: usize = 320;
/// Crates of which two versions would be built side by side for nothing.
const ONE_VERSION: &[&str] = &["axum", "hyper", "serde", "quick-xml"];

/// What a crate is in the house.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Floor {
    Engine(usize),
    Facts,
    System,
    Testkit,
    Program,
}

struct Room {
    folder: String,
    name: String,
    floor: Floor,
    uses: BTreeSet<String>,
    tests_use: BTreeSet<String>,
}

#[test]
fn engines_know_only_engines_below_them() {
    let rooms = rooms();
    let mut faults = Vec::new();
    for (room, used) in uses(&rooms) {
        let (Floor::Engine(rank), other) = (room.floor, used.floor) else {
            continue;
        };
        let fine = matches!(other, Floor::Engine(below) if below < rank);
        if !fine {
            faults.push(format!("{} → {}", room.folder, used.folder));
        }
    }
    none_of(
        faults,
        "values ← codes, rulebook, messages ← site, store ← journal ← ledger ← identity ← grants ← cases.",
    );
}

#[test]
fn facts_stand_on_values_alone() {
    let rooms = rooms();
    let arrows =
        uses(&rooms).filter(|(room, used)| room.floor == Floor::Facts && used.name != "values");
    none_of(
        arrows
            .map(|(room, used)| format!("{} → {}", room.name, used.name))
            .collect(),
        "What systems tell each other must not drag an engine along.",
    );
}

#[test]
fn systems_stand_on_facts_and_engines_and_meet_only_where_it_is_drawn() {
    let rooms = rooms();
    let drawn = drawn_arrows();
    let mut faults = Vec::new();
    for (room, used) in uses(&rooms).filter(|(room, _)| room.floor == Floor::System) {
        let fine = match used.floor {
            Floor::Engine(_) | Floor::Facts => true,
            Floor::System => drawn.contains(&(room.name.clone(), used.name.clone())),
            Floor::Testkit | Floor::Program => false,
        };
        if !fine {
            faults.push(format!("{} → {}", room.name, used.name));
        }
    }
    none_of(
        faults,
        "Systems meet by facts and accounts; a call between two is drawn in ARCHITECTURE.md with its reason.",
    );
}

#[test]
fn every_arrow_that_is_drawn_is_there() {
    let rooms = rooms();
    let real: BTreeSet<_> = uses(&rooms)
        .map(|(room, used)| (room.name.clone(), used.name.clone()))
        .collect();
    let gone = drawn_arrows()
        .into_iter()
        .filter(|arrow| !real.contains(arrow));
    none_of(
        gone.map(|(from, to)| format!("{from} → {to}")).collect(),
        "A map with roads that are not there misleads.",
    );
}

#[test]
fn tests_of_an_engine_know_no_system() {
    let rooms = rooms();
    let by_name: BTreeMap<_, _> = rooms
        .iter()
        .map(|room| (room.name.as_str(), room))
        .collect();
    let mut faults = Vec::new();
    for room in rooms
        .iter()
        .filter(|room| matches!(room.floor, Floor::Engine(_) | Floor::Facts))
    {
        for used in room
            .tests_use
            .iter()
            .filter_map(|name| by_name.get(name.as_str()))
        {
            if matches!(used.floor, Floor::System | Floor::Program) {
                faults.push(format!("{} → {}", room.folder, used.folder));
            }
        }
    }
    none_of(
        faults,
        "An engine is tried by its own promises, not through a system.",
    );
}

#[test]
fn only_the_program_and_tests_know_the_testkit() {
    let rooms = rooms();
    let arrows = uses(&rooms)
        .filter(|(room, used)| used.floor == Floor::Testkit && room.floor != Floor::Program);
    none_of(
        arrows
            .map(|(room, used)| format!("{} → {}", room.folder, used.folder))
            .collect(),
        "Synthetic firms belong to tests and to the demo.",
    );
}

#[test]
fn every_crate_from_outside_says_what_for_and_who_owns_it() {
    let ours: BTreeSet<String> = rooms().into_iter().map(|room| room.name).collect();
    let mut faults = Vec::new();
    for file in std::iter::once("Cargo.toml".to_owned()).chain(
        crates()
            .into_iter()
            .map(|folder| format!("{folder}/Cargo.toml")),
    ) {
        let mut inside = false;
        for (at, line) in read(&file).lines().enumerate() {
            if line.starts_with('[') {
                inside = line.contains("dependencies");
            }
            let Some((name, rest)) = line
                .split_once(['=', '.'])
                .filter(|_| inside && !line.starts_with(['#', ' ', '[']))
            else {
                continue;
            };
            let from_workspace = rest.contains("workspace = true") || rest.starts_with("workspace");
            let comment = rest
                .split_once('#')
                .map(|(_, comment)| comment)
                .unwrap_or_default();
            let says = comment
                .split_once(':')
                .is_some_and(|(what, owner)| !what.trim().is_empty() && !owner.trim().is_empty());
            if !ours.contains(name.trim()) && !from_workspace && !says {
                faults.push(format!("{file}:{}: {line}", at + 1));
            }
        }
    }
    none_of(
        faults,
        "Write behind it: `# what for: which module owns it`.",
    );
}

#[test]
fn the_whole_takes_no_more_crates_than_it_may() {
    let count = locked().len();
    assert!(
        count <= MOST_CRATES,
        "Cargo.lock holds {count} crates of at most {MOST_CRATES}; each is time to build and a thing to trust"
    );
}

#[test]
fn the_large_crates_come_in_one_version() {
    let mut versions: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (name, version) in locked() {
        versions.entry(name).or_default().push(version);
    }
    let twice = ONE_VERSION
        .iter()
        .filter_map(|name| versions.get_key_value(*name))
        .filter(|(_, versions)| versions.len() > 1);
    none_of(
        twice
            .map(|(name, versions)| format!("{name} {}", versions.join(", ")))
            .collect(),
        "Two versions are built and shipped twice.",
    );
}

/// Arrows between rooms of this house, tests left out.
fn uses(rooms: &[Room]) -> impl Iterator<Item = (&Room, &Room)> {
    rooms.iter().flat_map(|room| {
        let used = rooms.iter().filter(|other| room.uses.contains(&other.name));
        used.map(move |other| (room, other))
    })
}

fn rooms() -> Vec<Room> {
    crates()
        .into_iter()
        .filter(|folder| !folder.starts_with("fuzz"))
        .map(room)
        .collect()
}

fn room(folder: String) -> Room {
    let text = read(&format!("{folder}/Cargo.toml"));
    let table: Table = text
        .parse()
        .unwrap_or_else(|error| panic!("{folder}/Cargo.toml: {error}"));
    let name = table["package"]["name"]
        .as_str()
        .expect("a package has a name")
        .to_owned();
    let floor = match folder.as_str() {
        "chama" => Floor::Program,
        "facts" => Floor::Facts,
        "testkit" => Floor::Testkit,
        _ if folder.starts_with("systems/") => Floor::System,
        _ => {
            let rank = ENGINES
                .iter()
                .position(|rank| rank.contains(&name.as_str()));
            Floor::Engine(rank.unwrap_or_else(|| panic!("{folder} has no place in the order of engines: give it one here and in ARCHITECTURE.md")))
        }
    };
    let names = |key: &str| {
        let table = table.get(key).and_then(toml::Value::as_table);
        table
            .into_iter()
            .flat_map(|table| table.keys().cloned())
            .collect::<BTreeSet<_>>()
    };
    let uses = names("dependencies")
        .union(&names("build-dependencies"))
        .cloned()
        .collect();
    Room {
        uses,
        tests_use: names("dev-dependencies"),
        folder,
        name,
        floor,
    }
}

/// Arrows between systems in ARCHITECTURE.md: lines such as ``* `a` → `b`: reason``.
fn drawn_arrows() -> BTreeSet<(String, String)> {
    let map = read("ARCHITECTURE.md");
    let arrows = map.lines().filter_map(|line| {
        let (from, rest) = line.strip_prefix("* `")?.split_once("` → `")?;
        let (to, reason) = rest.split_once("`:")?;
        assert!(
            !reason.trim().is_empty(),
            "the arrow {from} → {to} is drawn without its reason"
        );
        Some((from.to_owned(), to.to_owned()))
    });
    arrows.collect()
}

/// Name and version of every crate in the lock file.
fn locked() -> Vec<(String, String)> {
    let lock: Table = read("Cargo.lock")
        .parse()
        .expect("cargo wrote the lock file");
    let packages = lock["package"]
        .as_array()
        .expect("the lock file lists packages");
    let text = |package: &toml::Value, key: &str| {
        package[key]
            .as_str()
            .expect("a package has name and version")
            .to_owned()
    };
    packages
        .iter()
        .map(|package| (text(package, "name"), text(package, "version")))
        .collect()
}
