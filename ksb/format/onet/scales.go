package onet

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/skillgap-go/skillgap/ksb"
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
	id := r.cell("scale id")
	if _, ours := s.ends[id]; !ours {
		return
	}
	least, hasLeast := r.number("minimum")
	most, hasMost := r.number("maximum")
	whole := id != "LV" || least == 0 && most <= 255 && most == float64(int(most))
	if !hasLeast || !hasMost || least >= most || most-least > 1000 || !whole {
		r.fault("scales["+id+"]", ksb.ErrScale, fmt.Sprintf("no scale goes from %v to %v: %v is used", least, most, s.ends[id]))
		return
	}
	s.ends[id] = ends{least, most}
}

// readAnchor reads what a level of an element looks like at work.
func (s scales) readAnchor(r row) {
	element, text := r.cell("element id"), r.cell("anchor description")
	value, known := r.number("anchor value")
	rung := int(value)
	switch {
	case r.cell("scale id") != "LV":
		r.fault("scale id", ksb.ErrUnknownScale, strconv.Quote(r.cell("scale id"))+" is not LV")
		return
	case !known || text == "" || element == "":
		r.fault("", ksb.ErrMissing, "an anchor has an element, a value and a description")
		return
	case value < 0 || value > s.ends["LV"].most || value != float64(rung):
		r.fault("anchor value", ksb.ErrLevel, fmt.Sprintf("%v is no rung", value))
		return
	}
	if s.anchors[element] == nil {
		s.anchors[element] = map[int]anchor{}
	}
	first, twice := s.anchors[element][rung]
	if twice {
		r.fault("scales[LV "+element+"]", ksb.ErrDuplicateID, fmt.Sprintf("rung %d has several anchors: one that stands twice counts once, and of two that differ none counts", rung))
		first.spoilt = first.spoilt || first.text != text
		s.anchors[element][rung] = first
		return
	}
	s.anchors[element][rung] = anchor{text: text, at: r.at}
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

// build names the rungs: by anchor where there is one.
func (s scales) build(id ksb.ScaleID, anchors map[int]anchor) ksb.Scale {
	scale := ksb.Scale{ID: id, Rungs: []string{"not yet"}}
	for rung := 1; rung <= int(s.ends["LV"].most); rung++ {
		scale.Rungs = append(scale.Rungs, fmt.Sprintf("level %d", rung))
	}
	for rung, a := range anchors { // any order: each has a rung of its own
		if !a.spoilt {
			scale.Rungs[rung] = a.text
		}
		if scale.Origin.Line == 0 || compareOrigins(a.at, scale.Origin) < 0 {
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
