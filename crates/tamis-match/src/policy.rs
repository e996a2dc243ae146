//! The tunables, each with the confusion that it stands for. Two policies ship.

use std::sync::Arc;

use tamis_model::{PolicyId, Threshold, Weight};

/// What a weak alias alone may do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WeakAliases {
    /// A kunya, a nisba or a nickname alone is a hit of class E (consular and service desks: their
    /// applicants are known by exactly those).
    Alert,
    /// It corroborates other evidence and never alerts alone (OFAC FAQ 124).
    Corroborate,
}

const fn nats(millinats: i32) -> Weight {
    Weight::from_millinats(millinats)
}

/// The weights of names. All in nats ×1024; penalties are at most 0.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NameWeights {
    /// The most that one agreeing part can add: a part that fewer than one in 8,000 bear. Without
    /// it one strange spelling would outweigh all else.
    pub part_ceiling: Weight,
    /// The least that an agreeing part adds: a name like Muhammad still tells something.
    pub part_floor: Weight,
    /// An initial that fits: one in ten or so begins with any given letter.
    pub initial: Weight,
    /// The most that a word that is as often a title as a name adds (Khan, Agha, Sayyid).
    pub ambiguous_title: Weight,
    /// The most that a word adds that many organisations bear (trading, general, international).
    pub weak_word: Weight,
    /// A part of one side that the other leaves out: father, grandfather, nisba, tribe. People and
    /// lists drop them freely.
    pub omitted: Weight,
    /// Two leftover parts face each other: a second nisba, a tribe for a father. The cost is divided
    /// by the number of parts that agree, for a man may bear several (QDi.330).
    pub soft_conflict: Weight,
    /// The own names face each other and differ: another person, brother or father.
    pub own_name_conflict: Weight,
    /// Names whose own name is missing or different end here, under what a date could lift: the rest
    /// then names the father or a brother (Saddam Hussein / Qusay Saddam Hussein).
    pub own_name_ceiling: Weight,
    /// Names whose fathers differ end here, under the threshold; a date may lift them.
    pub father_ceiling: Weight,
    /// One word against a longer name ends here, under what a date could lift: it fits half a
    /// register (Yusuf / Yusuf Hamdan).
    pub one_word_ceiling: Weight,
    /// A part of at most this rarity is common, one of the two hundred commonest: two of them inside a
    /// longer name are a hit only with a compatible date.
    pub common: Weight,
    /// Two parts that are only alike are a full name (class B) from here on: as much as two names of the
    /// two hundredth rank earn by forms that the lexicon knows.
    pub full_name: Weight,
    /// Names of three parts and more that weigh as much stand in spite of birth dates ten years apart:
    /// three parts each as common as the two hundredth name.
    pub outweighs_far_date: Weight,
    /// The last block stands first: Maghrebi, Somali, Korean, Russian and MRZ practice.
    pub family_first: Weight,
    /// The same where a part is left out and no part is a family's or a place's name: the chain then
    /// begins with another man (Ibrahim Abdallah Taha / Taha Ibrahim Abdallah Bakr).
    pub chain_rotated: Weight,
    /// Two parts swapped and nothing else: family first, or Ramón Eduardo / Eduardo Ramón.
    pub swapped: Weight,
    /// Any other order: Salman bin Muhammad / Muhammad bin Salman.
    pub permuted: Weight,
    /// Names of organisations, ships and aircraft.
    pub things: ThingWeights,
}

/// The weights of names of organisations, ships and aircraft.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ThingWeights {
    /// The least that a word adds: one that a third of all organisations bear still tells something.
    pub part_floor: Weight,
    /// The part of its rarity, in thousandths, that a word costs where the other side lacks it
    /// (Zarvan Shipping / Zarvan).
    pub omitted_permille: i32,
    /// The part of its rarity that a weak word costs (Zarvan / Zarvan Group).
    pub weak_omitted_permille: i32,
    /// The part of its rarity that each of two words costs that face each other.
    pub contradicted_permille: i32,
    /// A number on one side alone (Victory / Victory 3).
    pub number_omitted: Weight,
    /// A number against another number: another ship, brigade, company or fund.
    pub number_conflict: Weight,
    /// Words from this rarity tell things apart when they face each other.
    pub telling: Weight,
    /// Names that are told apart end here, under the threshold: Khorasan and Yemen are two branches
    /// however many words they share.
    pub told_apart_ceiling: Weight,
    /// Names one of which has more telling words besides than this part, in thousandths, of what they
    /// share are told apart: a force of the guards is not the guards.
    pub told_apart_permille: i32,
    /// A letter of an acronym that fits a word: one word in ten or so begins with a given letter.
    pub acronym_letter: Weight,
}

/// The weights of birth dates.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DateWeights {
    /// The same day.
    pub same_day: Weight,
    /// Compatible at the month or year.
    pub compatible: Weight,
    /// Compatible with a range or an "about".
    pub compatible_wide: Weight,
    /// Day and month swapped.
    pub swapped: Weight,
    /// Same day and month, another year (Umar Patek 20 Jul 1966/1970).
    pub same_day_other_year: Weight,
    /// Same year, another day (Runiga 9/17 Sep 1966).
    pub same_year: Weight,
    /// Within the tolerance of a date that is stated "about".
    pub within_tolerance: Weight,
    /// A year apart where only the year is known: one in ten matches and one in ten strangers of an age.
    pub a_year_off: Weight,
    /// One digit, or a calendar's conversion.
    pub near: Weight,
    /// Incompatible.
    pub conflict: Weight,
    /// Incompatible by ten years and more.
    pub conflict_far: Weight,
    /// Years on each side of a date that is stated "about".
    pub about_years: i32,
    /// Years on each side of a date known to the year.
    pub year_years: i32,
}

