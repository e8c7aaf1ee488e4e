//! The setup file under which the papers of this kit are lawful.

use values::Fen;

use crate::cast::{FIRMS, W1};
use crate::goods::{BOOK, BOOK_NUMBER, DRYER, DRYER_STOCK, Good};
use crate::purchase::CUSTOMS;

/// Pieces of each ware that the stories begin with.
const STORY_STOCK: u64 = 1196;
/// What each guarantor has put down in the stories.
const STORY_GUARANTEE: Fen = Fen(50_000_000);
/// More pieces of one ware than an honest parcel asks for.
const PIECES_A_PARCEL: u64 = 4;
/// More tax than any released parcel of this kit carries.
const TAX_A_PARCEL: Fen = Fen(200_000);

/// Firms, the site, the book with its stock and the guarantees, as `chama setup` reads them;
/// stock and guarantees last for so many parcels beyond those of the stories. No signature is
/// asked for and nothing is drawn for inspection.
#[must_use]
pub fn setup_toml(parcels: u64) -> String {
    let mut file = String::new();
    for firm in FIRMS {
        let roles = quoted(firm.roles);
        table(
            &mut file,
            "firm",
            &[("code", firm.code), ("name", firm.name)],
            Some(("roles", roles)),
        );
    }
    let modes = quoted(&["1210", "1239", "9610"]);
    let site = [
        ("customs", CUSTOMS),
        ("name", W1.name),
        ("operator", W1.code),
    ];
    table(&mut file, "site", &site, Some(("modes", modes)));
    table(
        &mut file,
        "book",
        &[("number", BOOK_NUMBER), ("holder", W1.code)],
        None,
    );
    for good in BOOK {
        let record = good
            .record
            .map(|record| record.to_string())
            .unwrap_or_default();
        let stock = stock(&good, parcels).to_string();
        let item = [
            ("record", &*record),
            ("hs", good.hs),
            ("unit", good.unit),
            ("stock", &*stock),
        ];
        table(&mut file, "book.item", &item, None);
    }
    let amount = Fen(STORY_GUARANTEE.0 + TAX_A_PARCEL.0 * parcels as i64).to_string();
    for firm in FIRMS
        .iter()
        .filter(|firm| firm.roles.contains(&"guarantor"))
    {
        table(
            &mut file,
            "guarantee",
            &[("firm", firm.code), ("amount", &*amount)],
            None,
        );
    }
    file.push_str("[settings]\n\"signature.require\" = \"off\"\n\"inspection.random\" = \"0\"\n");
    file
}

fn stock(good: &Good, parcels: u64) -> u64 {
    if *good == DRYER {
        DRYER_STOCK
    } else {
        STORY_STOCK + PIECES_A_PARCEL * parcels
    }
}

fn quoted(words: &[&str]) -> String {
    let words: Vec<_> = words.iter().map(|word| format!("{word:?}")).collect();
    format!("[{}]", words.join(", "))
}

fn table(file: &mut String, name: &str, texts: &[(&str, &str)], list: Option<(&str, String)>) {
    file.push_str(&format!("[[{name}]]\n"));
    for (key, text) in texts {
        file.push_str(&format!("{key} = \"{text}\"\n"));
    }
    if let Some((key, list)) = list {
        file.push_str(&format!("{key} = {list}\n"));
    }
    file.push('\n');
}
