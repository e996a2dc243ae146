//! Content-addressed, dated snapshots in a folder, with an atomic pointer to the current set.
