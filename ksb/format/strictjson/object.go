package strictjson

import (
	"bytes"
	"reflect"
	"strings"

	"github.com/skillgap-go/skillgap/ksb"
)

// shape is what a struct type says of its object: the fields by key.
type shape struct {
	fields map[string]field
	origin []int // the field that takes the place of the object; nil: none
	row    []int // the field that takes its position in the list; nil: none
}

type field struct {
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
		if f.Type == reflect.TypeFor[ksb.Origin]() {
			s.origin = f.Index
			continue
		}
		if f.Tag.Get("strict") == "row" {
			s.row = f.Index
			continue
		}
		key, _, _ := strings.Cut(f.Tag.Get("json"), ",")
		if key == "" || key == "-" {
			continue
		}
		tag := f.Tag.Get("strict")
		s.fields[key] = field{index: f.Index, number: len(s.fields), not0: tag == "not0", keep: tag == "keep", whole: tag == "whole", given: tag == "given"}
	}
	d.shapes[t] = s
	return s
}

func (d *decoder) object(v reflect.Value) bool {
	d.peek()
	start := d.pos
	if d.peek() != '{' {
		d.skip()
		return d.wrong(start, "an object")
	}
	s := d.shapeOf(v.Type())
	if s.row != nil {
		v.FieldByIndex(s.row).SetInt(int64(d.row))
	}
	if s.origin != nil {
		at := ksb.Origin{File: d.file, Line: d.line(start)}
		v.FieldByIndex(s.origin).Set(reflect.ValueOf(at))
	}
	sound := true
	seen := make([]bool, len(s.fields))
	d.members('}', func() {
		d.peek()
		at := d.pos
		key := d.key()
		d.path = append(d.path, "."+key)
		if !d.member(v, s, seen, key, at) {
			sound = false
		}
		d.path = d.path[:len(d.path)-1]
	})
	return sound
}

// member reads the value of one key of an object.
func (d *decoder) member(v reflect.Value, s *shape, seen []bool, key string, at int) bool {
	f, known := s.fields[key]
	switch {
	case d.broken != "":
		return false
	case !known && d.mode == Strict:
		d.report(at, ksb.ErrUnknownKey, "%q", clip([]byte(key)))
		d.skip()
		return true
	case !known:
		d.skip()
		return true
	case seen[f.number]:
		d.report(at, ksb.ErrDuplicateKey, "%q", key)
		d.skip()
		return false
	}
	seen[f.number] = true
	return d.field(v.FieldByIndex(f.index), f, at)
}

func (d *decoder) field(v reflect.Value, f field, at int) bool {
	if (f.keep || f.whole) && d.peek() != 'n' {
		return d.list(v, f)
	}
	absent := d.peek() == 'n'
	empty := d.pos
	sound := d.value(v)
	if f.given && !absent && v.IsNil() && !bytes.Equal(bytes.TrimSpace(d.data[empty:d.pos]), []byte("[]")) {
		v.Set(reflect.MakeSlice(v.Type(), 0, 0))
	}
	if !sound {
		return false
	}
	if f.not0 && !absent && v.IsZero() {
		d.report(at, ksb.ErrValue, "0 is refused: leave it out for the default")
		return false
	}
	return true
}
