//! Text for terminals: aligned by display width, with names of right-to-left scripts kept apart from
//! what stands beside them, in colour where it is wanted.

use unicode_width::UnicodeWidthStr as _;

use crate::inert;

/// How to write for a terminal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct TerminalStyle {
    /// Bold and colours.
    pub colour: bool,
    /// Marks (U+2068, U+2069) around names, that keep right-to-left names in their cells. For
    /// terminals; a file or pipe is better without.
    pub isolate: bool,
}

/// Colours by meaning, never by danger: the words beside them say the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Tone {
    Plain,
    Strong,
    Faint,
    Meets,
    Differs,
}

impl TerminalStyle {
    /// A piece of text made inert, with its tone.
    pub(crate) fn text(self, text: &str, tone: Tone) -> String {
        let text = inert::for_terminal(text);
        let start = match tone {
            Tone::Plain => "",
            Tone::Strong => "\u{1b}[1m",
            Tone::Faint => "\u{1b}[2m",
            Tone::Meets => "\u{1b}[36m",
            Tone::Differs => "\u{1b}[35m",
        };
        if self.colour && !start.is_empty() {
            format!("{start}{text}\u{1b}[0m")
        } else {
            text.into_owned()
        }
    }

    /// A foreign value as it is shown on a terminal.
    #[must_use]
    pub fn shown(self, text: &str) -> String {
        self.name(text)
    }

    /// A name or another foreign value: made inert, and isolated where it is written from the right.
    pub(crate) fn name(self, name: &str) -> String {
        let name = inert::for_terminal(name);
        if self.isolate && name.chars().any(is_right_to_left) {
            format!("\u{2068}{name}\u{2069}")
        } else {
            name.into_owned()
        }
    }
}

/// Columns on a terminal, made inert and padded to `width`; longer text is cut with `…`.
pub(crate) fn cell(style: TerminalStyle, text: &str, width: usize) -> String {
    let shown = cut(&inert::for_terminal(text), width);
    let room = width.saturating_sub(shown.width());
    format!("{}{}", style.name(&shown), " ".repeat(room))
}

/// The display width of a text as it will be shown.
pub(crate) fn width_of(text: &str) -> usize {
    inert::for_terminal(text).width()
}

/// A text cut to a display width.
pub(crate) fn cut(text: &str, width: usize) -> String {
    if text.width() <= width {
        return text.to_owned();
    }
    let mut kept = String::new();
    for character in text.chars() {
        kept.push(character);
        if kept.width() + 1 > width {
            kept.pop();
            break;
        }
    }
    kept.push('…');
    kept
}

/// Letters of the scripts that are written from the right.
fn is_right_to_left(character: char) -> bool {
    matches!(u32::from(character), 0x590..=0x8FF | 0xFB1D..=0xFDFF | 0xFE70..=0xFEFF | 0x10800..=0x10FFF | 0x1E800..=0x1EFFF)
}

/// A table without lines: columns as wide as their widest cell, at most `most`.
pub(crate) fn columns(style: TerminalStyle, rows: &[Vec<String>], most: usize) -> String {
    let count = rows.iter().map(Vec::len).max().unwrap_or(0);
    let width = |column: usize| {
        let widths = rows.iter().filter_map(|row| row.get(column)).map(|cell| width_of(cell));
        widths.max().unwrap_or(0).min(most)
    };
    let widths: Vec<usize> = (0..count).map(width).collect();
    let mut table = String::new();
    for row in rows {
        let line: Vec<String> =
            row.iter().zip(&widths).map(|(text, width)| cell(style, text, *width)).collect();
        table.push_str(line.join("  ").trim_end());
        table.push('\n');
    }
    table
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_aligned_by_display_width() {
        let rows = [["محمد", "x"], ["习近平", "y"], ["a", "z"]];
        let rows: Vec<Vec<String>> =
            rows.iter().map(|row| row.iter().map(ToString::to_string).collect()).collect();
        let plain = columns(TerminalStyle::default(), &rows, 20);
        assert_eq!(plain, "محمد    x\n习近平  y\na       z\n");
        let isolated = columns(TerminalStyle { isolate: true, colour: false }, &rows, 20);
        assert!(isolated.starts_with("\u{2068}محمد\u{2069}    x\n"), "{isolated}");
    }

    #[test]
    fn long_text_is_cut_and_commands_are_inert() {
        assert_eq!(cell(TerminalStyle::default(), "abcdefgh", 5), "abcd…");
        assert_eq!(cell(TerminalStyle::default(), "a\u{1b}b", 4), "a␛b ");
    }
}
