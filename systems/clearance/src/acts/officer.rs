//! The officer's act on a declaration or a return.

use store::StoreError;
use values::{Finding, Weight};

use super::{Desk, returns};
use crate::{
    decide::Verdict,
    model::{List, State},
    problems,
    store::{self as tables, Declaration},
};

/// What an officer may do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Act {
    /// Release the list; accept the goods of a return.
    Release,
    /// Have it inspected; hold a return.
    Inspect,
    /// Refuse it.
    Refuse,
}

impl Act {
    fn word(self) -> &'static str {
        match self {
            Self::Release => "release",
            Self::Inspect => "inspect",
            Self::Refuse => "refuse",
        }
    }
}

/// What an officer's act led to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Acted {
    /// Where the declaration or the return stands now.
    pub state: State,
    /// What the law has against the act: it ended otherwise than the officer asked.
    pub against: Vec<Finding>,
}

/// What an officer can give as the reason of any act; beside these, what the verdict on the list found.
pub const REASONS: [&str; 5] = [
    problems::CHECKED,
    problems::LOOK,
    problems::OFFICER,
    problems::GOODS_BACK,
    problems::NOT_ORIGINAL,
];

/// Does it, or says why not. `reason` is one of [`REASONS`], or a code that the verdict on the list
/// found; `by` is the officer.
pub fn officer_act(
    desk: &mut Desk<'_>,
    key: &str,
    act: Act,
    reason: &str,
    by: &str,
) -> Result<Result<Acted, Finding>, StoreError> {
    if desk.zone.rulebook.rule(reason).is_none() {
        // No list can have it either; that is told before the key is looked for.
        return Ok(Err(no_reason(reason, &[])));
    }
    if let Some((mut one, own)) = desk.find_return(key)? {
        return match reason_of(act, reason, &[]) {
            Some(why) => on_return(desk, &mut one, &own, act, why, by),
            None => Ok(Err(no_reason(reason, &[]))),
        };
    }
    let Some(mut one) = desk.find(key)? else {
        return Ok(Err(Finding::refused(problems::KEY_UNKNOWN)
            .at("key")
            .saw(key)));
    };
    let verdict = verdict_of(desk, &one)?;
    let found = verdict.map(|verdict| verdict.findings).unwrap_or_default();
    let Some(why) = reason_of(act, reason, &found) else {
        return Ok(Err(no_reason(reason, &found)));
    };
    let through: &[State] = match (act, one.state) {
        (Act::Release, State::Review) => &[State::Decided, State::Released],
        (Act::Release, State::Decided | State::Inspect) => &[State::Released],
        (Act::Inspect, State::Review | State::Decided) => &[State::Inspect],
        (Act::Refuse, State::Review) => &[State::Returned],
        // What an inspection finds holds the goods; it does not send a list back.
        (Act::Refuse, State::Inspect) => &[State::Held],
        _ => {
            return Ok(Err(Finding::refused(problems::MOVE)
                .at("state")
                .saw(one.state)
                .with("act", act.word())));
        }
    };
    let number = desk.next_act();
    let lines = match act {
        Act::Release => verdict_of(desk, &one)?.map(|verdict| verdict.tax.lines),
        Act::Inspect | Act::Refuse => None,
    };
    let lines = lines.unwrap_or_default();
    match act {
        Act::Release => desk.settle(&mut one, number, &lines)?,
        Act::Refuse if one.state == State::Review => {
            let (list, _) = List::read(&*desk.list_record(&one)?);
            desk.give_back(&mut one, number)?;
            desk.free_claims(&one, &list)?;
        }
        Act::Inspect | Act::Refuse => {}
    }
    desk.pass(&mut one, through, &[why], by)?;
    if one.state == State::Returned {
        desk.free_short(&one.guarantor)?;
    }
    if act == Act::Release {
        desk.bill(&one, &lines, 0)?;
    }
    Ok(Ok(Acted {
        state: one.state,
        against: Vec::new(),
    }))
}

/// The finding that tells the reason of an act: one of the officer's own, or one of those `found`, with
/// the values it was found with.
fn reason_of(act: Act, reason: &str, found: &[Finding]) -> Option<Finding> {
    let weight = if act == Act::Refuse {
        Weight::Refuse
    } else {
        Weight::Review
    };
    if let Some(own) = REASONS.iter().find(|own| **own == reason) {
        return Some(Finding::new(*own, weight));
    }
    let found = found.iter().find(|one| one.code == reason)?;
    Some(Finding {
        weight,
        ..found.clone()
    })
}

fn no_reason(reason: &str, found: &[Finding]) -> Finding {
    let mut known: Vec<&str> = REASONS.to_vec();
    known.extend(found.iter().map(|one| one.code.as_ref()));
    known.dedup();
    Finding::refused(problems::REASON)
        .at("reason")
        .saw(reason)
        .wants(known.join(", "))
}

fn on_return(
    desk: &mut Desk<'_>,
    one: &mut Declaration,
    own: &str,
    act: Act,
    why: Finding,
    by: &str,
) -> Result<Result<Acted, Finding>, StoreError> {
    let Some(mut back) = tables::return_of(desk.session, &one.home, own)? else {
        return Ok(Err(Finding::refused(problems::KEY_UNKNOWN)
            .at("key")
            .saw(own)));
    };
    if !back.is_open() {
        return Ok(Err(Finding::refused(problems::MOVE)
            .at("state")
            .saw(&back.state)
            .with("act", act.word())));
    }
    let word = match act {
        Act::Release => "accepted",
        Act::Inspect => "held",
        Act::Refuse => "refused",
    };
    let against = returns::decide(desk, one, &mut back, word, Some(why), by)?;
    desk.collect_if_late(one)?;
    let state = match back.state.as_str() {
        "accepted" => State::Decided,
        "held" => State::Review,
        _ => State::Returned,
    };
    Ok(Ok(Acted { state, against }))
}

/// The verdict that counts for a declaration.
pub(super) fn verdict_of(
    desk: &Desk<'_>,
    one: &Declaration,
) -> Result<Option<Verdict>, StoreError> {
    let Some(act) = one.verdict else {
        return Ok(None);
    };
    let Some(stored) = tables::verdict(desk.session, act)? else {
        return Ok(None);
    };
    serde_json::from_str(&stored.verdict)
        .map(Some)
        .map_err(|error| StoreError::new(store::Fault::Damaged, format!("verdict {act}: {error}")))
}

impl Desk<'_> {
    /// The declaration of a key: platform/order, agent/number, list number, waybill or pre-entry
    /// number with its issuer.
    pub(super) fn find(&self, key: &str) -> Result<Option<Declaration>, StoreError> {
        self.write_declarations()?;
        crate::show::find(self.session, key)
    }

    fn find_return(&self, key: &str) -> Result<Option<(Declaration, String)>, StoreError> {
        self.write_declarations()?;
        crate::show::find_return(self.session, key)
    }
}
