//! A problem on a terminal, the way compilers show theirs.

use std::fmt::Write;

use values::Weight;

use super::Problem;
use crate::Words;

/// Shows a problem in a few lines, without a line feed at the end:
/// ```text
/// error[match.paid-sum] orders/311.xml:48 acturalPaid
///   Actual paid should be 475.68 …, is 475.69.
///   seen 475.69, want 475.68
///   fix  Correct the order and send it again.
///   rule 财关税〔2018〕49号 一
/// ```
/// Without a `file` the message it stands in is named, with its key and line: `311 A/1 line 48`. The language is that of the problem; the word before the code is the
/// same in all, so that tools can find it. With `colour` it holds ANSI escapes.
#[must_use]
pub fn print(problem: &Problem, file: &str, colour: bool, words: &Words) -> String {
    let paint = Paint { on: colour };
    let (kind, tone) = match problem.weight {
        Weight::Refuse => ("error", RED),
        Weight::Review => ("review", VIOLET),
        Weight::Wait => ("wait", YELLOW),
        Weight::Note => ("note", BLUE),
    };
    let mut out = paint.with(tone, &format!("{kind}[{}]", problem.code));
    let label = |id: &str, value: &str| words.say(problem.locale, id, &[("value", value)]).text;
    let place = match (file, problem.line) {
        ("", line) => {
            let line = line.map(|line| label("print-line", &line.to_string()));
            let of = [problem.message.clone(), problem.key.clone(), line];
            of.into_iter().flatten().collect::<Vec<_>>().join(" ")
        }
        (file, None) => file.to_owned(),
        (file, Some(line)) => format!("{file}:{line}"),
    };
    for part in [place.as_str(), problem.field.as_deref().unwrap_or_default()] {
        if !part.is_empty() {
            out.push(' ');
            out.push_str(&paint.with(BOLD, part));
        }
    }
    let mut line =
        |text: String| write!(out, "\n  {text}").expect("writing to a String cannot fail");
    line(problem.text.clone());
    match (&problem.seen, &problem.want) {
        (Some(seen), Some(want)) => line(
            words
                .say(
                    problem.locale,
                    "print-seen-want",
                    &[("seen", seen), ("want", want)],
                )
                .text,
        ),
        (Some(seen), None) => line(label("print-seen", seen)),
        (None, Some(want)) => line(label("print-want", want)),
        (None, None) => {}
    }
    if let Some(remedy) = &problem.remedy {
        line(label("print-fix", remedy));
    }
    if let Some(clause) = &problem.clause {
        line(label("print-rule", clause));
    }
    out
}

const BOLD: &str = "1";
const RED: &str = "1;31";
const YELLOW: &str = "1;33";
const BLUE: &str = "1;34";
const VIOLET: &str = "1;35";

struct Paint {
    on: bool,
}

impl Paint {
    fn with(&self, tone: &str, text: &str) -> String {
        if self.on {
            format!("\x1b[{tone}m{text}\x1b[0m")
        } else {
            text.to_owned()
        }
    }
}
