//! The tutorials: each walk of `docs/tutorials` is carried out on a copy of the tree, block by block,
//! and touches exactly the files it says.
//!
//! A block whose fence names a file is written there: `new` makes it, `end` appends,
//! `after="one … other"` puts it behind the line that holds `other` after one that holds `one`;
//! `^` stands for the beginning of a line.

mod tree;

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
    process::{Command, Output},
};

use messages::{Catalogue, Language, reference};
use tree::{files, read, root};

#[test]
fn a_field_comes_into_a_message_by_one_row() {
    let tutorial = Tutorial::read("field");
    let copy = Copy::make();
    copy.carry_out(&tutorial);
    let before = reference_pages(&root());
    for (name, page) in reference_pages(&copy.folder) {
        if before.get(&name) != Some(&page) {
            copy.put(&format!("docs/reference/messages/{name}"), &page);
        }
    }
    copy.touches_what_is_said(&tutorial);

    let commands = tutorial.commands("cargo run -- ");
    let [load, demo, check] = commands.as_slice() else {
        panic!("the walk loads, makes a day and checks it: {commands:?}")
    };
    done(&copy.chama(load));
    done(&copy.chama(demo));
    let checked = copy.chama(check);
    done(&checked);
    let order = copy.order_of_the_day();
    let with = |mark: &str, before: &str| {
        let before = format!("<ceb:{before}>");
        let text = order.1.replacen(&before, &format!("{mark}{before}"), 1);
        copy.put(&order.0, &text);
        copy.chama(check)
    };
    done(&with("<ceb:coldChain>1</ceb:coldChain>", "consignee"));
    for (mark, before) in [("2", "consignee"), ("1", "payCode")] {
        let refused = with(&format!("<ceb:coldChain>{mark}</ceb:coldChain>"), before);
        assert_eq!(refused.status.code(), Some(1), "{}", told(&refused));
        assert!(told(&refused).contains("coldChain"), "{}", told(&refused));
    }
}

#[test]
fn a_limit_changes_on_a_date_by_one_value() {
    let tutorial = Tutorial::read("limit");
    let copy = Copy::make();
    copy.carry_out(&tutorial);
    copy.touches_what_is_said(&tutorial);
    let commands = tutorial.commands("cargo run -- ");
    assert_eq!(commands.len(), 2, "the walk loads and tests: {commands:?}");
    for command in &commands {
        done(&copy.chama(command));
    }
    // The case can fail: under the law before the change it does.
    fs::write(
        copy.folder.join("definitions/rules/import-retail.toml"),
        read("definitions/rules/import-retail.toml"),
    )
    .expect("the copy is ours");
    let before = copy.chama(&commands[1]);
    assert_eq!(before.status.code(), Some(1), "{}", told(&before));
}

#[test]
fn a_comparison_is_a_record_a_function_its_name_words_and_a_case() {
    let tutorial = Tutorial::read("comparison");
    let copy = Copy::make();
    copy.carry_out(&tutorial);
    copy.touches_what_is_said(&tutorial);
    let tests = tutorial.commands("cargo test ");
    assert_eq!(
        tests.len(),
        1,
        "the walk ends with the test of its case: {tests:?}"
    );
    // The program as it was knows no such function, and says so instead of starting.
    let before = copy.chama("definitions check");
    assert_eq!(before.status.code(), Some(3), "{}", told(&before));
    assert!(told(&before).contains("pieces_limit"), "{}", told(&before));
    done(&copy.cargo(&format!("test --offline --quiet {}", tests[0])));
}

#[test]
fn a_system_is_a_folder_and_two_lines() {
    let tutorial = Tutorial::read("system");
    let copy = Copy::make();
    copy.carry_out(&tutorial);
    let commands = tutorial.commands("cargo ");
    assert_eq!(commands, ["fmt --all", "check -p chama"]);
    done(&copy.cargo("fmt --all"));
    let checked = copy.cargo("check --offline --quiet -p chama");
    done(&checked);
    assert!(
        !told(&checked).contains("systems/trace"),
        "{}",
        told(&checked)
    );
    copy.touches_what_is_said(&tutorial);
}

/// A walk as its page tells it.
struct Tutorial {
    path: String,
    touches: Vec<String>,
    follows: Vec<String>,
    tries: Vec<String>,
    adds: Vec<String>,
    blocks: Vec<Block>,
    text: String,
}

