//! Identifiers: the table of cases, and what holds for all of them.

#![allow(clippy::unwrap_used, reason = "a test may panic")]

use values::Finding;
use values::identifiers::{CODES, CitizenId, CustomsCode, Kind, Reason, Uscc, check};

/// Cells of a line of the table; quotes are doubled inside a quoted cell.
fn cells(line: &str) -> Vec<String> {
    let mut cells = vec![String::new()];
    let mut quoted = false;
    let mut signs = line.chars().peekable();
    while let Some(sign) = signs.next() {
        let cell = cells.last_mut().unwrap();
        match sign {
            '"' if quoted && signs.peek() == Some(&'"') => {
                signs.next();
                cell.push('"');
            }
            '"' => quoted = !quoted,
            ',' if !quoted => cells.push(String::new()),
            _ => cell.push(sign),
        }
    }
    cells
}

#[test]
fn every_case_of_the_table_gets_its_plain_form_or_its_reason() {
    let table = include_str!("identifiers.csv");
    let mut wrong = Vec::new();
    for line in table.lines().skip(1) {
        let [kind, text, reason, plain, why] = cells(line).try_into().expect(line);
        let got = check(&kind, &text);
        let want = if reason.is_empty() {
            Ok(plain)
        } else {
            Err(reason)
        };
        if got.clone().map_err(|reason| reason.as_str().to_owned()) != want {
            wrong.push(format!("{line} ({why}): got {got:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(table.lines().count() > 90);
}

#[test]
fn a_plain_form_is_its_own_plain_form() {
    for line in include_str!("identifiers.csv").lines().skip(1) {
        let cells = cells(line);
        if cells[2].is_empty() && cells[0] != "sgtin_urn" {
            assert_eq!(
                check(&cells[0], &cells[3]).as_ref(),
                Ok(&cells[3]),
                "{line}"
            );
        }
    }
}

/// One digit turned into any other is always noticed by these four checks.
#[test]
fn a_single_wrong_digit_never_passes_a_modulo_check() {
    let right = [
        ("uscc", "91540195MA6TE5T011", 17),
        ("citizen_id", "540102190001010010", 17),
        ("gtin14", "16901234567899", 14),
        ("sscc", "069012340000000016", 18),
    ];
    for (kind, text, places) in right {
        assert_eq!(check(kind, text).as_deref(), Ok(text));
        for place in 0..places {
            for digit in b'0'..=b'9' {
                let mut bytes = text.as_bytes().to_vec();
                if !bytes[place].is_ascii_digit() || bytes[place] == digit {
                    continue;
                }
                bytes[place] = digit;
                let other = String::from_utf8(bytes).unwrap();
                let got = check(kind, &other);
                assert!(
                    matches!(got, Err(Reason::CheckDigit | Reason::BirthDate)),
                    "{kind} {other}"
                );
            }
        }
    }
}

#[test]
fn the_last_place_is_decided_by_the_others() {
    let families: [(&str, &str, &str); 6] = [
        (
            "uscc",
            "91540195MA6TE5T01",
            "0123456789ABCDEFGHJKLMNPQRTUWXY",
        ),
        ("citizen_id", "54010219000101001", "0123456789X"),
        ("gtin13", "690123456789", "0123456789"),
        ("sscc", "06901234000000001", "0123456789"),
        ("container", "CSQU305438", "0123456789"),
        ("imo", "907472", "0123456789"),
    ];
    for (kind, body, signs) in families {
        let passing = signs
            .chars()
            .filter(|sign| check(kind, &format!("{body}{sign}")).is_ok());
        assert_eq!(passing.count(), 1, "{kind} {body}");
    }
}

/// Each letter has its own weight: raised by one place in the alphabet, the value grows by one,
/// or by two where a multiple of 11 is left out (between A and B, K and L, U and V).
#[test]
fn letters_of_a_container_skip_the_multiples_of_eleven() {
    let check_of = |letter: char| {
        (0..10)
            .find(|digit| check("container", &format!("{letter}AAU000000{digit}")).is_ok())
            .unwrap()
    };
    let value = |letter: char| match letter {
        'A' => 10,
        'B'..='K' => letter as u32 - 'B' as u32 + 12,
        'L'..='U' => letter as u32 - 'L' as u32 + 23,
        _ => letter as u32 - 'V' as u32 + 34,
    };
    assert_eq!(
        (value('K'), value('L'), value('U'), value('V'), value('Z')),
        (21, 23, 32, 34, 38)
    );
    // AAU follow with 10·2 + 10·4 + 32·8.
    for letter in 'A'..='Z' {
        assert_eq!(
            check_of(letter),
            (value(letter) + 316) % 11 % 10,
            "{letter}"
        );
    }
}

#[test]
fn nothing_one_can_type_makes_a_check_panic() {
    let odd = [
        "",
        " ",
        "\u{0}",
        "🧧",
        "%",
        "ﬀ",
        "IMO IMO",
        "urn:epc:id:sgtin:",
        "urn:epc:id:sgtin:..%",
    ];
    for kind in Kind::ALL {
        for text in odd {
            assert!(kind.check(text).is_err(), "{} {text}", kind.name());
            assert!(
                kind.check(&text.repeat(18)).is_err(),
                "{} {text}",
                kind.name()
            );
        }
    }
}

#[test]
fn a_typed_identifier_cannot_be_wrong() {
    let firm: Uscc = " 91540195ma6te5t011 ".parse().unwrap();
    assert_eq!(firm.to_string(), "91540195MA6TE5T011");
    assert_eq!(
        "91540195MA6TE5T012".parse::<Uscc>(),
        Err(Reason::CheckDigit)
    );
    assert_eq!(
        "5401960001".parse::<CustomsCode>().unwrap().as_str(),
        "5401960001"
    );
}

#[test]
fn a_person_is_shown_masked_and_revealed_by_name_only() {
    let person: CitizenId = "540102190001010010".parse().unwrap();
    assert_eq!(person.to_string(), "5401**********0010");
    assert_eq!(format!("{person:?}"), "5401**********0010");
    assert_eq!(person.reveal(), "540102190001010010");
    assert_eq!(person.birth().to_string(), "1900-01-01");
}

#[test]
fn a_finding_names_the_kind_and_masks_a_person() {
    let finding = Reason::CheckDigit.finding(Kind::CitizenId, "540102190001010011");
    assert_eq!(finding.code, "id.check-digit");
    assert_eq!(finding.seen.as_deref(), Some("5401**********0011"));
    assert_eq!(finding.values[0], ("kind".into(), "citizen_id".to_owned()));
    assert!(finding.refuses());
}

#[test]
fn an_identity_number_is_masked_in_whatever_field_it_was_typed() {
    for number in [
        "540102190001010010",
        "540102190001010011",
        " 54010219000101001x",
    ] {
        let finding = Finding::refused("party.unknown")
            .saw(number)
            .with("firm", number);
        assert!(!format!("{finding:?}").contains("19000101"), "{finding:?}");
    }
    let firm = Finding::refused("party.unknown").saw("91540195MA6TE5T123");
    assert_eq!(firm.seen.as_deref(), Some("91540195MA6TE5T123"));
}

#[test]
fn every_reason_has_a_code_in_the_list() {
    let reasons = [
        Reason::Kind,
        Reason::Prefix,
        Reason::Parts,
        Reason::Length,
        Reason::Alphabet,
        Reason::Category,
        Reason::BirthDate,
        Reason::Serial,
        Reason::CheckDigit,
    ];
    assert_eq!(reasons.map(Reason::code), CODES);
}
