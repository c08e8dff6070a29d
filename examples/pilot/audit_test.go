package main

import (
	"encoding/json"
	"maps"
	"os"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"

	"github.com/skillgap-go/skillgap/assess"
	"github.com/skillgap-go/skillgap/examples/inputs"
	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/pathway"
)

// answered is the document that a call prints, read again.
func answered(t testing.TB, args ...string) (d document) {
	t.Helper()
	got := call(t, "", append(args, "-format", "json")...)
	require.Equal(t, inputs.Done, got.Code, got.Errors)
	require.NoError(t, json.Unmarshal([]byte(got.Out), &d))
	return d
}

func decoded[T any](t testing.TB, name string) (v T) {
	t.Helper()
	data, err := os.ReadFile(name)
	require.NoError(t, err)
	require.NoError(t, json.Unmarshal(data, &v))
	return v
}

// coursesOf are the courses of a file by ID, with what they cost here.
func coursesOf(t testing.TB, name string) map[string]pathway.Course {
	t.Helper()
	byID := map[string]pathway.Course{}
	for _, c := range decoded[pathway.Catalogue](t, name).Courses {
		if c.Provided {
			c.CostPence = 0
		}
		byID[c.ID] = c
	}
	return byID
}

// role is the role of the sample; needed are the levels that an area asks for, by the
// duties that are done there.
func role(t testing.TB) ksb.Role { return decoded[ksb.Framework](t, sample+"framework.json").Roles[0] }

func neededIn(t testing.TB, area string) map[ksb.StatementID]ksb.Level {
	levels, needed := map[ksb.StatementID]ksb.Level{}, map[ksb.StatementID]ksb.Level{}
	for _, r := range role(t).Requirements {
		levels[r.Statement] = r.Level
	}
	for _, d := range role(t).Duties {
		if d.Core || slices.Contains(d.Options, ksb.OptionID(area)) {
			for _, id := range d.Statements {
				needed[id] = levels[id]
			}
		}
	}
	return needed
}

// TestBills: what the steps cost and take adds up to each person, each area and all.
func TestBills(t *testing.T) {
	d, courses := answered(t), coursesOf(t, sample+"catalogue.json")
	var all bill
	areas := map[string]bill{}
	for _, person := range d.Plan.People {
		var own bill
		for _, s := range person.Plan.Steps {
			own.CostPence += courses[s.Course].CostPence
			own.Minutes += courses[s.Course].Minutes
			own.Weeks = max(own.Weeks, s.EndWeek)
		}
		require.Equal(t, own, billOf(person.Plan), "%s", person.Worker)
		a := areas[person.Area]
		areas[person.Area] = bill{a.CostPence + own.CostPence, a.Minutes + own.Minutes, max(a.Weeks, own.Weeks)}
		all = bill{all.CostPence + own.CostPence, all.Minutes + own.Minutes, max(all.Weeks, own.Weeks)}
	}
	require.Equal(t, all, d.Plan.Bill)
	for _, a := range d.Plan.Areas {
		require.Equal(t, areas[a.Area], a.Bill, "%s", a.Area)
	}
	var byCourse int64
	for _, c := range d.Plan.Courses {
		byCourse += c.CostPence * int64(len(c.People))
	}
	require.Equal(t, all.CostPence, byCourse, "the list of courses is the same bill")
	require.Equal(t, int64(518000), all.CostPence, "worked by hand: 8x420 + 4x90 + 5x80 + 4x150 + 2x120 + 160 + 2x30 pounds")
}

// TestNeedsAreCountedOnce: held, taught by what is there, or new.
func TestNeedsAreCountedOnce(t *testing.T) {
	d := answered(t)
	r := d.Plan.Reuse
	require.Equal(t, r.Asked, r.Held+r.Provided+r.residual())
	needs := 0
	for _, s := range d.Team {
		require.Len(t, neededIn(t, s.Area), s.Of, "%s", s.Worker)
		lists := slices.Concat(s.Shown, s.NotLookedAt, s.Unclear, s.ToDevelop)
		slices.Sort(lists)
		if diff := cmp.Diff(slices.Sorted(maps.Keys(neededIn(t, s.Area))), lists); diff != "" {
			t.Errorf("%s: each statement in one list (-want +got):\n%s", s.Worker, diff)
		}
		needs += s.Of
	}
	require.Equal(t, 3*18+3*17+2*18, needs, "three, three and two people")
	require.Equal(t, needs, r.Asked)
	require.Equal(t, 27, r.Held, "4+4+5+3+0+6+4+1")
}

// alone: a line manager's word that somebody is just at the level is not enough by itself.
func alone(e assess.Evidence, level ksb.Level) bool {
	return e.Kind == assess.Supervisor && *e.Level == float64(level)
}

// TestHeldIsWhatTheEvidenceNames counts the evidence of the files by hand: here every piece
// but the two that are not enough shows what it names.
func TestHeldIsWhatTheEvidenceNames(t *testing.T) {
	for _, s := range answered(t).Team {
		w := decoded[assess.Worker](t, sample+"team/"+s.Worker+".json")
		want := []ksb.StatementID{}
		for _, e := range w.Evidence {
			for _, ref := range e.Statements {
				if level, asked := neededIn(t, s.Area)[ksb.StatementID(ref.ID)]; asked && e.Mode != assess.Below && !alone(e, level) && *e.Level >= float64(level) {
					want = append(want, ksb.StatementID(ref.ID))
				}
			}
		}
		slices.Sort(want)
		if diff := cmp.Diff(slices.Compact(want), s.Shown); diff != "" {
			t.Errorf("%s (-want +got):\n%s", s.Worker, diff)
		}
	}
}

