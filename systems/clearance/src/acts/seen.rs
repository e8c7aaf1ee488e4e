//! What one transaction has looked at: papers, lists and declarations are read once, and declarations
//! written once however often they move. Papers and declarations are put off to its end, so what it
//! changes of them is known here alone.

use std::{
    cell::OnceCell,
    collections::{BTreeMap, HashMap},
    ops::Deref,
    rc::Rc,
    sync::Arc,
};

use messages::Record;
use store::StoreError;
use values::Moment;

use super::Desk;
use crate::{
    model::{Home, State},
    store::{self as tables, Declaration, Paper, Refusal},
};

/// Papers, refusals and declarations by home.
#[derive(Default)]
pub(super) struct Seen {
    papers: HashMap<Home, Rc<Vec<Rc<Kept>>>>,
    refusals: HashMap<Home, Rc<Vec<Refusal>>>,
    declarations: HashMap<Home, Sheet>,
}

/// A paper at hand, with its record once somebody asked for that.
pub(super) struct Kept {
    paper: Paper,
    record: OnceCell<Arc<Record>>,
}

impl Kept {
    /// Where the table has it among the papers of its home.
    fn place(&self) -> (&str, &str, i64) {
        (&self.message, &self.own, self.edition)
    }
}

impl Deref for Kept {
    type Target = Paper;

    fn deref(&self) -> &Paper {
        &self.paper
    }
}

/// A declaration as the table has it, and as it has become since.
struct Sheet {
    written: Option<Declaration>,
    now: Option<Declaration>,
}

