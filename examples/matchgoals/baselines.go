package main

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"github.com/skillgap-go/skillgap/ksb/match"
	"github.com/skillgap-go/skillgap/ksb/match/fuzzymatch"
)

// A ranker names the k targets that fit a text best, the best first.
type ranker func(text string, k int) []answer

// Three ways that one would try first, to be compared with. Of equals, the first ID comes
// first.

// likest compares the text with every text of every target, letter by letter.
func likest(p part) ranker {
	targets := p.wordings()
	texts := make([][][]rune, len(targets))
	for i, t := range targets {
		for _, text := range t.Texts {
			texts[i] = append(texts[i], []rune(fold(text)))
		}
	}
	return func(text string, k int) []answer {
		scores, asked := make([]float64, len(targets)), []rune(fold(text))
		for i := range targets {
			for _, known := range texts[i] {
				scores[i] = max(scores[i], jaroWinkler(asked, known))
			}
		}
		return highest(targets, scores, k)
	}
}

// typed is the typing aid, used for what it is not made for.
func typed(p part) ranker {
	finder := fuzzymatch.New(p.wordings())
	return func(text string, k int) (list []answer) {
		for _, m := range finder.Find(text, k) {
			list = append(list, answer{id: m.ID})
		}
		return list
	}
}

// plainBM25 takes all texts of a target as one document of words, as they are (Robertson
// and Zaragoza 2009, k1 1.2, b .75).
func plainBM25(p part) ranker {
	targets := p.wordings()
	type posting struct {
		document int
		count    float64
	}
	index, lengths, total := map[string][]posting{}, make([]float64, len(targets)), 0.
	for i, t := range targets {
		words := strings.Fields(fold(strings.Join(t.Texts, " ")))
		lengths[i], total = float64(len(words)), total+float64(len(words))
		for _, word := range words {
			if list := index[word]; len(list) > 0 && list[len(list)-1].document == i {
				list[len(list)-1].count++
			} else {
				index[word] = append(list, posting{i, 1})
			}
		}
	}
	n := float64(len(targets))
	return func(text string, k int) []answer {
		scores := make([]float64, len(targets))
		for _, word := range strings.Fields(fold(text)) {
			in := float64(len(index[word]))
			for _, p := range index[word] {
				norm := 1.2 * (1 - .75 + .75*lengths[p.document]*n/total)
				scores[p.document] += math.Log(1+(n-in+.5)/(in+.5)) * p.count * 2.2 / (p.count + norm)
			}
		}
		return highest(targets, scores, k)
	}
}

// highest are the targets with the k highest scores above 0.
func highest(targets []match.Target, scores []float64, k int) (list []answer) {
	var order []int
	for i, score := range scores {
		if score > 0 {
			order = append(order, i)
		}
	}
	slices.SortFunc(order, func(a, b int) int {
		return cmp.Or(cmp.Compare(scores[b], scores[a]), strings.Compare(targets[a].ID, targets[b].ID))
	})
	for _, i := range order[:min(k, len(order))] {
		list = append(list, answer{id: targets[i].ID})
	}
	return list
}
