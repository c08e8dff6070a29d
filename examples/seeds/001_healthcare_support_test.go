package seeds_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/skillgap-go/skillgap/assess"
	"github.com/skillgap-go/skillgap/ksb"
)

const healthSupport = ksb.RoleID("healthcare-support-worker")

// tenNames are the common names of the role on the page.
func tenNames() []string {
	return []string{
		"Patient Care Technician", "Medical Support Assistant", "Healthcare Support Specialist", "Clinical Support Worker",
		"Medical Assistant Specialist", "Healthcare Aide", "Patient Support Representative", "Clinical Care Assistant",
		"Medical Support Specialist", "Healthcare Support Technician",
	}
}

func TestHealthcareSupportSaysThatItsSourceIsFromTheUnitedStates(t *testing.T) {
	f := framework(t, "healthcare-support/framework.json")
	require.Equal(t, "United States", f.Jurisdiction)
	require.Contains(t, f.Title, "United States")
	require.Contains(t, f.Groups[0].Title, "102,230", "people employed in 2023")
	for _, other := range []string{"imaging-careers", "ap-health", "potential"} {
		require.Equal(t, "England", framework(t, other+"/framework.json").Jurisdiction)
	}
}

func TestHealthcareSupportHasSevenTaskAreasAsDuties(t *testing.T) {
	r := role(t, index(t, "healthcare-support"), healthSupport)
	require.Len(t, r.Duties, 7)
	for _, d := range r.Duties {
		require.GreaterOrEqual(t, len(d.Statements), 2, "%s is made of statements", d.Code)
	}
	require.Len(t, r.Requirements, 16, "what a duty names is required")
}

func TestHealthcareSupportAsksNoSpecialisedTraining(t *testing.T) {
	r := role(t, index(t, "healthcare-support"), healthSupport)
	require.Empty(t, r.Gates)
	require.Zero(t, r.Qual)
}

func TestHealthcareSupportIsFoundByEachOfItsTenNames(t *testing.T) {
	ix := index(t, "healthcare-support")
	require.Len(t, role(t, ix, healthSupport).Aliases, 10)
	for _, name := range tenNames() {
		require.Equal(t, []ksb.RoleID{healthSupport}, ix.FindRoles(name), name)
	}
}

// The same words name another job in England: with both loaded, a person chooses.
func TestHealthcareSupportSharesOneNameWithImaging(t *testing.T) {
	ix := index(t, "imaging-careers", "healthcare-support")
	require.Equal(t, []ksb.RoleID{supportWorker, healthSupport}, ix.FindRoles("Clinical Support Worker"), "two candidates, never one")
	for _, name := range tenNames() {
		require.Contains(t, ix.FindRoles(name), healthSupport, name)
	}
}

func TestHealthcareSupportWorkersDifferByTaskArea(t *testing.T) {
	ix := index(t, "healthcare-support")
	shown := func(name string) (met []string) {
		for _, d := range report(t, ix, worker(t, name), healthSupport).Duties {
			if d.Assured > 0.4 {
				met = append(met, d.Code)
			}
		}
		return met
	}
	require.Equal(t, []string{"D1", "D2", "D3"}, shown("healthcare-support/workers/aide.json"), "care, records and safety, from the course and the ward")
	require.Equal(t, []string{"D2", "D5", "D6"}, shown("healthcare-support/workers/desk.json"), "records, messages and the office, from the desk")
}

func TestHealthcareSupportOwnWordIsNotEnough(t *testing.T) {
	r := report(t, index(t, "healthcare-support"), worker(t, "healthcare-support/workers/aide.json"), healthSupport)
	require.Equal(t, assess.No, r.Ready, "the test at the desk was failed")
	for _, g := range r.Gaps {
		if g.Statement == "hs-s6" || g.Statement == "hs-b2" {
			require.NotEqual(t, assess.Met, g.Status, "%s rests on the worker's own word", g.Code)
		}
	}
}
