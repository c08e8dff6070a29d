package casejson_test

import (
	"bytes"
	"errors"
	"math"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"

	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/ksb/format/casejson"
	"github.com/skillgap-go/skillgap/ksb/format/ksbjson"
	"github.com/skillgap-go/skillgap/ksb/format/skillsengland"
	"github.com/skillgap-go/skillgap/ksb/ksbtest/given"
)

func TestRoundTrip(t *testing.T) {
	t.Run("every field", func(t *testing.T) { requireRoundTrip(t, rich()) })
	t.Run("no field", func(t *testing.T) { requireRoundTrip(t, ksb.Framework{Format: ksb.Format}) })
}

// Whoever drops the extensions of CASE 1.1 keeps everything that CASE has a place for.
func TestWithoutExtensions(t *testing.T) {
	f := rich()
	text := strings.ReplaceAll(string(written(t, f)), `"extensions"`, `"ext"`)
	back, problems := read(t, text)
	require.NoError(t, problems.Err())

	want := rich()
	want.Jurisdiction = ""
	for i := range want.Statements {
		want.Statements[i].HalfLifeDays, want.Statements[i].VerifiedBy = 0, nil
	}
	for i := range want.Roles {
		r := &want.Roles[i]
		*r = ksb.Role{ID: r.ID, Title: r.Title, Requirements: r.Requirements, Duties: r.Duties, Options: r.Options, Facts: ksb.Facts{Keywords: r.Facts.Keywords}}
		for j := range r.Requirements {
			r.Requirements[j] = ksb.Requirement{Statement: r.Requirements[j].Statement}
		}
		for j := range r.Duties {
			r.Duties[j].Core, r.Duties[j].Weight = false, 0
		}
	}
	want.Links[0].Confirmed = false
	want.Links[4] = ksb.Link{From: "a:b c/é", To: "S1", Relation: ksb.Broad} // the same, the other way round
	want.Links[5], want.Links[6] = ksb.Link{From: "S1", To: "other/S9", Relation: ksb.Narrow}, ksb.Link{From: "S1", To: "other/S9", Relation: ksb.Broad}
	want.Related[0].Source, want.Related[3].Relation = "", "related"
	if diff := cmp.Diff(want, back, content()); diff != "" {
		t.Error(diff)
	}
}

func TestWriteTellsWhatCASECannotCarry(t *testing.T) {
	var out bytes.Buffer
	problems, err := casejson.Write(&out, rich())
	require.NoError(t, err)
	var want []string
	for _, path := range []string{
		"jurisdiction", "links[].confirmed", "relatedRoles[].relation", "relatedRoles[].source",
		"roles[].aliases", "roles[].band", "roles[].codes", "roles[].duties[].core", "roles[].duties[].weight",
		"roles[].edition", "roles[].facts", "roles[].gates", "roles[].qual", "roles[].requirements[].critical",
		"roles[].requirements[].level", "roles[].requirements[].weight", "statements[].halfLifeDays", "statements[].verifiedBy",
	} {
		want = append(want, "0 "+path+": no place for it")
	}
	if diff := cmp.Diff(want, told(problems)); diff != "" {
		t.Error(diff)
	}
}

