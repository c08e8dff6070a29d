package pathway

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/skillgap-go/skillgap/assess"
	"github.com/skillgap-go/skillgap/ksb"
)

// TestOutlookNeverSaysTooMuch: the quick bound is below what the best courses come to, in
// pence and in weeks, and more goals never come to less.
func TestOutlookNeverSaysTooMuch(t *testing.T) {
	t.Parallel()
	rng := rand.New(rand.NewPCG(41, 2026))
	f := ksb.Framework{Scales: []ksb.Scale{{ID: "four", Rungs: []string{"0", "1", "2", "3"}}}}
	for i := range 5 {
		f.Statements = append(f.Statements, ksb.Statement{ID: ksb.StatementID(fmt.Sprint("S", i)), Kind: ksb.Skill, Text: fmt.Sprint("does ", i), Scale: "four"})
	}
	ix, problems := ksb.Compile(f)
	require.NoError(t, problems.Err())
	anything := func() Attainment {
		return Attainment{Statement: ksb.StatementID(fmt.Sprint("S", rng.IntN(5))), Level: ksb.Level(1 + rng.IntN(3))}
	}
	tight, several := 0, 0
	for range 1_500 {
		var list []Course
		for i := range 1 + rng.IntN(8) {
			c := Course{ID: fmt.Sprint("c", i), CostPence: int64(rng.IntN(30)), Weeks: rng.IntN(5), Teaches: []Attainment{anything(), anything(), anything()}[:1+rng.IntN(3)]}
			if rng.IntN(3) == 0 {
				c.Requires = []Attainment{anything()}
			}
			list = append(list, c)
		}
		p, _ := NewPlanner(ix, Catalogue{Courses: list})
		s := newStock(ix, p, assess.Held{}, "")
		var goals []goal
		for n := range int32(5) {
			if rng.IntN(2) == 0 {
				goals = append(goals, goal{n, ksb.Level(1 + rng.IntN(3))})
			}
		}
		spent := make([]int64, len(s.courses))
		ahead := s.outlook(goals, spent)
		best, err := s.best(t.Context(), goals)
		require.NoError(t, err)
		text := fmt.Sprintf("%+v\n%+v\n%+v\n%+v", list, goals, ahead, best)
		require.Equal(t, best.left, ahead.left, text)
		require.LessOrEqual(t, ahead.pence, best.pence, text)
		require.LessOrEqual(t, ahead.weeks, s.length(s.instance(nil, goals, best.items, nil)), text)
		if len(best.items) > 1 {
			several++
			if ahead.pence == best.pence {
				tight++
			}
		}
		for i := range goals {
			fewer, err := s.best(t.Context(), slices.Delete(slices.Clone(goals), i, i+1))
			require.NoError(t, err)
			require.True(t, fewer.left < best.left || fewer.left == best.left && fewer.pence <= best.pence, text)
		}
	}
	require.Greater(t, several, 300)
	require.Greater(t, tight, several/4, "a bound that is never met is of no use")
}
