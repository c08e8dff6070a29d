package edition_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"

	"github.com/skillgap-go/skillgap/assess"
	"github.com/skillgap-go/skillgap/assess/edition"
	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/ksb/diff"
)

// role is a framework of one role "R" that requires the statements given.
func role(label string, statements ...ksb.Statement) ksb.Framework {
	r := ksb.Role{ID: "R", Edition: label, Title: "Imaging assistant"}
	for _, s := range statements {
		r.Requirements = append(r.Requirements, ksb.Requirement{Statement: s.ID})
	}
	return ksb.Framework{ID: "sample", Scales: scales(), Statements: statements, Roles: []ksb.Role{r}}
}

func scales() []ksb.Scale {
	return []ksb.Scale{{ID: "five", Rungs: []string{"not yet", "aware", "with help", "alone", "leads"}}}
}

func know(id, code, text string) ksb.Statement {
	return ksb.Statement{ID: ksb.StatementID(id), Code: code, Kind: ksb.Knowledge, Text: text}
}

func compare(t testing.TB, from, to ksb.Framework, decided ...diff.Decision) diff.Changes {
	t.Helper()
	var editions []diff.Edition
	for _, f := range []ksb.Framework{from, to} {
		ix, problems := ksb.Compile(f)
		require.NoError(t, problems.Err())
		editions = append(editions, diff.Edition{Index: ix, Role: "R"})
	}
	c, err := diff.Roles(editions[0], editions[1], diff.Options{Decided: decided})
	require.NoError(t, err)
	return c
}

const lift = "Lift and move people with the hoist"

// TestMove: one reference, and what becomes of it.
func TestMove(t *testing.T) {
	five := func(s ksb.Statement) ksb.Statement { s.Scale = "five"; return s }
	same := diff.Decision{From: "a", To: "b", Same: true}
	critical := role("2", know("a", "K1", lift))
	critical.Roles[0].Requirements[0].Critical = true
	for _, c := range []struct {
		why      string
		from, to ksb.Framework
		decided  []diff.Decision
		ref      string
		now      string // the reference in the worker returned; "": none
		decision bool   // whether an override stays, too
	}{
		{why: "kept, by ID", from: role("1", know("a", "K1", lift)), to: role("2", know("a", "K1", lift)), ref: "a", now: "a", decision: true},
		{why: "kept, by code: written out as the ID", from: role("1", know("a", "K1", lift)), to: role("2", know("a", "K1", lift)), ref: "K1", now: "a", decision: true},
		{why: "renumbered: the code of then", from: role("1", know("a", "K1", lift)), to: role("2", know("b", "K1", "Check requests"), know("a", "K2", lift)), ref: "K1", now: "a", decision: true},
		{why: "under another ID with the same text", from: role("1", know("a", "K1", lift)), to: role("2", know("b", "K1", lift)), ref: "a", now: "b", decision: true},
		{why: "reworded: held until somebody says so", from: role("1", know("a", "K1", lift)), to: role("2", know("a", "K1", lift+" alone")), ref: "a"},
		{why: "reworded, and somebody has said so", from: role("1", know("a", "K1", lift)), to: role("2", know("b", "K1", lift+" alone")), decided: []diff.Decision{same}, ref: "a", now: "b", decision: true},
		{why: "on another scale: a level is another rung", from: role("1", know("a", "K1", lift)), to: role("2", five(know("a", "K1", lift))), ref: "a"},
		{why: "on another scale, whatever somebody said of the words", from: role("1", know("a", "K1", lift)), to: role("2", five(know("b", "K1", lift))), decided: []diff.Decision{same}, ref: "a"},
		{why: "lost", from: role("1", know("a", "K1", lift), know("c", "K2", "Keep records")), to: role("2", know("c", "K1", "Keep records")), ref: "a"},
		{why: "critical now: the evidence is judged anew, a decision is made anew", from: role("1", know("a", "K1", lift)), to: critical, ref: "a", now: "a"},
		{why: "about something else: left as it is", from: role("1", know("a", "K1", lift)), to: role("2", know("a", "K1", lift)), ref: "elsewhere/7", now: "elsewhere/7", decision: true},
		{why: "already by the ID of the newer edition", from: role("1", know("a", "K1", lift)), to: role("2", know("a", "K1", lift), know("b", "K2", "Check requests")), ref: "b", now: "b", decision: true},
		{why: "no code then, a code now: nobody said so", from: role("1", know("a", "K1", lift)), to: role("2", know("a", "K1", lift), know("b", "K2", "Check requests")), ref: "K2"},
		{why: "a code of two statements", from: role("1", know("a", "K1", lift), know("b", "K1", "Check requests")), to: role("2", know("a", "K1", lift), know("b", "K1", "Check requests")), ref: "K1"},
		{why: "an ID outranks a code", from: role("1", know("K2", "K1", lift), know("b", "K2", "Check requests")), to: role("2", know("K2", "K1", lift)), ref: "K2", now: "K2", decision: true},
	} {
		t.Run(c.why, func(t *testing.T) {
			level := 1.0
			w := assess.Worker{ID: "w", Evidence: []assess.Evidence{{Statements: []assess.StatementRef{{ID: c.ref, Level: &level}}, Kind: assess.Observation}},
				Overrides: []assess.Override{{Statement: c.ref, Met: new(bool)}}}
			out, moved := edition.Move(w, compare(t, c.from, c.to, c.decided...))
			want := assess.Worker{ID: "w"}
			if c.now != "" {
				want.Evidence = []assess.Evidence{{ID: "row-1", Statements: []assess.StatementRef{{ID: c.now, Level: &level}}, Kind: assess.Observation}}
			}
			if c.decision {
				want.Overrides = []assess.Override{{Statement: c.now, Met: new(bool)}}
			}
			if diff := cmp.Diff(want, out); diff != "" {
				t.Error(diff)
			}
			require.Equal(t, "", w.Evidence[0].ID, "the worker given is not changed")
			accounted(t, w, moved)
		})
	}
}

