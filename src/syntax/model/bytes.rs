//! How the parts of a model file are written: integers of variable length, and texts after their length.
//!
//! In: the bytes that are left; what is read is cut off in front. Out: `None` where they are cut or broken.

/// Reads a variable-length integer, seven bits a byte, lowest first.
pub(in crate::syntax) fn varint(bytes: &mut &[u8]) -> Option<u32> {
    let mut value = 0u32;
    for shift in (0..35).step_by(7) {
        let (&byte, rest) = bytes.split_first()?;
        *bytes = rest;
        value |= u32::from(byte & 0x7F).checked_shl(shift)?;
        if byte & 0x80 == 0 {
            return Some(value);
        }
    }
    None
}

/// Writes a variable-length integer.
#[cfg(feature = "train")]
pub(in crate::syntax) fn put_varint(mut value: u32, out: &mut Vec<u8>) {
    while value >= 0x80 {
        out.push((value as u8 & 0x7F) | 0x80);
        value >>= 7;
    }
    out.push(value as u8);
}

/// A length and so many bytes of text.
pub(in crate::syntax) fn text<'a>(bytes: &mut &'a [u8]) -> Option<&'a str> {
    let length = varint(bytes)? as usize;
    let text = std::str::from_utf8(bytes.get(..length)?).ok()?;
    *bytes = &bytes[length..];
    Some(text)
}
