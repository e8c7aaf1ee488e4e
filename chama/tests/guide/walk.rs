//! A guide's walk, carried out.

use std::{
    fs,
    path::{Path, PathBuf},
    process::{Command, Output},
};

use testkit::Place;

use crate::{Guide, tree::read};

/// The two parcels of the walk, and the files of the day that hold their papers.
const FIRST: &str = "DD2026100400001";
const SECOND: &str = "DD2026100400002";
const ORDERS: &str = "00005-CEB311-91540195MA6TE5T024.xml";
const PAYMENTS: &str = "00008-CEB411-91540195MA6TE5T04A.xml";
const WAYBILLS: &str = "00010-CEB511-91540195MA6TE5T037.xml";
const LISTS: &str = "00003-CEB621-91540195MA6TE5T011.xml";

/// One paper the reader changes by hand: in which file, of which order, which fields to what.
type Edit = (
    &'static str,
    &'static str,
    &'static [(&'static str, &'static str)],
);

const SPOIL: &[Edit] = &[
    (ORDERS, FIRST, &[("acturalPaid", "490.96")]),
    (PAYMENTS, SECOND, &[("payerIdNumber", "540102190001010037")]),
];
const MEND_PAPERS: &[Edit] = &[
    (ORDERS, FIRST, &[("acturalPaid", "490.95")]),
    (
        PAYMENTS,
        SECOND,
        &[
            ("payerIdNumber", "540102190001010029"),
            ("appType", "2"),
            ("appTime", "20261005101000"),
        ],
    ),
];
const MEND_LIST: &[Edit] = &[(
    LISTS,
    SECOND,
    &[("appType", "2"), ("appTime", "20261005102500")],
)];

/// A walk through a guide in a folder of its own, which goes with it.
pub struct Walk<'g> {
    pub guide: &'g Guide,
    pub text: String,
    pub folder: PathBuf,
    place: Place,
}

impl<'g> Walk<'g> {
    pub fn of(guide: &'g Guide) -> Self {
        let place = Place::new("guide");
        let folder = place.at("walk");
        fs::create_dir(&folder).expect("the folder is ours");
        Self {
            guide,
            text: read(guide.path),
            folder,
            place,
        }
    }

    /// Section 1, command by command, with the edits that stand between them.
    pub fn carry_out(&self) {
        let section = self
            .text
            .split("\n## ")
            .find(|part| part.starts_with("1. "))
            .expect("the walk is section 1");
        let commands: Vec<String> = blocks(section, "\nchama ")
            .into_iter()
            .flat_map(str::lines)
            .map(str::to_owned)
            .collect();
        let [
            demo,
            check,
            fix,
            setup,
            declare,
            all,
            first,
            second,
            again,
            last,
            receipts,
            verify,
        ] = commands.as_slice()
        else {
            panic!(
                "{}: the walk has 12 commands: {commands:#?}",
                self.guide.path
            )
        };
        let (papers, mended) = (self.guide.papers, self.guide.mended);

        self.expect(demo, 0, &["    10  "]);
        self.edit(papers, SPOIL);
        self.misplace_freight(papers);
        let faults = [
            "error[match.paid-sum]",
            "error[match.payment-amount]",
            "error[match.payer-differs]",
            "error[xml.order]",
        ];
        let checked = self.expect(check, 1, &faults);
        assert_eq!(checked.matches("error[").count(), 4, "{checked}");
        assert!(
            checked.contains(blocks(&self.text, "\nerror[")[0].trim_end()),
            "{}: section 4 shows a problem as it is printed: {checked}",
            self.guide.path
        );
        self.expect(fix, 1, &faults[..3]);
        let whole = self.run(&format!("{check} --json"));
        let line = blocks(&self.text, "\n{")[0].trim_end();
        assert!(told(&whole).contains(line), "{}", told(&whole));

        self.expect(setup, 0, &[self.guide.says.all_new]);
        let declared = self.expect(declare, 1, &[faults[0], faults[2]]);
        assert_eq!(declared.matches(" 800\n").count(), 8, "{declared}");
        let rest = self.expect(all, 0, &["match.paid-sum", "match.payer-differs"]);
        assert_eq!(rest.matches("/DD").count(), 2, "{rest}");
        self.expect(
            first,
            0,
            &[self.guide.says.missing_order, "error[match.paid-sum]"],
        );
        self.expect(
            second,
            0,
            &["622 100", "error[match.payer-differs]", "511 "],
        );

        self.edit(mended, MEND_PAPERS);
        let declared = self.expect(again, 1, &["match.payer-differs"]);
        assert_eq!(declared.matches(" 800\n").count(), 9, "{declared}");
        self.edit(mended, MEND_LIST);
        let declared = self.expect(last, 0, &[]);
        assert_eq!(declared.matches(" 800\n").count(), 10, "{declared}");
        self.expect(first, 0, &["622 800"]);
        self.expect(second, 0, &["622 800"]);

        self.run(receipts);
        let written = fs::read_dir(self.folder.join(self.guide.receipts))
            .expect("--out makes the folder")
            .count();
        assert!(written > 50, "{written} receipts");
        self.expect(verify, 0, &[self.guide.says.sound]);
        self.ask_back();
    }

