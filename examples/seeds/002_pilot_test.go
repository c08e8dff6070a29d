package seeds_test

import (
	"encoding/csv"
	"maps"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"

	"github.com/skillgap-go/skillgap/assess"
	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/pathway"
)

const technician = ksb.RoleID("healthcare-technician")

// horizon is fifteen months in weeks, from planning to the new role at work.
const horizon = 65

// member is one of the team: where they work and where they stand.
type member struct {
	area   string
	worker assess.Worker
	report *assess.Report
}

// team is the eight, each against the role as it is in their own area.
func team(t *testing.T, ix *ksb.Index) (list []member) {
	t.Helper()
	rows, err := csv.NewReader(open(t, "pilot/areas.csv")).ReadAll()
	require.NoError(t, err)
	for _, row := range rows[1:] {
		w := worker(t, "pilot/team/"+row[0]+".json")
		list = append(list, member{row[1], w, report(t, ix, w, ksb.OptionRole(technician, ksb.OptionID(row[1])))})
	}
	return list
}

// trained plans for one of the team: what fits their area, within the horizon.
func (m member) trained(t *testing.T, ix *ksb.Index, c pathway.Catalogue, with ...string) *pathway.Plan {
	t.Helper()
	return plan(t, ix, c, m.report, pathway.Options{Setting: m.area, Reuse: true, With: with})
}

func TestPilotIsOneNewRoleInThreeAreas(t *testing.T) {
	r := role(t, index(t, "pilot"), technician)
	require.Equal(t, "Scotland", framework(t, "pilot/framework.json").Jurisdiction)
	require.Len(t, r.Options, 3)
	require.Equal(t, 15, r.Facts.DurationMonths)
}

