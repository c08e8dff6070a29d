package rank_test

import (
	"fmt"

	"github.com/skillgap-go/skillgap/ksb/match/rank"
)

// Two documents over the terms 0 to 3, asked for the terms 2 and 3 by two measures.
func Example() {
	var bags rank.Bags
	bags.Add(0, 1, 0, 1, 2)
	bags.Add(1, 1, 2, 3)
	q := rank.Query{Terms: []uint32{2, 3}}
	var s rank.Scratch
	rank.BM25(&bags).Score(&s, q)
	words := s.Top(10)
	rank.Cosine(&bags).Score(&s, q)
	for _, h := range rank.Fuse(&s, 50, 10, words, s.Top(10)) {
		fmt.Printf("document %d: %.2f\n", h.Doc, h.Score)
	}
	// Output:
	// document 1: 1.00
	// document 0: 0.00
}

// The names 0 and 1 belong to role 7, name 2 to role 8: together, 7 has more votes.
func ExampleVotes() {
	var s rank.Scratch
	names := []rank.Hit{{Doc: 2, Score: .6}, {Doc: 0, Score: .5}, {Doc: 1, Score: .4}}
	owner := func(name uint32) []uint32 { return [][]uint32{{7}, {7}, {8}}[name] }
	for _, h := range rank.Votes(nil, &s, names, owner, 10) {
		fmt.Printf("role %d: %.1f\n", h.Doc, h.Score)
	}
	// Output:
	// role 7: 0.9
	// role 8: 0.6
}
