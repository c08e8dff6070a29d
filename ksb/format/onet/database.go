package onet

import (
	"cmp"
	"slices"
	"strings"

	"github.com/skillgap-go/skillgap/ksb"
)

// database is the files of one edition and what was found in them.
type database struct {
	tables      []table
	listed      bool // there is Occupation Data
	occupations map[string]*occupation
	elements    map[string]*element
	ratings     map[pair]*rating
	scales      scales
	related     []ksb.RoleLink
	zones       map[string][]string // codes by job zone
	problems    ksb.Problems
}

// occupation is a role being read.
type occupation struct {
	role   ksb.Role
	spoilt bool // two rows of Occupation Data differ
}

func newDatabase() *database {
	return &database{occupations: map[string]*occupation{}, elements: map[string]*element{}, ratings: map[pair]*rating{},
		scales: newScales(), zones: map[string][]string{}}
}

// add opens a file; what is none of ours is a problem.
func (d *database) add(file string, data []byte) {
	t := open(file, data, &d.problems)
	if t.kind == none {
		d.problems.Add(ksb.Origin{File: file, Line: 1}, "", ksb.ErrFormat, "expected a file of O*NET: its first line names no columns of one")
		return
	}
	t.PassOver(t.repeated()...)
	d.tables = append(d.tables, t)
	d.listed = d.listed || t.kind == occupationData
}

// framework reads the files, occupations first and then what is said of them.
func (d *database) framework() (ksb.Framework, ksb.Problems) {
	slices.SortStableFunc(d.tables, func(a, b table) int { return cmp.Or(cmp.Compare(a.kind, b.kind), strings.Compare(a.File, b.File)) })
	for _, t := range d.tables {
		read := d.reader(t.kind)
		for r := range t.All() {
			read(row{r})
		}
		if t.kind == occupationData {
			d.dropSpoilt()
		}
	}
	if len(d.occupations) == 0 {
		return ksb.Framework{}, d.nothing().Sort()
	}
	if !d.listed {
		d.problems.Add(ksb.Origin{File: d.tables[0].File}, "", ksb.ErrMissing, "Occupation Data is not here: the occupations have no titles")
	}
	for _, t := range d.tables {
		t.Rest()
	}
	return d.assemble(), d.problems.Sort()
}

// nothing is the problem of files in which there is no occupation.
func (d *database) nothing() ksb.Problems {
	if len(d.tables) > 0 && len(d.problems) == 0 {
		d.problems.Add(ksb.Origin{File: d.tables[0].File}, "", ksb.ErrMissing, "no occupation is named: read the whole folder")
	}
	return d.problems
}

func (d *database) reader(k kind) func(row) {
	switch k {
	case occupationData:
		return d.readOccupation
	case scalesReference:
		return d.scales.readEnds
	case levelAnchors:
		return d.scales.readAnchor
	case ratings:
		return d.readRating
	case tasks:
		return d.readTask
	case alternateTitles, reportedTitles:
		return d.readTitles
	case jobZones:
		return d.readZone
	}
	return d.readRelated
}

// readOccupation keeps an occupation. A repeated row counts once; of two that differ
// neither counts.
func (d *database) readOccupation(r row) {
	code := r.Text(codeColumn)
	o := newOccupation(code, r.At)
	o.role.Title = r.Text("title")
	twin := d.occupations[code]
	switch {
	case !isCode(code):
		r.Fault(codeColumn, ksb.ErrMissingID, "%q is no O*NET-SOC code such as 11-1011.00", code)
	case twin == nil:
		d.occupations[code] = o
	case twin.role.Title == o.role.Title:
		r.Fault("roles["+code+"]", ksb.ErrDuplicateID, "it is repeated: it counts once")
	default:
		twin.spoilt = true
		r.Fault("roles["+code+"]", ksb.ErrDuplicateID, "it stands more than once, not alike: none is used")
	}
}

func newOccupation(code string, at ksb.Origin) *occupation {
	return &occupation{role: ksb.Role{ID: ksb.RoleID(code), Requirements: []ksb.Requirement{},
		Codes: []ksb.Code{{System: "ONETSOC", Value: code}}, Origin: at}}
}

// isCode: two digits, a dash, four digits, a point, two digits.
func isCode(s string) bool {
	shape := strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' {
			return '0'
		}
		return r
	}, s)
	return shape == "00-0000.00"
}

func (d *database) dropSpoilt() {
	for code, o := range d.occupations { // any order: each is looked at alone
		if o.spoilt {
			d.problems.Add(o.role.Origin, "roles["+code+"]", ksb.ErrDuplicateID, "it stands more than once, not alike: none is used")
			delete(d.occupations, code)
		}
	}
}

// of returns the occupation that a column names; nil, and a problem, if there is none.
// Without Occupation Data every code is one.
func (d *database) of(r row, column string) *occupation {
	code := r.Text(column)
	o := d.occupations[code]
	switch {
	case o != nil:
	case !d.listed && isCode(code):
		o = newOccupation(strings.Clone(code), r.At)
		d.occupations[string(o.role.ID)] = o
	default:
		r.Fault(column, ksb.ErrUnknownRole, "%q", code)
	}
	return o
}
