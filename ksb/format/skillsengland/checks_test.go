package skillsengland_test

import (
	"encoding/json"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"

	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/ksb/format/skillsengland"
)

// keys are those of an object that differ from a sound one; "-" takes a key out.
type keys map[string]any

// standards writes sound standards with other keys, one a line.
func standards(t testing.TB, list ...keys) string {
	t.Helper()
	document := ""
	for _, other := range list {
		object := keys{
			"referenceNumber": "ST9500", "title": "Weaver", "status": "Approved for delivery", "version": "1.0", "versionNumber": "1.0",
			"level": 3, "larsCode": 950, "maxFunding": 5000, "typicalDuration": 18, "earliestStartDate": "2021-01-01T00:00:00",
			"latestStartDate": nil, "createdDate": "2020-06-01T10:00:00 +00:00", "approvedForDelivery": "2021-01-01", "regulatedBody": "",
			"typicalJobTitles": []string{}, "keywords": []string{}, "coreAndOptions": false, "options": []keys{}, "duties": nil,
			"knowledges": []keys{{"knowledgeId": "k", "detail": "Wool"}}, "skills": nil, "behaviours": nil,
		}
		maps.Copy(object, other)
		maps.DeleteFunc(object, func(_ string, v any) bool { return v == "-" }) // in any order: it is a filter
		raw, err := json.Marshal(object)
		require.NoError(t, err)
		document += string(raw) + "\n"
	}
	return document
}

func options(titles ...string) (list []keys) {
	for _, title := range titles {
		list = append(list, keys{"optionId": title, "title": title})
	}
	return list
}

// Each check has a smallest input that it complains of, and one that only just passes.
func TestChecks(t *testing.T) {
	second := func(more keys) keys {
		k := keys{"version": "1.1", "versionNumber": "1.1", "earliestStartDate": "2022-01-01"}
		maps.Copy(k, more)
		return k
	}
	first := keys{"status": "Retired", "latestStartDate": "2021-12-31"}
	unit := keys{"referenceNumber": "AU9500", "larsCode": "Z1234567", "minimumHoursForCompliance": 30, "technicalKnowledges": nil, "technicalSkills": nil}
	late := keys{"referenceNumber": "ST9501", "larsCode": 951, "lastUpdated": "2021-02-01"}
	for _, c := range []struct {
		why        string
		fault      ksb.Fault
		found, not []keys
		at         string // line and path
	}{
		{"a key that is not there", skillsengland.ErrE1001, []keys{{"level": "-"}}, []keys{{"level": nil}}, "1 ST9500_1.0"},
		{"of two keys one is enough", skillsengland.ErrE1001, []keys{{"options": "-"}}, []keys{{"options": "-", "optionsUnstructuredTemplate": nil}}, "1 ST9500_1.0"},
		{"a unit has other keys", skillsengland.ErrE1001, []keys{{"referenceNumber": "AU9500"}}, []keys{unit}, "1 AU9500_1.0"},
		{"letters and four digits", skillsengland.ErrE1002, []keys{{"referenceNumber": "ST950"}}, []keys{{"referenceNumber": " st9500 "}}, "1 ST950_1.0.referenceNumber"},
		{"major and minor", skillsengland.ErrE1003, []keys{{"version": "1", "versionNumber": "1"}}, []keys{{"version": "10.12", "versionNumber": "10.12"}}, "1 ST9500_1.0.version"},
		{"one reference a code", skillsengland.ErrE1004, []keys{{}, {"referenceNumber": "ST9501"}}, []keys{{"larsCode": 0, "approvedForDelivery": nil}, {"referenceNumber": "ST9501", "larsCode": 0, "approvedForDelivery": nil}}, "1 ST9500_1.0.larsCode"},
		{"another version has a code", skillsengland.ErrS1001, []keys{first, second(keys{"larsCode": 0})}, []keys{first, second(nil)}, "2 ST9500_1.1.larsCode"},
		{"one version is open", skillsengland.ErrS1002, []keys{{"latestStartDate": "2021-12-31"}, second(nil)}, []keys{first, second(nil)}, "1 ST9500_1.0.status"},
		{"1.1 or 2.0 follow 1.0", skillsengland.ErrS1003, []keys{first, second(keys{"version": "1.2", "versionNumber": "1.2"})}, []keys{first, second(keys{"version": "2.0", "versionNumber": "2.0"})}, "2 ST9500_1.2.version"},
		{"the day after", skillsengland.ErrS1004, []keys{first, second(keys{"earliestStartDate": "2022-01-02"})}, []keys{first, second(nil)}, "2 ST9500_1.1.earliestStartDate"},
		{"a version that is open has no successor", skillsengland.ErrS1004, []keys{{"status": "Retired"}, second(nil)}, []keys{first, second(keys{"status": "In development", "earliestStartDate": nil})}, "2 ST9500_1.1.earliestStartDate"},
		{"a number", skillsengland.ErrS1005, []keys{{"larsCode": "none"}}, []keys{{"larsCode": " 950 "}}, "1 larsCode"},
		{"that of a unit is no number", skillsengland.ErrS1005, []keys{{"larsCode": "Z1234567"}}, []keys{unit}, "1 ST9500_1.0.larsCode"},
		{"retired with a code", skillsengland.ErrS1006, []keys{{"status": "Retired", "larsCode": 0}}, []keys{{"status": "Withdrawn", "larsCode": 0}}, "1 ST9500_1.0.larsCode"},
		{"written alike", skillsengland.ErrS1007, []keys{{"version": "1.1"}}, []keys{{"version": "1.1", "status": "In development"}}, "1 ST9500_1.0.versionNumber"},
		{"a title", skillsengland.ErrS1008, []keys{{"title": ""}}, []keys{{"title": "W "}}, "1 ST9500_1.0.title"},
		{"a title from its first letter", skillsengland.ErrS1008, []keys{{"title": " Weaver"}}, []keys{{"title": "Weaver "}}, "1 ST9500_1.0.title"},
		{"one of five", skillsengland.ErrS1009, []keys{{"status": "Approved"}}, []keys{{"status": "Proposal in development"}}, "1 ST9500_1.0.status"},
		{"a day", skillsengland.ErrS1010, []keys{{"earliestStartDate": "2021-02-29"}}, []keys{{"earliestStartDate": "2020-02-29"}}, "1 earliestStartDate"},
		{"a day, not a number", skillsengland.ErrS1010, []keys{{"earliestStartDate": 2021}}, []keys{{"earliestStartDate": ""}}, "1 earliestStartDate"},
		{"a last day", skillsengland.ErrS1011, []keys{{"latestStartDate": "soon"}}, []keys{{"latestStartDate": nil}}, "1 latestStartDate"},
		{"a day of creation", skillsengland.ErrS1012, []keys{{"createdDate": "0000-01-01"}}, []keys{{"createdDate": "2017-09-22T14:24:38 +00:00"}}, "1 createdDate"},
		{"the options of one version", skillsengland.ErrS1013, []keys{{"options": options("Silk", "Wool")}, {"options": options("Silk")}}, []keys{{"options": options("Silk")}, {"options": options("Silk", "Wool")}}, "2 ST9500_1.0.options"},
		{"a code within two weeks", skillsengland.ErrW1001, []keys{{"larsCode": 0, "publishDate": "2021-01-17"}, late}, []keys{{"larsCode": 0, "publishDate": "2021-01-18"}, late}, "1 ST9500_1.0.larsCode"},
		{"options where it says so", skillsengland.ErrW1003, []keys{{"coreAndOptions": true}}, []keys{{"coreAndOptions": true, "optionsUnstructuredTemplate": []string{"Silk"}}}, "1 ST9500_1.0.coreAndOptions"},
	} {
		t.Run(string(c.fault[:5])+" "+c.why, func(t *testing.T) {
			_, problems := skillsengland.Read(strings.NewReader(standards(t, c.found...)), "file")
			require.ErrorIs(t, problems, c.fault)
			require.Contains(t, told(problems), c.at+": "+string(c.fault))
			_, problems = skillsengland.Read(strings.NewReader(standards(t, c.not...)), "file")
			require.NotErrorIs(t, problems.Err(), c.fault)
			_, problems = skillsengland.Read(strings.NewReader(standards(t, keys{})), "file")
			require.Empty(t, problems, "the standard that the others are made of is sound")
		})
	}
}

