//! The set of broken messages: a good message, what is done to it, and all that is then found.
//! The cases stand in `cases.txt`; the program's own tests read them from here too.
#![allow(dead_code, reason = "each test uses a part")]

use base64::{Engine, prelude::BASE64_STANDARD};

/// What is expected of a case.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Told {
    pub code: String,
    pub field: String,
    /// Line of goods as it calls itself; 0 outside them.
    pub item: u32,
    /// Line of the file.
    pub line: Option<u32>,
}

/// One broken message.
#[derive(Debug)]
pub struct Case {
    /// The row as it is written.
    pub row: &'static str,
    /// The message it was made of.
    pub message: &'static str,
    pub bytes: Vec<u8>,
    /// Everything that refuses.
    pub refused: Vec<Told>,
    /// What is noted, among other notes perhaps.
    pub noted: Vec<Told>,
}

/// The good messages, by number.
pub const GOOD: [(&str, &str); 5] = [
    ("311", include_str!("../good/311.xml")),
    ("411", include_str!("../good/411.xml")),
    ("511", include_str!("../good/511.xml")),
    ("621", include_str!("../good/621.xml")),
    ("622", include_str!("../good/622.xml")),
];

/// The good message of that number.
pub fn good(message: &str) -> &'static str {
    let found = GOOD.iter().find(|(number, _)| *number == message);
    found.unwrap_or_else(|| panic!("no good {message}")).1
}

/// The set: what reading and checking by itself finds.
pub fn cases() -> Vec<Case> {
    read(include_str!("cases.txt"))
}

/// The cases of a text, one a line.
pub fn read(text: &'static str) -> Vec<Case> {
    let rows = text.lines();
    rows.filter(|row| !row.is_empty() && !row.starts_with('#'))
        .map(case)
        .collect()
}

fn case(row: &'static str) -> Case {
    let parts: Vec<&str> = row.split('|').map(str::trim).collect();
    let [message, from, to, want] = parts[..] else {
        panic!("{row}")
    };
    let bytes = broken(good(message), from, &plain(to), row);
    let text = String::from_utf8_lossy(&bytes);
    let told = |finding: &str| wanted(finding, &text);
    let findings: Vec<&str> = want.split(";;").map(str::trim).collect();
    let findings = findings.into_iter().filter(|finding| !finding.is_empty());
    let (noted, refused): (Vec<&str>, Vec<&str>) =
        findings.partition(|finding| finding.starts_with("note "));
    Case {
        row,
        message,
        refused: refused.into_iter().map(told).collect(),
        noted: noted.iter().map(|note| told(&note[5..])).collect(),
        bytes,
    }
}

/// `code field item @ mark`: the mark is `#` and a line, or a text of the first line to hold it.
fn wanted(finding: &str, text: &str) -> Told {
    let (what, mark) = finding.split_once(" @ ").unwrap();
    let line = match mark.strip_prefix('#') {
        Some(line) => line.parse().unwrap(),
        None => {
            let mark = plain(mark);
            let at = text.lines().position(|line| line.contains(&mark));
            1 + at.unwrap_or_else(|| panic!("no line holds {mark:?}"))
        }
    };
    let parts: Vec<&str> = what.split(' ').collect();
    let [code, field, item] = parts[..] else {
        panic!("{finding}")
    };
    Told {
        code: code.into(),
        field: if field == "-" { "" } else { field }.into(),
        item: item.parse().unwrap(),
        line: u32::try_from(line).ok(),
    }
}

/// The good message with that done to it.
fn broken(good: &str, from: &str, to: &str, row: &str) -> Vec<u8> {
    let (order, rest) = from.split_once(' ').unwrap_or((from, ""));
    let count = || to.parse::<usize>().unwrap();
    let put = |inside: String| good.replacen("A &amp; B", &inside, 1);
    let text = match order {
        "@file" => to.to_owned(),
        "@front" => format!("{to}{good}"),
        "@cut" => good[..good.find(to).unwrap()].to_owned(),
        "@documents" => {
            let node = between(good, "<ceb:Order>", "</ceb:Order>\n");
            good.replacen(node, &node.repeat(count()), 1)
        }
        "@lines" => {
            let all = between(good, "<ceb:OrderList>", "</ceb:Order>\n");
            let all = all.strip_suffix("</ceb:Order>\n").unwrap();
            let one = &all[..all.len() / 2];
            let line = |number| one.replacen(">1<", &format!(">{number}<"), 1);
            good.replacen(all, &(1..=count()).map(line).collect::<String>(), 1)
        }
        "@deep" => put(format!(
            "{}{}",
            "<a>".repeat(count()),
            "</a>".repeat(count())
        )),
        "@long" => put("x".repeat(count())),
        "@attributes" => {
            let all: String = (0..count()).map(|at| format!(" a{at}=\"\"")).collect();
            good.replacen("<ceb:Order>", &format!("<ceb:Order{all}>"), 1)
        }
        "@utf16" => {
            let wide = good.encode_utf16();
            return match to {
                "little" => wide.flat_map(u16::to_le_bytes).collect(),
                _ => wide.flat_map(u16::to_be_bytes).collect(),
            };
        }
        "@gbk" => {
            let at = good.find("测试甲").unwrap();
            let mut bytes = good.as_bytes().to_vec();
            bytes.splice(at..at + 9, *b"\xb2\xe2\xca\xd4\xbc\xd7");
            return bytes;
        }
        "@all" => changed(good, &plain(rest), row).replace(&plain(rest), to),
        "@wrap" => changed(&wrapped(good), &plain(rest), row).replacen(&plain(rest), to, 1),
        "@within" => wrapped(&changed(good, &plain(rest), row).replacen(&plain(rest), to, 1)),
        _ => changed(good, &plain(from), row).replacen(&plain(from), to, 1),
    };
    text.into_bytes()
}

/// The text, which has to hold what will be changed.
fn changed<'t>(text: &'t str, part: &str, row: &str) -> &'t str {
    assert!(text.contains(part), "nothing to change: {row}");
    text
}

fn between<'t>(text: &'t str, open: &str, close: &str) -> &'t str {
    let start = text.find(open).unwrap();
    let end = text.rfind(close).unwrap() + close.len();
    &text[start..end]
}

/// The message in the exchange's wrapper.
fn wrapped(message: &str) -> String {
    let data = BASE64_STANDARD.encode(message);
    [
        "<DxpMsg xmlns=\"http://www.chinaport.gov.cn/dxp\" ver=\"1.0\">",
        "<TransInfo>",
        "<CopMsgId>4CDE1CFD-EDED-46B1-946C-B8022E42FC93</CopMsgId>",
        "<SenderId>DXPENT0000012345</SenderId>",
        "<ReceiverIds><ReceiverId>DXPEDCCEB0000002</ReceiverId></ReceiverIds>",
        "<CreatTime>2026-10-05T09:58:30</CreatTime>",
        "<MsgType>CEB311Message</MsgType>",
        "</TransInfo>",
        &format!("<Data>{data}</Data>"),
        "</DxpMsg>\n",
    ]
    .join("\n")
}

/// `\n` and `\r`, and `\u{…}` for the character of that number.
fn plain(text: &str) -> String {
    let mut text = text.replace("\\n", "\n").replace("\\r", "\r");
    while let Some((before, rest)) = text.split_once("\\u{") {
        let (number, after) = rest.split_once('}').unwrap();
        let sign = u32::from_str_radix(number, 16)
            .ok()
            .and_then(char::from_u32);
        text = format!("{before}{}{after}", sign.unwrap());
    }
    text
}
