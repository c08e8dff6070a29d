package onet_test

import (
	"math"
	"os"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"

	"github.com/skillgap-go/skillgap/assess"
	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/ksb/format/onet"
	"github.com/skillgap-go/skillgap/ksb/ksbtest/given"
)

// asked is what a requirement asks for.
type asked struct {
	Level  ksb.Level
	Weight float64
}

// counts are what the real data hold.
type counts struct {
	Occupations, Rated, Zoned, Related, Tasks, Suppressed int
	Aliases                                               map[string]int
	Asked                                                 map[string]asked // by occupation and element
}

// countPlainly counts without any of our code.
func countPlainly(t *testing.T, dir string) counts {
	t.Helper()
	rows := func(name string) []map[string]string { return plainly(t, filepath.Join(dir, name+".txt.gz")) }
	c := counts{Aliases: map[string]int{}, Asked: map[string]asked{}}
	titles := map[string]string{}
	for _, r := range rows("Occupation_Data") {
		titles[r["O*NET-SOC Code"]] = r["Title"]
	}
	c.Occupations, c.Zoned = len(titles), len(rows("Job_Zones"))
	c.Related, c.Tasks = len(rows("Related_Occupations")), len(rows("Task_Statements"))
	aliases, rated := map[[2]string]bool{}, map[string]bool{}
	alias := func(code, title string) {
		if title != titles[code] && title != "n/a" && !aliases[[2]string{code, title}] {
			aliases[[2]string{code, title}] = true
			c.Aliases[code]++
		}
	}
	for _, r := range rows("Alternate_Titles.dev-half") {
		alias(r["O*NET-SOC Code"], r["Alternate Title"])
		alias(r["O*NET-SOC Code"], r["Short Title"])
	}
	for _, r := range rows("Sample_of_Reported_Titles.dev-half") {
		alias(r["O*NET-SOC Code"], r["Reported Job Title"])
	}
	for _, file := range []string{"Skills", "Knowledge"} {
		importance := map[string]map[string]string{}
		for _, r := range rows(file) {
			id := r["O*NET-SOC Code"] + " " + r["Element ID"]
			rated[r["O*NET-SOC Code"]] = true
			if r["Scale ID"] == "IM" { // always stands before LV
				importance[id] = r
				continue
			}
			if r["Not Relevant"] == "Y" {
				continue
			}
			suppressed := 0
			for _, half := range []map[string]string{importance[id], r} {
				if half["Recommend Suppress"] == "Y" {
					suppressed++
				}
			}
			c.Suppressed += suppressed
			im, _ := strconv.ParseFloat(importance[id]["Data Value"], 64)
			lv, _ := strconv.ParseFloat(r["Data Value"], 64)
			if suppressed == 0 && im > 1 && lv > 0 {
				c.Asked[id] = asked{ksb.Level(max(1, math.Round(lv))), (im - 1) / 4}
			}
		}
	}
	c.Rated = len(rated)
	return c
}

func TestRealDatabase(t *testing.T) {
	dir := given.Shared(t, "data", "onet")
	want := countPlainly(t, dir)
	require.Equal(t, []int{1016, 879, 923, 18460, 18796}, []int{want.Occupations, want.Rated, want.Zoned, want.Related, want.Tasks})

	f, problems := readTree(t, os.DirFS(dir))
	got := counts{Occupations: len(f.Roles), Related: len(f.Related), Suppressed: count(problems, onet.ErrSuppressed), Aliases: map[string]int{}, Asked: map[string]asked{}}
	for _, r := range f.Roles {
		got.Tasks += len(r.Duties)
		if len(r.Requirements) > 0 {
			got.Rated++
		}
		if len(r.Aliases) > 0 {
			got.Aliases[string(r.ID)] = len(r.Aliases)
		}
		for _, q := range r.Requirements {
			got.Asked[string(r.ID)+" "+string(q.Statement)] = asked{q.Level, q.Weight}
		}
	}
	for _, g := range f.Groups {
		got.Zoned += len(g.Members)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	from := map[ksb.RoleID]int{}
	for _, l := range f.Related {
		from[l.From]++
	}
	require.Len(t, from, 923)
	for code, n := range from { // any order: each is looked at alone
		require.Equal(t, 20, n, code)
	}
	require.Len(t, f.Statements, 68)
	require.Len(t, f.Scales, 68, "each element has anchors of its own")
	require.Len(t, faults(problems), want.Suppressed)
	for _, p := range faults(problems) {
		require.Positive(t, p.Origin.Line, p.Error())
		require.True(t, strings.HasPrefix(p.Origin.File, "Skills") || strings.HasPrefix(p.Origin.File, "Knowledge"), p.Error())
	}
}

func TestRealCompiles(t *testing.T) {
	f, _ := readTree(t, os.DirFS(given.Shared(t, "data", "onet")))
	ix, problems := ksb.Compile(f)
	require.Len(t, problems, 1016-879, "occupations that nobody rated, and nothing else")
	for _, p := range problems {
		require.ErrorIs(t, p, ksb.ErrEmptyRole)
		require.Positive(t, p.Origin.Line)
	}
	engine, err := assess.New(ix, assess.DefaultPolicy())
	require.NoError(t, err)
	worker := assess.Worker{ID: "w", Evidence: []assess.Evidence{{ID: "e", Statements: assess.Refs("2.A.1.a"), Kind: assess.Test, At: 739647}}}
	report, err := engine.Assess(engine.Profile(worker, 0), "11-1011.00")
	require.NoError(t, err)
	require.Positive(t, report.Of)
	require.False(t, math.IsNaN(report.Estimate))
}

// Measured, so that a change that makes it many times as large is seen.
func TestRealIsCheap(t *testing.T) {
	tree := os.DirFS(given.Shared(t, "data", "onet"))
	var before, after runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&before)
	f, _ := readTree(t, tree)
	runtime.ReadMemStats(&after)
	runtime.GC()
	var kept runtime.MemStats
	runtime.ReadMemStats(&kept)
	t.Logf("%d MB allocated, %d MB kept, for 15 MB of text",
		(after.TotalAlloc-before.TotalAlloc)>>20, (int64(kept.HeapAlloc)-int64(before.HeapAlloc))>>20)
	require.Less(t, after.TotalAlloc-before.TotalAlloc, uint64(15*15<<20))
	runtime.KeepAlive(f)
}
