//! From writing to comparable text: scripts, normal forms, transliteration by generated tables, name analysis.
