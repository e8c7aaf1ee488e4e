//! Return 退货: applied for, then accepted or refused when the goods are back.

mod back;

use facts::clearance::ReturnMoved;
use store::StoreError;
use values::{Finding, Moment, Quantity};

use self::back::give_back;
use super::{
    Desk, RULES,
    answer::{Reply, echo},
    desk::subject,
    submission::key_of,
    withdraw::asked_for,
};
use crate::{
    decide::{Released, ReleasedLine, ReturnCall, relieve},
    model::{Home, List, Returned, State},
    problems,
    store::{self as tables, Declaration, Return},
};

/// Takes an application; nothing stands against it ([`objections`]).
pub(super) fn apply(
    desk: &mut Desk<'_>,
    returned: &Returned,
    reply: &Reply<'_>,
) -> Result<(), StoreError> {
    let taken = Return {
        own: reply.own.to_owned(),
        state: "applied".into(),
        applied: desk.now.0,
        lines: asked(returned),
    };
    tables::put_return(desk.session, reply.home, &taken)?;
    tell(desk, reply.home, &taken, &[], RULES)?;
    desk.reply(reply, State::Declaring, &[])?;
    desk.reply(reply, State::Stored, &[])
}

/// Line and how many come back.
fn asked(returned: &Returned) -> Vec<(u32, Quantity)> {
    let lines = returned.lines.iter();
    lines.map(|line| (line.gnum, line.quantity)).collect()
}

/// What stands against an application of that key: it has to come within the days of the law, and ask for
/// lines that left and are not back yet.
pub(super) fn objections(
    desk: &Desk<'_>,
    returned: &Returned,
    record: &messages::Record,
    home: &Home,
    own: &str,
) -> Result<Vec<Finding>, StoreError> {
    let one = match fits(desk, returned, record, home)? {
        Ok(one) => one,
        Err(found) => return Ok(vec![found]),
    };
    let call = ReturnCall {
        applied: desk.now.day(),
        arrived: None,
        original: true,
        lines: asked(returned),
    };
    let relief = relieve(&released(desk, &one, Some(own))?, &call, desk.law());
    if relief.allowed() && one.state != State::Released {
        return Ok(vec![not_released(&one, returned)]);
    }
    let of = |finding: Finding| finding.of("625");
    Ok(relief.findings.into_iter().map(of).collect())
}

/// Takes an application back that is not decided yet.
pub(super) fn take_back(desk: &mut Desk<'_>, reply: &Reply<'_>) -> Result<(), StoreError> {
    let Some(mut stands) = tables::return_of(desk.session, reply.home, reply.own)? else {
        return Ok(());
    };
    if stands.is_open() {
        stands.state = "withdrawn".into();
        tables::put_return(desk.session, reply.home, &stands)?;
        tell(desk, reply.home, &stands, &[], "declarant")?;
    }
    Ok(())
}

fn fits(
    desk: &Desk<'_>,
    returned: &Returned,
    record: &messages::Record,
    home: &Home,
) -> Result<Result<Declaration, Finding>, StoreError> {
    let one = match asked_for(desk, &returned.of, record, home)? {
        Ok(one) => one,
        Err(unknown) => return Ok(Err(unknown)),
    };
    // Of a closed list the days are told first: that is why it is too late.
    if !matches!(one.state, State::Released | State::Closed) {
        return Ok(Err(not_released(&one, returned)));
    }
    let (list, _) = List::read(&*desk.list_record(&one)?);
    for line in &returned.lines {
        let original = list
            .lines
            .iter()
            .find(|original| original.gnum == line.gnum);
        if original.is_none_or(|original| original.hs != line.hs || original.unit != line.unit) {
            let finding = Finding::refused(problems::RETURN_LINE)
                .of("625")
                .at("gnum")
                .item(line.gnum)
                .saw(format!("{} {}", line.gnum, line.hs));
            return Ok(Err(finding));
        }
    }
    Ok(Ok(one))
}

fn not_released(one: &Declaration, returned: &Returned) -> Finding {
    Finding::refused(problems::RETURN_STATE)
        .of("625")
        .at("invtNo")
        .saw(one.state)
        .wants(800)
        .with("list", &returned.of.invt_no)
}

