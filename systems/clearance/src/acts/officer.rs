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

/// Does it, or says why not. `reason` is a code that the rulebook knows; `by` is the officer.
pub fn officer_act(
    desk: &mut Desk<'_>,
    key: &str,
    act: Act,
    reason: &str,
    by: &str,
) -> Result<Result<Acted, Finding>, StoreError> {
    let Some(rule) = desk.zone.rulebook.rule(reason) else {
        return Ok(Err(Finding::refused(problems::REASON)
            .at("reason")
            .saw(reason)));
    };
    let why = Finding::new(
        rule.id.clone(),
        if act == Act::Refuse {
            Weight::Refuse
        } else {
            Weight::Review
        },
    );
    if let Some((mut one, own)) = desk.find_return(key)? {
        return on_return(desk, &mut one, &own, act, why, by);
    }
    let Some(mut one) = desk.find(key)? else {
        return Ok(Err(Finding::refused(problems::KEY_UNKNOWN)
            .at("key")
            .saw(key)));
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
    match act {
        Act::Release => desk.settle(&mut one, number)?,
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
        let lines = verdict_of(desk, &one)?
            .map(|verdict| verdict.tax.lines)
            .unwrap_or_default();
        desk.bill(&one, &lines, 0)?;
    }
    Ok(Ok(Acted {
        state: one.state,
        against: Vec::new(),
    }))
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
