//! Rules: a problem code with its title, its owner and its basis.

use values::Day;

use crate::Basis;

/// A name in both languages that are kept complete.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Title {
    /// Chinese.
    pub zh: String,
    /// English.
    pub en: String,
}

/// Whose move it is when the rule bites.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Owner {
    /// The declaring firm.
    Declarant,
    /// The platform that sent the order.
    Platform,
    /// The payment firm.
    Payment,
    /// The carrier.
    Carrier,
    /// The seller's agent at home.
    Agent,
    /// The operator of the site or warehouse.
    Operator,
    /// Customs.
    Customs,
    /// The buyer.
    Buyer,
    /// Whoever sent the message.
    Sender,
    /// Whoever keeps the definitions.
    Keeper,
}

impl Owner {
    pub(crate) const WORDS: &[(&str, Self)] = &[
        ("declarant", Self::Declarant),
        ("platform", Self::Platform),
        ("payment", Self::Payment),
        ("carrier", Self::Carrier),
        ("agent", Self::Agent),
        ("operator", Self::Operator),
        ("customs", Self::Customs),
        ("buyer", Self::Buyer),
        ("sender", Self::Sender),
        ("keeper", Self::Keeper),
    ];

    /// The word of the rule files and of every answer.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Declarant => "declarant",
            Self::Platform => "platform",
            Self::Payment => "payment",
            Self::Carrier => "carrier",
            Self::Agent => "agent",
            Self::Operator => "operator",
            Self::Customs => "customs",
            Self::Buyer => "buyer",
            Self::Sender => "sender",
            Self::Keeper => "keeper",
        }
    }
}

/// The place of a check in the order of checks: of several findings the first by rank gives the
/// code of the whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Rank {
    /// What cannot be read.
    Format,
    /// Numbers of firms and persons.
    Identity,
    /// One paper by itself.
    Document,
    /// The order as a whole.
    Order,
    /// Papers compared.
    Match,
    /// Goods and their lists.
    Goods,
    /// Limits of the person.
    Quota,
    /// The bonded book.
    Book,
    /// The guarantee.
    Guarantee,
    /// An officer's decision.
    Officer,
    /// Returns and withdrawals.
    Return,
}

impl Rank {
    pub(crate) const WORDS: &[(&str, Self)] = &[
        ("format", Self::Format),
        ("identity", Self::Identity),
        ("document", Self::Document),
        ("order", Self::Order),
        ("match", Self::Match),
        ("goods", Self::Goods),
        ("quota", Self::Quota),
        ("book", Self::Book),
        ("guarantee", Self::Guarantee),
        ("officer", Self::Officer),
        ("return", Self::Return),
    ];

    /// Whether it is the port that checks this, before customs see the paper.
    #[must_use]
    pub fn is_of_the_port(self) -> bool {
        matches!(self, Self::Format | Self::Identity)
    }

    /// The word of the rule files.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Format => "format",
            Self::Identity => "identity",
            Self::Document => "document",
            Self::Order => "order",
            Self::Match => "match",
            Self::Goods => "goods",
            Self::Quota => "quota",
            Self::Book => "book",
            Self::Guarantee => "guarantee",
            Self::Officer => "officer",
            Self::Return => "return",
        }
    }
}

/// A shape the law had on some days, and the function that carries it out.
///
/// A form in use is never edited; when the law changes a new one follows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Form {
    /// The first day.
    pub from: Day,
    /// The last day; none where it holds until the next form, or still.
    pub to: Option<Day>,
    /// The registered name of the function.
    pub function: String,
    /// The parameters it reads.
    pub needs: Vec<String>,
    /// The ground.
    pub basis: Basis,
}

/// How a rule comes to bite.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Ground {
    /// By the form in force on the day; by day, never empty, never overlapping.
    Forms(Vec<Form>),
    /// By a check that a room makes on every day alike.
    Raised {
        /// The room.
        by: String,
        /// The ground.
        basis: Basis,
    },
}

/// A problem code and all that is known of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rule {
    /// The code, `quota.single`.
    pub id: String,
    /// Its name in both languages.
    pub title: Title,
    /// Customs' own code for it, where one is known.
    pub customs_code: Option<String>,
    /// Whose move it is.
    pub owner: Owner,
    /// Whether sending the same again later can help.
    pub retry: bool,
    /// Its place in the order of checks.
    pub rank: Rank,
    /// The day a person last looked whether it still holds.
    pub checked: Day,
    /// How it comes to bite.
    pub ground: Ground,
    /// File below `definitions/`.
    pub file: String,
    /// Line of the record.
    pub line: u32,
}

impl Rule {
    /// The form in force on `day`; none for a rule without forms.
    #[must_use]
    pub fn form_on(&self, day: Day) -> Option<&Form> {
        let last = self.forms().iter().rev().find(|form| form.from <= day)?;
        last.to.is_none_or(|to| day <= to).then_some(last)
    }

    /// All forms, by day; empty for a rule that a room raises by itself.
    #[must_use]
    pub fn forms(&self) -> &[Form] {
        match &self.ground {
            Ground::Forms(forms) => forms,
            Ground::Raised { .. } => &[],
        }
    }

    /// The ground on `day`; outside its forms that of the nearest one, so that a rule can
    /// always be cited.
    #[must_use]
    pub fn basis_on(&self, day: Day) -> &Basis {
        match &self.ground {
            Ground::Raised { basis, .. } => basis,
            Ground::Forms(forms) => {
                let at = forms.iter().rposition(|form| form.from <= day).unwrap_or(0);
                &forms[at].basis
            }
        }
    }

    /// The latest ground.
    #[must_use]
    pub fn basis(&self) -> &Basis {
        match &self.ground {
            Ground::Raised { basis, .. } => basis,
            Ground::Forms(forms) => &forms[forms.len() - 1].basis,
        }
    }
}
