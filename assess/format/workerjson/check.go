package workerjson

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/skillgap-go/skillgap/assess"
	"github.com/skillgap-go/skillgap/ksb"
)

// checkEvidence names the pieces that lack what every piece must have, fixes the
// default IDs to the rows of the file, and takes the pieces out.
func checkEvidence(w *assess.Worker) (problems ksb.Problems) {
	for i := range w.Evidence {
		e := &w.Evidence[i]
		e.ID = cmp.Or(e.ID, fmt.Sprintf("row-%d", e.Row))
	}
	w.Evidence = slices.DeleteFunc(w.Evidence, func(e assess.Evidence) bool {
		lacks := missing(e)
		for _, key := range lacks {
			problems.Add(e.Origin, fmt.Sprintf("evidence[%d].%s", e.Row-1, key), ksb.ErrMissing, "%q has none", e.ID)
		}
		return len(lacks) > 0
	})
	return problems
}

func missing(e assess.Evidence) (keys []string) {
	if len(e.Statements) == 0 {
		keys = append(keys, "statements")
	}
	if e.Kind == 0 {
		keys = append(keys, "kind")
	}
	if e.At == 0 {
		keys = append(keys, "at")
	}
	return keys
}
