//! Words in the user's language; a problem told to a person.
