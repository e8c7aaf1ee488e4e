//! The writer on a thread of its own, committing whatever has gathered.

use std::{
    sync::mpsc::{self, Receiver, SyncSender},
    thread::{self, JoinHandle},
};

use crate::{Fault, Session, StoreError, Writer, settle::Settler};

type Sealed<J, A> = (J, SyncSender<Result<A, StoreError>>);

/// An answer that comes when the job is on disk.
pub struct Pending<A>(Receiver<Result<A, StoreError>>);

impl<A> Pending<A> {
    /// Waits for it. An error means that nothing of the job happened.
    pub fn wait(self) -> Result<A, StoreError> {
        self.0
            .recv()
            .unwrap_or_else(|_| Err(StoreError::new(Fault::Other, "the writer has stopped")))
    }
}

/// A bounded queue before one writer. A full queue makes the sender wait, so memory stays flat.
pub struct Queue<J, A> {
    sender: SyncSender<Sealed<J, A>>,
}

impl<J: Send + 'static, A: Send + 'static> Queue<J, A> {
    /// Starts the writer's thread. `act` gets all jobs that have gathered (at most `together`)
    /// inside one transaction and answers each; an error takes all of them back.
    pub fn start(
        mut writer: Writer,
        together: usize,
        mut act: impl FnMut(Session<'_>, &mut Vec<J>) -> Result<Vec<A>, StoreError> + Send + 'static,
    ) -> (Self, JoinHandle<Writer>) {
        let (sender, receiver) = mpsc::sync_channel::<Sealed<J, A>>(together * 2);
        let thread = thread::spawn(move || {
            // Without it the writer moves the log itself.
            let settler = Settler::start(&writer).ok();
            let spent = given_back();
            let mut jobs = Vec::with_capacity(together);
            let mut answers = Vec::with_capacity(together);
            while let Ok((job, answer)) = receiver.recv() {
                jobs.push(job);
                answers.push(answer);
                while jobs.len() < together {
                    let Ok((job, answer)) = receiver.try_recv() else {
                        break;
                    };
                    jobs.push(job);
                    answers.push(answer);
                }
                let done = writer.commit(|session| act(session, &mut jobs));
                drop(spent.send(std::mem::replace(&mut jobs, Vec::with_capacity(together))));
                // A sender that no longer waits does not need the answer.
                match done {
                    Ok(done) => answers
                        .drain(..)
                        .zip(done)
                        .for_each(|(answer, done)| drop(answer.send(Ok(done)))),
                    Err(error) => answers
                        .drain(..)
                        .for_each(|answer| drop(answer.send(Err(error.clone())))),
                }
                if let Some(settler) = &settler {
                    settler.wake();
                }
            }
            if let Some(settler) = settler {
                settler.finish();
            }
            writer
        });
        (Self { sender }, thread)
    }

    /// Puts a job in; waits while the queue is full.
    pub fn submit(&self, job: J) -> Pending<A> {
        let (answer, pending) = mpsc::sync_channel(1);
        // When the writer is gone the channel is dropped with the job, and `wait` says so.
        drop(self.sender.send((job, answer)));
        Pending(pending)
    }
}

impl<J, A> Clone for Queue<J, A> {
    fn clone(&self) -> Self {
        Self {
            sender: self.sender.clone(),
        }
    }
}

/// Takes what was done off the writer's hands: a job holds many small pieces of memory, and nobody
/// waits for them to be given back.
fn given_back<J: Send + 'static>() -> mpsc::Sender<Vec<J>> {
    let (sender, receiver) = mpsc::channel::<Vec<J>>();
    thread::spawn(move || receiver.into_iter().for_each(drop));
    sender
}
