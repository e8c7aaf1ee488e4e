//! From the files below `definitions/` to tables, or to every fault in them.

use std::{collections::BTreeMap, sync::Arc};

use toml::{Spanned, value::Datetime};
use values::{
    Day, DefinitionError, Finding,
    definition::{ENTRY, MISSING, REFERENCE, TWICE, fault},
};

use crate::{
    UNITS, consumption,
    descriptor::{self, EditionText, FILE, PartText, SheetText, TableText, Tables, Title},
    edition::{Edition, Frame, Shape, Subject},
    fault::Fault,
    grid::Grid,
    table::Table,
    tariff,
};

/// The files of this room by their paths, and the faults found so far.
pub(crate) struct Loading<'a> {
    files: BTreeMap<&'a str, &'a str>,
    used: Vec<String>,
    text: &'a str,
    tables: Vec<Table>,
    faults: Vec<DefinitionError>,
}

pub(crate) type Loaded = (Vec<Arc<Table>>, Vec<crate::Consumption>);

impl<'a> Loading<'a> {
    pub fn of(files: impl IntoIterator<Item = (&'a str, &'a str)>) -> Self {
        let ours = |path: &str| path.starts_with("codes/") || path.starts_with("calendar/");
        let files: BTreeMap<_, _> = files.into_iter().filter(|(path, _)| ours(path)).collect();
        let text = files.get(FILE).copied().unwrap_or_default();
        Self {
            files,
            used: vec![FILE.into(), consumption::FILE.into()],
            text,
            tables: Vec::new(),
            faults: Vec::new(),
        }
    }

    pub fn run(mut self) -> Result<Loaded, Vec<DefinitionError>> {
        match self
            .files
            .contains_key(FILE)
            .then(|| descriptor::read::<Tables>(FILE, self.text))
        {
            None => self.fault(FILE, 0, fault(MISSING, "file")),
            Some(Err(fault)) => self.faults.push(fault),
            Some(Ok(described)) => {
                described
                    .table
                    .into_iter()
                    .for_each(|table| self.table(table));
                described
                    .sheet
                    .into_iter()
                    .for_each(|sheet| self.sheet(sheet));
            }
        }
        let rules = self.consumption();
        self.check_whole();
        if !self.faults.is_empty() {
            return Err(self.faults);
        }
        self.tables.sort_by(|one, other| one.name.cmp(&other.name));
        Ok((self.tables.into_iter().map(Arc::new).collect(), rules))
    }

    fn table(&mut self, described: Spanned<TableText>) {
        let line = descriptor::line(self.text, described.span().start);
        let TableText {
            name,
            title,
            key,
            repeats,
            length,
            edition,
        } = described.into_inner();
        let shape = Shape {
            key,
            repeats,
            length,
            subject: Subject::of(&name),
        };
        let editions: Vec<_> = edition
            .into_iter()
            .filter_map(|edition| self.edition(edition, &shape))
            .map(Arc::new)
            .collect();
        self.add(line, name, title, shape, editions);
    }

    fn edition(&mut self, described: EditionText, shape: &Shape) -> Option<Edition> {
        let EditionText {
            file,
            from,
            to,
            superseded_from,
            source,
            trust,
            complete,
        } = described;
        let frame = Frame {
            from: self.day(&from)?,
            to: to.and_then(|to| self.day(&to)),
            superseded_from: superseded_from.and_then(|day| self.day(&day)),
            source,
            trust,
            complete,
            full: true,
            file: file.get_ref().clone(),
        };
        let grid = self.grid(&file)?;
        self.build(frame, grid, shape)
    }

    fn sheet(&mut self, described: SheetText) {
        let SheetText {
            file,
            from,
            source,
            trust,
            table,
        } = described;
        let (Some(from), Some(grid)) = (self.day(&from), self.grid(&file)) else {
            return;
        };
        let named = |name: &str| table.iter().any(|part| part.get_ref().name == name);
        let strangers: Vec<_> = (0..grid.len())
            .filter(|row| !named(grid.cell(*row, 0)))
            .collect();
        for row in strangers {
            let what = fault(REFERENCE, "sheet-table").with("value", grid.cell(row, 0));
            self.fault(file.get_ref(), grid.line(row), what);
        }
        for part in table {
            let line = descriptor::line(self.text, part.span().start);
            let PartText {
                name,
                title,
                repeats,
                complete,
            } = part.into_inner();
            let shape = Shape {
                key: "code".into(),
                repeats,
                length: None,
                subject: Subject::of(&name),
            };
            let (source, file) = (source.clone(), file.get_ref().clone());
            let frame = Frame {
                from,
                to: None,
                superseded_from: None,
                source,
                trust,
                complete,
                full: true,
                file,
            };
            let edition = self.build(frame, grid.part(&name), &shape);
            self.add(
                line,
                name,
                title,
                shape,
                edition.into_iter().map(Arc::new).collect(),
            );
        }
    }

