// Package ksb holds occupational standards: knowledge, skills and behaviours
// (KSBs), the duties that need them, the roles that ask for them, and the gates
// that no KSB can express.
//
// A [Framework] is what a reader returns: plain data, with the place each part was
// read from. [Compile] checks one or more frameworks, reports every mistake at
// once, and freezes the sound parts into an [Index], which the rest of the library
// asks its questions of:
//
//	bytes --a reader--> Framework --Compile--> *Index
//
// # Decisions
//
// Identity is the published ID. A code such as "K7" is a position in a list, moves
// between editions, and is therefore only a label: two statements of two roles may
// both be K7.
//
// The model carries its JSON keys, so the file format and the types cannot drift
// apart; reading strictly (positions, unknown keys, every problem at once) is the
// business of ksb/format/ksbjson. This package needs the standard library alone.
//
// Compile sorts everything it freezes, so the order of rows in a file never shows
// in any result, nor in the fingerprint.
package ksb
