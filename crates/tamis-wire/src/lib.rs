//! The serialised forms of the nouns: party files in, screenings out, as CSV, JSON and FollowTheMoney.
