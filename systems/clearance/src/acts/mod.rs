//! What can be done: one function a use case.

mod advance;
mod answer;
mod arrivals;
mod bill;
mod clock;
mod desk;
mod editions;
mod fits;
mod follows;
mod gathered;
mod hold;
mod judge;
mod officer;
mod receive;
mod refused;
mod replay;
mod returns;
mod seen;
mod setup;
mod short;
mod submission;
mod verify;
mod withdraw;

/// Who acts where no officer does: the rules, as soon as papers are there. No officer bears the name.
const RULES: &str = "rules";
/// Who acts where no officer does: the clock, when something falls due. No officer bears the name.
const CLOCK: &str = "clock";

pub use answer::{number_of, text_of};
pub use clock::{Fallen, fall_due};
pub use desk::{Desk, GUARANTEE, KINDS, QUOTA, STOCK, TAX, WEIGHT, Zone};
pub use editions::{Stood, load_edition};
pub(crate) use fits::{DELETED, SAVED};
pub use officer::{Act, Acted, Matter, REASONS, Unfit, officer_act};
pub use receive::{Answer, Taken, receive};
pub use refused::unreadable;
pub use replay::{Replayed, replay};
pub use setup::{Changed, Setup, set_up};
pub use submission::{Paper, Submission, is_unusable};
pub use verify::{Verified, verify};
