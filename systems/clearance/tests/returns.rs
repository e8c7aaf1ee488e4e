//! However a declaration comes back, its parts add up.

#![allow(clippy::unwrap_used, reason = "a test may panic")]

mod definitions;

use clearance::decide::{Released, ReleasedLine, Relief, ReturnCall, relieve};
use values::{Day, Fen, Quantity};

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

fn released(pieces: i64, returned: i64, amounts: [i64; 4]) -> Released {
    let [taxable, duty, consumption, vat] = amounts.map(Fen);
    let line = ReleasedLine {
        gnum: 1,
        quantity: Quantity::whole(pieces),
        returned: Quantity::whole(returned),
        taxable,
        duty,
        consumption,
        vat,
    };
    Released {
        day: day("2026-10-05"),
        lines: vec![line],
    }
}

fn bring_back(released: &Released, lines: Vec<(u32, Quantity)>) -> Relief {
    let call = ReturnCall {
        applied: day("2026-10-10"),
        arrived: Some(day("2026-10-12")),
        original: true,
        lines,
    };
    relieve(
        released,
        &call,
        definitions::bench().book.at(day("2026-10-12")),
    )
}

#[test]
fn parts_add_up_to_the_whole_in_any_split() {
    let amounts = [5505, 33, 1, 501];
    for first in 1..=7 {
        for second in 0..=7 - first {
            let mut sum = [0; 4];
            let mut back = 0;
            for part in [first, second, 7 - first - second]
                .into_iter()
                .filter(|part| *part > 0)
            {
                let relief = bring_back(
                    &released(7, back, amounts),
                    vec![(1, Quantity::whole(part))],
                );
                assert!(relief.allowed());
                for (sum, given) in sum.iter_mut().zip([
                    relief.taxable,
                    relief.duty,
                    relief.consumption,
                    relief.vat,
                ]) {
                    assert!(given.0 >= 0);
                    *sum += given.0;
                }
                back += part;
            }
            assert_eq!(sum, amounts, "{first} and {second}");
        }
    }
}

#[test]
fn a_line_named_twice_counts_once_with_both_quantities() {
    let whole = released(3, 0, [300, 0, 0, 30]);
    let twice = bring_back(&whole, vec![(1, Quantity::ONE), (1, Quantity::ONE)]);
    assert_eq!((twice.lines.len(), twice.taxable), (1, Fen(200)));
    let more = bring_back(
        &whole,
        vec![(1, Quantity::whole(2)), (1, Quantity::whole(2))],
    );
    assert_eq!(more.code(), Some("return.repeated"));
}

#[test]
fn goods_under_way_are_not_late_yet() {
    let call = ReturnCall {
        applied: day("2026-10-10"),
        arrived: None,
        original: true,
        lines: vec![(1, Quantity::ONE)],
    };
    let relief = relieve(
        &released(1, 0, [100, 0, 0, 9]),
        &call,
        definitions::bench().book.at(day("2027-01-01")),
    );
    assert!(relief.allowed());
}

#[test]
fn nothing_and_less_than_nothing_do_not_come_back() {
    for quantity in [Quantity::ZERO, Quantity::whole(-1)] {
        let relief = bring_back(&released(3, 0, [300, 0, 0, 30]), vec![(1, quantity)]);
        assert_eq!(relief.code(), Some("return.line-unknown"), "{quantity}");
        assert_eq!(relief.total, Fen::ZERO);
    }
}
