package workerjson

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/skillgap-go/skillgap/assess"
	"github.com/skillgap-go/skillgap/ksb"
)

// check names the parts that lack what every such part must have, fixes the default
// IDs of evidence to the rows of the file, and takes the parts out.
func check(w *assess.Worker) (problems ksb.Problems) {
	for i := range w.Evidence {
		e := &w.Evidence[i]
		e.ID = cmp.Or(e.ID, fmt.Sprintf("row-%d", e.Row))
	}
	w.Evidence = slices.DeleteFunc(w.Evidence, func(e assess.Evidence) bool {
		lacks := missing(e)
		for _, key := range lacks {
			problems.Add(e.Origin, fmt.Sprintf("evidence[%d].%s", e.Row-1, key), ksb.ErrMissing, "%.80q has none", e.ID)
		}
		return len(lacks) > 0
	})
	for i, c := range w.Credentials {
		if c.ID == "" {
			problems.Add(c.Origin, fmt.Sprintf("credentials[%d].id", i), ksb.ErrMissing, "a credential has one")
		}
		if c.Credits < 0 {
			problems.Add(c.Origin, fmt.Sprintf("credentials[%d].credits", i), ksb.ErrValue, "%d is below 0", c.Credits)
		}
	}
	for i, o := range w.Overrides {
		if o.Statement == "" {
			problems.Add(o.Origin, fmt.Sprintf("overrides[%d].statement", i), ksb.ErrMissing, "an override has one")
		}
	}
	w.Waivers = checkWaivers(w.Waivers, &problems)
	w.Credentials = slices.DeleteFunc(w.Credentials, func(c assess.Credential) bool { return c.ID == "" || c.Credits < 0 })
	w.Overrides = slices.DeleteFunc(w.Overrides, func(o assess.Override) bool { return o.Statement == "" })
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

// checkWaivers names the waivers that lack one of the three things that each must say,
// and takes them out.
func checkWaivers(list []assess.Waiver, problems *ksb.Problems) (kept []assess.Waiver) {
	for i, v := range list {
		whole := true
		for _, part := range []struct{ key, value string }{{"role", string(v.Role)}, {"gate", string(v.Gate)}, {"reason", v.Reason}} {
			if part.value == "" {
				problems.Add(v.Origin, fmt.Sprintf("waivers[%d].%s", i, part.key), ksb.ErrMissing, "a waiver has one")
				whole = false
			}
		}
		if whole {
			kept = append(kept, v)
		}
	}
	return kept
}
