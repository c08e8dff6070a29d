package table

import (
	"fmt"
	"iter"
	"reflect"
	"strings"

	"github.com/skillgap-go/skillgap/ksb"
)

// Lost compares what was to be written with what reads back, both of the same type, and
// names what has no place in where: a problem for each kind of thing, at the first of
// them, with the number of the others. Structs are compared by their json keys, elements
// of lists by their id, whatever their order; other lists as they are.
func Lost(was, reads any, where string) ksb.Problems {
	l := &losses{count: map[string]int{}, first: map[string]*ksb.Problem{}}
	l.compare("", "", ksb.Origin{}, reflect.ValueOf(was), reflect.ValueOf(reads))
	var problems ksb.Problems
	for _, kind := range l.kinds {
		p := l.first[kind]
		p.Detail = fmt.Sprintf("no place in %s for it", where)
		if n := l.count[kind]; n > 1 {
			p.Detail += fmt.Sprintf(", nor for %d others like it", n-1)
		}
		problems = append(problems, p)
	}
	return problems.Sort()
}

type losses struct {
	kinds []string // in order
	count map[string]int
	first map[string]*ksb.Problem
}

func (l *losses) add(kind, path string, at ksb.Origin) {
	if l.count[kind]++; l.count[kind] == 1 {
		l.kinds = append(l.kinds, kind)
		l.first[kind] = &ksb.Problem{Fault: ksb.ErrValue, Path: strings.TrimPrefix(path, "."), Origin: at}
	}
}

// compare walks two values; kind is the path without the IDs.
func (l *losses) compare(kind, path string, at ksb.Origin, was, reads reflect.Value) {
	switch {
	case was.Kind() == reflect.Struct && was.NumField() > 0 && key(was.Type().Field(0)) != "" && !custom(was):
		l.fields(kind, path, at, was, reads)
	case was.Kind() == reflect.Slice && was.Type().Elem().Kind() == reflect.Struct && idField(was.Type().Elem()) >= 0:
		l.elements(kind, path, at, was, reads)
	case was.Kind() == reflect.Slice && was.Len() == 0 && reads.Len() == 0:
	case !reflect.DeepEqual(placeless(was), placeless(reads)):
		l.add(kind, path, at)
	}
}

func key(f reflect.StructField) string {
	name, _, _ := strings.Cut(f.Tag.Get("json"), ",")
	if name == "-" {
		return ""
	}
	return name
}

// custom: the type writes its own JSON.
func custom(v reflect.Value) bool {
	_, is := v.Type().MethodByName("MarshalJSON")
	return is
}

func (l *losses) fields(kind, path string, at ksb.Origin, was, reads reflect.Value) {
	at = originOf(was, at)
	for i := range was.NumField() {
		if name := key(was.Type().Field(i)); name != "" {
			l.compare(kind+"."+name, path+"."+name, at, was.Field(i), reads.Field(i))
		}
	}
}

// originOf is the place of a struct, or else of what it is in.
func originOf(v reflect.Value, outer ksb.Origin) ksb.Origin {
	if origin := v.FieldByName("Origin"); origin.IsValid() {
		if at, is := origin.Interface().(ksb.Origin); is {
			return at
		}
	}
	return outer
}

// idField is the field by which the elements of a list are told apart: their ID, or the
// statement that they are about; -1: they have none.
func idField(t reflect.Type) int {
	for _, name := range []string{"id", "statement"} {
		for i := range t.NumField() {
			if key(t.Field(i)) == name {
				return i
			}
		}
	}
	return -1
}

// elements compares the elements of one ID, in their order.
func (l *losses) elements(kind, path string, at ksb.Origin, was, reads reflect.Value) {
	again := map[named]reflect.Value{}
	for n, element := range elements(reads) {
		again[n] = element
	}
	for n, element := range elements(was) {
		inner := path + "[" + n.id + "]"
		if other, found := again[n]; found {
			l.compare(kind+"[]", inner, at, element, other)
		} else {
			l.add(kind+"[]", inner, originOf(element, at))
		}
	}
}

// named tells an element of a list apart.
type named struct {
	id  string
	nth int // of that ID
}

func elements(list reflect.Value) iter.Seq2[named, reflect.Value] {
	return func(yield func(named, reflect.Value) bool) {
		stands, field := map[string]int{}, idField(list.Type().Elem())
		for i := range list.Len() {
			id := list.Index(i).Field(field).String()
			if !yield(named{id, stands[id]}, list.Index(i)) {
				return
			}
			stands[id]++
		}
	}
}

// placeless takes the origins out of the elements of a list without IDs.
func placeless(v reflect.Value) any {
	if v.Kind() != reflect.Slice || v.Type().Elem().Kind() != reflect.Struct {
		return v.Interface()
	}
	list := make([]any, v.Len())
	for i := range list {
		item := reflect.New(v.Type().Elem()).Elem()
		item.Set(v.Index(i))
		if origin := item.FieldByName("Origin"); origin.IsValid() {
			origin.SetZero()
		}
		list[i] = item.Interface()
	}
	return list
}
