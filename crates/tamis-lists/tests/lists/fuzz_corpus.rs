//! The fuzz targets over their committed corpora (`fuzz/corpus/<target>/`), with a stable compiler.

use crate::properties;

type Check = fn(&[u8]);

#[test]
fn each_seed_keeps_the_properties_of_its_target() {
    let targets: [(&str, Check); 10] = [
        ("un", properties::un),
        ("eu", properties::eu),
        ("ofac_xml", properties::ofac_xml),
        ("ca", properties::ca),
        ("ch", properties::ch),
        ("uk_sanctions", properties::uk_sanctions),
        ("ofac_advanced", properties::ofac_advanced),
        ("ftm", properties::ftm),
        ("mapped", properties::mapped),
        ("mapping", properties::mapping),
    ];
    for (name, check) in targets {
        let folder = tamis_testkit::data::workspace().join("fuzz/corpus").join(name);
        let mut number = 0;
        for seed in std::fs::read_dir(&folder).unwrap() {
            check(&std::fs::read(seed.unwrap().path()).unwrap());
            number += 1;
        }
        assert!(number >= 5, "{name} has {number} seeds");
    }
}