impl Desk<'_> {
    /// The declaration of that order as it stands now, written or not.
    pub(super) fn declaration(&self, home: &Home) -> Result<Option<Declaration>, StoreError> {
        if let Some(sheet) = self.seen.borrow().declarations.get(home) {
            return Ok(sheet.now.clone());
        }
        let written = tables::declaration(self.session.written(), home)?;
        let sheet = Sheet {
            written: written.clone(),
            now: written.clone(),
        };
        let mut seen = self.seen.borrow_mut();
        seen.declarations.insert(home.clone(), sheet);
        Ok(written)
    }

    /// Keeps how a declaration stands now. It moves several times in one transaction and is written
    /// once, at the end.
    pub(super) fn keep_declaration(&self, one: &Declaration) -> Result<(), StoreError> {
        self.declaration(&one.home)?;
        let mut seen = self.seen.borrow_mut();
        if let Some(sheet) = seen.declarations.get_mut(&one.home) {
            let told = sheet.now.as_ref().map_or(0, |before| before.told);
            sheet.now = Some(Declaration {
                told: one.told.max(told),
                ..one.clone()
            });
        }
        Ok(())
    }

    /// The time at which the list of that order is told of something now; where there is none yet, the
    /// business time.
    pub(super) fn told_at(&self, order: &Home) -> Result<Moment, StoreError> {
        self.declaration(order)?;
        let mut seen = self.seen.borrow_mut();
        let sheet = seen.declarations.get_mut(order);
        let Some(one) = sheet.and_then(|sheet| sheet.now.as_mut()) else {
            return Ok(self.now);
        };
        one.told = self.now.0.max(one.told + 1);
        Ok(Moment(one.told))
    }

    /// Writes the declarations that moved: at the end, and before they are looked for by anything
    /// but their order.
    pub(super) fn write_declarations(&self) -> Result<(), StoreError> {
        let mut seen = self.seen.borrow_mut();
        let mut moved: Vec<&mut Sheet> = seen
            .declarations
            .values_mut()
            .filter(|sheet| sheet.written != sheet.now)
            .collect();
        // In the order of the table, and of filing: the same papers give the same bytes on disk.
        moved.sort_by_key(|sheet| sheet.now.as_ref().map(|one| one.serial));
        for sheet in moved {
            if let Some(one) = &sheet.now {
                tables::put_declaration(self.session, one, sheet.written.as_ref())?;
            }
            sheet.written.clone_from(&sheet.now);
        }
        Ok(())
    }

    /// Every edition of every paper of one home.
    pub(super) fn papers_of(&self, home: &Home) -> Result<Rc<Vec<Rc<Kept>>>, StoreError> {
        if let Some(papers) = self.seen.borrow().papers.get(home) {
            return Ok(Rc::clone(papers));
        }
        let papers = tables::papers_of(self.session.written(), home)?;
        let kept = |paper| {
            let record = OnceCell::new();
            Rc::new(Kept { paper, record })
        };
        let papers: Rc<Vec<_>> = Rc::new(papers.into_iter().map(kept).collect());
        let mut seen = self.seen.borrow_mut();
        seen.papers.insert(home.clone(), Rc::clone(&papers));
        Ok(papers)
    }

    /// Adds an edition of a paper that holds that record.
    pub(super) fn keep_paper(
        &self,
        home: &Home,
        paper: Paper,
        record: &Arc<Record>,
    ) -> Result<(), StoreError> {
        self.papers_of(home)?;
        tables::put_paper(self.session, home, &paper)?;
        if let Some(papers) = self.seen.borrow_mut().papers.get_mut(home) {
            let papers = Rc::make_mut(papers);
            let record = OnceCell::from(Arc::clone(record));
            let kept = Rc::new(Kept { paper, record });
            // As the table has them: a dossier is read in this order.
            let at = papers.partition_point(|other| other.place() < kept.place());
            papers.insert(at, kept);
        }
        Ok(())
    }

    /// The documents refused at one home.
    pub(super) fn refusals_of(&self, home: &Home) -> Result<Rc<Vec<Refusal>>, StoreError> {
        if let Some(refusals) = self.seen.borrow().refusals.get(home) {
            return Ok(Rc::clone(refusals));
        }
        let refusals = Rc::new(tables::refusals_of(self.session, home)?);
        let mut seen = self.seen.borrow_mut();
        seen.refusals.insert(home.clone(), Rc::clone(&refusals));
        Ok(refusals)
    }

    /// Notes which receipt refused a document.
    pub(super) fn keep_refusal(&self, home: &Home, one: Refusal) -> Result<(), StoreError> {
        tables::put_refusal(self.session, home, &one)?;
        self.seen.borrow_mut().refusals.remove(home);
        Ok(())
    }

    /// The record of a paper, read once.
    pub(super) fn record_of<'p>(&self, kept: &'p Kept) -> Result<&'p Arc<Record>, StoreError> {
        if let Some(record) = kept.record.get() {
            return Ok(record);
        }
        let record = self
            .zone
            .catalogue
            .record(&kept.body)
            .map_err(|error| StoreError::damaged(format!("a kept paper: {error}")))?;
        Ok(kept.record.get_or_init(|| Arc::new(record)))
    }

    /// The list of a declaration as a record.
    pub(super) fn list_record(&self, one: &Declaration) -> Result<Arc<Record>, StoreError> {
        let kept = self.papers_of(&one.home)?;
        let paper = kept.iter().find(|paper| {
            paper.message == "621" && paper.own == one.own && paper.edition == one.edition
        });
        let paper = paper.ok_or_else(|| StoreError::damaged("a declaration without its list"))?;
        self.record_of(paper).map(Arc::clone)
    }
}

/// The latest edition of each paper of that message that is declared and not deleted.
pub(super) fn latest(kept: &[Rc<Kept>], message: &str) -> Vec<Rc<Kept>> {
    let mut found: BTreeMap<&str, &Rc<Kept>> = BTreeMap::new();
    for paper in kept.iter().filter(|paper| paper.message == message) {
        found.insert(&paper.own, paper);
    }
    found
        .into_values()
        .filter(|paper| paper.state == i64::from(State::Declaring.code()))
        .cloned()
        .collect()
}
