package match

import (
	"github.com/skillgap-go/skillgap/ksb/match/rank"
	"github.com/skillgap-go/skillgap/ksb/match/words"
)

// How far the rankers look.
const (
	depth      = 50  // how many targets each ranker may name
	neighbours = 100 // how many like names vote
)

// rankers are the views of likeness.
type rankers struct {
	nameWords *rank.Index // names by stems and pairs of stems
	nameChars *rank.Index // names by characters
	roleWords *rank.Index // all names of a target and what it is about, as one document
	roleModel *rank.Index // the same as a language
	roleChars *rank.Index // all names of a target, by characters
	vectors   *vectors    // the user's; nil: none
}

// The views, by their places among the rankings.
const (
	wordVotes     = iota // like names by stems and pairs vote for their targets
	wordDocuments        // BM25, refined on the names
	wordModels           // Dirichlet
	charVotes            // like names by characters vote
	charBest             // the name most alike by characters
	charDocuments        // BM25
	vectorVotes          // like names by the user's vectors vote
	viewCount
)

// desk is what one query writes on.
type desk struct {
	tokens   []words.Token
	terms    rank.Query   // stems and pairs
	grams    rank.Query   // character n-grams
	words    rank.Scratch // names by stems and pairs, kept until the answer is written
	chars    rank.Scratch // names by characters, likewise
	scratch  rank.Scratch
	near     []rank.Hit
	rankings [][]rank.Hit // memory
	asked    [][]rank.Hit // the rankings of those asked
	fused    []rank.Hit
	shares   []rank.Weighted
	shown    spelt
}

// rank asks every ranker and joins their verdicts.
func (t *Titles) rank(d *desk, tokens []words.Token, k int) {
	d.terms.Terms, d.terms.Unknown = t.lexicon.Terms(d.terms.Terms[:0], tokens)
	d.grams.Terms, d.grams.Unknown = t.grams.Terms(d.grams.Terms[:0], tokens)
	if d.rankings == nil {
		d.rankings = make([][]rank.Hit, viewCount)
	}
	r, to, s := &t.rankers, d.rankings, &d.scratch
	d.near = neighboursOf(d.near, &d.words, r.nameWords, d.terms)
	to[wordVotes] = rank.Votes(to[wordVotes][:0], s, d.near, t.names.ownersOf, depth)
	to[wordDocuments] = best(to[wordDocuments], s, r.roleWords, d.terms)
	to[wordModels] = best(to[wordModels], s, r.roleModel, d.terms)
	d.near = neighboursOf(d.near, &d.chars, r.nameChars, d.grams)
	to[charVotes] = rank.Votes(to[charVotes][:0], s, d.near, t.names.ownersOf, depth)
	to[charBest] = rank.Best(to[charBest][:0], s, d.near, t.names.ownersOf, depth)
	to[charDocuments] = best(to[charDocuments], s, r.roleChars, d.grams)
	to = to[:vectorVotes]
	if r.vectors != nil {
		far := r.vectors.nearest(nil, s, join(tokens))
		to = append(to, rank.Votes(nil, s, far, t.names.ownersOf, depth))
	}
	d.asked = to
	d.fused = rank.AppendFused(d.fused[:0], s, depth, max(k, depth), to...)
}

func neighboursOf(dst []rank.Hit, s *rank.Scratch, ix *rank.Index, q rank.Query) []rank.Hit {
	ix.Score(s, q)
	return s.AppendTop(dst[:0], neighbours)
}

func best(dst []rank.Hit, s *rank.Scratch, ix *rank.Index, q rank.Query) []rank.Hit {
	ix.Score(s, q)
	return s.AppendTop(dst[:0], depth)
}
