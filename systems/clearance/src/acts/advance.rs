//! A declaration on its way: filed, waiting for papers, judged.

use std::collections::BTreeMap;

use facts::clearance::DeclarationMoved;
use messages::Record;
use store::{Fault, StoreError};
use values::{Finding, Moment, Quantity, Weight};

use super::{
    Desk,
    answer::{Reply, refusal},
    desk,
    receive::echo,
    release::Holding,
};
use crate::{
    decide::{Outcome, Standing, Verdict, assess},
    model::{Dossier, Home, List, Order, Payment, State, Waybill},
    problems,
    store::{self as tables, Declaration, Due, Paper as Kept, Stored},
};

/// What a verdict was made of, kept so that it can be made again.
#[derive(Debug, Clone, serde::Serialize, serde::Deserialize)]
pub(super) struct Inputs {
    /// The papers: home, message, own, edition.
    pub papers: Vec<(String, String, String, String, i64)>,
    /// Ledger and filings.
    pub standing: Standing,
    /// When the order was first reported, in milliseconds.
    pub ordered: i64,
    /// Item records looked at.
    pub items: BTreeMap<String, crate::model::BookItem>,
}

impl Desk<'_> {
    /// A list was filed or corrected: it stands at 2 and is judged as soon as its papers are there.
    pub(super) fn file_list(
        &mut self,
        list: &List,
        home: &Home,
        own: &str,
        edition: i64,
    ) -> Result<(), StoreError> {
        let before = tables::declaration(self.session, home)?;
        if let Some(before) = &before {
            self.free_other_claims(before, list)?;
        }
        let attempt = before.as_ref().map_or(1, |before| before.attempt + 1);
        let kept = before.filter(|before| before.own == own && before.state != State::Withdrawn);
        let (serial, was) = match &kept {
            Some(before) => (before.serial, Some(before.state)),
            None => {
                self.counters.serial += 1;
                (self.counters.serial, None)
            }
        };
        let mut one = Declaration {
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
                .person(&list.buyer.number)
                .as_str()
                .to_owned(),
            held: String::from("[]"),
            verdict: None,
            since: self.now.0,
            released: None,
            moved: self.now.0,
            was,
        };
        tables::put_declaration(self.session, &mut one)?;
        self.moved(&one, &[State::Declaring], &[], "rules")?;
        self.answer_list(&one, &[State::Declaring], &[])?;
        self.advance(home)
    }

    /// Looks whether a waiting declaration is complete now, and judges it when it is.
    pub(super) fn advance(&mut self, home: &Home) -> Result<(), StoreError> {
        let Some(mut one) =
            tables::declaration(self.session, home)?.filter(|one| one.state == State::Declaring)
        else {
            return Ok(());
        };
        let Some(papers) = self.papers(&one)? else {
            return Err(damaged("a declaration without its list"));
        };
        let missing = papers.missing();
        if !missing.is_empty() {
            let first = one.missing.is_empty();
            one.missing = missing.join(" ");
            tables::put_declaration(self.session, &mut one)?;
            if first {
                let hours = self.law().count("match.wait_hours").unwrap_or(72);
                let at = Moment(one.since).plus_hours(hours).0;
                tables::due(
                    self.session,
                    &Due {
                        at,
                        home: home.clone(),
                        what: "wait-over".into(),
                        serial: one.serial,
                    },
                )?;
            }
            return Ok(());
        }
        one.missing.clear();
        self.judge(one, papers)
    }

    fn judge(&mut self, mut one: Declaration, papers: Papers) -> Result<(), StoreError> {
        let (dossier, ordered) = papers.dossier(self)?;
        let standing = self.standing(&one, &dossier)?;
        let verdict = assess(&dossier, &standing, self.law(), &self.zone.codes);
        let act = self.next_act();
        let inputs = Inputs {
            papers: papers.names(),
            standing,
            ordered,
            items: dossier.items.clone(),
        };
        self.keep_verdict(act, &one.home, &inputs, &verdict)?;
        one.verdict = Some(act);
        let telling = telling(&verdict.findings);
        match verdict.outcome {
            Outcome::Refuse => {
                let state = telling
                    .first()
                    .map_or(State::Returned, |first| refusal(self, "621", first));
                let through: &[State] = if state == State::Returned {
                    &[State::Sent, State::Stored, State::Returned]
                } else {
                    &[state]
                };
                self.free_claims(&one, &dossier.list)?;
                self.pass(&mut one, through, &telling, "rules")
            }
            Outcome::Wait => {
                self.hold(&mut one, act, &dossier, &verdict, false, false)?;
                tables::enter_short(self.session, &one)?;
                self.pass(&mut one, &[State::Sent, State::Stored], &telling, "rules")
            }
            Outcome::Review => {
                self.hold(&mut one, act, &dossier, &verdict, true, false)?;
                self.pass(
                    &mut one,
                    &[State::Sent, State::Stored, State::Review],
                    &telling,
                    "rules",
                )
            }
            Outcome::Inspect => {
                self.hold(&mut one, act, &dossier, &verdict, true, false)?;
                self.pass(
                    &mut one,
                    &[State::Sent, State::Stored, State::Decided, State::Inspect],
                    &telling,
                    "rules",
                )
            }
            Outcome::Release => {
                self.hold(&mut one, act, &dossier, &verdict, true, true)?;
                self.pass(
                    &mut one,
                    &[State::Sent, State::Stored, State::Decided, State::Released],
                    &[],
                    "rules",
                )?;
                self.bill(&one, &verdict.tax.lines, 0)
            }
        }
    }

    fn keep_verdict(
        &self,
        act: i64,
        home: &Home,
        inputs: &Inputs,
        verdict: &Verdict,
    ) -> Result<(), StoreError> {
        let json = |error: serde_json::Error| StoreError::new(Fault::Other, error.to_string());
        tables::put_verdict(
            self.session,
            &Stored {
                act,
                home: home.clone(),
                day: self.now.day().to_string(),
                program: self.zone.program.clone(),
                inputs: serde_json::to_string(inputs).map_err(json)?,
                verdict: serde_json::to_string(verdict).map_err(json)?,
            },
        )
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
        one.moved = self.now.0;
        if one.state == State::Released {
            one.released = Some(self.now.0);
        }
        tables::put_declaration(self.session, one)?;
        self.moved(one, through, why, by)?;
        self.answer_list(one, through, why)
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

    pub(super) fn list_record(&self, one: &Declaration) -> Result<Record, StoreError> {
        let kept = tables::papers_of(self.session, &one.home)?;
        let paper = kept.iter().find(|paper| {
            paper.message == "621" && paper.own == one.own && paper.edition == one.edition
        });
        self.record_of(paper.ok_or_else(|| damaged("a declaration without its list"))?)
    }

    pub(super) fn record_of(&self, paper: &Kept) -> Result<Record, StoreError> {
        self.zone
            .catalogue
            .record(&paper.body)
            .map_err(|error| damaged(&format!("a kept paper: {error}")))
    }

    pub(super) fn moved(
        &mut self,
        one: &Declaration,
        through: &[State],
        why: &[Finding],
        by: &str,
    ) -> Result<(), StoreError> {
        let fact = DeclarationMoved {
            order: (one.home.issuer.clone(), one.home.number.clone()),
            through: through.iter().map(ToString::to_string).collect(),
            list: one.invt_no.clone(),
            why: why.iter().map(|finding| finding.code.to_string()).collect(),
            by: by.to_owned(),
        };
        self.journal
            .append(self.now, &subject(&one.home), &fact)
            .map(drop)
    }

    /// One 622 for each state; the reasons stand on the last.
    fn answer_list(
        &mut self,
        one: &Declaration,
        through: &[State],
        why: &[Finding],
    ) -> Result<(), StoreError> {
        let record = self.list_record(one)?;
        let mut echo = echo(&record);
        echo.retain(|(field, _)| !matches!(*field, "preNo" | "invtNo"));
        echo.push(("preNo", &one.pre_no));
        let reply = Reply {
            home: &one.home,
            message: "621",
            own: &one.own,
            key: &one.own,
            echo: &echo,
        };
        let mut numbered = echo.clone();
        if let Some(number) = &one.invt_no {
            numbered.push(("invtNo", number));
        }
        let numbered = Reply {
            echo: &numbered,
            ..reply
        };
        for (at, state) in through.iter().enumerate() {
            let last = at + 1 == through.len();
            let has_number = !matches!(state, State::Declaring | State::Sent | State::Failed(_));
            let reply = if has_number { &numbered } else { &reply };
            self.reply(reply, *state, if last { why } else { &[] })?;
        }
        Ok(())
    }

    /// A list that waits is taken back by its agent.
    pub(super) fn drop_list(&mut self, home: &Home) -> Result<(), StoreError> {
        let Some(mut one) = tables::declaration(self.session, home)? else {
            return Ok(());
        };
        if one.state != State::Declaring {
            return Ok(());
        }
        let (list, _) = List::read(&self.list_record(&one)?);
        self.free_claims(&one, &list)?;
        one.state = State::Withdrawn;
        one.moved = self.now.0;
        tables::put_declaration(self.session, &mut one)?;
        self.moved(&one, &[State::Withdrawn], &[], "declarant")
    }

    /// What a list that ended had claimed is free again.
    pub(super) fn free_claims(&self, one: &Declaration, list: &List) -> Result<(), StoreError> {
        tables::release_claim(
            self.session,
            "waybill",
            &Home::new(&list.carrier, &list.waybill_no),
            &one.home,
        )
    }

    /// A corrected list may name another waybill: the one before is free again.
    fn free_other_claims(&self, before: &Declaration, list: &List) -> Result<(), StoreError> {
        let (earlier, _) = List::read(&self.list_record(before)?);
        if (&earlier.carrier, &earlier.waybill_no) != (&list.carrier, &list.waybill_no) {
            self.free_claims(before, &earlier)?;
        }
        Ok(())
    }

    fn standing(&mut self, one: &Declaration, dossier: &Dossier) -> Result<Standing, StoreError> {
        let year = self.now.day().year();
        let mut standing = Standing {
            used: values::Fen(self.ledger.account(&desk::quota(&one.person, year))?.used()),
            draw: self.zone.keys.draw(
                "inspection",
                &format!("{}/{}", one.home.text(), one.attempt),
            ),
            inspect: self.inspect_share(),
            ..Standing::default()
        };
        for line in &dossier.list.lines {
            let code = line.hs.get(..8).unwrap_or(&line.hs);
            if super::release::weight_limit(self, &line.hs).is_some()
                && !standing.weights.contains_key(code)
            {
                let used = self
                    .ledger
                    .account(&desk::weight(&one.person, year, code))?
                    .used();
                standing.weights.insert(code.to_owned(), Quantity(used));
            }
        }
        if let Some(book) = &dossier.list.book {
            standing.book_holder = self.filings.books.get(book).cloned();
            for record in dossier.items.keys() {
                let account = self.ledger.account(&desk::stock(book, record))?;
                standing
                    .stock
                    .insert(record.clone(), Quantity(account.available()));
            }
        }
        let filed = tables::filing(self.session, "guarantee", &dossier.list.guarantor)?.is_some();
        if filed {
            let free = self
                .ledger
                .account(&desk::guarantee(&dossier.list.guarantor))?
                .available();
            standing.guarantee = Some(values::Fen(free));
        }
        standing.watches = self.watches(dossier, one);
        Ok(standing)
    }

    fn watches(&self, dossier: &Dossier, one: &Declaration) -> Vec<String> {
        let list = &dossier.list;
        let names = |watch: &tables::Watch| {
            let goods = watch.hs.as_ref().is_none_or(|hs| {
                list.lines
                    .iter()
                    .any(|line| line.hs.starts_with(hs.as_str()))
            });
            let firm = watch
                .firm
                .as_ref()
                .is_none_or(|firm| *firm == list.seller || *firm == list.agent);
            goods && firm
        };
        let drawn = |key: &str, watch: &tables::Watch| {
            self.zone
                .keys
                .draw(&format!("watch/{key}"), &one.home.text())
                < watch.rate.0
        };
        self.filings
            .watches
            .iter()
            .filter(|(key, watch)| names(watch) && drawn(key, watch))
            .map(|(key, _)| key.clone())
            .collect()
    }

    /// The papers of a declaration as they stand; `None` when its list is gone.
    fn papers(&self, one: &Declaration) -> Result<Option<Papers>, StoreError> {
        let kept = tables::papers_of(self.session, &one.home)?;
        let Some(list) = kept
            .iter()
            .find(|paper| {
                paper.message == "621" && paper.own == one.own && paper.edition == one.edition
            })
            .cloned()
        else {
            return Ok(None);
        };
        let record = self.record_of(&list)?;
        let waybill_home = Home::new(
            record.get("logisticsCode").unwrap_or_default(),
            record.get("logisticsNo").unwrap_or_default(),
        );
        let waybills = tables::papers_of(self.session, &waybill_home)?;
        let ordered = kept
            .iter()
            .find(|paper| paper.message == "311")
            .map(|paper| paper.app_time.clone());
        Ok(Some(Papers {
            home: one.home.clone(),
            order: latest(&kept, "311").into_iter().next(),
            payments: latest(&kept, "411"),
            waybill: latest(&waybills, "511").into_iter().next(),
            waybill_home,
            list,
            ordered: ordered
                .and_then(|time| Moment::from_wire(&time).ok())
                .unwrap_or_default(),
        }))
    }
}

