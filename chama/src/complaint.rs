//! A failure as it is told: in words for people, as problems where JSON is asked for.

use serde::Serialize;
use site::{Locale, Problem, Words, tell};
use store::Fault;
use values::Finding;

use crate::{
    definitions::Definitions,
    failure::{Failure, Sentence},
    telling::Telling,
    zone::Known,
};

/// A command that was used wrongly, where no rule of its own says how.
const WRONG: &str = "command.wrong";
/// A command that failed, where no rule of its own says why.
const FAILED: &str = "command.failed";

impl Failure {
    /// What is told on standard error; where JSON is asked for, a problem a line.
    pub(crate) fn told(&self, telling: &Telling) -> String {
        let (words, locale) = (telling.words(), telling.locale);
        if telling.json {
            let exit = self.exit();
            let all = self.problems(words, locale).into_iter();
            let lines = all.map(|(file, problem)| json(exit, file, problem));
            return lines.collect::<Vec<_>>().join("\n");
        }
        match self {
            Self::Usage(sentence) | Self::Failed(sentence) => {
                let said = format!("error: {}", sentence.said(words, locale));
                match sentence.fix(words, locale) {
                    Some(fix) => format!("{said}\n  {fix}"),
                    None => said,
                }
            }
            Self::Ruled(code, sentence) => {
                let mut lines = vec![format!("error[{code}]"), sentence.said(words, locale)];
                lines.extend(sentence.fix(words, locale));
                lines.join("\n  ")
            }
            Self::Store(error) => {
                let sentence = Sentence::new(sentence_of(error.fault), &[]);
                let mut lines = vec![
                    format!("error[{}]", error.fault.code()),
                    sentence.said(words, locale),
                ];
                // The database's own words help whoever keeps it, and are marked as its own; that it is
                // held is all there is to say.
                if error.fault != Fault::Held {
                    let quoted = [("value", error.words.as_str())];
                    lines.push(words.say(locale, "print-quoted", &quoted).text);
                }
                lines.extend(sentence.fix(words, locale));
                lines.join("\n  ")
            }
            Self::Definitions(_) => {
                let sentence = Sentence::new("definitions-faulty", &[]);
                let all = self.problems(words, locale).into_iter();
                let all = all.map(|(file, problem)| {
                    let file = file.unwrap_or_default();
                    site::print(&problem, &file, telling.colour, words)
                });
                let head = format!("error: {}", sentence.said(words, locale));
                let lines = [head].into_iter().chain(all);
                let lines = lines.chain(sentence.fix(words, locale));
                lines.collect::<Vec<_>>().join("\n")
            }
        }
    }

    /// The same as problems, each with its file where it has one.
    fn problems(&self, words: &Words, locale: Locale) -> Vec<(Option<String>, Problem)> {
        let one = |code, sentence: &Sentence| {
            let fix = sentence.remedy(words, locale);
            vec![(
                None,
                problem(code, sentence.said(words, locale), fix, (words, locale)),
            )]
        };
        match self {
            Self::Usage(sentence) => one(WRONG, sentence),
            Self::Failed(sentence) => one(FAILED, sentence),
            Self::Ruled(code, sentence) => one(code, sentence),
            Self::Store(error) => {
                let sentence = Sentence::new(sentence_of(error.fault), &[]);
                let mut told = one(error.fault.code(), &sentence);
                for (_, problem) in &mut told {
                    problem.seen = (error.fault != Fault::Held).then(|| error.words.clone());
                }
                told
            }
            Self::Definitions(faults) => {
                let law = compiled();
                let day = values::Moment::default().day();
                let told = |(file, found): &(String, Finding)| {
                    let problem = tell(found, law.at(day), words, locale);
                    (Some(file.clone()), problem)
                };
                faults.iter().map(told).collect()
            }
        }
    }
}

/// The rules compiled in: what is told of a failure cannot wait for those that do not hold.
fn compiled() -> rulebook::Rulebook {
    let known = Known::load(&Definitions::compiled());
    known.map(|known| known.rulebook).unwrap_or_default()
}

/// A sentence as the problem of that code.
fn problem(
    code: &'static str,
    said: String,
    fix: Option<String>,
    (words, locale): (&Words, Locale),
) -> Problem {
    let law = compiled();
    let found = Finding::refused(code);
    let told = tell(
        &found,
        law.at(values::Moment::default().day()),
        words,
        locale,
    );
    Problem {
        text: said,
        remedy: fix,
        ..told
    }
}

/// A line of JSON that is told instead of words.
fn json(exit: u8, file: Option<String>, problem: Problem) -> String {
    #[derive(Serialize)]
    struct Told {
        exit: u8,
        file: Option<String>,
        #[serde(flatten)]
        problem: Problem,
    }
    let told = Told {
        exit,
        file,
        problem,
    };
    serde_json::to_string(&told).unwrap_or_default()
}

/// A command line that is not understood, as one line of JSON.
pub(crate) fn misused(said: String, fix: String, telling: &Telling) -> String {
    let tongue = (telling.words(), telling.locale);
    json(2, None, problem(WRONG, said, Some(fix), tongue))
}

/// The sentence of a rule that the program itself raises.
fn sentence_of(fault: Fault) -> &'static str {
    match fault {
        Fault::Full => "store-full",
        Fault::Held => "store-held",
        Fault::Newer => "store-newer",
        Fault::Damaged => "store-damaged",
        Fault::Foreign => "store-foreign",
        Fault::Other => "store-fault",
    }
}
