//! Definitions: compiled in, with a folder laid over them where one is given.

use std::{
    collections::{BTreeMap, BTreeSet},
    fmt::Display,
    fs,
    path::{Path, PathBuf},
};

use include_dir::{Dir, include_dir};

use crate::Failure;

static COMPILED: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/../definitions");

/// Every definition file by its path below `definitions/`.
pub(crate) struct Definitions {
    files: BTreeMap<String, String>,
    /// The folder laid over, and what came from it.
    over: Option<(PathBuf, BTreeSet<String>)>,
}

impl Definitions {
    /// The compiled ones, with those of `over` in their place; `option` is how the folder was named.
    ///
    /// A file that nobody would read is refused: whoever lays a folder one level off would else be
    /// told that all is well with rules that were never looked at.
    pub(crate) fn load(over: Option<&Path>, option: &'static str) -> Result<Self, Failure> {
        let mut all = Self::compiled();
        let Some(over) = over else { return Ok(all) };
        let refused = |id, path: &Path, folder: &Path| {
            let slots: [(_, &dyn Display); 3] = [
                ("option", &option),
                ("path", &path.display()),
                ("folder", &folder.display()),
            ];
            Failure::usage(id, &slots)
        };
        if !over.is_dir() {
            return Err(refused("definitions-no-folder", over, over));
        }
        let mut laid = BTreeMap::new();
        lay(over, over, &mut laid)?;
        let stray = laid.keys().find(|name| !is_read(name));
        match stray {
            _ if !laid.keys().any(|name| is_read(name)) => {
                return Err(refused("definitions-none", over, over));
            }
            Some(stray) => {
                return Err(refused("definitions-astray", &over.join(stray), over));
            }
            None => {}
        }
        all.over = Some((over.to_owned(), laid.keys().cloned().collect()));
        all.files.extend(laid);
        Ok(all)
    }

    /// Where a file lies, as whoever changes it knows it.
    pub(crate) fn place(&self, name: &str) -> String {
        match &self.over {
            Some((folder, laid)) if laid.contains(name) => folder.join(name).display().to_string(),
            _ => format!("definitions/{name}"),
        }
    }

    /// A line of a file, from 1.
    pub(crate) fn line(&self, name: &str, line: u32) -> Option<&str> {
        let at = usize::try_from(line).ok()?.checked_sub(1)?;
        self.files.get(name)?.lines().nth(at).map(str::trim)
    }

    /// The compiled ones.
    pub(crate) fn compiled() -> Self {
        let mut files = BTreeMap::new();
        compiled(&COMPILED, &mut files);
        Self { files, over: None }
    }

    /// Path and text of each.
    pub(crate) fn files(&self) -> impl Iterator<Item = (&str, &str)> {
        self.files
            .iter()
            .map(|(path, text)| (path.as_str(), text.as_str()))
    }

    /// Writes them out below `folder`; how many.
    pub(crate) fn write(&self, folder: &Path) -> Result<usize, Failure> {
        for (path, text) in &self.files {
            let target = folder.join(path);
            if let Some(parent) = target.parent() {
                fs::create_dir_all(parent).map_err(|error| Failure::unwritten(parent, &error))?;
            }
            fs::write(&target, text).map_err(|error| Failure::unwritten(&target, &error))?;
        }
        Ok(self.files.len())
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

/// Whether some room reads a file of that path: it lies below a folder that those compiled in have,
/// words in one of a language.
fn is_read(name: &str) -> bool {
    let Some((folder, rest)) = name.split_once('/') else {
        return false;
    };
    COMPILED
        .get_dir(folder)
        .is_some_and(|ours| ours.files().next().is_some() || rest.contains('/'))
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
