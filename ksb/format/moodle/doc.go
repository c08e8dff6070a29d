// Package moodle reads and writes competency frameworks as Moodle exports and imports
// them: one CSV table with a row for the framework and a row for each competency.
//
// # Columns
//
// Columns are found by their English headers, of the 2016 export (12 columns) and of
// today's (14), in any order, without regard to case, hyphens or "(optional)". The
// delimiter is a comma, a semicolon or a tab. A row that is shorter than the header has
// blanks at its end, as Moodle takes it; a longer one is refused, since nobody can tell
// where it slipped. White space around a value is not part of it. Rules, exported IDs
// and the framework's description have no place in our model: where they say something
// one problem (ErrNoPlace) names them.
//
// # What becomes of it
//
// The framework is one role, of the framework's ID. Each competency is a statement
// "FRAMEWORK/ID" with its ID number as code: Moodle's ID numbers are unique in their
// framework only. A competency with others below it is also a group of the same ID. The
// role requires those with none below, each at the lowest rung from which all rungs
// count as proficient. Where the scale configuration does not say that, it is a problem
// and the level is left out, which asks for the top rung.
//
// Moodle does not say what is knowledge, skill or behaviour. The taxonomy names each
// level of the hierarchy: "concept" is read as knowledge, "behaviour" and "value" as
// behaviour, "skill" as skill. Under any other term, such as "competency", statements
// are read as skills, and one problem (ErrKind) for the framework says so.
//
// A scale is named by its values, which are its rungs, lowest first. The text is the
// description as plain text, with the short name in front where it does not begin with
// it, or the short name alone. Cross-references say no more than that two competencies
// have to do with each other: they become close links that nobody has confirmed.
//
// Rows may stand in any order. A competency whose parent is not there, or that is above
// itself, is reported and stands at the top of the hierarchy.
package moodle
