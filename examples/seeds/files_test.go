package seeds_test

import (
	"bytes"
	"io/fs"
	"os"
	"path"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/santhosh-tekuri/jsonschema/v6"
	"github.com/stretchr/testify/require"

	"github.com/skillgap-go/skillgap/assess/format/workerjson"
	"github.com/skillgap-go/skillgap/ksb/format/ksbjson"
	"github.com/skillgap-go/skillgap/pathway/format/cataloguejson"
	"github.com/skillgap-go/skillgap/testdata"
)

func schema(t *testing.T, name string) *jsonschema.Schema {
	t.Helper()
	data, err := os.ReadFile("../../" + name)
	require.NoError(t, err)
	parsed, err := jsonschema.UnmarshalJSON(bytes.NewReader(data))
	require.NoError(t, err)
	compiler := jsonschema.NewCompiler()
	compiler.AssertFormat()
	require.NoError(t, compiler.AddResource(name, parsed))
	compiled, err := compiler.Compile(name)
	require.NoError(t, err)
	return compiled
}

// rewritten is a document as its own writer writes it.
func rewritten(t *testing.T, name string) []byte {
	t.Helper()
	var out bytes.Buffer
	switch base := path.Base(name); {
	case strings.HasPrefix(base, "framework"):
		require.NoError(t, ksbjson.Write(&out, framework(t, name)))
	case strings.HasPrefix(base, "catalogue"):
		require.NoError(t, cataloguejson.Write(&out, catalogue(t, name)))
	default:
		require.NoError(t, workerjson.Write(&out, worker(t, name)))
	}
	return out.Bytes()
}

// TestEverySampleIsAsItsFormatSays: it fits the schema of its format and stands as the
// writer of the format writes it, so that a newcomer sees what the programs make.
func TestEverySampleIsAsItsFormatSays(t *testing.T) {
	schemas := map[string]*jsonschema.Schema{
		"framework": schema(t, "ksb/format/ksbjson/ksb-1.schema.json"),
		"catalogue": schema(t, "pathway/format/cataloguejson/catalogue-1.schema.json"),
		"worker":    schema(t, "assess/format/workerjson/worker-1.schema.json"),
	}
	kind := func(name string) string {
		for _, k := range []string{"framework", "catalogue"} {
			if strings.HasPrefix(path.Base(name), k) {
				return k
			}
		}
		return "worker"
	}
	for _, folder := range folders() {
		require.NoError(t, fs.WalkDir(testdata.Files(), folder, func(name string, _ fs.DirEntry, err error) error {
			require.NoError(t, err)
			if path.Ext(name) != ".json" {
				return nil
			}
			data, err := testdata.Files().ReadFile(name)
			require.NoError(t, err)
			parsed, err := jsonschema.UnmarshalJSON(bytes.NewReader(data))
			require.NoError(t, err)
			require.NoError(t, schemas[kind(name)].Validate(parsed), name)
			if diff := cmp.Diff(string(rewritten(t, name)), string(data)); diff != "" {
				t.Errorf("%s (-written +file):\n%s", name, diff)
			}
			return nil
		}))
	}
}
