package assess_test

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/skillgap-go/skillgap/assess"
	"github.com/skillgap-go/skillgap/ksb"
)

// TestExpectedRanks: they are places, so they add up to those that there are, whoever
// holds them; what does not apply holds none.
func TestExpectedRanks(t *testing.T) {
	t.Parallel()
	holds(t, 20, anything(), func(_ *rand.Rand, w *world, worker assess.Worker) string {
		r := w.report(worker, "R2", today)
		sum, n := 0.0, 0.0
		for i, rank := range assess.ExpectedRanks(r.Gaps) {
			applies := r.Gaps[i].Status != assess.NotApplicable
			if applies != (rank > 0) || applies && (rank < 1-slack || rank > float64(len(r.Gaps))+slack) {
				return fmt.Sprintf("%s: rank %v", r.Gaps[i].Statement, rank)
			}
			if applies {
				sum, n = sum+rank, n+1
			}
		}
		if !equal(sum, n*(n+1)/2) {
			return fmt.Sprintf("%v places add up to %v", n, sum)
		}
		return ""
	})
}

// TestNextAcross: the rules, role by role.
func TestNextAcross(t *testing.T) {
	t.Parallel()
	w := newWorld(t, ward(), assess.DefaultPolicy())
	p := w.engine.Profile(wardWorker(), today)
	assistant, senior := w.of(p, "assistant"), w.of(p, "senior")

	alone, err := assess.NextAcross(senior)
	require.NoError(t, err)
	var order []ksb.StatementID
	for _, s := range alone {
		order = append(order, s.Statement)
	}
	var want []ksb.StatementID
	for _, s := range senior.Next {
		want = append(want, s.Statement)
	}
	require.Equal(t, want, order, "one role: its own order")

	one, err := assess.NextAcross(assistant, senior)
	require.NoError(t, err)
	other, err := assess.NextAcross(senior, assistant)
	require.NoError(t, err)
	require.Len(t, other, len(one))
	for i := range one {
		require.Equal(t, one[i].Statement, other[i].Statement, "the order of the reports changes nothing")
		sum := 0.0
		for _, r := range []*assess.Report{assistant, senior} {
			for _, s := range r.Next {
				if s.Statement == one[i].Statement {
					sum += s.Value / float64(len(r.Gaps)) // every importance is 1 in roles without duties
				}
			}
		}
		require.InDelta(t, sum, one[i].Value, slack)
	}
	none, err := assess.NextAcross()
	require.NoError(t, err)
	require.Empty(t, none)
}

func TestNextAcrossRefuses(t *testing.T) {
	t.Parallel()
	w := newWorld(t, ward(), assess.DefaultPolicy())
	report := w.report(wardWorker(), "senior", today)
	doubting := assess.DefaultPolicy()
	doubting.Reliability.Peer = 0.1
	for _, c := range []struct {
		why   string
		other *assess.Report
	}{
		{"another worker", w.report(assess.Worker{ID: "other"}, "assistant", today)},
		{"another day", w.report(wardWorker(), "assistant", today-1)},
		{"another policy", newWorld(t, ward(), doubting).report(wardWorker(), "assistant", today)},
		{"the same role again", w.report(wardWorker(), "senior", today)},
	} {
		_, err := assess.NextAcross(report, c.other)
		require.ErrorIs(t, err, assess.ErrNotTogether, c.why)
	}
}

func ExampleNextAcross() {
	ix, _ := ksb.Compile(ward())
	engine, _ := assess.New(ix, assess.DefaultPolicy())
	day, _ := ksb.ParseDate("2026-06-30")
	profile := engine.Profile(assess.Worker{ID: "newcomer"}, day)
	assistant, _ := engine.Assess(profile, "assistant")
	senior, _ := engine.Assess(profile, "senior")
	next, err := assess.NextAcross(assistant, senior)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, s := range next {
		fmt.Printf("%s %.3f for %v\n", s.Code, s.Value, s.Roles)
	}
	// Output:
	// S2 0.591 for [assistant senior]
	// S1 0.197 for [assistant senior]
	// S3 0.079 for [senior]
}

func ExampleExpectedRanks() {
	report, _ := assess.Quick(ward(), wardWorker(), "senior", 0)
	for i, rank := range assess.ExpectedRanks(report.Gaps) {
		fmt.Printf("%d. %s, on average %.1f\n", i+1, report.Gaps[i].Code, rank)
	}
	// Output:
	// 1. S2, on average 2.2
	// 2. S3, on average 1.1
	// 3. S1, on average 2.7
}
