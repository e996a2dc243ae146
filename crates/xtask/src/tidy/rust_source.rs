//! Rust source without what a rule must not read: comments, literals, test modules. A scanner of
//! tokens, not a parser; lines keep their numbers.

/// `source` with comments and the insides of literals blanked, and with items under `#[cfg(test)]`
/// blanked too.
pub(crate) fn production_code(source: &str) -> String {
    without_test_items(&without_comments_and_literals(source))
}

/// `tests.rs` and what lies below `tests/` is declared under `#[cfg(test)]` by its parent.
pub(crate) fn is_test_module(path: &str) -> bool {
    path.ends_with("/tests.rs") || path.contains("/tests/")
}

/// Comments, strings and characters become spaces; line ends stay.
fn without_comments_and_literals(source: &str) -> String {
    let mut out = String::with_capacity(source.len());
    let mut rest = source;
    let mut in_word = false;
    while let Some(next) = rest.chars().next() {
        // In the middle of a word, a letter is no prefix of a literal.
        let literal = if in_word && next.is_alphabetic() { None } else { literal_length(rest) };
        let length = literal.or_else(|| comment_length(rest));
        if let Some((blank, after)) = length.and_then(|length| rest.split_at_checked(length)) {
            out.extend(blank.chars().map(|one| if one == '\n' { '\n' } else { ' ' }));
            rest = after;
            in_word = false;
        } else {
            out.push(next);
            in_word = next.is_alphanumeric() || next == '_';
            rest = rest.get(next.len_utf8()..).unwrap_or_default();
        }
    }
    out
}

/// How many bytes the comment takes that `rest` starts with.
fn comment_length(rest: &str) -> Option<usize> {
    if rest.starts_with("//") {
        return Some(rest.find('\n').unwrap_or(rest.len()));
    }
    let mut length = rest.strip_prefix("/*").map(|_| 2)?;
    let mut depth = 1;
    while depth > 0 {
        let Some(tail) = rest.get(length..).filter(|tail| !tail.is_empty()) else { break };
        let step = match tail {
            _ if tail.starts_with("/*") => {
                depth += 1;
                2
            }
            _ if tail.starts_with("*/") => {
                depth -= 1;
                2
            }
            _ => tail.chars().next().map_or(1, char::len_utf8),
        };
        length += step;
    }
    Some(length)
}

/// How many bytes the string or character literal takes that `rest` starts with.
fn literal_length(rest: &str) -> Option<usize> {
    let body = rest.trim_start_matches(['b', 'c']);
    let prefix = rest.len() - body.len();
    if prefix > 1 {
        return None;
    }
    if let Some(raw) = body.strip_prefix('r') {
        let hashes = raw.len() - raw.trim_start_matches('#').len();
        let inside = raw.get(hashes..)?.strip_prefix('"')?;
        let end = format!("\"{}", "#".repeat(hashes));
        let length = inside.find(&end).map_or(inside.len(), |at| at + end.len());
        return Some(prefix + 1 + hashes + 1 + length);
    }
    let quote = body.chars().next().filter(|quote| matches!(quote, '"' | '\''))?;
    let mut escaped = false;
    for (at, one) in body.char_indices().skip(1) {
        if escaped {
            escaped = false;
        } else if one == '\\' {
            escaped = true;
        } else if one == quote {
            return Some(prefix + at + 1);
        } else if quote == '\'' && at > 1 && !body.starts_with("'\\") {
            return None; // a lifetime
        }
    }
    (quote == '"').then_some(rest.len())
}

/// Blanks each item that `#[cfg(test)]` stands before, up to its closing brace or semicolon.
fn without_test_items(code: &str) -> String {
    const MARK: &str = "#[cfg(test)]";
    let mut out = String::with_capacity(code.len());
    let mut rest = code;
    while let Some((before, after)) = rest.split_once(MARK) {
        out.push_str(before);
        let (item, tail) = after.split_at_checked(item_length(after)).unwrap_or((after, ""));
        out.extend(item.chars().filter(|&one| one == '\n'));
        rest = tail;
    }
    out.push_str(rest);
    out
}

fn item_length(code: &str) -> usize {
    let mut depth = 0_usize;
    for (at, one) in code.char_indices() {
        match one {
            '{' | '(' | '[' => depth += 1,
            '}' | ')' | ']' => {
                depth = depth.saturating_sub(1);
                if depth == 0 && one == '}' {
                    return at + 1;
                }
            }
            ';' if depth == 0 => return at + 1,
            _ => {}
        }
    }
    code.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(source: &str, expect: &str) {
        let code = production_code(source);
        assert_eq!(code.split_whitespace().collect::<Vec<_>>().join(" "), expect, "{source}");
        assert_eq!(code.matches('\n').count(), source.matches('\n').count(), "lines: {source}");
    }

    #[test]
    fn comments_and_literals_are_blank() {
        check("a // std::fs\nb", "a b");
        check("a /* x /* y */\n z */ b", "a b");
        check("a(\"std::fs // no\\\"\\n\") b", "a( ) b");
        check("a(r#\"quote \" inside\"#) b", "a( ) b");
        check("a(b\"bytes\", br\"raw\", c\"c\") z", "a( , , ) z");
        check("m('\"', '\\'', '{', 'é') z", "m( , , , ) z");
    }

    #[test]
    fn lifetimes_and_raw_names_stay() {
        check("fn a<'x>(b: &'x str) -> &'static str {}", "fn a<'x>(b: &'x str) -> &'static str {}");
        check("r#type + bar\"s\"", "r#type + bar");
    }

    #[test]
    fn test_modules_are_blank() {
        check("a();\n#[cfg(test)]\nmod tests {\n fn b() { c[0] }\n}\nd();", "a(); d();");
        check("#[cfg(test)]\nmod tests;\nd();", "d();");
        check("#[cfg(test)]\n#[path = \"x\"]\nfn f(a: [u8; 2]) -> u8 { 1 }\nd();", "d();");
    }
}
