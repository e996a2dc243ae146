//! A record ready to be compared: its names analysed, its parts with their keys and rarity.
//!
//! Parties and entries become the same thing here, so that comparing two entries, two parties or one
//! of each is one piece of code.

mod father;
mod korean;
mod letters;
mod looked;
mod things;
mod vietnamese;

pub use father::FatherMark;
pub use letters::letters;
pub(crate) use things::fits as acronym_fits;

use looked::Looked;

use smallvec::SmallVec;
use tamis_model::{
    Country, DateStatement, Entry, Identifier, NameGrade, ParentRole, ParentStatement, PartRole,
    Party, PartyKind, Place, Sex, Weight,
};
use tamis_text::things::Concept;
use tamis_text::{
    AnalysedName, AnalysisNote, AnalysisRefusal, Article, FamilyOfVietnam, KoreanSounds, NameKind,
    NoteKind, Part, PartClass, PartText, Script, Syllables, WordOfName, analyse, names_of_field,
    syllables_of_name,
};

use crate::frequency;
use crate::joined::{self, Consonants, JoinKeys, KeysOfPart, KnownNeighbours, Runs};
use crate::key::Key;
use crate::known_names::{self, KnownNames};
use crate::lexicon::Ids;
use crate::meeting::Form;
use crate::meetings::{Numbered, number_names};
use crate::policy::Policy;
use crate::sketch::Sketch;
use crate::spelling::units::{Units, Writing, units, units_of_letters};

/// The most names that a party may have; the largest real entry (OFAC, all names of a group of
/// companies) has some 80. A party beyond it is refused as a whole.
pub const MAXIMUM_NAMES: usize = 1_000;

/// Why a record was not analysed: it is refused as a whole, never compared in half.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum RecordRefusal {
    /// One of its names is beyond a limit.
    #[error("name {number}: {source}")]
    Name {
        /// Which name, from 1.
        number: usize,
        /// Why.
        #[source]
        source: AnalysisRefusal,
    },
    /// The name of a parent is beyond a limit.
    #[error("the name of the {}: {source}", role.words())]
    Parent {
        /// Which parent.
        role: ParentRole,
        /// Why.
        #[source]
        source: AnalysisRefusal,
    },
    /// It has too many names.
    #[error("the party has {found} names; the limit is {MAXIMUM_NAMES}: split it")]
    TooManyNames {
        /// How many.
        found: usize,
    },
}

/// A part of a name with what its comparison needs. What is read of a part that may meet another stands first
/// and together.
#[derive(Debug, Clone)]
#[repr(C)]
pub struct PreparedPart {
    /// Its consonants in coarse classes.
    pub key: Key,
    /// What full agreement on it adds.
    pub rarity: Weight,
    /// The units of its spelling.
    pub units: Units,
    /// Its ids in the lexicon of name variants.
    pub lexicon: Ids,
    /// What it is in the name.
    pub role: PartRole,
    /// The writing whose learned costs it goes by.
    pub writing: Writing,
    /// Whether its writing leaves out short vowels.
    pub abjad: bool,
    /// Whether an article stands before it that its folded form has not.
    pub has_article: bool,
    /// Whether it may have been cut short at the end of a full field.
    pub is_cut: bool,
    /// What says that it names the father.
    pub father: FatherMark,
    /// The part as analysed.
    pub part: Part,
    /// Its romanised form as a number.
    pub hash: u64,
    /// The sounds of a Korean name, where the whole name may be one.
    pub korean: Option<KoreanSounds>,
    /// The common names that it is a spelling of.
    pub known: KnownNames,
    /// What its word means in many languages: in names that are not persons'.
    pub concept: Option<&'static Concept>,
    /// Its consonants, packed: what joined and split words are found by.
    pub consonants: Consonants,
    /// What it shares with a run of neighbours that it is one word of.
    pub join_keys: KeysOfPart,
    /// Its syllables, where the whole name is one of East Asia.
    pub syllables: Syllables,
    /// The particle just before it and the one just after it, romanised; empty where there is one alone.
    pub particles: Option<Box<[PartText; 2]>>,
    /// The set of letters of its romanised form, a bit each: two parts within k edits differ in at
    /// most 2k letters.
    pub letters: u32,
    /// Bearers per million.
    pub bearers_per_million: u32,
}

