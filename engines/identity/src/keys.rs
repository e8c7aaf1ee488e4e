//! The zone's own key, and what stands for a person.

use std::{fs, io::Write, path::Path};

use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;
use store::{Fault, Session, StoreError, Value};
use values::Finding;

const PERSON: &str = "person";
const PRINT: &str = "SELECT print FROM identity_key WHERE purpose = $1";
const PRINTS: &str = "SELECT purpose, print FROM identity_key";
const KEEP: &str = "INSERT INTO identity_key (purpose, print) VALUES ($1, $2)";

/// The print of the key that the data keep is not that of the key, or not alone.
const PRINT_OTHER: &str = "verify.key";

/// The codes that this room finds.
pub const CODES: &[&str] = &[PRINT_OTHER];

/// The secret with which persons are hashed and draws are seeded.
#[derive(Clone)]
pub struct Keys {
    person: [u8; 32],
}

/// Stands for a person in accounts, journal and logs: 32 hex digits.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct PersonKey(String);

impl PersonKey {
    /// As text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Keys {
    /// Reads the key file of `folder`, making it where there is none and `make` allows it.
    ///
    /// # Errors
    /// [`Fault::Foreign`] when it is missing and must not be made (a key made anew would give
    /// everybody a fresh quota), or is no key.
    pub fn load(folder: &Path, make: bool) -> Result<Self, StoreError> {
        let file = folder.join("person.key");
        match fs::read_to_string(&file) {
            Ok(text) => Self::parse(text.trim()).ok_or_else(|| {
                StoreError::new(Fault::Foreign, format!("{} is no key", file.display()))
            }),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound && make => {
                Self::make(folder, &file)
            }
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => Err(StoreError::new(
                Fault::Foreign,
                format!(
                    "{} is missing; a database needs the key it began with",
                    file.display()
                ),
            )),
            Err(error) => Err(error.into()),
        }
    }

    /// Notes on the first start which key the data belong to; on every later one it must be this one.
    ///
    /// # Errors
    /// [`Fault::Foreign`] when the data began with another key: each person would get a second quota.
    pub fn belong(&self, session: Session<'_>) -> Result<(), StoreError> {
        match self.belongs(session)? {
            Some(true) => Ok(()),
            Some(false) => Err(StoreError::new(
                Fault::Foreign,
                "person.key is the key of other data; put back the key these data began with",
            )),
            None => session
                .run(KEEP, &[Value::Text(PERSON), Value::Text(&self.print())])
                .map(drop),
        }
    }

    /// What verification finds of the print: it is this key's, and there is no other.
    pub fn differences(&self, session: Session<'_>) -> Result<Vec<Finding>, StoreError> {
        let prints = session.all(PRINTS, &[], |row| Ok((row.text(0)?, row.text(1)?)))?;
        let same = prints == [(PERSON.to_owned(), self.print())];
        let fault = || Finding::refused(PRINT_OTHER).at("identity_key");
        Ok((!same).then(fault).into_iter().collect())
    }

    /// Whether the data belong to this key; none where no start has noted one yet. Writes nothing.
    ///
    /// # Errors
    /// What reading the data says.
    pub fn belongs(&self, session: Session<'_>) -> Result<Option<bool>, StoreError> {
        let known = session.first(PRINT, &[Value::Text(PERSON)], |row| row.text(0))?;
        Ok(known.map(|known| known == self.print()))
    }

    /// By this the data know their key, and nobody else can tell it.
    fn print(&self) -> String {
        hex(&self.mac(b"print", b"person.key")[..16])
    }

    /// Keys from 32 bytes, for tests and rehearsals.
    #[must_use]
    pub fn of(person: [u8; 32]) -> Self {
        Self { person }
    }

    /// What stands for the person with this number.
    #[must_use]
    pub fn person(&self, number: &str) -> PersonKey {
        PersonKey(hex(&self.mac(b"person", number.as_bytes())[..16]))
    }

    /// A draw between 0 and 999,999 that only this zone could foretell and that it can show again:
    /// the chance of an inspection.
    #[must_use]
    pub fn draw(&self, purpose: &str, subject: &str) -> i64 {
        let bytes = self.mac(purpose.as_bytes(), subject.as_bytes());
        let number = u64::from_be_bytes([
            bytes[0], bytes[1], bytes[2], bytes[3], bytes[4], bytes[5], bytes[6], bytes[7],
        ]);
        // 2^64 is so far above a million that the rest does not tilt the draw.
        (number % 1_000_000) as i64
    }

