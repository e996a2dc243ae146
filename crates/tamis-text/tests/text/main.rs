//! Tests of name analysis that go through the public door: properties, scripts, real names.

#[cfg(test)]
mod cross_script;
#[cfg(test)]
mod properties;
#[cfg(test)]
mod real_names;
