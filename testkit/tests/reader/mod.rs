//! A small strict reader: elements, attributes and text, every tag closed, every name in the
//! `ceb` namespace, no white space that is not a line feed between elements.

#![allow(dead_code)] // each test file uses its part

/// One element.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Node {
    pub name: String,
    pub attributes: Vec<(String, String)>,
    pub text: String,
    pub children: Vec<Node>,
}

impl Node {
    /// The first child of that name.
    pub fn child(&self, name: &str) -> &Node {
        self.children
            .iter()
            .find(|child| child.name == name)
            .unwrap_or_else(|| panic!("{} has no {name}", self.name))
    }

    /// All children of that name.
    pub fn all(&self, name: &str) -> impl Iterator<Item = &Node> {
        self.children.iter().filter(move |child| child.name == name)
    }

    /// The text of the first element of that name, below at any depth.
    pub fn find(&self, name: &str) -> Option<&str> {
        if self.name == name {
            return Some(&self.text);
        }
        self.children.iter().find_map(|child| child.find(name))
    }

    /// Value of an attribute.
    pub fn attribute(&self, name: &str) -> &str {
        let (_, value) = self
            .attributes
            .iter()
            .find(|(known, _)| known == name)
            .unwrap();
        value
    }
}

/// The root of a whole message.
pub fn read(xml: &str) -> Node {
    let body = xml
        .strip_prefix("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
        .expect("declaration");
    let (root, rest) = element(body);
    assert_eq!(rest, "\n", "nothing after the root");
    root
}

fn element(text: &str) -> (Node, &str) {
    let (tag, mut rest) = text
        .strip_prefix('<')
        .and_then(|t| t.split_once('>'))
        .expect("a tag");
    let mut words = tag.split(' ');
    let full = words.next().unwrap();
    let name = full
        .strip_prefix("ceb:")
        .expect("every element is qualified")
        .to_owned();
    let attributes = words
        .map(|word| {
            let (key, quoted) = word.split_once('=').unwrap();
            (key.to_owned(), quoted.trim_matches('"').to_owned())
        })
        .collect();
    let mut node = Node {
        name,
        attributes,
        text: String::new(),
        children: Vec::new(),
    };
    let end = format!("</{full}>");
    if !rest.starts_with('\n') {
        let (inner, after) = rest.split_once(&end).expect("closed");
        assert!(!inner.contains(['<', '>']), "text is escaped: {inner}");
        node.text = inner
            .replace("&lt;", "<")
            .replace("&gt;", ">")
            .replace("&amp;", "&");
        return (node, after);
    }
    loop {
        rest = rest.strip_prefix('\n').expect("one element a line");
        if let Some(after) = rest.strip_prefix(&end) {
            return (node, after);
        }
        let (child, after) = element(rest);
        node.children.push(child);
        rest = after;
    }
}
