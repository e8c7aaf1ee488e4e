//! What `chama quote` reads: an order that is not yet filed.

use std::collections::BTreeMap;

use codes::ListNote;
use values::{Fen, Finding, Price, Quantity, Rate};

use super::{
    json::Node,
    reading::{AMOUNT, Reading, fault},
};
use crate::decide::{Basket, Content, ContentUnit, Given, Goods, Mode};

/// A request that could be read.
#[derive(Debug, Clone, PartialEq)]
pub struct Request {
    /// The order.
    pub basket: Basket,
    /// Whether it says what the buyer has used of the year.
    pub tells_used: bool,
}

const HEAD: &[&str] = &[
    "mode",
    "date",
    "buyer",
    "freight",
    "insurance",
    "discount",
    "fx_usd",
    "lines",
];
const BUYER: &[&str] = &["used", "weights"];
const LINE: &[&str] = &[
    "hs",
    "name",
    "price",
    "quantity",
    "content",
    "pieces",
    "gift",
    "net_kg",
    "registration",
    "given",
];
const CONTENT: &[&str] = &["value", "unit"];
const GIVEN: &[&str] = &["listed", "list_note", "duty", "consumption", "vat"];

/// Duty above this is no rate but a percentage written as one.
const HIGHEST_DUTY: Rate = Rate(3 * Rate::SCALE);

impl Request {
    /// Reads one request.
    ///
    /// # Errors
    /// `request.invalid` for every field that is missing, unknown, repeated, of another type or
    /// of a value that makes no sense, each with its JSON pointer as field.
    pub fn read(text: &str) -> Result<Self, Vec<Finding>> {
        let node = Node::parse(text).map_err(|error| vec![no_json(&error)])?;
        Self::of(&node)
    }

    fn of(node: &Node) -> Result<Self, Vec<Finding>> {
        let mut faults = Vec::new();
        let request = read_head(node, &mut faults);
        match request {
            Some(request) if faults.is_empty() => Ok(request),
            Some(_) | None => Err(faults),
        }
    }
}

/// Where JSON ends to be any, and how; the parser's own words are for programmers.
fn no_json(error: &serde_json::Error) -> Finding {
    let how = if error.is_eof() { "short" } else { "odd" };
    let line = u32::try_from(error.line()).unwrap_or(u32::MAX);
    fault("json", "", None)
        .line(line)
        .with("how", how)
        .with("column", error.column())
}

fn read_head(node: &Node, faults: &mut Vec<Finding>) -> Option<Request> {
    let mut head = Reading::object(String::new(), None, node, HEAD, faults)?;
    let modes = Mode::ALL.map(Mode::code).join(" | ");
    let mode = head
        .text("mode", &modes)
        .and_then(|code| match code.parse() {
            Ok(mode) => Some(mode),
            Err(_) => {
                head.bad("mode", code, &modes);
                None::<Mode>
            }
        });
    let date = head.day("date");
    let freight = head.amount_if("freight").unwrap_or_default();
    let insurance = head.amount_if("insurance").unwrap_or_default();
    let discount = head.amount_if("discount").unwrap_or_default();
    let fx_usd = head.number_if("fx_usd", "> \"0\"", |rate: Price| rate.0 > 0);
    let buyer = head.node("buyer").map(|node| (head.path("buyer"), node));
    let (used, weights) = buyer
        .and_then(|(path, node)| read_buyer(path, node, head.faults()))
        .unwrap_or_default();
    let lines = read_lines(&mut head);
    Some(Request {
        tells_used: used.is_some(),
        basket: Basket {
            mode: mode?,
            date: date?,
            freight,
            insurance,
            discount,
            fx_usd,
            used: used.unwrap_or_default(),
            weights,
            lines: lines?,
        },
    })
}

type Buyer = (Option<Fen>, BTreeMap<String, Quantity>);

fn read_buyer(path: String, node: &Node, faults: &mut Vec<Finding>) -> Option<Buyer> {
    let mut buyer = Reading::object(path, None, node, BUYER, faults)?;
    let used = buyer.amount_if("used");
    let mut weights = BTreeMap::new();
    match buyer.node("weights") {
        None => {}
        Some(Node::Object(rows)) => {
            let path = buyer.path("weights");
            for (code, kilograms) in rows {
                let at = format!("{path}/{code}");
                match read_weight(code, kilograms) {
                    Some(_) if weights.contains_key(code) => {
                        buyer.faults().push(fault("repeated", &at, None))
                    }
                    Some(kilograms) => {
                        weights.insert(code.clone(), kilograms);
                    }
                    None => buyer
                        .faults()
                        .push(fault("type", &at, None).wants("\"00000000\": \"0\"")),
                }
            }
        }
        Some(other) => {
            let finding = fault("type", &buyer.path("weights"), None)
                .saw(other.kind())
                .wants("{…}");
            buyer.faults().push(finding);
        }
    }
    Some((used, weights))
}

fn read_weight(code: &str, kilograms: &Node) -> Option<Quantity> {
    let Node::Text(kilograms) = kilograms else {
        return None;
    };
    let kilograms: Quantity = kilograms.parse().ok()?;
    (is_digits(code, 8) && kilograms.0 >= 0).then_some(kilograms)
}

