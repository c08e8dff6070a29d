// Package match finds the roles and the statements that a person's words mean: "HCA",
// "physio assistant", "took bloods on the ward". It ranks, says why, and says how sure it
// is; it never decides.
//
//	titles of roles       --NewTitles-----> *Titles     --Resolve(title)--> []Suggestion
//	statements            --NewStatements-> *Statements --Suggest(text)---> []Suggestion
//	                                                    --Read(paragraph)-> []Passage, with their places
//	two lists              --Crosswalk-----> []Proposal, for a person to decide on
//	a role without mapping --MapDuties----> []DutyProposal
//
// [RoleTargets] and [StatementTargets] take what there is to choose from out of a [ksb.Index];
// a [Target] can as well be made by hand. Package review writes proposals as a file to decide in
// and reads the decisions back; package fuzzymatch helps while somebody types.
//
// # Where to begin
//
// Somebody has typed a job title: [NewTitles] once, [Titles.Resolve] for every title. An
// exact name comes first and is the only thing that a program may accept ([Exact]).
//
// Somebody tells what they did, or a course what it teaches: [NewStatements] of the role's
// statements, then [Statements.Suggest] for a sentence, or [Statements.Read] for a paragraph, which
// it parts into sentences and clauses, each with its place in the text. A clause that nothing
// is likely for is left out.
//
// Two standards, or two editions, are to be linked: [Crosswalk]. Its relation is read from From
// to To; give it Kind, so that knowledge is proposed for knowledge. What a person has confirmed
// becomes a [ksb.Link], over which evidence is carried; nothing is carried over a proposal.
//
// A role's page names duties and statements but not which needs which: [MapDuties].
//
// # What a suggestion says
//
// Rank is the order, Score compares suggestions for the same words and nothing else, Confidence
// is the probability of being right, Band what may be done with it, Stage what it was found by, and
// Terms the words shared, as the person wrote them. Only [Exact] may be accepted by a program:
// on titles never seen before no threshold reaches 95 % precision.
//
// # Learning
//
// What a person confirms or rejects is an [Example], kept in a file of its own (examples/1), and
// is an input like any other: there is no training step. A confirmed text is one more wording
// of its statement, or name of its role, and lifts the right answers among the first five from
// .35 to .53 for the tasks of O*NET; a rejected pair does not come again for that text.
//
// # Decisions
//
// The stages of a title are strict: an exact name comes before the same words in another
// form, that before initials and abbreviations, that before a mended spelling, and that before
// mere likeness. Inside a stage the fused score decides. Only words that no name has are
// mended, so a rare word that is known stays what it is.
//
// British and American spellings are the same words in another form: they share a stem, but
// "Pediatric nurse" is no exact name of a "Paediatric nurse".
//
// Likeness is the mean of several rankers of equal weight, six for titles and five for statements;
// weights that were tuned did no better on unseen texts. Evidence is gathered over all aliases of a
// target, which is worth ten points of accuracy over the single best alias. How rare a word is,
// is told by the statements at hand alone. Character n-grams of titles are of 3 and 4, of
// statements of 4. The weights of BM25 of titles are sharpened by one pass over the names, each
// left out in turn ([rank.Refine]), which is worth half a point on O*NET.
//
// A crosswalk is ordered by confidence, not by score: among statements read side by side
// it puts as many right ones first and more among the first three and five, and nobody has to
// ask why 15 % stands above 20 %. With an Embedder, of whose vectors confidence knows nothing, the
// score decides.
//
// Confidence supposes that the target meant is among those given; of a short list, a dozen
// roles or a hundred statements, it supposes so of every other text, since who asks a short list asks
// for much that is not on it. It is fitted on texts held out of catalogues large and small. Its
// error on sets of five hundred texts and more is .02 to .05, of a score of statements up to .07. The
// sentences of adverts are too few to tell (75 and 61: chance alone gives .1). Titles of
// vacancies are right far less often than it says, because each is labelled with one
// occupation by one opinion, where several would do.
//
// Nothing is fetched and there is no clock: the same targets and the same words give the same
// bytes, in whatever order the targets come. A user who has word vectors brings them as an
// [Embedder], one more ranker of the same weight; none is shipped.
package match
