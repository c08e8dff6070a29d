package strictjson

import (
	"bytes"
	"encoding"
	"encoding/json"
	"errors"
	"reflect"
	"strings"

	"github.com/skillgap-go/skillgap/ksb"
)

// Mode says what is done with keys that the type does not know.
type Mode bool

// Strict reports unknown keys: for the project's own formats. Foreign passes over
// them: the formats of others grow keys that do not concern us.
const (
	Strict  Mode = false
	Foreign Mode = true
)

// Decode reads the one document in data into v, a pointer to a zero value. What is
// reported wraps ErrSyntax, ErrTooDeep, ErrEncoding, ErrUnknownKey, ErrDuplicateKey,
// ErrWrongType, ErrValue or ErrDate. data is valid UTF-8, as [input.Read] returns it.
func Decode(data []byte, file string, mode Mode, v any) ksb.Problems {
	d := &decoder{lexer: lexer{data: data}, file: file, mode: mode, shapes: map[reflect.Type]*shape{}}
	target := reflect.ValueOf(v).Elem()
	d.value(target)
	if d.broken == "" && (d.peek() != 0 || d.pos < len(data)) {
		d.fail(ksb.ErrSyntax, "something stands after the end of the document")
	}
	if d.broken != "" {
		target.SetZero()
		d.problems = nil
		d.problems.Add(ksb.Origin{File: file, Line: d.line(d.at)}, "", d.broken, "%s", d.detail)
	}
	return d.problems.Sort()
}

type decoder struct {
	lexer
	file     string
	mode     Mode
	path     []step
	seen     []bool // of the fields of the objects that are open, the innermost last
	row      int    // position of the present list element, counted from 1
	shapes   map[reflect.Type]*shape
	problems ksb.Problems
}

// report adds a problem with the value that started at pos.
func (d *decoder) report(pos int, fault ksb.Fault, detail string, args ...any) {
	at := ksb.Origin{File: d.file, Line: d.line(pos)}
	d.problems.Add(at, d.where(), fault, detail, args...)
}

func (d *decoder) wrong(pos int, want string) bool {
	if d.broken == "" {
		d.report(pos, ksb.ErrWrongType, "expected %s, found %s", want, clip(bytes.TrimSpace(d.data[pos:d.pos])))
	}
	return false
}

// value reads the next value into v. false: v does not hold what its author meant.
func (d *decoder) value(v reflect.Value) bool {
	if d.peek() == 'n' {
		return d.word() == "null" // absent
	}
	if v.Kind() == reflect.Pointer {
		v.Set(reflect.New(v.Type().Elem()))
		return d.value(v.Elem())
	}
	switch u := v.Addr().Interface().(type) {
	case json.Unmarshaler:
		return d.custom(u)
	case encoding.TextUnmarshaler:
		return d.named(u)
	}
	switch v.Kind() {
	case reflect.Struct:
		return d.object(v)
	case reflect.Slice:
		return d.list(v, field{})
	case reflect.Map:
		return d.table(v)
	}
	return d.scalar(v)
}

// custom lets a type read its own JSON.
func (d *decoder) custom(u json.Unmarshaler) bool {
	d.peek()
	start := d.pos
	raw := d.skip()
	if d.broken != "" {
		return false
	}
	if err := u.UnmarshalJSON(raw); err != nil {
		return d.refused(start, err, ksb.ErrWrongType)
	}
	return true
}

// named reads a text that stands for a value: a date, a kind, a phase.
func (d *decoder) named(u encoding.TextUnmarshaler) bool {
	start := d.pos
	if d.peek() != '"' {
		d.skip()
		return d.wrong(start, "a text")
	}
	if err := u.UnmarshalText(bytes.Clone(d.text())); err != nil {
		return d.refused(start, err, ksb.ErrValue)
	}
	return true
}

// refused reports what a type said of its value, under the fault that it wraps.
func (d *decoder) refused(pos int, err error, fault ksb.Fault) bool {
	errors.As(err, &fault)
	const most = 300 // a type may quote the whole value
	detail := strings.TrimPrefix(err.Error(), string(fault)+": ")
	if len(detail) > most {
		detail = strings.ToValidUTF8(detail[:most], "") + "…"
	}
	d.report(pos, fault, "%s", detail)
	return false
}

func (d *decoder) list(v reflect.Value, f field) bool {
	start := d.pos
	if d.peek() != '[' {
		d.skip()
		return d.wrong(start, "a list")
	}
	index := 0
	d.members(']', func() {
		d.path = append(d.path, step{index: index})
		index++
		d.row = index
		n := v.Len()
		v.Grow(1)
		v.SetLen(n + 1)
		if !d.element(v.Index(n)) && !f.keep {
			v.Index(n).SetZero()
			v.SetLen(n)
		}
		d.path = d.path[:len(d.path)-1]
	})
	if v.Len() == 0 {
		v.SetZero() // nothing is nil
	}
	return !f.whole || v.Len() == index
}

// element reads a value that cannot be absent: one of a list or of a table.
func (d *decoder) element(v reflect.Value) bool {
	start := d.pos
	if d.peek() == 'n' {
		d.word()
		return d.wrong(start, "a value")
	}
	return d.value(v)
}

func (d *decoder) table(v reflect.Value) bool {
	start := d.pos
	if d.peek() != '{' {
		d.skip()
		return d.wrong(start, "an object")
	}
	v.Set(reflect.MakeMap(v.Type()))
	sound := true
	d.members('}', func() {
		at := d.pos
		key := reflect.ValueOf(string(d.key())).Convert(v.Type().Key())
		d.path = append(d.path, step{key: key.String(), keyed: true})
		item := reflect.New(v.Type().Elem()).Elem()
		switch ok := d.element(item); {
		case v.MapIndex(key).IsValid():
			d.report(at, ksb.ErrDuplicateKey, "%q", key)
			sound = false
		case ok:
			v.SetMapIndex(key, item)
		default:
			sound = false
		}
		d.path = d.path[:len(d.path)-1]
	})
	return sound
}
