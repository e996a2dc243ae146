//! The nouns of Tamis: parties, names, dates, identifiers, list entries, evidence, hits and screenings.
