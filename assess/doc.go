// Package assess tells what a person can show, what a role asks for, what is
// missing, and in what order it matters.
//
//	Worker --Engine.Profile--> *Profile   once per worker and day
//	Profile x role --Engine.Assess--> *Report
//	Profile x every role --Engine.Nearest--> matches, most assured first
//
// [Quick] does all of it in one call.
//
// # What the numbers are
//
// Evidence about a statement is weighed by a [belief.Model]; every requirement gets
// a [Status] from it. A role gets three numbers, never one: what is assured, the
// model's estimate with its interval, and how much of the role has been looked at.
// Nothing shown is nothing assured: no evidence is never a low level, and never
// "61 % ready".
//
// # Decisions
//
// The as-of day is an argument of [Engine.Profile], not part of the policy: one
// policy serves many days, and there is no clock here.
//
// A profile keeps references by code ("K7") aside until a role is named, since a
// code means another statement in every role. So [Engine.Nearest], which ranks all
// roles, counts references by ID alone.
//
// What is wrong with a person's data is a [Finding] of the report, not an error:
// the piece is left out, named, and the rest counts. Errors are for misuse.
//
// A policy is data with every parameter written out ([DefaultPolicy]); a zero in it
// means zero.
package assess
