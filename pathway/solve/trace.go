package solve

// trace is a node of the search as the certificate needs it.
type trace struct {
	lists         []*tally
	action        int32 // on which the node was split; -1: it was not
	with, without *trace
}

// mostKept is how many prices of a search are kept. A proof that takes more is none
// that anybody would read.
const mostKept = 4 << 20

// keep keeps a tally in the trace of its node.
func (s *search) keep(t *tally, tr *trace) {
	if n := len(tr.lists); n > 0 && tr.lists[n-1] == t {
		return
	}
	if s.kept += len(t.rows) + 4; s.kept > mostKept {
		return
	}
	tr.lists = append(tr.lists, t)
}
