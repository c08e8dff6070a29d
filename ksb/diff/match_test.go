package diff_test

import (
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/ksb/diff"
)

func TestIdentity(t *testing.T) {
	type list = []ksb.Statement
	const lift = "Lift and move people with the hoist"
	for _, c := range []struct {
		why      string
		from, to list
		o        diff.Options
		want     []string
	}{
		{why: "the same ID, whatever became of the rest", from: list{k("1", "K1", "Check it")}, to: list{s("1", "S4", "Something else altogether")}, want: []string{"K1 ~ S4 id: wording, code, kind"}},
		{why: "the ID outranks the text", from: list{k("1", "K1", "one"), k("2", "K2", "two")}, to: list{k("2", "K1", "one"), k("1", "K2", "two")}, want: []string{"K1 ~ K2 id: wording, code", "K2 ~ K1 id: wording, code"}},
		{why: "IDs that are positions settle nothing", from: list{k("1", "K1", "one"), k("2", "K2", "two")}, to: list{k("2", "K1", "one"), k("1", "K2", "two")}, o: diff.Options{PositionalIDs: true}, want: []string{"K1 ~ K1 text", "K2 ~ K2 text"}},
		{why: "the same text, white space apart", from: list{k("1", "K1", "Check  it ")}, to: list{k("2", "K9", "Check it")}, want: []string{"K1 ~ K9 text: code"}},
		{why: "the code settles nothing", from: list{k("1", "K1", "Check it")}, to: list{k("2", "K1", "Lift people")}, want: []string{"- K1", "+ K1"}},
		{why: "the same text twice: the first with the first", from: list{k("1", "K1", lift), k("2", "K2", lift)}, to: list{k("3", "K3", lift), k("4", "K10", lift)}, want: []string{"K1 ~ K3 text: code", "K2 ~ K10 text: code"}},
		{why: "twice and then once: one is gone, and is not proposed again", from: list{k("1", "K1", lift), k("2", "K2", lift)}, to: list{k("3", "K3", lift)}, want: []string{"K1 ~ K3 text: code", "- K2"}},
		{why: "the text stays within its kind; across kinds the same words are a proposal", from: list{k("1", "K1", lift)}, to: list{s("2", "S1", lift)}, want: []string{"K1 ~ S1 words: code, kind"}},
		{why: "like words across kinds are none", from: list{k("1", "K1", lift)}, to: list{s("2", "S1", lift+" safely")}, want: []string{"- K1", "+ S1"}},
		{why: "like words within a kind are", from: list{k("1", "K1", lift)}, to: list{k("2", "K1", lift+" safely")}, want: []string{"K1 ~ K1 words: wording"}},
		{why: "the threshold is the caller's", from: list{k("1", "K1", lift)}, to: list{k("2", "K1", lift+" safely")}, o: diff.Options{ProposeAt: 1}, want: []string{"- K1", "+ K1"}},
		{why: "the most alike go together first", from: list{k("1", "K1", lift+" safely"), k("2", "K2", lift+" with care")}, to: list{k("3", "K1", lift+" with great care")}, want: []string{"- K1", "K2 ~ K1 words: wording, code"}},
		{why: "of equals the earliest code", from: list{k("9", "K2", lift), k("8", "K10", lift)}, to: list{k("3", "K1", lift+" now")}, want: []string{"K2 ~ K1 words: wording, code", "- K10"}},
		{why: "texts without words are never alike", from: list{k("1", "K1", ""), k("2", "K2", "…")}, to: list{k("3", "K1", ""), k("4", "K2", "-")}, want: []string{"- K1", "- K2", "+ K1", "+ K2"}},
		{why: "a person's word comes first", from: list{k("1", "K1", "one"), k("2", "K2", "two")}, to: list{k("1", "K1", "one"), k("3", "K3", "three")}, o: diff.Options{Decided: []diff.Decision{{From: "uuid-1", To: "uuid-3", Same: true}}}, want: []string{"K1 ~ K3 decision: wording, code", "- K2", "+ K1"}},
		{why: "and parts what has one ID and one text", from: list{k("1", "K1", lift)}, to: list{k("1", "K1", lift)}, o: diff.Options{Decided: []diff.Decision{{From: "uuid-1", To: "uuid-1"}}}, want: []string{"- K1", "+ K1"}},
		{why: "and what would be proposed", from: list{k("1", "K1", lift)}, to: list{k("2", "K1", lift+" safely")}, o: diff.Options{Decided: []diff.Decision{{From: "uuid-1", To: "uuid-2"}}}, want: []string{"- K1", "+ K1"}},
	} {
		t.Run(c.why, func(t *testing.T) {
			if diff := cmp.Diff(c.want, briefs(compared(t, framework(c.from), framework(c.to), c.o))); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// proposedByHand looks through all pairs that are left, again and again, for the most
// alike; of equals for the one whose earlier place is earliest, then whose later place is.
func proposedByHand(from, to []string) map[int]int {
	m, found := diff.NewMeasure(slices.Concat(from, to)...), map[int]int{}
	usedTo := map[int]bool{}
	for {
		best, at := -1.0, [2]int{}
		for i := range from {
			for j := range to {
				_, used := found[i]
				alike := m.Similarity(from[i], to[j])
				if used || usedTo[j] || alike < 0.1 || from[i] == "" || to[j] == "" {
					continue
				}
				earlier := slices.Compare([]int{min(i, j), max(i, j), i}, []int{min(at[0], at[1]), max(at[0], at[1]), at[0]}) < 0
				if alike > best || alike == best && earlier {
					best, at = alike, [2]int{i, j}
				}
			}
		}
		if best < 0 {
			return found
		}
		found[at[0]], usedTo[at[1]] = at[1], true
	}
}

// Without IDs in common, and with a word in front that tells the editions apart, all
// matches are proposals. Few words make for many pairs that are equally alike.
func TestProposalsByHand(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 4))
	codes := []string{"K1", "K2", "K3", "K4", "K5"}
	few := func() string {
		return []string{"lift", "lift", "move", "clean", "lift move", "move lift"}[random.IntN(6)]
	}
	for range 2_000 {
		var from, to []ksb.Statement
		var older, newer []string
		for _, code := range codes[:1+random.IntN(5)] {
			older = append(older, "once "+few())
			from = append(from, k("old"+code, code, older[len(older)-1]))
		}
		for _, code := range codes[:1+random.IntN(5)] {
			newer = append(newer, "now "+few())
			to = append(to, k("new"+code, code, newer[len(newer)-1]))
		}
		got := map[int]int{}
		for _, p := range compared(t, framework(from), framework(to), diff.Options{ProposeAt: 0.1}).Statements {
			if p.From != nil && p.To != nil {
				got[slices.Index(codes, p.From.Code)] = slices.Index(codes, p.To.Code)
			}
		}
		if diff := cmp.Diff(proposedByHand(older, newer), got); diff != "" {
			t.Fatalf("%q\n%q\n%s", older, newer, diff)
		}
	}
}
