// Package diff compares two editions of a standard: what was kept, reworded,
// renumbered, moved, added and removed, and what becomes of the evidence that a person
// has gathered under the older one.
//
//	Edition, Edition --Roles--> Changes --Carry--> what becomes of each statement
//	                                    --Text---> a page for a manager
//
// # Identity
//
// Which statement of one edition is which of the other is settled in this order, each
// statement being used once:
//
//  1. what a person has decided ([Options.Decided]);
//  2. the same ID, since a published UUID outlives its wording (unless the reader could
//     only name positions: [Options.PositionalIDs]);
//  3. the same text within a kind, white space apart: the first with the first, the
//     second with the second, since a list may say a thing twice;
//  4. like words: a proposal, marked as not confirmed. Within a kind it takes a
//     similarity of [Options.ProposeAt], across kinds the same words. The most alike go
//     together first; of equals the pair with the earliest code.
//
// Codes settle nothing: K7 is a position in a list.
//
// # Similarity
//
// The words that two texts share in the same order, over all their words, each weighed
// by how rare it is in the two editions; see [Measure]. The number is the word
// difference shown beside it, added up. It is worked out in whole numbers and rounded
// down to six decimals, so 1 means the same words and nothing else does.
//
// # Thresholds
//
// A proposal needs 0.5 by default ([ProposeAt]): more is shared than not. Each of 102
// published standards was cut into two halves that share no statement, so that every
// proposal is wrong: 5.0 % of the statements got one at 0.4, 3.0 % at 0.5, 2.1 % at 0.6,
// and many of those were twins in wording. A wrong one costs a reader a glance; a missed
// one costs a person the evidence.
//
// Evidence follows a reworded statement by itself only at 1 ([CarryAt]), when letter
// case and punctuation alone have changed. No lower number is safe: "with supervision"
// and "without supervision" differ in one word, which in a sentence of thirty words is a
// similarity of 0.97. Who accepts that says so in [Options.CarryAt].
package diff
