package seeds_test

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/skillgap-go/skillgap/assess"
	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/pathway"
)

// stage is the roles of a stage of the framework, in its order.
func stage(t *testing.T, number string) (roles []ksb.RoleID) {
	t.Helper()
	for _, g := range framework(t, "potential/framework.json").Groups {
		if g.ID == "stage-"+number {
			for _, m := range g.Members {
				roles = append(roles, ksb.RoleID(m))
			}
		}
	}
	require.NotEmpty(t, roles)
	return roles
}

// Stage 1, join: a joiner with no health experience is not turned away.
func TestPotentialAnybodyMayJoin(t *testing.T) {
	ix := index(t, "potential")
	r := report(t, ix, worker(t, "potential/workers/joiner.json"), "healthcare-assistant")
	require.Equal(t, assess.Unknown, r.Ready, "there is time, and nothing is shown to be missing")
	require.Contains(t, r.ReadyBecause, assess.Cause{Code: "gate-in-grace", Refs: []string{"0-induction"}})
}

// Stage 2, be the best in the job you hold: what it takes to stay counts for those who
// are in it, and for nobody else.
func TestPotentialBeTheBestInTheJobYouHold(t *testing.T) {
	ix := index(t, "potential")
	settled := worker(t, "potential/workers/settled.json")
	require.Equal(t, assess.Yes, inRole(t, ix, settled, "healthcare-assistant").Ready)
	lapsed := worker(t, "potential/workers/lapsed.json")
	r := inRole(t, ix, lapsed, "healthcare-assistant")
	require.Equal(t, assess.No, r.Ready)
	require.Equal(t, assess.GateNotMet, gateOf(t, r, "training-in-date").State, "last year's training has lapsed")
}

// Stage 3, induction with statutory and mandatory training, stands before every role.
func TestPotentialInductionIsTheFirstGateOfEveryRole(t *testing.T) {
	ix := index(t, "potential")
	n := 0
	for r := range ix.Roles() {
		n++
		require.Equal(t, ksb.GateID("0-induction"), r.Gates[0].ID, "%s", r.ID)
	}
	require.Equal(t, 24, n)
	g := gateOf(t, report(t, ix, worker(t, "potential/workers/joiner.json"), "care-worker"), "0-induction")
	require.Equal(t, [][]string{{"induction", "statutory-and-mandatory-training"}}, g.Opens)
}

// Online or in a room: what the employer already has is taken, and the gate opens.
func TestPotentialInductionCostsNothingWhereItIsProvided(t *testing.T) {
	ix := index(t, "potential")
	r := report(t, ix, worker(t, "potential/workers/joiner.json"), "healthcare-assistant")
	p := plan(t, ix, catalogue(t, "potential/catalogue.json"), r, pathway.Options{})
	require.Subset(t, courses(p), []string{"induction", "statutory-online"})
	require.NotContains(t, courses(p), "statutory-classroom")
	opens := map[ksb.GateID]bool{}
	for _, s := range p.Steps {
		for _, g := range s.Opens {
			opens[g] = true
		}
	}
	require.True(t, opens["0-induction"])
}

func TestPotentialSevenEntryRolesAskForNoCredential(t *testing.T) {
	ix := index(t, "potential")
	entry := stage(t, "4")
	require.Len(t, entry, 7)
	for _, id := range entry {
		require.Len(t, role(t, ix, id).Gates, 2, "%s: induction, and keeping it in date", id)
		require.Zero(t, role(t, ix, id).Qual)
	}
}

func TestPotentialProgressionAsksForTheCareCertificateAndARoute(t *testing.T) {
	ix := index(t, "potential")
	settled := worker(t, "potential/workers/settled.json")
	progression := stage(t, "5")
	require.Len(t, progression, 7)
	for _, id := range progression {
		r := report(t, ix, settled, id)
		require.Equal(t, assess.GateMet, gateOf(t, r, "care-certificate").State, "%s", id)
		require.Equal(t, assess.GateMet, gateOf(t, r, "route").State, "%s: by a level 2 apprenticeship", id)
	}
	r := report(t, ix, worker(t, "potential/workers/joiner.json"), "dietetics-assistant")
	require.Len(t, gateOf(t, r, "route").Opens, 4, "training for the role, or an apprenticeship of level 2, 3 or 4")
}

func TestPotentialEveryEntryRoleLeadsToEveryProgressionRole(t *testing.T) {
	f := framework(t, "potential/framework.json")
	for _, from := range stage(t, "4") {
		for _, to := range stage(t, "5") {
			require.True(t, slices.ContainsFunc(f.Related, func(l ksb.RoleLink) bool {
				return l.From == from && l.To == to && l.Relation == "progression"
			}), "%s to %s", from, to)
		}
	}
}

