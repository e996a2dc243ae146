//! The use cases: import a list, show it, screen a stream of parties, compare two names.