/// A block that belongs into a file.
struct Block {
    file: String,
    place: Place,
    lines: Vec<String>,
}

enum Place {
    New,
    End,
    After(Vec<String>),
}

impl Tutorial {
    fn read(name: &str) -> Self {
        let path = format!("docs/tutorials/{name}.md");
        let text = read(&path);
        let (head, body) = text
            .strip_prefix("---\n")
            .and_then(|rest| rest.split_once("\n---\n"))
            .unwrap_or_else(|| panic!("{path} says at its head what it touches"));
        let list = |key: &str| -> Vec<String> {
            let lines = head.lines().skip_while(|line| *line != format!("{key}:"));
            let items = lines.skip(1).map_while(|line| line.strip_prefix("  - "));
            items.map(str::to_owned).collect()
        };
        let tutorial = Self {
            touches: list("touches"),
            follows: list("follows"),
            tries: list("tries"),
            adds: list("adds"),
            blocks: blocks(body),
            text: body.to_owned(),
            path,
        };
        assert!(
            !tutorial.touches.is_empty() && !tutorial.blocks.is_empty(),
            "{}",
            tutorial.path
        );
        tutorial
    }

    /// The lines of its blocks that begin so, without the beginning.
    fn commands(&self, begin: &str) -> Vec<String> {
        let lines = self.text.lines();
        let commands = lines.filter_map(|line| line.strip_prefix(begin));
        commands.map(str::to_owned).collect()
    }
}

fn blocks(text: &str) -> Vec<Block> {
    let mut blocks = Vec::new();
    let mut lines = text.lines();
    while let Some(line) = lines.next() {
        let Some(info) = line.strip_prefix("```") else {
            continue;
        };
        let inside: Vec<String> = lines
            .by_ref()
            .take_while(|line| *line != "```")
            .map(str::to_owned)
            .collect();
        let Some((_, file)) = info.split_once(" file=") else {
            continue;
        };
        let (file, place) = file
            .split_once(' ')
            .expect("behind the file stands the place");
        let place = match place {
            "new" => Place::New,
            "end" => Place::End,
            _ => {
                let anchors = place
                    .strip_prefix("after=\"")
                    .and_then(|rest| rest.strip_suffix('"'));
                let anchors = anchors.unwrap_or_else(|| panic!("no place: {place}"));
                Place::After(anchors.split(" … ").map(str::to_owned).collect())
            }
        };
        blocks.push(Block {
            file: file.to_owned(),
            place,
            lines: inside,
        });
    }
    blocks
}

impl Block {
    fn into(&self, before: &str) -> String {
        let mut lines: Vec<String> = before.lines().map(str::to_owned).collect();
        let at = match &self.place {
            Place::New => {
                assert!(before.is_empty(), "{} is new", self.file);
                0
            }
            Place::End => lines.len(),
            Place::After(anchors) => anchors.iter().fold(0, |from, anchor| {
                let found = lines[from..].iter().position(|line| holds(line, anchor));
                let found = found.unwrap_or_else(|| panic!("{}: no {anchor}", self.file));
                from + found + 1
            }),
        };
        lines.splice(at..at, self.lines.iter().cloned());
        lines.join("\n") + "\n"
    }
}

fn holds(line: &str, anchor: &str) -> bool {
    match anchor.strip_prefix('^') {
        Some(beginning) => line.starts_with(beginning),
        None => line.contains(anchor),
    }
}

/// A copy of the tree in a folder of its own, which goes with it.
struct Copy {
    folder: PathBuf,
    before: BTreeMap<String, Vec<u8>>,
    place: testkit::Place,
}

impl Copy {
    fn make() -> Self {
        let place = testkit::Place::new("tutorial");
        let folder = place.at("tree");
        let mut before = BTreeMap::new();
        for path in files() {
            let bytes = fs::read(root().join(&path)).expect("a file of the tree can be read");
            write(&folder.join(&path), &bytes);
            before.insert(path, bytes);
        }
        Self {
            folder,
            before,
            place,
        }
    }

    fn carry_out(&self, tutorial: &Tutorial) {
        for block in &tutorial.blocks {
            let before = fs::read_to_string(self.folder.join(&block.file)).unwrap_or_default();
            self.put(&block.file, &block.into(&before));
        }
    }

