package onet

import (
	"fmt"
	"slices"
	"strings"

	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/ksb/format/rows"
)

// scales are the ends of the two scales of a rating, and the anchors of levels.
type scales struct {
	ends    map[string]ends
	anchors map[string]map[int]anchor // by element and rung
	asked   map[ksb.ScaleID]ksb.Scale
}

type ends struct{ least, most float64 }

type anchor struct {
	text   string
	spoilt bool // two anchors stand at one rung
	at     ksb.Origin
}

// newScales has the ends that O*NET has used in every edition.
func newScales() scales {
	return scales{ends: map[string]ends{"IM": {1, 5}, "LV": {0, 7}}, anchors: map[string]map[int]anchor{}, asked: map[ksb.ScaleID]ksb.Scale{}}
}

// readEnds reads the ends of a scale; those of other scales do not matter.
func (s scales) readEnds(r row) {
	id := r.Text("scale id")
	if _, ours := s.ends[id]; !ours {
		return
	}
	least, hasLeast := r.number("minimum")
	most, hasMost := r.number("maximum")
	whole := id != "LV" || least == 0 && most <= 255 && most == float64(int(most))
	if !hasLeast || !hasMost || least >= most || most-least > 1000 || !whole {
		r.Fault("scales["+id+"]", ksb.ErrScale, "no scale goes from %v to %v: %v is used", least, most, s.ends[id])
		return
	}
	s.ends[id] = ends{least, most}
}

// readAnchor reads what a level of an element looks like at work.
func (s scales) readAnchor(r row) {
	element, text := r.Text("element id"), r.Text("anchor description")
	value, known := r.number("anchor value")
	rung := int(value)
	switch {
	case r.Text("scale id") != "LV":
		r.Fault("scale id", ksb.ErrUnknownScale, "%q is not LV", r.Text("scale id"))
		return
	case !known || text == "" || element == "":
		r.Fault("", ksb.ErrMissing, "an anchor has an element, a value and a description")
		return
	case value < 0 || value > s.ends["LV"].most || value != float64(rung):
		r.Fault("anchor value", ksb.ErrLevel, "%v is no rung", value)
		return
	}
	if s.anchors[element] == nil {
		s.anchors[element] = map[int]anchor{}
	}
	first, twice := s.anchors[element][rung]
	if twice {
		r.Fault("scales[LV "+element+"]", ksb.ErrDuplicateID, "rung %d has several anchors: one that stands twice counts once, and of two that differ none counts", rung)
		first.spoilt = first.spoilt || first.text != text
		s.anchors[element][rung] = first
		return
	}
	s.anchors[element][rung] = anchor{text: text, at: r.At}
}

// of is the scale of an element: one of its own if it has anchors, else the common one.
func (s scales) of(element string) ksb.ScaleID {
	id := ksb.ScaleID("LV")
	if len(s.anchors[element]) > 0 {
		id = ksb.ScaleID("LV " + element)
	}
	if _, there := s.asked[id]; !there {
		s.asked[id] = s.build(id, s.anchors[element])
	}
	return id
}

// build names the rungs: by anchor where there is one, else by their place.
func (s scales) build(id ksb.ScaleID, anchors map[int]anchor) ksb.Scale {
	scale := ksb.Scale{ID: id, Rungs: []string{"not yet"}}
	top := int(s.ends["LV"].most)
	for rung := 1; rung <= top; rung++ {
		scale.Rungs = append(scale.Rungs, fmt.Sprintf("%d of %d", rung, top))
	}
	for rung, a := range anchors { // any order: each has a rung of its own
		if !a.spoilt {
			scale.Rungs[rung] = a.text
		}
		if scale.Origin.Line == 0 || rows.Compare(a.at, scale.Origin) < 0 {
			scale.Origin = a.at
		}
	}
	return scale
}

// used are the scales that elements have, by ID.
func (s scales) used() []ksb.Scale {
	list := make([]ksb.Scale, 0, len(s.asked))
	for _, scale := range s.asked { // any order: they are sorted
		list = append(list, scale)
	}
	slices.SortFunc(list, func(a, b ksb.Scale) int { return strings.Compare(string(a.ID), string(b.ID)) })
	return list
}