/// The weights of identifiers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IdentifierWeights {
    /// Equal, of a strong kind: a hit without a name.
    pub equal_strong: Weight,
    /// Equal, of another kind.
    pub equal_other: Weight,
    /// One character off: a typing error or the next number of the series.
    pub one_character_off: Weight,
}

/// The weights of parents' names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ParentWeights {
    /// The most that a father's name adds: it mostly stands in the bearer's own chain too, where it is
    /// counted already, and brothers share it.
    pub father: Weight,
    /// The most that a mother's name adds: no chain has it, sisters and brothers share it.
    pub mother: Weight,
    /// Names that differ: orders hits, hides none. Clerks write a grandfather or a kunya for the father.
    pub conflict: Weight,
}

/// A policy: thresholds and settings with an id.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Policy {
    /// Its id, printed on every screening.
    pub id: PolicyId,
    /// The score from which a pair is a hit.
    pub threshold: Threshold,
    /// What a weak alias alone may do.
    pub weak_aliases: WeakAliases,
    /// Names.
    pub names: NameWeights,
    /// Birth dates.
    pub dates: DateWeights,
    /// Identifiers.
    pub identifiers: IdentifierWeights,
    /// Parents' names.
    pub parents: ParentWeights,
    /// A conflict of nationality, birthplace or sex: orders hits, hides none.
    pub attribute_conflict: Weight,
    /// All attributes together add at most so much.
    pub attributes_ceiling: Weight,
    /// Names whose own sum is below this are not lifted by attributes (score 0.55).
    pub names_floor: Weight,
}

impl Policy {
    /// For consular and service desks: aliases of every grade alert by their shape. The default.
    #[must_use]
    pub fn vetting() -> Self {
        Self::shipped("vetting-1", WeakAliases::Alert)
    }

    /// For compliance in bulk: weak aliases only corroborate.
    #[must_use]
    pub fn bulk() -> Self {
        Self::shipped("bulk-1", WeakAliases::Corroborate)
    }

    /// A shipped policy by its name, `vetting` or `bulk`.
    #[must_use]
    pub fn by_name(name: &str) -> Option<Self> {
        match name {
            "vetting" => Some(Self::vetting()),
            "bulk" => Some(Self::bulk()),
            _ => None,
        }
    }

    /// The same policy with another threshold; another id tells it apart (`vetting-1@0.5000`).
    #[must_use]
    pub fn with_threshold(mut self, threshold: Threshold) -> Self {
        if threshold != self.threshold {
            let base = self.id.0.split('@').next().unwrap_or_default();
            self.id = PolicyId(Arc::from(format!("{base}@{threshold}")));
            self.threshold = threshold;
        }
        self
    }

    fn shipped(id: &str, weak_aliases: WeakAliases) -> Self {
        Self {
            id: PolicyId(Arc::from(id)),
            threshold: Threshold::DEFAULT,
            weak_aliases,
            names: NameWeights {
                part_ceiling: nats(9_000),
                part_floor: nats(2_500),
                initial: nats(1_000),
                ambiguous_title: nats(1_500),
                weak_word: nats(2_500),
                omitted: nats(-600),
                soft_conflict: nats(-5_000),
                own_name_conflict: nats(-6_000),
                own_name_ceiling: nats(5_000),
                father_ceiling: nats(8_000),
                one_word_ceiling: nats(7_000),
                common: nats(4_750),
                full_name: nats(10_250),
                outweighs_far_date: nats(14_250),
                family_first: nats(-300),
                chain_rotated: nats(-1_500),
                swapped: nats(-1_500),
                permuted: nats(-4_000),
                things: ThingWeights {
                    part_floor: nats(1_200),
                    omitted_permille: 350,
                    weak_omitted_permille: 200,
                    contradicted_permille: 350,
                    number_omitted: nats(-2_500),
                    number_conflict: nats(-12_000),
                    telling: nats(3_500),
                    told_apart_ceiling: nats(7_900),
                    told_apart_permille: 450,
                    acronym_letter: nats(2_300),
                },
            },
            dates: DateWeights {
                same_day: nats(6_000),
                compatible: nats(2_500),
                compatible_wide: nats(1_200),
                swapped: nats(3_000),
                same_day_other_year: nats(1_500),
                same_year: nats(0),
                within_tolerance: nats(800),
                a_year_off: nats(0),
                near: nats(0),
                conflict: nats(-3_000),
                conflict_far: nats(-6_000),
                about_years: 5,
                year_years: 1,
            },
            identifiers: IdentifierWeights {
                equal_strong: nats(16_000),
                equal_other: nats(4_000),
                one_character_off: nats(4_000),
            },
            parents: ParentWeights {
                father: nats(1_500),
                mother: nats(4_000),
                conflict: nats(-1_000),
            },
            attribute_conflict: nats(-400),
            attributes_ceiling: nats(8_000),
            names_floor: nats(7_500),
        }
    }
}
