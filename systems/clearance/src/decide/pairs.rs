//! Which two fields a comparison is of. A value that failed its own check is no measure for another
//! paper, and is told already: what is compared with it is not told.

use values::Finding;

use crate::{
    model::plain,
    problems::{
        BUYER, CONSIGNEE, FREIGHT, INSURANCE, LINE, PAYER, PAYMENT, PAYMENT_AMOUNT, SELLER,
        WAYBILL_ORDER, WEIGHT,
    },
};

/// The paper and the field that a comparison takes as its measure; none for what is no comparison of two
/// fields.
fn measure(finding: &Finding) -> Option<(&'static str, &str)> {
    let field = finding.field.as_ref();
    Some(match finding.code.as_ref() {
        SELLER | PAYMENT | BUYER | CONSIGNEE | LINE | FREIGHT => ("311", field),
        PAYER if field == "payerName" => ("311", "buyerName"),
        PAYER => ("311", "buyerIdNumber"),
        PAYMENT_AMOUNT => ("311", "acturalPaid"),
        WAYBILL_ORDER => ("621", field),
        INSURANCE => ("511", field),
        WEIGHT => ("621", "grossWeight"),
        _ => return None,
    })
}

/// Whether a finding compares with one of these `faults`, or what it compares is one of them.
#[must_use]
pub fn rests_on(finding: &Finding, faults: &[&Finding]) -> bool {
    let Some(measure) = measure(finding) else {
        return false;
    };
    let own = (finding.paper.message.as_ref(), finding.field.as_ref());
    faults.iter().any(|fault| {
        let at = (fault.paper.message.as_ref(), fault.field.as_ref());
        (at == measure || at == own) && fault.paper.item == finding.paper.item
    })
}

/// The finding with both values masked. Where the masks hide what differs, the first character that does
/// is told by its place.
pub(crate) fn masked(
    finding: Finding,
    mask: fn(&str) -> String,
    mine: &str,
    theirs: &str,
) -> Finding {
    let (seen, want) = (mask(mine), mask(theirs));
    let hidden = seen == want;
    let finding = finding.saw(seen).wants(want);
    match hidden {
        true => finding
            .with("masked", "same")
            .with("at", differs_at(mine, theirs)),
        false => finding,
    }
}

/// The place of the first character that differs, from 1.
fn differs_at(mine: &str, theirs: &str) -> usize {
    let sign = |one: char| plain(&one.to_string()).into_owned();
    let both = mine.chars().zip(theirs.chars());
    1 + both
        .take_while(|(one, other)| sign(*one) == sign(*other))
        .count()
}
