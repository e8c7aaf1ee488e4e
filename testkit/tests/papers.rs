//! Single papers: their elements, their order, what a test may change.

#![allow(clippy::unwrap_used)] // a test that cannot go on says so by failing

mod reader;

use reader::{Node, read};
use testkit::{Mode, Paper, Parcel, Purchase, batch, cast};

/// Elements of each message as customs' schema of 202205 orders them; `?` may be absent.
const SCHEMA: &[(&str, &str, &str)] = &[
    (
        "311",
        "OrderHead",
        "guid appType appTime appStatus orderType orderNo ebpCode ebpName ebcCode ebcName \
         goodsValue freight discount taxTotal acturalPaid currency buyerRegNo buyerName \
         buyerTelephone buyerIdType buyerIdNumber payCode? payName? payTransactionId? \
         batchNumbers? consignee consigneeTelephone consigneeAddress consigneeDistrict? note?",
    ),
    (
        "311",
        "OrderList",
        "gnum itemNo? itemName gmodel itemDescribe? barCode? unit qty price totalPrice currency \
         country note?",
    ),
    (
        "411",
        "PaymentHead",
        "guid appType appTime appStatus payCode payName payTransactionId orderNo ebpCode ebpName \
         payerIdType payerIdNumber payerName telephone? amountPaid currency payTime note?",
    ),
    (
        "511",
        "LogisticsHead",
        "guid appType appTime appStatus logisticsCode logisticsName logisticsNo billNo? orderNo \
         freight? insuredFee? currency weight packNo goodsInfo? consignee consigneeAddress \
         consigneeTelephone note?",
    ),
    (
        "513",
        "LogisticsStatus",
        "guid appType appTime appStatus logisticsCode logisticsName logisticsNo logisticsStatus \
         logisticsTime note?",
    ),
    (
        "621",
        "InventoryHead",
        "guid appType appTime appStatus orderNo ebpCode ebpName ebcCode ebcName logisticsNo \
         logisticsCode logisticsName copNo? preNo? assureCode emsNo? invtNo? ieFlag declTime \
         customsCode portCode ieDate? buyerIdType buyerIdNumber buyerName buyerTelephone \
         consigneeAddress agentCode agentName areaCode? areaName? tradeMode trafMode trafNo? \
         voyageNo? billNo? loctNo? licenseNo? country freight insuredFee currency wrapType? \
         packNo grossWeight netWeight note?",
    ),
    (
        "621",
        "InventoryList",
        "gnum itemRecordNo? itemNo? itemName? gcode gname gmodel barCode? country tradeCountry? \
         currency qty unit qty1 unit1 qty2? unit2? price totalPrice note?",
    ),
    (
        "623",
        "InvtCancel",
        "guid appType appTime appStatus customsCode orderNo ebpCode ebpName ebcCode ebcName \
         logisticsNo logisticsCode logisticsName copNo? preNo? invtNo buyerIdType buyerIdNumber \
         buyerName buyerTelephone agentCode agentName reason note?",
    ),
    (
        "625",
        "InvtRefundHead",
        "guid appType appTime appStatus customsCode orderNo ebpCode ebpName ebcCode ebcName \
         logisticsNo logisticsCode logisticsName copNo? preNo? invtNo buyerIdType buyerIdNumber \
         buyerName buyerTelephone agentCode agentName reason note?",
    ),
    ("625", "InvtRefundList", "gnum gcode gname qty unit note?"),
    (
        "711",
        "DeliveryHead",
        "guid appType appTime appStatus customsCode copNo? preNo? rkdNo? operatorCode \
         operatorName ieFlag trafMode trafNo voyageNo billNo logisticsCode logisticsName \
         unloadLocation? note?",
    ),
    ("711", "DeliveryList", "gnum logisticsNo note?"),
];

