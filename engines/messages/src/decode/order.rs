//! Which elements stand out of their place, as few as can be named.

/// Positions in `ids`, elements as they came, that have to move so that the rest ascends. The
/// heaviest ascending row stays, `weight` by id; of rows alike, the one that came later, so what
/// is named is the element that came too early.
pub(super) fn misplaced(ids: &[u16], weight: impl Fn(u16) -> u32) -> Vec<usize> {
    // best[at]: the heaviest ascending row that ends at `at`, and the element before it.
    let mut best: Vec<(u32, Option<usize>)> = Vec::with_capacity(ids.len());
    for (at, id) in ids.iter().enumerate() {
        let before = (0..at).filter(|before| ids[*before] < *id);
        let before = before.max_by_key(|before| (best[*before].0, *before));
        let carried = before.map_or(0, |before| best[before].0);
        best.push((carried + weight(*id), before));
    }
    let mut stays = vec![false; ids.len()];
    let mut next = (0..ids.len()).max_by_key(|at| (best[*at].0, *at));
    while let Some(at) = next {
        stays[at] = true;
        next = best[at].1;
    }
    (0..ids.len()).filter(|at| !stays[*at]).collect()
}

#[cfg(test)]
mod tests {
    use super::misplaced;

    #[test]
    fn the_fewest_elements_are_named() {
        let even = |_| 1;
        assert_eq!(misplaced(&[1, 2, 3, 4], even), Vec::<usize>::new());
        assert_eq!(misplaced(&[1, 3, 4, 5, 2], even), [4]);
        assert_eq!(misplaced(&[5, 1, 2, 3, 4], even), [0]);
        assert_eq!(
            misplaced(&[1, 3, 2, 4], even),
            [1],
            "of two alike the one that came too early"
        );
    }

    #[test]
    fn an_element_that_must_be_there_stays_and_the_optional_one_moves() {
        // billNo, freight, insuredFee, orderNo, currency: the order of older clients.
        let mandatory = |id| if matches!(id, 9 | 12) { 2 } else { 1 };
        assert_eq!(misplaced(&[8, 10, 11, 9, 12], mandatory), [1, 2]);
    }
}
