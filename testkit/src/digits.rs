//! Check digits, worked out here a second time so that they can contradict `values`.

/// The 31 signs of a unified social credit code, in the order of their worth.
const CREDIT_SIGNS: &[u8; 31] = b"0123456789ABCDEFGHJKLMNPQRTUWXY";

/// The last sign of a unified social credit code (GB 32100): weights 3^i modulo 31.
///
/// # Panics
/// When a sign is none of the 31.
#[must_use]
pub fn credit_check(first_17: &str) -> char {
    let worth = |sign| CREDIT_SIGNS.iter().position(|known| *known == sign);
    let mut weight = 1;
    let mut sum = 0;
    for sign in first_17.bytes() {
        sum += weight * worth(sign).expect("a credit code holds only its 31 signs");
        weight = weight * 3 % 31;
    }
    char::from(CREDIT_SIGNS[(31 - sum % 31) % 31])
}

/// The last sign of a citizen number (GB 11643, ISO 7064 MOD 11-2): a digit or `X`.
#[must_use]
pub fn citizen_check(first_17: &str) -> char {
    let rest = first_17
        .bytes()
        .fold(0, |rest, digit| (rest + u32::from(digit - b'0')) * 2 % 11);
    char::from(b"10X98765432"[rest as usize])
}

/// The last digit of a GTIN: weights 3 and 1 from the right.
#[must_use]
pub fn barcode_check(others: &str) -> char {
    let weights = [3, 1].into_iter().cycle();
    let sum: u32 = others
        .bytes()
        .rev()
        .zip(weights)
        .map(|(digit, weight)| u32::from(digit - b'0') * weight)
        .sum();
    char::from(b'0' + ((10 - sum % 10) % 10) as u8)
}
