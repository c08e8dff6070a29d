package diff_test

import (
	"encoding/json"
	"math"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"

	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/ksb/diff"
)

type change = func(*ksb.Framework, *ksb.Role)

// everything is a framework with one of each part.
func everything(changes ...change) ksb.Framework {
	return framework([]ksb.Statement{k("1", "K1", "Know the risks"), s("2", "S1", "Manage the risks"), s("3", "S2", "Check requests")}, append([]change{func(f *ksb.Framework, r *ksb.Role) {
		f.Scales = []ksb.Scale{{ID: "three", Rungs: []string{"no", "with help", "alone"}}, {ID: "other", Rungs: []string{"no", "some", "most", "all"}}}
		for i := range f.Statements {
			f.Statements[i].Scale = "three"
		}
		r.Duties = []ksb.Duty{{ID: "D1", Code: "D1", Text: "Keep people safe", Statements: []ksb.StatementID{"uuid-1", "uuid-2"}, Options: []ksb.OptionID{"O1"}}}
		r.Options = []ksb.Option{{ID: "O1", Title: "Imaging"}}
		r.Gates = []ksb.Gate{{ID: "G1", Phase: ksb.Gateway, Source: "the plan", Rule: ksb.Rule{Fact: "age", AtLeast: 18}}}
		r.Aliases = []string{"Helper"}
		r.Codes = []ksb.Code{{System: "ST", Value: "ST0001"}}
		r.Facts = ksb.Facts{FundingMaxPence: 500_000, Keywords: []string{"x"}}
	}}, changes...)...)
}

