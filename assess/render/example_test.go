package render_test

import (
	"bytes"
	"fmt"
	"os"
	"strings"

	"github.com/skillgap-go/skillgap/assess"
	"github.com/skillgap-go/skillgap/assess/render"
	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/ksb/page/web"
)

// porter is a small report: two requirements, one shown.
func porter() *assess.Report {
	framework := ksb.Framework{ID: "hospital",
		Statements: []ksb.Statement{
			{ID: "s-1", Code: "S1", Kind: ksb.Skill, Text: "Moves patients safely"},
			{ID: "s-2", Code: "S2", Kind: ksb.Skill, Text: "Reports hazards"},
		},
		Roles: []ksb.Role{{ID: "porter", Title: "Porter", Requirements: []ksb.Requirement{{Statement: "s-1"}, {Statement: "s-2"}}}},
	}
	worker := assess.Worker{ID: "w-17", Evidence: []assess.Evidence{
		{ID: "e1", Statements: assess.Refs("s-1"), Kind: assess.SignOff, By: "lead", At: 739797},
		{ID: "e2", Statements: assess.Refs("s-1"), Kind: assess.Observation, Level: new(1.0), By: "assessor", At: 739797},
	}}
	report, err := assess.Quick(framework, worker, "porter", 739797)
	if err != nil {
		fmt.Println(err)
	}
	report.Basis.Index = "…" // changes with the standards
	return report
}

func ExampleText() {
	if err := render.Text(os.Stdout, porter()); err != nil {
		fmt.Println(err)
	}
	// Output:
	// w-17 against Porter, on 2026-06-30
	// ----------------------------------
	// NOT KNOWN YET. Still to be settled: S2.
	//
	//   Shown      1 of 2 requirements, which is 50% of what the role needs.
	//   Looked at  46% of the role so far.
	//   Estimate   75% (likely between 34% and 100%), a guess at what a full
	//              assessment would find.
	//
	// Gaps, the most important first
	// ------------------------------
	//    1. S2 NOT YET EVIDENCED: assess it
	//       Reports hazards
	//       Needs competent. Nobody has looked at this yet.
	//   Met: S1
	//
	// Worth assessing next
	// --------------------
	//   S2   Reports hazards
	//
	// What this rests on
	// ------------------
	//   Standards …, model ledger, rules skillgap/1. A person decides: every status
	//   can be overruled, with a name and a reason, and is then shown as overruled.
}

// The headline of a stored report; the gaps and the rest follow it.
func ExampleJSON() {
	var out bytes.Buffer
	if err := render.JSON(&out, porter()); err != nil {
		fmt.Println(err)
	}
	headline, _, _ := strings.Cut(out.String(), "  \"gaps\"")
	fmt.Print(headline)
	// Output:
	// {
	//   "format": "report/1",
	//   "worker": "w-17",
	//   "role": {
	//     "id": "porter",
	//     "edition": "",
	//     "title": "Porter"
	//   },
	//   "asOf": "2026-06-30",
	//   "ready": "unknown",
	//   "readyBecause": [
	//     {
	//       "code": "requirement-open",
	//       "refs": [
	//         "s-2"
	//       ]
	//     }
	//   ],
	//   "met": 1,
	//   "of": 2,
	//   "assured": 0.5,
	//   "estimate": 0.749981,
	//   "low": 0.337969,
	//   "high": 1,
	//   "coverage": 0.461538,
}

// A page that stands by itself; its style sheet and script are in it.
func ExampleHTML() {
	var page strings.Builder
	if err := render.HTML(&page, porter(), render.HTMLOptions{}); err != nil {
		fmt.Println(err)
	}
	fmt.Println(strings.Contains(page.String(), "<h1>Where <bdi>w-17</bdi> stands: <bdi>Porter</bdi></h1>"), strings.Contains(page.String(), "http://"))
	// Output: true false
}

// The parts of the page, to stand on one with those of another writer.
func ExampleSections() {
	for _, s := range render.Sections(porter(), render.HTMLOptions{}) {
		if len(s.Body) > 0 {
			fmt.Println(s.ID, "|", s.Title)
		}
	}
	// Output:
	// glance | At a glance
	// profile | Knowledge, skills and behaviours
	// gaps | Gaps, the most important first
	// met | What is shown
	// next | What to assess first
	// basis | What this rests on
	// rights | What you can do about this report
}

// A page with a section more.
func ExampleDocument() {
	page := render.Document(porter(), render.HTMLOptions{})
	page.Sections = append(page.Sections, web.Section{ID: "notes", Title: "Notes", Body: []web.Node{web.El("p", web.Text("Seen on 1 July"))}})
	fmt.Println(strings.Contains(page.HTML(), "Seen on 1 July"))
	// Output: true
}

// What a report holds as codes, in the words of a language; nil is English.
func ExampleVoice() {
	v, r := render.NewVoice(nil), porter()
	g := &r.Gaps[0]
	fmt.Println(v.Status(g.Status)+",", v.Action(g.Action))
	fmt.Println(v.Reasons(g, render.Held(r)[g.Statement]))
	// Output:
	// not yet evidenced, assess it
	// [Nobody has looked at this yet.]
}
