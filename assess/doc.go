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
// # What may be added
//
// A population: [Policy].BaseRates are what is assumed of somebody unknown, in place of
// every level being alike. They move the probabilities, never what was shown.
//
// Prerequisites: with [Policy].Inference γ above 0, a statement that others build on
// gains support from them, and one that builds on others their doubt. If B requires A, h
// steps away by the shortest way and at most 3, then at every level R_A += γ^h R_B and
// S_B += γ^h S_A. Only what was shown of a statement itself is passed on, and only
// between statements on one scale. Each such [Part] names the statement that it is
// about. What is inferred never makes a critical requirement met: what was shown of it
// must be enough by itself, the doubt included. Nor does it count as having looked, so
// a requirement that is doubtful by inference alone is to be assessed, not trained.
// Conflict stays between the sources that looked. A person's own word about another
// statement stays their own word.
//
// Links: [Engine.Carrying] lets evidence about one statement count for another that a
// confirmed link leads to, as between two editions or two roles. Each such [Part] names the
// link, and what is left of the piece. Without a confirmed link nothing changes.
//
// Another model: [Engine.Using]. The report names it, and what it cannot tell apart is a
// finding: contested, where it keeps no account of who said what; not evidenced, where
// the faintest word leaves it without doubt.
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
//
// # From evidence to a status
//
// The example "worked" goes from three pieces of evidence to a status with every number on
// the way: what each piece weighs, how its weight is split into for and against, how the
// parts add up to belief, disbelief and uncertainty, the probability that follows, and what
// the policy makes of it.
//
// # What an auditor may doubt
//
// Each number rests on assumptions. These are all of them, with what speaks for each.
//
//   - How reliable a kind of evidence is. Self-ratings 0.15: they correlate with performance
//     by 0.29 over 55 studies (Mabe and West 1982), which squared is 0.08. Peers 0.42 and
//     supervisors 0.60: between raters 0.42 and 0.52 (Viswesvaran, Ones and Schmidt 1996), 0.65
//     over 132 studies (Zhou et al. 2024). Observation and certificate 0.75, test 0.80 and
//     sign-off 0.90 are assumptions, no more: package calibrate measures them on double
//     ratings of one's own.
//   - How fast evidence ages. Skill unused for more than a year loses up to 1.4 standard
//     deviations (Arthur et al. 1998), and half of what was gained in 6 to 13 months (Tatel
//     and Ackerman). People at work mostly keep practising, so 730 days are assumed, and 1,095
//     for knowledge; a statement can say otherwise.
//   - That what one source says again counts less each time (0.3). No study fixes the number; in
//     simulation anything from 0 to 0.5 does as well.
//   - That people are spread over a scale by a quarter of its length, and, where nothing is known,
//     evenly over its rungs. A measured population may replace it ([Policy]).
//   - That 0.80 is probable enough for met, 0.90 for a critical statement, and that somebody
//     other than the person must have said so (belief of 0.40). These are decisions, not findings.
//   - That errors about the statements of one role go together by 0.15, which makes intervals of
//     roles hold what they promise in simulation.
//
// The probability is the tail of a Beta distribution of counted evidence, not the posterior of
// a model of how people err. It is calibrated by simulation (expected calibration error 0.04)
// and a little timid in the middle. One assessor's severity cannot be seen from one worker.
// Where weak spots are kept out of sight the numbers are too kind, since what nobody looked
// at is taken for unknown and not for bad. And a number is not a decision: the report says
// what a person may overrule, and shows it when one did.
package assess
