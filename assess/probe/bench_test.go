package probe_test

import (
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/skillgap-go/skillgap/assess/probe"
	"github.com/skillgap-go/skillgap/ksb"
)

// of365 is 12 statements with exactly 365 states, the size that published figures use.
func of365(tb testing.TB) []ksb.Statement {
	tb.Helper()
	for seed := range uint64(1_000_000) {
		list := web(rand.New(rand.NewPCG(seed, 12)), 12, 0.12)
		o, err := probe.New(list...)
		require.NoError(tb, err)
		if s, err := o.Structure(365); err == nil && len(s.States) == 365 {
			return list
		}
	}
	tb.Fatal("no structure of 365 states was found")
	return nil
}

// BenchmarkQuestion chooses a question and takes in the answer.
func BenchmarkQuestion(b *testing.B) {
	for _, c := range []struct {
		name string
		list []ksb.Statement
		most int
	}{
		{"12 statements, 365 states", of365(b), 1 << 14},
		{"120 statements in a chain", chain(120), 1 << 14},
		{"120 statements in a tree", tree(rand.New(rand.NewPCG(1, 13)), 120), 1 << 14},
		{"120 statements with loops", web(rand.New(rand.NewPCG(1, 13)), 120, 0.015), 1 << 14},
	} {
		b.Run(c.name, func(b *testing.B) {
			o, err := probe.New(c.list...)
			require.NoError(b, err)
			s, err := probe.Start(o, probe.Options{MaxStates: c.most})
			require.NoError(b, err)
			b.ReportAllocs()
			yes := false
			for b.Loop() {
				q, more := s.Next()
				if !more {
					b.StopTimer()
					if s, err = probe.Start(o, probe.Options{MaxStates: c.most}); err != nil {
						b.Fatal(err)
					}
					b.StartTimer()
					continue
				}
				yes = !yes
				if err := s.Answer(q.Statement, yes); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// BenchmarkStart makes an order and starts a scan.
func BenchmarkStart(b *testing.B) {
	list := web(rand.New(rand.NewPCG(1, 13)), 120, 0.015)
	b.ReportAllocs()
	for b.Loop() {
		o, err := probe.New(list...)
		if err != nil {
			b.Fatal(err)
		}
		if _, err := probe.Start(o, probe.Options{}); err != nil {
			b.Fatal(err)
		}
	}
}
