//! From rule files to a rulebook, with all faults at once.

mod mentions;
mod parameters;
mod records;
mod rules;

use values::{
    DefinitionError,
    definition::{Page, Table},
};

use self::mentions::Mentions;
use crate::Rulebook;

pub(crate) fn load<'a>(
    files: impl IntoIterator<Item = (&'a str, &'a str)>,
    functions: &[&str],
    raised: &[(&str, &[&str])],
) -> Result<Rulebook, Vec<DefinitionError>> {
    let mut faults = Vec::new();
    let mut files: Vec<_> = files
        .into_iter()
        .filter(|(path, _)| path.starts_with("rules/") && path.ends_with(".toml"))
        .collect();
    files.sort_unstable();
    let (mut book, mut mentions) = (Rulebook::default(), Mentions::default());
    for (path, text) in files {
        let page = Page::new(path, text);
        read_file(&page, &mut book, &mut mentions);
        faults.extend(page.faults());
    }
    mentions.refuse_repeats(&mut faults);
    if !mentions.unreadable {
        mentions.look_up(functions, raised, &mut faults);
    }
    if faults.is_empty() {
        book.index();
        return Ok(book);
    }
    faults.sort_by(|a, b| (&a.file, a.line).cmp(&(&b.file, b.line)));
    Err(faults)
}

fn read_file(page: &Page<'_>, book: &mut Rulebook, mentions: &mut Mentions) {
    let (parsed, readable) = page.parse();
    mentions.unreadable |= !readable;
    let mut whole = Table::whole(page, &parsed);
    for table in whole.tables("parameter") {
        book.parameters
            .extend(parameters::read(page, table, mentions));
    }
    for table in whole.tables("rule") {
        book.rules.extend(rules::read(page, table, mentions));
    }
    whole.end();
}
