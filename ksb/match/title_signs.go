package match

import (
	"math"
	"slices"

	"github.com/skillgap-go/skillgap/ksb/match/words"
)

// The signs by which confidence is judged. They are absolute: none is stretched to the
// best of the query, except the fused score itself.
const (
	byFused        = iota // the fused score
	byMargin              // the fused score less the best of the others'
	byChars               // the cosine of the characters with those of its most alike name
	byWords               // the cosine of the stems and pairs with those of its most alike name
	byVotes               // the share of rankers that put it first
	byKnown               // the share of the words that is known, by rarity
	byRivals              // how many other targets have a name nearly as much alike, as a share 1 - 1/n
	bySupport             // how many of its names are among the nearest of all, as a logarithm
	byCatalogue           // how well the names of the catalogue tell each other's targets
	byEdits               // letters spelt anew, a letter of the words
	bySame                // found as the same words in another form
	byInitials            // found by initials
	byAlone               // one over how many were found at that stage; of one alike, whether others were
	byFew                 // how few targets there are: 12 / (12 + n)
	byUnknownOfFew        // the share of the words that is not known, by how few targets there are
	byCount
)

// few is how many targets are few: who asks so short a list asks for much that is not on it.
const few = 12

func signNames() []string {
	return []string{"fused", "margin", "chars", "words", "votes", "known", "rivals", "support", "catalogue", "edits", "same", "initials", "alone", "few", "unknown of few"}
}

// titleSigns are the signs of one candidate.
type titleSigns struct {
	first  bool // it is suggested first
	found  bool // by a stage stricter than likeness
	values [byCount]float64
}

// evidence is what the signs of all candidates of a query are read from.
type evidence struct {
	*Titles
	desk   *desk
	mended mended
	list   []candidate
	known  float64
	edits  float64
	stages [Alike + 1]int // how many candidates a stage has
}

func (t *Titles) newEvidence(d *desk, m mended, list []candidate) evidence {
	e := evidence{Titles: t, desk: d, mended: m, list: list, known: t.known(m.tokens), edits: m.editsPerLetter()}
	for _, c := range list {
		e.stages[c.stage]++
	}
	return e
}

// known is the share of the words that is known, each weighed by its rarity.
func (t *Titles) known(tokens []words.Token) float64 {
	some, all := 0.0, 0.0
	for _, token := range tokens {
		if words.Stop(token.Text) {
			continue
		}
		rarity := t.rankers.nameWords.Absent()
		if at, known := t.lexicon.Word(token.Text); known {
			rarity = t.rankers.nameWords.Rarity(at)
			some += rarity
		}
		all += rarity
	}
	if all == 0 {
		return 0
	}
	return some / all
}

// of returns the name that candidate i was found by, or that is most alike, and the
// candidate's signs.
func (e *evidence) of(i int) (name uint32, s titleSigns) {
	c := e.list[i]
	v := &s.values
	s.first, s.found = i == 0, c.stage != Alike
	name, v[byChars], v[byWords] = e.mostAlike(c.target)
	v[byFused], v[byMargin] = c.fused, c.fused-e.bestBut(c.target)
	v[byVotes] = e.votes(c.target)
	v[byKnown] = e.known
	v[byRivals] = e.rivals()
	v[bySupport] = math.Log1p(float64(e.support(c.target))) / math.Log1p(neighbours)
	v[byCatalogue], v[byEdits] = e.decided, e.edits
	v[byFew] = few / (few + float64(len(e.ids)))
	v[byUnknownOfFew] = float64((1 - e.known) * v[byFew])
	v[bySame], v[byInitials] = one(c.stage == SameWords), one(c.stage == Initials)
	v[byAlone] = one(e.list[0].stage != Alike)
	if s.found {
		name, v[byAlone] = c.name, 1/float64(e.stages[c.stage])
	}
	return name, s
}

// votes is the share of the rankers that put a target first.
func (e *evidence) votes(target uint32) float64 {
	n := 0
	for _, hits := range e.desk.asked {
		if len(hits) > 0 && hits[0].Doc == target {
			n++
		}
	}
	return float64(n) / float64(len(e.desk.asked))
}

// support is how many names of a target are among the nearest of all by characters.
func (e *evidence) support(target uint32) (n int) {
	for _, h := range e.desk.near {
		if slices.Contains(e.names.owners[h.Doc], target) {
			n++
		}
	}
	return n
}

func one(yes bool) float64 {
	if yes {
		return 1
	}
	return 0
}

// mostAlike returns the name of a target that is most like the words, and its likeness by
// characters and by stems.
func (e *evidence) mostAlike(target uint32) (name uint32, chars, stems float64) {
	most := -1.0
	for _, n := range e.names.of[target] {
		c, w := e.desk.chars.ScoreOf(n), e.desk.words.ScoreOf(n)
		if c+w > most {
			name, most = n, c+w
		}
		chars, stems = max(chars, c), max(stems, w)
	}
	return name, chars, stems
}

// bestBut is the best fused score but for that of a target.
func (e *evidence) bestBut(target uint32) float64 {
	for _, h := range e.desk.fused {
		if h.Doc != target {
			return h.Score
		}
	}
	return 0
}

// rivals tells how many targets have a name nearly as much alike as the most alike one.
func (e *evidence) rivals() float64 {
	const nearly = .9
	hits := e.desk.asked[charBest]
	n := 0
	for n < len(hits) && hits[n].Score >= nearly*hits[0].Score {
		n++
	}
	if n == 0 {
		return 0
	}
	return 1 - 1/float64(n)
}
