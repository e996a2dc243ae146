//! The example that others copy is run, and gives the answer that it shows.

#[path = "../../examples/embed.rs"]
#[expect(dead_code, reason = "the example has a `main` of its own")]
mod example;

#[test]
fn the_library_in_thirty_lines() {
    insta::assert_snapshot!(example::screened().unwrap());
}
