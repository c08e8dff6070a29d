package main

import (
	"fmt"
	"slices"

	"github.com/skillgap-go/skillgap/ksb"
)

// numbers reads whole numbers between white space, strictly. After the first mistake, which
// it keeps, it is not to be asked again.
type numbers struct {
	name   string
	data   []byte
	at     int // in data
	line   int
	layout layout
	room   []int // for members
	err    error
}

func (n *numbers) fail(fault ksb.Fault, format string, args ...any) {
	if n.err == nil {
		n.err = &ksb.Problem{Origin: ksb.Origin{File: n.name, Line: n.line}, Fault: fault, Detail: fmt.Sprintf(format, args...) + " (layout by " + string(n.layout) + ")"}
	}
}

func isSpace(c byte) bool { return c == ' ' || c == '\n' || c == '\r' || c == '\t' }

// skip goes on to the next word, or to the end.
func (n *numbers) skip() {
	data, at := n.data, n.at
	for at < len(data) && isSpace(data[at]) {
		if data[at] == '\n' {
			n.line++
		}
		at++
	}
	n.at = at
}

// word is what stands here up to the next white space; nothing at the end.
func (n *numbers) word() []byte {
	end := n.at
	for end < len(n.data) && !isSpace(n.data[end]) {
		end++
	}
	return n.data[n.at:end]
}

// mostNumber is the greatest number that a file may hold.
const mostNumber = 1_000_000_000_000

// next reads a number; false: there is none, which is yet to be refused.
func (n *numbers) next() (v int64, ok bool) {
	n.skip()
	data, at := n.data, n.at
	for at < len(data) && data[at]-'0' <= 9 && v <= mostNumber {
		v = v*10 + int64(data[at]-'0')
		at++
	}
	if ok = at > n.at && (at == len(data) || isSpace(data[at])); ok {
		n.at = at
	}
	return v, ok
}

// refuse tells, after next, that there is no number here; format and args say what it ought
// to be.
func (n *numbers) refuse(format string, args ...any) {
	word := n.word()
	if len(word) == 0 {
		n.fail(ksb.ErrMissing, "the file ends before "+format, args...)
		return
	}
	n.fail(ksb.ErrValue, "%.20q is not "+format+", a whole number from 0 to %d", append(append([]any{word}, args...), int64(mostNumber))...)
}

// size reads how many rows or columns there are.
func (n *numbers) size(what string) int {
	v, ok := n.next()
	switch {
	case n.err != nil:
	case !ok:
		n.refuse("the number of %s", what)
	case v == 0:
		n.fail(ksb.ErrValue, "no %s", what)
	case v > int64(len(n.data)-n.at)+1:
		n.fail(ksb.ErrValue, "%d %s, but the file is shorter", v, what)
	default:
		return int(v)
	}
	return 0
}

// members reads how many members a row or column has, and which, from 1; they are
// returned from 0, ascending.
func (n *numbers) members(what string, i int, member string, most int) []int {
	count, ok := n.next()
	switch {
	case !ok:
		n.refuse("the size of %s %d", what, i+1)
	case count > int64(most):
		n.fail(ksb.ErrValue, "%s %d has %d members, of %d %ss", what, i+1, count, most, member)
	}
	list, rising := n.list(int(count)), true
	for range count {
		v, ok := n.next()
		switch {
		case n.err != nil:
			return nil
		case !ok:
			n.refuse("a %s of %s %d", member, what, i+1)
			return nil
		case v < 1 || v > int64(most):
			n.fail(ksb.ErrValue, "%s %d of %s %d: they are numbered from 1 to %d", member, v, what, i+1, most)
			return nil
		}
		rising = rising && (len(list) == 0 || list[len(list)-1] < int(v)-1)
		list = append(list, int(v)-1)
	}
	if !rising {
		slices.Sort(list)
		if len(slices.Compact(slices.Clone(list))) < len(list) {
			n.fail(ksb.ErrValue, "%s %d names a %s twice", what, i+1, member)
			return nil
		}
	}
	return list
}

// list is an empty list with room for so many members, if the file can hold them.
func (n *numbers) list(count int) []int {
	if n.err != nil || count > len(n.data)-n.at {
		return nil
	}
	if count > len(n.room) {
		n.room = make([]int, max(count, 4096))
	}
	list := n.room[:0:count]
	n.room = n.room[count:]
	return list
}

// end tells that nothing may follow.
func (n *numbers) end() {
	if n.skip(); n.err == nil && n.at < len(n.data) {
		n.fail(ksb.ErrValue, "%.20q after the end", n.word())
	}
}
