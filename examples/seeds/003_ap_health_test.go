package seeds_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"

	"github.com/skillgap-go/skillgap/assess"
	"github.com/skillgap-go/skillgap/assess/format/sheet"
	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/ksb/format/all"
)

const assistant = ksb.RoleID("assistant-practitioner")

// kinds counts the requirements of a role by kind.
func kinds(t *testing.T, ix *ksb.Index, r ksb.Role) map[ksb.Kind]int {
	t.Helper()
	n := map[ksb.Kind]int{}
	for _, q := range r.Requirements {
		s, known := ix.Statement(q.Statement)
		require.True(t, known)
		n[s.Kind]++
	}
	return n
}

// standard is what the page says of the occupation beside its statements.
type standard struct {
	Qual    ksb.Qual
	Aliases []string
	Codes   []ksb.Code
}

func TestAssistantPractitionerHas36And33And3StatementsAndTenDuties(t *testing.T) {
	ix := index(t, "ap-health")
	r := role(t, ix, assistant)
	require.Equal(t, map[ksb.Kind]int{ksb.Knowledge: 36, ksb.Skill: 33, ksb.Behaviour: 3}, kinds(t, ix, r))
	require.Len(t, r.Duties, 10)
	named := map[ksb.StatementID]bool{}
	for _, d := range r.Duties {
		for _, s := range d.Statements {
			named[s] = true
		}
	}
	require.Len(t, named, 72, "which duty needs what is our own reading; every statement serves one")
}

func TestAssistantPractitionerKeepsItsCodesAndTitles(t *testing.T) {
	r := role(t, index(t, "ap-health"), assistant)
	require.Equal(t, ksb.Qual(5), r.Qual)
	require.Equal(t, []string{"Assistant practitioner"}, r.Aliases)
	bySystem := map[string][]string{}
	for _, c := range r.Codes {
		bySystem[c.System] = append(bySystem[c.System], c.Value)
	}
	require.Equal(t, []string{"ST0215"}, bySystem["ST"])
	require.Equal(t, []string{"OCC0215"}, bySystem["OCC"])
	require.ElementsMatch(t, []string{"6131", "6131/99", "2229/07", "2259/06", "2259/99", "3219/01", "3229/07", "6131/06", "6131/09"}, bySystem["SOC2020"])
}

// The published page itself reads to the same facts as our own words.
func TestAssistantPractitionerIsThePublishedPageInOtherWords(t *testing.T) {
	name, text := page(t, "003")
	published, _, _ := all.Suite().Read(strings.NewReader(text), name)
	ix, _ := ksb.Compile(published)
	theirs, ours := role(t, ix, "OCC0215"), role(t, index(t, "ap-health"), assistant)
	require.Equal(t, kinds(t, ix, theirs), kinds(t, index(t, "ap-health"), ours))
	require.Len(t, theirs.Duties, len(ours.Duties))
	facts := func(r ksb.Role) standard { return standard{r.Qual, r.Aliases, r.Codes} }
	if diff := cmp.Diff(facts(theirs), facts(ours)); diff != "" {
		t.Errorf("(-page +ours):\n%s", diff)
	}
	require.Equal(t, theirs.Facts.Keywords, ours.Facts.Keywords)
	for _, l := range framework(t, "ap-health/framework.json").Links {
		there, known := ix.Statement(l.To)
		require.True(t, known, "%s names a statement of the page", l.To)
		require.True(t, strings.HasSuffix(string(l.To), "/"+there.Code))
	}
}

// One occupation leads here and seven lead on, of levels 3, 5 and 6. The map that we read
// names none of them, and neither do we.
func TestAssistantPractitionerKeepsTheMapWithoutInventingTitles(t *testing.T) {
	f := framework(t, "ap-health/framework.json")
	ix := index(t, "ap-health")
	in, out := map[ksb.Qual]int{}, map[ksb.Qual]int{}
	for _, l := range f.Related {
		require.Equal(t, "progression", l.Relation)
		far, count := l.From, in
		if l.From == assistant {
			far, count = l.To, out
		}
		count[role(t, ix, far).Qual]++
		require.Empty(t, role(t, ix, far).Title)
	}
	require.Equal(t, map[ksb.Qual]int{3: 1}, in)
	require.Equal(t, map[ksb.Qual]int{5: 2, 6: 5}, out)
}

