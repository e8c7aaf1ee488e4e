//! Data changed behind the program's back: `verify` names what no longer is as it was told.

use testkit::{Mode, Parcel, Purchase};

use crate::centre::Centre;

/// A table spoiled, and what the fault must name.
const SPOILED: [(&str, &str); 28] = [
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
    (
        "UPDATE clearance_receipt SET key = 'X' WHERE message = '312'",
        "receipts",
    ),
    (
        "UPDATE clearance_receipt SET body = x'00' WHERE message = '816'",
        "receipts",
    ),
    (
        "DELETE FROM clearance_receipt WHERE message = '412'",
        "receipts",
    ),
    (
        "UPDATE clearance_receipt SET position = position + 100 WHERE position = 1",
        "receipt 101",
    ),
    (
        "UPDATE clearance_receipt SET position = -5 WHERE position = 1",
        "receipt -5",
    ),
    (
        "DELETE FROM clearance_claim WHERE kind = 'waybill'",
        "claim of waybill",
    ),
    (
        "DELETE FROM clearance_claim WHERE kind = 'payment'",
        "claim of payment",
    ),
    (
        "UPDATE clearance_claim SET to_number = 'X' WHERE kind = 'list'",
        "claim of list",
    ),
    (
        "UPDATE clearance_claim SET number = 'X' WHERE kind = 'arrival'",
        "claim of arrival",
    ),
    (
        "UPDATE clearance_claim SET kind = 'list' WHERE kind = 'arrival'",
        "claim of list",
    ),
    (
        "UPDATE clearance_due SET at = at + 1 WHERE what = 'collect'",
        "due collect",
    ),
    (
        "UPDATE clearance_due SET serial = serial + 1 WHERE what = 'wait-over'",
        "due wait-over",
    ),
    (
        "DELETE FROM clearance_due WHERE what = 'wait-over'",
        "due wait-over",
    ),
    (
        "UPDATE clearance_due SET number = 'X' WHERE what = 'collect'",
        "due collect",
    ),
    (
        "UPDATE clearance_filing SET content = '{}' WHERE what = 'firm'",
        "filing firm",
    ),
    (
        "DELETE FROM clearance_filing WHERE what = 'setting'",
        "filing setting",
    ),
    (
        "UPDATE clearance_filing SET key = 'X' WHERE what = 'site'",
        "filing site",
    ),
];

#[test]
fn every_row_of_the_tables_is_held_against_the_journal_or_what_it_follows_from() {
    for (sql, named) in SPOILED {
        let mut centre = Centre::open();
        centre.takes_parcel(&Parcel::lawful(1));
        // One more by direct mail: counted in, and waiting for its payment.
        let waiting = Purchase::lawful(2).mode(Mode::Direct).papers();
        centre.takes_all([&waiting.order, &waiting.waybill, &waiting.declaration]);
        centre.takes(&waiting.arrival("20261005095800"));
        let faults = centre.spoiled(sql);
        assert!(
            faults.iter().any(|fault| fault.starts_with(named)),
            "{sql}: {faults:?}"
        );
    }
}
