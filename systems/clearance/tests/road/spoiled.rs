//! Data changed behind the program's back: `verify` names what no longer is as it was told.

use testkit::Parcel;

use crate::centre::Centre;

/// A table spoiled, and what the fault must name.
const SPOILED: [(&str, &str); 11] = [
    (
        "UPDATE clearance_declaration SET state = 100",
        "declaration",
    ),
    (
        "UPDATE clearance_declaration SET invt_no = 'X'",
        "declaration",
    ),
    ("DELETE FROM clearance_declaration", "declaration"),
    (
        "UPDATE clearance_paper SET digest = x'00' WHERE message = '411'",
        "paper 411",
    ),
    (
        "UPDATE clearance_paper SET edition = 2 WHERE message = '311'",
        "paper 311",
    ),
    (
        "DELETE FROM clearance_paper WHERE message = '621'",
        "paper 621",
    ),
    ("UPDATE clearance_bill SET status = 3", "bill"),
    ("UPDATE clearance_bill SET guarantor = 'X'", "bill"),
    ("DELETE FROM clearance_bill", "bill"),
    (
        "UPDATE ledger_account SET in_posted = in_posted + 1 WHERE kind = 'quota'",
        "account quota",
    ),
    (
        "UPDATE ledger_transfer SET amount = amount + 1 WHERE kind = 'quota'",
        "transfer",
    ),
];

#[test]
fn every_row_of_paper_declaration_bill_and_ledger_is_held_against_the_journal() {
    for (sql, named) in SPOILED {
        let mut centre = Centre::open();
        centre.takes_parcel(&Parcel::lawful(1));
        let faults = centre.spoiled(sql);
        assert!(
            faults.iter().any(|fault| fault.starts_with(named)),
            "{sql}: {faults:?}"
        );
    }
}
