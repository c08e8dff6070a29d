package skillsengland_test

import (
	"bytes"
	"encoding/json"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"

	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/ksb/format/skillsengland"
	"github.com/skillgap-go/skillgap/ksb/ksbtest/given"
)

// checked counts the checks that a list of objects fails, by code, without our code: of
// those that look at one object alone, and of E1004.
func checked(t *testing.T, data []byte) map[string]int {
	t.Helper()
	found, references := map[string]int{}, map[any]map[any]bool{}
	var objects []map[string]any
	for line := range bytes.Lines(data) {
		var o map[string]any
		require.NoError(t, json.Unmarshal(line, &o))
		objects = append(objects, o)
		if references[o["larsCode"]] == nil {
			references[o["larsCode"]] = map[any]bool{}
		}
		references[o["larsCode"]][o["referenceNumber"]] = true
	}
	for _, o := range objects {
		code, isNumber := o["larsCode"].(float64)
		title, status := o["title"].(string), o["status"]
		options := append(o["options"].([]any), o["optionsUnstructuredTemplate"].([]any)...)
		for code, failed := range map[string]bool{
			"E1002": !regexp.MustCompile(`^(ST|FA|AU)\d{4}$`).MatchString(o["referenceNumber"].(string)),
			"E1003": !regexp.MustCompile(`^\d+\.\d+$`).MatchString(o["version"].(string)),
			"E1004": code > 0 && len(references[code]) > 1,
			"S1005": !isNumber,
			"S1006": code == 0 && isNumber && status == "Retired",
			"S1007": (status == "Retired" || status == "Approved for delivery") && o["version"] != o["versionNumber"],
			"S1008": title == "" || title[0] == ' ',
			"S1009": !slices.Contains([]any{"Approved for delivery", "Retired", "Withdrawn", "In development", "Proposal in development"}, status),
			"W1003": o["coreAndOptions"] == true && len(options) == 0,
		} {
			if failed {
				found[code]++
			}
		}
	}
	return found
}

func codesOf(problems ksb.Problems) map[string]int {
	found := map[string]int{}
	for _, p := range problems {
		if code, _, is := strings.Cut(string(p.Fault), ":"); is {
			found[code]++
		}
	}
	return found
}

// The published sample passes every check; what is done to it here fails them, and a
// second count agrees.
func TestRealChecks(t *testing.T) {
	data := unpacked(t, given.Shared(t, "data", "skills-england", "standards-sample.ndjson.gz"))
	_, problems := skillsengland.Read(bytes.NewReader(data), "sample")
	require.Empty(t, codesOf(problems))
	require.Empty(t, checked(t, data))

	for _, change := range [][2]string{
		{`"referenceNumber":"ST0([0-4])`, `"referenceNumber":"SX0$1`},
		{`"title":"(A[^"]*)"`, `"title":" $1"`},
		{`"title":"B[^"]*"`, `"title":""`},
		{`"status":"Approved for delivery"`, `"status":"Approved"`},
		{`"larsCode":4\d*`, `"larsCode":4`},
		{`"larsCode":5\d*`, `"larsCode":"none"`},
		{`"versionNumber":"1.1"`, `"versionNumber":"1.0"`},
		{`"version":"1.1"`, `"version":"1.1.1"`},
		{`"optionsUnstructuredTemplate":\[[^\]]*\]`, `"optionsUnstructuredTemplate":[]`},
	} {
		t.Run(change[0], func(t *testing.T) {
			changed := regexp.MustCompile(strings.ReplaceAll(change[0], `":`, `": *`)).ReplaceAll(data, []byte(change[1]))
			require.NotEqual(t, data, changed, "the sample has such a thing")
			want := checked(t, changed)
			require.NotEmpty(t, want)
			_, problems := skillsengland.Read(bytes.NewReader(changed), "sample")
			got := codesOf(problems)
			for code := range got { // in any order: it is a filter
				if want[code] == 0 && strings.Contains("S1001 S1002 S1003 S1004 W1001", code) {
					delete(got, code) // of several objects: counted nowhere else
				}
			}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// What the HTML of old standards gives: the rows of their tables and the items of their
// lists, counted by their tags.
func TestRealInformation(t *testing.T) {
	data := unpacked(t, given.Shared(t, "data", "skills-england", "standards-sample.ndjson.gz"))
	pages := map[string]string{}
	for line := range bytes.Lines(data) {
		var o struct{ ReferenceNumber, Version, StandardInformation string }
		require.NoError(t, json.Unmarshal(line, &o))
		pages[o.ReferenceNumber+"_"+o.Version] = o.StandardInformation
	}
	f, problems := skillsengland.Read(bytes.NewReader(data), "sample")
	require.Equal(t, 16, count(problems, skillsengland.ErrFromHTML))
	require.Equal(t, 4, count(problems, ksb.ErrEmptyRole))
	got := map[string]int{}
	for _, s := range f.Statements {
		if role, code, own := strings.Cut(string(s.ID), "/"); own {
			got[role+" "+code[:1]]++
			require.NotContains(t, s.Text, "<")
			require.NotContains(t, s.Text, "&nbsp")
		}
	}
	tags := func(role, tag string) int { return strings.Count(pages[role], "&lt;"+tag) }
	all := func(role string) int { return got[role+" K"] + got[role+" S"] + got[role+" B"] }

	require.Equal(t, tags("ST0228_1.0", "tr")-1, got["ST0228_1.0 K"], "a row a KSB of each kind, below the head")
	require.Equal(t, got["ST0228_1.0 K"], got["ST0228_1.0 S"])
	require.Equal(t, got["ST0228_1.0 K"], got["ST0228_1.0 B"])
	require.Equal(t, tags("ST0240_1.0", "tr")-3, all("ST0240_1.0"), "a row a KSB, below the heads of three tables")
	require.Equal(t, tags("ST0003_1.0", "tr")-3-2, all("ST0003_1.0"), "likewise, and two rows are for options")
	require.Equal(t, tags("ST0190_1.0", "li"), all("ST0190_1.0"), "an item a KSB")
	require.Equal(t, 10, got["ST0107_1.0 B"])
	require.Zero(t, got["ST0107_1.0 K"], "its knowledge and skills stand together, and nobody said which is which")
	for _, r := range f.Roles {
		if pages[string(r.ID)] != "" && all(string(r.ID)) > 0 {
			require.Empty(t, r.Duties, r.ID)
			require.Len(t, r.Requirements, all(string(r.ID)))
		}
	}
}
