package main

import (
	"net/url"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// FuzzAddress: whatever stands in an address is understood or refused, and what was
// understood is written so that it reads the same.
func FuzzAddress(f *testing.F) {
	for _, seed := range []string{
		"", "as-of=2026-06-30&trust-self=0.2&level=img-s2:2&level=host/S1:1", "trust-test=NaN", "trust-peer=1e-320", "level=a:b:3&level=:1&level=", "level=x:256",
		"pounds=250.50&hours=7.25&weeks=3&a-week=2&unmet=yes", "pounds=1e300", "weeks=-0", "hours=0x1p4", "as-of=0000-00-00", "pounds=%00",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, query string) {
		q, _ := url.ParseQuery(query)
		if o, err := readWish(q); err == nil {
			if l := o.Options.Limits; l.Pence != nil && *l.Pence < 0 || l.Minutes != nil && *l.Minutes < 0 || l.Weeks != nil && *l.Weeks < 0 || o.Weekly < 0 {
				t.Errorf("less than nothing: %+v", o)
			}
		}
		a, err := readAssumptions(q)
		if err != nil {
			return
		}
		again, err := readAssumptions(a.Query())
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(a, again); diff != "" {
			t.Error(diff)
		}
		if err := a.policy().Check(); err != nil {
			t.Errorf("a policy that no engine takes: %v", err)
		}
	})
}
