//! How much of a file is read before it is refused.

/// What a file may be at most. Customs name no size; these keep a machine safe and are settings.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of the file, and again of what a wrapper holds.
    pub bytes: usize,
    /// Elements within one another.
    pub depth: usize,
    /// Bytes of one text, and of one tag with its attributes.
    pub text: usize,
    /// Attributes of one element.
    pub attributes: usize,
}

impl Default for Limits {
    /// 64 MiB, 32 deep, 4 MiB a text, 32 attributes: a batch of 100 full lists has about 15 MiB.
    fn default() -> Self {
        Self {
            bytes: 64 << 20,
            depth: 32,
            text: 4 << 20,
            attributes: 32,
        }
    }
}
