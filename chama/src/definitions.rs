//! Definitions: compiled in, with a folder laid over them where one is given.

use std::{collections::BTreeMap, fs, path::Path};

use include_dir::{Dir, include_dir};

use crate::Failure;

static COMPILED: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/../definitions");

/// Every definition file by its path below `definitions/`.
pub(crate) struct Definitions(BTreeMap<String, String>);

impl Definitions {
    /// The compiled ones, with those of `over` in their place.
    pub(crate) fn load(over: Option<&Path>) -> Result<Self, Failure> {
        let Self(mut files) = Self::compiled();
        if let Some(over) = over {
            if !over.is_dir() {
                return Err(Failure::usage(
                    "definitions-no-folder",
                    &[("path", &over.display())],
                ));
            }
            lay(over, over, &mut files)?;
        }
        Ok(Self(files))
    }

    /// The compiled ones.
    pub(crate) fn compiled() -> Self {
        let mut files = BTreeMap::new();
        compiled(&COMPILED, &mut files);
        Self(files)
    }

    /// Path and text of each.
    pub(crate) fn files(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0
            .iter()
            .map(|(path, text)| (path.as_str(), text.as_str()))
    }

    /// Writes them out below `folder`; how many.
    pub(crate) fn write(&self, folder: &Path) -> Result<usize, Failure> {
        for (path, text) in &self.0 {
            let target = folder.join(path);
            if let Some(parent) = target.parent() {
                fs::create_dir_all(parent).map_err(|error| Failure::unwritten(parent, &error))?;
            }
            fs::write(&target, text).map_err(|error| Failure::unwritten(&target, &error))?;
        }
        Ok(self.0.len())
    }
}

fn compiled(folder: &Dir<'_>, files: &mut BTreeMap<String, String>) {
    for file in folder.files() {
        if let Some(text) = file.contents_utf8() {
            files.insert(
                file.path().to_string_lossy().replace('\\', "/"),
                text.to_owned(),
            );
        }
    }
    for inner in folder.dirs() {
        compiled(inner, files);
    }
}

fn lay(root: &Path, folder: &Path, files: &mut BTreeMap<String, String>) -> Result<(), Failure> {
    for entry in fs::read_dir(folder).map_err(|error| Failure::unread(folder, &error))? {
        let path = entry?.path();
        if path.is_dir() {
            lay(root, &path, files)?;
            continue;
        }
        let known = path
            .extension()
            .is_some_and(|ending| ["toml", "csv", "ftl"].iter().any(|known| ending == *known));
        if let (true, Ok(name)) = (known, path.strip_prefix(root)) {
            files.insert(
                name.to_string_lossy().replace('\\', "/"),
                fs::read_to_string(&path).map_err(|error| Failure::unread(&path, &error))?,
            );
        }
    }
    Ok(())
}
