// Package casejson reads and writes packages of the Competencies and Academic
// Standards Exchange (1EdTech CASE 1.0 and 1.1): one CFDocument with its items,
// associations and rubrics.
//
// # Reading a package of others
//
// The document becomes the framework; its version, else its adoption status, is the
// edition. Every item becomes a statement. An item type that says knowledge, skill,
// behaviour or competency (a skill) gives the kind; the others are read as skills,
// which is reported once. Items with children are groups too, by isChildOf, siblings
// in the order of their sequence numbers. There is one role, named as the document,
// which requires the items without children.
//
//	exactMatchOf                    link, exact
//	isRelatedTo, isPeerOf           link, close
//	isPartOf                        link, broad, from the part to the whole
//	precedes                        prerequisite of its destination
//	hasSkillLevel, rubric criteria  the scale of the statement
//
// A rubric of one criterion is a scale, its lowest level the bottom rung; of several,
// each is a scale of its own. What a framework has no place for is reported under
// [ErrNoPlace], once for each key of the document and the items, each list of definitions
// and each type of association, with how many there are. Where a link leads outside the package its
// destination is kept. A time of change is neither read nor reported.
//
// # Identity
//
// The identifier of an item is the ID of the statement. Two kinds of IDs are none that
// CASE takes, and stand in the uri instead: of a URI the identifier is its name-based
// UUID (version 5, in the name space of URLs), and so is it of an ID of ours, which is
// the last part of "urn:x-ksb:statement:S1". So an item whose identifier is the
// name-based UUID of its uri is known by that uri.
//
// # What is written
//
// The notes of the document start with "ksb/1:", by which Read knows that the package
// states its own roles:
//
//	item of type Knowledge, Skill, Behaviour   statement
//	item of type Role, Option, Duty, Group     what they say; options and duties are isChildOf a role
//	statement isPartOf role                    requirement
//	duty isRelatedTo statement                 what the duty names
//	duty isPartOf option                       the options of the duty
//	member isChildOf group                     groups; group isChildOf group: its parent
//	statement isPartOf statement               link, broad; a narrow one the other way round
//	role precedes, isRelatedTo, isPeerOf role  progression, related, lateral
//	CFRubrics                                  scales; a statement hasSkillLevel its rubric
//
// Groups that are statements at once, as a package of others has them, are written as
// they were, children of a statement. A UUID stays the identifier of what it names; if
// two things have it (a duty in two versions of a standard) the first one keeps it.
//
// What CASE has no place for stands under "ksb" in the extensions of CASE 1.1, with the
// keys of ksb/1. Read gets it back; other programs may drop it, so Write tells of it.
//
// CASE wants the time of the last change: it is midnight of the edition if that is a
// day, else the beginning of 1970. The creator is "unknown". No clock is looked at.
package casejson
