//! A few of customs' rules in their simplest form, to see that a day is planted as it says.
//! It reads the messages in order and says how each order ends, with every reason it finds.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use testkit::goods::{BOOK, DRYER, DRYER_STOCK, INK};
use values::{Fen, Quantity};

use crate::reader::{Node, read};

/// How an order ended: released (no reason) or the reasons against it.
pub type Ends = BTreeMap<String, BTreeSet<&'static str>>;

#[derive(Default)]
pub struct Referee {
    papers: HashMap<(String, String), Node>,
    /// Lists by platform and order number.
    lists: BTreeMap<String, Node>,
    ends: Ends,
    waybills: BTreeSet<String>,
    used: HashMap<String, Fen>,
    sugar: HashMap<String, Quantity>,
    dryers: u64,
    /// Documents that came again, the same to the byte.
    pub repeated: usize,
}

impl Referee {
    /// Takes the next message.
    pub fn hear(&mut self, xml: &str) {
        let root = read(xml);
        for document in root
            .children
            .iter()
            .filter(|child| child.name != "BaseTransfer")
        {
            let keys: &[&str] = match document.name.as_str() {
                "Order" => &["ebpCode", "orderNo"],
                "Payment" => &["payCode", "payTransactionId"],
                "Logistics" => &["logisticsCode", "logisticsNo"],
                "Inventory" => &["agentCode", "copNo"],
                _ => continue,
            };
            let key = (document.name.clone(), joined(document, keys));
            if let Some(first) = self.papers.get(&key) {
                assert_eq!(first, document, "{key:?} came with two contents");
                self.repeated += 1;
                continue;
            }
            if document.name == "Inventory" {
                self.lists
                    .insert(joined(document, &["ebpCode", "orderNo"]), document.clone());
            }
            self.papers.insert(key, document.clone());
        }
        self.judge();
    }

    /// How all orders stand when nothing more comes.
    pub fn ends(mut self) -> Ends {
        for (order, list) in std::mem::take(&mut self.lists) {
            let missing = self.missing(&list);
            self.ends.insert(order, missing);
        }
        self.ends
    }

    fn judge(&mut self) {
        let complete: Vec<_> = self
            .lists
            .iter()
            .filter(|(_, list)| self.missing(list).is_empty())
            .map(|(order, _)| order.clone())
            .collect();
        for order in complete {
            let list = self.lists.remove(&order).unwrap();
            let reasons = self.against(&list);
            self.ends.insert(order, reasons);
        }
    }

    fn paper(&self, kind: &str, list: &Node, keys: &[&str]) -> Option<&Node> {
        self.papers.get(&(kind.to_owned(), joined(list, keys)))
    }

    fn order(&self, list: &Node) -> Option<&Node> {
        self.paper("Order", list, &["ebpCode", "orderNo"])
    }

    fn payment(&self, list: &Node) -> Option<&Node> {
        self.paper(
            "Payment",
            self.order(list)?,
            &["payCode", "payTransactionId"],
        )
    }

    fn waybill(&self, list: &Node) -> Option<&Node> {
        self.paper("Logistics", list, &["logisticsCode", "logisticsNo"])
    }

    fn missing(&self, list: &Node) -> BTreeSet<&'static str> {
        let mut missing = BTreeSet::new();
        if self.payment(list).is_none() {
            missing.insert("match.payment-missing");
        }
        if self.waybill(list).is_none() {
            missing.insert("match.waybill-missing");
        }
        missing
    }

    fn against(&mut self, list: &Node) -> BTreeSet<&'static str> {
        let (order, payment, waybill) = (
            self.order(list).unwrap(),
            self.payment(list).unwrap(),
            self.waybill(list).unwrap(),
        );
        let mut found = BTreeSet::new();
        let mut unless = |fine: bool, code| {
            if !fine {
                found.insert(code);
            }
        };
        unless(text(order, "orderNo").chars().count() <= 60, "field.length");
        for paper in [order, payment, waybill, list] {
            unless(text(paper, "currency") == "142", "code.currency");
        }
        let sum = fen(order, "goodsValue") + fen(order, "freight") + fen(order, "taxTotal")
            - fen(order, "discount");
        unless(fen(order, "acturalPaid") == sum, "match.paid-sum");
        unless(
            fen(order, "acturalPaid") == fen(payment, "amountPaid"),
            "match.paid-sum",
        );
        unless(
            text(order, "buyerIdNumber") == text(payment, "payerIdNumber"),
            "match.payer-differs",
        );
        for field in ["consignee", "consigneeTelephone", "consigneeAddress"] {
            unless(
                text(order, field) == text(waybill, field),
                "match.consignee-differs",
            );
        }
        for line in order.all("OrderList").chain(list.all("InventoryList")) {
            let pieces = quantity(line, "qty");
            unless(
                fen(line, "price").times(pieces) == Some(fen(line, "totalPrice")),
                "line.total",
            );
            let gift = line.find("note") == Some("赠品");
            unless(!gift || fen(line, "price") == Fen::ZERO, "order.gift-price");
        }
        unless(
            text(waybill, "orderNo") == text(list, "orderNo"),
            "match.waybill-order",
        );
        let claim = joined(list, &["logisticsCode", "logisticsNo"]);
        unless(!self.waybills.contains(&claim), "waybill.used");
        let person = text(list, "buyerIdNumber").to_owned();
        let mut sugar = self.sugar.get(&person).copied().unwrap_or_default();
        let (mut pieces, mut dryers) = (Quantity::ZERO, 0);
        for line in list.all("InventoryList") {
            let hs = text(line, "gcode");
            let known = BOOK.iter().any(|good| good.hs == hs) || hs == INK.hs;
            unless(known, "goods.list-incomplete");
            unless(
                hs != INK.hs || text(line, "gname").contains("打印机用墨"),
                "goods.name-limited",
            );
            let licence = list.find("licenseNo").is_some();
            unless(
                text(list, "tradeMode") != "1239" || licence,
                "goods.registration-missing",
            );
            if hs.starts_with("17019910") {
                sugar += quantity(line, "qty1");
            }
            if hs == DRYER.hs {
                dryers += quantity(line, "qty").0 as u64 / Quantity::SCALE as u64;
            }
            pieces += quantity(line, "qty");
        }
        let value = fen(order, "goodsValue") + fen(list, "freight") + fen(list, "insuredFee");
        let year = self.used.get(&person).copied().unwrap_or_default() + value;
        unless(
            value <= Fen(500_000) || pieces == Quantity::ONE,
            "quota.single",
        );
        unless(year <= Fen(2_600_000), "quota.year");
        unless(sugar <= Quantity::whole(2), "quota.weight");
        unless(self.dryers + dryers <= DRYER_STOCK, "book.stock-short");
        if found.is_empty() {
            self.waybills.insert(claim);
            self.used.insert(person.clone(), year);
            self.sugar.insert(person, sugar);
            self.dryers += dryers;
        }
        found
    }
}

fn text<'a>(node: &'a Node, field: &str) -> &'a str {
    node.find(field)
        .unwrap_or_else(|| panic!("{} has no {field}", node.name))
}

fn joined(node: &Node, fields: &[&str]) -> String {
    fields
        .iter()
        .map(|field| text(node, field))
        .collect::<Vec<_>>()
        .join("/")
}

fn fen(node: &Node, field: &str) -> Fen {
    text(node, field).parse().unwrap()
}

fn quantity(node: &Node, field: &str) -> Quantity {
    text(node, field).parse().unwrap()
}
