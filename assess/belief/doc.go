// Package belief turns the pieces of evidence about one statement of one person
// into an estimate of the level that the person has reached. It is pure arithmetic:
// no clock, no identifiers, nothing of the rest of the project.
//
// The default model is the [Ledger], ordinal subjective logic in evidence space:
// for every level k it keeps what speaks for "at k or above" and what speaks
// against, and every piece adds to both. So every number explains itself, a piece
// can be taken out again exactly, nothing means uncertainty rather than a low level,
// and disagreement is visible as disagreement.
//
// [Mean], [Last] and [Max] are what spreadsheets do. They are here to be measured
// against, and they cannot tell missing, old or disputed evidence from a low level.
//
// # Decisions
//
// The regularised incomplete beta function is our own, at the one point x = ½ that
// the model needs: there a symmetric prefix without cancellation holds 1e-13 for
// sums of a million, and products are kept from fusing, so that every processor
// gives the same digits.
package belief