// TestCoverage: who covers a duty is counted again from what everybody shows.
func TestCoverage(t *testing.T) {
	d := answered(t)
	for name, v := range map[string]view{"today": {d.Team, d.Areas}, "after": d.After} { // any order: each is an error of its own
		for _, a := range v.Areas {
			require.Equal(t, len(neededIn(t, a.Area)), len(a.Statements), "%s", a.Area)
			for _, duty := range a.Duties {
				var whole, part []string
				for _, s := range v.Team {
					held := 0
					for _, id := range duty.Statements {
						if slices.Contains(s.Shown, id) {
							held++
						}
					}
					switch {
					case s.Area != a.Area:
					case held == len(duty.Statements):
						whole = append(whole, s.Worker)
					case held > 0:
						part = append(part, s.Worker)
					}
				}
				require.ElementsMatch(t, whole, duty.CoveredBy, "%s %s %s", name, a.Area, duty.Code)
				require.ElementsMatch(t, part, duty.InPart, "%s %s %s", name, a.Area, duty.Code)
			}
			for _, s := range a.Statements {
				var who []string
				for _, st := range v.Team {
					if st.Area == a.Area && slices.Contains(st.Shown, s.Statement) {
						who = append(who, st.Worker)
					}
				}
				require.ElementsMatch(t, who, s.ShownBy, "%s %s %s", name, a.Area, s.Statement)
			}
		}
	}
	require.Equal(t, []string{"pt-04"}, d.Areas[1].Duties[3].CoveredBy, "meals on the stroke ward rest on one person")
}

// TestAfterIsHeldOrTaught: what is expected is what is shown today and what the courses
// teach to the level needed.
func TestAfterIsHeldOrTaught(t *testing.T) {
	courses := coursesOf(t, sample+"catalogue.json")
	d := answered(t)
	for i, s := range d.After.Team {
		want := slices.Clone(d.Team[i].Shown)
		for _, step := range d.Plan.People[i].Plan.Steps {
			for _, taught := range courses[step.Course].Teaches {
				if level, asked := neededIn(t, s.Area)[taught.Statement]; asked && taught.Level >= level {
					want = append(want, taught.Statement)
				}
			}
		}
		slices.Sort(want)
		got := slices.Sorted(slices.Values(s.Shown))
		if diff := cmp.Diff(slices.Compact(want), got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", s.Worker, diff)
		}
	}
}

// TestPlanIsFeasible: courses fit their areas, study skills come first, what builds on
// them waits, and no week holds more than its hours.
func TestPlanIsFeasible(t *testing.T) {
	courses := coursesOf(t, sample+"catalogue.json")
	for _, minutes := range []string{"7.5", "10", "40"} {
		d := answered(t, inputsOf("-hours", minutes)...)
		for _, person := range d.Plan.People {
			ends := map[string]int{}
			for _, s := range person.Plan.Steps {
				c := courses[s.Course]
				ends[s.Course] = s.EndWeek
				require.True(t, len(c.Settings) == 0 || slices.Contains(c.Settings, person.Area), "%s in %s", s.Course, person.Area)
				require.Equal(t, c.Weeks, s.EndWeek-s.StartWeek)
			}
			for _, s := range person.Plan.Steps {
				if study, taken := ends["study-skills"]; taken && len(courses[s.Course].Requires) > 0 {
					require.GreaterOrEqual(t, s.StartWeek, study, "%s of %s", s.Course, person.Worker)
				}
			}
			most := 0.0
			for week := range person.Plan.Weeks {
				load := 0.0
				for _, s := range person.Plan.Steps {
					if s.StartWeek <= week && week < s.EndWeek {
						load += float64(courses[s.Course].Minutes) / float64(courses[s.Course].Weeks)
					}
				}
				require.LessOrEqual(t, load, float64(d.Plan.WeekMinutes)+5, "%s in week %d", person.Worker, week)
				most = max(most, load)
			}
			require.InDelta(t, most, float64(person.Busiest.Minutes), 10, "%s", person.Worker)
			require.Empty(t, person.Crowded)
		}
	}
}

// TestSupportIsForThoseWhoNeedIt: help with study, and for nobody else.
func TestSupportIsForThoseWhoNeedIt(t *testing.T) {
	for _, c := range answered(t).Plan.Courses {
		if c.Course != "study-skills" {
			require.Empty(t, c.Supports, "%s teaches what the role asks for", c.Course)
			continue
		}
		require.Equal(t, []string{"rehabilitation-module", "way-home"}, c.Supports)
		require.Equal(t, []string{"pt-02", "pt-04", "pt-05", "pt-08"}, c.People, "those without the certificate")
		require.Equal(t, c.People, c.Supported)
	}
}

// TestNotFitting: what cannot be given in an area is not planned there, and said.
func TestNotFitting(t *testing.T) {
	got := map[string][]string{}
	for _, a := range answered(t).Plan.Areas {
		got[a.Area] = a.NotFitting
	}
	want := map[string][]string{
		"older-people": {"beside-home-team", "moving-home"}, "stroke": {"beside-home-team", "moving-home"}, "community": {"moving-day", "ward-round"},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}
