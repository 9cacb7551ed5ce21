//! The whole order in one place: the only file that knows all stages.
