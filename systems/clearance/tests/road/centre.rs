//! The centre at work on a temporary folder, with a clock that the test sets: papers in; states,
//! receipts and sums out. When a test is over, every chain, sum and past verdict is looked at again.

use clearance::{
    acts::{
        Act, Answer, Changed, Desk, Setup, Submission, Taken, fall_due, officer_act, receive,
        replay, set_up, unreadable, verify,
    },
    model::State,
    show::{Shown, whole},
    store::{Filings, Receipt, receipts_after},
};
use messages::Limits;
use store::{Fault, Schema, Store, StoreError, Writer};
use testkit::{Paper, Parcel, Place, Purchase};
use values::{Finding, Moment};

use crate::known::ZONE;

/// The tables that clearance stands on.
pub const SCHEMAS: [&Schema; 4] = [
    &journal::SCHEMA,
    &ledger::SCHEMA,
    &identity::SCHEMA,
    &clearance::SCHEMA,
];

/// The built-in centre.
pub struct Centre {
    pub store: Store,
    pub writer: Option<Writer>,
    filings: Filings,
    pub now: Moment,
    // The last, so that nothing is open any more when it goes.
    pub place: Place,
}

/// A time of Shanghai as people write it, `2026-10-05T09:58`.
pub fn time(text: &str) -> Moment {
    text.parse().expect("a test names times that exist")
}

/// The `n`th lawful purchase, with everything done at that time.
pub fn bought(n: u64, at: &str) -> Purchase {
    let at = time(at);
    Purchase {
        ordered: at,
        paid: at,
        shipped: at,
        declared: at,
        ..Purchase::lawful(n)
    }
}

impl Centre {
    /// Set up for the stories, open at 2026-10-05 10:00: their papers are of 09:58.
    pub fn open() -> Self {
        Self::open_with(&testkit::setup_toml(0), "2026-10-05T10:00")
    }

    /// Set up by that file at that time.
    pub fn open_with(setup: &str, at: &str) -> Self {
        let place = Place::new("road");
        let store = Store::open(place.path(), &SCHEMAS).expect("a temporary folder can be made");
        let mut writer = store.writer().expect("nobody else has the folder");
        let print = writer.commit(|session| ZONE.keys.belong(session));
        print.expect("a new folder takes the key");
        let mut centre = Self {
            store,
            writer: Some(writer),
            filings: Filings::default(),
            now: time(at),
            place,
        };
        centre.sets_up(setup).expect("the setup is lawful");
        centre
    }

    /// The clock stands at that time, and what has fallen due by then is done.
    pub fn at(&mut self, at: &str) -> &mut Self {
        self.now = time(at);
        while self.work(|desk| fall_due(desk, 100)).all() == 100 {}
        self
    }