/// The papers of one declaration, as far as they have come.
struct Papers {
    home: Home,
    order: Option<Kept>,
    payments: Vec<Kept>,
    waybill: Option<Kept>,
    waybill_home: Home,
    list: Kept,
    ordered: Moment,
}

impl Papers {
    fn missing(&self) -> Vec<&'static str> {
        let there = [
            ("311", self.order.is_some()),
            ("411", !self.payments.is_empty()),
            ("511", self.waybill.is_some()),
        ];
        there
            .into_iter()
            .filter(|(_, there)| !there)
            .map(|(message, _)| message)
            .collect()
    }

    fn names(&self) -> Vec<(String, String, String, String, i64)> {
        let name = |home: &Home, paper: &Kept| {
            (
                home.issuer.clone(),
                home.number.clone(),
                paper.message.clone(),
                paper.own.clone(),
                paper.edition,
            )
        };
        let own = self
            .order
            .iter()
            .chain(&self.payments)
            .chain([&self.list])
            .map(|paper| name(&self.home, paper));
        own.chain(
            self.waybill
                .iter()
                .map(|paper| name(&self.waybill_home, paper)),
        )
        .collect()
    }

    fn dossier(&self, desk: &Desk<'_>) -> Result<(Dossier, i64), StoreError> {
        let record = |paper: &Option<Kept>| {
            desk.record_of(
                paper
                    .as_ref()
                    .ok_or_else(|| damaged("a paper that was there is gone"))?,
            )
        };
        let mut order = Order::read(&record(&self.order)?).0;
        // A corrected order keeps the time of the first: M13 asks when it was ordered.
        order.at = self.ordered;
        let payments = self
            .payments
            .iter()
            .map(|paper| Ok(Payment::read(&desk.record_of(paper)?).0))
            .collect::<Result<_, StoreError>>()?;
        let list = List::read(&desk.record_of(&self.list)?).0;
        let items = list.lines.iter().filter_map(|line| {
            let record = line.item_record.as_ref()?;
            let item = desk
                .filings
                .items
                .get(&(list.book.clone()?, record.clone()))?;
            Some((record.clone(), item.clone()))
        });
        let items = items.collect();
        Ok((
            Dossier {
                order,
                payments,
                waybill: Waybill::read(&record(&self.waybill)?).0,
                list,
                items,
            },
            self.ordered.0,
        ))
    }
}

