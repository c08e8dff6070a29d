package seeds_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"

	"github.com/skillgap-go/skillgap/assess"
	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/pathway"
)

const (
	supportWorker = ksb.RoleID("clinical-support-worker")
	seniorWorker  = ksb.RoleID("senior-clinical-support-worker")
	mammography   = ksb.RoleID("mammography-associate")
	practitioner  = ksb.RoleID("imaging-assistant-practitioner")
)

func TestImagingCareerHasFourRolesOneAfterTheOther(t *testing.T) {
	f := framework(t, "imaging-careers/framework.json")
	ix := index(t, "imaging-careers")
	levels := map[ksb.RoleID]ksb.Qual{}
	for _, r := range f.Roles {
		levels[r.ID] = r.Qual
	}
	require.Equal(t, map[ksb.RoleID]ksb.Qual{supportWorker: 2, seniorWorker: 3, mammography: 4, practitioner: 5}, levels)
	for _, l := range f.Related {
		require.Equal(t, "progression", l.Relation)
		require.Less(t, role(t, ix, l.From).Qual, role(t, ix, l.To).Qual, "every step goes up")
	}
	require.Len(t, f.Related, 4)
}

func TestImagingBandIsTextAndOrdersNothing(t *testing.T) {
	ix := index(t, "imaging-careers")
	require.Equal(t, "AfC 2", role(t, ix, supportWorker).Band)
	require.Empty(t, role(t, ix, mammography).Band, "bands 3 and 4 are both seen: none is said")
}

func TestImagingSupportWorkerHasFiveResponsibilities(t *testing.T) {
	ix := index(t, "imaging-careers")
	require.Len(t, role(t, ix, supportWorker).Duties, 5)
	r := report(t, ix, assess.Worker{ID: "nobody"}, supportWorker)
	require.Len(t, r.Duties, 5)
	require.Zero(t, r.Assured, "nothing shown, nothing assured")
}

// Level 2 by GCSEs, by functional skills or by the apprenticeship: any of the three, at
// appointment or shortly afterwards.
func TestImagingEntryEducationHasAlternatives(t *testing.T) {
	ix := index(t, "imaging-careers")
	none := assess.Credential{Held: new(false)}
	held := func(id ksb.CredentialID) assess.Credential { return assess.Credential{ID: id} }
	lacks := func(id ksb.CredentialID) assess.Credential { c := none; c.ID = id; return c }
	for _, c := range []struct {
		gcses       float64
		credentials []assess.Credential
		want        assess.GateState
		why         string
	}{
		{5, nil, assess.GateMet, "five GCSEs are enough, whatever else"},
		{4, []assess.Credential{held("fs-english-2"), held("fs-maths-2")}, assess.GateMet, "so are both functional skills"},
		{0, []assess.Credential{held("apprenticeship-healthcare-support-2")}, assess.GateMet, "so is the apprenticeship"},
		{4, []assess.Credential{held("fs-english-2"), lacks("fs-maths-2"), lacks("apprenticeship-healthcare-support-2")}, assess.GateNotMet, "English alone is not"},
		{4, []assess.Credential{held("fs-english-2"), lacks("apprenticeship-healthcare-support-2")}, assess.GateUnknown, "nobody asked for the certificate in maths"},
	} {
		w := assess.Worker{ID: "w", Credentials: c.credentials, Facts: assess.Facts{"gcsesAtGrade4": {Number: c.gcses}}}
		require.Equal(t, c.want, gateOf(t, report(t, ix, w, supportWorker), "education").State, c.why)
	}
}

func TestImagingNeedsNoExperienceOfHealthCare(t *testing.T) {
	r := role(t, index(t, "imaging-careers"), supportWorker)
	for _, g := range r.Gates {
		require.NotContains(t, []ksb.GateID{"experience", "health-experience"}, g.ID)
	}
	require.Contains(t, r.Facts.Keywords, "work with the public welcome", "said, and asked of nobody")
}

// A volunteer of nineteen, eight weeks in the post: what is asked soon after the start is
// due, not overdue.
func TestImagingNewStarterHasTimeForWhatComesOncePosted(t *testing.T) {
	ix := index(t, "imaging-careers")
	w := worker(t, "imaging-careers/workers/volunteer.json")
	r := report(t, ix, w, supportWorker)
	require.Equal(t, []string{"education", "care-certificate", "maths"}, gatesIn(r, assess.GateNotMet))
	require.Equal(t, "2026-07-27", gateOf(t, r, "care-certificate").Due.String(), "twelve weeks")
	require.Equal(t, "2026-11-02", gateOf(t, r, "maths").Due.String(), "half a year")
	require.Equal(t, assess.GateMet, gateOf(t, r, "english").State, "a GCSE stands for functional skills")
	require.Equal(t, [][]string{{"fs-maths-2"}, {"gcse-maths-4"}}, gateOf(t, r, "maths").Opens)
	require.Equal(t, [][]string{{"apprenticeship-healthcare-support-2"}, {"gcsesAtGrade4>=5"}, {"fs-english-2", "fs-maths-2"}}, gateOf(t, r, "education").Opens)
	require.Equal(t, assess.Unknown, r.Ready, "in grace: not ready yet, and not turned away")
}