    /// One transaction.
    pub fn work<T>(&mut self, act: impl FnOnce(&mut Desk<'_>) -> Result<T, StoreError>) -> T {
        self.try_work(act).expect("the database is sound")
    }

    fn try_work<T>(
        &mut self,
        act: impl FnOnce(&mut Desk<'_>) -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        let (filings, now) = (&self.filings, self.now);
        let writer = self.writer.as_mut().expect("the writer is here");
        writer.commit(|session| {
            let mut desk = Desk::open(session, &ZONE, filings, now)?;
            let done = act(&mut desk)?;
            desk.close()?;
            Ok(done)
        })
    }

    /// `chama setup`, whole or not at all.
    pub fn sets_up(&mut self, text: &str) -> Result<Changed, Vec<Finding>> {
        let setup = Setup::read(text)?;
        let mut refused = Vec::new();
        let done = self.try_work(|desk| match set_up(desk, &setup)? {
            Ok(changed) => Ok(changed),
            Err(found) => {
                refused = found;
                Err(StoreError::new(Fault::Other, "refused"))
            }
        });
        let changed = done.map_err(|error| {
            assert!(!refused.is_empty(), "{error}");
            std::mem::take(&mut refused)
        })?;
        self.files_anew();
        Ok(changed)
    }

    /// Takes one message of one paper.
    pub fn takes(&mut self, paper: &Paper) -> Answer {
        let mut answers = self.takes_text(&paper.xml());
        assert_eq!(answers.len(), 1, "one paper, one answer");
        answers.remove(0)
    }

    /// Takes the papers, a message each.
    pub fn takes_all<'p>(&mut self, papers: impl IntoIterator<Item = &'p Paper>) -> Vec<Answer> {
        papers.into_iter().map(|paper| self.takes(paper)).collect()
    }

    /// Takes the four papers of a parcel in the order a buyer causes them.
    pub fn takes_parcel(&mut self, parcel: &Parcel) {
        for answer in self.takes_all(parcel.papers()) {
            assert_eq!(answer.taken, Taken::Accepted, "{:?}", answer.findings);
        }
    }

    /// Takes a message as it came.
    pub fn takes_text(&mut self, xml: &str) -> Vec<Answer> {
        let submissions = read(xml, self.now);
        self.work(|desk| submissions.iter().map(|one| receive(desk, one)).collect())
    }

    /// Takes one message of one paper, if the data are sound enough for it.
    pub fn tries(&mut self, paper: &Paper) -> Result<(), StoreError> {
        let submissions = read(&paper.xml(), self.now);
        self.try_work(|desk| {
            let mut all = submissions.iter();
            all.try_for_each(|one| receive(desk, one).map(drop))
        })
    }

    /// Takes many messages in one transaction.
    pub fn takes_together<'x>(&mut self, texts: impl IntoIterator<Item = &'x str>) -> Vec<Answer> {
        let now = self.now;
        let submissions: Vec<_> = texts.into_iter().flat_map(|xml| read(xml, now)).collect();
        self.work(|desk| submissions.iter().map(|one| receive(desk, one)).collect())
    }

    /// Refuses a file that is no message.
    pub fn refuses_unread(&mut self) {
        let why = [Finding::refused(messages::CODES[0])];
        self.work(|desk| unreadable(desk, "", "", &why));
    }

    /// The officer's act: the state it leads to, or the code that stands against it.
    pub fn decides(&mut self, key: &str, act: Act, reason: &str) -> Result<State, String> {
        self.acts(key, act, reason).map_err(|it| it.code.into())
    }

    /// The same, with the whole finding that stands against it.
    pub fn acts(&mut self, key: &str, act: Act, reason: &str) -> Result<State, Box<Finding>> {
        let acted = self.work(|desk| officer_act(desk, key, act, reason, "测试关员"));
        let acted = acted.map_err(|unfit| unfit.why)?;
        let mut against = acted.against.into_iter();
        against.next().map_or(Ok(acted.state), |it| Err(it.into()))
    }

    /// That answer refuses for that code alone, and was told in that customs code.
    pub fn refused(&self, answer: &Answer, code: &str, status: i64) {
        assert_eq!(answer.taken, Taken::Refused, "{answer:?}");
        assert_eq!(codes(&answer.findings), [code]);
        let receipt = clearance::acts::number_of(&answer.message).expect("it has one");
        let key = answer.key.as_deref().expect("it could be read");
        assert_eq!(self.statuses(receipt, key).last(), Some(&status));
    }

    /// Where the parcel of a key stands.
    pub fn shown(&self, key: &str) -> Shown {
        self.maybe_shown(key)
            .unwrap_or_else(|| panic!("nothing is known of {key}"))
    }

    pub fn maybe_shown(&self, key: &str) -> Option<Shown> {
        let reader = self.store.reader().expect("a reader opens");
        whole(reader.session(), &ZONE.catalogue, key).expect("a parcel can be shown")
    }

    /// The state of the declaration of an order.
    pub fn state(&self, order: &Paper) -> String {
        self.shown(&order.key()).state
    }

    /// Codes of what was found about it, notes left out.
    pub fn told(&self, order: &Paper) -> Vec<String> {
        codes(&self.shown(&order.key()).findings)
    }

    /// The number that customs gave to the list of an order.
    pub fn list_number(&self, order: &Paper) -> String {
        let number = self.shown(&order.key()).invt_no;
        number.expect("a list at customs has a number")
    }

    /// All receipts there are, in the order they were made.
    pub fn all_receipts(&self) -> Vec<Receipt> {
        let reader = self.store.reader().expect("a reader opens");
        receipts_after(reader.session(), 0, 100_000).expect("receipts can be read")
    }

