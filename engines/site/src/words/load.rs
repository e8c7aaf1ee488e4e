//! Reading the word files, and what stops the start.

use std::collections::{BTreeMap, BTreeSet};

use fluent_bundle::{FluentResource, concurrent::FluentBundle};
use fluent_syntax::ast::{
    CallArguments, Entry, Expression, InlineExpression, Pattern, PatternElement,
};
use values::{
    DefinitionError, Finding,
    definition::{REFERENCE, SYNTAX, TWICE, WORDS, fault as told},
};

use super::{Locale, Words};

/// Where an id was first given.
type Places = BTreeMap<String, Place>;

#[derive(Clone)]
struct Place {
    file: String,
    line: u32,
    has_value: bool,
    attributes: BTreeSet<String>,
}

pub(super) fn load<'a>(
    files: impl IntoIterator<Item = (&'a str, &'a str)>,
) -> Result<Words, Vec<DefinitionError>> {
    let mut errors = Vec::new();
    let mut read: [Vec<(String, FluentResource)>; 3] = Default::default();
    for (file, text) in files {
        let Some((folder, name)) = file
            .strip_prefix("locale/")
            .and_then(|rest| rest.split_once('/'))
        else {
            continue;
        };
        if !name.ends_with(".ftl") {
            continue;
        }
        let Some(locale) = Locale::ALL
            .into_iter()
            .find(|locale| locale.tag() == folder)
        else {
            errors.push(fault(
                file,
                0,
                told(REFERENCE, "language").with("value", folder),
            ));
            continue;
        };
        read[locale.index()].push((file.to_owned(), parse(file, text, &mut errors)));
    }

    let places = read.each_ref().map(|files| places(files, &mut errors));
    for (files, places) in read.iter().zip(&places) {
        references(files, places, &mut errors);
    }
    compare(&places, &mut errors);
    if !errors.is_empty() {
        errors.sort_by_key(|one| (one.file.clone(), one.line, one.brief()));
        return Err(errors);
    }

    let ids = places.map(|places| {
        places
            .into_keys()
            .filter(|id| !id.starts_with('-'))
            .collect()
    });
    let mut read = read.into_iter();
    let bundles = Locale::ALL.map(|locale| bundle(locale, read.next().unwrap_or_default()));
    Ok(Words { bundles, ids })
}

fn bundle(locale: Locale, files: Vec<(String, FluentResource)>) -> FluentBundle<FluentResource> {
    let mut bundle = FluentBundle::new_concurrent(vec![locale.language()]);
    // Else every slot comes wrapped in U+2068 and U+2069, and these land in HTML, JSON and CSV.
    bundle.set_use_isolating(false);
    for (_, resource) in files {
        bundle
            .add_resource(resource)
            .expect("an id given twice has stopped the load before");
    }
    bundle
}

/// The tree of a file; what could not be read goes to `errors`.
fn parse(file: &str, text: &str, errors: &mut Vec<DefinitionError>) -> FluentResource {
    // The reader of Fluent wants line feeds only.
    let text = text.replace("\r\n", "\n");
    let (resource, faults) = match FluentResource::try_new(text) {
        Ok(resource) => (resource, Vec::new()),
        Err((resource, faults)) => (resource, faults),
    };
    for found in faults {
        let line = line_at(resource.source(), found.pos.start);
        errors.push(fault(file, line, told(SYNTAX, "fluent")));
    }
    resource
}

fn places(files: &[(String, FluentResource)], errors: &mut Vec<DefinitionError>) -> Places {
    let mut places = Places::new();
    for (file, resource) in files {
        let mut seen_here: BTreeMap<String, usize> = BTreeMap::new();
        for entry in resource.entries() {
            let (id, has_value, attributes) = match entry {
                Entry::Message(message) => (
                    message.id.name.to_owned(),
                    message.value.is_some(),
                    &message.attributes,
                ),
                Entry::Term(term) => (format!("-{}", term.id.name), true, &term.attributes),
                _ => continue,
            };
            let nth = seen_here.entry(id.clone()).or_default();
            let line = line_of(resource.source(), &id, *nth);
            *nth += 1;
            if let Some(first) = places.get(&id) {
                errors.push(fault(
                    file,
                    line,
                    told(TWICE, "stands")
                        .with("value", &id)
                        .with("other", format!("{}:{}", first.file, first.line)),
                ));
                continue;
            }
            let attributes = attributes
                .iter()
                .map(|attribute| attribute.id.name.to_owned())
                .collect();
            places.insert(
                id,
                Place {
                    file: file.clone(),
                    line,
                    has_value,
                    attributes,
                },
            );
        }
    }
    places
}

