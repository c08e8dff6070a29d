package workerjson_test

import (
	"bytes"
	_ "embed"
	"encoding/json"
	"maps"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/santhosh-tekuri/jsonschema/v6"
	"github.com/stretchr/testify/require"

	"github.com/skillgap-go/skillgap/assess"
	"github.com/skillgap-go/skillgap/assess/format/workerjson"
)

//go:embed worker-1.schema.json
var schemaText []byte

func schema(t *testing.T) *jsonschema.Schema {
	t.Helper()
	parsed, err := jsonschema.UnmarshalJSON(bytes.NewReader(schemaText))
	require.NoError(t, err)
	compiler := jsonschema.NewCompiler()
	compiler.AssertFormat() // dates are days that exist
	require.NoError(t, compiler.AddResource("worker-1.schema.json", parsed))
	compiled, err := compiler.Compile("worker-1.schema.json")
	require.NoError(t, err)
	return compiled
}

func instance(t *testing.T, text []byte) any {
	t.Helper()
	parsed, err := jsonschema.UnmarshalJSON(bytes.NewReader(text))
	require.NoError(t, err)
	return parsed
}

func TestSchemaTakesTheSamples(t *testing.T) {
	s := schema(t)
	for name, data := range samples(t) {
		require.NoError(t, s.Validate(instance(t, data)), name)
	}
}

func TestSchemaTakesWhatIsWritten(t *testing.T) {
	s := schema(t)
	require.NoError(t, s.Validate(instance(t, written(t, rich()))))
	random := rand.New(rand.NewPCG(2, 2))
	for range 500 {
		text := written(t, randomWorker(random))
		require.NoError(t, s.Validate(instance(t, text)), "%s", text)
	}
}

// refusals are documents that the schema refuses; those with anotherJudge are read
// without a problem, because the report is the place where they are named.
var refusals = []struct {
	why, give    string
	anotherJudge bool
}{
	{"a list", `[]`, false},
	{"no format", `{"id":"x"}`, false},
	{"no ID", `{"format":"worker/1"}`, true},
	{"another number", `{"format":"worker/2","id":"x"}`, false},
	{"an unknown key", whole(`"name":"Ann"`), false},
	{"a key in other case", whole(`"Evidence":[]`), false},
	{"null", whole(`"evidence":null`), true},
	{"no statements", piece(`"kind":"test","at":"2026-01-31"`), false},
	{"an empty list of statements", piece(`"statements":[],"kind":"test","at":"2026-01-31"`), false},
	{"a statement without a name", piece(`"statements":[""],"kind":"test","at":"2026-01-31"`), false},
	{"a statement that has only a level", piece(`"statements":[{"level":1}],"kind":"test","at":"2026-01-31"`), false},
	{"an unknown key of a statement", piece(`"statements":[{"id":"S1","x":1}],"kind":"test","at":"2026-01-31"`), false},
	{"no kind", piece(`"statements":["S1"],"at":"2026-01-31"`), false},
	{"no day", piece(`"statements":["S1"],"kind":"test"`), false},
	{"an unknown kind", piece(`"statements":["S1"],"at":"2026-01-31","kind":"Test"`), false},
	{"an unknown party", piece(sound + `,"as":"boss"`), false},
	{"an unknown mode", piece(sound + `,"mode":"above"`), false},
	{"an unknown state", piece(sound + `,"state":"open"`), false},
	{"no such day", piece(sound + `,"until":"2026-02-30"`), false},
	{"another way to write a day", piece(sound + `,"until":"30/01/2026"`), false},
	{"a relevance of 0", piece(sound + `,"relevance":0`), false},
	{"a confidence above 1", piece(sound + `,"confidence":1.5`), true},
	{"a negative reliability", piece(sound + `,"reliability":-0.5`), true},
	{"a negative level", piece(sound + `,"level":-1`), true},
	{"half a credit", whole(`"credentials":[{"id":"c","credits":0.5}]`), false},
	{"a fact that is a text", whole(`"facts":{"ageAtStart":"old"}`), false},
	{"a start that is a number", whole(`"facts":{"start":2026}`), true},
	{"an override that decides nothing", whole(`"overrides":[{"statement":"S1"}]`), true},
	{"an override that decides two things", whole(`"overrides":[{"statement":"S1","met":true,"applies":false}]`), true},
	{"a waiver without a reason", whole(`"waivers":[{"role":"R","gate":"G"}]`), false},
	{"a waiver whose reason is empty", whole(`"waivers":[{"role":"R","gate":"G","reason":""}]`), false},
	{"a waiver of every role at once", whole(`"waivers":[{"gate":"G","reason":"x"}]`), false},
}

const sound = `"statements":["S1"],"kind":"test","at":"2026-01-31"`

func whole(part string) string { return `{"format":"worker/1","id":"x",` + part + `}` }
func piece(part string) string { return whole(`"evidence":[{` + part + `}]`) }

func TestSchemaRefuses(t *testing.T) {
	s := schema(t)
	require.NoError(t, s.Validate(instance(t, []byte(piece(sound)))), "what the cases start from is sound")
	for _, tt := range refusals {
		t.Run(tt.why, func(t *testing.T) {
			require.Error(t, s.Validate(instance(t, []byte(tt.give))))
			_, problems := workerjson.Read(strings.NewReader(tt.give), "x.json")
			require.Equal(t, tt.anotherJudge, problems.Err() == nil, "the reader: %v", problems)
		})
	}
}

// The schema and the model name the same keys, so neither can grow without the other.
func TestSchemaHasTheKeysOfTheModel(t *testing.T) {
	type object struct {
		Properties map[string]json.RawMessage
		Closed     *bool `json:"additionalProperties"`
	}
	var parsed struct {
		object
		Defs map[string]json.RawMessage `json:"$defs"`
	}
	require.NoError(t, json.Unmarshal(schemaText, &parsed))
	for name, model := range map[string]any{
		"": assess.Worker{}, "evidence": assess.Evidence{}, "credential": assess.Credential{}, "override": assess.Override{},
		"waiver": assess.Waiver{},
	} {
		def := parsed.object
		if name != "" {
			def = object{}
			require.NoError(t, json.Unmarshal(parsed.Defs[name], &def))
		}
		var want []string
		for _, f := range reflect.VisibleFields(reflect.TypeOf(model)) {
			if key, _, _ := strings.Cut(f.Tag.Get("json"), ","); key != "-" {
				want = append(want, key)
			}
		}
		slices.Sort(want)
		if diff := cmp.Diff(want, slices.Sorted(maps.Keys(def.Properties))); diff != "" {
			t.Error(name, diff)
		}
		require.False(t, *def.Closed, "%s takes no other key", name)
	}
}