    /// Section 6: a return and a withdrawal of parcels of the walk.
    fn ask_back(&self) {
        let section = self
            .text
            .split("\n## ")
            .find(|part| part.starts_with("6. "))
            .expect("returns are section 6");
        let papers = blocks(section, "xml\n");
        let [goods_back, withdrawn] = papers.as_slice() else {
            panic!("{}: section 6 shows two papers", self.guide.path)
        };
        let commands: Vec<&str> = blocks(section, "\nchama ")
            .into_iter()
            .flat_map(str::lines)
            .collect();
        let [apply, decide, withdraw] = commands.as_slice() else {
            panic!("{}: three commands: {commands:#?}", self.guide.path)
        };
        for (command, paper) in [(apply, goods_back), (withdraw, withdrawn)] {
            let file = command.split(' ').nth(2).expect("what is declared");
            fs::write(self.folder.join(file), paper).expect("the folder is ours");
        }
        self.expect(apply, 0, &[" 625 "]);
        self.expect(decide, 0, &["TH2026100400007"]);
        let data = decide.split(" --data ").nth(1).expect("where it lies");
        let data = data.split(' ').next().unwrap_or_default();
        let show = |order: &str| format!("chama show 91540195MA6TE5T024/{order} --data {data}");
        self.expect(&show("DD2026100400007"), 0, &["626 399", "_1 1"]);
        self.expect(withdraw, 0, &[" 623 "]);
        self.expect(&show("DD2026100400003"), 0, &["withdrawn"]);
    }

    /// Section 8: papers of one's own, made from good ones by the table that stands there.
    pub fn make_ones_own(&self) {
        let section = self
            .text
            .split("\n## ")
            .find(|part| part.starts_with("8. "))
            .expect("papers of one's own are section 8");
        let commands: Vec<&str> = blocks(section, "\nchama ")
            .into_iter()
            .flat_map(str::lines)
            .collect();
        let [demo, check, setup, declare, show] = commands.as_slice() else {
            panic!("{}: five commands: {commands:#?}", self.guide.path)
        };
        self.expect(demo, 0, &[]);
        let papers = check.split(' ').nth(2).expect("what is checked");
        let rows = section.lines().filter(|line| line.starts_with("| `"));
        let changes: Vec<Vec<&str>> = rows.map(|row| row.split('`').collect()).collect();
        assert!(changes.len() > 5, "{}: {changes:#?}", self.guide.path);
        let mut made = vec![0; changes.len()];
        for entry in fs::read_dir(self.folder.join(papers)).expect("the demo wrote it") {
            let file = entry.expect("the folder is ours").path();
            let mut text = fs::read_to_string(&file).expect("papers are text");
            for (change, made) in changes.iter().zip(&mut made) {
                let [_, field, _, from, _, to, ..] = change.as_slice() else {
                    panic!("{}: field, from, to: {change:?}", self.guide.path)
                };
                let of = |value: &str| format!("<ceb:{field}>{value}</ceb:{field}>");
                *made += text.matches(&of(from)).count();
                text = text.replace(&of(from), &of(to));
            }
            fs::write(&file, text).expect("the folder is ours");
        }
        assert!(!made.contains(&0), "each is there: {made:?}");
        self.expect(check, 0, &[]);
        self.expect(setup, 0, &[self.guide.says.all_new]);
        self.expect(declare, 0, &[" 800\n"]);
        self.expect(show, 0, &["ZJ-DD-0001", "622 800"]);
    }

