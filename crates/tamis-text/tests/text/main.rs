//! Tests of name analysis that go through the public door: properties, scripts, real names.

mod cross_script;
mod properties;
mod real_names;
