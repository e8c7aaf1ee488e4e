//! Whether a paper fits what stands: new or a change, by firms that are filed, with numbers that are
//! still free.

use messages::Record;
use store::StoreError;
use values::Finding;

use super::{Desk, Paper, Submission};
use crate::{
    decide::{matching::same, paper},
    model::{Home, State},
    problems,
    store::{self as tables, Claimed, Paper as Kept},
};

/// State of a paper that was deleted.
pub(crate) const DELETED: i64 = 100;

/// State of a paper that was saved and not declared.
pub(crate) const SAVED: i64 = 1;

/// Whether the document is only saved (暂存), not declared.
pub(super) fn saves(one: &Submission) -> bool {
    one.record.get("appStatus") == Some("1")
}

pub(super) fn same_document(stands: &Kept, record: &Record) -> bool {
    record.get("guid") == Some(&stands.guid) && record.get("appTime") == Some(&stands.app_time)
}

/// State and owner of the declaration that depends on this paper, or of the return it asked for, if
/// there is one.
pub(super) fn live_state(
    desk: &Desk<'_>,
    one: &Submission,
    home: &Home,
    own: &str,
) -> Result<Option<(State, String)>, StoreError> {
    let home = match one.message.as_str() {
        "511" => tables::claimed(desk.session, "waybill", home)?,
        "311" | "411" | "621" => Some(home.clone()),
        "625" => return decided_return(desk, home, own),
        _ => None,
    };
    let Some(home) = home else { return Ok(None) };
    Ok(desk.declaration(&home)?.map(|one| (one.state, one.own)))
}

/// An accepted return is as final as the release it takes back; one that was refused has ended.
fn decided_return(
    desk: &Desk<'_>,
    home: &Home,
    own: &str,
) -> Result<Option<(State, String)>, StoreError> {
    let stands = tables::return_of(desk.session, home, own)?;
    let state = stands.and_then(|stands| match stands.counts() {
        true if stands.is_open() => None,
        true => Some(State::Decided),
        false => Some(State::Returned),
    });
    Ok(state.map(|state| (state, own.to_owned())))
}

/// Whether new, change or delete fits what stands (rules.md §2.2).
pub(super) fn fits(
    one: &Submission,
    stands: Option<&Kept>,
    app_type: &str,
    ended: bool,
    live: Option<State>,
) -> Option<Finding> {
    let finding = |code: &'static str| {
        Some(
            Finding::refused(code)
                .of(one.message.clone())
                .at("appType")
                .saw(app_type),
        )
    };
    // What it means to do is not known: that is told already.
    let unknown = |found: &Finding| found.refuses() && found.field == "appType";
    if one.findings.iter().any(unknown) {
        return None;
    }
    let Some(stands) = stands else {
        return match app_type {
            "1" => None,
            _ => finding(problems::UNKNOWN),
        };
    };
    // Nothing depends on what was never declared.
    if stands.state == SAVED {
        return None;
    }
    // What a list may go by cannot be put back among drafts.
    if saves(one) {
        return finding(problems::FIXED).map(|found| {
            let found = found.at("appStatus").saw("1").wants("2");
            found.with("of", "saved")
        });
    }
    // A change counts until the list is decided, and again when it was returned. One that was
    // withdrawn is final: it is declared anew. Deleted is only what no list depends on.
    let changes = live.is_none_or(|state| {
        state.is_undecided()
            || state.is_refused()
            || state == State::Withdrawn && one.message != "621"
    });
    let falls = live.is_none_or(|state| {
        state.may_be_declared_anew() || state == State::Declaring && one.message == "621"
    });
    let older = one.record.get("appTime").unwrap_or_default() < stands.app_time.as_str();
    match app_type {
        "1" if ended => None,
        "1" => finding(problems::CONFLICT).map(|found| {
            let of = if one.message == "623" {
                "once"
            } else {
                "paper"
            };
            found.with("of", of).with("time", &stands.app_time)
        }),
        _ if older => {
            finding(problems::OLD).map(|found| found.at("appTime").wants(&stands.app_time))
        }
        "3" if !falls => finding(problems::FIXED).map(|found| fixed(found, one, live)),
        "2" if !changes => finding(problems::FIXED).map(|found| fixed(found, one, live)),
        _ => None,
    }
}

