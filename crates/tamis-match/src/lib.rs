//! Two parties become evidence, and the evidence becomes a score.
