//! What rule files name, looked up when all of them are read.

use std::collections::{BTreeSet, HashMap};

use values::{DefinitionError, definition::Page};

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
}

impl Mentions {
    /// Each id stands once.
    pub(super) fn refuse_repeats(&self, faults: &mut Vec<DefinitionError>) {
        let mut seen: HashMap<&str, &Mention> = HashMap::new();
        for it in self.parameter_ids.iter().chain(&self.rule_ids) {
            match seen.get(it.name.as_str()) {
                Some(other) => {
                    let what = format!(
                        "{} stands already at {}:{}",
                        it.name, other.file, other.line
                    );
                    faults.push(fault(&it.file, it.line, what));
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
            faults.push(fault(
                &it.file,
                it.line,
                format!("no function is registered as {}", it.name),
            ));
        }
        for name in functions.iter().filter(|name| !formed.contains(*name)) {
            faults.push(fault(
                "rules",
                0,
                format!("function {name} is registered, but no form names it"),
            ));
        }
        for it in self
            .parameters
            .iter()
            .filter(|it| !parameters.contains(it.name.as_str()))
        {
            faults.push(fault(
                &it.file,
                it.line,
                format!("needs {}, which is no parameter", it.name),
            ));
        }
        for (it, room) in &self.rooms {
            let codes = raised
                .iter()
                .filter(|(name, _)| name == room)
                .flat_map(|(_, codes)| codes.iter());
            if !codes.into_iter().any(|code| *code == it.name) {
                faults.push(fault(
                    &it.file,
                    it.line,
                    format!("{room} does not raise {}", it.name),
                ));
            }
        }
        for (room, codes) in raised {
            for code in codes.iter().filter(|code| !rules.contains(*code)) {
                faults.push(fault(
                    "rules",
                    0,
                    format!("{room} raises {code}, which has no record"),
                ));
            }
        }
    }
}

fn fault(file: &str, line: u32, what: String) -> DefinitionError {
    DefinitionError {
        file: file.to_owned(),
        line,
        what,
    }
}
