//! See `tamis_fuzz::tables::id_dttot`.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| tamis_fuzz::tables::id_dttot(data));
