//! What the pages say in either language. `{}` is the place of a value.

use super::Language;
use crate::{Bilingual, Direction, Role};

pub(super) struct Words {
    pub language: Language,
    pub other: &'static str,
    pub origin: &'static str,
    pub index_title: &'static str,
    pub index_intro: &'static str,
    pub index_columns: &'static [&'static str],
    pub index_sections: &'static [(&'static str, &'static str)],
    pub facts_columns: &'static [&'static str],
    pub field_columns: &'static [&'static str],
    pub root: &'static str,
    pub way: &'static str,
    pub senders: &'static str,
    pub edition: &'static str,
    pub since: &'static str,
    pub documents: &'static str,
    pub unbounded: &'static str,
    pub lines: &'static str,
    pub key: &'static str,
    pub signature: &'static str,
    pub signature_wanted: &'static str,
    pub signature_free: &'static str,
    pub receipt: &'static str,
    pub shape: &'static str,
    pub fields: &'static str,
    pub head: &'static str,
    pub line: &'static str,
    pub wanted: &'static str,
    pub barred: &'static str,
    pub is: &'static str,
    pub given: &'static str,
    pub only: &'static str,
    pub table: &'static str,
    pub digits: &'static str,
    pub steps: &'static str,
    pub distinct: &'static str,
    pub not_before: &'static str,
    pub personal: &'static str,
    pub never_empty: &'static str,
    pub comma: &'static str,
    pub or: &'static str,
    pub stop: &'static str,
}

impl Words {
    pub(super) fn of(language: Language) -> Self {
        match language {
            Language::Zh => ZH,
            Language::En => EN,
        }
    }

    pub(super) fn pick<'t>(&self, text: &'t Bilingual) -> &'t str {
        match self.language {
            Language::Zh => &text.zh,
            Language::En => &text.en,
        }
    }

    pub(super) fn direction(&self, direction: Direction) -> &'static str {
        match (self.language, direction) {
            (Language::Zh, Direction::Import) => "进口",
            (Language::Zh, Direction::Export) => "出口",
            (Language::En, Direction::Import) => "import",
            (Language::En, Direction::Export) => "export",
        }
    }

    pub(super) fn role(&self, role: Role) -> &'static str {
        let (zh, en) = match role {
            Role::Platform => ("电商平台", "platform"),
            Role::Seller => ("电商企业", "seller"),
            Role::Payment => ("支付企业", "payment firm"),
            Role::Carrier => ("物流企业", "carrier"),
            Role::Agent => ("申报企业", "agent"),
            Role::Operator => ("监管场所经营人", "site operator"),
            Role::Customs => ("海关", "customs"),
        };
        match self.language {
            Language::Zh => zh,
            Language::En => en,
        }
    }
}

const ZH: Words = Words {
    language: Language::Zh,
    other: "English",
    origin: "由 `definitions/messages` 的字段表生成，不手改",
    index_title: "报文",
    index_intro: "跨境电商统一版的报文，一份报文一页：字段、长度、条件和回执。",
    index_columns: &["报文", "名称", "方向", "发送方", "业务主键", "回执"],
    index_sections: &[
        (
            "怎样读字段表",
            "行的次序就是元素的次序，写错次序海关不收。\n\n\
             | 类型 | 含义 |\n|---|---|\n\
             | `C36` | 恰好 36 个字符 |\n\
             | `C..60` | 至多 60 个字符 |\n\
             | `C..` | 长度不限 |\n\
             | `N4` | 至多 4 位的整数 |\n\
             | `N19,5` | 至多 19 位数字，其中小数至多 5 位；不用指数写法 |\n\n\
             | 必填 | 含义 |\n|---|---|\n\
             | M | 必填 |\n\
             | O | 可不填 |\n\
             | C | 说明里的条件成立时必填 |\n\
             | X | 格式文件没有，海关实际发出 |\n\n\
             C8 是年月日，C14 到秒，C17 到毫秒，都是北京时间。不报的元素整个省去：空元素与没有元素不同。",
        ),
        (
            "报文的外层",
            "根元素有属性 `guid`（36 个字符）和 `version`（通常 1.0）。单证之后依次是传输实体 `BaseTransfer`（一个）、\
             订阅实体 `BaseSubscribe`（至多五个），最后是扩展 `ExtendMessage` 和签名 `Signature`：进口签名在后，出口扩展在后。\
             海关发出的报文只有单证。\n\n\
             企业发出的报文用 `ceb:` 前缀，根元素声明 `xmlns:ceb` 和 `xmlns:xsi`；海关发出的用默认命名空间，没有前缀。\
             两种写法都能读。终端节点的 `DxpMsg` 和传输节点的 `DxpMsgSv` 也能读，里面是 base64 的报文。",
        ),
    ],
    facts_columns: &["项目", "内容"],
    field_columns: &["序", "元素", "名称", "类型", "必填", "说明"],
    root: "根元素",
    way: "方向",
    senders: "发送方",
    edition: "版本",
    since: "{}起",
    documents: "每份报文的单数，至多",
    unbounded: "不限",
    lines: "表体行数",
    key: "业务主键",
    signature: "签名",
    signature_wanted: "必须有",
    signature_free: "可有可无",
    receipt: "回执",
    shape: "结构",
    fields: "字段直接在此",
    head: "表头",
    line: "表体",
    wanted: "{}时必填",
    barred: "{}时不填",
    is: "{} 为 {values} ",
    given: "有 {} ",
    only: "只收 {}",
    table: "代码表 {}",
    digits: "只含数字",
    steps: "从 1 起逐一递增",
    distinct: "不重复",
    not_before: "不早于 {}",
    personal: "个人信息，显示时遮盖",
    never_empty: "可不报，不可为空",
    comma: "、",
    or: "、",
    stop: "；",
};

