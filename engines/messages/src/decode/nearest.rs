//! The name a sender probably meant.

/// The one of `names` that `seen` comes nearest to: the same letters in another case, or at most
/// two letters away where the name is long enough for that to mean something.
pub(super) fn nearest<'n>(seen: &str, names: impl Iterator<Item = &'n str>) -> Option<&'n str> {
    // Far longer names are no slip of the pen, and comparing costs their length.
    if seen.len() > 64 {
        return None;
    }
    let near = names.map(|name| {
        (
            distance(&seen.to_ascii_lowercase(), &name.to_ascii_lowercase()),
            name,
        )
    });
    let (far, name) = near.min_by_key(|(far, _)| *far)?;
    (far <= 2 && far * 4 <= name.len()).then_some(name)
}

/// Letters to put in, take out or change to make one the other.
fn distance(a: &str, b: &str) -> usize {
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (up, left) in a.bytes().enumerate() {
        let mut corner = row[0];
        row[0] = up + 1;
        for (at, right) in b.bytes().enumerate() {
            let changed = corner + usize::from(left != right);
            corner = row[at + 1];
            row[at + 1] = changed.min(corner + 1).min(row[at] + 1);
        }
    }
    row[b.len()]
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn a_slip_of_the_pen_finds_its_name_and_another_word_none() {
        let names = [
            "orderNo",
            "acturalPaid",
            "consigneeDistrict",
            "qty",
            "unit1",
        ];
        let near = |seen| nearest(seen, names.into_iter());
        assert_eq!(near("OrderNO"), Some("orderNo"));
        assert_eq!(near("actualPaid"), Some("acturalPaid"));
        assert_eq!(near("consigneeDitrict"), Some("consigneeDistrict"));
        assert_eq!(near("qtz"), None);
        assert_eq!(near("appSenderId"), None);
    }
}
