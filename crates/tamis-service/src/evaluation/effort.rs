//! How much is measured: the sizes of the large sets, one place.

/// How much is measured.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Effort {
    /// A sample of the large sets: for a look while working.
    Quick,
    /// Everything but most listed persons against all others.
    #[default]
    Usual,
    /// Everything.
    Full,
}

/// Sizes of the large sets.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Sizes {
    /// One in so many of the invented people of the file of negatives.
    pub(super) negatives_one_in: usize,
    /// Generated people of each script of which that file has few.
    pub(super) people_of_a_script: usize,
    /// Generated people of each region.
    pub(super) people_of_a_region: usize,
    /// One in so many listed persons against all others.
    pub(super) listed_one_in: u64,
    /// Single parts of each file.
    pub(super) tokens: usize,
}

impl Effort {
    /// The sizes. Invented people are screened through the index, all of them; listed ones against all others one by
    /// one, some 20 ms each, of which the usual run takes a sample.
    pub(super) const fn sizes(self) -> Sizes {
        match self {
            Self::Quick => Sizes {
                negatives_one_in: 50,
                people_of_a_script: 20,
                people_of_a_region: 30,
                listed_one_in: 400,
                tokens: 100,
            },
            Self::Usual => Sizes {
                negatives_one_in: 1,
                people_of_a_script: 2_000,
                people_of_a_region: 20_000,
                listed_one_in: 60,
                tokens: usize::MAX,
            },
            Self::Full => Sizes {
                negatives_one_in: 1,
                people_of_a_script: 2_000,
                people_of_a_region: 20_000,
                listed_one_in: 1,
                tokens: usize::MAX,
            },
        }
    }

    /// In words, for the head of the output.
    #[must_use]
    pub fn words(self) -> String {
        let sizes = self.sizes();
        let name = match self {
            Self::Quick => "quick, not for figures that are told",
            Self::Usual => "usual",
            Self::Full => return "full: everything, nothing sampled".to_owned(),
        };
        let of_the_file = match sizes.negatives_one_in {
            1 => "all of the file".to_owned(),
            some => format!("one in {some} of the file"),
        };
        let single_parts = match sizes.tokens {
            usize::MAX => "all single parts".to_owned(),
            some => format!("{some} single parts a file"),
        };
        format!(
            "{name}: all labelled pairs; of the invented people {of_the_file}, {} a script that has few and \
             {} a region; one listed person in {} against all others; {single_parts}",
            sizes.people_of_a_script, sizes.people_of_a_region, sizes.listed_one_in,
        )
    }
}
