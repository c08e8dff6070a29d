package calibrate

import (
	"cmp"
	"slices"
	"strings"

	"github.com/skillgap-go/skillgap/assess"
	"github.com/skillgap-go/skillgap/ksb"
)

// Pair is two independent ratings of one kind about one person and statement, each as a
// share of the top level of the statement's scale.
type Pair struct {
	Kind          assess.EvidenceKind
	Worker        int // position in the list of workers
	Statement     ksb.StatementID
	First, Second float64
	By            [2]string // the sources, in natural order
}

// Pairs finds what was rated twice: accepted graded pieces with a level, of one kind,
// about one person and statement, by two named sources, at most withinDays apart, since
// people learn in between. Of each source the newest piece counts, and of more than two
// sources the two whose pieces are the newest. Statements are known by their IDs alone:
// a code means another statement in every role. Self ratings are never paired. Pairs stand by kind,
// worker and statement.
func Pairs(ix *ksb.Index, workers []assess.Worker, withinDays int) (pairs []Pair) {
	var list []rated
	for n, w := range workers {
		list = append(list, ratedOf(ix, n, w)...)
	}
	slices.SortFunc(list, rated.compare)
	for start, end := 0, 0; start < len(list); start = end {
		for end = start; end < len(list) && list[end].target == list[start].target; end++ {
		}
		if pair, found := newestTwo(list[start:end], withinDays); found {
			pairs = append(pairs, pair)
		}
	}
	return pairs
}

type target struct {
	kind      assess.EvidenceKind
	worker    int
	statement int32
}

// rated is one rating that may be half a pair.
type rated struct {
	target
	at    ksb.Date
	by    string
	id    string
	level float64
	name  ksb.StatementID
}

// compare orders by target, then the newest first, then by source, ID and level.
func (r rated) compare(o rated) int {
	return cmp.Or(
		cmp.Compare(r.kind, o.kind), cmp.Compare(r.worker, o.worker), cmp.Compare(r.statement, o.statement),
		cmp.Compare(o.at, r.at), natural(r.by, o.by), natural(r.id, o.id), cmp.Compare(r.level, o.level),
	)
}

func ratedOf(ix *ksb.Index, worker int, w assess.Worker) (list []rated) {
	for i := range w.Evidence {
		e := &w.Evidence[i]
		if !mayPair(e) {
			continue
		}
		for _, ref := range e.Statements {
			number, known := ix.NumberOf(ksb.StatementID(ref.ID))
			level := cmp.Or(ref.Level, e.Level)
			if !known || level == nil {
				continue
			}
			top := float64(ix.ScaleAt(number).Top())
			if *level >= 0 && *level <= top {
				list = append(list, rated{target{e.Kind, worker, number}, e.At, e.By, e.ID, *level / top, ksb.StatementID(ref.ID)})
			}
		}
	}
	return list
}

// mayPair: an accepted graded piece by a named source that is not the person.
func mayPair(e *assess.Evidence) bool {
	passes := e.Kind == assess.Certificate || e.Kind == assess.SignOff
	graded := e.Mode == assess.Graded || e.Mode == 0 && !passes
	accepted := e.State == 0 || e.State == assess.Accepted
	return graded && accepted && strings.TrimSpace(e.By) != "" && e.At != 0 && e.Kind > assess.Self && e.Kind <= assess.SignOff
}

// newestTwo takes the newest piece and the newest by somebody else.
func newestTwo(list []rated, withinDays int) (Pair, bool) {
	first := list[0]
	for _, second := range list[1:] {
		if second.by == first.by {
			continue
		}
		if int(first.at-second.at) > withinDays {
			break
		}
		if natural(second.by, first.by) < 0 {
			first, second = second, first
		}
		return Pair{first.kind, first.worker, first.name, first.level, second.level, [2]string{first.by, second.by}}, true
	}
	return Pair{}, false
}
