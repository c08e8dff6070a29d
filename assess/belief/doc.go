// Package belief turns the pieces of evidence about one statement of one person
// into an estimate of the level that the person has reached. It is pure arithmetic:
// no clock, no identifiers, nothing of the rest of the project.
//
// # The default
//
// The default model is the [Ledger], ordinal subjective logic in evidence space:
// for every level k it keeps what speaks for "at k or above" and what speaks
// against, and every piece adds to both. So every number explains itself, a piece
// can be taken out again exactly, nothing means uncertainty rather than a low level,
// and disagreement is visible as disagreement.
//
// # Which model when
//
//   - [Ledger]: for decisions about people. The only one that keeps every axiom, tells a
//     dispute from a middle level, and accounts for every piece by a sum.
//   - [Latent]: for a psychometrician who wants the best calibrated probabilities of many
//     graded ratings, and can do without knowing who disagrees. Old evidence fades back
//     to the prior there, so waiting may raise a probability.
//   - [BKT]: for the same pass or fail test, taken again and again, where each attempt
//     teaches. Nothing else: it knows no reliability and no source.
//   - [EvidentialReasoning]: for a weighted consensus with what is not known kept apart,
//     above all on the way up from statements to a duty and a role ([Node.RollUp]). It
//     does not accumulate: ten assessors are hardly surer than one.
//   - [Mean], [Last], [Max]: what spreadsheets do. They are here to be measured against,
//     and cannot tell missing, old or disputed evidence from a low level.
//
// Which axiom each model breaks stands in the table of axioms_table_test.go, with a
// profile that shows it for each.
//
// # What would make an auditor doubt it
//
//   - The probability is the tail of a beta distribution over pseudo-counts, not a
//     likelihood: it was calibrated on simulated people, not derived.
//   - The reliabilities that callers give decide how much a piece weighs. Those of
//     observations, tests and certificates are assumptions until they are measured.
//   - Base rates are uniform unless a population is given ([SharesAtLeast],
//     [MeasuredBaseRates]). Where the people are not uniform, intervals are too wide.
//   - An assessor who is always severe cannot be told from a person who is always weak,
//     by the evidence about one statement.
//   - Pieces of different sources are taken to be independent. Two assessors who have
//     talked to each other are not.
//   - [EvidentialReasoning] and [Latent] call part of their result belief by a rule of
//     ours, stated there; the thresholds of a policy were made for the ledger.
//
// # Inference
//
// [Ledger.Add] adds support that no piece of the statement gives. With prerequisites, if
// B requires A, h steps away, then R_A += γ^h R_B and S_B += γ^h S_A; package assess
// does so where a policy asks for it.
//
// # Decisions
//
// The regularised incomplete beta function is our own, at the one point x = ½ that
// the model needs: there a symmetric prefix without cancellation holds 1e-13 for
// sums of a million, and products are kept from fusing, so that every processor
// gives the same digits. [Jeffreys], which needs other points, has a plain one.
//
// The grid of [Latent] consists of cells, and no level boundary falls inside one. The
// published figures rest on grid points, of which the one on a boundary counts as
// reached; that lifts every probability by up to half a step and breaks the mirror
// symmetry of the scale. The test of the published figures uses the published points.
//
// Parameters are plain fields, so that a policy can hold them; Check says what is wrong
// with them. A model with unsound parameters is garbage in, garbage out.
package belief
