//! Proof-reading of `definitions/locale`: the files load, and the words keep the house style.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use std::{fs, path::Path};

use site::Words;

/// Words that blame, beg or say nothing. Each was seen on a real port page.
const BANNED_ZH: &[&str] = &["请", "非法", "无效", "系统异常", "系统发生异常", "您"];
/// Words of the trade that hold the sign 请 without begging.
const ALLOWED_ZH: &[&str] = &["申请", "请求", "提请"];
const BANNED_EN: &[&str] = &["please", "sorry", "invalid", "oops", "illegal"];

/// Path below `definitions/` and text of every word file.
fn files() -> Vec<(String, String)> {
    let root = Path::new(concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../../definitions/locale"
    ));
    let mut files = Vec::new();
    for folder in fs::read_dir(root).unwrap() {
        let folder = folder.unwrap().path();
        for file in fs::read_dir(&folder).unwrap() {
            let file = file.unwrap().path();
            let name = |path: &Path| path.file_name().unwrap().to_str().unwrap().to_owned();
            let text = fs::read_to_string(&file).unwrap();
            files.push((format!("locale/{}/{}", name(&folder), name(&file)), text));
        }
    }
    files.sort();
    files
}

/// The sentences of a file with their lines; slots become `□`, and markup around them goes.
fn sentences(text: &str) -> Vec<(usize, String)> {
    let mut depth = 0_usize;
    let mut found = Vec::new();
    for (at, line) in text.lines().enumerate() {
        if depth == 0 && line.trim_start().starts_with('#') {
            continue;
        }
        let starts_entry = depth == 0 && line.contains('=');
        let body = if starts_entry {
            line.split_once('=').map_or(line, |(_, body)| body)
        } else {
            line
        };
        // Inside a choice each variant is a sentence: `[one] 1 item`.
        let body = match body.trim_start().trim_start_matches('*').strip_prefix('[') {
            Some(variant) if depth > 0 => variant
                .split_once(']')
                .map_or(body, |(_, sentence)| sentence),
            _ => body,
        };
        let mut kept = String::new();
        let opened = depth;
        for sign in body.chars() {
            match sign {
                '{' => {
                    depth += 1;
                    kept.push('□');
                }
                '}' => depth = depth.saturating_sub(1),
                _ if depth == opened => kept.push(sign),
                _ => {}
            }
        }
        found.push((at + 1, kept.trim().to_owned()));
    }
    found
}

fn han(sign: char) -> bool {
    matches!(sign, '\u{3400}'..='\u{9fff}')
}

/// What is wrong with the signs of a Chinese sentence.
fn faults_of_signs(text: &str) -> Vec<String> {
    let signs: Vec<char> = text.chars().collect();
    let mut faults = Vec::new();
    for pair in signs.windows(2) {
        let (left, right) = (pair[0], pair[1]);
        let joined = |a: char, b: char| han(a) && b.is_ascii_alphanumeric();
        if joined(left, right) || joined(right, left) {
            faults.push(format!("a space belongs between {left} and {right}"));
        }
        if han(left) && matches!(right, ',' | ';' | ':' | '!' | '?' | '(')
            || left == ')' && han(right)
        {
            faults.push(format!("full-width signs beside Chinese: {left}{right}"));
        }
        let full = |sign: char| "，。；：！？（）、〔〕《》".contains(sign);
        if full(left) && right == ' ' || left == ' ' && full(right) {
            faults.push(format!(
                "no space beside {}",
                if full(left) { left } else { right }
            ));
        }
    }
    faults
}

#[test]
fn the_word_files_load_and_both_complete_languages_are_complete() {
    let files = files();
    if let Err(faults) = Words::load(
        files
            .iter()
            .map(|(file, text)| (file.as_str(), text.as_str())),
    ) {
        let list: Vec<String> = faults.iter().map(ToString::to_string).collect();
        panic!("{}", list.join("\n"));
    }
}

#[test]
fn chinese_is_set_the_house_way_and_no_language_blames_or_begs() {
    let mut faults = Vec::new();
    for (file, text) in files() {
        for (line, sentence) in sentences(&text) {
            let chinese = file.contains("/zh-CN/");
            let mut found = if chinese {
                faults_of_signs(&sentence)
            } else {
                Vec::new()
            };
            let banned = if chinese { BANNED_ZH } else { BANNED_EN };
            let small = ALLOWED_ZH
                .iter()
                .fold(sentence.to_lowercase(), |text, word| {
                    text.replace(word, "□")
                });
            found.extend(
                banned
                    .iter()
                    .filter(|word| small.contains(**word))
                    .map(|word| format!("not “{word}”")),
            );
            faults.extend(
                found
                    .into_iter()
                    .map(|fault| format!("definitions/{file}:{line}: {fault}: {sentence}")),
            );
        }
    }
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}

#[test]
fn the_proof_reader_sees_what_it_should() {
    assert_eq!(
        faults_of_signs("第 2 项，现为 CHN；中国是 142。"),
        Vec::<String>::new()
    );
    assert_eq!(faults_of_signs("第2项").len(), 2);
    assert_eq!(
        faults_of_signs("订单 A1, 运费").len(),
        0,
        "a Latin word before the comma is left alone"
    );
    assert_eq!(faults_of_signs("订单,运费 ，共").len(), 2);
    let text =
        "# 注释2\na = 第 { $item ->\n    [one] 甲\n   *[other] 乙2\n } 项\n    .remedy = 改。\n";
    let read = sentences(text);
    assert_eq!(read[0], (2, "第 □".to_owned()));
    assert_eq!(read[2], (4, "乙2".to_owned()));
    assert_eq!(read[4], (6, "改。".to_owned()));
}