/// The latest edition of each paper of that message that is declared and not deleted.
fn latest(kept: &[Kept], message: &str) -> Vec<Kept> {
    let mut found: BTreeMap<&str, &Kept> = BTreeMap::new();
    for paper in kept.iter().filter(|paper| paper.message == message) {
        found.insert(&paper.own, paper);
    }
    found
        .into_values()
        .filter(|paper| paper.state == i64::from(State::Declaring.code()))
        .cloned()
        .collect()
}

/// Subject of a declaration's facts.
pub(super) fn subject(home: &Home) -> String {
    format!("declaration/{}", home.text())
}

/// What weighs more than a note.
fn telling(findings: &[Finding]) -> Vec<Finding> {
    let refuses = findings.iter().any(Finding::refuses);
    let least = if refuses {
        Weight::Refuse
    } else {
        Weight::Wait
    };
    findings
        .iter()
        .filter(|finding| finding.weight >= least)
        .cloned()
        .collect()
}

/// Codes of what a declaration waits for, by message.
pub(super) fn missing_code(message: &str) -> &'static str {
    match message {
        "311" => problems::ORDER_MISSING,
        "411" => problems::PAYMENT_MISSING,
        _ => problems::WAYBILL_MISSING,
    }
}

fn damaged(words: &str) -> StoreError {
    StoreError::new(Fault::Damaged, words)
}

impl Holding {
    /// Holdings of a declaration, from its column.
    pub(super) fn of(one: &Declaration) -> Result<Vec<Self>, StoreError> {
        serde_json::from_str(&one.held).map_err(|error| damaged(&format!("holdings: {error}")))
    }
}
