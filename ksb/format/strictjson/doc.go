// Package strictjson reads and writes the JSON documents of the project. A document
// is decoded into the model's own structs, by their json tags, and nothing is
// guessed or lost on the way: unknown keys, keys given twice, values of the wrong
// type and values that a type refuses are all reported, in one go, with the line and
// the path where they stand.
//
// # What stays of a faulty document
//
// A list element with a value that cannot be used is left out: a requirement
// without its level would ask for something else than its author meant. Two
// exceptions: an unknown key takes nothing with it, and the elements of a field
// tagged strict:"keep" stay, without the value. Broken syntax spoils the whole
// document, since nothing after it can be trusted.
//
// # Tags and types
//
// A field tagged strict:"not0" refuses an explicit zero, for fields in which an
// absent value means a default. null and an empty text for a date mean absent. A
// field of type [ksb.Origin] takes the place of its object, a whole number tagged
// strict:"row" its position in the list, counted from 1. Types with UnmarshalText
// read text; types with UnmarshalJSON read anything.
//
// encoding/json is not used for reading because it stops at the first mistake, says
// nothing of lines and takes the last of two equal keys.
package strictjson