    fn put(&self, path: &str, text: &str) {
        write(&self.folder.join(path), text.as_bytes());
    }

    fn touches_what_is_said(&self, tutorial: &Tutorial) {
        let mut now = BTreeSet::new();
        walk(&self.folder, &self.folder, &mut now);
        let changed: BTreeSet<String> = now
            .into_iter()
            .filter(|path| {
                let bytes = fs::read(self.folder.join(path)).expect("the copy can be read");
                self.before.get(path) != Some(&bytes)
            })
            .map(|path| {
                // What lies in a folder that is added counts as that folder.
                let folder = tutorial
                    .adds
                    .iter()
                    .find(|folder| path.starts_with(*folder));
                folder.cloned().unwrap_or(path)
            })
            .collect();
        let lists = [
            &tutorial.touches,
            &tutorial.follows,
            &tutorial.tries,
            &tutorial.adds,
        ];
        let said: BTreeSet<String> = lists.into_iter().flatten().cloned().collect();
        assert_eq!(
            changed, said,
            "{}: changed on the left, said on the right",
            tutorial.path
        );
    }

    /// The built program with the definitions of the copy over its own.
    fn chama(&self, command: &str) -> Output {
        Command::new(env!("CARGO_BIN_EXE_chama"))
            .args(["--definitions", "definitions", "--locale", "en"])
            .args(command.split_whitespace())
            .current_dir(&self.folder)
            // What `demo` keeps goes with the copy.
            .env("TMPDIR", self.place.path())
            .output()
            .expect("the program was built beside this test")
    }

    /// Cargo in the copy, with a target folder of its own: in the tree's a crate of the copy would
    /// pass for the tree's, and name the copy's folder after that is gone.
    fn cargo(&self, command: &str) -> Output {
        let target = Path::new(env!("CARGO_TARGET_TMPDIR")).join("tutorials");
        Command::new(env!("CARGO"))
            .args(command.split_whitespace())
            .env("CARGO_TARGET_DIR", target)
            .current_dir(&self.folder)
            .output()
            .expect("cargo runs these tests and can run others")
    }

    /// The file with the order of a day of one parcel, and its text.
    fn order_of_the_day(&self) -> (String, String) {
        let papers = fs::read_dir(self.folder.join("day/papers")).expect("demo --write made it");
        let names = papers.map(|entry| entry.expect("an entry can be read").file_name());
        let order = names
            .map(|name| name.to_string_lossy().into_owned())
            .find(|name| name.contains("CEB311"))
            .expect("a parcel has an order");
        let path = format!("day/papers/{order}");
        let text = fs::read_to_string(self.folder.join(&path)).expect("a message is text");
        (path, text)
    }
}

/// Pages of the messages as the tables below a root make them.
fn reference_pages(root: &Path) -> BTreeMap<String, String> {
    let mut paths = BTreeSet::new();
    let definitions = root.join("definitions");
    walk(&definitions, &definitions, &mut paths);
    let read = |path: String| {
        let text = fs::read_to_string(definitions.join(&path)).expect("definitions are text");
        (path, text)
    };
    let texts: Vec<(String, String)> = paths.into_iter().map(read).collect();
    let pairs = texts
        .iter()
        .map(|(path, text)| (path.as_str(), text.as_str()));
    let catalogue = Catalogue::load(pairs).expect("the tables hold");
    let pages = Language::ALL.map(|language| reference(&catalogue, language));
    pages.into_iter().flatten().collect()
}

fn write(path: &Path, bytes: &[u8]) {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).expect("the copy is ours");
    }
    fs::write(path, bytes).expect("the copy is ours");
}

fn walk(root: &Path, folder: &Path, found: &mut BTreeSet<String>) {
    for entry in fs::read_dir(folder).expect("the copy can be read") {
        let path = entry.expect("the copy can be read").path();
        if path.is_dir() {
            walk(root, &path, found);
        } else {
            let path = path.strip_prefix(root).expect("it lies below its root");
            found.insert(path.to_string_lossy().replace('\\', "/"));
        }
    }
}

fn done(output: &Output) {
    assert!(output.status.success(), "{}", told(output));
}

fn told(output: &Output) -> String {
    format!(
        "{}{}",
        String::from_utf8_lossy(&output.stdout),
        String::from_utf8_lossy(&output.stderr)
    )
}
