package onet

import (
	"math"
	"strings"

	"github.com/skillgap-go/skillgap/ksb"
)

// element is an element of the content model.
type element struct{ statement ksb.Statement }

// pair is what is rated: an element for an occupation.
type pair struct {
	*occupation
	*element
}

// rating is what was found about a pair.
type rating struct{ importance, level half }

// half is the value on one of the two scales.
type half struct {
	value      float64
	known      bool // a value was given; not "n/a"
	faulty     bool // it is reported, and nothing more needs saying
	suppressed bool
	irrelevant bool
	at         ksb.Origin // line 0: there is no row
}

// readRating keeps one half of a rating.
func (d *database) readRating(r row) {
	o, e := d.of(r, codeColumn), d.element(r)
	if o == nil || e == nil {
		return
	}
	scale := r.Text("scale id")
	if _, known := d.scales.ends[scale]; !known {
		r.Fault("scale id", ksb.ErrUnknownScale, "%q is neither IM nor LV", scale)
		return
	}
	both := d.ratings[pair{o, e}]
	if both == nil {
		both = &rating{}
		d.ratings[pair{o, e}] = both
	}
	if scale == "IM" {
		both.importance.take(d.half(r, scale), r)
	} else {
		both.level.take(d.half(r, scale), r)
	}
}

// element is the element that a row rates, the first of its name by text.
func (d *database) element(r row) *element {
	id, name := r.Text("element id"), r.Text("element name")
	e := d.elements[id]
	switch {
	case id == "":
		r.Fault("element id", ksb.ErrMissingID, "a rating of nothing")
		return nil
	case e == nil:
		e = newElement(strings.Clone(id), strings.Clone(name), r)
		d.elements[string(e.statement.ID)] = e
	case name != e.statement.Text:
		r.Fault("element name", ksb.ErrDuplicateID, "%q is also %q", id, e.statement.Text)
		e.statement.Text = strings.Clone(min(name, e.statement.Text))
	}
	return e
}

// newElement is an element; outside the knowledge and the skills of the content model
// it has no kind.
func newElement(id, name string, r row) *element {
	e := &element{ksb.Statement{ID: ksb.StatementID(id), Code: id, Text: name, Origin: r.At}}
	switch {
	case strings.HasPrefix(id, "2.C."):
		e.statement.Kind = ksb.Knowledge
	case strings.HasPrefix(id, "2.A."), strings.HasPrefix(id, "2.B."):
		e.statement.Kind = ksb.Skill
	default:
		r.Fault("element id", ksb.ErrKind, "%q is neither knowledge nor a skill", id)
	}
	return e
}

// half reads the value of a row and what is said of it.
func (d *database) half(r row, scale string) half {
	before := len(d.problems)
	h := half{suppressed: r.yes("recommend suppress"), irrelevant: r.yes("not relevant"), at: r.At}
	h.value, h.known = r.number("data value")
	if ends := d.scales.ends[scale]; h.known && (h.value < ends.least || h.value > ends.most) {
		r.Fault("data value", ksb.ErrLevel, "%v is off the scale %s", h.value, scale)
	}
	h.faulty = len(d.problems) > before
	return h
}

// take fills an empty half. A repeated row counts once; of two that differ neither
// counts.
func (h *half) take(found half, r row) {
	first := h.at
	place := found
	place.at = first
	switch {
	case first.Line == 0:
		*h = found
	case place == *h:
		r.Fault("", ksb.ErrDuplicateID, "the rating is repeated: it counts once")
	default:
		r.Fault("", ksb.ErrDuplicateID, "the rating stands more than once, not alike: none is used")
		h.faulty = true
	}
}

// require turns the ratings into requirements.
func (d *database) require() {
	for p, both := range d.ratings { // any order: requirements and problems are sorted afterwards
		if p.element.statement.Kind == 0 || both.importance.faulty || both.level.faulty {
			continue
		}
		if d.isAsked(p, both) {
			d.ask(p, both)
		}
	}
}

// isAsked tells whether a rating asks for anything and reports what keeps it from it.
func (d *database) isAsked(p pair, both *rating) bool {
	if both.importance.irrelevant || both.level.irrelevant {
		return false
	}
	path := func() string {
		return "roles[" + string(p.role.ID) + "].requirements[" + string(p.element.statement.ID) + "]"
	}
	complete, allowed := true, true
	for _, h := range []half{both.importance, both.level} {
		complete = complete && h.known
		if h.suppressed {
			d.problems.Add(h.at, path(), ErrSuppressed, "it is not asked for")
			allowed = false
		}
	}
	if !complete && allowed {
		at := both.level.at
		if at.Line == 0 {
			at = both.importance.at
		}
		d.problems.Add(at, path(), ksb.ErrMissing, "a rating needs an importance and a level: it is not asked for")
	}
	return complete && allowed
}

// leastWeight: below it a weight is nothing, here as in Compile.
const leastWeight = 1e-9

// ask adds the requirement, unless nothing is asked for: no importance, no level.
func (d *database) ask(p pair, both *rating) {
	ends := d.scales.ends["IM"]
	weight := (both.importance.value - ends.least) / (ends.most - ends.least)
	if weight < leastWeight || both.level.value == 0 {
		return
	}
	rung := max(1, math.Floor(both.level.value+0.5))
	p.role.Requirements = append(p.role.Requirements, ksb.Requirement{
		Statement: p.element.statement.ID, Level: ksb.Level(rung), Weight: weight, Origin: both.level.at})
}
