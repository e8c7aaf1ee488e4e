//! The command line in the reader's language: what help says, and what is said of a line that is
//! not understood. Names of commands, options and placeholders are the same in every language.

use clap::{
    Arg, Command,
    builder::Resettable,
    error::{ContextKind, ContextValue, ErrorKind},
};
use site::{Locale, Words};

use crate::{complaint::misused, telling::Telling};

/// Where words come from, and in which language.
#[derive(Clone, Copy)]
pub(crate) struct Tongue<'w> {
    /// All sentences.
    pub(crate) words: &'w Words,
    /// The reader's language.
    pub(crate) locale: Locale,
}

impl Tongue<'_> {
    fn say(self, id: &str, slots: &[(&str, &str)]) -> String {
        self.words.say(self.locale, id, slots).text
    }

    fn holds(self, id: &str) -> bool {
        self.words.holds(Locale::ZhCn, id)
    }
}

/// The command with its help in that language.
pub(crate) fn worded(mut command: Command, tongue: Tongue<'_>) -> Command {
    // Its own options and the command `help` are there only when it is built.
    command.build();
    dress(command, "cmd", tongue)
}

/// The words of a command stand under `cmd-NAME-NAME`, those of an argument are an attribute of it,
/// or of `cmd` where many commands take the same.
fn dress(command: Command, id: &str, tongue: Tongue<'_>) -> Command {
    let examples = examples(&command);
    let mut about = tongue.say(id, &[]);
    let more = format!("{id}.more");
    if tongue.holds(&more) {
        about = format!("{about}\n\n{}", tongue.say(&more, &[]));
    }
    let before = if examples.is_empty() {
        Resettable::Reset
    } else {
        let heading = tongue.say("usage-examples", &[]);
        Resettable::Value(format!("{heading}\n{}", examples.join("\n")).into())
    };
    let usage = tongue.say("usage-usage", &[]);
    let mut dressed = command
        .before_help(before)
        .before_long_help(Resettable::Reset)
        .about(tongue.say(id, &[]))
        .long_about(about)
        .subcommand_help_heading(tongue.say("usage-commands", &[]))
        .help_template(format!(
            "{{before-help}}{{about-with-newline}}\n{usage} {{usage}}\n\n{{all-args}}{{after-help}}"
        ))
        .mut_args(|arg| argument(arg, id, tongue));
    for inner in dressed.get_subcommands_mut() {
        let name = inner.get_name().to_owned();
        let taken = std::mem::take(inner);
        *inner = if name == "help" {
            helper(taken, id, tongue)
        } else {
            dress(taken, &format!("{id}-{name}"), tongue)
        };
    }
    dressed
}

/// The command `help` repeats the names of all others.
fn helper(command: Command, id: &str, tongue: Tongue<'_>) -> Command {
    let mut dressed = command
        .about(tongue.say("cmd-help", &[]))
        .mut_args(|arg| argument(arg, "cmd-help", tongue));
    for inner in dressed.get_subcommands_mut() {
        let name = inner.get_name().to_owned();
        if name == "help" {
            *inner = std::mem::take(inner).about(tongue.say("cmd-help", &[]));
            continue;
        }
        let below = format!("{id}-{name}");
        *inner = helper(std::mem::take(inner), &below, tongue).about(tongue.say(&below, &[]));
    }
    dressed
}

fn argument(arg: Arg, id: &str, tongue: Tongue<'_>) -> Arg {
    let own = format!("{id}.{}", arg.get_id());
    let words = if tongue.holds(&own) {
        own
    } else {
        format!("cmd.{}", arg.get_id())
    };
    let mut help = tongue.say(&words, &[]);
    if let [default] = arg.get_default_values()
        && arg.get_action().takes_values()
    {
        let default = default.to_string_lossy();
        help.push_str(&tongue.say("usage-default", &[("value", &default)]));
    }
    let heading = if arg.is_positional() {
        "usage-arguments"
    } else {
        "usage-options"
    };
    // Under a heading of ours arguments would stand by name, and not as they are given.
    let arg = match arg.get_index() {
        Some(place) => arg.display_order(place),
        None => arg,
    };
    arg.help(help)
        .long_help(Resettable::Reset)
        .hide_default_value(true)
        .hide_possible_values(true)
        .help_heading(tongue.say(heading, &[]))
}

/// The examples that its doc comment gives: they are the same in every language.
fn examples(command: &Command) -> Vec<String> {
    let told = [
        command.get_before_help(),
        command.get_long_about().or(command.get_about()),
    ];
    let told = told.into_iter().flatten().map(ToString::to_string);
    told.flat_map(|text| text.lines().map(str::to_owned).collect::<Vec<_>>())
        .filter(|line| line.trim_start().starts_with("chama ") || line.contains("| chama "))
        .collect()
}

