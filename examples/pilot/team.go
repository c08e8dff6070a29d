package main

import (
	"bytes"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/skillgap-go/skillgap/assess"
	"github.com/skillgap-go/skillgap/examples/inputs"
	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/ksb/format/table"
)

// place is where one of the team works.
type place struct {
	worker, area string
	origin       ksb.Origin
}

// readTeam reads the evidence of everybody; of two with one ID the first stands.
func (in *given) readTeam(files *opener, names []string) {
	for _, name := range names {
		list, problem := files.files(name)
		if problem != nil {
			in.stop(problem)
		}
		for _, file := range list {
			in.use(files, file, in.readWorkers)
		}
	}
}

func (in *given) readWorkers(data []byte, name string) ksb.Problems {
	list, problems := inputs.WorkersOf(data, name)
	for _, w := range list {
		if slices.ContainsFunc(in.workers, func(other assess.Worker) bool { return other.ID == w.ID }) {
			problems.Add(ksb.Origin{File: name}, "id", ksb.ErrDuplicateID, "%q: the first stands", w.ID)
			continue
		}
		in.workers = append(in.workers, w)
	}
	return problems
}

// readAreas reads who works where; of two rows for one person the first stands.
func (in *given) readAreas(data []byte, name string) (problems ksb.Problems) {
	book, problem := table.Open(bytes.NewReader(data), name)
	if problem != nil {
		in.Err = errors.New("the table of areas cannot be used")
		return ksb.Problems{problem}
	}
	layout := table.Layout{{Name: "worker", Key: true, Required: true}, {Name: "area", Key: true, Required: true}}
	if in.places = []place{}; !book.Suits(layout) {
		in.Err = errors.New("the table of areas cannot be used")
	}
	for row := range book.Rows(layout, &problems) {
		p := place{row.Required("worker"), row.Required("area"), row.Origin}
		if slices.ContainsFunc(in.places, func(other place) bool { return other.worker == p.worker }) && !row.Faulty {
			row.Fault("worker", ksb.ErrDuplicateID, fmt.Sprintf("%q is in two rows: the first stands", p.worker))
		}
		if !row.Faulty {
			in.places = append(in.places, p)
		}
	}
	return problems
}

// area is where some of the team work, and the role as it is there.
type area struct {
	id      string // of the option, or as the table has it; "": no area is named
	title   string
	role    ksb.RoleID
	members []*member // in the order of the table of areas
}

// member is one of the team and where they stand.
type member struct {
	area   *area
	worker assess.Worker
	report *assess.Report
	planned
}

// assemble puts everybody in their area, and assesses them for the role as it is there.
func (p *pilot) assemble(in *given) error {
	engine, err := assess.New(in.now.index, in.policy)
	if err != nil {
		return err
	}
	if len(in.workers) == 0 {
		return errors.New("nobody's evidence could be read")
	}
	if p.day(in.workers); p.options.asOf == 0 {
		return fmt.Errorf("-as-of: no evidence has a day: which day is it? %w", inputs.ErrUnclear)
	}
	for _, at := range p.seats(in) {
		a := p.areaOf(at, in)
		m := &member{area: a, worker: in.workers[slices.IndexFunc(in.workers, func(w assess.Worker) bool { return w.ID == at.worker })]}
		if m.report, err = engine.Assess(engine.Profile(m.worker, p.options.asOf), a.role); err != nil {
			return err
		}
		a.members = append(a.members, m)
	}
	return nil
}

// day settles the day of the reports, if none is given: that of the newest evidence, and
// one for all, since their plans begin together.
func (p *pilot) day(workers []assess.Worker) {
	if p.options.asOf != 0 {
		return
	}
	for _, w := range workers {
		for _, e := range w.Evidence {
			p.options.asOf = max(p.options.asOf, e.At)
		}
	}
}

// seats are the places of all workers: those of the table, then those it does not name.
func (p *pilot) seats(in *given) (list []place) {
	known := func(id string) bool {
		return slices.ContainsFunc(in.workers, func(w assess.Worker) bool { return w.ID == id })
	}
	for _, at := range in.places {
		if !known(at.worker) {
			in.Problems.Add(at.origin, "worker", ksb.ErrMissing, "nothing was read about %q", at.worker)
			continue
		}
		list = append(list, at)
	}
	var others []place
	for _, w := range in.workers {
		if !slices.ContainsFunc(in.places, func(at place) bool { return at.worker == w.ID }) {
			others = append(others, place{worker: w.ID})
			if in.places != nil {
				in.Problems.Add(ksb.Origin{File: p.options.areas}, "worker", ksb.ErrMissing, "%q has no area", w.ID)
			}
		}
	}
	slices.SortStableFunc(others, func(a, b place) int { return ksb.CompareCodes(a.worker, b.worker) })
	return append(list, others...)
}

// areaOf finds the area of a place, and adds it where it is new. An area that is no option
// of a role that has options is the whole role, and a problem.
func (p *pilot) areaOf(at place, in *given) *area {
	r, _ := p.now.index.Role(p.role)
	a := &area{id: at.area, title: at.area, role: p.role}
	i := slices.IndexFunc(r.Options, func(o ksb.Option) bool {
		return string(o.ID) == at.area || strings.EqualFold(o.Title, at.area)
	})
	if i >= 0 {
		a.id, a.title, a.role = string(r.Options[i].ID), r.Options[i].Title, ksb.OptionRole(p.role, r.Options[i].ID)
	}
	if j := slices.IndexFunc(p.areas, func(b *area) bool { return b.id == a.id }); j >= 0 {
		return p.areas[j]
	}
	if i < 0 && at.area != "" && len(r.Options) > 0 {
		in.Problems.Add(at.origin, "area", ksb.ErrUnknownOption, "%q is no option of %q: the whole role is asked for", at.area, p.role)
	}
	p.areas = append(p.areas, a)
	return a
}
