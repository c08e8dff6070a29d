package workerjson_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"

	"github.com/skillgap-go/skillgap/assess"
	"github.com/skillgap-go/skillgap/assess/format/workerjson"
	"github.com/skillgap-go/skillgap/ksb"
)

func TestReadOfStatements(t *testing.T) {
	tests := []struct {
		why, give string
		want      []assess.StatementRef
		faults    []mistake
	}{
		{"an ID or a code", `["S1","K7"]`, assess.Refs("S1", "K7"), nil},
		{"a level of its own", `[{"id":"S2","level":2}]`, []assess.StatementRef{{ID: "S2", Level: new(2.0)}}, nil},
		{"a level of 0 is a level", `[{"id":"S2","level":0}]`, []assess.StatementRef{{ID: "S2", Level: new(0.0)}}, nil},
		{"a fractional level", `[{"id":"S2","level":3.2}]`, []assess.StatementRef{{ID: "S2", Level: new(3.2)}}, nil},
		{"an object without a level", `[{"id":"S2"}]`, assess.Refs("S2"), nil},
		{"an absent level", `[{"id":"S2","level":null}]`, assess.Refs("S2"), nil},
		{"what is wrong takes only itself out", `["S1",{"level":2},"S3"]`, assess.Refs("S1", "S3"), []mistake{{ksb.ErrWrongType, "evidence[0].statements[1]", 2}}},
		{"an empty text", `["","S3"]`, assess.Refs("S3"), []mistake{{ksb.ErrWrongType, "evidence[0].statements[0]", 2}}},
		{"a number", `[1,"S3"]`, assess.Refs("S3"), []mistake{{ksb.ErrWrongType, "evidence[0].statements[0]", 2}}},
		{"a list", `[["S1"],"S3"]`, assess.Refs("S3"), []mistake{{ksb.ErrWrongType, "evidence[0].statements[0]", 2}}},
		{"a level as a text", `[{"id":"S1","level":"2"},"S3"]`, assess.Refs("S3"), []mistake{{ksb.ErrWrongType, "evidence[0].statements[0]", 2}}},
	}
	for _, tt := range tests {
		t.Run(tt.why, func(t *testing.T) {
			w, problems := workerjson.Read(strings.NewReader("{\"format\":\"worker/1\",\"evidence\":[\n{\"kind\":\"test\",\"at\":\"2026-01-31\",\"statements\":"+tt.give+"}]}"), "x.json")
			require.Len(t, w.Evidence, 1)
			if diff := cmp.Diff(tt.want, w.Evidence[0].Statements); diff != "" {
				t.Error(diff)
			}
			if diff := cmp.Diff(tt.faults, mistakes(problems)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// The object of a statement is as strict as any other.
func TestReadOfTheObjectOfAStatement(t *testing.T) {
	for why, give := range map[string]string{
		"a key that nobody knows": `{"id":"S1","levle":2}`,
		"a key given twice":       `{"id":"S1","level":2,"level":4}`,
		"an ID given twice":       `{"id":"S1","id":"S9"}`,
		"a key in other case":     `{"ID":"S1","LEVEL":2}`,
	} {
		t.Run(why, func(t *testing.T) {
			_, problems := workerjson.Read(strings.NewReader(`{"format":"worker/1","evidence":[{"kind":"test","at":"2026-01-31","statements":[`+give+`]}]}`), "x.json")
			require.True(t, slices.ContainsFunc(problems, func(p *ksb.Problem) bool {
				return strings.HasPrefix(p.Path, "evidence[0].statements[0]")
			}), "%v", problems)
		})
	}
}

// Everything that may be left out stands at its default.
func TestReadOfWhatIsLeftOut(t *testing.T) {
	w := read(t, []byte(`{"format":"worker/1","evidence":[{"statements":["S1"],"kind":"certificate","at":"2026-01-31"}],"credentials":[{"id":"c"}]}`))
	want := assess.Worker{
		Format:      assess.WorkerFormat,
		Evidence:    []assess.Evidence{{ID: "row-1", Row: 1, Statements: assess.Refs("S1"), Kind: assess.Certificate, At: 739647}},
		Credentials: []assess.Credential{{ID: "c"}},
	}
	if diff := cmp.Diff(want, w, placeless()); diff != "" {
		t.Error(diff)
	}
}

func TestReadOfTheOtherParts(t *testing.T) {
	tests := []struct {
		why, give string
		want      []mistake
	}{
		{"a worker who is a number", `"id":7`, []mistake{{ksb.ErrWrongType, "id", 2}}},
		{"a key that nobody knows", `"name":"Ann"`, []mistake{{ksb.ErrUnknownKey, "name", 2}}},
		{"a part given twice", `"evidence":[],"evidence":[]`, []mistake{{ksb.ErrDuplicateKey, "evidence", 2}}},
		{"a format given twice", `"format":"worker/1"`, []mistake{{ksb.ErrDuplicateKey, "format", 2}}},
		{"evidence that is no list", `"evidence":{}`, []mistake{{ksb.ErrWrongType, "evidence", 2}}},
		{"a credential without an ID", `"credentials":[{"at":"2026-01-31"}]`, []mistake{{ksb.ErrMissing, "credentials[0].id", 2}}},
		{"credits that are no whole number", `"credentials":[{"id":"c","credits":0.5}]`, []mistake{{ksb.ErrWrongType, "credentials[0].credits", 2}}},
		{"held that is a text", `"credentials":[{"id":"c","held":"no"}]`, []mistake{{ksb.ErrWrongType, "credentials[0].held", 2}}},
		{"no such day", `"credentials":[{"id":"c","until":"2025-02-29"}]`, []mistake{{ksb.ErrDate, "credentials[0].until", 2}}},
		{"a fact that is a text", `"facts":{"ageAtStart":"old"}`, []mistake{{ksb.ErrDate, "facts.ageAtStart", 2}}},
		{"a fact that is a list", `"facts":{"ageAtStart":[18]}`, []mistake{{ksb.ErrWrongType, "facts.ageAtStart", 2}}},
		{"a fact given twice", `"facts":{"ageAtStart":18,"ageAtStart":19}`, []mistake{{ksb.ErrDuplicateKey, "facts.ageAtStart", 2}}},
		{"a start that is no day", `"facts":{"start":"2026-13-01"}`, []mistake{{ksb.ErrDate, "facts.start", 2}}},
		{"an override without a statement", `"overrides":[{"met":true}]`, []mistake{{ksb.ErrMissing, "overrides[0].statement", 2}}},
		{"an override that is a text", `"overrides":[{"statement":"S1","met":"yes"}]`, []mistake{{ksb.ErrWrongType, "overrides[0].met", 2}}},
		{"a waiver that gives no reason", `"waivers":[{"role":"R","gate":"G"}]`, []mistake{{ksb.ErrMissing, "waivers[0].reason", 2}}},
		{"a waiver of every role at once", `"waivers":[{"gate":"G","reason":"x"}]`, []mistake{{ksb.ErrMissing, "waivers[0].role", 2}}},
		{"a waiver that says nothing", `"waivers":[{}]`, []mistake{
			{ksb.ErrMissing, "waivers[0].gate", 2}, {ksb.ErrMissing, "waivers[0].reason", 2}, {ksb.ErrMissing, "waivers[0].role", 2}}},
		{"a waiver in parts that nobody knows", `"waivers":[{"role":"R","gate":"G","reason":"x","met":true}]`, []mistake{{ksb.ErrUnknownKey, "waivers[0].met", 2}}},
		{"an unknown key far within", `"overrides":[{"statement":"S1","met":true,"why":"x"}]`, []mistake{{ksb.ErrUnknownKey, "overrides[0].why", 2}}},
	}
	for _, tt := range tests {
		t.Run(tt.why, func(t *testing.T) {
			_, problems := workerjson.Read(strings.NewReader("{\"format\":\"worker/1\",\n"+tt.give+"}"), "x.json")
			if diff := cmp.Diff(tt.want, mistakes(problems)); diff != "" {
				t.Error(diff)
			}
		})
	}
}
