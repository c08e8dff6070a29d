package workerjson_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"

	"github.com/skillgap-go/skillgap/assess"
	"github.com/skillgap-go/skillgap/assess/format/workerjson"
	"github.com/skillgap-go/skillgap/ksb"
)

// No document: one problem, and a worker that nobody can take for one.
func TestReadRefuses(t *testing.T) {
	tests := []struct {
		why, give string
		want      mistake
	}{
		{"nothing", "", mistake{ksb.ErrRead, "", 0}},
		{"blanks", " \r\n\t", mistake{ksb.ErrRead, "", 0}},
		{"another format", `{"format":"ksb/1"}`, mistake{ksb.ErrFormat, "format", 1}},
		{"a greater number", `{"format":"worker/2","evidence":"whatever that means by then"}`, mistake{ksb.ErrFormat, "format", 1}},
		{"a number that is none", `{"format":"worker/0"}`, mistake{ksb.ErrFormat, "format", 1}},
		{"no format", `{"id":"w"}`, mistake{ksb.ErrFormat, "format", 1}},
		{"a list of workers", `[{"format":"worker/1"}]`, mistake{ksb.ErrWrongType, "", 1}},
		{"a text", `"worker/1"`, mistake{ksb.ErrWrongType, "", 1}},
		{"broken syntax, however late", "{\"format\":\"worker/1\",\n\"evidence\":[{\"id\":\"e1\"},\n]}", mistake{ksb.ErrSyntax, "", 3}},
		{"cut off", "{\"format\":\"worker/1\",\n\"id\":\"w", mistake{ksb.ErrSyntax, "", 2}},
		{"two documents", "{\"format\":\"worker/1\"}\n{\"format\":\"worker/1\"}", mistake{ksb.ErrSyntax, "", 2}},
		{"bytes of another encoding", "{\"format\":\"worker/1\",\n\"id\":\"\xe9\"}", mistake{ksb.ErrEncoding, "", 2}},
		{"UTF-16", "\xff\xfe{\x00}\x00", mistake{ksb.ErrEncoding, "", 1}},
		{"gzip that is cut off", "\x1f\x8b\x08\x00", mistake{ksb.ErrRead, "", 0}},
		{"lists within lists without end", `{"format":"worker/1","evidence":` + strings.Repeat("[", 1000), mistake{ksb.ErrTooDeep, "", 1}},
		{"objects within objects without end", strings.Repeat(`{"facts":`, 1000), mistake{ksb.ErrTooDeep, "", 1}},
	}
	for _, tt := range tests {
		t.Run(tt.why, func(t *testing.T) {
			w, problems := workerjson.Read(strings.NewReader(tt.give), "x.json")
			if diff := cmp.Diff([]mistake{tt.want}, mistakes(problems)); diff != "" {
				t.Error(diff)
			}
			require.Equal(t, assess.Worker{}, w, "nothing can be trusted")
			require.Equal(t, "x.json", problems[0].Origin.File)
		})
	}
}

