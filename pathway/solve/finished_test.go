package solve_test

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/skillgap-go/skillgap/pathway/solve"
)

// rowsOf are the landmarks that a proof of cost uses, as sets of actions: those that
// can be carried out at all and enter a zone, and so need none of its facts.
func rowsOf(in *solve.Instance, c *solve.Certificate) (rows [][]int) {
	reached := reachable(in)
	missing := func(f int) bool { return !reached[f] }
	for _, l := range c.Cost.Landmarks {
		zone := map[int]bool{}
		for _, z := range l.Zone {
			zone[z.Fact] = true
		}
		inZone := func(f int) bool { return zone[f] }
		var row []int
		for i, a := range in.Actions {
			if slices.ContainsFunc(a.Adds, inZone) && !slices.ContainsFunc(a.Needs, inZone) && !slices.ContainsFunc(a.Needs, missing) {
				row = append(row, i)
			}
		}
		rows = append(rows, row)
	}
	return rows
}

// reachable are the facts that come true if everything may be done: a plain fixed point.
func reachable(in *solve.Instance) map[int]bool {
	holds := map[int]bool{}
	for _, f := range in.Start {
		holds[f] = true
	}
	for before := -1; before < len(holds); {
		before = len(holds)
		for _, a := range in.Actions {
			if !slices.ContainsFunc(a.Needs, func(f int) bool { return !holds[f] }) {
				for _, f := range a.Adds {
					holds[f] = true
				}
			}
		}
	}
	return holds
}

// master is the problem of hitting all rows at the least cost.
func master(in *solve.Instance, rows [][]int) *solve.Instance {
	flat := &solve.Instance{Facts: len(rows), AnyBest: true}
	for _, a := range in.Actions {
		flat.Actions = append(flat.Actions, solve.Action{Cost: a.Cost, Excludes: a.Excludes})
	}
	for r, row := range rows {
		flat.Goals = append(flat.Goals, solve.Goal{Fact: r, Weight: 1})
		for _, i := range row {
			flat.Actions[i].Adds = append(flat.Actions[i].Adds, r)
		}
	}
	return flat
}

// The rows of a proof are enough: what hits them all costs no less than the plan, and the
// plan hits them all. So a problem with needs and rings has become one of set cover.
//
// With FINISHED_DIR the rows are written there as LP files for other solvers, with a list of
// what each plan took here, from the courses to the proof (see examples/setcover/compare.sh).
func TestFinishedRowsAreEnough(t *testing.T) {
	dir := os.Getenv("FINISHED_DIR")
	sizes := []struct{ statements, courses, seeds int }{{72, 200, 3}}
	if dir != "" {
		sizes = []struct{ statements, courses, seeds int }{{72, 500, 6}, {300, 2_000, 4}, {600, 2_000, 3}}
	}
	for _, size := range sizes {
		for seed := range uint64(size.seeds) {
			name := fmt.Sprintf("plan-%dx%d-%d", size.statements, size.courses, seed+1)
			in := catalogue(seed+1, size.statements, size.courses, 0)
			s, took := soonest(t, in)
			rows := rowsOf(in, s.Certificate)
			if dir != "" {
				require.NoError(t, writeMaster(dir, name, in, rows, s.Value, took))
				continue
			}
			m, err := solve.Exact(context.Background(), master(in, rows))
			require.NoError(t, err)
			require.Equal(t, []any{s.Value, int64(0), true}, []any{m.Value, m.Lost, m.Proved}, name)
		}
	}
}

// soonest solves a problem a few times, and tells the least that it took.
func soonest(t *testing.T, in *solve.Instance) (s solve.Solution, least time.Duration) {
	t.Helper()
	for run := range 3 {
		begun := time.Now()
		var err error
		s, err = solve.Exact(context.Background(), in)
		require.NoError(t, err)
		if took := time.Since(begun); run == 0 || took < least {
			least = took
		}
	}
	return s, least
}

// writeMaster writes the rows as an LP file, and adds a line to the list of what was solved
// here: name, value, seconds.
func writeMaster(dir, name string, in *solve.Instance, rows [][]int, value int64, took time.Duration) error {
	var b strings.Builder
	b.WriteString("Minimize\n cost:")
	for i, a := range in.Actions {
		fmt.Fprintf(&b, " + %d x%d\n", a.Cost, i)
	}
	b.WriteString("Subject To\n")
	for r, row := range rows {
		fmt.Fprintf(&b, " r%d:", r)
		for _, i := range row {
			fmt.Fprintf(&b, " + x%d\n", i)
		}
		b.WriteString(" >= 1\n")
	}
	for i, a := range in.Actions {
		for _, other := range a.Excludes {
			fmt.Fprintf(&b, " e%d_%d: x%d + x%d <= 1\n", i, other, i, other)
		}
	}
	b.WriteString("Binary\n")
	for i := range in.Actions {
		fmt.Fprintf(&b, " x%d\n", i)
	}
	b.WriteString("End\n")
	if err := os.WriteFile(filepath.Join(dir, name+".lp"), []byte(b.String()), 0o600); err != nil {
		return err
	}
	list, err := os.OpenFile(filepath.Join(dir, "plans"), os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o600)
	if err != nil {
		return err
	}
	defer list.Close()
	_, err = fmt.Fprintf(list, "%s %d %.4f\n", name, value, took.Seconds())
	return err
}
