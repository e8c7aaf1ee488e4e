//! The officer's act on a declaration or a return.

use store::StoreError;
use values::{Finding, Weight};

use super::{CLOCK, Desk, RULES, returns};
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

/// Why an act was not done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unfit {
    /// What stands against it.
    pub why: Finding,
    /// The reasons that there are for this act, where the one given is none of them.
    pub reasons: Vec<Finding>,
}

impl From<Finding> for Unfit {
    fn from(why: Finding) -> Self {
        let reasons = Vec::new();
        Self { why, reasons }
    }
}

/// What an officer decides on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Matter {
    /// A list.
    List,
    /// A return.
    Return,
}

impl Matter {
    fn word(self) -> &'static str {
        match self {
            Self::List => "list",
            Self::Return => "return",
        }
    }
}

/// What an officer can give as a reason, and what each is a reason for. Beside these, what laid a list
/// before the officer is a reason to inspect or refuse it.
pub const REASONS: [(&str, &[(Matter, Act)]); 5] = [
    (problems::CHECKED, &[(Matter::List, Act::Release)]),
    (
        problems::LOOK,
        &[(Matter::List, Act::Inspect), (Matter::Return, Act::Inspect)],
    ),
    (
        problems::OFFICER,
        &[(Matter::List, Act::Refuse), (Matter::Return, Act::Refuse)],
    ),
    (problems::GOODS_BACK, &[(Matter::Return, Act::Release)]),
    (
        problems::NOT_ORIGINAL,
        &[
            (Matter::Return, Act::Inspect),
            (Matter::Return, Act::Refuse),
        ],
    ),
];

/// Does it, or says why not. `reason` is one of [`REASONS`] for this act, or a code for which the verdict
/// laid the list before an officer; `by` is the officer.
pub fn officer_act(
    desk: &mut Desk<'_>,
    key: &str,
    act: Act,
    reason: &str,
    by: &str,
) -> Result<Result<Acted, Unfit>, StoreError> {
    if [RULES, CLOCK].contains(&by.trim()) {
        let taken = Finding::refused(problems::OFFICER_NAME).at("by").saw(by);
        return Ok(Err(taken.into()));
    }
    if let Some((one, own)) = desk.find_return(key)? {
        return match reason_of(Matter::Return, act, reason, Vec::new()) {
            Ok(why) => on_return(desk, one, &own, act, why, by),
            Err(unfit) => Ok(Err(*unfit)),
        };
    }
    let Some(one) = desk.find(key)? else {
        return Ok(Err(unknown(key).into()));
    };
    let verdict = verdict_of(desk, &one)?;
    let found = verdict.map(|verdict| verdict.findings).unwrap_or_default();
    match reason_of(Matter::List, act, reason, found) {
        Ok(why) => on_list(desk, one, act, why, by),
        Err(unfit) => Ok(Err(*unfit)),
    }
}

fn unknown(key: &str) -> Finding {
    Finding::refused(problems::KEY_UNKNOWN).at("key").saw(key)
}

/// From where a declaration or a return stands nothing leads by that act; `fit`: the acts that do fit
/// there.
fn no_move(from: &str, act: Act, fit: &[&str]) -> Finding {
    let fit = match fit {
        [] => "none".to_owned(),
        some => some.join(", "),
    };
    Finding::refused(problems::MOVE)
        .at("state")
        .with("state", from)
        .with("act", act.word())
        .with("fit", fit)
}

/// The states that an act leads a list through from where it stands; none where it does not fit.
fn moves(act: Act, from: State) -> Option<&'static [State]> {
    Some(match (act, from) {
        (Act::Release, State::Review) => &[State::Decided, State::Released],
        (Act::Release, State::Decided | State::Inspect) => &[State::Released],
        (Act::Inspect, State::Review | State::Decided) => &[State::Inspect],
        (Act::Refuse, State::Review) => &[State::Returned],
        // What an inspection finds holds the goods; it does not send a list back.
        (Act::Refuse, State::Inspect) => &[State::Held],
        _ => return None,
    })
}

/// The finding that tells the reason of an act: one of the officer's own, or one of those `found`, with
/// the values it was found with.
fn reason_of(
    matter: Matter,
    act: Act,
    reason: &str,
    found: Vec<Finding>,
) -> Result<Finding, Box<Unfit>> {
    let reasons = reasons_for(matter, act, found);
    if let Some(why) = reasons.iter().find(|one| one.code == reason) {
        return Ok(why.clone());
    }
    let known: Vec<&str> = reasons.iter().map(|one| one.code.as_ref()).collect();
    let why = Finding::refused(problems::REASON)
        .at("reason")
        .wants(known.join(", "))
        .with("act", act.word())
        .with("matter", matter.word());
    let why = match reason {
        "" => why.with("given", "no"),
        given => why.saw(given),
    };
    Err(Box::new(Unfit { why, reasons }))
}

/// Every reason there is for an act, each code once.
fn reasons_for(matter: Matter, act: Act, found: Vec<Finding>) -> Vec<Finding> {
    let weight = match act {
        Act::Refuse => Weight::Refuse,
        Act::Release | Act::Inspect => Weight::Review,
    };
    let own = REASONS
        .iter()
        .filter(|(_, serves)| serves.contains(&(matter, act)));
    let mut reasons: Vec<Finding> = own.map(|(code, _)| Finding::new(*code, weight)).collect();
    for one in found {
        if act != Act::Release
            && speaks_against(&one)
            && reasons.iter().all(|it| it.code != one.code)
        {
            reasons.push(Finding { weight, ..one });
        }
    }
    reasons
}

/// Whether the goods were laid before an officer for it. A note laid nothing before anyone, and that a
/// list was drawn or is watched says nothing of its goods.
fn speaks_against(found: &Finding) -> bool {
    let drawn = [problems::INSPECT_DRAWN, problems::INSPECT_WATCH];
    found.weight == Weight::Review && !drawn.contains(&found.code.as_ref())
}

fn on_list(
    desk: &mut Desk<'_>,
    mut one: Declaration,
    act: Act,
    why: Finding,
    by: &str,
) -> Result<Result<Acted, Unfit>, StoreError> {
    let Some(through) = moves(act, one.state) else {
        let every = [Act::Release, Act::Inspect, Act::Refuse].into_iter();
        let fit = every.filter(|act| moves(*act, one.state).is_some());
        let fit: Vec<&str> = fit.map(Act::word).collect();
        return Ok(Err(no_move(&one.state.to_string(), act, &fit)
            .saw(one.state)
            .into()));
    };
    // What the declarant can do depends on where the refusal led.
    let why = match (act, through) {
        (Act::Refuse, [State::Held]) => why.with("held", "held"),
        (Act::Refuse, _) => why.with("held", "returned"),
        _ => why,
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

fn on_return(
    desk: &mut Desk<'_>,
    mut one: Declaration,
    own: &str,
    act: Act,
    why: Finding,
    by: &str,
) -> Result<Result<Acted, Unfit>, StoreError> {
    let Some(mut back) = tables::return_of(desk.session, &one.home, own)? else {
        return Ok(Err(unknown(own).into()));
    };
    if !back.is_open() {
        return Ok(Err(no_move(&back.state, act, &[]).into()));
    }
    let word = match act {
        Act::Release => "accepted",
        Act::Inspect => "held",
        Act::Refuse => "refused",
    };
    let against = returns::decide(desk, &mut one, &mut back, word, Some(why), by)?;
    desk.collect_if_late(&mut one)?;
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