func TestChecksDoNotDependOnTheOrderOfRows(t *testing.T) {
	list := []keys{
		{"latestStartDate": "2021-12-30"}, {"version": "1.1", "versionNumber": "1.1", "earliestStartDate": "2022-01-01", "larsCode": 0},
		{"version": "1.3", "versionNumber": "1.3", "status": "Retired", "larsCode": 0}, {"referenceNumber": "ST9501"},
	}
	faults := func(list []keys) (found []string) {
		_, problems := skillsengland.Read(strings.NewReader(standards(t, list...)), "file")
		for _, p := range problems {
			found = append(found, p.Path+" "+string(p.Fault)+" "+p.Detail)
		}
		slices.Sort(found)
		return found
	}
	want := faults(list)
	require.NotEmpty(t, want)
	slices.Reverse(list)
	if diff := cmp.Diff(want, faults(list)); diff != "" {
		t.Error(diff)
	}
}

func TestSince(t *testing.T) {
	before := sound(t, standards(t, keys{"options": options("Silk", "Wool")}, keys{"referenceNumber": "ST9501", "larsCode": 951}))
	for _, c := range []struct {
		why  string
		now  []keys
		told []string
	}{
		{"the same", []keys{{"options": options("Silk", "Wool")}, {"referenceNumber": "ST9501", "larsCode": 951}}, nil},
		{"more options", []keys{{"options": options("Silk", "Wool", "Hemp")}}, nil},
		{"an option renamed", []keys{{"options": options("Silk", "Wools")}}, []string{"1 ST9500_1.0.options: " + string(skillsengland.ErrS1013)}},
		{"options gone", []keys{{}}, []string{"1 ST9500_1.0.options: " + string(skillsengland.ErrS1013)}},
		{"other options in another version", []keys{{"version": "1.1", "versionNumber": "1.1"}}, nil},
		{"a LARS code gone", []keys{{"referenceNumber": "ST9501", "larsCode": 0, "approvedForDelivery": nil}}, []string{"1 ST9501_1.0.larsCode: " + string(skillsengland.ErrS1001)}},
		{"a new standard", []keys{{"referenceNumber": "ST9502", "larsCode": 0, "approvedForDelivery": nil}}, nil},
	} {
		t.Run(c.why, func(t *testing.T) {
			if diff := cmp.Diff(c.told, told(skillsengland.Since(before, sound(t, standards(t, c.now...))))); diff != "" {
				t.Error(diff)
			}
		})
	}
}
