package render_test

import (
	"bytes"
	_ "embed"
	"encoding/json"
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/santhosh-tekuri/jsonschema/v6"
	"github.com/stretchr/testify/require"

	"github.com/skillgap-go/skillgap/assess"
)

//go:embed report-1.schema.json
var schemaText []byte

// schema is that of reports; it refers to those of policies and workers.
func schema(t *testing.T) *jsonschema.Schema {
	t.Helper()
	const home = "https://github.com/skillgap-go/skillgap/assess/"
	policy, err := os.ReadFile("../format/policyjson/policy-1.schema.json")
	require.NoError(t, err)
	worker, err := os.ReadFile("../format/workerjson/worker-1.schema.json")
	require.NoError(t, err)
	compiler := jsonschema.NewCompiler()
	compiler.AssertFormat() // dates are days that exist
	for name, text := range map[string][]byte{
		"render/report-1.schema.json": schemaText, "format/policyjson/policy-1.schema.json": policy, "format/workerjson/worker-1.schema.json": worker,
	} {
		require.NoError(t, compiler.AddResource(home+name, instance(t, text)))
	}
	compiled, err := compiler.Compile(home + "render/report-1.schema.json")
	require.NoError(t, err)
	return compiled
}

func instance(t *testing.T, text []byte) any {
	t.Helper()
	parsed, err := jsonschema.UnmarshalJSON(bytes.NewReader(text))
	require.NoError(t, err)
	return parsed
}

func TestSchemaTakesReports(t *testing.T) {
	s := schema(t)
	for name, r := range sampleReports(t) {
		require.NoError(t, s.Validate(instance(t, asJSON(t, r))), name)
	}
}

func TestSchemaRefuses(t *testing.T) {
	sound := string(asJSON(t, everyStatus(t)))
	tests := []struct{ why, old, new string }{
		{"another number", `"format": "report/1"`, `"format": "report/2"`},
		{"a key too few", `"worker": "w-01",`, ``},
		{"a key too many", `"worker": "w-01",`, `"worker": "w-01", "name": "Ann",`},
		{"no such day", `"asOf": "2026-06-30"`, `"asOf": "2026-02-30"`},
		{"an unknown verdict", `"ready": "no"`, `"ready": "perhaps"`},
		{"a list that is null", `"waiting": []`, `"waiting": null`},
		{"an unknown status", `"status": "contested"`, `"status": "disputed"`},
		{"an unknown action", `"action": "moderate"`, `"action": "ask"`},
		{"a level of 0", `"level": 3`, `"level": 0`},
		{"a share above 1", `"coverage": 0.`, `"coverage": 1.`},
		{"a code that is prose", `"code": "contested"`, `"code": "They disagree."`},
		{"a part without its delta", `"delta"`, `"difference"`},
		{"an override that decides nothing", `"met": true`, `"maybe": true`},
		{"an unknown key of the policy", `"priorWeight"`, `"prior"`},
	}
	s := schema(t)
	for _, tt := range tests {
		t.Run(tt.why, func(t *testing.T) {
			changed := strings.Replace(sound, tt.old, tt.new, 1)
			require.NotEqual(t, sound, changed, "the sample has what the case changes")
			require.Error(t, s.Validate(instance(t, []byte(changed))))
		})
	}
}

// The schema and the model name the same keys and ask for all of them that are always
// written.
func TestSchemaHasTheKeysOfTheModel(t *testing.T) {
	root := instance(t, schemaText).(map[string]any)
	for path, model := range map[string]any{
		"": assess.Report{}, "properties role": assess.RoleName{}, "properties readyBecause items": assess.Cause{},
		"properties next items": assess.Probe{}, "properties held": assess.Held{}, "properties held properties levels items": assess.HeldLevel{},
		"properties basis": assess.Basis{}, "$defs gap": assess.Gap{}, "$defs gap properties because items": assess.Reason{},
		"$defs part": assess.Part{}, "$defs duty": assess.DutyReadiness{}, "$defs gate": assess.GateResult{}, "$defs finding": assess.Finding{},
	} {
		def := root
		for _, step := range strings.Fields(path) {
			def = def[step].(map[string]any)
		}
		var want, optional, required, properties []string
		for _, f := range reflect.VisibleFields(reflect.TypeOf(model)) {
			key, _, omitted := strings.Cut(f.Tag.Get("json"), ",")
			switch {
			case omitted:
				optional = append(optional, key)
			case f.IsExported():
				want = append(want, key)
			}
		}
		for _, key := range def["required"].([]any) {
			required = append(required, key.(string))
		}
		for key := range def["properties"].(map[string]any) {
			properties = append(properties, key)
		}
		if diff := cmp.Diff(want, required); diff != "" {
			t.Error(path, "in the order in which they are written", diff)
		}
		want = slices.Sorted(slices.Values(slices.Concat(want, optional)))
		slices.Sort(properties)
		if diff := cmp.Diff(want, properties); diff != "" {
			t.Error(path, diff)
		}
		require.Equal(t, false, def["additionalProperties"], path)
	}
}

// Every status, action, verdict and state that the package has is one of the schema.
func TestSchemaHasTheNamesOfTheModel(t *testing.T) {
	text := string(schemaText)
	for s := assess.NotEvidenced; s <= assess.NotApplicable; s++ {
		require.Contains(t, text, `"`+s.String()+`"`)
		require.Contains(t, text, `"`+s.Action().String()+`"`)
	}
	for k := assess.Self; k <= assess.SignOff; k++ {
		raw, err := json.Marshal(k)
		require.NoError(t, err)
		require.NotEqual(t, `""`, string(raw))
	}
}
