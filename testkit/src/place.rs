//! A folder of its own for a test.

use std::{
    fs,
    path::{Path, PathBuf},
    sync::atomic::{AtomicUsize, Ordering},
};

/// A folder that goes with the test; where that fails it stays, to be looked at.
#[derive(Debug)]
pub struct Place(PathBuf);

impl Place {
    /// A new one, empty, among the machine's temporary files; `of` says in its name whose it is.
    ///
    /// # Panics
    /// No folder can be made there.
    #[must_use]
    pub fn new(of: &str) -> Self {
        static COUNT: AtomicUsize = AtomicUsize::new(0);
        let own = COUNT.fetch_add(1, Ordering::Relaxed);
        let name = format!("chama-{of}-{}-{own}", std::process::id());
        let place = std::env::temp_dir().join(name);
        // Of a process of that number that was killed.
        drop(fs::remove_dir_all(&place));
        fs::create_dir_all(&place).expect("a temporary folder can be made");
        Self(place)
    }

    /// Where it lies.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.0
    }

    /// A place in it.
    #[must_use]
    pub fn at(&self, name: &str) -> PathBuf {
        self.0.join(name)
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        if !std::thread::panicking() {
            drop(fs::remove_dir_all(&self.0));
        }
    }
}