func TestFacets(t *testing.T) {
	on := func(change func(*ksb.Role)) change { return func(_ *ksb.Framework, r *ksb.Role) { change(r) } }
	first := func(change func(*ksb.Statement)) change {
		return func(f *ksb.Framework, _ *ksb.Role) { change(&f.Statements[0]) }
	}
	for _, c := range []struct {
		why    string
		change change
		want   []diff.Facet
	}{
		{"wording", first(func(s *ksb.Statement) { s.Text = "Know all risks" }), []diff.Facet{diff.Wording}},
		{"white space is no change", first(func(s *ksb.Statement) { s.Text = " Know  the risks" }), nil},
		{"punctuation is one", first(func(s *ksb.Statement) { s.Text = "Know the risks." }), []diff.Facet{diff.Wording}},
		{"code", first(func(s *ksb.Statement) { s.Code = "K7" }), []diff.Facet{diff.Code}},
		{"kind", first(func(s *ksb.Statement) { s.Kind = ksb.Behaviour }), []diff.Facet{diff.Kind}},
		{"half-life", first(func(s *ksb.Statement) { s.HalfLifeDays = 30 }), []diff.Facet{diff.HalfLife}},
		{"verifiers", first(func(s *ksb.Statement) { s.VerifiedBy = []string{"assessor"} }), []diff.Facet{diff.VerifiedBy}},
		{"prerequisites", first(func(s *ksb.Statement) { s.Requires = []ksb.StatementID{"uuid-2"} }), []diff.Facet{diff.Requires}},
		{"another scale is also another top rung", first(func(s *ksb.Statement) { s.Scale = "other" }), []diff.Facet{diff.Level, diff.Scale}},
		{"the scale's name is no change", func(f *ksb.Framework, _ *ksb.Role) {
			f.Scales = append(f.Scales, ksb.Scale{ID: "third", Rungs: []string{"no", "with help", "alone"}})
			f.Statements[0].Scale = "third"
		}, nil},
		{"level", on(func(r *ksb.Role) { r.Requirements[0].Level = 1 }), []diff.Facet{diff.Level}},
		{"the top rung in words is no change", on(func(r *ksb.Role) { r.Requirements[0].Level = 2 }), nil},
		{"critical", on(func(r *ksb.Role) { r.Requirements[0].Critical = true }), []diff.Facet{diff.Critical}},
		{"weight", on(func(r *ksb.Role) { r.Requirements[0].Weight = 2 }), []diff.Facet{diff.Weight}},
		{"a duty's wording", on(func(r *ksb.Role) { r.Duties[0].Text = "Keep all safe" }), []diff.Facet{diff.Wording}},
		{"a duty's code", on(func(r *ksb.Role) { r.Duties[0].Code = "D9" }), []diff.Facet{diff.Code}},
		{"a duty's weight", on(func(r *ksb.Role) { r.Duties[0].Weight = 2 }), []diff.Facet{diff.Weight}},
		{"a duty for all", on(func(r *ksb.Role) { r.Duties[0].Core = true }), []diff.Facet{diff.Core}},
		{"a duty's statements", on(func(r *ksb.Role) { r.Duties[0].Statements[1] = "uuid-3" }), []diff.Facet{diff.Mapping}},
		{"a duty of no option in particular", on(func(r *ksb.Role) { r.Duties[0].Options = nil }), []diff.Facet{diff.InOptions}},
		{"an option's title", on(func(r *ksb.Role) { r.Options[0].Title = "Scanning" }), []diff.Facet{diff.Wording}},
		{"a gate's phase", on(func(r *ksb.Role) { r.Gates[0].Phase = ksb.Entry }), []diff.Facet{diff.Phase}},
		{"a gate's grace", on(func(r *ksb.Role) { r.Gates[0].GraceDays = 30 }), []diff.Facet{diff.Grace}},
		{"a gate's source", on(func(r *ksb.Role) { r.Gates[0].Source = "the law" }), []diff.Facet{diff.Source}},
		{"a gate's rule", on(func(r *ksb.Role) { r.Gates[0].Rule.AtLeast = 16 }), []diff.Facet{diff.Rule}},
		{"whom a gate concerns", on(func(r *ksb.Role) { r.Gates[0].AppliesIf = &ksb.Condition{AgeUnder: 19} }), []diff.Facet{diff.Rule}},
		{"a gate's ID is no change", on(func(r *ksb.Role) { r.Gates[0].ID = "G7" }), nil},
		{"the role's ID is no change", on(func(r *ksb.Role) { r.ID = "Q" }), nil},
		{"edition", on(func(r *ksb.Role) { r.Edition = "2" }), []diff.Facet{diff.EditionLabel}},
		{"title", on(func(r *ksb.Role) { r.Title = "Post" }), []diff.Facet{diff.Title}},
		{"aliases", on(func(r *ksb.Role) { r.Aliases = nil }), []diff.Facet{diff.Aliases}},
		{"qualification level", on(func(r *ksb.Role) { r.Qual = 5 }), []diff.Facet{diff.Qual}},
		{"pay band", on(func(r *ksb.Role) { r.Band = "4" }), []diff.Facet{diff.Band}},
		{"codes", on(func(r *ksb.Role) { r.Codes = nil }), []diff.Facet{diff.Codes}},
		{"funding", on(func(r *ksb.Role) { r.Facts.FundingMaxPence = 0 }), []diff.Facet{diff.Funding}},
		{"duration", on(func(r *ksb.Role) { r.Facts.DurationMonths = 8 }), []diff.Facet{diff.Duration}},
		{"off the job", on(func(r *ksb.Role) { r.Facts.MinimumOffTheJobMinutes = 60 }), []diff.Facet{diff.OffTheJob}},
		{"status", on(func(r *ksb.Role) { r.Facts.Status = "retired" }), []diff.Facet{diff.Status}},
		{"starts", on(func(r *ksb.Role) { r.Facts.From, r.Facts.Until = 1, 2 }), []diff.Facet{diff.StartsFrom, diff.StartsUntil}},
		{"regulator", on(func(r *ksb.Role) { r.Facts.Regulator = "a council" }), []diff.Facet{diff.Regulator}},
		{"keywords", on(func(r *ksb.Role) { r.Facts.Keywords = nil }), []diff.Facet{diff.Keywords}},
	} {
		t.Run(c.why, func(t *testing.T) {
			for _, found := range []diff.Changes{compared(t, everything(), everything(c.change), diff.Options{}), compared(t, everything(c.change), everything(), diff.Options{})} {
				if diff := cmp.Diff(c.want, allFacets(found)); diff != "" {
					t.Error(diff)
				}
				require.Equal(t, c.want == nil, found.Empty())
			}
		})
	}
}

