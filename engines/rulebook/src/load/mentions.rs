//! What rule files name, looked up when all of them are read.

use std::collections::{BTreeSet, HashMap};

use values::{
    DefinitionError, Finding,
    definition::{Page, REFERENCE, TWICE, fault},
};

/// A name and where it stands.
pub(super) struct Mention {
    file: String,
    line: u32,
    name: String,
}

/// What the files name, also in records that are faulty themselves, to be looked up when all
/// files are read.
#[derive(Default)]
pub(super) struct Mentions {
    /// Text that is not TOML may hide any name.
    pub(super) unreadable: bool,
    pub(super) parameter_ids: Vec<Mention>,
    pub(super) rule_ids: Vec<Mention>,
    pub(super) functions: Vec<Mention>,
    pub(super) parameters: Vec<Mention>,
    pub(super) rooms: Vec<(Mention, String)>,
}

impl Mention {
    pub(super) fn at(page: &Page<'_>, line: u32, name: &str) -> Self {
        Self {
            file: page.file.to_owned(),
            line,
            name: name.to_owned(),
        }
    }

    /// A fault of what is named there.
    fn told(&self, what: Finding) -> DefinitionError {
        DefinitionError {
            file: self.file.clone(),
            line: self.line,
            what: Box::new(what.with("value", &self.name)),
        }
    }
}

impl Mentions {
    /// Each id stands once.
    pub(super) fn refuse_repeats(&self, faults: &mut Vec<DefinitionError>) {
        let mut seen: HashMap<&str, &Mention> = HashMap::new();
        for it in self.parameter_ids.iter().chain(&self.rule_ids) {
            match seen.get(it.name.as_str()) {
                Some(other) => {
                    let place = format!("{}:{}", other.file, other.line);
                    let twice = fault(TWICE, "stands").with("other", place);
                    faults.push(it.told(twice));
                }
                None => {
                    seen.insert(&it.name, it);
                }
            }
        }
    }

    /// What one side names must be there on the other.
    pub(super) fn look_up(
        &self,
        functions: &[&str],
        raised: &[(&str, &[&str])],
        faults: &mut Vec<DefinitionError>,
    ) {
        let parameters: BTreeSet<_> = self
            .parameter_ids
            .iter()
            .map(|it| it.name.as_str())
            .collect();
        let rules: BTreeSet<_> = self.rule_ids.iter().map(|it| it.name.as_str()).collect();
        let formed: BTreeSet<_> = self.functions.iter().map(|it| it.name.as_str()).collect();
        for it in self
            .functions
            .iter()
            .filter(|it| !functions.contains(&it.name.as_str()))
        {
            faults.push(it.told(fault(REFERENCE, "function")));
        }
        for name in functions.iter().filter(|name| !formed.contains(*name)) {
            let unused = fault(REFERENCE, "function-unused").with("value", name);
            faults.push(of_all(unused));
        }
        for it in self
            .parameters
            .iter()
            .filter(|it| !parameters.contains(it.name.as_str()))
        {
            faults.push(it.told(fault(REFERENCE, "parameter")));
        }
        for (it, room) in &self.rooms {
            let codes = raised
                .iter()
                .filter(|(name, _)| name == room)
                .flat_map(|(_, codes)| codes.iter());
            if !codes.into_iter().any(|code| *code == it.name) {
                faults.push(it.told(fault(REFERENCE, "room").with("other", room)));
            }
        }
        for (room, codes) in raised {
            for code in codes.iter().filter(|code| !rules.contains(*code)) {
                let bare = fault(REFERENCE, "record").with("other", room);
                faults.push(of_all(bare.with("value", code)));
            }
        }
    }
}

/// A fault that no single line has.
fn of_all(what: Finding) -> DefinitionError {
    DefinitionError {
        file: "rules".to_owned(),
        line: 0,
        what: what.into(),
    }
}