    pub fn expect(&self, command: &str, exit: i32, says: &[&str]) -> String {
        let output = self.run(command);
        let text = told(&output);
        assert_eq!(output.status.code(), Some(exit), "{command}\n{text}");
        for words in says {
            assert!(text.contains(words), "{command}: no {words} in\n{text}");
        }
        text
    }

    pub fn run(&self, command: &str) -> Output {
        let mut words = command.split_whitespace();
        assert_eq!(words.next(), Some("chama"), "{command}");
        Command::new(env!("CARGO_BIN_EXE_chama"))
            .args(words)
            .args(["--locale", self.guide.locale])
            .current_dir(&self.folder)
            // What `demo` keeps goes with the walk.
            .env("TMPDIR", self.place.path())
            .output()
            .expect("the program was built beside this test")
    }

    /// Does what the guide tells the reader to do by hand; it must tell the same files and values.
    fn edit(&self, folder: &str, edits: &[Edit]) {
        for (file, order, fields) in edits {
            self.change(folder, file, order, |paper| {
                fields.iter().fold(paper.to_owned(), |paper, (field, to)| {
                    assert!(self.text.contains(to), "{} tells {to}", self.guide.path);
                    with(&paper, field, to)
                })
            });
        }
    }

    fn misplace_freight(&self, folder: &str) {
        self.change(folder, WAYBILLS, FIRST, |paper| {
            let order = element(paper, "orderNo");
            let freight = element(paper, "freight");
            let both = format!("{order}\n{freight}");
            assert!(paper.contains(&both), "{paper}");
            paper.replace(&both, &format!("{freight}\n{order}"))
        });
    }

    /// Rewrites the one paper of that order in a file.
    fn change(&self, folder: &str, file: &str, order: &str, rewrite: impl Fn(&str) -> String) {
        for told in [file, order] {
            assert!(self.text.contains(told), "{} names {told}", self.guide.path);
        }
        let path: &Path = &self.folder.join(folder).join(file);
        let text = fs::read_to_string(path).unwrap_or_else(|error| panic!("{file}: {error}"));
        let named = format!("<ceb:orderNo>{order}<");
        let papers: Vec<String> = text
            .split_inclusive("Head>")
            .map(|paper| {
                if paper.contains(&named) {
                    rewrite(paper)
                } else {
                    paper.to_owned()
                }
            })
            .collect();
        let papers = papers.concat();
        assert_ne!(papers, text, "{file} holds a paper of {order}");
        fs::write(path, papers).expect("the folder is ours");
    }
}

/// The paper with another value in its first element of that name.
fn with(paper: &str, field: &str, to: &str) -> String {
    let was = element(paper, field);
    paper.replacen(was, &format!("<ceb:{field}>{to}</ceb:{field}>"), 1)
}

fn element<'p>(paper: &'p str, field: &str) -> &'p str {
    let (open, close) = (format!("<ceb:{field}>"), format!("</ceb:{field}>"));
    let start = paper
        .find(&open)
        .unwrap_or_else(|| panic!("{field} in {paper}"));
    let end = paper[start..]
        .find(&close)
        .expect("an element that opens closes");
    &paper[start..start + end + close.len()]
}

/// The insides of the fenced blocks that begin so right behind the fence.
pub fn blocks<'t>(text: &'t str, begin: &str) -> Vec<&'t str> {
    let fenced = text.split("\n```").skip(1).step_by(2);
    fenced
        .filter(|block| block.starts_with(begin))
        .filter_map(|block| block.split_once('\n'))
        .map(|(_, inside)| inside)
        .collect()
}

pub fn told(output: &Output) -> String {
    format!(
        "{}{}",
        String::from_utf8_lossy(&output.stdout),
        String::from_utf8_lossy(&output.stderr)
    )
}
