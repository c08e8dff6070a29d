package render

import (
	"slices"

	"github.com/skillgap-go/skillgap/assess"
	reports "github.com/skillgap-go/skillgap/assess/render"
	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/ksb/wording"
	"github.com/skillgap-go/skillgap/pathway"
)

// PlanVoice says what stands in a plan in the words of one language, for writers that set
// it in their own way.
type PlanVoice struct{ h *planHTML }

// NewPlanVoice is the voice of a language for a plan; nil words are English. r is the
// report that the plan was made for; nil: statements are called by their IDs.
func NewPlanVoice(words *wording.Words, r *assess.Report, p *pathway.Plan) PlanVoice {
	return PlanVoice{newPlanHTML(r, p, reports.HTMLOptions{Words: words})}
}

// Label is what people call a statement: its code, or its ID.
func (v PlanVoice) Label(id ksb.StatementID) string { return v.h.label(string(id)) }

// Text is the text of a statement; "": the report does not have it.
func (v PlanVoice) Text(id ksb.StatementID) string {
	if g := v.h.gaps[string(id)]; g != nil {
		return g.Text
	}
	return ""
}

// When says in which weeks a step takes place, counted from 1.
func (v PlanVoice) When(s pathway.Step) string { return v.h.period(s) }

// Why says what a step is for, a sentence for each kind of reason.
func (v PlanVoice) Why(s pathway.Step) []string { return allTogether(v.h.why(s)) }

// After lists for each step the numbers, from 1, of the steps that it builds on.
func (v PlanVoice) After() [][]int {
	list := v.h.before()
	for i := range list {
		list[i] = slices.Clone(list[i])
		for j := range list[i] {
			list[i][j]++
		}
	}
	return list
}

// Left says why a gap stays open.
func (v PlanVoice) Left(l pathway.Left) string {
	if l.Reason == pathway.AssessFirst {
		return v.h.say("plan.left.first")
	}
	return together(v.h.leftFor(l))
}

// Lapse says what becomes of a credential that runs out before the plan ends.
func (v PlanVoice) Lapse(l pathway.Lapse) string { return together(v.h.renewal(l)) }

// Action is what to find out about a statement.
func (v PlanVoice) Action(a pathway.Assessment) string { return v.h.Action(a.Action) }

// Proof says how sure it is that there is no better plan.
func (v PlanVoice) Proof() string { return v.h.proof() }

func allTogether(list []string) []string {
	said := make([]string, len(list))
	for i, words := range list {
		said[i] = together(words)
	}
	return said
}