impl PreparedPart {
    /// Whether any third part meets it as it meets another part of its record that has the same sketch.
    #[must_use]
    pub(crate) fn is_compared_alike(&self, other: &Self) -> bool {
        self.korean == other.korean
            && self.syllables == other.syllables
            && self.part.latin == other.part.latin
            && (self.part.is_its_reading && other.part.is_its_reading
                || self.part.folded == other.part.folded
                    && self.part.skeleton == other.part.skeleton)
            && self.part.script == other.part.script
            && self.role == other.role
        // units and lexicon follow from these; of a word that is its own reading, all but script and role
    }

    /// Whether "son of" or "daughter of" stands before it or behind it: it names the father.
    #[must_use]
    pub const fn is_marked_father(&self) -> bool {
        matches!(self.father, FatherMark::Before | FatherMark::Behind)
    }

    /// Whether it is the father's name in the form of the son's registers: Vladimirovich, Qasim oglu.
    #[must_use]
    pub const fn is_patronymic(&self) -> bool {
        matches!(self.father, FatherMark::Behind | FatherMark::Ending)
    }

    /// The father's name without the ending that makes it the son's, romanised.
    #[must_use]
    pub fn father_named(&self) -> &str {
        father::named(&self.part.latin)
    }

    /// The particle just before it and the one just after it, romanised; empty where there is none.
    #[must_use]
    pub fn particles(&self) -> [&str; 2] {
        self.particles
            .as_ref()
            .map_or([""; 2], |particles| particles.each_ref().map(PartText::as_str))
    }

    /// The part as the comparison looks at it.
    #[must_use]
    pub fn form(&self) -> Form<'_> {
        Form {
            folded: &self.part.folded,
            latin: &self.part.latin,
            skeleton: &self.part.skeleton,
            key: self.key,
            writing: self.writing,
            units: &self.units,
            letters: self.letters,
            script: self.part.script,
            abjad: self.abjad,
            lexicon: self.lexicon,
            known: self.known,
            concept: self.concept.copied(),
            korean: self.korean,
            syllables: self.syllables,
            role: self.role,
        }
    }
}

/// A name with its parts. What a comparison reads of nearly all names stands first and together, for it
/// waits for memory longer than it computes.
#[derive(Debug, Clone)]
#[repr(C)]
pub struct PreparedName {
    /// Its letters and digits without all else: names that are cut into words differently agree in it.
    letters: u64,
    /// The same without the titles that the name begins with.
    letters_behind_titles: u64,
    /// Parts that carry identity, in order.
    pub informative: Vec<PreparedPart>,
    /// What each of these is first compared by.
    pub sketches: Sketches,
    /// The numbers of its informative parts in its record.
    pub(crate) numbered: Numbered,
    /// Its neighbours that are known as one word, where they were looked up when the record was made.
    pub(crate) known_neighbours: Option<KnownNeighbours>,
    /// The keys of its informative parts.
    pub join_keys: JoinKeys,
    /// The keys of its runs.
    pub run_keys: JoinKeys,
    /// The script of most of its parts.
    pub script: Script,
    /// The list's grade; a party's names count as primary.
    pub grade: NameGrade,
    /// Where its family stands, if it is a name of Vietnam as a whole.
    pub vietnam: Option<FamilyOfVietnam>,
    /// Titles, particles, initials, organisation types, weak words, in order.
    pub other: Vec<PreparedPart>,
    /// Birth dates stated with this name alone.
    pub births: Vec<DateStatement>,
    /// Runs of its informative parts with their keys.
    pub runs: Runs,
    /// Its place among the names of the record.
    pub number: usize,
    /// The name as given.
    pub original: Box<str>,
    /// What the analysis ignored, repaired or reordered.
    pub notes: Vec<AnalysisNote>,
}

/// The sketches of a name; those of four parts stand in place.
pub type Sketches = SmallVec<[Sketch; 4]>;

impl PreparedName {
    /// Whether two names have the same letters and digits, each with the titles that it begins with or without.
    #[must_use]
    #[inline]
    pub fn has_letters_of(&self, other: &Self) -> bool {
        let are_those =
            |letters: u64| letters == other.letters || letters == other.letters_behind_titles;
        are_those(self.letters) || are_those(self.letters_behind_titles)
    }

    /// A number for all its letters, and one for those behind its titles where it begins with some.
    pub fn all_letters(&self) -> impl Iterator<Item = u64> + use<> {
        let behind = Some(self.letters_behind_titles).filter(|behind| *behind != self.letters);
        std::iter::once(self.letters).chain(behind)
    }

