// Package match finds the roles and the statements that a person's words mean: "HCA",
// "physio assistant", "took bloods on the ward". It ranks, says why, and says how sure it
// is; it never decides.
//
//	roles      --NewTitles--> *Titles --Resolve(title)--> []Suggestion, best first
//	statements --NewStatements--> *Statements --Suggest(sentence)--> []Suggestion
//	                                          --Read(paragraph)----> []Passage, with their places
//	two standards --Crosswalk--> []Proposal; a role whose duties name no statements --MapDuties--> []DutyProposal
//
// What a person confirms or rejects is an [Example], kept in a file of its own, and is an
// input like any other.
//
// # Decisions
//
// Only an exact name that no other target has is of the band [Exact], which a program may
// accept. Everything else is for a person to choose from, however high its confidence: on
// titles never seen before no threshold reaches 95 % precision.
//
// The stages of a title are strict: an exact name comes before the same words in another
// form, that before initials and abbreviations, that before a mended spelling, and that before
// mere likeness. Inside a stage the fused score decides. Only words that no name has are
// mended, so a rare word that is known stays what it is.
//
// Likeness is the mean of six rankers of equal weight; weights that were tuned did no better
// on unseen texts. Evidence is gathered over all aliases of a target, which is worth ten
// points of accuracy over the single best alias. Character n-grams are of 3 and 4: those of 5
// cost half as much again and made the answers worse. The weights of BM25 are sharpened by one
// pass over the names, each left out in turn ([rank.Refine]), which is worth half a point on
// O*NET and more on advertisements.
//
// Confidence supposes that the target meant is among those given. It is fitted to titles held
// out of catalogues large and small; how well the names of a catalogue tell each other's
// targets is one of its signs. Vacancy advertisements are
// less often right than it says, because they are labelled by one opinion each.
//
// Nothing is fetched and there is no clock: the same targets and the same words give the same
// bytes, in whatever order the targets come. A user who has word vectors brings them as an
// [Embedder].
package match
