package probe_test

import (
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/skillgap-go/skillgap/assess/probe"
	"github.com/skillgap-go/skillgap/ksb"
)

// asker chooses the next statement to ask, round counting what was asked.
type asker struct {
	name       string
	structured bool // what is asked is combined by the prerequisites
	next       func(s *probe.Scan, list []ksb.Statement, round int, r *rand.Rand) ksb.StatementID
}

func adaptive(s *probe.Scan, _ []ksb.Statement, _ int, _ *rand.Rand) ksb.StatementID {
	q, _ := s.Next()
	return q.Statement
}

func inOrder(_ *probe.Scan, list []ksb.Statement, round int, _ *rand.Rand) ksb.StatementID {
	return list[round%len(list)].ID
}

func atRandom(_ *probe.Scan, list []ksb.Statement, _ int, r *rand.Rand) ksb.StatementID {
	return list[r.IntN(len(list))].ID
}

// skipping asks in order, but for what is certain already.
func skipping(s *probe.Scan, list []ksb.Statement, round int, _ *rand.Rand) ksb.StatementID {
	standings := s.Standings()
	for i := range list {
		if at := (round + i) % len(list); standings[at].Verdict == probe.Open {
			return standings[at].Statement
		}
	}
	return list[round%len(list)].ID
}

func askers() []asker {
	return []asker{
		{"adaptive", true, adaptive},
		{"in order", true, inOrder},
		{"in order, but for the certain", true, skipping},
		{"at random", true, atRandom},
		{"adaptive, no prerequisites", false, adaptive},
		{"in order, no prerequisites", false, inOrder},
		{"at random, no prerequisites", false, atRandom},
	}
}

// effort is what it took to be certain of everything, on average over people.
type effort struct{ questions, right float64 }

// simulate scans people with states drawn at random until every statement is certain.
func simulate(t *testing.T, list []ksb.Statement, a asker, people int, seed uint64) (e effort) {
	t.Helper()
	o, err := probe.New(list...)
	require.NoError(t, err)
	used := o
	if !a.structured {
		used, err = probe.New(loose(list)...)
		require.NoError(t, err)
	}
	chance := probe.Chance{Slip: .1, Guess: .1}
	for person := range people {
		r := rand.New(rand.NewPCG(seed, uint64(person)))
		can := ability(r, o)
		scan, err := probe.Start(used, probe.Options{})
		require.NoError(t, err)
		for round := 0; ; round++ {
			if _, more := scan.Next(); !more {
				break
			}
			id := a.next(scan, list, round, r)
			require.NoError(t, scan.Answer(id, says(r, can[id], chance)))
			e.questions += 1 / float64(people)
		}
		for _, s := range scan.Standings() {
			if can[s.Statement] == (s.Verdict == probe.Likely) {
				e.right += 1 / float64(people*len(list))
			}
		}
	}
	return e
}

// TestAdaptiveSavesHalf: at the same certainty, the adaptive scan needs at most half the
// questions of asking everything in order, on chains and on trees of 12 statements.
func TestAdaptiveSavesHalf(t *testing.T) {
	const people = 60
	shapes := []struct {
		name string
		list []ksb.Statement
	}{{"chain of 12", chain(12)}}
	for seed := range uint64(5) {
		shapes = append(shapes, struct {
			name string
			list []ksb.Statement
		}{"tree of 12, seed " + string('1'+rune(seed)), tree(rand.New(rand.NewPCG(seed+1, 4)), 12)})
	}
	web := of365(t) // for the size that published figures use; no chain and no tree
	for _, a := range askers() {
		e := simulate(t, web, a, people, 7)
		t.Logf("%-18s %-30s %9.1f %6.1f%%", "365 states", a.name, e.questions, 100*e.right)
	}
	t.Logf("%-18s %-30s %9s %7s", "structure", "asked", "questions", "right")
	for _, shape := range shapes {
		var needed []effort
		for _, a := range askers() {
			e := simulate(t, shape.list, a, people, 7)
			needed = append(needed, e)
			t.Logf("%-18s %-30s %9.1f %6.1f%%", shape.name, a.name, e.questions, 100*e.right)
			require.Greater(t, e.right, 0.93, "%s, %s: certain and wrong", shape.name, a.name)
		}
		require.LessOrEqual(t, needed[0].questions, needed[1].questions/2, "%s: in order, with prerequisites", shape.name)
		require.LessOrEqual(t, needed[0].questions, needed[5].questions/2, "%s: in order, without", shape.name)
		require.Less(t, needed[0].questions, needed[4].questions, "%s: prerequisites save questions", shape.name)
	}
}