    /// Whether the name is an acronym or a word of up to three letters (AQI, ISI, Ali): it fits so
    /// many that it only ever corroborates. With a legal form (SIS d.o.o.) or a number behind it (M23)
    /// it is a name.
    #[must_use]
    pub fn is_acronym(&self) -> bool {
        let [only] = self.informative.as_slice() else { return false };
        let letters = only.part.latin.as_bytes();
        let is_numbered = letters.first().is_some_and(u8::is_ascii_alphabetic)
            && letters.last().is_some_and(u8::is_ascii_digit);
        (1..=3).contains(&letters.len())
            && !is_numbered
            && !self.is_number_with_letter()
            && !self.other.iter().any(|part| part.part.class == PartClass::OrganisationType)
    }

    /// Whether the name is a number with a letter, and nothing else: 1-P, a nickname.
    #[must_use]
    pub fn is_number_with_letter(&self) -> bool {
        let [only] = self.informative.as_slice() else { return false };
        let is_initial = |part: &PreparedPart| part.role == PartRole::Initial;
        only.role == PartRole::Number && self.other.iter().any(is_initial)
    }

    /// Whether the name is one weak part: a kunya or a nisba by itself, or a number with a letter.
    #[must_use]
    pub fn is_weak_shape(&self) -> bool {
        match self.informative.as_slice() {
            [only] => {
                let weak = [PartClass::Kunya, PartClass::Nisba, PartClass::AmbiguousTitle];
                weak.contains(&only.part.class) || self.is_number_with_letter()
            }
            _ => false,
        }
    }
}

/// An identifier with the form that is compared.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PreparedIdentifier {
    /// The identifier as stated.
    pub stated: Identifier,
    /// Its number without spaces, punctuation and words before it.
    pub normalised: String,
}

impl From<Identifier> for PreparedIdentifier {
    fn from(stated: Identifier) -> Self {
        Self { normalised: stated.normalised(), stated }
    }
}

/// The name of a parent as it is compared.
#[derive(Debug, Clone)]
pub struct PreparedParent {
    /// Which parent.
    pub role: ParentRole,
    /// The name.
    pub name: PreparedName,
}

/// A record ready to be compared.
#[derive(Debug, Clone)]
pub struct AnalysedRecord {
    /// Kind.
    pub kind: PartyKind,
    /// Names that can be compared; of a record of unknown kind, as a person's.
    pub names: Vec<PreparedName>,
    /// The names of a record of unknown kind as a thing's; of another, none. See [`crate::reading`].
    pub as_thing: Vec<PreparedName>,
    /// Names that can't, by number: titles only, placeholders only, no letter.
    pub not_screenable: Vec<usize>,
    /// Birth dates.
    pub births: Vec<DateStatement>,
    /// Identifiers.
    pub identifiers: Vec<PreparedIdentifier>,
    /// Nationalities.
    pub nationalities: Vec<Country>,
    /// Birthplaces.
    pub birthplaces: Vec<Place>,
    /// Sex.
    pub sex: Option<Sex>,
    /// Parents' names that can be compared.
    pub parents: Vec<PreparedParent>,
}

impl AnalysedRecord {
    /// Analyses a party.
    ///
    /// # Errors
    /// [`RecordRefusal`] when a name or their number is beyond a limit.
    pub fn of_party(party: &Party, policy: &Policy) -> Result<Self, RecordRefusal> {
        let mut record = Self::empty(party.kind, party.names.len());
        let mut count = 0;
        for (number, name) in party.names.iter().enumerate() {
            for name in names_of_field(&name.text, kind_of_field(party.kind)) {
                let text = name.text();
                let grade = NameGrade::Primary;
                record.add_name(count, &Stated { number, text, grade, births: &[] }, policy)?;
                count += 1;
            }
        }
        number_names(&mut record.names);
        number_names(&mut record.as_thing);
        record.births.clone_from(&party.births);
        record.identifiers = prepared(&party.identifiers);
        record.nationalities.clone_from(&party.nationalities);
        record.birthplaces.clone_from(&party.birthplaces);
        record.sex = party.sex;
        let parents = party.parents.iter().map(|parent| prepare_parent(parent, policy));
        record.parents = parents.filter_map(Result::transpose).collect::<Result<_, _>>()?;
        Ok(record)
    }

    /// Analyses an entry.
    ///
    /// # Errors
    /// [`RecordRefusal`] when a name or their number is beyond a limit.
    pub fn of_entry(entry: &Entry, policy: &Policy) -> Result<Self, RecordRefusal> {
        Self::of_entry_with(entry, policy, |_| true)
    }

