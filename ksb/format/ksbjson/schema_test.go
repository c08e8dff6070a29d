package ksbjson_test

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

	"github.com/skillgap-go/skillgap/ksb"
)

//go:embed ksb-1.schema.json
var schemaText []byte

func schema(t *testing.T) *jsonschema.Schema {
	t.Helper()
	parsed, err := jsonschema.UnmarshalJSON(bytes.NewReader(schemaText))
	require.NoError(t, err)
	compiler := jsonschema.NewCompiler()
	compiler.AssertFormat() // dates are days that exist
	require.NoError(t, compiler.AddResource("ksb-1.schema.json", parsed))
	compiled, err := compiler.Compile("ksb-1.schema.json")
	require.NoError(t, err)
	return compiled
}

func instance(t *testing.T, text []byte) any {
	t.Helper()
	parsed, err := jsonschema.UnmarshalJSON(bytes.NewReader(text))
	require.NoError(t, err)
	return parsed
}

func TestSchemaTakesWhatIsWritten(t *testing.T) {
	s := schema(t)
	require.NoError(t, s.Validate(instance(t, written(t, rich()))))
	random := rand.New(rand.NewPCG(2, 2))
	for range 500 {
		text := written(t, randomFramework(random))
		require.NoError(t, s.Validate(instance(t, text)), "%s", text)
	}
}

func TestSchemaRefuses(t *testing.T) {
	whole := `"format":"ksb/1","id":"x"`
	role := func(part string) string { return `{` + whole + `,"roles":[{"id":"R","title":"","` + part + `}]}` }
	gate := func(rule string) string { return role(`gates":[{"id":"G","phase":"entry","rule":` + rule + `}]`) }
	tests := []struct{ why, give string }{
		{"a list", `[]`},
		{"no format", `{"id":"x"}`},
		{"no ID", `{"format":"ksb/1"}`},
		{"another number", `{"format":"ksb/2","id":"x"}`},
		{"an unknown key", `{` + whole + `,"nope":1}`},
		{"a key in other case", `{` + whole + `,"Title":"a"}`},
		{"null", `{` + whole + `,"title":null}`},
		{"an empty ID", `{"format":"ksb/1","id":""}`},
		{"one rung", `{` + whole + `,"scales":[{"id":"a","rungs":["x"]}]}`},
		{"no kind", `{` + whole + `,"statements":[{"id":"S","text":""}]}`},
		{"an unknown kind", `{` + whole + `,"statements":[{"id":"S","kind":"Skill","text":""}]}`},
		{"half a day of half-life", `{` + whole + `,"statements":[{"id":"S","kind":"skill","text":"","halfLifeDays":0.5}]}`},
		{"a level of 0", role(`requirements":[{"statement":"S","level":0}]`)},
		{"a level that is no whole number", role(`requirements":[{"statement":"S","level":1.5}]`)},
		{"a negative weight", role(`duties":[{"id":"D","text":"","weight":-1}]`)},
		{"an unknown key far within", role(`options":[{"id":"O","title":"","x":1}]`)},
		{"an unknown phase", role(`gates":[{"id":"G","phase":"later","rule":{"credential":"c"}}]`)},
		{"an unknown system", role(`codes":[{"system":"NOC","value":"1"}]`)},
		{"no such day", role(`facts":{"from":"2026-02-30"}`)},
		{"another way to write a day", role(`facts":{"from":"30/01/2026"}`)},
		{"pounds for pence", role(`facts":{"fundingMaxPence":120.5}`)},
		{"a condition that narrows nothing", role(`gates":[{"id":"G","phase":"entry","appliesIf":{},"rule":{"credential":"c"}}]`)},
		{"an unknown key of a condition", role(`gates":[{"id":"G","phase":"entry","appliesIf":{"age":18},"rule":{"credential":"c"}}]`)},
		{"half a year of age", role(`gates":[{"id":"G","phase":"entry","appliesIf":{"ageFrom":18.5},"rule":{"credential":"c"}}]`)},
		{"no claim", gate(`{}`)},
		{"two claims", gate(`{"credential":"a","fact":"b"}`)},
		{"two claims of branches", gate(`{"any":[{"credential":"a"}],"of":[{"credential":"b"}],"atLeast":1}`)},
		{"any of none", gate(`{"any":[]}`)},
		{"some of some, but how many?", gate(`{"of":[{"credential":"a"}]}`)},
		{"a number of nothing", gate(`{"credential":"a","atLeast":1}`)},
		{"half of one", gate(`{"of":[{"credential":"a"}],"atLeast":0.5}`)},
		{"no credits", gate(`{"credits":{"of":"a","atLeast":0}}`)},
		{"a bad branch far within", gate(`{"all":[{"not":{"any":[{}]}}]}`)},
		{"an unknown relation", `{` + whole + `,"links":[{"from":"a","to":"b","relation":"like"}]}`},
		{"an unknown step", `{` + whole + `,"relatedRoles":[{"from":"a","to":"b","relation":"up"}]}`},
	}
	s := schema(t)
	require.NoError(t, s.Validate(instance(t, []byte(gate(`{"fact":"a"}`)))), "what the cases start from is sound")
	for _, tt := range tests {
		t.Run(tt.why, func(t *testing.T) {
			require.Error(t, s.Validate(instance(t, []byte(tt.give))))
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
		Defs map[string]object `json:"$defs"`
	}
	require.NoError(t, json.Unmarshal(schemaText, &parsed))
	parsed.Defs["framework"] = parsed.object
	for name, model := range map[string]any{
		"framework": ksb.Framework{}, "scale": ksb.Scale{}, "statement": ksb.Statement{}, "role": ksb.Role{}, "requirement": ksb.Requirement{},
		"duty": ksb.Duty{}, "option": ksb.Option{}, "gate": ksb.Gate{}, "condition": ksb.Condition{}, "rule": ksb.Rule{}, "code": ksb.Code{}, "facts": ksb.Facts{},
		"link": ksb.Link{}, "roleLink": ksb.RoleLink{}, "group": ksb.Group{},
	} {
		var want []string
		for _, f := range reflect.VisibleFields(reflect.TypeOf(model)) {
			if key, _, _ := strings.Cut(f.Tag.Get("json"), ","); key != "-" {
				want = append(want, key)
			}
		}
		slices.Sort(want)
		if diff := cmp.Diff(want, slices.Sorted(maps.Keys(parsed.Defs[name].Properties))); diff != "" {
			t.Error(name, diff)
		}
		require.NotNil(t, parsed.Defs[name].Closed, name)
		require.False(t, *parsed.Defs[name].Closed, "%s takes no other key", name)
	}
}
