//! A declaration on its way: filed, waiting for papers, judged.

use facts::clearance::DeclarationMoved;
use store::{Fault, StoreError};
use values::{Finding, Moment, Weight};

use super::{
    CLOCK, Desk, RULES,
    answer::{Reply, echo},
    desk::subject,
    gathered::Papers,
    hold::Holding,
    submission::key_of,
};
use crate::{
    model::{Home, List, State, plain},
    problems,
    store::{self as tables, Declaration, Due},
};

impl Desk<'_> {
    /// A list was filed or corrected: it stands at 2 and is judged as soon as its papers are there.
    pub(super) fn file_list(
        &mut self,
        list: &List,
        home: &Home,
        own: &str,
        edition: i64,
        doubts: &[Finding],
    ) -> Result<(), StoreError> {
        let mut before = self.declaration(home)?;
        let mut freed = None;
        if let Some(before) = &mut before {
            self.free_other_claims(before, list)?;
            if before.state.is_judged() {
                self.take_back(before)?;
                freed = Some(before.guarantor.clone());
            }
        }
        // A list changed before it was decided is the same attempt: a change escapes no draw.
        let attempt = before.as_ref().map_or(1, |before| {
            before.attempt + i64::from(before.state.may_be_declared_anew())
        });
        let kept = before.filter(|before| before.own == own && before.state != State::Withdrawn);
        let serial = kept.as_ref().map_or_else(
            || {
                self.counters.serial += 1;
                self.counters.serial
            },
            |before| before.serial,
        );
        let one = Declaration {
            home: home.clone(),
            serial,
            attempt,
            state: State::Declaring,
            own: own.to_owned(),
            edition,
            // B + day + nine digits (rules.md §6).
            pre_no: kept.map_or_else(
                || format!("B{}{serial:09}", self.now.day().wire()),
                |before| before.pre_no,
            ),
            invt_no: None,
            missing: String::new(),
            guarantor: list.guarantor.clone(),
            person: self
                .zone
                .keys
                .person(&plain(&list.buyer.number))
                .as_str()
                .to_owned(),
            held: String::from("[]"),
            verdict: None,
            since: self.now.0,
            released: None,
            told: 0,
        };
        self.keep_declaration(&one)?;
        let papers = self.papers_there(&one)?;
        let missing = papers.missing(self)?;
        let mut why = self.awaited(&papers, &missing, home, Weight::Wait)?;
        self.moved(&one, &[State::Declaring], &why, RULES)?;
        why.extend_from_slice(doubts);
        self.answer_list(&one, &[State::Declaring], &why, None)?;
        if missing.is_empty() {
            self.judge(one, papers)?;
        } else {
            self.wait(one, &missing)?;
        }
        match freed {
            Some(guarantor) => self.free_short(&guarantor).map(drop),
            None => Ok(()),
        }
    }

    /// A paper was changed: a list that was judged by the one before and is not decided yet goes
    /// back to 2, gives back what it held, and is judged anew.
    pub(super) fn reconsider(&mut self, home: &Home) -> Result<(), StoreError> {
        let Some(mut one) = self.declaration(home)? else {
            return Ok(());
        };
        if !one.state.is_judged() {
            return self.advance(home);
        }
        self.take_back(&mut one)?;
        one.state = State::Declaring;
        let guarantor = one.guarantor.clone();
        self.keep_declaration(&one)?;
        self.moved(&one, &[State::Declaring], &[], RULES)?;
        self.answer_list(&one, &[State::Declaring], &[], None)?;
        self.advance(home)?;
        self.free_short(&guarantor).map(drop)
    }

    /// Gives back what a list holds that was judged and not decided.
    fn take_back(&mut self, one: &mut Declaration) -> Result<(), StoreError> {
        let act = self.next_act();
        self.give_back(one, act)?;
        tables::leave_short(self.session, one)
    }

    /// Looks whether a waiting declaration is complete now, and judges it when it is.
    pub(super) fn advance(&mut self, home: &Home) -> Result<(), StoreError> {
        let Some(one) = self
            .declaration(home)?
            .filter(|one| one.state == State::Declaring)
        else {
            return Ok(());
        };
        let papers = self.papers_there(&one)?;
        self.go_on(one, papers)
    }

    /// What a list waits for, and who has to send it.
    pub(super) fn awaited(
        &self,
        papers: &Papers,
        missing: &[&str],
        home: &Home,
        weight: Weight,
    ) -> Result<Vec<Finding>, StoreError> {
        let hours = self.wait_hours();
        let found = missing.iter().map(|message| {
            let finding = lacks(message, home, hours, weight);
            match *message {
                "411" => papers.beside(self, finding),
                _ => Ok(finding),
            }
        });
        found.collect()
    }

    pub(super) fn papers_there(&self, one: &Declaration) -> Result<Papers, StoreError> {
        self.papers(one)?
            .ok_or_else(|| StoreError::damaged("a declaration without its list"))
    }

    /// Judges it when its papers are there; else it waits, and tells what it did not wait for before.
    fn go_on(&mut self, mut one: Declaration, papers: Papers) -> Result<(), StoreError> {
        let missing = papers.missing(self)?;
        if missing.is_empty() {
            one.missing.clear();
            return self.judge(one, papers);
        }
        let known = |message: &&str| one.missing.split(' ').any(|told| told == *message);
        if !missing.iter().all(known) {
            if one.missing.is_empty() {
                // It was judged before: its hours begin anew.
                one.since = self.now.0;
            }
            let why = self.awaited(&papers, &missing, &one.home, Weight::Wait)?;
            self.answer_list(&one, &[State::Declaring], &why, None)?;
        }
        self.wait(one, &missing)
    }

    /// Notes what it waits for, and until when.
    fn wait(&mut self, mut one: Declaration, missing: &[&str]) -> Result<(), StoreError> {
        let first = one.missing.is_empty();
        one.missing = missing.join(" ");
        self.keep_declaration(&one)?;
        if !first {
            return Ok(());
        }
        let due = Due {
            at: Moment(one.since).plus_hours(self.wait_hours()).0,
            home: one.home.clone(),
            what: "wait-over".into(),
            serial: one.serial,
        };
        tables::due(self.session, &due)
    }

    /// How long a list waits for its papers.
    pub(super) fn wait_hours(&self) -> i64 {
        self.law().count("match.wait_hours").unwrap_or(72)
    }

    /// Moves a declaration through states that must follow from one another, with a receipt each.
    pub(super) fn pass(
        &mut self,
        one: &mut Declaration,
        through: &[State],
        why: &[Finding],
        by: &str,
    ) -> Result<(), StoreError> {
        for next in through {
            if !one.state.may_become(*next) {
                return Err(StoreError::new(
                    Fault::Other,
                    format!("no move from {} to {next}", one.state),
                ));
            }
            one.state = *next;
            if *next == State::Stored && one.invt_no.is_none() {
                one.invt_no = Some(self.list_number(one)?);
            }
        }
        if one.state == State::Released {
            one.released = Some(self.now.0);
        }
        self.keep_declaration(one)?;
        self.moved(one, through, why, by)?;
        let officer = Some(by).filter(|by| ![RULES, CLOCK].contains(by));
        self.answer_list(one, through, why, officer)
    }

    /// Four digits of the office, the year, I, nine digits (rules.md §6).
    fn list_number(&self, one: &Declaration) -> Result<String, StoreError> {
        let record = self.list_record(one)?;
        let office = record.get("customsCode").unwrap_or("0000");
        Ok(format!(
            "{office}{}I{:09}",
            self.now.day().year(),
            one.serial
        ))
    }

    pub(super) fn moved(
        &mut self,
        one: &Declaration,
        through: &[State],
        why: &[Finding],
        by: &str,
    ) -> Result<(), StoreError> {
        let fact = DeclarationMoved {
            order: (one.home.issuer().into(), one.home.number().into()),
            through: through.iter().map(ToString::to_string).collect(),
            list: one.invt_no.clone(),
            why: why.iter().map(|finding| finding.code.to_string()).collect(),
            by: by.to_owned(),
        };
        self.journal
            .append(self.now, &subject(&one.home), &fact)
            .map(drop)
    }

    /// One 622 for each state; the reasons stand on the last, and the officer who decided.
    fn answer_list(
        &mut self,
        one: &Declaration,
        through: &[State],
        why: &[Finding],
        by: Option<&str>,
    ) -> Result<(), StoreError> {
        let record = self.list_record(one)?;
        let key = key_of(&record).unwrap_or_default();
        let mut echo = echo(&record);
        echo.retain(|(field, _)| !matches!(*field, "preNo" | "invtNo"));
        echo.push(("preNo", &one.pre_no));
        let reply = Reply {
            home: &one.home,
            message: "621",
            own: &one.own,
            key: &key,
            echo: &echo,
            clock: Some(&one.home),
            by,
        };
        let mut states: Vec<(State, &[Finding])> =
            through.iter().map(|state| (*state, &[][..])).collect();
        if let Some((_, told)) = states.last_mut() {
            *told = why;
        }
        self.replies(&reply, &states, one.invt_no.as_deref())
    }

    /// A list that waits is taken back by its agent.
    pub(super) fn drop_list(&mut self, home: &Home) -> Result<(), StoreError> {
        let Some(mut one) = self.declaration(home)? else {
            return Ok(());
        };
        if one.state != State::Declaring {
            return Ok(());
        }
        let (list, _) = List::read(&*self.list_record(&one)?);
        self.free_claims(&one, &list)?;
        one.state = State::Withdrawn;
        self.keep_declaration(&one)?;
        self.moved(&one, &[State::Withdrawn], &[], "declarant")
    }

    /// What a list that ended had claimed is free again.
    pub(super) fn free_claims(&self, one: &Declaration, list: &List) -> Result<(), StoreError> {
        tables::release_claim(self.session, "waybill", &list.waybill(), &one.home)
    }

    /// A corrected list may name another waybill: the one before is free again.
    fn free_other_claims(&self, before: &Declaration, list: &List) -> Result<(), StoreError> {
        let (earlier, _) = List::read(&*self.list_record(before)?);
        if earlier.waybill() != list.waybill() {
            self.free_claims(before, &earlier)?;
        }
        Ok(())
    }
}

/// What is missing, and who has to send it.
fn lacks(message: &str, order: &Home, hours: i64, weight: Weight) -> Finding {
    let code = match message {
        "311" => problems::ORDER_MISSING,
        "411" => problems::PAYMENT_MISSING,
        _ => problems::WAYBILL_MISSING,
    };
    Finding::new(code, weight)
        .of(message.to_owned())
        .at("orderNo")
        .with("order", order.number())
        .with("platform", order.issuer())
        .with("hours", hours)
        .with("over", if weight == Weight::Wait { "no" } else { "yes" })
}

impl Holding {
    /// Holdings of a declaration, from its column.
    pub(super) fn of(one: &Declaration) -> Result<Vec<Self>, StoreError> {
        serde_json::from_str(&one.held)
            .map_err(|error| StoreError::damaged(format!("holdings: {error}")))
    }
}
