//! A record as JSON, names as on the wire.

use std::sync::Arc;

use serde_json::{Map, Value};
use values::Finding;

use crate::{
    FieldId, MessageType, Record,
    problems::{JSON_FORM, JSON_UNKNOWN},
};

impl Record {
    /// The record as an object: a text a field, `""` for an element that stands empty, and the
    /// lines as an array of objects under their element's name. [`Record::from_json`] reads it.
    ///
    /// ```json
    /// { "orderNo": "A1", "goodsValue": "218.00", "OrderList": [{ "gnum": "1" }] }
    /// ```
    #[must_use]
    pub fn to_json(&self) -> Value {
        let mut object = self.object(0);
        if let Some(lines) = &self.message().lines {
            let items = 1..=self.item_count();
            let items = items.map(|item| Value::Object(self.object(item)));
            object.insert(lines.name.as_ref().into(), items.collect());
        }
        Value::Object(object)
    }

    /// Reads an object as [`Record::to_json`] writes it. A whole number may stand for its digits,
    /// `null` for an absent element; a number with a point is refused, for it may have lost
    /// digits before it came here. All faults are told at once, each refusing, as `json.form` or
    /// `json.unknown`.
    pub fn from_json(message: &Arc<MessageType>, value: &Value) -> Result<Self, Vec<Finding>> {
        let mut reading = Reading {
            record: Self::new(message),
            findings: Vec::new(),
        };
        reading.head(value);
        if reading.findings.is_empty() {
            return Ok(reading.record);
        }
        let number = message.number;
        let of = |finding: Finding| finding.of(number.to_string());
        Err(reading.findings.into_iter().map(of).collect())
    }

    fn object(&self, item: u32) -> Map<String, Value> {
        let entries = self.part(item).iter();
        let pair = |entry: &crate::record::Entry| {
            let name = &self.message().row(FieldId(entry.field)).name;
            (name.to_string(), self.text_of(entry).into())
        };
        entries.map(pair).collect()
    }
}

struct Reading {
    record: Record,
    findings: Vec<Finding>,
}

impl Reading {
    fn head(&mut self, value: &Value) {
        let Value::Object(object) = value else {
            return self.wrong_form(value, "", 0, "object");
        };
        let message = Arc::clone(self.record.message());
        let lines = message.lines.as_ref().map(|lines| &*lines.name);
        for (name, value) in object {
            if lines == Some(name.as_str()) {
                self.lines(name, value);
            } else {
                self.value(0, name, message.field(name), value);
            }
        }
    }

    fn lines(&mut self, name: &str, value: &Value) {
        let Value::Array(lines) = value else {
            return self.wrong_form(value, name, 0, "array");
        };
        let message = Arc::clone(self.record.message());
        for line in lines {
            let item = self.record.add_line();
            let Value::Object(object) = line else {
                self.wrong_form(line, name, item, "object");
                continue;
            };
            for (name, value) in object {
                self.value(item, name, message.line_field(name), value);
            }
        }
    }

    fn value(&mut self, item: u32, name: &str, field: Option<FieldId>, value: &Value) {
        let Some(field) = field else {
            return self.found(Finding::refused(JSON_UNKNOWN).saw(name), name, item);
        };
        match value {
            Value::Null => {}
            Value::String(text) => self.record.put(item, field, text),
            Value::Number(number) if !number.is_f64() => {
                self.record.put(item, field, &number.to_string());
            }
            Value::Bool(_) | Value::Number(_) | Value::Array(_) | Value::Object(_) => {
                self.wrong_form(value, name, item, "text");
            }
        }
    }

    fn wrong_form(&mut self, value: &Value, name: &str, item: u32, want: &str) {
        let seen = match value {
            Value::Null => "null",
            Value::Bool(_) => "bool",
            Value::Number(_) => "number",
            Value::String(_) => "text",
            Value::Array(_) => "array",
            Value::Object(_) => "object",
        };
        let finding = Finding::refused(JSON_FORM).saw(seen).wants(want);
        self.found(finding, name, item);
    }

    fn found(&mut self, finding: Finding, name: &str, item: u32) {
        let finding = finding.at(name.to_owned());
        self.findings.push(match item {
            0 => finding,
            item => finding.item(item),
        });
    }
}