// Of an occupation that we know by its level alone, nobody is told to be ready or not.
func TestAssistantPractitionerLinksPromiseNothing(t *testing.T) {
	ix := index(t, "ap-health")
	w := worker(t, "ap-health/workers/at-the-gateway.json")
	for _, l := range framework(t, "ap-health/framework.json").Related {
		if l.From == assistant {
			require.Equal(t, assess.Unknown, report(t, ix, w, l.To).Ready, "further learning is to be expected")
		}
	}
}

func TestAssistantPractitionerNeedsTwoHundredCreditsAtTheGateway(t *testing.T) {
	ix := index(t, "ap-health")
	for _, c := range []struct {
		worker string
		want   assess.GateState
		opens  [][]string
	}{
		{"one-credit-short", assess.GateNotMet, [][]string{{"foundation-degree+1"}}},
		{"at-the-gateway", assess.GateMet, [][]string{}},
	} {
		g := gateOf(t, report(t, ix, worker(t, "ap-health/workers/"+c.worker+".json"), assistant), "foundation-degree")
		require.Equal(t, c.want, g.State, c.worker)
		require.Equal(t, c.opens, g.Opens, c.worker)
		require.Equal(t, ksb.Gateway, g.Phase)
	}
}

func TestAssistantPractitionerAtTheGatewayIsReady(t *testing.T) {
	ix := index(t, "ap-health")
	r := report(t, ix, worker(t, "ap-health/workers/at-the-gateway.json"), assistant)
	require.Equal(t, assess.Yes, r.Ready, "%+v", r.ReadyBecause)
	require.Equal(t, [2]int{72, 72}, [2]int{r.Met, r.Of})
	short := report(t, ix, worker(t, "ap-health/workers/one-credit-short.json"), assistant)
	require.Equal(t, assess.No, short.Ready)
	require.Equal(t, r.Estimate, short.Estimate, "a gate never turns into points")
}

// English and maths hang on the age and the day of the start: asked of the young; of
// others from a certain day unless the employer declines.
func TestAssistantPractitionerEnglishAndMathsHangOnAgeStartAndEmployer(t *testing.T) {
	ix := index(t, "ap-health")
	for _, c := range []struct {
		worker, why string
		notMet      []string
		exempt      int
		waived      int
	}{
		{"at-the-gateway", "27, started before the change: neither rule concerns them", []string{}, 4, 0},
		{"eighteen", "under 19: the rule for the young stands, the other does not concern them", []string{"english-young", "maths-young"}, 2, 0},
		{"employer-declined", "20, and the employer declined: two waivers with their reasons", []string{}, 2, 2},
	} {
		r := report(t, ix, worker(t, "ap-health/workers/"+c.worker+".json"), assistant)
		require.Equal(t, c.notMet, gatesIn(r, assess.GateNotMet), c.why)
		exempt, waived := 0, 0
		for _, g := range r.Gates {
			if g.Exempt {
				exempt++
			}
			if g.Waiver != nil {
				waived++
				require.NotEmpty(t, g.Waiver.Reason)
			}
		}
		require.Equal(t, [2]int{c.exempt, c.waived}, [2]int{exempt, waived}, c.why)
	}
}

// Evidence kept by the codes of the standard finds its statements in both wordings.
func TestAssistantPractitionerEvidenceByCodeFitsBothWordings(t *testing.T) {
	workers, problems := sheet.Read(open(t, "ap-health/evidence.csv"), "evidence.csv")
	require.NoError(t, problems.Err())
	ours := report(t, index(t, "ap-health"), workers[0], assistant)
	require.Positive(t, ours.Met)
	name, text := page(t, "003")
	published, _, _ := all.Suite().Read(strings.NewReader(text), name)
	ix, _ := ksb.Compile(published)
	theirs := report(t, ix, workers[0], "OCC0215")
	require.Equal(t, statuses(theirs), statuses(ours))
}

// statuses are the statuses of a report by code. Behaviours are left out: we say that
// the employer verifies them, the page does not.
func statuses(r *assess.Report) map[string]assess.Status {
	all := map[string]assess.Status{}
	for _, g := range r.Gaps {
		if g.Kind != ksb.Behaviour {
			all[g.Code] = g.Status
		}
	}
	return all
}
