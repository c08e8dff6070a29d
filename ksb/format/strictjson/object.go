package strictjson

import (
	"bytes"
	"reflect"
	"slices"

	"github.com/skillgap-go/skillgap/ksb"
)

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
		*v.FieldByIndex(s.origin).Addr().Interface().(*ksb.Origin) = ksb.Origin{File: d.file, Line: d.line(start)}
	}
	first := len(d.seen)
	d.seen = append(d.seen, s.none...)
	sound := true
	d.members('}', func() {
		if !d.member(v, s, first) {
			sound = false
		}
	})
	s.tellAbsent(v, d.seen[first:])
	d.seen = d.seen[:first]
	return sound
}

// member reads a key of an object and its value. What was seen of the fields of the
// object starts at d.seen[first].
func (d *decoder) member(v reflect.Value, s *shape, first int) bool {
	d.peek()
	at := d.pos
	key := d.key()
	if d.broken != "" {
		return false
	}
	f, known := s.fields[string(key)]
	if !known {
		d.unknown(v, s, string(key), at)
		return true
	}
	d.path = append(d.path, step{key: f.key, keyed: true})
	sound := d.once(v, f, &d.seen[first+f.number], at)
	d.path = d.path[:len(d.path)-1]
	return sound
}

// once reads the value of a key that has not been seen before.
func (d *decoder) once(v reflect.Value, f field, seen *bool, at int) bool {
	if *seen {
		d.report(at, ksb.ErrDuplicateKey, "%q", f.key)
		d.skip()
		return false
	}
	*seen = true
	return d.field(v.FieldByIndex(f.index), f, at)
}

// unknown steps over a key that the type does not know.
func (d *decoder) unknown(v reflect.Value, s *shape, key string, at int) {
	switch {
	case s.unknown != nil:
		list := v.FieldByIndex(s.unknown).Addr().Interface().(*[]string)
		if !slices.Contains(*list, key) {
			*list = append(*list, key)
		}
	case d.mode == Strict:
		d.path = append(d.path, step{key: key, keyed: true})
		d.report(at, ksb.ErrUnknownKey, "%q", clip([]byte(key)))
		d.path = d.path[:len(d.path)-1]
	}
	d.skip()
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