/// What is said of a command line that is not understood.
pub(crate) fn complaint(error: &clap::Error, tongue: Tongue<'_>) -> Complaint {
    let told = |kind| error.get(kind).map(plain).unwrap_or_default();
    let (what, value) = (
        told(ContextKind::InvalidArg),
        told(ContextKind::InvalidValue),
    );
    let slots = [("what", what.as_str()), ("value", value.as_str())];
    let said = match error.kind() {
        ErrorKind::UnknownArgument => tongue.say("usage-unknown-argument", &slots),
        ErrorKind::InvalidSubcommand => {
            let what = told(ContextKind::InvalidSubcommand);
            tongue.say("usage-unknown-command", &[("what", &what)])
        }
        ErrorKind::MissingRequiredArgument => tongue.say("usage-missing", &slots),
        ErrorKind::MissingSubcommand => tongue.say("usage-missing-command", &slots),
        ErrorKind::ArgumentConflict => {
            let prior = told(ContextKind::PriorArg);
            tongue.say("usage-twice", &[("what", &what), ("prior", &prior)])
        }
        ErrorKind::InvalidValue | ErrorKind::ValueValidation if value.is_empty() => {
            tongue.say("usage-no-value", &slots)
        }
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => tongue.say("usage-value", &slots),
        ErrorKind::TooManyValues => tongue.say("usage-too-many", &slots),
        ErrorKind::InvalidUtf8 => tongue.say("usage-no-text", &slots),
        _ => tongue.say("usage-wrong", &slots),
    };
    let mut hints: Vec<String> = wanted(error, tongue).into_iter().collect();
    // A key in its place is the commonest slip.
    if error.kind() == ErrorKind::InvalidValue && what == "<ACT>" {
        hints.push(tongue.say("usage-act-behind-key", &[]));
    }
    let near = [ContextKind::SuggestedSubcommand, ContextKind::SuggestedArg];
    let near: Vec<String> = near
        .into_iter()
        .map(told)
        .filter(|near| !near.is_empty())
        .collect();
    if !near.is_empty() {
        hints.push(tongue.say("usage-near", &[("value", &near.join(", "))]));
    }
    let usage = told(ContextKind::Usage);
    let usage = usage.strip_prefix("Usage: ").map(|usage| {
        let heading = tongue.say("usage-usage", &[]);
        format!("{heading} {usage}")
    });
    Complaint {
        said,
        hints,
        usage,
        help: tongue.say("usage-help", &[]),
    }
}

/// What is wrong with a command line, what would be taken, and how it is written.
pub(crate) struct Complaint {
    said: String,
    hints: Vec<String>,
    usage: Option<String>,
    help: String,
}

impl Complaint {
    /// It in words; where JSON is asked for, as the problem that every wrong use is.
    pub(crate) fn told(self, telling: &Telling) -> String {
        let (said, usage) = (self.said, self.usage);
        if telling.json {
            let all = self.hints.into_iter().chain(usage).chain([self.help]);
            let fix: Vec<String> = all.collect();
            return misused(said, fix.join("\n"), telling);
        }
        let hints = self.hints.iter().map(|hint| format!("\n  {hint}"));
        let hints: String = hints.collect();
        let usage = usage.map_or(String::new(), |usage| format!("\n\n{usage}"));
        format!("error: {said}{hints}{usage}\n\n{}", self.help)
    }
}

/// What would be taken in place of a value that is not.
fn wanted(error: &clap::Error, tongue: Tongue<'_>) -> Option<String> {
    let known = error.get(ContextKind::ValidValue).map(plain);
    if let Some(known) = known.filter(|known| !known.is_empty()) {
        return Some(tongue.say("usage-one-of", &[("value", &known)]));
    }
    if error.kind() != ErrorKind::ValueValidation {
        return None;
    }
    // A reader of a value of ours names the sentence; the others read numbers.
    let source = std::error::Error::source(error).map(ToString::to_string);
    let source = source.unwrap_or_default();
    if let ["usage-wants-range", least, most] = *source.split(' ').collect::<Vec<_>>() {
        let slots = [("least", least), ("most", most)];
        return Some(tongue.say("usage-wants-range", &slots));
    }
    let id = Some(source).filter(|id| tongue.holds(id));
    Some(tongue.say(id.as_deref().unwrap_or("usage-wants-number"), &[]))
}

fn plain(value: &ContextValue) -> String {
    match value {
        ContextValue::Strings(all) => all.join(", "),
        ContextValue::StyledStrs(all) => {
            let all: Vec<String> = all.iter().map(ToString::to_string).collect();
            all.join(" ")
        }
        other => other.to_string(),
    }
}