/// The fields that stand where `schema` wants them, or the first that does not.
fn follows(node: &Node, schema: &str) -> Result<(), String> {
    let mut left = node
        .children
        .iter()
        .filter(|child| child.children.is_empty())
        .peekable();
    for wanted in schema.split_whitespace() {
        let (name, optional) = match wanted.strip_suffix('?') {
            Some(name) => (name, true),
            None => (wanted, false),
        };
        if left
            .next_if(|child| child.name == name && !child.text.is_empty())
            .is_none()
            && !optional
        {
            return Err(name.into());
        }
    }
    left.next().map_or(Ok(()), |extra| Err(extra.name.clone()))
}

fn check(paper: &Paper) {
    let root = read(&paper.xml());
    let number = paper.shape().number;
    assert_eq!(root.name, format!("CEB{number}Message"));
    let mut seen = 0;
    for (_, part, schema) in SCHEMA.iter().filter(|(of, ..)| *of == number) {
        let document = &root.children[0];
        let nodes: Vec<_> = root.all(part).chain(document.all(part)).collect();
        assert!(!nodes.is_empty(), "{number} has no {part}");
        for node in nodes {
            follows(node, schema).unwrap_or_else(|field| panic!("{number} {part}: {field}"));
            seen += 1;
        }
    }
    assert!(seen > 0, "{number} is in the list of this test");
}

#[test]
fn every_paper_keeps_the_order_of_the_schema_and_leaves_nothing_mandatory_out() {
    let papers = [
        testkit::order(),
        testkit::payment(),
        testkit::waybill(),
        testkit::status(),
        testkit::declaration(),
        testkit::declaration_by(Mode::BondedA),
        testkit::declaration_by(Mode::Direct),
        testkit::withdrawal(),
        testkit::return_(),
        testkit::arrival(),
    ];
    papers.iter().for_each(check);
}

#[test]
fn a_field_set_by_name_lands_at_its_place() {
    check(
        &testkit::order()
            .set("batchNumbers", "B-0920")
            .set("note", "加急"),
    );
    check(
        &testkit::declaration()
            .set("loctNo", "LS01")
            .line(1)
            .set("tradeCountry", "609"),
    );
    check(
        &testkit::order()
            .drop("consigneeDistrict")
            .line(1)
            .drop("barCode"),
    );
}

#[test]
fn the_check_of_this_test_sees_a_swap_a_gap_and_a_stranger() {
    let head = |paper: Paper| {
        let root = read(&paper.xml());
        follows(&root.children[0].children[0], SCHEMA[0].2)
    };
    assert_eq!(head(testkit::order()), Ok(()));
    assert!(head(testkit::order().swap("freight", "discount")).is_err());
    assert!(head(testkit::order().drop("guid")).is_err());
    assert!(head(testkit::order().push("colour", "red")).is_err());
    assert!(head(testkit::order().set("buyerRegNo", "")).is_err());
}

#[test]
#[should_panic(expected = "message 311 knows no paidActually there")]
fn a_field_the_message_does_not_know_is_a_mistake_of_the_test() {
    let _ = testkit::order().set("paidActually", "1");
}

#[test]
fn the_envelope_has_a_guid_both_namespaces_and_the_sender() {
    let xml = testkit::payment().xml();
    let root = read(&xml);
    let guid = root.attribute("guid");
    assert_eq!(guid.len(), 36);
    assert!(
        guid.bytes()
            .all(|b| b == b'-' || b.is_ascii_digit() || b.is_ascii_uppercase())
    );
    assert_eq!(root.attribute("version"), "1.0");
    assert_eq!(
        root.attribute("xmlns:ceb"),
        "http://www.chinaport.gov.cn/ceb"
    );
    assert_eq!(
        root.attribute("xmlns:xsi"),
        "http://www.w3.org/2001/XMLSchema-instance"
    );
    let transfer = root.child("BaseTransfer");
    let fields: Vec<_> = transfer
        .children
        .iter()
        .map(|c| (c.name.as_str(), c.text.as_str()))
        .collect();
    assert_eq!(
        fields,
        [
            ("copCode", cast::Y1.code),
            ("copName", cast::Y1.name),
            ("dxpMode", "DXP"),
            ("dxpId", "DXPENT0000000004"),
        ]
    );
    assert_eq!(
        root.children.last(),
        Some(transfer),
        "it comes after the documents"
    );
}

