package main

import (
	"fmt"
	"slices"

	"github.com/skillgap-go/skillgap/ksb"
)

// numbers reads whole numbers between white space, strictly. After the first mistake it
// returns zeros.
type numbers struct {
	name   string
	rest   []byte
	line   int
	layout layout
	err    error
}

func (n *numbers) fail(fault ksb.Fault, format string, args ...any) {
	if n.err == nil {
		n.err = &ksb.Problem{Origin: ksb.Origin{File: n.name, Line: n.line}, Fault: fault, Detail: fmt.Sprintf(format, args...) + " (layout by " + string(n.layout) + ")"}
	}
}

// word returns the next word, nil at the end.
func (n *numbers) word() []byte {
	i := 0
	for i < len(n.rest) && (n.rest[i] == ' ' || n.rest[i] == '\t' || n.rest[i] == '\r' || n.rest[i] == '\n') {
		if n.rest[i] == '\n' {
			n.line++
		}
		i++
	}
	j := i
	for j < len(n.rest) && n.rest[j] != ' ' && n.rest[j] != '\t' && n.rest[j] != '\r' && n.rest[j] != '\n' {
		j++
	}
	word := n.rest[i:j]
	n.rest = n.rest[j:]
	return word
}

// mostNumber is the greatest number that a file may hold.
const mostNumber = 1_000_000_000_000

// next reads a number; format and args say what it ought to be.
func (n *numbers) next(format string, args ...any) (v int64) {
	if n.err != nil {
		return 0
	}
	word := n.word()
	if len(word) == 0 {
		n.fail(ksb.ErrMissing, "the file ends before "+format, args...)
		return 0
	}
	for _, c := range word {
		if c < '0' || c > '9' || v > mostNumber {
			n.fail(ksb.ErrValue, "%.20q is not "+format+", a whole number from 0 to %d", append(append([]any{word}, args...), int64(mostNumber))...)
			return 0
		}
		v = v*10 + int64(c-'0')
	}
	return v
}

// size reads how many rows or columns there are.
func (n *numbers) size(what string) int {
	v := n.next("the number of %s", what)
	switch {
	case n.err == nil && v == 0:
		n.fail(ksb.ErrValue, "no %s", what)
	case v > int64(len(n.rest))+1:
		n.fail(ksb.ErrValue, "%d %s, but the file is shorter", v, what)
		return 0
	}
	return int(v)
}

// members reads how many members a row or column has, and which, from 1; they are
// returned from 0, ascending.
func (n *numbers) members(what string, i int, member string, most int) (list []int) {
	count := n.next("the size of %s %d", what, i+1)
	if count > int64(most) {
		n.fail(ksb.ErrValue, "%s %d has %d members, of %d %ss", what, i+1, count, most, member)
	}
	for k := int64(0); k < count && n.err == nil; k++ {
		v := n.next("a %s of %s %d", member, what, i+1)
		if n.err == nil && (v < 1 || v > int64(most)) {
			n.fail(ksb.ErrValue, "%s %d of %s %d: they are numbered from 1 to %d", member, v, what, i+1, most)
		}
		list = append(list, int(v)-1)
	}
	if n.err != nil {
		return nil
	}
	slices.Sort(list)
	if len(slices.Compact(slices.Clone(list))) < len(list) {
		n.fail(ksb.ErrValue, "%s %d names a %s twice", what, i+1, member)
		return nil
	}
	return list
}

// end tells that nothing may follow.
func (n *numbers) end() {
	if n.err == nil {
		if word := n.word(); len(word) > 0 {
			n.fail(ksb.ErrValue, "%.20q after the end", word)
		}
	}
}
