package casejson_test

import (
	"bytes"
	"math/rand/v2"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"github.com/stretchr/testify/require"

	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/ksb/format/casejson"
	"github.com/skillgap-go/skillgap/ksb/format/skillsengland"
	"github.com/skillgap-go/skillgap/ksb/ksbtest/given"
)

// schema is the published one of CASE 1.0; with formats looked at, so that a uri is
// one and a time is one.
func schema(t *testing.T) *jsonschema.Schema {
	t.Helper()
	parsed, err := jsonschema.UnmarshalJSON(bytes.NewReader(contents(t, given.Shared(t, "data", "case", "case-v1p0-cfpackage-schema.json"))))
	require.NoError(t, err)
	compiler := jsonschema.NewCompiler()
	compiler.AssertFormat()
	require.NoError(t, compiler.AddResource("case.json", parsed))
	compiled, err := compiler.Compile("case.json")
	require.NoError(t, err)
	return compiled
}

func requireValid(t *testing.T, s *jsonschema.Schema, f ksb.Framework) {
	t.Helper()
	parsed, err := jsonschema.UnmarshalJSON(bytes.NewReader(written(t, f)))
	require.NoError(t, err)
	require.NoError(t, s.Validate(parsed))
}

func TestSchemaTakesWhatIsWritten(t *testing.T) {
	s := schema(t)
	t.Run("every field", func(t *testing.T) { requireValid(t, s, rich()) })
	t.Run("no field", func(t *testing.T) { requireValid(t, s, ksb.Framework{}) })
	t.Run("random frameworks", func(t *testing.T) {
		random := rand.New(rand.NewPCG(2, 2))
		for range 200 {
			requireValid(t, s, randomFramework(random))
		}
	})
	t.Run("real standards", func(t *testing.T) {
		f, _ := skillsengland.Read(bytes.NewReader(contents(t, given.Shared(t, "data", "skills-england", "standards-sample.ndjson.gz"))), "sample")
		requireValid(t, s, f)
	})
	for _, file := range []string{"Utf8TestFramework.json", "SmartLevelFramework.json", "opensalt-framework-20c5134f.json"} {
		t.Run(file, func(t *testing.T) {
			f, _ := casejson.Read(bytes.NewReader(contents(t, given.Shared(t, "data", "case", file))), "real")
			requireValid(t, s, f)
		})
	}
}

// What the schema is worth: it refuses what lacks a required key.
func TestSchemaRefuses(t *testing.T) {
	parsed, err := jsonschema.UnmarshalJSON(bytes.NewReader(bytes.ReplaceAll(written(t, rich()), []byte(`"fullStatement"`), []byte(`"text"`))))
	require.NoError(t, err)
	require.Error(t, schema(t).Validate(parsed))
}
