package render_test

import (
	"io"

	"github.com/skillgap-go/skillgap/assess"
	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/pathway"
	"github.com/skillgap-go/skillgap/pathway/render"
)

// plansTold are plans with every part, every proof and every bound.
func plansTold() (list []telling) {
	for i, p := range allPlans() {
		r := foreign(report())
		r.Gates = planGates()
		if i%2 == 1 {
			r = nil
		}
		list = append(list,
			telling{"text of a plan", func(o render.Options, w io.Writer) error { return o.Text(w, r, p) }},
			telling{"markdown of a plan", func(o render.Options, w io.Writer) error { return o.Markdown(w, r, p) }})
	}
	for n := range 4 {
		for _, whole := range []bool{true, false} {
			plans := allPlans()[:n]
			list = append(list, telling{"text of choices", func(o render.Options, w io.Writer) error { return o.FrontierText(w, nil, plans, whole) }})
		}
	}
	return list
}

func planGates() []assess.GateResult {
	gate := func(id ksb.GateID, state assess.GateState, due ksb.Date, opens ...[]string) assess.GateResult {
		return assess.GateResult{Gate: id, State: state, Due: due, Opens: opens}
	}
	return []assess.GateResult{
		gate(ksb.GateID(abroad("certificate")), assess.GateNotMet, monday.AddDays(27), one("а")), gate("в", assess.GateNotMet, monday.AddDays(1)),
		gate("г", assess.GateNotMet, monday, one("д"), one("е", "ж")), gate("з", assess.GateNotMet, monday-1, one("и+80")), gate("к", assess.GateUnknown, 0),
	}
}

func allPlans() (list []*pathway.Plan) {
	for i, proof := range allProofs() {
		p := asked()
		p.Left = append(p.Left, pathway.Left{Statement: "S4", Reason: pathway.NoCourse}, pathway.Left{Statement: "S4", Reason: pathway.OverBudget})
		p.RuledOut = append(p.RuledOut, pathway.RuledOut{Course: "dbs", Reason: pathway.NoStart})
		p.Steps[0].Because = append(p.Steps[0].Because, reason(pathway.SuppliesCredential, []string{"rules", "card"}), reason(pathway.AddsCredits, []string{"degree"}, assess.Number{Name: "credits", Value: 1}))
		p.Start = monday.AddDays(i % 2 * 7)
		p.Gates = []pathway.GateLeft{{Gate: "з", Offers: []pathway.Offer{{Credential: "и", Course: "a"}}}, {Gate: "г", Offers: []pathway.Offer{{Credential: "card", Course: "a"}, {Credential: "card", Course: "b"}, {Credential: "disc", Course: "c"}}}}
		for _, refs := range [][]string{nil, {"a"}, {"a", "b"}} {
			for _, renewed := range [][]string{nil, {"c"}} {
				for _, renews := range [][]string{nil, {"d", "e", "f"}} {
					p.Lapses = append(p.Lapses, pathway.Lapse{Credential: "card", Until: monday, NeededBy: refs, RenewedBy: renewed, Renews: renews})
				}
			}
		}
		p = foreign(p)
		p.Proof = foreignProof(proof)
		list = append(list, p)
	}
	bounds(list)
	list[1].Steps[0].Course = "другой"
	none := foreign(asked())
	none.Reuse, none.RuledOut = &pathway.Reuse{}, nil
	unlooked := &pathway.Plan{Proved: true, AssessFirst: foreign(full()).AssessFirst}
	return append(list, none, unlooked, &pathway.Plan{})
}

// bounds gives plans what can be said of how good they are.
func bounds(list []*pathway.Plan) {
	for i, change := range []func(*pathway.Plan){
		func(p *pathway.Plan) { p.Proved, p.BoundPence = false, ptr(int64(100000)) }, func(p *pathway.Plan) { p.Proved = false },
		func(p *pathway.Plan) { p.BoundPence, p.BoundShare = nil, ptr(0.5) }, func(p *pathway.Plan) { p.Proved, p.BoundPence, p.BoundShare = false, nil, ptr(0.75) },
		func(p *pathway.Plan) { p.Proved, p.BoundPence = false, nil },
	} {
		change(list[i%len(list)])
	}
}

// foreignProof is foreign but for the limits, which are codes.
func foreignProof(p *pathway.Proof) *pathway.Proof {
	out := foreign(p)
	for i, c := range p.Cases {
		for j, a := range c.Amounts {
			if a.Code == pathway.WithinLimit {
				out.Cases[i].Amounts[j].Refs = a.Refs
			}
		}
		if c.Cannot != nil && c.Cannot.Code == pathway.WithinLimit {
			out.Cases[i].Cannot.Refs = c.Cannot.Refs
		}
	}
	return out
}

