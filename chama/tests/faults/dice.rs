//! Chance that can be had again: the seed is printed with every failure.

/// SplitMix64.
pub struct Dice(u64);

impl Dice {
    /// Thrown from `seed`.
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// A number below `most`.
    pub fn below(&mut self, most: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (z ^ (z >> 31)) % most.max(1)
    }
}

/// The seed of this run: `CHAMA_SEED`, else one for all.
pub fn seed() -> u64 {
    number("CHAMA_SEED").unwrap_or(20_261_005)
}

/// A number from the environment.
pub fn number(name: &str) -> Option<u64> {
    std::env::var(name).ok()?.parse().ok()
}
