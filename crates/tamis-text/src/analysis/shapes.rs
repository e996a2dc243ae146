//! How the words of a unit hang together, and what one word says of it.

use crate::name::Part;
use crate::skeleton::{FATHER_OF, SERVANT_OF};

/// How the words of a unit hang together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shape {
    Word,
    /// A name of God or of faith in it.
    Compound,
    Kunya,
    House,
    Tribe,
}

/// Compounds and tribes that are written as one word.
pub(super) fn shape_of_one_word(part: &Part) -> Shape {
    if part.skeleton.first() == SERVANT_OF.first() {
        return Shape::Compound;
    }
    if part.skeleton.first() == FATHER_OF.first() {
        return Shape::Kunya;
    }
    let letters = if part.script.is_abjad() { &part.folded } else { &part.latin };
    // The last letter tells which tails can stand there; nine words of ten end in none.
    let (tails, stem, shape): (&[&str], _, _) = match letters.as_bytes() {
        [.., b'l', b'l', b'a', b'h'] => (&["ullah", "allah"], 2, Shape::Compound),
        [.., b'l', b'l', b'a'] => (&["ulla"], 2, Shape::Compound),
        [.., b'd', b'i', b'n'] => (&["uddin", "eddin", "aldin"], 2, Shape::Compound),
        [.., b'd', b'i', b'n', b'e'] => (&["eddine"], 2, Shape::Compound),
        [.., b'z', b'a', b'i'] => (&["zai"], 3, Shape::Tribe),
        [.., b'z', b'a', b'y'] => (&["zay"], 3, Shape::Tribe),
        [.., b'h', b'e', b'l'] | [.., b'e', b'i', b'l'] => (&["khel", "kheil"], 3, Shape::Tribe),
        [.., last] if !last.is_ascii() => match letters.chars().next_back() {
            Some('ن') => (&["الدين"], 2, Shape::Compound),
            Some('ه') => (&["الله"], 2, Shape::Compound),
            Some('ي') => (&["زي"], 3, Shape::Tribe),
            Some('ل') => (&["خيل"], 3, Shape::Tribe),
            _ => return Shape::Word,
        },
        _ => return Shape::Word,
    };
    let mut heads = tails.iter().filter_map(|tail| letters.strip_suffix(tail));
    if heads.any(|head| head.chars().count() >= stem) { shape } else { Shape::Word }
}
