// Command pilot plans one new role for a team that is already there: where everybody
// stands, what can be used again before anything is bought, who takes what and when, and
// what the team could do afterwards.
//
//	go run ./examples/pilot
//	go run ./examples/pilot -framework role.json -team team/ -areas areas.csv -catalogue courses.json -hours 7.5
//	go run ./examples/pilot -framework role.json -team team/ -areas areas.csv -catalogue courses.json \
//	    -later role-2.json -later courses-2.json -week 26
//
// The areas are a table (CSV or .xlsx) with the columns worker and area. An area is an
// option of the role, by its ID or title; courses name the areas that they fit as their
// settings. Without -areas the team is one. The plan is made as if everything that is
// not shown were unmet, so it is the most that closing the gaps can come to; what to look
// at first is said beside it. With -hours courses are spread over the weeks so that nobody
// learns for longer in any of them. No plan is cut to fit the horizon: what does not fit
// is said.
//
// -later names standards or courses, or both, as they are once a new need has come up.
// At the end of -week, courses that have ended are done and count as taught, those that
// have begun are booked, and the plan changes as little as it can.
//
// Without -framework, -team, -areas, -catalogue and -later it plans for the sample data
// that comes with the project, with one working day a week.
//
// It exits with 0 when a plan was printed, with what is wrong with the input on standard
// error; with 1 when none could be, or with -strict and any problem; with 2 when it was
// called wrongly.
//
// # What -format json prints
//
// Lists are never null, statements are in the order of their codes, people and areas in
// the order of the table of areas, money is in pence, time in minutes, weeks from 0.
//
//	{"team":[{"worker":"w-1","area":"A","role":"R/A","of":18,
//	          "shown":["S1"],"notLookedAt":["S2"],"unclear":[],"toDevelop":[],
//	          "gates":[{"gate":"G","state":"not-met|unknown","due":"2026-09-30"}]}],
//	 "areas":[{"area":"A","title":"…","people":["w-1"],"notHere":["D4"],
//	           "statements":[{"statement":"S1","shownBy":["w-1"]}],
//	           "duties":[{"duty":"D1","code":"D1","text":"…","statements":["S1"],"coveredBy":["w-1"],"inPart":[]}]}],
//	 "plan":{"start":"2026-07-06",
//	         "people":[{"worker":"w-1","area":"A","lookFirst":["S2"],"busiest":{"week":0,"minutes":420},"crowded":[],
//	                    "runsOut":[{"credential":"…","until":"2026-08-31","courses":["c"]}],"plan":plan/1}],
//	         "areas":[{"area":"A","bill":{"costPence":0,"minutes":0,"weeks":0},"notFitting":["course"]}],
//	         "bill":{…},"provenBill":{…},"weekMinutes":450,"horizonWeeks":65,"tooLong":["w-2"],
//	         "reuse":{"asked":18,"held":4,"provided":6,
//	                  "residue":[{"statement":"S2","people":["w-1"],"courses":["c"],"without":["w-3"]}]},
//	         "courses":[{"course":"c","title":"…","provider":"…","provided":true,
//	                     "costPence":0,"minutes":60,"weeks":1,"people":["w-1","w-2"],"supports":["d"],"supported":["w-2"]}]},
//	 "after":{"team":[…],"areas":[…]},
//	 "later":{"week":26,"new":["S9"],"gone":[],
//	          "people":[{"worker":"w-1","area":"A","crowded":[],"plan":plan/1,
//	                     "changes":[{"course":"c","change":"added","reason":"new-need","refs":["S9"]}]}],
//	          "added":{"costPence":0,"minutes":0,"weeks":30},"dropped":{…},"tooLong":[]}}
//
// In "team" each statement that applies is in one of the four lists, and "gates" are those
// that are not open. In "plan", "bill" is what all steps cost and take, and the end of the
// last; "provenBill" is that of the plans for what was shown to be missing alone;
// "weekMinutes" and "horizonWeeks" are 0 where there is no limit. A course is "crowded" if
// it takes more time in a week than there is: it comes last. "runsOut" are credentials
// that lapse before the plan ends and that no course of it awards. In "residue", "courses"
// close it and "without" are the people for whom no course does.
// "supports" are the courses that build on one which for those "supported" closes nothing
// itself. "after" is an expectation: it counts everything taught as shown. "later" is null
// without -later; its plans begin at the end of "week", and its bills are what is added to
// "plan" and dropped from it, their weeks counted from the start of all.
package main

import (
	"context"
	"io"

	"github.com/skillgap-go/skillgap/examples/inputs"
	"github.com/skillgap-go/skillgap/examples/progress"
	"github.com/skillgap-go/skillgap/ksb/format/strictjson"
)

func main() { inputs.Main(run) }

// run is the whole program, with its surroundings as arguments.
func run(ctx context.Context, args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	o, err := parse(args, stdout, stderr)
	if err != nil {
		return inputs.Misused
	}
	in := o.load(stdin, stderr)
	p, err := o.answer(ctx, in, stderr)
	if err == nil {
		err = o.output.Write(func(w io.Writer) error { return o.write(w, p) })
	}
	return in.Exit(stderr, "no plan", err, o.strict)
}

// answer is the pilot: today, the plan, what is expected of it, and its revision.
func (o *options) answer(ctx context.Context, in *given, stderr io.Writer) (*pilot, error) {
	bar := progress.Spin(stderr, "planning")
	defer bar.Close()
	if in.Err != nil {
		return nil, in.Err
	}
	role, err := o.chooseRole(in.now.index)
	if err != nil {
		return nil, err
	}
	p := &pilot{options: o, now: in.now, policy: in.policy, role: role}
	if err := p.assemble(in); err != nil {
		return nil, err
	}
	if err := p.plan(ctx, in); err != nil {
		return nil, err
	}
	p.today, p.after = p.views(today), p.views(after)
	if in.later == nil {
		return p, nil
	}
	return p, p.revise(ctx, in)
}

func (o *options) write(w io.Writer, p *pilot) error {
	if o.output.Format == inputs.JSON {
		return strictjson.WriteResult(w, p.document())
	}
	return p.text(w)
}
