//! What keeps HTML files safe: escaped text, escaped JSON, and a policy that runs and styles by hash only.
//!
//! In: words of strangers. Out: words that a browser shows and never obeys. The policy (W3C Content Security Policy 3)
//! forbids all that the file does not hold itself: no network, no frames, no other script or style.

use sha2::{Digest, Sha256};

/// Text as it stands in HTML, in an element or between quotation marks.
pub(super) fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    for letter in text.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            '\0' => {}
            _ => out.push(letter),
        }
    }
    out
}

/// JSON as it stands in a script element: nothing in it can end the element or begin a comment.
pub(super) fn json(value: &impl serde::Serialize) -> serde_json::Result<String> {
    let text = serde_json::to_string(value)?;
    let mut out = String::with_capacity(text.len() + text.len() / 32);
    for letter in text.chars() {
        match letter {
            '<' | '>' | '&' | '\u{2028}' | '\u{2029}' => out.push_str(&format!("\\u{:04x}", letter as u32)),
            _ => out.push(letter),
        }
    }
    Ok(out)
}

/// The policy of a file with one style and these scripts.
pub(super) fn policy(style: &str, scripts: &[&str]) -> String {
    let scripts = match scripts {
        [] => "'none'".to_string(),
        scripts => scripts.iter().map(|script| hash(script)).collect::<Vec<_>>().join(" "),
    };
    let style = hash(style);
    format!("default-src 'none'; script-src {scripts}; style-src {style}; base-uri 'none'; form-action 'none'")
}

fn hash(text: &str) -> String {
    format!("'sha256-{}'", base64(&Sha256::digest(text.as_bytes())))
}

/// Bytes in base 64 (RFC 4648).
fn base64(bytes: &[u8]) -> String {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut out = String::new();
    for chunk in bytes.chunks(3) {
        let bits = chunk.iter().fold(0u32, |bits, &byte| bits << 8 | u32::from(byte)) << (8 * (3 - chunk.len()));
        for place in 0..4 {
            let letter = LETTERS[(bits >> (18 - 6 * place)) as usize & 63];
            out.push(if place <= chunk.len() { char::from(letter) } else { '=' });
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn base_64_is_that_of_the_rfc() {
        let pairs = [("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg==")];
        pairs.iter().for_each(|(text, coded)| assert_eq!(base64(text.as_bytes()), *coded));
    }

    #[test]
    fn json_cannot_leave_its_element() {
        let text = json(&"</script><!--\u{2028}&").expect("a string");
        assert_eq!(text, "\"\\u003c/script\\u003e\\u003c!--\\u2028\\u0026\"");
    }
}
