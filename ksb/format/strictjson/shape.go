package strictjson

import (
	"reflect"
	"strings"

	"github.com/skillgap-go/skillgap/ksb"
)

// shape is what a struct type says of its object: the fields by key.
type shape struct {
	fields  map[string]field
	keys    []string // in the order of the fields
	none    []bool   // of the fields, none seen yet
	origin  []int    // the field that takes the place of the object; nil: none
	row     []int    // the field that takes its position in the list; nil: none
	absent  []int    // the field that takes the keys that it does not have; nil: none
	unknown []int    // the field that takes the keys that the type does not know; nil: none
}

type field struct {
	key          string
	index        []int
	number       int // position among the fields
	not0, keep   bool
	whole, given bool
}

func (d *decoder) shapeOf(t reflect.Type) *shape {
	if s := d.shapes[t]; s != nil {
		return s
	}
	s := &shape{fields: map[string]field{}}
	for _, f := range reflect.VisibleFields(t) {
		s.add(f)
	}
	s.none = make([]bool, len(s.keys))
	d.shapes[t] = s
	return s
}

func (s *shape) add(f reflect.StructField) {
	tag := f.Tag.Get("strict")
	key, _, _ := strings.Cut(f.Tag.Get("json"), ",")
	switch {
	case f.Type == reflect.TypeFor[ksb.Origin]():
		s.origin = f.Index
	case tag == "row":
		s.row = f.Index
	case tag == "absent":
		s.absent = f.Index
	case tag == "unknown":
		s.unknown = f.Index
	case key != "" && key != "-":
		s.fields[key] = field{key: key, index: f.Index, number: len(s.keys), not0: tag == "not0", keep: tag == "keep", whole: tag == "whole", given: tag == "given"}
		s.keys = append(s.keys, key)
	}
}

// tellAbsent notes the keys that were not seen, if the type wants to know.
func (s *shape) tellAbsent(v reflect.Value, seen []bool) {
	if s.absent == nil {
		return
	}
	list := v.FieldByIndex(s.absent).Addr().Interface().(*[]string)
	for i, key := range s.keys {
		if !seen[i] {
			*list = append(*list, key)
		}
	}
}