/// What the paper cannot be changed or deleted for: its own list, an accepted return, a list that goes
/// by it and is not decided yet; else a decided one.
fn fixed(found: Finding, one: &Submission, live: Option<State>) -> Finding {
    let of = match one.message.as_str() {
        "621" => "list",
        "625" => "return",
        _ if live.is_some_and(State::is_undecided) => "waiting",
        _ => "paper",
    };
    let state = live.map(|state| state.to_string()).unwrap_or_default();
    found.with("of", of).with("state", state)
}

/// The firms and the site a paper names must be filed.
pub(super) fn filed(desk: &Desk<'_>, one: &Submission) -> Vec<Finding> {
    use identity::Role::{Agent, Carrier, Guarantor, Operator, Payment, Platform, Seller};
    let roles: &[(&'static str, identity::Role)] = match one.message.as_str() {
        "311" => &[("ebpCode", Platform), ("ebcCode", Seller)],
        "411" => &[("payCode", Payment), ("ebpCode", Platform)],
        "511" | "513" => &[("logisticsCode", Carrier)],
        "621" => &[
            ("ebpCode", Platform),
            ("ebcCode", Seller),
            ("logisticsCode", Carrier),
            ("agentCode", Agent),
            ("assureCode", Guarantor),
        ],
        "623" | "625" => &[("agentCode", Agent)],
        "711" => &[("operatorCode", Operator), ("logisticsCode", Carrier)],
        _ => &[],
    };
    let mut found = Vec::new();
    for (field, role) in roles {
        let Some(code) = one.record.get(field) else {
            continue;
        };
        let finding = |problem: &'static str| {
            Finding::refused(problem)
                .of(one.message.clone())
                .at(*field)
                .saw(code)
                .with("role", role.word())
        };
        match desk.filings.party(code) {
            None => found.push(finding(problems::PARTY_UNKNOWN)),
            Some(party) if !party.roles.contains(role) => {
                found.push(finding(problems::PARTY_ROLE).with("name", &party.name))
            }
            Some(_) => {}
        }
    }
    found.extend(sender(desk, one, roles));
    if let Some(Paper::Tally(tally)) = &one.paper
        && !desk.filings.sites.contains_key(&tally.customs)
    {
        let finding = Finding::refused(problems::SITE_UNKNOWN).of("711");
        found.push(finding.at("customsCode").saw(&tally.customs));
    }
    if let Some(Paper::List(list)) = &one.paper {
        let finding = |problem: &'static str| {
            Finding::refused(problem)
                .of("621")
                .with("office", &list.customs)
        };
        match desk.filings.sites.get(&list.customs) {
            None => found.push(
                finding(problems::SITE_UNKNOWN)
                    .at("customsCode")
                    .saw(&list.customs),
            ),
            Some(site) if !site.modes.contains(&list.trade_mode) => {
                found.push(
                    finding(problems::SITE_MODE)
                        .at("tradeMode")
                        .saw(&list.trade_mode)
                        .wants(site.modes.join(", ")),
                );
            }
            Some(_) => {}
        }
        if let Some(book) = list
            .book
            .as_ref()
            .filter(|book| !desk.filings.books.contains_key(*book))
        {
            found.push(
                Finding::refused(problems::BOOK_UNKNOWN)
                    .of("621")
                    .at("emsNo")
                    .saw(book),
            );
        }
    }
    found
}