// What a healthcare assistant has shown counts on the way to occupational therapy support,
// and a short training for the role is cheaper than an apprenticeship.
func TestPotentialFromHealthcareAssistantToTherapySupport(t *testing.T) {
	ix := index(t, "potential")
	r := report(t, ix, worker(t, "potential/workers/settled.json"), "occupational-therapy-support")
	require.Equal(t, [2]int{8, 11}, [2]int{r.Met, r.Of}, "eight of eleven carry over")
	p := plan(t, ix, catalogue(t, "potential/catalogue.json"), r, pathway.Options{})
	require.Equal(t, []string{"rehabilitation-basics", "therapy-support"}, courses(p))
	require.Equal(t, int64(48000), p.CostPence)
}

// The management line of a local authority, one step after another.
func TestPotentialManagementLineEndsWithTheRegisteredManager(t *testing.T) {
	f := framework(t, "potential/framework.json")
	line := stage(t, "6")
	for i, to := range line[1:4] {
		require.True(t, slices.ContainsFunc(f.Related, func(l ksb.RoleLink) bool { return l.From == line[i] && l.To == to }), "%s to %s", line[i], to)
	}
	require.Equal(t, ksb.RoleID("registered-manager"), line[3])
	r := report(t, index(t, "potential"), worker(t, "potential/workers/settled.json"), "team-leader")
	require.Len(t, gateOf(t, r, "leadership").Opens, 5, "apprenticeships of level 3 to 6, or specialist training")
}

func TestPotentialSeniorPractitionerIsASocialWorkerOrAnOccupationalTherapist(t *testing.T) {
	ix := index(t, "potential")
	for _, c := range []struct {
		registers []ksb.CredentialID
		want      assess.GateState
	}{
		{[]ksb.CredentialID{"social-work-england-register"}, assess.GateMet},
		{[]ksb.CredentialID{"hcpc-register-occupational-therapist"}, assess.GateMet},
		{[]ksb.CredentialID{"nmc-register-nurse"}, assess.GateUnknown},
	} {
		w := assess.Worker{ID: "w"}
		for _, id := range c.registers {
			w.Credentials = append(w.Credentials, assess.Credential{ID: id})
		}
		require.Equal(t, c.want, gateOf(t, report(t, ix, w, "senior-practitioner"), "profession").State, "%v", c.registers)
	}
}

// Stage 7: a register is a gate exactly where a regulator is named.
func TestPotentialRegistrationIsAGateWhereARegulatorIsNamed(t *testing.T) {
	ix := index(t, "potential")
	regulated := map[ksb.RoleID]string{}
	for r := range ix.Roles() {
		asks := slices.ContainsFunc(r.Gates, func(g ksb.Gate) bool { return g.Phase == ksb.Registration })
		require.Equal(t, r.Facts.Regulator != "", asks, "%s", r.ID)
		if asks {
			regulated[r.ID] = r.Facts.Regulator
		}
	}
	require.Equal(t, map[ksb.RoleID]string{
		"nursing-associate": "Nursing and Midwifery Council", "registered-nurse": "Nursing and Midwifery Council",
		"social-worker": "Social Work England", "occupational-therapist": "Health and Care Professions Council",
		"registered-manager": "Care Quality Commission",
	}, regulated)
}

func TestPotentialCounsellorAndComplementaryTherapistHaveNoStatutoryRegister(t *testing.T) {
	ix := index(t, "potential")
	for _, id := range []ksb.RoleID{"counsellor", "complementary-therapist"} {
		r := role(t, ix, id)
		require.Empty(t, r.Facts.Regulator)
		require.Contains(t, r.Facts.Keywords, "voluntary registers exist", "information, and no gate")
	}
}

// Registration opens nothing before the post: it is shown, and counts once somebody
// practises.
func TestPotentialRegistrationCountsOnceInTheRole(t *testing.T) {
	ix := index(t, "potential")
	w := worker(t, "potential/workers/settled.json")
	w.Credentials = append(w.Credentials, assess.Credential{ID: "nmc-register-nurse", Held: new(false)})
	because := func(r *assess.Report) (refs []string) {
		for _, c := range r.ReadyBecause {
			if c.Code == "gate-not-met" {
				refs = append(refs, c.Refs...)
			}
		}
		return refs
	}
	require.NotContains(t, because(report(t, ix, w, "registered-nurse")), "register")
	require.Contains(t, because(inRole(t, ix, w, "registered-nurse")), "register")
}