// allProofs are proofs of each kind, with every amount.
func allProofs() []*pathway.Proof {
	var amounts, taken []pathway.Amount
	for _, code := range []pathway.AmountCode{
		pathway.ForGap, pathway.ForLevel, pathway.ForCredential, pathway.ForCourse, pathway.ForWay, pathway.InTime, pathway.TakenHere, pathway.CountedTwice,
		pathway.CountedOver, pathway.WithinLimit, pathway.WholePrices, pathway.NothingGives,
	} {
		for i, courses := range [][]string{nil, {"a"}, {"a", "b", "c"}} {
			a := amount(code, 10, one("S1"), courses)
			a.Level, a.Later = 2, []string{"x", "y"}[:i%3]
			dear := a
			dear.TooDear, dear.For, dear.Adds = one("d"), []ksb.StatementID{"S2", "S3"}, -10
			if code == pathway.WithinLimit {
				a.Refs, dear.Refs = one([]string{"pence", "minutes", "funding"}[i]), one("open")
			}
			amounts, taken = append(amounts, a), append(taken, dear)
		}
	}
	amounts = append(amounts, taken...)
	cases := func(n int) (list []pathway.ProofCase) {
		for i := range n {
			c := pathway.ProofCase{With: one("a"), Without: one("b"), Open: []ksb.StatementID{"S1"}, Closed: []ksb.StatementID{"S2"}, Least: 5}
			switch cannot := amounts[i]; i {
			case 1:
				c.Cannot = &cannot
			case 2:
				c.Cannot = ptr(amount(pathway.CriticalFirst, 0, one("S1"), nil))
			case 3:
				c.Cannot = ptr(amount(pathway.WithinLimit, 0, one("pence"), nil))
			case 4:
				c.Cannot = ptr(amount(pathway.WithinLimit, 0, one("pence", "minutes"), nil))
			case 5:
				c.Cannot = ptr(amount(pathway.WithinLimit, 0, nil, nil))
			case 6:
				c = barred("minutes", 10, 20).Cases[0]
			default:
				c.Amounts = amounts
			}
			list = append(list, c)
		}
		return list
	}
	outdone := []pathway.Outdone{{Course: "old", By: "new"}, {Course: "old", By: "new"}, {Course: "old", By: "new"}, {Course: "old", By: "new"}, {Course: "old", By: "new"}, {Course: "old", By: "new"}, {Course: "old", By: "new"}}
	list := []*pathway.Proof{
		{Of: pathway.OfCost, Least: 5, Cases: cases(6), Outdone: outdone[:1]}, {Of: pathway.OfImportance, Least: 5, All: 100, Cases: cases(8), Outdone: outdone},
		{Of: pathway.OfCritical, Least: 5, All: 100, Cases: cases(1)}, barred("pence", 20, 30), {Of: pathway.OfCost, Least: 5, Cases: cases(1), Beyond: []ksb.StatementID{"S1"}},
	}
	for at := 0; at < len(amounts); at += 5 {
		list = append(list, &pathway.Proof{Of: pathway.OfCost, Cases: []pathway.ProofCase{{Amounts: amounts[at:min(at+5, len(amounts))]}}})
	}
	return list
}

// whyTold are all reasons why a course is or is not in a plan.
func whyTold() (list []telling) {
	for i, in := range []bool{true, false, false} {
		why := &pathway.Why{Course: "rules", InPlan: in, Best: pathway.Conditional{CostPence: 100, Minutes: 60, Weeks: 2}, BestShare: 1, OtherShare: float64(i), Proved: in}
		why.Other = &pathway.Conditional{CostPence: 100, Minutes: 60, Weeks: 2, FundedPence: 1}
		why.MorePence, why.MoreMinutes, why.MoreWeeks = int64(i-1)*60, int64(i-1)*60, i-1
		for _, code := range []string{pathway.CannotBegin, pathway.DoesNotFit, pathway.ClosesNothing, pathway.ExcludedBy, pathway.TakesPlaceOf, pathway.BringsAlong, pathway.LeavesOpen, pathway.AsGood, pathway.ClosesGap} {
			why.Because = append(why.Because, reason(code, one("x", "y")))
		}
		why = foreign(why)
		why.Proof = foreignProof(allProofs()[i])
		for _, bar := range []pathway.BarReason{pathway.Unwanted, pathway.WrongSetting, pathway.WrongMode, pathway.NoStart} {
			why.Because = append(why.Because, reason(pathway.NotAllowed, one(string(bar))))
		}
		list = append(list, telling{"text of why", func(o render.Options, w io.Writer) error { return o.WhyText(w, nil, why) }})
	}
	return list
}

// timetablesTold are timetables with every lesson, week and course without a place.
func timetablesTold() (list []telling) {
	for i := range 4 {
		t := timetable()
		t.Proved, t.BoundWeeks = i == 0, 3+i%2
		for j, l := range []pathway.Lesson{
			{Opens: []ksb.GateID{"G"}, Due: t.Lessons[0].Ends, Critical: []ksb.StatementID{"S1"}}, {Opens: []ksb.GateID{"G", "H"}, Due: t.Lessons[0].Begins, Critical: []ksb.StatementID{"S1", "S2"}, Booked: true},
		} {
			l.Course, l.Begins, l.Ends, l.Minutes = "course", t.Lessons[0].Begins, t.Lessons[0].Ends, int64(j)*61
			t.Lessons = append(t.Lessons, l)
		}
		t = foreign(t)
		if i == 3 {
			t.Worker, t.Lessons = "", nil
		}
		list = append(list,
			telling{"text of a timetable", func(o render.Options, w io.Writer) error { return o.TimetableText(w, t) }},
			telling{"gantt of a timetable", func(o render.Options, w io.Writer) error { return o.Gantt(w, t) }},
			telling{"calendar of a timetable", func(o render.Options, w io.Writer) error { return o.ICalendar(w, t, monday) }})
	}
	for i := range 2 {
		list = append(list, telling{"paces", func(o render.Options, w io.Writer) error {
			return o.PacesText(w, []pathway.Pace{{MinutesPerWeek: 90, Weeks: 2, Ends: monday}, {MinutesPerWeek: 120, Weeks: 1, Ends: monday, Proved: true}}[:2*i], 15)
		}})
	}
	return list
}
