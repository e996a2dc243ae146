//! What is written is read, and what was changed or cut is refused.

use super::*;

fn written() -> Vec<u8> {
    let numbers: Vec<u32> = (0..50_000).collect();
    let mut writer = Writer::to(Vec::new()).unwrap();
    writer.section("texts", b"one two three").unwrap();
    writer.section("numbers", &numbers).unwrap();
    writer.begin("pairs".to_owned()).unwrap();
    for number in 0..10_u64 {
        writer.add(&[number, number * number]).unwrap();
    }
    writer.section::<u32>("nothing", &[]).unwrap();
    writer.finish().unwrap()
}

fn opened(bytes: &[u8]) -> Result<Artefact, ArtefactError> {
    Artefact::open(Arc::new(InMemory::of(bytes)))
}

#[derive(Debug, thiserror::Error)]
enum Refused {
    #[error(transparent)]
    Artefact(#[from] ArtefactError),
    #[error(transparent)]
    Reading(#[from] io::Error),
}

#[test]
fn sections_are_read_as_they_were_written() {
    let bytes = written();
    assert_eq!(bytes, written(), "the same values are the same bytes");
    let artefact = opened(&bytes).unwrap();
    assert_eq!(artefact.section::<u8>("texts").unwrap().whole(), b"one two three");
    let numbers = artefact.section::<u32>("numbers").unwrap();
    assert_eq!(
        (numbers.len(), numbers.get(49_999), numbers.get(50_000)),
        (50_000, Some(49_999), None)
    );
    assert_eq!(numbers.part(16_383..16_386), [16_383, 16_384, 16_385]);
    assert_eq!(numbers.part(49_999..50_001), [0_u32; 0]);
    assert_eq!(artefact.section::<[u64; 2]>("pairs").unwrap().get(9), Some([9, 81]));
    assert!(artefact.section::<u32>("nothing").unwrap().is_empty());
    assert!(matches!(artefact.section::<u32>("none"), Err(ArtefactError::Section { .. })));
    assert!(matches!(artefact.section::<u32>("texts"), Err(ArtefactError::Section { .. })));
    artefact.check_all::<Refused>(&mut &*bytes).unwrap();
    assert_eq!(artefact.damage(), None);
}

#[test]
fn no_byte_can_be_changed_unseen() {
    let bytes = written();
    for at in (0..bytes.len()).step_by(997).chain(bytes.len() - 80..bytes.len()).chain(0..80) {
        let mut changed = bytes.clone();
        changed[at] ^= 1;
        let Ok(artefact) = opened(&changed) else { continue };
        assert!(artefact.check_all::<Refused>(&mut &*changed).is_err(), "byte {at}");
        assert!(artefact.damage().is_some());
    }
}

#[test]
fn a_damaged_block_gives_no_value_when_it_is_touched() {
    let mut bytes = written();
    bytes[100_000] ^= 0x40;
    let artefact = opened(&bytes).unwrap();
    let numbers = artefact.section::<u32>("numbers").unwrap();
    assert_eq!(numbers.get(7), Some(7));
    assert_eq!(artefact.damage(), None);
    assert_eq!(numbers.get(25_000), None);
    assert_eq!(artefact.damage(), Some(ArtefactError::Damaged { from: 65_536, to: 131_072 }));
    assert_eq!(numbers.whole(), [0_u32; 0]);
    assert_eq!(numbers.get(49_999), Some(49_999));
}

#[test]
fn what_is_cut_or_foreign_is_refused() {
    let bytes = written();
    for length in [bytes.len() - 1, bytes.len() - 40, bytes.len() / 2, 100, 64, 24] {
        assert_eq!(opened(&bytes[..length]).unwrap_err(), ArtefactError::CutShort, "{length}");
    }
    assert_eq!(opened(&bytes[..12]).unwrap_err(), ArtefactError::NotAnArtefact);
    assert_eq!(opened(b"").unwrap_err(), ArtefactError::NotAnArtefact);
    assert_eq!(opened(&[0; 4_096]).unwrap_err(), ArtefactError::NotAnArtefact);
    let mut other = bytes.clone();
    other[16] = 9;
    assert_eq!(opened(&other).unwrap_err(), ArtefactError::OtherForm { found: 9, known: 1 });
    // what was added behind the end hides the foot
    let longer = [&*bytes, &[0; 64]].concat();
    assert_eq!(opened(&longer).unwrap_err(), ArtefactError::CutShort);
    // cut behind the opening: reading to the end tells
    let artefact = opened(&bytes).unwrap();
    let short = artefact.check_all::<Refused>(&mut &bytes[..70_000]);
    assert!(matches!(short, Err(Refused::Reading(_))), "{short:?}");
}

#[derive(Debug)]
struct Cut(InMemory);

impl Held for Cut {
    fn bytes(&self) -> &[u8] {
        self.0.bytes()
    }

    fn is_whole(&self) -> bool {
        false
    }
}

#[test]
fn bytes_that_are_no_longer_there_are_damage() {
    let artefact = Artefact::open(Arc::new(Cut(InMemory::of(&written())))).unwrap();
    assert_eq!(artefact.damage(), Some(ArtefactError::CutShort));
}

#[test]
fn what_was_made_in_memory_is_not_checked_again() {
    let artefact = Artefact::in_memory::<Refused>(|writer| Ok(writer.section("a", &[1_u32, 2])?));
    assert_eq!(artefact.unwrap().section::<u32>("a").unwrap().whole(), [1, 2]);
}
