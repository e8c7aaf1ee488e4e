//! Statements of every room: parameters stand in the order in which they are numbered.
//!
//! The embedded database numbers `$1`, `$2` … by their first appearance, whatever they are called:
//! a statement that names them in another order binds the wrong values and says nothing.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use std::{fs, path::Path};

/// A statement and where it stands.
struct Statement {
    place: String,
    sql: String,
}

#[test]
fn every_statement_of_the_workspace_names_its_parameters_in_order() {
    let statements = statements();
    assert!(
        statements.len() > 60,
        "only {} statements were found: the reader of this test is at fault",
        statements.len()
    );
    let faults: Vec<String> = statements
        .iter()
        .filter(|one| !in_order(&one.sql))
        .map(|one| format!("{}: {}", one.place, one.sql))
        .collect();
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn the_rows_of_an_insert_have_as_many_values_as_columns() {
    let faults: Vec<String> = statements()
        .iter()
        .filter(|one| !is_square(&one.sql))
        .map(|one| format!("{}: {}", one.place, one.sql))
        .collect();
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn the_reader_of_this_test_sees_what_is_wrong() {
    assert!(in_order(
        "SELECT a FROM t WHERE b = $1 AND c = $2 AND d = $1"
    ));
    assert!(in_order("SELECT a FROM t"));
    assert!(!in_order("UPDATE t SET a = $2 WHERE b = $1"));
    assert!(!in_order("SELECT a FROM t WHERE b = $1 AND c = $3"));
    assert!(is_square(
        "INSERT INTO t (a, b) VALUES ($1, $2) ON CONFLICT (a) DO NOTHING"
    ));
    assert!(!is_square("INSERT INTO t (a, b) VALUES ($1)"));
    let found =
        texts("const A: &str = \"SELECT 1 \\\n     FROM t\"; // \"SELECT 2\"\nlet b = \"no\";");
    assert_eq!(found, [(1, "SELECT 1 FROM t".to_owned())]);
}

fn in_order(sql: &str) -> bool {
    let mut most = 0;
    for part in sql.split('$').skip(1) {
        let digits: String = part.chars().take_while(char::is_ascii_digit).collect();
        let Ok(number) = digits.parse::<u32>() else {
            continue;
        };
        if number > most + 1 {
            return false;
        }
        most = most.max(number);
    }
    true
}

fn is_square(sql: &str) -> bool {
    let Some((columns, rest)) = sql.strip_prefix("INSERT INTO ").and_then(|rest| {
        let (_, rest) = rest.split_once('(')?;
        rest.split_once(") VALUES (")
    }) else {
        return true;
    };
    let values = rest.split(')').next().unwrap_or_default();
    columns.split(',').count() == values.split(',').count()
}

fn statements() -> Vec<Statement> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let mut found = Vec::new();
    for folder in ["engines", "systems", "facts", "chama", "testkit"] {
        walk(&root.join(folder), &mut found);
    }
    found
}

fn walk(folder: &Path, found: &mut Vec<Statement>) {
    let mut paths: Vec<_> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    paths.sort();
    for path in paths {
        if path.is_dir() {
            // This test holds wrong statements on purpose.
            let skipped = path.ends_with("target") || path.ends_with("engines/store/tests");
            if !skipped {
                walk(&path, found);
            }
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            let source = fs::read_to_string(&path).unwrap();
            found.extend(texts(&source).into_iter().map(|(line, sql)| Statement {
                place: format!("{}:{line}", path.display()),
                sql,
            }));
        }
    }
}

/// The text literals of a source that are statements, with the line they begin on.
fn texts(source: &str) -> Vec<(usize, String)> {
    const VERBS: [&str; 5] = ["SELECT ", "INSERT ", "UPDATE ", "DELETE ", "WITH "];
    let mut found = Vec::new();
    let mut signs = source.chars().peekable();
    let mut line = 1;
    while let Some(sign) = signs.next() {
        match sign {
            '\n' => line += 1,
            '/' if signs.peek() == Some(&'/') => {
                while signs.next_if(|sign| *sign != '\n').is_some() {}
            }
            // A sign in quotes, so that '"' opens nothing.
            '\'' => {
                let mut ahead = signs.clone();
                let first = ahead.next();
                if first == Some('\\') || ahead.next() == Some('\'') {
                    signs.next();
                    while signs.next_if(|sign| *sign != '\'').is_some() {}
                    signs.next();
                }
            }
            '"' => {
                let (begins, mut text) = (line, String::new());
                while let Some(sign) = signs.next() {
                    match sign {
                        '"' => break,
                        '\\' if signs.peek() == Some(&'\n') => {
                            while let Some(blank) = signs.next_if(|sign| sign.is_whitespace()) {
                                line += usize::from(blank == '\n');
                            }
                        }
                        '\\' => text.extend(signs.next()),
                        sign => {
                            line += usize::from(sign == '\n');
                            text.push(sign);
                        }
                    }
                }
                if VERBS.iter().any(|verb| text.starts_with(verb)) {
                    found.push((begins, text));
                }
            }
            _ => {}
        }
    }
    found
}
