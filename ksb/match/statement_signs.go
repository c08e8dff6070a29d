package match

import (
	"math"
	"slices"

	"github.com/skillgap-go/skillgap/ksb/match/rank"
)

// The signs of a suggestion: how alike the text and the statement are, what the others have
// of it, and how much there is to choose from. All are absolute but for the share: scores after
// fusion are stretched anew for every text.
const (
	signWords     = iota // cosine by words
	signChars            // cosine by characters
	signCovered          // how much of the statement, by rarity of its words, the text has
	signLead             // cosine by words less that of the best other statement
	signCharLead         // the same by characters
	signAsked            // how much of the text, by rarity of its words, the statement has
	signLength           // how many words the text has: ln(1 + n) / 5
	signCatalogue        // how many statements there are: ln(n) / 10
	signWordings         // how many texts the statement has: ln(n) / 5
	signShare            // its share among all that are fused, as a logarithm
	signWeighed          // the share by the size of the catalogue: it is easy to be first of few
	signs
)

func statementSigns() []string {
	return []string{"words", "chars", "covered", "lead", "char lead", "asked", "length", "catalogue", "wordings", "share", "share by catalogue"}
}

// signs measures a suggestion against the wording of the statement nearest to the text.
func (s *Statements) signs(d *statementDesk, n uint32, near wording) (x [signs]float64) {
	x[signWords], x[signChars] = d.words.ScoreOf(n), d.chars.ScoreOf(n)
	x[signLead] = x[signWords] - bestOther(d.lists[0], n)
	x[signCharLead] = x[signChars] - bestOther(d.lists[3], n)
	x[signCovered] = s.covered(near.stems, d.asked, 0)
	x[signAsked] = s.covered(d.asked, near.stems, d.all.Unknown)
	x[signLength] = math.Log1p(float64(len(d.stems.Terms)+d.all.Unknown)) / 5
	x[signCatalogue] = math.Log(float64(len(s.ids))) / 10
	x[signWordings] = math.Log(float64(max(len(s.of[n]), 1))) / 5
	x[signShare] = lnShare(d.fused[:min(len(d.fused), statementDepth)], n)
	x[signWeighed] = x[signShare] * x[signCatalogue]
	return x
}

// bestOther is the best score in a ranking but for that of a statement.
func bestOther(list []rank.Hit, n uint32) float64 {
	for _, h := range list[:min(len(list), 2)] {
		if h.Doc != n {
			return h.Score
		}
	}
	return 0
}

// lnShare is the logarithm of what a statement has of all where each has e to the power of
// ten times its score (softmax). One that is not listed has what the last of them has.
func lnShare(list []rank.Hit, n uint32) float64 {
	if len(list) == 0 {
		return 0
	}
	at, sum := list[len(list)-1].Score, 0.0
	for _, h := range list {
		if h.Doc == n {
			at = h.Score
		}
	}
	for _, h := range list {
		sum += math.Exp(10 * (h.Score - at))
	}
	return -math.Log(sum)
}

// covered is the share of the weight of one list of stems that another list has, where the
// first has so many more beside, which nobody knows. Both are in order.
func (s *Statements) covered(of, by []uint32, unknown int) float64 {
	total, shared := float64(float64(unknown)*s.rarity(0)), 0.0
	for _, stem := range of {
		total += s.idf[stem]
		if _, there := slices.BinarySearch(by, stem); there {
			shared += s.idf[stem]
		}
	}
	if total == 0 {
		return 0
	}
	return shared / total
}
