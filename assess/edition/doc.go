// Package edition takes a person's evidence from one edition of a standard to another.
//
//	Worker, diff.Changes --Move--> Worker for the newer edition, and Moved: what became of each piece
//	                               Moved --Text--> a page for the person and the assessor
//
// What is carried counts under the newer edition without anybody's word. What needs a
// word is held back until somebody gives it: record a [diff.Decision], compare the
// editions again, and move again from the worker as it was. Nothing is moved on a
// proposal, however alike the words.
//
// # Rules
//
//   - A reference by code means the older role's statement of that code and is written out
//     as the newer edition's ID, since K7 is a position in a list and may be another
//     statement there. A code that two statements share settles nothing and is held back.
//   - A level means a rung. Where the newer edition judges on another scale the evidence is
//     held back, even if a person has said that the statements are one: that says nothing
//     about the rungs.
//   - A required level that rose, or a statement that became critical, loses no evidence; it
//     is judged anew. A person's override is a decision about what was required then, so it
//     is held back in these cases.
//   - A piece without an ID gets the one that reports gave it ("row-3"), since its place in
//     the list may change.
//   - A reference to what the older role does not ask stays as it is: it may be evidence for
//     another role. But if it would be read as a code of the newer role, it is held back:
//     nobody said so.
//
// Credentials and facts are about the person and stay.
package edition