    /// Analyses an entry as if it had no names but some, told by their places among its names.
    ///
    /// # Errors
    /// [`RecordRefusal`] when one of these names or their number is beyond a limit.
    pub fn of_entry_with(
        entry: &Entry,
        policy: &Policy,
        has: impl Fn(usize) -> bool,
    ) -> Result<Self, RecordRefusal> {
        let mut record = Self::empty(entry.kind, entry.names.len());
        for (number, name) in entry.names.iter().enumerate().filter(|(number, _)| has(*number)) {
            let (text, grade, births) = (name.text.as_str(), name.grade, name.births.as_slice());
            record.add_name(number, &Stated { number, text, grade, births }, policy)?;
        }
        number_names(&mut record.names);
        number_names(&mut record.as_thing);
        record.births.clone_from(&entry.births);
        record.identifiers = prepared(&entry.identifiers);
        record.nationalities.clone_from(&entry.nationalities);
        record.birthplaces.clone_from(&entry.birthplaces);
        record.sex = entry.sex;
        // they come out of remarks: what is too long for a name is none
        let parents = entry.parents.iter().map(|parent| prepare_parent(parent, policy));
        record.parents = parents.filter_map(|parent| parent.ok().flatten()).collect();
        Ok(record)
    }

    /// Whether a birth date is stated, for the record as a whole or, as entries do, with one name.
    #[must_use]
    pub fn has_dates(&self) -> bool {
        let mut names = self.names.iter().chain(&self.as_thing);
        !self.births.is_empty() || names.any(|name| !name.births.is_empty())
    }

    fn empty(kind: PartyKind, names: usize) -> Self {
        Self {
            kind,
            names: Vec::with_capacity(names.min(MAXIMUM_NAMES)),
            as_thing: Vec::new(),
            not_screenable: Vec::new(),
            births: Vec::new(),
            identifiers: Vec::new(),
            nationalities: Vec::new(),
            birthplaces: Vec::new(),
            sex: None,
            parents: Vec::new(),
        }
    }

    /// Adds a name that so many stand before.
    fn add_name(
        &mut self,
        before: usize,
        name: &Stated<'_>,
        policy: &Policy,
    ) -> Result<(), RecordRefusal> {
        if before >= MAXIMUM_NAMES {
            return Err(RecordRefusal::TooManyNames { found: before + 1 });
        }
        let mut is_screenable = name.add_to(&mut self.names, name_kind(self.kind), policy)?;
        if self.kind == PartyKind::Unknown {
            is_screenable |= name.add_to(&mut self.as_thing, NameKind::Organisation, policy)?;
        }
        if !is_screenable {
            self.not_screenable.push(name.number);
        }
        Ok(())
    }
}

/// None for a name that can't be compared.
fn prepare_parent(
    parent: &ParentStatement,
    policy: &Policy,
) -> Result<Option<PreparedParent>, RecordRefusal> {
    let role = parent.role;
    let kind = NameKind::Person;
    let analysed =
        analyse(&parent.name, kind).map_err(|source| RecordRefusal::Parent { role, source })?;
    let name = prepare(0, analysed, kind, NameGrade::Primary, &[], policy);
    Ok((!name.informative.is_empty()).then_some(PreparedParent { role, name }))
}

fn prepared(identifiers: &[Identifier]) -> Vec<PreparedIdentifier> {
    identifiers.iter().cloned().map(PreparedIdentifier::from).collect()
}

struct Stated<'a> {
    number: usize,
    text: &'a str,
    grade: NameGrade,
    births: &'a [DateStatement],
}

impl Stated<'_> {
    /// Adds the name as one of that kind, and tells whether it can be compared.
    fn add_to(
        &self,
        names: &mut Vec<PreparedName>,
        kind: NameKind,
        policy: &Policy,
    ) -> Result<bool, RecordRefusal> {
        let number = self.number;
        let analysed = analyse(self.text, kind)
            .map_err(|source| RecordRefusal::Name { number: number + 1, source })?;
        // where it stays, for its copy costs more than that of most is worth
        names.push(prepare(number, analysed, kind, self.grade, self.births, policy));
        let is_screenable = names.last().is_some_and(|name| !name.informative.is_empty());
        if !is_screenable {
            names.pop();
        }
        Ok(is_screenable)
    }
}

/// The kind of name that a record of some kind bears: one of unknown kind, a person's first.
/// What a field is parted as: where nobody tells, as what may be a person's or a thing's.
fn kind_of_field(kind: PartyKind) -> NameKind {
    match kind {
        PartyKind::Unknown => NameKind::Unknown,
        kind => name_kind(kind),
    }
}

