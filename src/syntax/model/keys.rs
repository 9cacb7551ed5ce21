//! Features as numbers: words and their parts are hashed, then templates with the values that they look at.
//!
//! In: characters, and the values of a template. Out: 32-bit hashes, the same on every machine; [`Keys`] are those of one decision.

/// A feature's hash.
pub(in crate::syntax) type Key = u32;

/// The most features that one decision has.
const MOST: usize = 192;

/// The features of one decision.
#[derive(Clone, Debug)]
pub(in crate::syntax) struct Keys {
    list: [Key; MOST],
    count: usize,
}

impl Keys {
    /// No features.
    pub(in crate::syntax) fn new() -> Self {
        Self { list: [0; MOST], count: 0 }
    }

    /// The features.
    pub(in crate::syntax) fn list(&self) -> &[Key] {
        &self.list[..self.count]
    }

    /// Puts the features of templates in place of what is there; their numbers follow this one.
    pub(in crate::syntax) fn begin(&mut self, template: u32) -> Templates<'_> {
        Templates { keys: self, template, count: 0 }
    }
}

/// Templates being filled in. All is inlined, so that the compiler knows each one's number and place beforehand.
pub(in crate::syntax) struct Templates<'a> {
    keys: &'a mut Keys,
    template: u32,
    count: usize,
}

impl Templates<'_> {
    /// The next template's feature.
    #[inline(always)]
    pub(in crate::syntax) fn add<const N: usize>(&mut self, values: [u32; N]) {
        self.skip();
        self.keys.list[self.count] = key(self.template, &values);
        self.count += 1;
    }

    /// Leaves out the next template.
    #[inline(always)]
    pub(in crate::syntax) fn skip(&mut self) {
        self.template += 1;
    }

    /// No more of them follow.
    #[inline(always)]
    pub(in crate::syntax) fn end(self) {
        self.keys.count = self.count;
    }
}

/// Mixes a template's number and the values it looks at into a key.
#[inline(always)]
pub(in crate::syntax) fn key(template: u32, values: &[u32]) -> Key {
    let mut hash = (u64::from(template) + 1).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    for &value in values {
        hash = (hash ^ u64::from(value)).wrapping_mul(0xFF51_AFD7_ED55_8CCD);
        hash ^= hash >> 32;
    }
    (hash >> 16) as u32 ^ hash as u32
}

/// The hash of a word or part of one.
pub(in crate::syntax) fn hash(text: impl Iterator<Item = char>) -> u32 {
    let mut hash: u64 = 0xCBF2_9CE4_8422_2325;
    for c in text {
        hash = (hash ^ u64::from(u32::from(c))).wrapping_mul(0x0000_0100_0000_01B3);
    }
    (hash >> 32) as u32 ^ hash as u32
}
