package cataloguejson_test

import (
	"bytes"
	"os"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"github.com/stretchr/testify/require"

	"github.com/skillgap-go/skillgap/testdata"
)

func schema(t *testing.T) *jsonschema.Schema {
	t.Helper()
	file, err := os.Open("catalogue-1.schema.json")
	require.NoError(t, err)
	defer file.Close()
	doc, err := jsonschema.UnmarshalJSON(file)
	require.NoError(t, err)
	c := jsonschema.NewCompiler()
	c.AssertFormat()
	require.NoError(t, c.AddResource("catalogue-1.schema.json", doc))
	compiled, err := c.Compile("catalogue-1.schema.json")
	require.NoError(t, err)
	return compiled
}

func TestSchema(t *testing.T) {
	t.Parallel()
	s := schema(t)
	sample, err := testdata.Files().ReadFile("imaging/catalogue.json")
	require.NoError(t, err)
	for _, c := range []struct {
		why, data string
		valid     bool
	}{
		{"the sample", string(sample), true},
		{"every field", string(written(t, rich())), true},
		{"the least", `{"format":"catalogue/1"}`, true},
		{"no format", `{}`, false},
		{"an unknown key", `{"format":"catalogue/1","courses":[{"id":"c","price":1}]}`, false},
		{"a level of 0", `{"format":"catalogue/1","courses":[{"id":"c","teaches":[{"statement":"S","level":0}]}]}`, false},
		{"a negative cost", `{"format":"catalogue/1","courses":[{"id":"c","costPence":-1}]}`, false},
		{"half a week", `{"format":"catalogue/1","courses":[{"id":"c","weeks":0.5}]}`, false},
		{"no ID", `{"format":"catalogue/1","courses":[{}]}`, false},
	} {
		doc, err := jsonschema.UnmarshalJSON(bytes.NewReader([]byte(strings.TrimSpace(c.data))))
		require.NoError(t, err)
		require.Equal(t, c.valid, s.Validate(doc) == nil, c.why)
	}
}
