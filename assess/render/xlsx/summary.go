package xlsx

import (
	"strings"

	"github.com/skillgap-go/skillgap/assess"
)

// summary says who and what, the verdict, the numbers with what they mean, and how many
// requirements have which status.
func (v *view) summary() Sheet {
	r := v.r
	s := Sheet{Name: v.say("sheet.summary"), Unsorted: true, Columns: []Column{v.looking("what", 26, v.looks()), v.column("figure", 30), v.column("meaning", 80)}}
	row := func(key string, figure any) { s.Add(v.say("summary."+key), figure, v.say("summary."+key+".meaning")) }
	row("worker", orElse(r.Worker, v.say("unnamed")))
	row("role", r.Role.Title)
	row("edition", r.Role.Edition)
	row("day", r.AsOf)
	s.Add(v.say("summary.ready"), v.Verdict(r.Ready), strings.Join(v.Causes(r), " "))
	row("met", r.Met)
	row("of", r.Of)
	row("assured", Percent(r.Assured))
	row("coverage", Percent(r.Coverage))
	row("estimate", Percent(r.Estimate))
	row("low", Percent(r.Low))
	row("high", Percent(r.High))
	counts := map[assess.Status]int{}
	for i := range r.Gaps {
		counts[r.Gaps[i].Status]++
	}
	for _, status := range statuses() {
		if counts[status] > 0 {
			s.Add(v.Status(status), counts[status], v.say("meaning."+status.String()))
		}
	}
	return s
}

// statuses in the order in which they are listed.
func statuses() []assess.Status {
	return []assess.Status{assess.Met, assess.BelowLevel, assess.Expired, assess.Contested, assess.Uncertain, assess.NotEvidenced, assess.NotApplicable}
}