#[test]
fn equal_papers_are_equal_to_the_byte_and_a_change_gets_another_guid() {
    let guid = |paper: &Paper| read(&paper.xml()).find("guid").unwrap().to_owned();
    assert_eq!(testkit::order().xml(), testkit::order().xml());
    assert_ne!(
        guid(&testkit::order()),
        guid(&testkit::order().line(1).set("qty", "3"))
    );
    assert_ne!(guid(&testkit::order()), guid(&testkit::payment()));
    let own = "0A1B2C3D-0000-0000-0000-000000000001";
    assert_eq!(guid(&testkit::order().set("guid", own)), own);
}

#[test]
fn a_batch_holds_its_documents_in_order() {
    let orders: Vec<_> = (1..=100).map(|n| Parcel::lawful(n).order).collect();
    let root = read(&batch(&orders));
    let numbers: Vec<_> = root
        .all("Order")
        .map(|order| order.find("orderNo").unwrap())
        .collect();
    assert_eq!(numbers.len(), 100);
    assert_eq!(numbers[0], "DD2026100500001");
    assert_eq!(numbers[99], "DD2026100500100");
}

#[test]
fn text_that_looks_like_markup_arrives_as_text() {
    let hostile = "</ceb:note><x a='1'>&\"';DROP TABLE lists;--";
    let root = read(&testkit::order().set("note", hostile).xml());
    assert_eq!(root.find("note"), Some(hostile));
}

#[test]
fn each_mode_has_its_own_fields_and_not_those_of_another() {
    let has = |mode: Mode, field: &str| testkit::declaration_by(mode).get(field).is_some();
    for field in ["emsNo", "areaCode", "areaName"] {
        assert!(has(Mode::Bonded, field) && has(Mode::BondedA, field) && !has(Mode::Direct, field));
    }
    for field in ["trafNo", "voyageNo", "billNo"] {
        assert!(
            !has(Mode::Bonded, field) && !has(Mode::BondedA, field) && has(Mode::Direct, field)
        );
    }
    assert!(!has(Mode::Bonded, "licenseNo") && has(Mode::BondedA, "licenseNo"));
    let record = |mode: Mode| {
        testkit::declaration_by(mode).lines()[0]
            .get("itemRecordNo")
            .is_some()
    };
    assert!(record(Mode::Bonded) && record(Mode::BondedA) && !record(Mode::Direct));
    let country = |mode: Mode| {
        testkit::declaration_by(mode)
            .get("country")
            .map(str::to_owned)
    };
    assert_eq!(country(Mode::Bonded).as_deref(), Some("142"));
    assert_eq!(country(Mode::Direct).as_deref(), Some("125"));
}

#[test]
fn the_load_of_a_direct_parcel_is_named_alike_on_waybill_list_and_tally() {
    let parcel = Purchase::lawful(1).mode(Mode::Direct).papers();
    let tally = testkit::arrival();
    assert_eq!(parcel.waybill.get("billNo"), tally.get("billNo"));
    assert_eq!(parcel.declaration.get("billNo"), tally.get("billNo"));
    assert_eq!(parcel.declaration.get("voyageNo"), tally.get("voyageNo"));
    assert_eq!(
        parcel.waybill.get("logisticsNo"),
        tally.lines()[0].get("logisticsNo")
    );
}

#[test]
fn business_keys_are_joined_by_a_slash() {
    assert_eq!(
        testkit::order().no("A1").key(),
        format!("{}/A1", cast::P1.code)
    );
    assert_eq!(
        testkit::waybill().key(),
        format!("{}/LS2026100500001", cast::L1.code)
    );
    assert_eq!(
        testkit::declaration().key(),
        format!("{}/QD2026100500001", cast::E1.code)
    );
    assert_eq!(
        testkit::withdrawal().key(),
        format!("{}/CX2026100500001", cast::E1.code)
    );
}
