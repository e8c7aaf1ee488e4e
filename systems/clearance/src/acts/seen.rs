//! What one transaction has looked at: papers, lists and declarations are read once, and declarations
//! written once however often they move. Papers and declarations are put off to its end, so what it
//! changes of them is known here alone.

use std::{collections::HashMap, rc::Rc};

use messages::Record;
use store::StoreError;

use super::Desk;
use crate::{
    model::Home,
    store::{self as tables, Declaration, Paper},
};

/// Papers by home, lists read into records by home, own key and edition, and declarations by home.
#[derive(Default)]
pub(super) struct Seen {
    papers: HashMap<Home, Rc<Vec<Paper>>>,
    lists: HashMap<(Home, String, i64), Rc<Record>>,
    declarations: HashMap<Home, Sheet>,
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
            sheet.now = Some(one.clone());
        }
        Ok(())
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
    pub(super) fn papers_of(&self, home: &Home) -> Result<Rc<Vec<Paper>>, StoreError> {
        if let Some(papers) = self.seen.borrow().papers.get(home) {
            return Ok(Rc::clone(papers));
        }
        let papers = Rc::new(tables::papers_of(self.session.written(), home)?);
        let mut seen = self.seen.borrow_mut();
        seen.papers.insert(home.clone(), Rc::clone(&papers));
        Ok(papers)
    }

    /// Adds an edition of a paper.
    pub(super) fn keep_paper(&self, home: &Home, paper: Paper) -> Result<(), StoreError> {
        self.papers_of(home)?;
        tables::put_paper(self.session, home, &paper)?;
        if let Some(papers) = self.seen.borrow_mut().papers.get_mut(home) {
            let papers = Rc::make_mut(papers);
            papers.push(paper);
            // As the table has them: a dossier is read in this order.
            papers.sort_by(|a, b| {
                let place =
                    |paper: &Paper| (paper.message.clone(), paper.own.clone(), paper.edition);
                place(a).cmp(&place(b))
            });
        }
        Ok(())
    }

    /// The list of a declaration as a record.
    pub(super) fn list_record(&self, one: &Declaration) -> Result<Rc<Record>, StoreError> {
        let key = (one.home.clone(), one.own.clone(), one.edition);
        if let Some(record) = self.seen.borrow().lists.get(&key) {
            return Ok(Rc::clone(record));
        }
        let kept = self.papers_of(&one.home)?;
        let paper = kept.iter().find(|paper| {
            paper.message == "621" && paper.own == one.own && paper.edition == one.edition
        });
        let paper = paper.ok_or_else(|| StoreError::damaged("a declaration without its list"))?;
        let record = Rc::new(self.record_of(paper)?);
        self.seen.borrow_mut().lists.insert(key, Rc::clone(&record));
        Ok(record)
    }
}