    /// All receipts of that message that answer a key, oldest first.
    pub fn receipts(&self, message: &str, key: &str) -> Vec<Receipt> {
        let mut all = self.all_receipts();
        all.retain(|one| one.message == message && one.key == key);
        all
    }

    /// The statuses of these receipts.
    pub fn statuses(&self, message: &str, key: &str) -> Vec<i64> {
        let receipts = self.receipts(message, key);
        receipts.iter().map(|one| one.said.status).collect()
    }

    /// How many receipts there are in all.
    pub fn receipt_count(&self) -> usize {
        self.all_receipts().len()
    }

    /// The value of a field of a receipt.
    pub fn field(&self, receipt: &Receipt, name: &str) -> String {
        let record = receipt.record(&ZONE.catalogue);
        let record = record.expect("a kept receipt can be read");
        record.get(name).unwrap_or_default().to_owned()
    }

    /// Past verdicts made again under a rulebook: how many, and those that differ.
    pub fn replays(&self, rulebook: &rulebook::Rulebook) -> (usize, Vec<String>) {
        let reader = self.store.reader().expect("a reader opens");
        let mut differing = Vec::new();
        let session = reader.session();
        let see = |one: clearance::acts::Replayed| {
            if !one.same {
                differing.push(format!("{} {:?}", one.key, one.differences));
            }
        };
        let count = replay(
            session,
            &ZONE,
            rulebook,
            &ZONE.codes.clone().into(),
            (None, None),
            see,
        )
        .expect("past verdicts can be made again");
        (count, differing)
    }

    /// What is filed, read anew.
    pub fn files_anew(&mut self) {
        let writer = self.writer.as_mut().expect("the writer is here");
        let filings = writer.rehearse(Filings::read);
        self.filings = filings.expect("what is filed can be read");
    }

    /// Hands the writer over, for tests with several senders at once.
    pub fn lends_writer(&mut self) -> (Writer, Filings, Moment) {
        let writer = self.writer.take().expect("the writer is here");
        let filings = self.store.reader().expect("a reader opens");
        let filings = Filings::read(filings.session()).expect("what is filed can be read");
        (writer, filings, self.now)
    }

    /// The writer comes back.
    pub fn takes_back(&mut self, writer: Writer) {
        self.writer = Some(writer);
    }
}

/// Reads a message into submissions; whole files must be readable here.
pub fn read(xml: &str, now: Moment) -> Vec<Submission> {
    let decoded = ZONE.catalogue.decode(xml.as_bytes(), &Limits::default());
    assert!(!decoded.refused_whole, "{:?}", decoded.findings);
    let envelope = decoded.envelope.unwrap_or_default();
    let (signed, sender) = (envelope.signature.is_some(), envelope.cop_code());
    let documents = decoded.documents.into_iter();
    documents
        .map(|document| Submission::prepare(document, &ZONE, now, signed).sent_by(sender))
        .collect()
}

/// Codes of findings that weigh more than a note.
/// A centre with one parcel released: it, the parcel, and the number of its list.
pub fn released() -> (Centre, Parcel, String) {
    let mut centre = Centre::open();
    let parcel = Parcel::lawful(1);
    centre.takes_parcel(&parcel);
    let number = centre.list_number(&parcel.order);
    (centre, parcel, number)
}

pub fn codes(findings: &[Finding]) -> Vec<String> {
    let heavy = findings
        .iter()
        .filter(|finding| finding.weight > values::Weight::Note);
    heavy.map(|finding| finding.code.to_string()).collect()
}

impl Drop for Centre {
    fn drop(&mut self) {
        // One that was closed is spoiled in copies.
        if self.writer.is_some() && !std::thread::panicking() {
            let reader = self.store.reader().expect("a reader opens");
            let verified =
                verify(&reader, &ZONE, Some(&ZONE.keys)).expect("the folder can be verified");
            assert_eq!(verified.faults, Vec::<Finding>::new());
            let (_, differing) = self.replays(&ZONE.rulebook);
            assert_eq!(differing, Vec::<String>::new(), "replayed otherwise");
        }
    }
}