// allFacets are those of all lists, one after the other.
func allFacets(c diff.Changes) (list []diff.Facet) {
	for _, p := range c.Statements {
		list = append(list, p.Changed...)
	}
	for _, p := range c.Duties {
		list = append(list, p.Changed...)
	}
	for _, p := range c.Options {
		list = append(list, p.Changed...)
	}
	for _, p := range c.Gates {
		list = append(list, p.Changed...)
	}
	return append(list, c.Role...)
}

// Duties, prerequisites and options are compared through what became of their statements.
func TestReferencesFollowTheirStatements(t *testing.T) {
	duty := func(ids ...ksb.StatementID) change {
		return func(f *ksb.Framework, r *ksb.Role) { r.Duties = []ksb.Duty{{ID: "D1", Text: "Scan", Statements: ids}} }
	}
	from := framework([]ksb.Statement{k("1", "K1", "Bones"), k("2", "K2", "Dose and shielding of people"), k("3", "K3", "Old machines")}, duty("uuid-1", "uuid-2", "uuid-3"))
	to := framework([]ksb.Statement{k("3", "K1", "Bones"), k("5", "K2", "Dose and the shielding of people"), k("6", "K3", "Digital records")}, duty("uuid-3", "uuid-5", "uuid-6"))
	for _, c := range []struct {
		why        string
		o          diff.Options
		gone, came []ksb.StatementID
	}{
		{"uuid-3 is another statement now, since IDs are positions", diff.Options{PositionalIDs: true}, []ksb.StatementID{"uuid-3"}, []ksb.StatementID{"uuid-6"}},
		{"by ID K3 became K1, and the old K1 is gone", diff.Options{}, []ksb.StatementID{"uuid-1"}, []ksb.StatementID{"uuid-6"}},
	} {
		t.Run(c.why, func(t *testing.T) {
			duties := compared(t, from, to, c.o).Duties
			require.Len(t, duties, 1)
			require.Equal(t, []diff.Facet{diff.Mapping}, duties[0].Changed)
			require.Equal(t, c.gone, duties[0].Gone)
			require.Equal(t, c.came, duties[0].Came)
		})
	}
}

func TestTwoRolesOfOneIndex(t *testing.T) {
	f := framework([]ksb.Statement{k("1", "K1", "one"), k("2", "K2", "two")})
	f.Roles = append(f.Roles, ksb.Role{ID: "Q", Title: "Role", Requirements: []ksb.Requirement{{Statement: "uuid-2"}}})
	e := edition(t, f)
	c, err := diff.Roles(e, diff.Edition{Index: e.Index, Role: "Q"}, diff.Options{})
	require.NoError(t, err)
	require.Equal(t, []string{"- K1", "K2 ~ K2 id"}, briefs(c))
}