/// Who sends a message must be filed: as one of the firms that its paper names, or in a role that sends
/// such messages. The envelope of a zone without firms says nothing that the paper does not.
fn sender(
    desk: &Desk<'_>,
    one: &Submission,
    named: &[(&'static str, identity::Role)],
) -> Option<Finding> {
    let code = one.sender.as_str();
    let is_named =
        |(field, _): &(&str, _)| one.record.get(field).is_some_and(|named| same(named, code));
    if code.is_empty() || desk.filings.parties.is_empty() || named.iter().any(is_named) {
        return None;
    }
    let message = one.record.message();
    let senders: Vec<_> = message
        .senders
        .iter()
        .filter_map(|role| acts_as(*role))
        .collect();
    let finding = |problem: &'static str| {
        let first = senders.first().map_or("", |role| role.word());
        Finding::refused(problem)
            .of(one.message.clone())
            .at("copCode")
            .saw(code)
            .with("role", first)
    };
    let Some(party) = desk.filings.party(code) else {
        return Some(finding(problems::PARTY_UNKNOWN));
    };
    let may = party.roles.iter().any(|role| senders.contains(role));
    (!may).then(|| finding(problems::PARTY_ROLE).with("name", &party.name))
}

/// The role in which a firm is filed for what the table of messages says who sends.
fn acts_as(sender: messages::Role) -> Option<identity::Role> {
    use identity::Role;
    match sender {
        messages::Role::Platform => Some(Role::Platform),
        messages::Role::Seller => Some(Role::Seller),
        messages::Role::Payment => Some(Role::Payment),
        messages::Role::Carrier => Some(Role::Carrier),
        messages::Role::Agent => Some(Role::Agent),
        messages::Role::Operator => Some(Role::Operator),
        messages::Role::Customs => None,
    }
}

/// Numbers that serve one dossier only. What is only saved takes none, nor does a deletion.
pub(super) fn claims(
    desk: &Desk<'_>,
    one: &Submission,
    home: &Home,
    own: &str,
) -> Result<Option<Finding>, StoreError> {
    let own = own_number(own);
    match &one.paper {
        _ if saves(one) || one.record.get("appType") == Some("3") => Ok(None),
        Some(Paper::Withdrawal(_) | Paper::Return(_)) => {
            let claimed = tables::claim(desk.session, own_kind(&one.message), &own, home)?;
            Ok((!claimed.ours()).then(|| another_order(one)))
        }
        Some(Paper::List(list)) => {
            let claimed = tables::claim(desk.session, own_kind("621"), &own, home)?;
            if !claimed.ours() {
                return Ok(Some(another_order(one)));
            }
            if tables::claim(desk.session, "waybill", &list.waybill(), home)?.ours() {
                return Ok(None);
            }
            // What is refused claims nothing.
            if claimed == Claimed::Now {
                tables::release_claim(desk.session, own_kind("621"), &own, home)?;
            }
            Ok(Some(
                Finding::refused(problems::WAYBILL_USED)
                    .of("621")
                    .at("logisticsNo")
                    .saw(&list.waybill_no),
            ))
        }
        Some(Paper::Payment(payment)) => {
            // One payment may serve several orders only as registered sub-orders.
            let number = payment.as_number();
            let split = desk.filings.splits.get(&number);
            let part =
                split.and_then(|split| split.orders.iter().find(|part| part.home() == *home));
            if let Some(part) = part.filter(|part| part.amount != payment.amount) {
                return Ok(Some(paper::split_amount(payment, part.amount)));
            }
            let outside = split.is_some() && part.is_none();
            // Whoever is outside the split claims nothing.
            let first = !outside && tables::claim(desk.session, "payment", &number, home)?.ours();
            let serves = first || part.is_some();
            Ok((!serves).then(|| {
                Finding::refused(problems::PAYMENT_USED)
                    .of("411")
                    .at("payTransactionId")
                    .saw(&payment.number)
            }))
        }
        _ => Ok(None),
    }
}

/// By what name an agent's own number of such a paper is claimed.
pub(super) fn own_kind(message: &str) -> &'static str {
    match message {
        "623" => "withdrawal",
        "625" => "return",
        _ => "list",
    }
}

/// The number that an agent gave a paper: agent and copNo, which tell it apart where it lies.
pub(super) fn own_number(own: &str) -> Home {
    let (agent, number) = own.split_once('/').unwrap_or_default();
    Home::new(agent, number)
}

/// The agent's number serves another order.
fn another_order(one: &Submission) -> Finding {
    let number = one.record.get("copNo").unwrap_or_default();
    let finding = Finding::refused(problems::CONFLICT).of(one.message.clone());
    finding.at("copNo").saw(number).with("of", "number")
}
