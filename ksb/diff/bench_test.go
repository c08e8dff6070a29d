package diff_test

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/ksb/diff"
)

// large is an edition of 280 statements of twenty words, without an ID that another has.
func large(random *rand.Rand, edition string, texts []string) ksb.Framework {
	var list []ksb.Statement
	for i, text := range texts {
		list = append(list, k(fmt.Sprint(edition, i), fmt.Sprint("K", i+1), text))
	}
	return framework(shuffle(random, list))
}

// BenchmarkRoles: every statement of 280 is reworded and has another ID, so that all 78,400
// pairs are looked at.
func BenchmarkRoles(b *testing.B) {
	random := rand.New(rand.NewPCG(8, 9))
	var older, newer []string
	for range 280 {
		words := make([]string, 20)
		for i := range words {
			words[i] = fmt.Sprint("word", int(random.ExpFloat64()*60))
		}
		older = append(older, strings.Join(words, " "))
		words[random.IntN(20)], words[random.IntN(20)] = "other", "another"
		newer = append(newer, strings.Join(words, " "))
	}
	from, to := edition(b, large(random, "old", older)), edition(b, large(random, "new", newer))
	b.ReportAllocs()
	for b.Loop() {
		c, err := diff.Roles(from, to, diff.Options{})
		if err != nil || c.Counts.Statements.Proposed != 280 {
			b.Fatal(c.Counts, err)
		}
	}
}

// BenchmarkRolesByID: the usual case, one in ten reworded.
func BenchmarkRolesByID(b *testing.B) {
	random := rand.New(rand.NewPCG(8, 9))
	var texts []string
	for range 280 {
		texts = append(texts, sentence(random, 20))
	}
	from := edition(b, large(random, "", texts))
	for i := 0; i < len(texts); i += 10 {
		texts[i] += " reworded"
	}
	to := edition(b, large(random, "", texts))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := diff.Roles(from, to, diff.Options{}); err != nil {
			b.Fatal(err)
		}
	}
}