// What is wrong with one piece: it is named by its place, and its neighbours stay.
func TestReadOfAFaultyPiece(t *testing.T) {
	const whole = `"statements":["S1"],"kind":"test","at":"2026-01-31"`
	tests := []struct {
		why, give string
		want      []mistake
		stays     bool
	}{
		{"no statements", `"kind":"test","at":"2026-01-31"`, []mistake{{ksb.ErrMissing, "evidence[1].statements", 3}}, false},
		{"an empty list of statements", `"statements":[],"kind":"test","at":"2026-01-31"`, []mistake{{ksb.ErrMissing, "evidence[1].statements", 3}}, false},
		{"no kind", `"statements":["S1"],"at":"2026-01-31"`, []mistake{{ksb.ErrMissing, "evidence[1].kind", 3}}, false},
		{"no day", `"statements":["S1"],"kind":"test"`, []mistake{{ksb.ErrMissing, "evidence[1].at", 3}}, false},
		{"an empty day is absent", `"statements":["S1"],"kind":"test","at":""`, []mistake{{ksb.ErrMissing, "evidence[1].at", 3}}, false},
		{"null is absent", `"statements":null,"kind":null,"at":null`, []mistake{
			{ksb.ErrMissing, "evidence[1].at", 3}, {ksb.ErrMissing, "evidence[1].kind", 3}, {ksb.ErrMissing, "evidence[1].statements", 3}}, false},
		{"a kind that is none", `"statements":["S1"],"kind":"exam","at":"2026-01-31"`, []mistake{{ksb.ErrValue, "evidence[1].kind", 3}}, false},
		{"a kind in other case", `"statements":["S1"],"kind":"Test","at":"2026-01-31"`, []mistake{{ksb.ErrValue, "evidence[1].kind", 3}}, false},
		{"a party that is none", whole + `,"as":"boss"`, []mistake{{ksb.ErrValue, "evidence[1].as", 3}}, false},
		{"a mode that is none", whole + `,"mode":"above"`, []mistake{{ksb.ErrValue, "evidence[1].mode", 3}}, false},
		{"a state that is none", whole + `,"state":"open"`, []mistake{{ksb.ErrValue, "evidence[1].state", 3}}, false},
		{"a day that does not exist", `"statements":["S1"],"kind":"test","at":"2026-02-30"`, []mistake{{ksb.ErrDate, "evidence[1].at", 3}}, false},
		{"another way to write a day", whole + `,"until":"31/01/2027"`, []mistake{{ksb.ErrDate, "evidence[1].until", 3}}, false},
		{"a day as a number", whole + `,"until":20270131`, []mistake{{ksb.ErrWrongType, "evidence[1].until", 3}}, false},
		{"a relevance of 0", whole + `,"relevance":0`, []mistake{{ksb.ErrValue, "evidence[1].relevance", 3}}, false},
		{"a confidence of 0", whole + `,"confidence":0.0`, []mistake{{ksb.ErrValue, "evidence[1].confidence", 3}}, false},
		{"a reliability of 0", whole + `,"reliability":0e9`, []mistake{{ksb.ErrValue, "evidence[1].reliability", 3}}, false},
		{"0 with a sign is 0", whole + `,"relevance":-0`, []mistake{{ksb.ErrValue, "evidence[1].relevance", 3}}, false},
		{"a level of 0 is a level", whole + `,"level":0`, nil, true},
		{"a level as a text", whole + `,"level":"3"`, []mistake{{ksb.ErrWrongType, "evidence[1].level", 3}}, false},
		{"a level too large for a number", whole + `,"level":1e999`, []mistake{{ksb.ErrValue, "evidence[1].level", 3}}, false},
		{"a key that nobody knows", whole + `,"levle":3`, []mistake{{ksb.ErrUnknownKey, "evidence[1].levle", 3}}, true},
		{"a key in other case", whole + `,"Level":3`, []mistake{{ksb.ErrUnknownKey, "evidence[1].Level", 3}}, true},
		{"a row is no key", whole + `,"row":7`, []mistake{{ksb.ErrUnknownKey, "evidence[1].row", 3}}, true},
		{"a key given twice", whole + `,"level":3,"level":4`, []mistake{{ksb.ErrDuplicateKey, "evidence[1].level", 3}}, false},
		{"a text for a list", `"statements":"S1","kind":"test","at":"2026-01-31"`, []mistake{{ksb.ErrWrongType, "evidence[1].statements", 3}}, false},
		{"three faults at once", `"statements":["S1"],"kind":"x","at":"x","mode":"x"`, []mistake{
			{ksb.ErrDate, "evidence[1].at", 3}, {ksb.ErrValue, "evidence[1].kind", 3}, {ksb.ErrValue, "evidence[1].mode", 3}}, false},
	}
	for _, tt := range tests {
		t.Run(tt.why, func(t *testing.T) {
			text := "{\"format\":\"worker/1\",\"evidence\":[\n{" + whole + "},\n{" + tt.give + "},\n{" + whole + "}]}"
			w, problems := workerjson.Read(strings.NewReader(text), "x.json")
			if diff := cmp.Diff(tt.want, mistakes(problems)); diff != "" {
				t.Error(diff)
			}
			want := []string{"row-1", "row-3"}
			if tt.stays {
				want = []string{"row-1", "row-2", "row-3"}
			}
			require.Equal(t, want, rows(w), "numbers count the pieces of the file")
		})
	}
}

func rows(w assess.Worker) (ids []string) {
	for _, e := range w.Evidence {
		ids = append(ids, e.ID)
	}
	return ids
}

// null where a part should stand is no part: it has a place, and nothing else.
func TestReadOfNull(t *testing.T) {
	tests := []struct {
		why, give string
		path      string
	}{
		{"a piece", `"evidence":[null]`, "evidence[0]"},
		{"a statement", `"evidence":[{"statements":["S1",null],"kind":"test","at":"2026-01-31"}]`, "evidence[0].statements[1]"},
		{"a credential", `"credentials":[null]`, "credentials[0]"},
		{"an override", `"overrides":[null]`, "overrides[0]"},
		{"a waiver", `"waivers":[null]`, "waivers[0]"},
	}
	for _, tt := range tests {
		t.Run(tt.why, func(t *testing.T) {
			w, problems := workerjson.Read(strings.NewReader(`{"format":"worker/1",`+tt.give+`}`), "x.json")
			require.NotEmpty(t, problems, "a part is missing")
			require.True(t, strings.HasPrefix(problems[0].Path, tt.path), "it is named by its place, not %q", problems[0].Path)
			require.Empty(t, w.Credentials)
			require.Empty(t, w.Overrides)
			require.Empty(t, w.Waivers)
			for _, e := range w.Evidence {
				require.Equal(t, assess.Refs("S1"), e.Statements)
			}
		})
	}
	t.Run("a fact", func(t *testing.T) {
		w, _ := workerjson.Read(strings.NewReader(`{"format":"worker/1","facts":{"ageAtStart":null}}`), "x.json")
		require.NotContains(t, w.Facts, "ageAtStart", "null is absent: unknown, not 0")
	})
}