// accounted: every reference stands in the account once for its piece and statement.
func accounted(t *testing.T, w assess.Worker, m edition.Moved) {
	t.Helper()
	mentions := map[string]bool{}
	for i, id := range w.EvidenceIDs() {
		for _, ref := range w.Evidence[i].Statements {
			mentions[id+" "+ref.ID] = true
		}
	}
	decisions := len(w.Overrides)
	for _, s := range m.Statements {
		for _, id := range s.Evidence {
			byID, byCode := id+" "+string(s.From), id+" "+s.FromCode
			require.True(t, mentions[byID] || mentions[byCode], "%s under %s", id, s.From)
			delete(mentions, byID)
			delete(mentions, byCode)
		}
		decisions -= len(s.Overrides)
	}
	for _, r := range slices.Concat(m.Held, m.Elsewhere) {
		if r.Evidence == "" {
			decisions--
		}
		delete(mentions, r.Evidence+" "+r.Statement)
	}
	require.Empty(t, mentions, "references that were lost silently")
	require.Zero(t, decisions, "overrides that were lost silently")
}

// TestNothingIsLostSilently: random editions, random evidence by IDs and codes.
func TestNothingIsLostSilently(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 7))
	for range 2000 {
		from, to := randomRole(random), randomRole(random)
		w := randomWorker(random)
		c := compare(t, from, to)
		out, moved := edition.Move(w, c)
		accounted(t, w, moved)
		require.Len(t, moved.Statements, len(c.Statements))
		again, second := edition.Move(out, compare(t, to, to))
		for _, s := range second.Statements {
			require.Equal(t, diff.Carried, s.Outcome)
		}
		require.Equal(t, len(out.Overrides), len(again.Overrides))
	}
}

func texts() []string {
	return []string{lift, lift + " alone", "Check requests", "Check each request", "Keep records", "Greet people"}
}

func randomRole(random *rand.Rand) ksb.Framework {
	var list []ksb.Statement
	for _, n := range random.Perm(8)[:1+random.IntN(6)] {
		s := know(fmt.Sprint("id-", n), fmt.Sprint("K", random.IntN(5)), texts()[random.IntN(6)])
		if random.IntN(5) == 0 {
			s.Scale = "five"
		}
		list = append(list, s)
	}
	return role("", list...)
}

func randomWorker(random *rand.Rand) (w assess.Worker) {
	name := func() string {
		return []string{fmt.Sprint("id-", random.IntN(9)), fmt.Sprint("K", random.IntN(6))}[random.IntN(2)]
	}
	for range random.IntN(6) {
		refs := assess.Refs(name(), name())
		w.Evidence = append(w.Evidence, assess.Evidence{Statements: refs[:random.IntN(3)], Kind: assess.Peer})
	}
	for range random.IntN(3) {
		w.Overrides = append(w.Overrides, assess.Override{Statement: name(), Met: new(bool)})
	}
	return w
}

// TestSameNumbers: where the standard was only renumbered and given other IDs, a person
// stands after the move as before it, to the last digit.
func TestSameNumbers(t *testing.T) {
	older := role("1", know("a", "K1", lift), know("b", "K2", "Check requests"), know("c", "K3", "Keep records"))
	newer := role("2", know("x", "K1", "Keep records"), know("y", "K2", lift), know("z", "K3", "Check requests"))
	day, err := ksb.ParseDate("2026-06-30")
	require.NoError(t, err)
	one := 1.0
	w := assess.Worker{ID: "w", Evidence: []assess.Evidence{
		{Statements: assess.Refs("K1", "K2"), Kind: assess.Observation, Level: &one, By: "assessor-a", At: day - 100},
		{Statements: assess.Refs("c"), Kind: assess.Certificate, At: day - 30},
		{Statements: assess.Refs("K2"), Kind: assess.Supervisor, Level: &one, At: day - 400},
	}}
	moved, _ := edition.Move(w, compare(t, older, newer))
	before, err := assess.Quick(older, w, "R", day)
	require.NoError(t, err)
	after, err := assess.Quick(newer, moved, "R", day)
	require.NoError(t, err)
	require.NotZero(t, before.Met)
	require.Equal(t, []float64{before.Assured, before.Estimate, before.Low, before.High, before.Coverage}, []float64{after.Assured, after.Estimate, after.Low, after.High, after.Coverage})
	require.Equal(t, byText(before), byText(after))
}

// byText is every gap by the words of its statement.
func byText(r *assess.Report) map[string][]float64 {
	out := map[string][]float64{}
	for _, g := range r.Gaps {
		out[g.Text] = append(append([]float64{float64(g.Status), float64(len(g.Parts))}, g.AtLeast...), g.Priority, g.Share)
	}
	return out
}