/// Chinese and English must hold the same; Tibetan nothing that Chinese lacks.
fn compare(places: &[Places; 3], errors: &mut Vec<DefinitionError>) {
    let mut lacks = |from: Locale, to: Locale| {
        for (id, place) in &places[from.index()] {
            // Terms are a matter of one language alone.
            if id.starts_with('-') {
                continue;
            }
            let Some(other) = places[to.index()].get(id) else {
                errors.push(fault(&place.file, place.line, lacking("id", id, to)));
                continue;
            };
            if place.has_value && !other.has_value {
                errors.push(fault(&place.file, place.line, lacking("sentence", id, to)));
            }
            for attribute in place.attributes.difference(&other.attributes) {
                errors.push(fault(
                    &place.file,
                    place.line,
                    lacking("id", &format!("{id}.{attribute}"), to),
                ));
            }
        }
    };
    lacks(Locale::ZhCn, Locale::En);
    lacks(Locale::En, Locale::ZhCn);
    lacks(Locale::Bo, Locale::ZhCn);
}

/// A reference to nothing would be printed as `{-name}` in the middle of a sentence.
fn references(
    files: &[(String, FluentResource)],
    places: &Places,
    errors: &mut Vec<DefinitionError>,
) {
    for (file, resource) in files {
        for entry in resource.entries() {
            let (id, value, attributes) = match entry {
                Entry::Message(message) => (
                    message.id.name.to_owned(),
                    message.value.as_ref(),
                    &message.attributes,
                ),
                Entry::Term(term) => (
                    format!("-{}", term.id.name),
                    Some(&term.value),
                    &term.attributes,
                ),
                _ => continue,
            };
            let mut named = Vec::new();
            value
                .into_iter()
                .chain(attributes.iter().map(|attribute| &attribute.value))
                .for_each(|pattern| names(pattern, &mut named));
            for (name, attribute) in named {
                let there = places.get(&name).is_some_and(|place| match &attribute {
                    Some(attribute) => place.attributes.contains(attribute),
                    None => place.has_value,
                });
                if !there {
                    let name =
                        attribute.map_or(name.clone(), |attribute| format!("{name}.{attribute}"));
                    errors.push(fault(
                        file,
                        line_of(resource.source(), &id, 0),
                        told(REFERENCE, "words")
                            .with("value", &name)
                            .with("other", &id),
                    ));
                }
            }
        }
    }
}

type Named = Vec<(String, Option<String>)>;

/// The messages, terms and functions that a pattern names.
fn names(pattern: &Pattern<&str>, named: &mut Named) {
    for element in &pattern.elements {
        if let PatternElement::Placeable { expression } = element {
            names_in(expression, named);
        }
    }
}

fn names_in(expression: &Expression<&str>, named: &mut Named) {
    match expression {
        Expression::Inline(inline) => names_inline(inline, named),
        Expression::Select { selector, variants } => {
            names_inline(selector, named);
            variants
                .iter()
                .for_each(|variant| names(&variant.value, named));
        }
    }
}

fn names_inline(inline: &InlineExpression<&str>, named: &mut Named) {
    let arguments = |arguments: &CallArguments<&str>, named: &mut Named| {
        arguments
            .positional
            .iter()
            .for_each(|inline| names_inline(inline, named));
        arguments
            .named
            .iter()
            .for_each(|argument| names_inline(&argument.value, named));
    };
    match inline {
        InlineExpression::MessageReference { id, attribute } => {
            named.push((
                id.name.to_owned(),
                attribute
                    .as_ref()
                    .map(|attribute| attribute.name.to_owned()),
            ));
        }
        InlineExpression::TermReference {
            id,
            attribute,
            arguments: given,
        } => {
            named.push((
                format!("-{}", id.name),
                attribute
                    .as_ref()
                    .map(|attribute| attribute.name.to_owned()),
            ));
            given.iter().for_each(|given| arguments(given, named));
        }
        InlineExpression::FunctionReference {
            id,
            arguments: given,
        } => {
            named.push((format!("{}()", id.name), None));
            arguments(given, named);
        }
        InlineExpression::Placeable { expression } => names_in(expression, named),
        InlineExpression::StringLiteral { .. }
        | InlineExpression::NumberLiteral { .. }
        | InlineExpression::VariableReference { .. } => {}
    }
}

/// The line of the `nth` time (from 0) that `id =` begins a line.
fn line_of(source: &str, id: &str, nth: usize) -> u32 {
    let begins = |line: &str| {
        line.strip_prefix(id)
            .is_some_and(|rest| rest.trim_start().starts_with('='))
    };
    let found = source
        .lines()
        .enumerate()
        .filter(|(_, line)| begins(line))
        .nth(nth);
    found.map_or(0, |(at, _)| at as u32 + 1)
}

fn line_at(source: &str, at: usize) -> u32 {
    let before = &source.as_bytes()[..at.min(source.len())];
    before.iter().filter(|&&byte| byte == b'\n').count() as u32 + 1
}

/// A sentence that a language lacks.
fn lacking(kind: &str, id: &str, to: Locale) -> Finding {
    told(WORDS, kind).with("value", id).with("other", to.tag())
}

fn fault(file: &str, line: u32, what: Finding) -> DefinitionError {
    DefinitionError {
        file: file.to_owned(),
        line,
        what: what.into(),
    }
}
