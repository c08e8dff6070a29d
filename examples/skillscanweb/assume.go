package main

import (
	"cmp"
	"context"
	"fmt"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"github.com/skillgap-go/skillgap/assess"
	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/pathway"
)

// assumptions are what somebody would like to see otherwise. They stand in the address of
// a page and nowhere else: nothing is stored, and "back" takes them back.
type assumptions struct {
	AsOf   ksb.Date // 0: as the scan has it
	Trust  []trust  // of the kinds that are to count otherwise
	Levels []level  // requirements that are to be otherwise
}

type trust struct {
	Kind  assess.EvidenceKind
	Share float64
}

type level struct {
	Statement ksb.StatementID
	Level     ksb.Level
}

// kindsOfEvidence are all of them.
func kindsOfEvidence() (list []assess.EvidenceKind) {
	for k := assess.Self; k <= assess.SignOff; k++ {
		list = append(list, k)
	}
	return list
}

// readAssumptions reads those of an address: as-of, trust-KIND, and level=STATEMENT:RUNG,
// which may be repeated. What says no more than the default is none.
func readAssumptions(q url.Values) (a assumptions, err error) {
	if text := q.Get("as-of"); text != "" {
		if a.AsOf, err = ksb.ParseDate(text); err != nil {
			return a, fault{http.StatusBadRequest, fmt.Sprintf("%q is not a day such as 2026-06-30.", text)}
		}
	}
	for _, k := range kindsOfEvidence() {
		text := q.Get("trust-" + k.String())
		share, err := strconv.ParseFloat(cmp.Or(text, "0.5"), 64)
		if err != nil || !(share > 0 && share <= 1) {
			return a, fault{http.StatusBadRequest, fmt.Sprintf("%q is not a number above 0 and up to 1, such as 0.75.", text)}
		}
		if text != "" && share != assess.DefaultPolicy().Reliability.Of(k) {
			a.Trust = append(a.Trust, trust{k, share})
		}
	}
	for _, text := range slices.Compact(slices.Sorted(slices.Values(q["level"]))) {
		at := strings.LastIndexByte(text, ':')
		rung, err := strconv.ParseUint(text[at+1:], 10, 8)
		switch {
		case text == "":
		case at < 0 || err != nil:
			return a, fault{http.StatusBadRequest, fmt.Sprintf("%q is not a statement and a level.", text)}
		default:
			a.Levels = append(a.Levels, level{ksb.StatementID(text[:at]), ksb.Level(rung)})
		}
	}
	return a, nil
}

// Query is the part of an address that readAssumptions reads.
func (a assumptions) Query() url.Values {
	q := url.Values{}
	if a.AsOf != 0 {
		q.Set("as-of", a.AsOf.String())
	}
	for _, t := range a.Trust {
		q.Set("trust-"+t.Kind.String(), strconv.FormatFloat(t.Share, 'g', -1, 64))
	}
	for _, l := range a.Levels {
		q.Add("level", fmt.Sprintf("%s:%d", l.Statement, l.Level))
	}
	return q
}

// Any: something is assumed.
func (a assumptions) Any() bool { return a.AsOf != 0 || len(a.Trust)+len(a.Levels) > 0 }

// policy is the documented one with other reliabilities.
func (a assumptions) policy() assess.Policy {
	p := assess.DefaultPolicy()
	at := map[assess.EvidenceKind]*float64{
		assess.Self: &p.Reliability.Self, assess.Peer: &p.Reliability.Peer, assess.Supervisor: &p.Reliability.Supervisor,
		assess.WorkProduct: &p.Reliability.WorkProduct, assess.Observation: &p.Reliability.Observation,
		assess.Certificate: &p.Reliability.Certificate, assess.Test: &p.Reliability.Test, assess.SignOff: &p.Reliability.SignOff,
	}
	for _, t := range a.Trust {
		*at[t.Kind] = t.Share
	}
	return p
}

// standard is a standard with other levels in one role: the same frameworks, compiled
// again.
func (a assumptions) standard(d *document, role ksb.RoleID) (*ksb.Index, []ksb.Framework, error) {
	if len(a.Levels) == 0 {
		return d.Index, d.frameworks, nil
	}
	whole := role
	if b, known := d.Index.Brief(role); known && b.OptionOf != "" {
		whole = b.OptionOf
	}
	resolved, _ := d.Index.Role(whole)
	requirements := slices.Clone(resolved.Requirements)
	for _, l := range a.Levels {
		at := slices.IndexFunc(requirements, func(q ksb.Requirement) bool { return q.Statement == l.Statement })
		number, known := d.Index.NumberOf(l.Statement)
		if at < 0 || !known || l.Level == 0 || l.Level > d.Index.ScaleAt(number).Top() {
			return nil, nil, fault{http.StatusBadRequest, fmt.Sprintf("%s cannot be asked for at level %d in this role.", l.Statement, l.Level)}
		}
		requirements[at].Level = l.Level
	}
	frameworks := slices.Clone(d.frameworks)
	for i, f := range frameworks {
		frameworks[i].Roles = slices.Clone(f.Roles)
		for j, r := range f.Roles {
			if r.ID == whole {
				frameworks[i].Roles[j].Requirements = requirements
			}
		}
	}
	index, _ := ksb.Compile(frameworks...) // what is wrong with them was said when they were read
	return index, frameworks, nil
}

// judged is a worker against a role, under some assumptions.
type judged struct {
	index      *ksb.Index
	frameworks []ksb.Framework
	engine     *assess.Engine
	profile    *assess.Profile
	Report     *assess.Report
}

func (a assumptions) judge(d *document, role ksb.RoleID, w assess.Worker, asOf ksb.Date) (*judged, error) {
	index, frameworks, err := a.standard(d, role)
	if err != nil {
		return nil, err
	}
	engine, err := assess.New(index, a.policy())
	if err != nil {
		return nil, err
	}
	j := &judged{index: index, frameworks: frameworks, engine: engine, profile: engine.Profile(w, cmp.Or(a.AsOf, asOf))}
	j.Report, err = engine.Assess(j.profile, role)
	return j, err
}

// traveller puts the person on the map of roles.
func (j *judged) traveller(c pathway.Catalogue, in ksb.RoleID) (*pathway.Atlas, *pathway.Traveller, error) {
	planner, _ := pathway.NewPlanner(j.index, c)
	atlas := pathway.NewAtlas(j.index, planner, pathway.AtlasOptions{}, j.frameworks...)
	t, err := atlas.Person(j.engine, j.profile, in)
	return atlas, t, err
}

// plan is the training for the gaps, its timetable from the day of the report on, and what
// is wrong with the courses.
func (j *judged) plan(ctx context.Context, c pathway.Catalogue, o pathway.Options, weekly int64) (*pathway.Plan, *pathway.Timetable, ksb.Problems, error) {
	planner, problems := pathway.NewPlanner(j.index, c)
	o.Start = j.Report.AsOf
	plan, err := planner.Plan(ctx, j.Report, o)
	if err != nil {
		return nil, nil, nil, err
	}
	table, err := planner.Timetable(ctx, j.Report, plan, pathway.Calendar{Start: o.Start, MinutesPerWeek: weekly})
	return plan, table, problems, err
}
