package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/skillgap-go/skillgap/assess/format/workerjson"
	"github.com/skillgap-go/skillgap/examples/inputs"
	"github.com/skillgap-go/skillgap/examples/trial"
)

const person = "../../testdata/imaging/workers/nearly-there.json"

// TestMove: one statement was reworded, so its evidence waits for a word and all the rest
// is carried over.
func TestMove(t *testing.T) {
	data, err := os.ReadFile(sample)
	require.NoError(t, err)
	newer := trial.Write(t, "newer.json", strings.Replace(string(data), `"text": "Knows `, `"text": "Knows in detail `, 1))
	file := filepath.Join(t.TempDir(), "carried.json")
	code, out, errs := call(t, "", "-diff", "-role", "ST0216", "-worker", person, "-out", file, sample, newer)
	require.Equal(t, inputs.Done, code, errs)
	require.Contains(t, out, "Carried if somebody confirms: 1 statement")
	require.Contains(t, out, "{+in detail+}")

	before, after := mentions(t, person), mentions(t, file)
	require.Less(t, after, before)
	require.Positive(t, after)
}

// mentions counts the references of a worker.
func mentions(t *testing.T, name string) (n int) {
	t.Helper()
	file, err := os.Open(name)
	require.NoError(t, err)
	defer file.Close()
	worker, problems := workerjson.Read(file, name)
	require.NoError(t, problems.Err())
	for _, e := range worker.Evidence {
		n += len(e.Statements)
	}
	return n
}

func TestMoveAsJSON(t *testing.T) {
	code, out, errs := call(t, "", "-format", "json", "-diff", "-role", "ST0216", "-worker", person, sample, sample)
	require.Equal(t, inputs.Done, code, errs)
	require.Contains(t, out, `"format": "moved/1"`)
	require.NotContains(t, out, `"confirm"`)
}
