package moodle_test

import (
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/skillgap-go/skillgap/ksb/format/moodle"
)

// What a framework has no place for is named once, and nothing else is.
func TestNotKept(t *testing.T) {
	for _, c := range []struct{ why, give, want string }{
		{"a rule, exported IDs and what the whole is about", today,
			"f.csv:1: no place for it: not kept: Rule type (optional), Rule outcome (optional), Exported ID (optional), the description of the framework"},
		{"an outcome of 0 and a configuration of null are no rule", old, ""},
	} {
		_, problems := read(t, c.give)
		got := ""
		for _, p := range problems {
			if errors.Is(p, moodle.ErrNoPlace) {
				p.Origin.File = "f.csv"
				got += p.Error()
			}
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Error(c.why, diff)
		}
	}
}
