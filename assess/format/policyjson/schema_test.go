package policyjson_test

import (
	"bytes"
	_ "embed"
	"encoding/json"
	"maps"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/santhosh-tekuri/jsonschema/v6"
	"github.com/stretchr/testify/require"

	"github.com/skillgap-go/skillgap/assess"
	"github.com/skillgap-go/skillgap/assess/format/policyjson"
)

//go:embed policy-1.schema.json
var schemaText []byte

func validate(t *testing.T, text []byte) error {
	t.Helper()
	parsed, err := jsonschema.UnmarshalJSON(bytes.NewReader(schemaText))
	require.NoError(t, err)
	compiler := jsonschema.NewCompiler()
	require.NoError(t, compiler.AddResource("policy-1.schema.json", parsed))
	compiled, err := compiler.Compile("policy-1.schema.json")
	require.NoError(t, err)
	instance, err := jsonschema.UnmarshalJSON(bytes.NewReader(text))
	require.NoError(t, err)
	return compiled.Validate(instance)
}

func TestSchemaTakes(t *testing.T) {
	require.NoError(t, validate(t, written(t, assess.DefaultPolicy())))
	require.NoError(t, validate(t, written(t, other())))
	require.NoError(t, validate(t, []byte(`{"format":"policy/1","met":0,"halfLifeDays":{"skill":1}}`)))
}

// The schema and the reader refuse the same.
func TestSchemaRefuses(t *testing.T) {
	for _, give := range []string{
		`[]`, `{}`, `{"format":"policy/2"}`, said(`"mett":1`), said(`"met":"1"`), said(`"met":1.1`), said(`"met":-0.1`), said(`"priorWeight":0`),
		said(`"spread":-1`), said(`"criticalFactor":0`), said(`"halfLifeDays":{"skill":0}`), said(`"halfLifeDays":{"skill":1.5}`),
		said(`"halfLifeDays":{"x":1}`), said(`"reliability":{"self":0}`), said(`"reliability":{"self":1.1}`), said(`"reliability":{"exam":1}`),
		said(`"verifiedBy":{"skill":"employer"}`), said(`"verifiedBy":{"skill":["employr"]}`), said(`"readyRule":"some"`), said(`"inRole":1`), said(`"smallGroup":0`),
		said(`"baseRates":{}`), said(`"baseRates":[{}]`), said(`"baseRates":[{"atLeast":[]}]`), said(`"baseRates":[{"atLeast":[1.1]}]`), said(`"baseRates":[{"shares":[1]}]`),
		said(`"inference":1.1`), said(`"inference":"half"`),
		said(`"carry":{"close":1.1}`), said(`"carry":{"narrow":-0.1}`), said(`"carry":{"broad":0.5}`), said(`"carry":0.5`),
	} {
		require.Error(t, validate(t, []byte(give)), give)
		_, problems := policyjson.Read(strings.NewReader(give), "x.json")
		if problems.Err() == nil {
			t.Error("the reader takes", give)
		}
	}
}

// The schema and the model name the same keys, so neither can grow without the other.
func TestSchemaHasTheKeysOfTheModel(t *testing.T) {
	type object struct {
		Properties           map[string]json.RawMessage
		AdditionalProperties *bool
	}
	requireKeys := func(name string, raw []byte, model any) map[string]json.RawMessage {
		var def object
		require.NoError(t, json.Unmarshal(raw, &def))
		var want []string
		for _, f := range reflect.VisibleFields(reflect.TypeOf(model)) {
			key, _, _ := strings.Cut(f.Tag.Get("json"), ",")
			want = append(want, key)
		}
		slices.Sort(want)
		if diff := cmp.Diff(want, slices.Sorted(maps.Keys(def.Properties))); diff != "" {
			t.Error(name, diff)
		}
		require.False(t, *def.AdditionalProperties, "%s takes no other key", name)
		return def.Properties
	}
	properties := requireKeys("policy", schemaText, assess.Policy{})
	requireKeys("halfLifeDays", properties["halfLifeDays"], assess.HalfLives{})
	requireKeys("reliability", properties["reliability"], assess.Reliability{})
	requireKeys("carry", properties["carry"], assess.Carry{})
	requireKeys("verifiedBy", properties["verifiedBy"], assess.Verifiers{})
}