// What works in one area may not in another: three duties belong to two areas each.
func TestPilotDutiesFitTheirAreas(t *testing.T) {
	ix := index(t, "pilot")
	got := map[string][]string{}
	for _, area := range []string{"community", "older-people", "stroke"} {
		for _, d := range role(t, ix, ksb.OptionRole(technician, ksb.OptionID(area))).Duties {
			if !d.Core {
				got[area] = append(got[area], d.Code)
			}
		}
	}
	want := map[string][]string{"community": {"D5", "D6"}, "older-people": {"D4", "D5"}, "stroke": {"D4", "D6"}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestPilotIsForStaffWhoAreAlreadyThere(t *testing.T) {
	ix := index(t, "pilot")
	people := team(t, ix)
	require.Len(t, people, 8)
	for _, m := range people {
		require.Equal(t, assess.GateMet, gateOf(t, m.report, "in-post").State, "%s", m.worker.ID)
		require.Equal(t, m.area == "community", gateOf(t, m.report, "swallowing").Exempt, "%s: meals are no part of the work at home", m.worker.ID)
	}
}

// Do not reinvent: first what each person already has, then what is already provided, and
// only then something new.
func TestPilotCountsWhatIsThereBeforeAnythingNew(t *testing.T) {
	ix := index(t, "pilot")
	c := catalogue(t, "pilot/catalogue.json")
	provided := map[string]bool{}
	for _, course := range c.Courses {
		provided[course.ID] = course.Provided
	}
	type count struct{ Held, Provided, New int }
	got := map[string]count{}
	for _, m := range team(t, ix) {
		p := m.trained(t, ix, c)
		require.Empty(t, p.Left, "%s: every need can be met", m.worker.ID)
		require.Equal(t, m.report.Of, m.report.Met+len(p.Reuse.Closes)+len(p.Reuse.Residue), "%s: each need is counted once", m.worker.ID)
		for _, id := range p.Reuse.Courses {
			require.True(t, provided[id], "%s", id)
		}
		got[m.worker.ID] = count{m.report.Met, len(p.Reuse.Closes), len(p.Reuse.Residue)}
		bought := 0
		for _, id := range courses(p) {
			if !provided[id] {
				bought++
			}
		}
		require.Equal(t, len(p.Reuse.Residue) > 0, bought > 0, "%s: something new only for the residue", m.worker.ID)
	}
	want := map[string]count{
		"pt-01": {4, 6, 8}, "pt-02": {4, 6, 8}, "pt-03": {5, 9, 4}, // 18 needs on the ward for older people
		"pt-04": {3, 9, 5}, "pt-05": {0, 10, 7}, "pt-06": {6, 4, 7}, // 17 on the stroke ward
		"pt-07": {4, 7, 7}, "pt-08": {1, 7, 10}, // 18 in people's homes
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("held, provided, new (-want +got):\n%s", diff)
	}
}

func TestPilotResidueIsListedApart(t *testing.T) {
	ix := index(t, "pilot")
	everybody := map[ksb.StatementID]int{}
	for _, m := range team(t, ix) {
		for _, id := range m.trained(t, ix, catalogue(t, "pilot/catalogue.json")).Reuse.Residue {
			everybody[id]++
		}
	}
	want := map[ksb.StatementID]int{
		"pt-k1": 7, "pt-k2": 7, "pt-k4": 8, "pt-s1": 7, "pt-s6": 6, // rehabilitation as a subject: nearly everybody
		"pt-k6": 5, "pt-k7": 4, "pt-s8": 4, // meals and the way home: where they are part of the work
		"pt-s2": 2, "pt-s4": 1, "pt-s7": 2, "pt-s9": 3, // what the wards provide and the homes do not, and the stairs
	}
	if diff := cmp.Diff(want, everybody); diff != "" {
		t.Errorf("people who need something new (-want +got):\n%s", diff)
	}
}

// A course of the wards does not fit the homes: they get another for the same need.
func TestPilotCoursesFitTheirAreas(t *testing.T) {
	ix := index(t, "pilot")
	c := catalogue(t, "pilot/catalogue.json")
	settings := map[string][]string{}
	for _, course := range c.Courses {
		settings[course.ID] = course.Settings
	}
	taken := map[string]map[string]bool{}
	for _, m := range team(t, ix) {
		if taken[m.area] == nil {
			taken[m.area] = map[string]bool{}
		}
		for _, id := range courses(m.trained(t, ix, c)) {
			taken[m.area][id] = true
			require.True(t, len(settings[id]) == 0 || slices.Contains(settings[id], m.area), "%s in %s", id, m.area)
		}
	}
	require.True(t, taken["older-people"]["ward-round"])
	require.False(t, taken["community"]["ward-round"])
	require.True(t, taken["community"]["beside-home-team"])
	require.True(t, taken["community"]["moving-home"])
}

// People come with different experience of education: help with study comes first for
// those who need it, and for nobody else.
func TestPilotStudySkillsComeFirstForThoseWhoNeedThem(t *testing.T) {
	ix := index(t, "pilot")
	for _, m := range team(t, ix) {
		holds := slices.ContainsFunc(m.report.Held.Levels, func(h assess.HeldLevel) bool { return h.Statement == "pt-study" })
		p := m.trained(t, ix, catalogue(t, "pilot/catalogue.json"))
		ends, studies := -1, 0
		for _, s := range p.Steps {
			if s.Course == "study-skills" {
				ends = s.EndWeek
			}
		}
		for _, s := range p.Steps {
			if s.Course == "rehabilitation-module" || s.Course == "way-home" {
				studies++
				require.GreaterOrEqual(t, s.StartWeek, ends, "%s", m.worker.ID)
			}
		}
		require.Equal(t, !holds && studies > 0, ends >= 0, "%s", m.worker.ID)
	}
}

func TestPilotFitsFifteenMonths(t *testing.T) {
	ix := index(t, "pilot")
	for _, m := range team(t, ix) {
		p := m.trained(t, ix, catalogue(t, "pilot/catalogue.json"))
		require.LessOrEqual(t, p.Weeks, horizon, "%s", m.worker.ID)
		require.Positive(t, p.Weeks)
	}
}

// after is the worker once some steps have ended: each ends with the evidence that the
// course says.
func after(m member, c pathway.Catalogue, steps []pathway.Step) assess.Worker {
	w := m.worker
	w.Evidence = slices.Clone(w.Evidence)
	for _, s := range steps {
		course := c.Courses[slices.IndexFunc(c.Courses, func(c pathway.Course) bool { return c.ID == s.Course })]
		for _, taught := range course.Teaches {
			w.Evidence = append(w.Evidence, assess.Evidence{
				ID: s.Course + " " + string(taught.Statement), Statements: assess.Refs(string(taught.Statement)),
				Kind: course.AssessedBy, As: "employer", Level: new(float64(taught.Level)), By: s.Course, At: today,
			})
		}
	}
	return w
}

// Half a year on, working with low mood turns out to be needed. What is done is not done
// again, what is booked stays booked, and only the new need is added.
func TestPilotPlanIsRevisedWhenANewNeedEmerges(t *testing.T) {
	ix := index(t, "pilot")
	c := catalogue(t, "pilot/catalogue.json")
	later, problems := ksb.Compile(framework(t, "pilot/framework-later.json"))
	require.NoError(t, problems.Err())
	wider := catalogue(t, "pilot/catalogue-later.json")
	const now = 10
	for _, m := range team(t, ix) {
		before := m.trained(t, ix, c)
		var done, open []string
		var ended []pathway.Step
		for _, s := range before.Steps {
			if s.EndWeek <= now {
				ended, done = append(ended, s), append(done, s.Course)
			} else {
				open = append(open, s.Course)
			}
		}
		require.NotEmpty(t, done, "%s", m.worker.ID)
		w := after(m, c, ended)
		p := plan(t, later, wider, report(t, later, w, m.report.Role.ID), pathway.Options{Setting: m.area, With: open, Without: done})
		require.Subset(t, courses(p), open, "%s: booked", m.worker.ID)
		added := slices.DeleteFunc(courses(p), func(id string) bool { return slices.Contains(open, id) })
		require.Equal(t, []string{"low-mood"}, added, "%s: new", m.worker.ID)
		for id := range left(p) { // any order: each is an error of its own
			require.True(t, teaches(c, done, id), "%s: what is left of %s is to be shown, not to be taught again", m.worker.ID, id)
		}
	}
}

func teaches(c pathway.Catalogue, courses []string, id ksb.StatementID) bool {
	return slices.ContainsFunc(c.Courses, func(course pathway.Course) bool {
		return slices.Contains(courses, course.ID) && slices.ContainsFunc(course.Teaches, func(a pathway.Attainment) bool { return a.Statement == id })
	})
}

// A change in the work of some is a change for all: who can do what, in each area, before
// and after.
func TestPilotChangesWhatTheWholeTeamCanDo(t *testing.T) {
	ix := index(t, "pilot")
	c := catalogue(t, "pilot/catalogue.json")
	before, afterwards := map[string]int{}, map[string]int{}
	for _, m := range team(t, ix) {
		p := m.trained(t, ix, c)
		trained := report(t, ix, after(m, c, p.Steps), m.report.Role.ID)
		for i, d := range m.report.Duties {
			key := m.area + " " + d.Code
			before[key] += d.Met
			afterwards[key] += trained.Duties[i].Met
			require.GreaterOrEqual(t, trained.Duties[i].Met, d.Met, "%s of %s", d.Code, m.worker.ID)
		}
		open := map[ksb.StatementID]bool{}
		for _, g := range trained.Gaps {
			open[g.Statement] = g.Status != assess.Met
		}
		for _, id := range p.TaughtNotYetShown {
			delete(open, id)
		}
		for id, still := range open { // any order: each is an error of its own
			require.False(t, still, "%s: %s was neither shown nor said to be left to show", m.worker.ID, id)
		}
	}
	for _, key := range slices.Sorted(maps.Keys(afterwards)) {
		require.Greater(t, afterwards[key], before[key], "every area gains in every duty: %s", key)
	}
	require.Zero(t, before["older-people D4"], "before, nobody on that ward was shown to make meals safe")
	require.Equal(t, 3, afterwards["older-people D4"], "after, all three")
}
