//! The library that others embed: a party goes in, a complete and explained screening comes out.