fn read_lines(head: &mut Reading<'_, '_>) -> Option<Vec<Goods>> {
    let path = head.path("lines");
    match head.node("lines") {
        None => {
            head.missing("lines", "[…]");
            None
        }
        Some(Node::List(rows)) if rows.is_empty() => {
            head.bad("lines", "[]", "[…]");
            None
        }
        Some(Node::List(rows)) => {
            let read = |(at, row)| {
                let gnum = u32::try_from(at + 1).unwrap_or(u32::MAX);
                read_line(format!("{path}/{at}"), gnum, row, head.faults())
            };
            // Every line is read before the first bad one stops the order.
            let lines: Vec<_> = rows.iter().enumerate().map(read).collect();
            lines.into_iter().collect()
        }
        Some(other) => {
            head.faults()
                .push(fault("type", &path, None).saw(other.kind()).wants("[…]"));
            None
        }
    }
}

fn read_line(path: String, gnum: u32, node: &Node, faults: &mut Vec<Finding>) -> Option<Goods> {
    let mut line = Reading::object(path, Some(gnum), node, LINE, faults)?;
    let hs = line.text("hs", "\"0000000000\"");
    if let Some(bad) = hs.filter(|hs| !is_digits(hs, 10)) {
        line.bad("hs", bad, "\"0000000000\"");
    }
    let name = line.text("name", "\"…\"");
    if name.is_some_and(|name| name.trim().is_empty()) {
        line.bad("name", "", "\"…\"");
    }
    let price = line.number("price", AMOUNT, |price: Price| price.0 >= 0);
    let quantity = line.number("quantity", "> \"0\"", |quantity: Quantity| quantity.0 > 0);
    let pieces = line.count_if("pieces");
    let gift = line.flag_if("gift").unwrap_or(false);
    let net = line.quantity_if("net_kg");
    let registration = line.text_if("registration", "\"…\"").map(str::to_owned);
    let content = line
        .node("content")
        .map(|node| (line.path("content"), node));
    let content = content.and_then(|(path, node)| read_content(path, gnum, node, line.faults()));
    let given = line.node("given").map(|node| (line.path("given"), node));
    let given = given
        .and_then(|(path, node)| read_given(path, gnum, node, line.faults()))
        .unwrap_or_default();
    Some(Goods {
        gnum,
        hs: hs?.to_owned(),
        name: name?.to_owned(),
        price: price?,
        quantity: quantity?,
        content,
        pieces,
        gift,
        net: net.zip(quantity).map(|(net, pieces)| of_all(net, pieces)),
        registration,
        given,
    })
}

/// Kilograms of the whole line. What is past counting is past every limit too.
fn of_all(net: Quantity, pieces: Quantity) -> Quantity {
    net.times(pieces).unwrap_or(Quantity(i64::MAX))
}

fn read_content(
    path: String,
    gnum: u32,
    node: &Node,
    faults: &mut Vec<Finding>,
) -> Option<Content> {
    let mut content = Reading::object(path, Some(gnum), node, CONTENT, faults)?;
    let value = content.number("value", "> \"0\"", |value: Quantity| value.0 > 0);
    let unit = content.text("unit", "ml | l | g | kg | 片");
    if unit.is_some_and(|unit| unit.trim().is_empty()) {
        content.bad("unit", "", "ml | l | g | kg | 片");
    }
    let unit = unit?.parse::<ContentUnit>().unwrap_or(ContentUnit::Other);
    Some(Content {
        value: value?,
        unit,
    })
}

fn read_given(path: String, gnum: u32, node: &Node, faults: &mut Vec<Finding>) -> Option<Given> {
    let mut given = Reading::object(path, Some(gnum), node, GIVEN, faults)?;
    let wanted = "bonded_only | species_excluded | name_only:…";
    let note = given.text_if("list_note", wanted).and_then(|text| {
        let note = read_note(text);
        if note.is_none() {
            given.bad("list_note", text, wanted);
        }
        note
    });
    let below_one = |rate: Rate| (0..Rate::SCALE).contains(&rate.0);
    Some(Given {
        listed: given.flag_if("listed"),
        list_note: note,
        duty: given.number_if("duty", "\"0\" … \"3\"", |rate: Rate| {
            rate.0 >= 0 && rate <= HIGHEST_DUTY
        }),
        consumption: given.number_if("consumption", "\"0\" … < \"1\"", below_one),
        vat: given.number_if("vat", "\"0\" … < \"1\"", below_one),
    })
}

fn read_note(text: &str) -> Option<ListNote> {
    match text {
        "bonded_only" => Some(ListNote::BondedOnly),
        "species_excluded" => Some(ListNote::SpeciesExcluded),
        _ => {
            let words = text
                .strip_prefix("name_only:")
                .filter(|words| !words.trim().is_empty())?;
            Some(ListNote::NameOnly(words.to_owned()))
        }
    }
}

fn is_digits(text: &str, length: usize) -> bool {
    text.len() == length && text.bytes().all(|byte| byte.is_ascii_digit())
}