func TestImagingDegreeFromAbroadIsAWaiverWithItsReason(t *testing.T) {
	ix := index(t, "imaging-careers")
	w := worker(t, "imaging-careers/workers/waived.json")
	g := gateOf(t, report(t, ix, w, supportWorker), "english")
	require.Equal(t, assess.GateMet, g.State)
	require.Contains(t, g.Waiver.Reason, "taught and examined in English")
	next := gateOf(t, report(t, ix, w, seniorWorker), "english")
	require.Equal(t, assess.GateNotMet, next.State, "the next role asks anew: it was decided for one role")
}

// Twelve months and £3,000 close everything that the first post asks.
func TestImagingApprenticeshipTakesAYearAndThreeThousandPounds(t *testing.T) {
	ix := index(t, "imaging-careers")
	facts := role(t, ix, supportWorker).Facts
	require.Equal(t, [2]int64{12, 300000}, [2]int64{int64(facts.DurationMonths), facts.FundingMaxPence})
	r := report(t, ix, worker(t, "imaging-careers/workers/volunteer.json"), supportWorker)
	c := catalogue(t, "imaging-careers/catalogue.json")
	require.Equal(t, []string{"healthcare-support-apprenticeship"}, courses(plan(t, ix, c, r, pathway.Options{})), "it teaches everything")
	p := plan(t, ix, c, r, pathway.Options{With: []string{"care-certificate"}})
	require.Equal(t, int64(300000), p.CostPence, "the certificate is given in the house")
	require.Equal(t, 52, p.Weeks)
	require.Empty(t, p.Left)
	opened := map[string][]ksb.GateID{}
	for _, s := range p.Steps {
		opened[s.Course] = s.Opens
	}
	require.Equal(t, []ksb.GateID{"care-certificate"}, opened["care-certificate"])
	require.Equal(t, []ksb.GateID{"education"}, opened["healthcare-support-apprenticeship"])
}

func TestImagingSettledWorkerIsReadyForThePostHeld(t *testing.T) {
	ix := index(t, "imaging-careers")
	r := inRole(t, ix, worker(t, "imaging-careers/workers/settled.json"), supportWorker)
	require.Equal(t, assess.Yes, r.Ready, "%+v", r.ReadyBecause)
}

// And moves on: to the senior post by the diploma, to mammography by a post in screening,
// to assistant practitioner by two hundred credits.
func TestImagingWhoProgressesHasAccessToTheNextLevel(t *testing.T) {
	ix := index(t, "imaging-careers")
	w := worker(t, "imaging-careers/workers/settled.json")
	for _, c := range []struct {
		role ksb.RoleID
		gate ksb.GateID
		want [][]string
	}{
		{seniorWorker, "diploma", [][]string{{"diploma-healthcare-support-3"}}},
		{mammography, "post", [][]string{{"post-in-breast-screening"}}},
		{practitioner, "foundation-degree", [][]string{{"foundation-degree+200"}}},
	} {
		r := report(t, ix, w, c.role)
		if diff := cmp.Diff(c.want, gateOf(t, r, c.gate).Opens); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.role, diff)
		}
		require.Equal(t, assess.GateMet, gateOf(t, r, "english").State, "%s: what was earned is not asked for twice", c.role)
		require.Positive(t, r.Met, "%s: what is shown carries over", c.role)
	}
}

func TestImagingMammographyWaitsForAPostInScreening(t *testing.T) {
	ix := index(t, "imaging-careers")
	w := worker(t, "imaging-careers/workers/settled.json")
	c := catalogue(t, "imaging-careers/catalogue.json")
	without := plan(t, ix, c, report(t, ix, w, mammography), pathway.Options{})
	require.Equal(t, pathway.Blocked, left(without)["ic-s11"], "no course replaces being employed there")
	for i := range w.Credentials {
		if w.Credentials[i].ID == "post-in-breast-screening" {
			w.Credentials[i].Held = nil
		}
	}
	with := plan(t, ix, c, report(t, ix, w, mammography), pathway.Options{})
	require.Contains(t, courses(with), "mammography-apprenticeship")
	require.NotContains(t, left(with), ksb.StatementID("ic-s11"))
}
