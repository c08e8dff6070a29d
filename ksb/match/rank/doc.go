// Package rank finds the documents that answer a query best, by several measures, and
// joins their verdicts. Documents and terms are numbers; what they stand for is the
// caller's business. It imports nothing but the standard library.
//
//	Bags (what stands in each document) --BM25, Refine, Cosine, Dirichlet--> *Index
//	Index x Query --Score--> Scratch --Top--> []Hit --Votes, Fuse--> []Hit
//
// All measures are sums over the terms that query and document share, so one
// [Index] serves them: it keeps, for every term, the documents that have it and what
// the term adds there.
//
// # Decisions
//
// Same input, same bytes: terms are sorted before anything is summed, products are
// rounded before they are added, and equals are ordered by the document's number.
//
// An Index is frozen and may be asked by many goroutines at once. What a query needs to
// write on is a [Scratch] of the caller's, which is used again for the next.
//
// Terms that no document has are counted in the Query, because the cosine is an
// absolute measure: a query of which half is unknown is only half like anything.
package rank
