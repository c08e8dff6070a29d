// Package blim estimates how often answers slip and how often they are lucky guesses,
// from the answers of many people: the basic local independence model of knowledge space
// theory (Doignon and Falmagne 1999, chapter 7). A person is in one of the states of a
// structure; given the state, answers are independent; an item in it is missed with
// probability β, one outside it is got by luck with probability η.
//
//	Structure x patterns --Estimate--> Fit --> probe.Options.Of, probe.NewBelief
//
// Three methods (Heller and Wickelmaier 2013), none best:
//
//   - MD, minimum discrepancy: every answer pattern comes from the states that differ from
//     it in the fewest items. One step, nothing to iterate, and errors come out too small.
//   - ML, maximum likelihood by expectation and maximisation: the likeliest explanation,
//     which may be one with many errors. It can end in a maximum that is not the greatest.
//   - MDML: maximum likelihood among the states of minimum discrepancy.
//
// # Limits
//
// More parameters than the data can tell apart do not announce themselves: with n items
// and s states there are 2n + s - 1, and no more than 2^n patterns to learn them from.
// [Fit.Parameters] and [Fit.Patterns] are there to be compared. With few people, or where
// nobody is in a state that would show it, an estimate is 0 or anything.
package blim
