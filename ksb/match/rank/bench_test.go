package rank_test

import (
	"math/rand/v2"
	"testing"

	"github.com/skillgap-go/skillgap/ksb/match/rank"
)

// names are 40,000 documents of 40 terms, of 60,000 that follow Zipf's law.
func names() *rank.Bags {
	r := rand.New(rand.NewPCG(1, 1))
	zipf := rand.NewZipf(r, 1.1, 50, 60000)
	var b rank.Bags
	terms := make([]uint32, 40)
	for doc := range uint32(40000) {
		for i := range terms {
			terms[i] = uint32(zipf.Uint64())
		}
		b.Add(doc, 1, terms...)
	}
	return &b
}

func BenchmarkScore(b *testing.B) {
	ix := rank.Cosine(names())
	r := rand.New(rand.NewPCG(2, 2))
	for _, c := range []struct {
		name string
		from int
	}{{"frequent terms", 0}, {"rare terms", 2000}} {
		q := rank.Query{}
		for range 40 {
			q.Terms = append(q.Terms, uint32(c.from+r.IntN(1000)))
		}
		b.Run(c.name, func(b *testing.B) {
			var s rank.Scratch
			var hits []rank.Hit
			b.ReportAllocs()
			for b.Loop() {
				ix.Score(&s, q)
				hits = s.AppendTop(hits[:0], 100)
			}
		})
	}
}

func BenchmarkCosine(b *testing.B) {
	bags := names()
	b.ReportAllocs()
	for b.Loop() {
		_ = rank.Cosine(bags)
	}
}