/// The list as it left, with what is back already; `beside` counts undecided returns too, but for the one
/// of that key, which asks.
fn released(
    desk: &Desk<'_>,
    one: &Declaration,
    beside: Option<&str>,
) -> Result<Released, StoreError> {
    let (list, _) = List::read(&*desk.list_record(one)?);
    let bill = desk.bills_of_list(one)?.into_iter().next();
    let billed = bill.map(|bill| bill.lines).unwrap_or_default();
    let returns = tables::returns_of(desk.session, &one.home)?;
    let counts = |back: &&Return| {
        let asks_beside = beside.is_some_and(|own| back.is_open() && back.own != own);
        back.state == "accepted" || asks_beside
    };
    let lines = list.lines.iter().map(|line| {
        let tax = billed
            .iter()
            .find(|tax| tax.gnum == line.gnum)
            .cloned()
            .unwrap_or_default();
        let back = returns
            .iter()
            .filter(counts)
            .flat_map(|back| &back.lines)
            .filter(|(gnum, _)| *gnum == line.gnum);
        ReleasedLine {
            gnum: line.gnum,
            quantity: line.quantity,
            returned: back.map(|(_, quantity)| *quantity).sum(),
            taxable: tax.taxable,
            duty: tax.duty,
            consumption: tax.consumption,
            vat: tax.vat,
        }
    });
    Ok(Released {
        day: Moment(one.released.unwrap_or(desk.now.0)).day(),
        lines: lines.collect(),
    })
}

/// The goods are back and an officer decides: accepted, held, or refused for a reason. What the law
/// has against an acceptance comes back: then the return is refused.
pub(super) fn decide(
    desk: &mut Desk<'_>,
    one: &mut Declaration,
    back: &mut Return,
    word: &str,
    reason: Option<Finding>,
    by: &str,
) -> Result<Vec<Finding>, StoreError> {
    let home = one.home.clone();
    let record = return_record(desk, &home, &back.own)?;
    let own = back.own.clone();
    let key = record
        .as_deref()
        .and_then(key_of)
        .unwrap_or_else(|| own.clone());
    let echo = record.as_deref().map(echo).unwrap_or_default();
    let reply = Reply {
        home: &home,
        message: "625",
        own: &own,
        key: &key,
        echo: &echo,
        clock: Some(&home),
        by: Some(by),
    };
    if word == "held" {
        back.state = "held".into();
        tables::put_return(desk.session, &home, back)?;
        tell(
            desk,
            &home,
            back,
            &reason.into_iter().collect::<Vec<_>>(),
            by,
        )?;
        desk.reply(&reply, State::Review, &[])?;
        return Ok(Vec::new());
    }
    let others = matches!(&reason, Some(why) if why.code == problems::NOT_ORIGINAL);
    let call = ReturnCall {
        applied: Moment(back.applied).day(),
        arrived: Some(desk.now.day()),
        original: !others,
        lines: back.lines.clone(),
    };
    let relief = relieve(&released(desk, one, None)?, &call, desk.law());
    let mut found = relief.findings.clone();
    if word == "refused" {
        // That the goods are others the law finds by itself.
        found.splice(0..0, reason.filter(|_| !others));
    }
    for one in &mut found {
        one.paper.message = "625".into();
    }
    if word == "accepted" && relief.allowed() {
        back.state = "accepted".into();
        tables::put_return(desk.session, &home, back)?;
        give_back(desk, one, back, &relief)?;
        tell(desk, &home, back, &[], by)?;
        desk.reply(&reply, State::Decided, &[])?;
        return Ok(Vec::new());
    }
    back.state = "refused".into();
    tables::put_return(desk.session, &home, back)?;
    tell(desk, &home, back, &found, by)?;
    desk.reply(&reply, State::Returned, &found)?;
    Ok(match word {
        "accepted" => relief.findings,
        _ => Vec::new(),
    })
}

fn return_record(
    desk: &Desk<'_>,
    home: &Home,
    own: &str,
) -> Result<Option<std::sync::Arc<messages::Record>>, StoreError> {
    let kept = desk.papers_of(home)?;
    kept.iter()
        .rfind(|paper| paper.message == "625" && paper.own == own)
        .map(|paper| desk.record_of(paper).cloned())
        .transpose()
}

fn tell(
    desk: &mut Desk<'_>,
    home: &Home,
    back: &Return,
    why: &[Finding],
    by: &str,
) -> Result<(), StoreError> {
    let fact = ReturnMoved {
        order: (home.issuer().into(), home.number().into()),
        key: back.own.clone(),
        state: back.state.clone(),
        why: why.iter().map(|finding| finding.code.to_string()).collect(),
        by: by.to_owned(),
    };
    desk.journal
        .append(
            desk.now,
            &format!("{}/return/{}", subject(home), back.own),
            &fact,
        )
        .map(drop)
}
