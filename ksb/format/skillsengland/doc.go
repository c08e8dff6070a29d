// Package skillsengland reads occupational standards as Skills England publishes
// them: the objects of the apprenticeship standards API, and an occupation page,
// saved or pasted as text.
//
// # The API
//
// The objects come alone, as a list or one a line, gzipped or not. A standard
// becomes the role "ST0096_2.0": its reference, upper case, and its version. A
// version that is missing, below 1 or no version at all counts as 1.0, as it does in
// the official import. A KSB is its UUID. K1, S1 and B1 are positions in the lists
// and therefore labels. Foundation apprenticeships and units have lists of their own
// names; their employability skills and behaviours are read as behaviours.
//
// Every KSB of the standard is required, whether a duty names it or not. What a duty
// names and the standard does not have stays in the duty, so that [ksb.Compile]
// reports it; only where another standard of the same input has that KSB, which
// would make Compile silent, does the reader report it and leave it out.
//
// Where the same UUID stands in two versions with the same kind, code and text, it is
// one statement. Where they differ, the newest version keeps the UUID and the other
// statement is "ROLE/UUID" with a link that nobody has confirmed: evidence must not
// move to a reworded KSB unseen. Versions that lie in several files are read together by
// [ReadFS].
//
// A KSB or duty without an ID of its own is named by its position, "ROLE/K7" or "D7",
// and reported: what a role asks for does not shrink because an ID is broken.
//
// The HTML of an old standard without any list of KSBs is read instead: what stands
// under a heading that names one kind, and tables whose columns or first column do. Such
// KSBs are named by their position, "ROLE/K7", and no duty is read with them. What mixes
// kinds is left out and reported (ErrIrregular), as is what only an option asks for;
// that anything was read at all is reported, too (ErrFromHTML), since HTML tells a KSB
// by its looks only. All of these stand on the line of the standard.
//
// The checks of the official import service are made as well, each a fault that begins
// with the code it has there, such as ErrS1005. ErrE1001 asks only for keys that concern
// a framework; ErrS1003 and ErrS1004 compare the versions that are there and were open
// for new starts; ErrW1001 needs no clock: the last day named anywhere in the input is
// one that has come. [Since] makes the checks that need an earlier reading.
//
// A key that is not known is reported where it stands first, with its number. Texts for
// people, addresses and dates of paperwork are known and passed over. A foundation
// apprenticeship is linked to the newest standard of the input that has the code of an
// occupation related to it.
//
// Options with IDs stay in the role. Options that are mere names, with their own map
// of KSBs, have no duties to derive roles from, so those roles are listed here.
//
// # The page
//
// An occupation page is the role "OCC0215" with the statements "OCC0215/K1". Its
// duties name no statements unless the page prints the codes beside them. A saved page
// carries duties, KSBs and their links as attributes, which are read instead of what
// is printed (with golang.org/x/net/html, which takes any markup as browsers do).
//
// # Text
//
// Text is kept as the page shows it: entities decoded, tags taken out, every run of
// white space one blank. Nothing that can be seen is dropped, not even a "K1:" that
// an author put in front of a text.
//
// Contacts, e-mail addresses and the names of employers are never read.
package skillsengland