    fn add(
        &mut self,
        line: u32,
        name: String,
        title: Title,
        shape: Shape,
        mut editions: Vec<Arc<Edition>>,
    ) {
        editions.sort_by_key(|edition| edition.frame.from);
        if editions.is_empty() && self.faults.is_empty() {
            self.fault(FILE, line, fault(ENTRY, "edition").with("value", &name));
        }
        if editions
            .windows(2)
            .any(|pair| pair[0].frame.from == pair[1].frame.from)
        {
            let twice = fault(TWICE, "same-day").with("value", &name);
            self.fault(FILE, line, twice);
        }
        if self.tables.iter().any(|table| table.name == name) {
            self.fault(FILE, line, fault(TWICE, "table").with("value", &name));
        }
        self.tables.push(Table {
            name,
            title_zh: title.zh,
            title_en: title.en,
            shape,
            editions,
        });
    }

    /// The cells of a file that `tables.toml` names.
    fn grid(&mut self, file: &Spanned<String>) -> Option<Grid> {
        let path = file.get_ref();
        self.used.push(path.clone());
        let Some(text) = self.files.get(path.as_str()).copied() else {
            let line = descriptor::line(self.text, file.span().start);
            self.fault(FILE, line, fault(REFERENCE, "file").with("value", path));
            return None;
        };
        let (grid, faults) = Grid::read(text);
        self.kept(
            path,
            if faults.is_empty() {
                Ok(grid)
            } else {
                Err(faults)
            },
        )
    }

    fn build(&mut self, frame: Frame, grid: Grid, shape: &Shape) -> Option<Edition> {
        let file = frame.file.clone();
        let header: Vec<String> = grid.header().map(str::to_owned).collect();
        let key = [shape.key.as_str()];
        let others: Vec<&str> = header
            .iter()
            .map(String::as_str)
            .filter(|name| *name != shape.key)
            .collect();
        let (required, optional) = shape.subject.columns().unwrap_or((&key, &others));
        let grid = self.kept(&file, grid.shaped(&shape.key, required, optional))?;
        self.kept(&file, Edition::build(frame, grid, shape))
    }

    fn consumption(&mut self) -> Vec<crate::Consumption> {
        let Some(text) = self.files.get(consumption::FILE).copied() else {
            self.fault(consumption::FILE, 0, fault(MISSING, "file"));
            return Vec::new();
        };
        consumption::read(text).unwrap_or_else(|faults| {
            self.faults.extend(faults);
            Vec::new()
        })
    }

    /// What only all the tables together show: files nobody names, units nobody knows.
    fn check_whole(&mut self) {
        let unused: Vec<_> = self
            .files
            .keys()
            .filter(|path| !self.used.iter().any(|used| used == *path))
            .copied()
            .collect();
        for path in unused {
            self.fault(path, 0, fault(REFERENCE, "file-unused").with("value", FILE));
        }
        let units = self.tables.iter().find(|table| table.name == UNITS);
        let tariff = self.tables.iter().find(|table| table.name == crate::TARIFF);
        let (Some(units), Some(tariff)) = (units, tariff) else {
            return;
        };
        for edition in &tariff.editions {
            let known = |unit: &str| units.find(unit, edition.frame.from).is_ok();
            let faults = tariff::check_units(&edition.grid, known);
            let file = &edition.frame.file;
            self.faults
                .extend(faults.into_iter().map(|fault| fault.definition(file)));
        }
    }

    fn day(&mut self, date: &Spanned<Datetime>) -> Option<Day> {
        descriptor::day(FILE, self.text, date)
            .map_err(|fault| self.faults.push(fault))
            .ok()
    }

    fn kept<T>(&mut self, file: &str, result: Result<T, Vec<Fault>>) -> Option<T> {
        match result {
            Ok(value) => Some(value),
            Err(faults) => {
                self.faults
                    .extend(faults.into_iter().map(|fault| fault.definition(file)));
                None
            }
        }
    }

    fn fault(&mut self, file: &str, line: u32, what: Finding) {
        self.faults.push(DefinitionError {
            file: file.into(),
            line,
            what: what.into(),
        });
    }
}
