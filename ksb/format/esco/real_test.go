package esco_test

import (
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"

	"github.com/skillgap-go/skillgap/assess"
	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/ksb/format/esco"
	"github.com/skillgap-go/skillgap/ksb/ksbtest/given"
)

// counts are what the sample holds.
type counts struct {
	Occupations, Skills, Groups, Relations, Unnamed, Essential int
	Pairs, Below, BelowSkill                                   int
	Aliases                                                    map[string]int
	Kinds                                                      map[string]int
	Unasked                                                    int
}

// countPlainly counts without any of our code.
func countPlainly(t *testing.T, dir string) counts {
	t.Helper()
	rows := func(name string) []map[string]string { return plainly(t, filepath.Join(dir, name+".csv.gz")) }
	c := counts{Aliases: map[string]int{}, Kinds: map[string]int{}}
	asking := map[string]bool{}
	for _, r := range rows("occupation_to_skill_relations") {
		c.Relations++
		switch r["RELATIONTYPE"] {
		case "":
			c.Unnamed++
			continue
		case "essential":
			c.Essential++
		}
		asking[r["OCCUPATIONID"]] = true
	}
	for _, r := range rows("occupations") {
		c.Occupations++
		if !asking[r["ID"]] {
			c.Unasked++
		}
		for alias := range strings.SplitSeq(r["ALTLABELS"], "\n") {
			if alias != "" && alias != r["PREFERREDLABEL"] {
				c.Aliases[r["CODE"]]++
			}
		}
	}
	for _, r := range rows("skills") {
		c.Skills++
		c.Kinds[strings.TrimSuffix(r["SKILLTYPE"], "/competence")]++
	}
	c.Groups = len(rows("occupation_groups")) + len(rows("skill_groups"))
	c.Pairs = len(rows("skill_to_skill_relations"))
	for _, r := range append(rows("occupation_hierarchy"), rows("skill_hierarchy")...) {
		if r["PARENTOBJECTTYPE"] == "skill" {
			c.BelowSkill++
		} else {
			c.Below++
		}
	}
	return c
}

func TestRealSample(t *testing.T) {
	dir := given.Shared(t, "data", "esco-sample")
	want := countPlainly(t, dir)
	require.Equal(t, []int{3015, 1000, 8679, 4}, []int{want.Occupations, want.Skills, want.Relations, want.Unnamed})

	f, problems := readTree(t, os.DirFS(dir))
	got := counts{Occupations: len(f.Roles), Skills: len(f.Statements), Aliases: map[string]int{}, Kinds: map[string]int{}}
	roles := map[string]bool{}
	for _, r := range f.Roles {
		roles[string(r.ID)] = true
		if len(r.Aliases) > 0 {
			got.Aliases[r.Codes[0].Value] = len(r.Aliases)
		}
		if len(r.Requirements) == 0 {
			got.Unasked++
		}
		for _, q := range r.Requirements {
			got.Relations++
			if q.Critical {
				got.Essential++
			}
		}
	}
	got.Unnamed = count(problems, ksb.ErrValue)
	got.Relations += got.Unnamed
	for _, s := range f.Statements {
		got.Kinds[s.Kind.String()]++
	}
	for _, l := range f.Links {
		if l.Relation == ksb.Close {
			got.Pairs++
		} else {
			got.BelowSkill++
		}
	}
	for _, g := range f.Groups {
		got.Below += len(g.Members)
		if g.Parent != "" && !roles[g.ID] {
			got.Below++ // an occupation that is a group is a member, too
		}
		if !roles[g.ID] {
			got.Groups++
		}
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	require.Equal(t, 3, count(problems, ksb.ErrDuplicateID), "local copies of ESCO occupations")
	require.Equal(t, 10, count(problems, ksb.ErrMissingID), "five local occupations and five local groups without a URI")
	require.Len(t, faults(problems), 4+3+10, problems.Error())
	for _, p := range problems {
		require.Positive(t, p.Origin.Line, p.Error())
	}
}

func TestRealCompiles(t *testing.T) {
	dir := given.Shared(t, "data", "esco-sample")
	want := countPlainly(t, dir)
	f, _ := readTree(t, os.DirFS(dir))
	ix, problems := ksb.Compile(f)
	require.Len(t, problems, want.Unasked, "occupations that ask for nothing in the sample, and nothing else")
	require.Equal(t, want.Unasked, count(problems, ksb.ErrEmptyRole))
	engine, err := assess.New(ix, assess.DefaultPolicy())
	require.NoError(t, err)
	found := ix.FindRoles("air traffic safety technician")
	require.Len(t, found, 1)
	worker := assess.Worker{ID: "w"}
	report, err := engine.Assess(engine.Profile(worker, 739647), found[0])
	require.NoError(t, err)
	require.Positive(t, report.Of)
}

// The Commission's own file lies alone, in the edition before.
func TestRealOfficialOccupations(t *testing.T) {
	path := filepath.Join(given.Shared(t, "data", "esco-sample"), "official_occupations_en.csv.gz")
	want := plainly(t, path)
	require.Len(t, want, 2942)
	file, err := os.Open(path)
	require.NoError(t, err)
	defer file.Close()
	f, problems := esco.Read(file, "occupations")
	require.Empty(t, faults(problems))
	titles, aliases, codes := map[string]string{}, 0, 0
	for _, r := range f.Roles {
		titles[string(r.ID)] = r.Title
		aliases += len(r.Aliases)
		codes += len(r.Codes)
	}
	for _, r := range want {
		require.Equal(t, r["preferredLabel"], titles[r["conceptUri"]])
		distinct := map[string]bool{}
		for alias := range strings.SplitSeq(r["altLabels"], "\n") {
			distinct[strings.TrimSpace(alias)] = true
		}
		delete(distinct, "")
		delete(distinct, r["preferredLabel"])
		aliases -= len(distinct)
		codes -= 2
	}
	require.Zero(t, aliases)
	require.Zero(t, codes)
}

// Measured, so that a change that makes it many times as large is seen.
func TestRealIsCheap(t *testing.T) {
	tree := os.DirFS(given.Shared(t, "data", "esco-sample"))
	var before, after, kept runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&before)
	f, _ := readTree(t, tree)
	runtime.ReadMemStats(&after)
	runtime.GC()
	runtime.ReadMemStats(&kept)
	t.Logf("%d MB allocated, %d MB kept, for 5 MB of text",
		(after.TotalAlloc-before.TotalAlloc)>>20, (int64(kept.HeapAlloc)-int64(before.HeapAlloc))>>20)
	require.Less(t, after.TotalAlloc-before.TotalAlloc, uint64(15*5<<20))
	runtime.KeepAlive(f)
}
