package esco_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/skillgap-go/skillgap/ksb/ksbtest/given"
)

// A skill has a code that a person can write down; the URI stays what it is known by.
func TestCodes(t *testing.T) {
	const base = "http://data.europa.eu/esco/skill/"
	for _, c := range []struct {
		why  string
		uris []string
		want map[string]string
	}{
		{"the first eight digits of a UUID", []string{base + "0005c151-5b5a-4a66-8aac-60e734beb1ab"},
			map[string]string{base + "0005c151-5b5a-4a66-8aac-60e734beb1ab": "0005c151"}},
		{"two that begin alike are told apart", []string{base + "0005c151-5b5a-4a66-8aac-60e734beb1ab", base + "0005c151-5b5a-4a66-8aac-60e734beb1ac", base + "1005c151-5b5a-4a66-8aac-60e734beb1ac"},
			map[string]string{
				base + "0005c151-5b5a-4a66-8aac-60e734beb1ab": "0005c151-5b5a-4a66-8aac-60e734beb1ab",
				base + "0005c151-5b5a-4a66-8aac-60e734beb1ac": "0005c151-5b5a-4a66-8aac-60e734beb1ac",
				base + "1005c151-5b5a-4a66-8aac-60e734beb1ac": "1005c151",
			}},
		{"what is no UUID stays whole", []string{base + "S1.2.3", "key", base + "not-one!-of-the-uuids-that-we-know-of"},
			map[string]string{base + "S1.2.3": "S1.2.3", "key": "key", base + "not-one!-of-the-uuids-that-we-know-of": "not-one!-of-the-uuids-that-we-know-of"}},
	} {
		table := "conceptType,conceptUri,skillType,preferredLabel\n"
		for _, uri := range c.uris {
			table += "Skill," + uri + ",knowledge,a label\n"
		}
		f, _ := readSet(t, given.With(official(), "skills_en.csv", table, "greenSkillsCollection_en.csv", ""))
		got := map[string]string{}
		for _, s := range f.Statements {
			got[string(s.ID)] = s.Code
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Error(c.why, diff)
		}
	}
}
