// Package strictjson reads and writes the JSON documents of the project. A document
// is decoded into the model's own structs, by their json tags, and nothing is
// guessed or lost on the way: unknown keys, keys given twice, values of the wrong
// type and values that a type refuses are all reported, in one go, with the line and
// the path where they stand.
//
// # What stays of a faulty document
//
// A list element with a value that cannot be used is left out: a requirement
// without its level would ask for something else than its author meant. An unknown
// key takes nothing with it. Broken syntax spoils the whole document, since nothing
// after it can be trusted.
//
// # Types and tags
//
// null and an empty text for a date mean absent; as an element of a list, null is of
// the wrong type. Types with UnmarshalText read text, types with UnmarshalJSON read
// anything, and a field of type [ksb.Origin] takes the place of its object.
//
//	strict:"not0"   an explicit zero is refused: absent means a default that is not 0
//	strict:"keep"   elements of this list stay, without the values that cannot be used
//	strict:"whole"  a list that loses an element cannot be used: a scale, the branches of a rule
//	strict:"given"  a list that was given and of which nothing is left is empty, not nil
//	strict:"row"    a whole number that takes the position in the list, from 1
//
// A list of texts without a key of its own can take what is odd about the keys:
//
//	strict:"absent"   the keys of the type that the object does not have, in the order of the fields
//	strict:"unknown"  the keys of the object that the type does not know, once each: they are not reported
//
// encoding/json is not used for reading because it stops at the first mistake, says
// nothing of lines and takes the last of two equal keys.
package strictjson
