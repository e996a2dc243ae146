//! See `tamis_fuzz::properties::ofac_xml`.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| tamis_fuzz::properties::ofac_xml(data));
