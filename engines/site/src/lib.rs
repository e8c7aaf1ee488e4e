//! Site: words in the user's language, and a problem told to a person.
//!
//! Every sentence that Chama shows stands in `definitions/locale/{zh-CN,en,bo}/*.ftl`, one file
//! a room. [`Words`] holds them all, a bundle a language; where English or Tibetan lacks a
//! sentence the Chinese one answers, and [`Said`] tells which language that was, so that a page
//! can mark it. A check speaks in [`values::Finding`]s; [`tell`] turns one into a [`Problem`]:
//! what was seen, what is wanted, on which ground, who changes what, and whether sending again
//! can help. [`print`] shows a problem on a terminal the way compilers do.
//!
//! ```
//! use site::{Locale, Words};
//! let zh = "quota-single = 超过 { $want } 元的订单只能有 1 件商品。\n    .remedy = 改按一般贸易申报。\n";
//! let en = "quota-single = Above { $want } an order holds one item.\n    .remedy = Declare it as ordinary trade.\n";
//! let words = Words::load([("locale/zh-CN/a.ftl", zh), ("locale/en/a.ftl", en)]).unwrap();
//! let said = words.say(Locale::En, "quota-single", &[("want", "5,000.00")]);
//! assert_eq!(said.text, "Above 5,000.00 an order holds one item.");
//! assert_eq!(words.say(Locale::Bo, "quota-single", &[("want", "5,000.00")]).locale, Locale::ZhCn);
//! ```
//!
//! This room never glues half sentences, never prints a slot that nobody filled, and holds no
//! word itself: what it says on its own stands in `locale/*/site.ftl`.

mod problem;
mod words;

pub use problem::{Problem, print, tell};
pub use words::{Locale, Said, Words};
