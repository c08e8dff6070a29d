package diff_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/ksb/diff"
)

func TestCarry(t *testing.T) {
	type list = []ksb.Statement
	const lift = "Lift and move people with the hoist"
	yes := diff.Options{Decided: []diff.Decision{{From: "uuid-1", To: "uuid-2", Same: true}}}
	scale := func(f *ksb.Framework, _ *ksb.Role) {
		f.Scales = []ksb.Scale{{ID: "pass", Rungs: []string{"fail", "pass"}}}
		f.Statements[0].Scale = "pass"
	}
	raised := func(_ *ksb.Framework, r *ksb.Role) { r.Requirements[0].Critical = true }
	for _, c := range []struct {
		why      string
		from, to list
		change   []change
		o        diff.Options
		want     []string
	}{
		{why: "kept", from: list{k("1", "K1", lift)}, to: list{k("1", "K1", lift)}, want: []string{"K1 -> K1 carried"}},
		{why: "renumbered", from: list{k("1", "K1", lift)}, to: list{k("1", "K2", lift)}, want: []string{"K1 -> K2 carried"}},
		{why: "moved", from: list{k("1", "K1", lift)}, to: list{s("1", "S1", lift)}, want: []string{"K1 -> S1 carried"}},
		{why: "the same text under another ID", from: list{k("1", "K1", lift)}, to: list{k("2", "K1", lift)}, want: []string{"K1 -> K1 carried"}},
		{why: "asked for more strictly: judged anew", from: list{k("1", "K1", lift)}, to: list{k("1", "K1", lift)}, change: []change{raised}, want: []string{"K1 -> K1 carried"}},
		{why: "case and punctuation", from: list{k("1", "K1", lift)}, to: list{k("1", "K1", lift+".")}, want: []string{"K1 -> K1 carried"}},
		{why: "one word, though the ID is the same", from: list{k("1", "K1", lift)}, to: list{k("1", "K1", lift+" alone")}, want: []string{"K1 -> K1 confirm"}},
		{why: "unless the caller accepts it", from: list{k("1", "K1", lift)}, to: list{k("1", "K1", lift+" alone")}, o: diff.Options{CarryAt: 0.8}, want: []string{"K1 -> K1 carried"}},
		{why: "a proposal, however alike", from: list{k("1", "K1", lift)}, to: list{k("2", "K1", lift+".")}, o: diff.Options{CarryAt: 0.1}, want: []string{"K1 -> K1 confirm"}},
		{why: "a proposal that a person made certain", from: list{k("1", "K1", lift)}, to: list{k("2", "K1", lift+" alone")}, o: yes, want: []string{"K1 -> K1 carried"}},
		{why: "another scale: nobody knows what its levels say", from: list{k("1", "K1", lift)}, to: list{k("1", "K1", lift)}, change: []change{scale}, want: []string{"K1 -> K1 confirm"}},
		{why: "removed and added", from: list{k("1", "K1", lift)}, to: list{k("2", "K1", "Check requests")}, want: []string{"K1 -> lost", "-> K1 asked"}},
	} {
		t.Run(c.why, func(t *testing.T) {
			if diff := cmp.Diff(c.want, fates(compared(t, framework(c.from), framework(c.to, c.change...), c.o))); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// careCertificate numbers standards; the wording beyond the titles' subjects is our own.
func careCertificate(ids bool, edition string, texts ...string) ksb.Framework {
	var list []ksb.Statement
	for i, text := range texts {
		id := edition + "-"
		if ids {
			id = ""
		}
		code := []string{"1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12", "13", "14", "15", "16"}[i]
		list = append(list, k(id+code, code, text))
	}
	return framework(list, func(_ *ksb.Framework, r *ksb.Role) { r.Title, r.Edition = "Care certificate", edition })
}

func care2015() []string {
	return []string{
		"Know your own role", "Plan how you develop", "Owe people a duty of care", "Treat people equally and value diversity", "Put the person at the centre of the work",
		"Communicate", "Respect privacy and dignity", "Help people eat and drink", "Be aware of mental health, dementia and learning disability", "Safeguard adults",
		"Safeguard children", "Give basic life support", "Work in health and safety", "Handle information", "Prevent and control infection",
	}
}

func care2025() []string {
	texts := append(care2015(), "Be aware of learning disability and autism")
	texts[3], texts[8] = "Treat people equally, value diversity and inclusion, and uphold human rights", "Be aware of mental health and dementia"
	return texts
}

// TV-18: of the 2015 certificate all fifteen standards are carried, 4 and 9 being
// reworded, and 16 is missing.
func TestCareCertificate(t *testing.T) {
	want := []string{
		"1 -> 1 carried", "2 -> 2 carried", "3 -> 3 carried", "4 -> 4 confirm", "5 -> 5 carried", "6 -> 6 carried", "7 -> 7 carried", "8 -> 8 carried",
		"9 -> 9 confirm", "10 -> 10 carried", "11 -> 11 carried", "12 -> 12 carried", "13 -> 13 carried", "14 -> 14 carried", "15 -> 15 carried", "-> 16 asked",
	}
	for _, c := range []struct {
		why       string
		ids       bool
		confirmed bool
	}{
		{"by their IDs", true, true},
		{"by their texts: 4 and 9 are proposed", false, false},
	} {
		t.Run(c.why, func(t *testing.T) {
			found := compared(t, careCertificate(c.ids, "2015", care2015()...), careCertificate(c.ids, "2025", care2025()...), diff.Options{})
			if diff := cmp.Diff(want, fates(found)); diff != "" {
				t.Error(diff)
			}
			counts := diff.Tally{From: 15, To: 16, Same: 13, Added: 1, Changed: 2}
			if !c.confirmed {
				counts.Changed, counts.Proposed = 0, 2
			}
			if diff := cmp.Diff(counts, found.Counts.Statements); diff != "" {
				t.Error(diff)
			}
			for _, at := range []int{3, 8} {
				if p := found.Statements[at]; p.Confirmed != c.confirmed || !p.Has(diff.Wording) {
					t.Errorf("%s: confirmed %v, changed %v", p.From.Code, p.Confirmed, p.Changed)
				}
			}
		})
	}
}