fn name_kind(kind: PartyKind) -> NameKind {
    match kind {
        PartyKind::Person | PartyKind::Unknown => NameKind::Person,
        PartyKind::Organisation => NameKind::Organisation,
        PartyKind::Vessel => NameKind::Vessel,
        PartyKind::Aircraft => NameKind::Aircraft,
    }
}

fn prepare(
    number: usize,
    analysed: AnalysedName,
    kind: NameKind,
    grade: NameGrade,
    births: &[DateStatement],
    policy: &Policy,
) -> PreparedName {
    let AnalysedName { original, parts, script, notes } = analysed;
    let counts = |class: PartClass| {
        class.is_informative() || class == PartClass::WeakWord && kind != NameKind::Person
    };
    let counting = parts.iter().filter(|part| counts(part.class)).count();
    let mut informative = Vec::with_capacity(counting);
    let mut other = Vec::with_capacity(parts.len() - counting);
    let thing = !matches!(kind, NameKind::Person | NameKind::Unknown);
    let (mut marks_father, mut particle) = (false, None);
    let looked = looked::all(&parts);
    for (part, looked) in parts.into_iter().zip(&looked) {
        if part.class == PartClass::Placeholder || part.latin.is_empty() && part.folded.is_empty() {
            continue;
        }
        let counts = counts(part.class);
        let role = match part.class {
            PartClass::Number => PartRole::Number,
            PartClass::Title => PartRole::Title,
            PartClass::Initial => PartRole::Initial,
            PartClass::OrganisationType => PartRole::OrganisationType,
            PartClass::WeakWord => PartRole::Weak,
            _ if !counts => PartRole::Particle,
            _ if informative.is_empty() => PartRole::OwnName,
            _ => PartRole::Further,
        };
        let class = part.class;
        let parts = if counts { &mut informative } else { &mut other };
        parts.push(prepare_part(part, looked, role, policy));
        let Some(prepared) = parts.last_mut() else { continue };
        if thing {
            things::prepare(prepared, policy);
        }
        if counts {
            prepared.father = match std::mem::take(&mut marks_father) {
                true => FatherMark::Before,
                false => father::by_ending(&prepared.part.latin),
            };
            if let Some(particle) = particle.take() {
                let [before, _] = &mut **prepared.particles.get_or_insert_default();
                *before = particle;
            }
        } else {
            marks_father |= class == PartClass::Nasab;
            if matches!(role, PartRole::Particle) {
                let latin = prepared.part.latin.clone();
                if let Some(before) = informative.last_mut() {
                    if class == PartClass::NasabBehind {
                        before.father = FatherMark::Behind;
                    }
                    let [_, after] = &mut **before.particles.get_or_insert_default();
                    after.clone_from(&latin);
                }
                particle = Some(latin);
            }
        }
    }
    if thing {
        things::set_aside_own_acronym(&mut informative, &mut other);
    } else {
        own_titles_are_names(&mut informative, policy);
    }
    // "Société Générale S.A.": words that say little, and nothing else, are compared with their types
    let weak = informative.iter().all(|part: &PreparedPart| part.role == PartRole::Weak);
    if kind != NameKind::Person && weak && !informative.is_empty() {
        let types = other.iter().filter(|part| part.role == PartRole::OrganisationType).cloned();
        informative.extend(types.map(|part| PreparedPart {
            role: PartRole::Weak,
            rarity: part.rarity.min(policy.names.weak_word),
            ..part
        }));
        informative.sort_by_key(|part| part.part.span.start);
        other.retain(|part| part.role != PartRole::OrganisationType);
    }
    let mut vietnam = None;
    if kind == NameKind::Person {
        korean::prepare(&mut informative);
        prepare_syllables(&mut informative);
        vietnam = vietnamese::family(&informative);
    }
    let cut = notes.iter().find(|note| note.kind == NoteKind::PerhapsTruncated);
    let mut sketches = Sketches::with_capacity(informative.len());
    for part in &mut informative {
        part.is_cut = cut.is_some_and(|note| note.span.end == part.part.span.end);
        sketches.push(Sketch::of(part));
        part.join_keys = joined::part_keys(part);
    }
    let runs = joined::runs(&informative);
    let letters = letters::hash_of_letters(&original);
    let letters_behind_titles = match behind_titles(&original, &informative, &other) {
        whole if whole.len() == original.len() => letters,
        rest => letters::hash_of_letters(rest),
    };
    PreparedName {
        number,
        run_keys: JoinKeys::of_runs(&runs),
        runs,
        join_keys: JoinKeys::of_parts(&informative),
        letters,
        letters_behind_titles,
        original,
        script,
        notes,
        informative,
        sketches,
        numbered: Numbered::default(),
        known_neighbours: None,
        other,
        grade,
        vietnam,
        births: births.to_vec(),
    }
}

