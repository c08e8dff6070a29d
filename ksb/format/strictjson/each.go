package strictjson

import (
	"bytes"
	"iter"
	"reflect"

	"github.com/skillgap-go/skillgap/ksb"
)

// Each yields the objects of data one after another, with the problems of each: the
// elements of one list, the lines of NDJSON, or the one object that there is. A line
// that is broken yields a problem and no object, and the next line goes on; a broken
// list ends at the break.
func Each[T any](data []byte, file string, mode Mode) iter.Seq2[*T, ksb.Problems] {
	return func(yield func(*T, ksb.Problems) bool) {
		d := &decoder{lexer: lexer{data: data}, file: file, mode: mode, shapes: map[reflect.Type]*shape{}}
		if d.peek() != '[' {
			eachValue(d, yield)
			return
		}
		index, goOn := 0, true
		d.members(']', func() {
			if !goOn {
				d.pos = len(d.data)
				return
			}
			d.path = append(d.path[:0], step{index: index})
			goOn = yieldNext(d, yield)
			index++
		})
		if goOn && d.broken == "" && (d.peek() != 0 || d.pos < len(data)) {
			d.fail(ksb.ErrSyntax, "something stands after the end of the list")
		}
		if goOn && d.broken != "" {
			yield(nil, d.breakage())
		}
	}
}

// eachValue reads values one after another and mends a broken one at the next line.
func eachValue[T any](d *decoder, yield func(*T, ksb.Problems) bool) {
	for d.peek() != 0 || d.pos < len(d.data) {
		start := d.pos
		if !yieldNext(d, yield) {
			return
		}
		if d.broken == "" {
			continue
		}
		if !yield(nil, d.breakage()) {
			return
		}
		next := nextValue(d.data[start:], d.at-start)
		if next < 0 {
			return
		}
		d.pos, d.depth, d.broken, d.path = start+next, 0, "", nil
	}
}

// nextValue is where to go on after a value at the start of data that broke at a
// position: the next line, or, where the break was on a later line, the first line
// that opens an object. -1: nowhere.
func nextValue(data []byte, broke int) int {
	mark := []byte("\n")
	if bytes.Contains(data[:min(broke, len(data))], mark) {
		mark = []byte("\n{")
	}
	at := bytes.Index(data, mark)
	if at < 0 {
		return -1
	}
	return at + 1
}

// yieldNext reads one value and hands it on if it is whole.
func yieldNext[T any](d *decoder, yield func(*T, ksb.Problems) bool) bool {
	v, isObject := new(T), d.peek() == '{'
	d.problems = nil
	d.element(reflect.ValueOf(v).Elem())
	switch {
	case d.broken != "":
		return true
	case !isObject:
		v = nil
	}
	return yield(v, d.problems.Sort())
}

func (d *decoder) breakage() ksb.Problems {
	var problems ksb.Problems
	problems.Add(ksb.Origin{File: d.file, Line: d.line(d.at)}, "", d.broken, "%s", d.detail)
	return problems
}