func TestWriteTells(t *testing.T) {
	at := ksb.Origin{File: "f", Line: 7}
	tests := []struct {
		why  string
		give ksb.Framework
		want []string
	}{
		{"a plain framework is carried whole", ksb.Framework{ID: "x", Statements: []ksb.Statement{{ID: "S1", Kind: ksb.Skill, Text: "t"}}}, nil},
		{"a statement without a kind", ksb.Framework{Statements: []ksb.Statement{{ID: "S1", Origin: at}, {ID: "S2", Kind: 9, Origin: at}}},
			[]string{"7 statements[S1].kind: no kind", "7 statements[S2].kind: no kind"}},
		{"a link without a relation", ksb.Framework{Links: []ksb.Link{{From: "S1", To: "S2", Origin: at}}}, []string{"7 links[S1]: no place for it"}},
		{"a gate without a phase", ksb.Framework{Roles: []ksb.Role{{ID: "R", Gates: []ksb.Gate{{ID: "G", Origin: at}}}}}, []string{"7 roles[R].gates[G]: gate not understood"}},
		{"two statements of one ID", ksb.Framework{Statements: []ksb.Statement{{ID: "S1", Kind: 1}, {ID: "S1", Kind: 2, Origin: at}}},
			[]string{"7 statement[S1]: duplicate ID"}},
		{"two duties of one ID in one role", ksb.Framework{Roles: []ksb.Role{{ID: "R", Duties: []ksb.Duty{{ID: "D"}, {ID: "D", Origin: at}}}}},
			[]string{"7 duty[D]: duplicate ID"}},
	}
	for _, tt := range tests {
		t.Run(tt.why, func(t *testing.T) {
			problems, err := casejson.Write(&bytes.Buffer{}, tt.give)
			require.NoError(t, err)
			if diff := cmp.Diff(tt.want, told(problems)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestWriteErrors(t *testing.T) {
	full := errors.New("the disk is full")
	_, err := casejson.Write(failing{full}, rich())
	require.ErrorIs(t, err, full)
	_, err = casejson.Write(&bytes.Buffer{}, ksb.Framework{Roles: []ksb.Role{{ID: "R", Duties: []ksb.Duty{{ID: "D", Weight: math.Inf(1)}}}}})
	require.Error(t, err, "JSON has no infinity")
}

type failing struct{ err error }

func (f failing) Write([]byte) (int, error) { return 0, f.err }

func TestTimeOfTheLastChange(t *testing.T) {
	for edition, want := range map[string]string{
		"2026-03-01": "2026-03-01T00:00:00Z", "1.1": "1970-01-01T00:00:00Z", "": "1970-01-01T00:00:00Z", "2026-02-30": "1970-01-01T00:00:00Z",
	} {
		require.Contains(t, string(written(t, ksb.Framework{Edition: edition})), `"lastChangeDateTime": "`+want+`"`, edition)
	}
}

// Skills England -> ksb/1 -> CASE -> ksb/1 keeps every statement, duty, option and
// identity, and here everything else too.
func TestRealStandardsThroughCASE(t *testing.T) {
	f, _ := skillsengland.Read(bytes.NewReader(contents(t, given.Shared(t, "data", "skills-england", "standards-sample.ndjson.gz"))), "sample")
	require.Greater(t, len(f.Statements), 5000, "how many there are is for the reader's own test")
	requireRoundTrip(t, f)
	back, _ := casejson.Read(bytes.NewReader(written(t, f)), "back")
	require.True(t, asOurs(t, f) == asOurs(t, back), "the same bytes as ksb/1")
	before, _ := ksb.Compile(f)
	after, _ := ksb.Compile(back)
	require.Equal(t, before.Fingerprint(), after.Fingerprint())

	problems, err := casejson.Write(&bytes.Buffer{}, f)
	require.NoError(t, err)
	var paths []string
	for _, p := range problems {
		require.Equal(t, casejson.ErrNoPlace, p.Fault, p.Error())
		paths = append(paths, p.Path)
	}
	want := []string{
		"jurisdiction", "roles[].aliases", "roles[].codes", "roles[].duties[].core", "roles[].edition", "roles[].facts", "roles[].qual",
	}
	require.ElementsMatch(t, want, paths)
}

func asOurs(t *testing.T, f ksb.Framework) string {
	t.Helper()
	var out strings.Builder
	require.NoError(t, ksbjson.Write(&out, f))
	return out.String()
}

// Who states that nothing is required does not mean what the duties name.
func TestARoleThatRequiresNothing(t *testing.T) {
	duties := []ksb.Duty{{ID: "D", Statements: []ksb.StatementID{"S"}}}
	f := ksb.Framework{Format: ksb.Format, ID: "x", Roles: []ksb.Role{{ID: "A", Duties: duties, Requirements: []ksb.Requirement{}}, {ID: "B", Duties: duties}}}
	back, problems := casejson.Read(bytes.NewReader(written(t, f)), "back")
	require.NoError(t, problems.Err())
	require.NotNil(t, back.Roles[0].Requirements)
	require.Nil(t, back.Roles[1].Requirements)
}

// A UUID stays what it is, in the bytes too.
func TestIdentitiesStayIdentifiers(t *testing.T) {
	f, _ := skillsengland.Read(bytes.NewReader(contents(t, given.Shared(t, "data", "skills-england", "standards-sample.ndjson.gz"))), "sample")
	p := plain(t, written(t, f))
	items := map[string]bool{}
	for _, it := range p.list("CFItems") {
		items[it.(object).text("identifier")] = true
	}
	require.Len(t, items, len(p.list("CFItems")), "identifiers are unique")
	kept := 0
	for _, s := range f.Statements {
		if len(s.ID) == 36 {
			require.True(t, items[string(s.ID)], s.ID)
			kept++
		}
	}
	require.Greater(t, kept, 5000)
}

// An ID may be the very UUID that another one would be translated to.
func TestTranslatedIDsDoNotCollide(t *testing.T) {
	p := plain(t, written(t, ksb.Framework{Statements: []ksb.Statement{{ID: "S1", Kind: ksb.Skill}}}))
	translated := p.list("CFItems")[0].(object).text("identifier")
	requireRoundTrip(t, ksb.Framework{
		Format: ksb.Format, ID: "x", Statements: []ksb.Statement{{ID: ksb.StatementID(translated), Kind: ksb.Skill}},
		Roles: []ksb.Role{{ID: "R", Requirements: []ksb.Requirement{{Statement: "S1"}, {Statement: ksb.StatementID(translated)}}}},
	})
}
