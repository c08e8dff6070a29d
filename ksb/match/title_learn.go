package match

import (
	"slices"

	"github.com/skillgap-go/skillgap/ksb/match/rank"
	"github.com/skillgap-go/skillgap/ksb/match/words"
)

// aboutShare is what a word of a description counts against one of a name.
const aboutShare = .3

// learner gathers what the rankers are made of.
type learner struct {
	*Titles
	nameWords, nameChars, roleWords, roleChars rank.Bags
	asked                                      []rank.Answered // every name, as a query for its target
	counts                                     map[string]int  // words of distinct names
	ids, chars                                 []uint32
}

// learn reads the targets, which are sorted by ID.
func (t *Titles) learn(targets []Target, o TitleOptions) (err error) {
	l := learner{Titles: t, counts: map[string]int{}}
	for i, target := range targets {
		l.target(uint32(i), target)
	}
	t.names.freeze()
	t.speller = words.NewSpeller(l.counts)
	t.rankers = rankers{
		nameWords: rank.Cosine(&l.nameWords), nameChars: rank.Cosine(&l.nameChars),
		roleWords: rank.Refine(&l.roleWords, l.asked), roleModel: rank.Dirichlet(&l.roleWords),
		roleChars: rank.BM25(&l.roleChars),
	}
	t.decided = t.decide()
	t.rankers.vectors, err = newVectors(o.Embedder, t.names.shown)
	return err
}

func (l *learner) target(number uint32, target Target) {
	l.Titles.ids = append(l.Titles.ids, target.ID)
	l.names.of = append(l.names.of, nil)
	l.roleWords.Add(number, 1)
	l.roleChars.Add(number, 1)
	for _, text := range target.Texts {
		if tokens := words.Tokens(text); len(tokens) > 0 {
			l.name(number, text, tokens)
		}
	}
	if tokens := words.Tokens(target.About); len(tokens) > 0 && len(l.names.of[number]) > 0 {
		l.ids = l.lexicon.Learn(l.ids[:0], tokens)
		l.roleWords.Add(number, aboutShare, l.ids...)
	}
}

// name adds one name of a target to every ranker.
func (l *learner) name(number uint32, text string, tokens []words.Token) {
	l.ids = l.lexicon.Learn(l.ids[:0], tokens)
	name, fresh, added := l.names.learn(number, text, tokens)
	if !added {
		return
	}
	l.roleWords.Add(number, 1, l.ids...)
	l.asked = append(l.asked, rank.Answered{Doc: number, Terms: slices.Clone(l.ids)})
	l.chars = l.grams.Learn(l.chars[:0], tokens)
	l.roleChars.Add(number, 1, l.chars...)
	if fresh {
		l.distinct(name, tokens)
	}
}

// distinct adds a name that no other target has had so far.
func (l *learner) distinct(name uint32, tokens []words.Token) {
	l.nameWords.Add(name, 1, l.ids...)
	l.nameChars.Add(name, 1, l.chars...)
	for _, token := range tokens {
		l.counts[token.Text]++
	}
}

// decide leaves out up to sample names, one at a time, and returns the share of them whose
// nearest other name, by words, has one of their targets: how much the names of this
// catalogue say about each other. Confidence builds on it.
func (t *Titles) decide() float64 {
	const sample = 1024
	var s rank.Scratch
	right, asked := 0, 0
	step := max(len(t.names.shown)/sample, 1)
	for name := 0; name < len(t.names.shown) && asked < sample; name += step {
		asked++
		terms, _ := t.lexicon.Terms(nil, words.Tokens(t.names.shown[name]))
		t.rankers.nameWords.Score(&s, rank.Query{Terms: terms})
		for _, h := range s.Top(2) {
			if h.Doc != uint32(name) {
				right += inCommon(t.names.owners[h.Doc], t.names.owners[name])
				break
			}
		}
	}
	return float64(right) / float64(max(asked, 1))
}

// inCommon is 1 if two lists have a number in common, else 0.
func inCommon(a, b []uint32) int {
	for _, x := range a {
		if slices.Contains(b, x) {
			return 1
		}
	}
	return 0
}