func TestRolesRefuses(t *testing.T) {
	e := edition(t, framework([]ksb.Statement{k("1", "K1", "one"), k("2", "K2", "two")}))
	decided := func(list ...diff.Decision) diff.Options { return diff.Options{Decided: list} }
	for _, c := range []struct {
		why      string
		from, to diff.Edition
		o        diff.Options
		want     error
	}{
		{"no index", diff.Edition{Role: "R"}, e, diff.Options{}, ksb.ErrUnknownRole},
		{"no such role", e, diff.Edition{Index: e.Index, Role: "Q"}, diff.Options{}, ksb.ErrUnknownRole},
		{"a threshold above 1", e, e, diff.Options{ProposeAt: 1.1}, ksb.ErrValue},
		{"a threshold below 0", e, e, diff.Options{CarryAt: -0.1}, ksb.ErrValue},
		{"a threshold that is no number", e, e, diff.Options{CarryAt: math.NaN()}, ksb.ErrValue},
		{"a decision about what is not there", e, e, decided(diff.Decision{From: "uuid-1", To: "uuid-9"}), ksb.ErrUnknownStatement},
		{"yes and no", e, e, decided(diff.Decision{From: "uuid-1", To: "uuid-1"}, diff.Decision{From: "uuid-1", To: "uuid-1", Same: true}), ksb.ErrDuplicateID},
		{"one statement made two", e, e, decided(diff.Decision{From: "uuid-1", To: "uuid-1", Same: true}, diff.Decision{From: "uuid-1", To: "uuid-2", Same: true}), ksb.ErrDuplicateID},
		{"two made one", e, e, decided(diff.Decision{From: "uuid-1", To: "uuid-1", Same: true}, diff.Decision{From: "uuid-2", To: "uuid-1", Same: true}), ksb.ErrDuplicateID},
	} {
		t.Run(c.why, func(t *testing.T) {
			_, err := diff.Roles(c.from, c.to, c.o)
			require.ErrorIs(t, err, c.want)
		})
	}
}

// The JSON is a contract: the keys in their order, and back again.
func TestChangesAsJSON(t *testing.T) {
	from := framework([]ksb.Statement{k("1", "K1", "Check it")})
	to := framework([]ksb.Statement{k("1", "K2", "Check it twice")}, func(_ *ksb.Framework, r *ksb.Role) { r.Qual = 3 })
	c := compared(t, from, to, diff.Options{})
	c.From.Index, c.To.Index = "old", "new"
	text, err := json.Marshal(c)
	require.NoError(t, err)
	tally := `{"from":0,"to":0,"same":0,"changed":0,"proposed":0,"added":0,"removed":0}`
	standing := func(code, text string) string {
		return `{"statement":"uuid-1","code":"` + code + `","kind":"knowledge","text":"` + text + `","level":1,"rungs":["not yet","competent"]}`
	}
	want := `{"format":"diff/1","from":{"index":"old","role":"R","title":"Role"},"to":{"index":"new","role":"R","title":"Role","qual":3},` +
		`"basis":{"proposeAt":0.5,"carryAt":1},` +
		`"counts":{"statements":{"from":1,"to":1,"same":0,"changed":1,"proposed":0,"added":0,"removed":0},"reworded":1,"renumbered":1,"moved":0,"regraded":0,"unlike":0,"duties":` + tally + `,"options":` + tally + `,"gates":` + tally + `},` +
		`"role":["qual"],"statements":[{"from":` + standing("K1", "Check it") + `,"to":` + standing("K2", "Check it twice") + `,` +
		`"by":"id","confirmed":true,"similarity":0.666666,"changed":["wording","code"],"words":[{"op":"kept","words":"Check it"},{"op":"came","words":"twice"}]}]}`
	require.Equal(t, want, string(text))
	var back diff.Changes
	require.NoError(t, json.Unmarshal(text, &back))
	if diff := cmp.Diff(c, back); diff != "" {
		t.Error(diff)
	}
}

func TestDecisionsInAnyOrder(t *testing.T) {
	f := framework([]ksb.Statement{k("1", "K1", "one"), k("2", "K2", "two"), k("3", "K3", "three")})
	a, b, c := diff.Decision{From: "uuid-1", To: "uuid-2", Same: true}, diff.Decision{From: "uuid-2", To: "uuid-1", Same: true}, diff.Decision{From: "uuid-3", To: "uuid-3"}
	want := compared(t, f, f, diff.Options{Decided: []diff.Decision{a, b, c}})
	require.Equal(t, []string{"K1 ~ K2 decision: wording, code", "K2 ~ K1 decision: wording, code", "- K3", "+ K3"}, briefs(want))
	given := []diff.Decision{c, b, a, c}
	if diff := cmp.Diff(want, compared(t, f, f, diff.Options{Decided: given})); diff != "" {
		t.Error(diff)
	}
	require.Equal(t, []diff.Decision{c, b, a, c}, given, "the caller's list stays as it is")
}