/// A name without the titles that it begins with: Dr Shafi qul Khan has the letters of Shafiqul Khan.
fn behind_titles<'a>(
    original: &'a str,
    informative: &[PreparedPart],
    other: &[PreparedPart],
) -> &'a str {
    let others = other.iter().filter(|part| part.role != PartRole::Title);
    let begins = informative.iter().chain(others).map(|part| part.part.span.start).min();
    begins.and_then(|begins| original.get(begins..)).unwrap_or(original)
}

/// A title word without which less than two parts are left is a name here: Amir Abdullah, Malik Noorzai.
fn own_titles_are_names(informative: &mut [PreparedPart], policy: &Policy) {
    let is_title = |part: &PreparedPart| part.part.class == PartClass::AmbiguousTitle;
    if informative.iter().filter(|part| !is_title(part)).count() < 2 {
        for part in informative.iter_mut().filter(|part| is_title(part)) {
            part.rarity = frequency::rarity(part.bearers_per_million, &policy.names);
        }
    }
}

/// Notes the syllables of a name of East Asia.
fn prepare_syllables(informative: &mut [PreparedPart]) {
    if informative.len() > 4 {
        return;
    }
    let words: SmallVec<[WordOfName<'_>; 4]> = informative
        .iter()
        .map(|part| (part.part.folded.as_str(), part.part.latin.as_str(), part.part.script))
        .collect();
    let found = syllables_of_name(&words);
    drop(words);
    let Some(found) = found else { return };
    for (part, syllables) in informative.iter_mut().zip(found) {
        part.syllables = syllables;
    }
}

fn prepare_part(part: Part, looked: &Looked, role: PartRole, policy: &Policy) -> PreparedPart {
    let abjad = matches!(part.script, Script::Arabic | Script::Hebrew);
    let bearers = looked.bearers.bearers(&part.latin, &part.skeleton, abjad);
    let mut rarity = bearers.rarity(&policy.names);
    match part.class {
        PartClass::AmbiguousTitle => rarity = rarity.min(policy.names.ambiguous_title),
        PartClass::WeakWord => rarity = rarity.min(policy.names.weak_word),
        _ => {}
    }
    let writing = Writing::of(part.script);
    PreparedPart {
        hash: joined::hash_of(&part.latin),
        letters: letters(&part.latin),
        key: Key::of(&part.skeleton),
        writing,
        units: match part.is_its_reading && writing == Writing::Latin {
            true => units_of_letters(&part.latin),
            false => units(&part.folded, &part.latin, writing),
        },
        abjad,
        lexicon: looked.lexicon.ids(part.script),
        known: looked.known.names(known_names::form_of(&part.folded, &part.latin, part.script)),
        concept: None,
        consonants: Consonants::of(&part.skeleton),
        join_keys: joined::NO_KEYS,
        korean: None,
        syllables: Syllables::NONE,
        has_article: has_article(&part),
        is_cut: false,
        father: FatherMark::None,
        // Nurulhuda is Nurul Huda as al-Huda is: by the letters of the article
        particles: match part.article {
            Article::OnWordBefore(article) => {
                Some(Box::new([PartText::const_new(article), PartText::const_new("")]))
            }
            Article::OfItsOwn => None,
        },
        part,
        role,
        bearers_per_million: bearers.per_million,
        rarity,
    }
}

/// Whether the part was written with an article that folding took away: al-Rawi, الراوي, Haq in Sirajul Haq.
fn has_article(part: &Part) -> bool {
    if matches!(part.article, Article::OnWordBefore(_)) {
        return true;
    }
    // the first two letters in bytes; only A and E become a and e
    match part.surface.as_bytes() {
        [0xD8, 0xA7, 0xD9, 0x84, ..] => !part.folded.starts_with("ال"),
        [vowel @ (b'a' | b'e' | b'A' | b'E'), b'l' | b'L', ..] => {
            !part.folded.as_bytes().starts_with(&[vowel.to_ascii_lowercase(), b'l'])
        }
        _ => false,
    }
}