    fn mac(&self, purpose: &[u8], subject: &[u8]) -> [u8; 32] {
        let mut mac = Hmac::<Sha256>::new_from_slice(&self.person)
            .expect("an HMAC takes a key of any length");
        mac.update(purpose);
        mac.update(&[0]);
        mac.update(subject);
        mac.finalize().into_bytes().into()
    }

    /// Makes a key that is whole or not there, whenever the machine stops; of two processes that make
    /// one at once, both get the first one's.
    fn make(folder: &Path, file: &Path) -> Result<Self, StoreError> {
        let mut person = [0; 32];
        getrandom::fill(&mut person)
            .map_err(|error| StoreError::new(Fault::Other, error.to_string()))?;
        fs::create_dir_all(folder)?;
        let part = folder.join(format!(".person.key.{}", std::process::id()));
        drop(fs::remove_file(&part));
        let mut out = private(&part)?;
        writeln!(out, "{}", hex(&person))?;
        out.sync_all()?;
        // A link, since renaming would put the second key in the place of the first.
        let linked = fs::hard_link(&part, file);
        fs::remove_file(&part)?;
        match linked {
            Ok(()) => {
                sync(folder)?;
                Ok(Self { person })
            }
            Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => {
                Self::load(folder, false)
            }
            Err(error) => Err(error.into()),
        }
    }

    fn parse(text: &str) -> Option<Self> {
        if text.len() != 64 || !text.is_ascii() {
            return None;
        }
        let mut person = [0; 32];
        for (at, byte) in person.iter_mut().enumerate() {
            *byte = u8::from_str_radix(&text[at * 2..at * 2 + 2], 16).ok()?;
        }
        Some(Self { person })
    }
}

/// A name is on disk when its folder is.
#[cfg(unix)]
fn sync(folder: &Path) -> std::io::Result<()> {
    fs::File::open(folder)?.sync_all()
}

#[cfg(not(unix))]
fn sync(_folder: &Path) -> std::io::Result<()> {
    Ok(())
}

#[cfg(unix)]
fn private(file: &Path) -> std::io::Result<fs::File> {
    use std::os::unix::fs::OpenOptionsExt;
    fs::OpenOptions::new()
        .write(true)
        .create_new(true)
        .mode(0o600)
        .open(file)
}

#[cfg(not(unix))]
fn private(file: &Path) -> std::io::Result<fs::File> {
    fs::OpenOptions::new()
        .write(true)
        .create_new(true)
        .open(file)
}

fn hex(bytes: &[u8]) -> String {
    let digits = bytes.iter().flat_map(|byte| [byte >> 4, byte & 15]);
    digits
        .filter_map(|digit| char::from_digit(digit.into(), 16))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_person_is_the_same_for_one_zone_and_another_for_the_next() {
        let (lhasa, other) = (Keys::of([1; 32]), Keys::of([2; 32]));
        assert_eq!(
            lhasa.person("540102190001010010"),
            lhasa.person("540102190001010010")
        );
        assert_ne!(
            lhasa.person("540102190001010010"),
            lhasa.person("540102190001010029")
        );
        assert_ne!(
            lhasa.person("540102190001010010"),
            other.person("540102190001010010")
        );
        assert_eq!(lhasa.person("540102190001010010").as_str().len(), 32);
    }

    #[test]
    fn a_lost_key_is_never_replaced_in_silence() {
        let place = testkit::Place::new("keys");
        let folder = place.path();
        assert!(Keys::load(folder, false).is_err());
        let made = Keys::load(folder, true).unwrap().person("x");
        assert_eq!(Keys::load(folder, false).unwrap().person("x"), made);
    }

    #[test]
    fn a_share_of_draws_falls_below_that_share() {
        let keys = Keys::of([7; 32]);
        let hits = (0..10_000)
            .filter(|n| keys.draw("inspection", &n.to_string()) < 100_000)
            .count();
        assert!((850..1150).contains(&hits), "{hits}");
    }
}
