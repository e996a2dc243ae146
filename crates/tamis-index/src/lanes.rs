//! Eight numbers side by side, which one instruction works on: those of the baseline of x86-64, and plain arrays
//! elsewhere. Both give the same numbers.

pub(crate) use as_built::{
    Eight, added, as_array, greater, greatest_so_far, last, of_array, one_on, same, sums_so_far,
    the_greatest,
};

#[cfg(target_arch = "x86_64")]
mod as_built {
    use safe_arch::{
        add_i16_m128i as add, bitor_m128i as or, byte_shl_imm_u128_m128i as later,
        byte_shr_imm_u128_m128i as earlier, extract_i16_as_i32_m128i as taken, m128i,
        max_i16_m128i as max, set_splat_i16_m128i,
    };

    /// Eight numbers of 16 bits.
    pub(crate) type Eight = m128i;

    #[inline(always)]
    pub(crate) fn of_array(numbers: [i16; 8]) -> Eight {
        bytemuck::cast(numbers)
    }

    #[inline(always)]
    pub(crate) fn as_array(eight: Eight) -> [i16; 8] {
        bytemuck::cast(eight)
    }

    /// Eight times the same.
    #[inline(always)]
    pub(crate) fn same(number: i16) -> Eight {
        set_splat_i16_m128i(number)
    }

    #[inline(always)]
    pub(crate) fn added(one: Eight, other: Eight) -> Eight {
        add(one, other)
    }

    /// The greater of the two at each place.
    #[inline(always)]
    pub(crate) fn greater(one: Eight, other: Eight) -> Eight {
        max(one, other)
    }

    /// All one place on; first is the last of those before.
    #[inline(always)]
    pub(crate) fn one_on(before: Eight, eight: Eight) -> Eight {
        or(later::<2>(eight), earlier::<14>(before))
    }

    /// The greatest up to each place, of numbers that are not below 0.
    #[inline(always)]
    pub(crate) fn greatest_so_far(eight: Eight) -> Eight {
        let eight = max(eight, later::<2>(eight));
        let eight = max(eight, later::<4>(eight));
        max(eight, later::<8>(eight))
    }

    /// The sums up to each place.
    #[inline(always)]
    pub(crate) fn sums_so_far(eight: Eight) -> Eight {
        let eight = add(eight, later::<2>(eight));
        let eight = add(eight, later::<4>(eight));
        add(eight, later::<8>(eight))
    }

    /// The last of them.
    #[inline(always)]
    #[expect(clippy::cast_possible_truncation, reason = "sixteen bits are taken out")]
    pub(crate) fn last(eight: Eight) -> i16 {
        taken::<7>(eight) as i16
    }

    /// The greatest of all.
    #[inline(always)]
    #[expect(clippy::cast_possible_truncation, reason = "sixteen bits are taken out")]
    pub(crate) fn the_greatest(eight: Eight) -> i16 {
        let eight = max(eight, earlier::<8>(eight));
        let eight = max(eight, earlier::<4>(eight));
        taken::<0>(max(eight, earlier::<2>(eight))) as i16
    }
}

#[cfg(not(target_arch = "x86_64"))]
use anywhere as as_built;

#[cfg(any(test, not(target_arch = "x86_64")))]
#[cfg_attr(test, expect(dead_code, reason = "the tests compare some"))]
mod anywhere {
    use std::array::from_fn;

    /// Eight numbers of 16 bits.
    pub(crate) type Eight = [i16; 8];

    pub(crate) fn of_array(numbers: [i16; 8]) -> Eight {
        numbers
    }

    pub(crate) fn as_array(eight: Eight) -> [i16; 8] {
        eight
    }

    /// Eight times the same.
    pub(crate) fn same(number: i16) -> Eight {
        [number; 8]
    }

    #[expect(clippy::indexing_slicing, reason = "places of an array")]
    pub(crate) fn added(one: Eight, other: Eight) -> Eight {
        from_fn(|at| one[at].wrapping_add(other[at]))
    }

    /// The greater of the two at each place.
    #[expect(clippy::indexing_slicing, reason = "places of an array")]
    pub(crate) fn greater(one: Eight, other: Eight) -> Eight {
        from_fn(|at| one[at].max(other[at]))
    }

    /// All one place on; first is the last of those before.
    #[expect(clippy::indexing_slicing, reason = "places of an array")]
    pub(crate) fn one_on(before: Eight, eight: Eight) -> Eight {
        from_fn(|at| if at == 0 { before[7] } else { eight[at - 1] })
    }

    /// The greatest up to each place, of numbers that are not below 0.
    pub(crate) fn greatest_so_far(eight: Eight) -> Eight {
        let mut greatest = 0;
        eight.map(|number| {
            greatest = number.max(greatest);
            greatest
        })
    }

    /// The sums up to each place.
    pub(crate) fn sums_so_far(eight: Eight) -> Eight {
        let mut sum = 0_i16;
        eight.map(|number| {
            sum = sum.wrapping_add(number);
            sum
        })
    }

    /// The last of them.
    pub(crate) fn last(eight: Eight) -> i16 {
        eight[7]
    }

    /// The greatest of all.
    pub(crate) fn the_greatest(eight: Eight) -> i16 {
        eight.into_iter().fold(i16::MIN, i16::max)
    }
}

#[cfg(all(test, target_arch = "x86_64"))]
mod tests {
    use tamis_testkit::generate::Random;

    use super::{anywhere, as_built};

    #[test]
    fn both_ways_give_the_same_numbers() {
        let mut random = Random::new(3, "lanes");
        for _ in 0..1_000 {
            let mut eight =
                || std::array::from_fn(|_| i16::try_from(random.below(30_000)).unwrap());
            let (one, other): ([i16; 8], [i16; 8]) = (eight(), eight());
            let (a, b) = (as_built::of_array(one), as_built::of_array(other));
            let told = as_built::as_array;
            assert_eq!(told(as_built::added(a, b)), anywhere::added(one, other));
            assert_eq!(told(as_built::greater(a, b)), anywhere::greater(one, other));
            assert_eq!(told(as_built::one_on(a, b)), anywhere::one_on(one, other));
            assert_eq!(told(as_built::greatest_so_far(a)), anywhere::greatest_so_far(one));
            assert_eq!(told(as_built::sums_so_far(a)), anywhere::sums_so_far(one));
            assert_eq!(as_built::last(a), anywhere::last(one));
            assert_eq!(as_built::the_greatest(a), anywhere::the_greatest(one));
            let below = one.map(|number| -number - 1);
            let greatest = as_built::the_greatest(as_built::of_array(below));
            assert_eq!(greatest, anywhere::the_greatest(below));
            assert_eq!(told(as_built::same(one[0])), anywhere::same(one[0]));
        }
    }
}
