//! Who takes part: firms of the zone and any number of persons, all made up.

use crate::digits::citizen_check;

/// A firm: credit code, name, and the roles it is filed for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Firm {
    /// Unified social credit code, 18 signs, the last one a right check digit.
    pub code: &'static str,
    /// Name as filed.
    pub name: &'static str,
    /// Roles as a setup file spells them.
    pub roles: &'static [&'static str],
}

impl Firm {
    /// Its exchange number: `DXPENT` and ten digits.
    #[must_use]
    pub fn exchange_id(&self) -> String {
        format!("DXPENT00000000{}", &self.code[15..17])
    }
}

const fn firm(code: &'static str, name: &'static str, roles: &'static [&'static str]) -> Firm {
    Firm { code, name, roles }
}

/// The seller of most stories; declares and guarantees for itself.
pub const E1: Firm = firm(
    "91540195MA6TE5T011",
    "拉萨雪莲跨境电商",
    &["seller", "agent", "guarantor"],
);
/// The platform.
pub const P1: Firm = firm("91540195MA6TE5T024", "高原优选", &["platform"]);
/// The carrier.
pub const L1: Firm = firm("91540195MA6TE5T037", "藏速快递", &["carrier"]);
/// The payment firm.
pub const Y1: Firm = firm("91540195MA6TE5T04A", "雪域支付", &["payment"]);
/// The bonded warehouse: operates the site and holds the book.
pub const W1: Firm = firm("91540195MA6TE5T05D", "综保区一号仓", &["operator"]);

/// A second platform, for days with several.
pub const P2: Firm = firm("91540195MA6TE5T112", "测试平台二", &["platform"]);
/// A third platform.
pub const P3: Firm = firm("91540195MA6TE5T125", "测试平台三", &["platform"]);
/// A seller that leaves declaring to [`A2`].
pub const S2: Firm = firm("91540195MA6TE5T138", "测试商贸二", &["seller", "guarantor"]);
/// Another such seller.
pub const S3: Firm = firm("91540195MA6TE5T14B", "测试商贸三", &["seller", "guarantor"]);
/// A customs broker.
pub const A2: Firm = firm("91540195MA6TE5T15E", "测试报关二", &["agent"]);
/// A second carrier.
pub const L2: Firm = firm("91540195MA6TE5T16H", "测试速运二", &["carrier"]);
/// A second payment firm.
pub const Y2: Firm = firm("91540195MA6TE5T17L", "测试支付二", &["payment"]);

/// Everyone of this cast.
pub const FIRMS: [Firm; 12] = [E1, P1, L1, Y1, W1, P2, P3, S2, S3, A2, L2, Y2];

/// A person who buys, pays or receives. Born 1900-01-01 like all of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    /// 测试甲, 测试乙 …
    pub name: String,
    /// Citizen number with a right check digit.
    pub id: String,
    /// Mobile number, 138…
    pub phone: String,
    /// Where parcels go.
    pub address: String,
}

/// How many different persons [`person`] knows.
pub const PERSONS: u64 = 1_000_000_000;

/// The `n`th person; 1 to 5 are C1 to C5 of the stories. Different numbers below
/// [`PERSONS`] give different citizen numbers.
#[must_use]
pub fn person(n: u64) -> Person {
    let n = n % PERSONS;
    let mut id = format!("{:06}19000101{:03}", region(n / 1000), n % 1000);
    id.push(citizen_check(&id));
    Person {
        name: format!("测试{}", stems(n)),
        id,
        phone: format!("138{:08}", n % 100_000_000),
        address: address(n),
    }
}

/// The first thousand persons live in 540102; the thousand whose turn that would have been
/// take 540000 instead.
fn region(thousand: u64) -> u64 {
    match thousand {
        0 => 540_102,
        102 => 540_000,
        other => (540_000 + other) % 1_000_000,
    }
}

/// A number in the ten heavenly stems, counted like the columns of a spreadsheet: 甲 … 癸,
/// 甲甲, 甲乙 …; 〇 for none.
fn stems(mut n: u64) -> String {
    const STEMS: [char; 10] = ['甲', '乙', '丙', '丁', '戊', '己', '庚', '辛', '壬', '癸'];
    if n == 0 {
        return "〇".into();
    }
    let mut signs = Vec::new();
    while n > 0 {
        n -= 1;
        signs.push(STEMS[(n % 10) as usize]);
        n /= 10;
    }
    signs.iter().rev().collect()
}

/// Every eighth door is written in two scripts, as people of Lhasa do.
fn address(n: u64) -> String {
    if n % 8 == 3 {
        format!("西藏自治区拉萨市城关区测试路{n}号 བོད་རང་སྐྱོང་ལྗོངས། ལྷ་ས་གྲོང་ཁྱེར།")
    } else {
        format!("西藏自治区拉萨市城关区测试路{n}号")
    }
}
