package deliveryjson_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"github.com/stretchr/testify/require"

	"github.com/skillgap-go/skillgap/pathway/format/deliveryjson"
)

func schema(t *testing.T) *jsonschema.Schema {
	t.Helper()
	file, err := os.Open("delivery-1.schema.json")
	require.NoError(t, err)
	defer file.Close()
	doc, err := jsonschema.UnmarshalJSON(file)
	require.NoError(t, err)
	c := jsonschema.NewCompiler()
	c.AssertFormat()
	require.NoError(t, c.AddResource("delivery-1.schema.json", doc))
	compiled, err := c.Compile("delivery-1.schema.json")
	require.NoError(t, err)
	return compiled
}

func TestSchema(t *testing.T) {
	t.Parallel()
	s := schema(t)
	least := `"weeks":1,"bandMaxPence":1`
	for _, c := range []struct {
		why, data string
		valid     bool
	}{
		{"every field", string(written(t, rich())), true},
		{"the least", `{"format":"delivery/1",` + least + `}`, true},
		{"no format", `{` + least + `}`, false},
		{"no band", `{"format":"delivery/1","weeks":1}`, false},
		{"no weeks", `{"format":"delivery/1","weeks":0,"bandMaxPence":1}`, false},
		{"an unknown key", `{"format":"delivery/1","hours":1,` + least + `}`, false},
		{"a day that does not exist", `{"format":"delivery/1","start":"2026-02-30",` + least + `}`, false},
		{"half a minute", `{"format":"delivery/1","totalMinutes":0.5,` + least + `}`, false},
		{"negative minutes", `{"format":"delivery/1","activities":[{"id":"a","minutes":-1}],` + least + `}`, false},
		{"an activity without an ID", `{"format":"delivery/1","activities":[{"minutes":1}],` + least + `}`, false},
		{"a type of course that nobody knows", `{"format":"delivery/1","courseType":"evening",` + least + `}`, false},
	} {
		doc, err := jsonschema.UnmarshalJSON(strings.NewReader(c.data))
		require.NoError(t, err)
		require.Equal(t, c.valid, s.Validate(doc) == nil, c.why)
	}
}

// TestSamples: the sample programmes validate, and are read and written to the byte.
func TestSamples(t *testing.T) {
	t.Parallel()
	names, err := filepath.Glob("../../../testdata/imaging/deliveries/*.json")
	require.NoError(t, err)
	require.NotEmpty(t, names)
	for _, name := range names {
		data, err := os.ReadFile(name)
		require.NoError(t, err)
		doc, err := jsonschema.UnmarshalJSON(strings.NewReader(string(data)))
		require.NoError(t, err)
		require.NoError(t, schema(t).Validate(doc), name)
		d, problems := deliveryjson.Read(strings.NewReader(string(data)), name)
		require.NoError(t, problems.Err(), name)
		require.Equal(t, string(data), string(written(t, d)), name)
	}
}
