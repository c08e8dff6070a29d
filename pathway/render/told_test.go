package render_test

import (
	"io"
	"strconv"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/skillgap-go/skillgap/assess"
	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/pathway"
	"github.com/skillgap-go/skillgap/pathway/render"
	"github.com/skillgap-go/skillgap/pathway/rpl"
)

func number(t testing.TB, text string) int {
	t.Helper()
	n, err := strconv.Atoi(text)
	require.NoError(t, err)
	return n
}

// routesTold are routes of every kind on a map.
func routesTold() (list []telling) {
	m := foreign(county())
	for _, r := range allRoutes() {
		list = append(list,
			telling{"text of routes", func(o render.Options, w io.Writer) error { return o.RoutesText(w, r) }},
			telling{"svg of routes", func(o render.Options, w io.Writer) error { return o.MapSVG(w, m, r) }},
			telling{"mermaid of routes", func(o render.Options, w io.Writer) error { return o.MapMermaid(w, m, r) }})
	}
	return list
}

func allRoutes() (list []*pathway.Routes) {
	for i, start := range []pathway.Start{"", pathway.StartCovered, pathway.StartEntry, pathway.StartTarget} {
		r := journey()
		r.Pareto, r.Proved = i%2 == 1, i < 2
		r.Objectives = []pathway.Objective{pathway.LeastPence, pathway.LeastMinutes, pathway.LeastWeeks, pathway.LeastHops, pathway.LeastAsked}
		h := &r.Routes[0].Hops[0]
		h.Start = start
		for _, relation := range []string{"progression", "related", "lateral"} {
			h.Links = append(h.Links, pathway.Link{Kind: pathway.PublishedLink, Relation: relation}, pathway.Link{Kind: pathway.PublishedLink, Relation: relation, Backwards: true},
				pathway.Link{Kind: pathway.PublishedLink, Relation: relation, Source: "a guide"})
		}
		h.Left = []pathway.Left{{Statement: "s-S2", Reason: pathway.Blocked}, {Statement: "s-S10", Reason: pathway.OverBudget}}
		h.Gates = append(h.Gates, assess.GateResult{Gate: "w", Phase: ksb.Gateway, Waiver: &assess.Waiver{}}, assess.GateResult{Gate: "e", Phase: ksb.Retention, Exempt: true},
			assess.GateResult{Gate: "r", Phase: ksb.Registration, Opens: [][]string{{"a", "b"}, {"c"}, {"d"}}})
		list = append(list, foreign(r))
	}
	list[2].From, list[3].From, list[3].Worker, list[0].Worker = nil, nil, "", ""
	return append(list, &pathway.Routes{Objectives: []pathway.Objective{pathway.LeastPence}})
}

// changesTold are changes of every kind for every reason.
func changesTold() []telling {
	r := &pathway.Replanned{}
	for _, why := range []pathway.ChangeReason{
		pathway.WasDone, pathway.WasBooked, pathway.StillNeeded, pathway.NewNeed, pathway.BuiltOn, pathway.WasAskedFor, pathway.NotNeeded, pathway.Replaced, pathway.Stuck, pathway.Gone,
	} {
		for _, kind := range []pathway.ChangeKind{pathway.Kept, pathway.Added, pathway.Dropped} {
			r.Changes = append(r.Changes, pathway.Change{Course: "курс", Change: kind, Reason: why, Refs: []string{"а", "б"}}, pathway.Change{Course: "курс", Change: kind, Reason: why})
		}
	}
	return []telling{
		{"text of changes", func(o render.Options, w io.Writer) error { return o.ChangesText(w, r) }},
		{"text of no changes", func(o render.Options, w io.Writer) error { return o.ChangesText(w, &pathway.Replanned{}) }},
	}
}

// recognitionTold are statements on prior learning by every method, with every warning.
func recognitionTold(t testing.TB) (list []telling) {
	for _, r := range append(recognitions(t), foreign(&rpl.Result{})) {
		list = append(list,
			telling{"text of prior learning", func(o render.Options, w io.Writer) error { return o.RPLText(w, r) }},
			telling{"markdown of prior learning", func(o render.Options, w io.Writer) error { return o.RPLMarkdown(w, r) }})
	}
	return list
}

func recognitions(t testing.TB) (list []*rpl.Result) {
	for _, method := range rpl.Methods() {
		r := recognised(t, method)
		r.Entry.Accelerated = true
		for kind := assess.Self; kind <= assess.SignOff; kind++ {
			r.Statements[0].Evidence = append(r.Statements[0].Evidence, rpl.Piece{ID: "e", Kind: kind, As: assess.Party([]string{"apprentice", "employer", "provider", "assessor"}[kind%4])})
		}
		bare := foreign(recognised(t, method))
		bare.Worker, bare.AsOf, bare.Role.Edition, bare.Minutes.Published, bare.Entry.WeeksReduced = "", 0, "", 60, nil
		bare.Statements[2].Override = &assess.Override{Met: ptr(true)}
		bare.Keep = nil
		for _, code := range []string{rpl.KeepAssessment, rpl.KeepEvidence, rpl.KeepDecision, rpl.KeepEmployer, rpl.KeepDiscussion, rpl.KeepStatement, rpl.KeepTrainingPlan} {
			bare.Keep = append(bare.Keep, rpl.Kept{Code: code, Refs: []string{"а"}})
		}
		bare.Warnings = everyWarning()
		list = append(list, foreign(r), bare)
	}
	return list
}

func everyWarning() (list []rpl.Warning) {
	var numbers []rpl.Number
	for i, name := range []string{
		"total", "published", "minimum", "notNeeded", "removed", "planned", "offered", "floor", "exact", "agreed", "onAgreed", "employer", "entered", "least", "most", "service", "reduced", "left",
	} {
		numbers = append(numbers, rpl.Number{Name: name, Value: int64(100 + i), Unit: []rpl.Unit{rpl.Minutes, rpl.Hours, rpl.Weeks, rpl.Pence, rpl.Pounds, rpl.Count}[i%6]})
	}
	for _, code := range []string{
		rpl.RulesUnconfirmed, rpl.NotRequired, rpl.AssessedAfterStart, rpl.OwnWordOnly, rpl.NothingOnFile, rpl.DecidedByPerson, rpl.LapsesBeforeStart,
		rpl.FullTimeAssumed, rpl.PublishedUnknown, rpl.BelowPublished, rpl.BelowMinimumHours, rpl.HoursLimited, rpl.BelowMinimumDuration, rpl.WeeksLimited,
		rpl.PriceWithoutRule, rpl.OfferTooLow, rpl.OfferBelowExact, rpl.AgreedBelowBand, rpl.AboveFunding, rpl.ServiceDiffers,
		rpl.ServiceTotal, rpl.ServiceReduction, rpl.ServiceWeeks, rpl.ServicePrice, rpl.ServiceReductionAboveTotal, rpl.ServiceHoursLeft, rpl.ServicePriceTooLow,
	} {
		list = append(list, rpl.Warning{Code: code, Numbers: numbers, Refs: []string{"а", "б"}})
	}
	same := append([]rpl.Number{}, numbers...)
	same[3] = rpl.Number{Name: "notNeeded", Value: numbers[16].Value, Unit: numbers[16].Unit}
	return append(list, rpl.Warning{Code: rpl.ServiceDiffers, Numbers: same})
}
