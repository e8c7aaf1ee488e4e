//! States of a declaration and the moves between them.

use std::fmt;

/// Where a declaration stands. The numbers are customs' `returnStatus`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum State {
    /// 1: saved, not declared.
    Saved,
    /// 2: being declared; papers may be missing.
    Declaring,
    /// 3: sent to customs.
    Sent,
    /// 4: sending failed.
    SendFailed,
    /// 100: returned.
    Returned,
    /// 120: stored at customs; waits here while the guarantee is short.
    Stored,
    /// 300: an officer looks.
    Review,
    /// 399: decided.
    Decided,
    /// 500: to be inspected.
    Inspect,
    /// 501: held, to clearance.
    HeldClearance,
    /// 502: held, to anti-smuggling.
    HeldSmuggling,
    /// 503: held, to the legal office.
    HeldLegal,
    /// 599: held otherwise.
    Held,
    /// 700: shipped back.
    ShippedBack,
    /// 800: released.
    Released,
    /// 899: closed.
    Closed,
    /// Below 0: refused at the port.
    Failed(i32),
    /// The project's own end: withdrawn.
    Withdrawn,
}

/// What the built-in centre may do next, by where it stands. Any other move is refused.
///
/// 100 and a negative code end this declaration; a corrected one opens it again at 2. So does a
/// change of its papers while it is judged and not decided, at 120 or 300.
pub const MOVES: &[(State, &[State])] = &[
    (State::Saved, &[State::Declaring]),
    (State::Declaring, &[State::Sent, State::Returned]),
    (State::Sent, &[State::SendFailed, State::Stored]),
    (State::SendFailed, &[State::Declaring]),
    (
        State::Stored,
        &[
            State::Returned,
            State::Review,
            State::Decided,
            State::Released,
            State::Withdrawn,
        ],
    ),
    (
        State::Review,
        &[
            State::Returned,
            State::Inspect,
            State::Decided,
            State::Released,
            State::Withdrawn,
        ],
    ),
    (
        State::Decided,
        &[State::Inspect, State::Released, State::Withdrawn],
    ),
    (
        State::Inspect,
        &[
            State::HeldClearance,
            State::HeldSmuggling,
            State::HeldLegal,
            State::Held,
            State::Released,
        ],
    ),
    (
        State::Released,
        &[State::Closed, State::ShippedBack, State::Withdrawn],
    ),
];

const CODES: [(State, i32); 16] = [
    (State::Saved, 1),
    (State::Declaring, 2),
    (State::Sent, 3),
    (State::SendFailed, 4),
    (State::Returned, 100),
    (State::Stored, 120),
    (State::Review, 300),
    (State::Decided, 399),
    (State::Inspect, 500),
    (State::HeldClearance, 501),
    (State::HeldSmuggling, 502),
    (State::HeldLegal, 503),
    (State::Held, 599),
    (State::ShippedBack, 700),
    (State::Released, 800),
    (State::Closed, 899),
];

/// Withdrawn has no code of customs; on disk it is this.
const WITHDRAWN: i32 = 1000;

impl State {
    /// Customs' code; 1000 for withdrawn, which customs do not know.
    #[must_use]
    pub fn code(self) -> i32 {
        match self {
            Self::Failed(code) => code,
            Self::Withdrawn => WITHDRAWN,
            _ => CODES
                .iter()
                .find(|(state, _)| *state == self)
                .map_or(0, |(_, code)| *code),
        }
    }

    /// The state of that code, when there is one.
    #[must_use]
    pub fn of(code: i64) -> Option<Self> {
        let code = i32::try_from(code).ok()?;
        match code {
            WITHDRAWN => Some(Self::Withdrawn),
            ..0 => Some(Self::Failed(code)),
            _ => CODES
                .iter()
                .find(|(_, known)| *known == code)
                .map(|(state, _)| *state),
        }
    }

    /// Whether the built-in centre may move from here to `next`.
    ///
    /// The port refuses at 1, 2 or 3; whatever it is that it refuses.
    #[must_use]
    pub fn may_become(self, next: Self) -> bool {
        if let Self::Failed(_) = next {
            return matches!(self, Self::Saved | Self::Declaring | Self::Sent);
        }
        MOVES
            .iter()
            .any(|(from, to)| *from == self && to.contains(&next))
    }

    /// Whether it ended without release, so that a corrected declaration may open it again.
    #[must_use]
    pub fn is_refused(self) -> bool {
        matches!(self, Self::Returned | Self::Failed(_))
    }

    /// Whether it ended in a way that leaves its order free for another declaration.
    #[must_use]
    pub fn may_be_declared_anew(self) -> bool {
        self.is_refused() || self == Self::Withdrawn
    }

    /// Whether it was judged and is not decided yet (399): it waits for its guarantee or an officer.
    #[must_use]
    pub fn is_judged(self) -> bool {
        matches!(self, Self::Stored | Self::Review)
    }

    /// Whether it is not decided yet: until then its papers can be changed.
    #[must_use]
    pub fn is_undecided(self) -> bool {
        self.is_judged()
            || matches!(
                self,
                Self::Saved | Self::Declaring | Self::Sent | Self::SendFailed
            )
    }

    /// Whether nothing more happens to it.
    #[must_use]
    pub fn is_final(self) -> bool {
        self.is_refused() || matches!(self, Self::Closed | Self::Withdrawn | Self::ShippedBack)
    }

    /// Whether an officer has it.
    #[must_use]
    pub fn is_with_officer(self) -> bool {
        matches!(
            self,
            Self::Review
                | Self::Inspect
                | Self::HeldClearance
                | Self::HeldSmuggling
                | Self::HeldLegal
                | Self::Held
        )
    }
}

impl fmt::Display for State {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Withdrawn => f.write_str("withdrawn"),
            other => write!(f, "{}", other.code()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_state_comes_back_from_its_code() {
        for (state, code) in CODES {
            assert_eq!(State::of(code.into()), Some(state));
        }
        assert_eq!(State::of(-621_005), Some(State::Failed(-621_005)));
        assert_eq!(
            State::of(State::Withdrawn.code().into()),
            Some(State::Withdrawn)
        );
        assert_eq!(State::of(77), None);
    }

    #[test]
    fn a_released_declaration_never_moves_back_without_a_withdrawal() {
        for (state, _) in CODES {
            assert_eq!(
                State::Released.may_become(state),
                matches!(state, State::Closed | State::ShippedBack),
                "{state}"
            );
        }
        assert!(State::Released.may_become(State::Withdrawn));
        assert!(!State::Released.may_become(State::Failed(-1)));
    }

    #[test]
    fn what_has_ended_moves_nowhere() {
        for ended in [
            State::Closed,
            State::Withdrawn,
            State::Returned,
            State::ShippedBack,
            State::Failed(-621_018),
        ] {
            assert!(MOVES.iter().all(|(from, _)| *from != ended), "{ended}");
            assert!(ended.is_final());
        }
    }
}
