package onet_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/skillgap-go/skillgap/ksb/format/rows"
)

// What a framework has no place for is named once a file, and nothing else is.
func TestNotKept(t *testing.T) {
	_, problems := readSet(t, small())
	const rated = "N, Standard Error, Lower CI Bound, Upper CI Bound, Date, Domain Source"
	want := []string{
		"Alternate Titles.txt:1: no place for it: not kept: Source(s)",
		"Job Zones.txt:1: no place for it: not kept: Date, Domain Source",
		"Knowledge.txt:1: no place for it: not kept: " + rated,
		"Occupation Data.txt:1: no place for it: not kept: Description",
		"Sample of Reported Titles.txt:1: no place for it: not kept: Shown in My Next Move",
		"Skills.txt:1: no place for it: not kept: " + rated,
		"Task Statements.txt:1: no place for it: not kept: Incumbents Responding, Date, Domain Source",
	}
	var got []string
	for _, p := range problems {
		if p.Fault == rows.ErrNoPlace {
			got = append(got, p.Error())
		}
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}