const EN: Words = Words {
    language: Language::En,
    other: "中文",
    origin: "made from the tables in `definitions/messages`, never typed",
    index_title: "Messages",
    index_intro: "The messages of cross-border retail trade, one page each: fields, lengths, conditions, receipts.",
    index_columns: &[
        "Message",
        "What it is",
        "Way",
        "Sender",
        "Business key",
        "Receipt",
    ],
    index_sections: &[
        (
            "How to read a table of fields",
            "The rows stand in the order of the elements; customs refuse any other.\n\n\
             | Kind | Means |\n|---|---|\n\
             | `C36` | exactly 36 characters |\n\
             | `C..60` | at most 60 characters |\n\
             | `C..` | of any length |\n\
             | `N4` | a whole number of at most 4 digits |\n\
             | `N19,5` | at most 19 digits, at most 5 of them after the point, no exponent |\n\n\
             | Need | Means |\n|---|---|\n\
             | M | has to be there |\n\
             | O | may be left out |\n\
             | C | has to be there when the condition in the remarks holds |\n\
             | X | absent from the schema, yet sent by customs |\n\n\
             C8 is a day, C14 a time to the second, C17 to the millisecond, all Beijing time. What is not \
             told is left out whole: an empty element is not an absent one.",
        ),
        (
            "What stands around the documents",
            "The root has the attributes `guid` (36 characters) and `version` (mostly 1.0). Behind the documents come \
             `BaseTransfer` (one), `BaseSubscribe` (up to five), then `ExtendMessage` and `Signature`: the signature \
             last for imports, the extension last for exports. What customs send holds documents alone.\n\n\
             Firms write the prefix `ceb:` and declare `xmlns:ceb` and `xmlns:xsi` on the root; customs write the default \
             namespace without prefix. Both are read. So are `DxpMsg` of the terminal layer and `DxpMsgSv` of the \
             transport layer, which hold a message as base64.",
        ),
    ],
    facts_columns: &["Item", "Value"],
    field_columns: &["No", "Element", "What it is", "Kind", "Need", "Remarks"],
    root: "Root element",
    way: "Way",
    senders: "Sender",
    edition: "Edition",
    since: "from {}",
    documents: "Documents a message, at most",
    unbounded: "no limit",
    lines: "Lines a document",
    key: "Business key",
    signature: "Signature",
    signature_wanted: "has to be there",
    signature_free: "may be there",
    receipt: "Receipt",
    shape: "Shape",
    fields: "the fields stand here",
    head: "Head",
    line: "Line",
    wanted: "wanted {}",
    barred: "left out {}",
    is: "when {} is {values}",
    given: "with {}",
    only: "only {}",
    table: "code table {}",
    digits: "digits alone",
    steps: "from 1, one by one",
    distinct: "never twice",
    not_before: "not before {}",
    personal: "personal, masked when shown",
    never_empty: "absent or filled, never empty",
    comma: ", ",
    or: " or ",
    stop: "; ",
};
