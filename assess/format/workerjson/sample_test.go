package workerjson_test

import (
	"bytes"
	"io/fs"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"github.com/stretchr/testify/require"

	"github.com/skillgap-go/skillgap/assess"
	"github.com/skillgap-go/skillgap/assess/format/workerjson"
	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/testdata"
)

// rich fills every field that the format has, with texts that are awkward to write.
func rich() assess.Worker {
	return assess.Worker{
		Format: assess.WorkerFormat, ID: "w-<17> & \"more\"",
		Evidence: []assess.Evidence{
			{
				ID: "e1", Statements: []assess.StatementRef{{ID: "S1"}, {ID: "S2", Level: new(2.0)}, {ID: "K7", Level: new(0.0)}},
				Kind: assess.Observation, As: "assessor", Mode: assess.Below, Level: new(3.2), By: "é😀\u2028\n\t\\ �",
				At: 739647, Until: 740012, Relevance: 1.0 / 3, Confidence: 1e-7, Reliability: 0.75, State: assess.Draft, Row: 1,
			},
			{ID: "e2", Statements: assess.Refs("S1"), Kind: assess.Self, At: 739648, Level: new(0.0), Row: 2},
		},
		Credentials: []assess.Credential{
			{ID: "care-certificate", Edition: "2025", At: 739700, Until: 741000, Credits: 40, Held: new(true)},
			{ID: "fs-maths-2", Held: new(false)},
			{ID: "dbs"},
		},
		Facts: assess.Facts{"start": {Date: 739860}, "ageAtStart": {Number: 22}, "hoursAWeek": {Number: 37.5}, "balance": {Number: -1}, "none": {}},
		Overrides: []assess.Override{
			{Statement: "S1", Met: new(true), By: "lead", At: 739900, Reason: "seen"},
			{Statement: "S4", Applies: new(false)},
		},
		Waivers: []assess.Waiver{
			{Role: "R1", Gate: "maths", By: "lead", At: 739900, Reason: "holds a <degree> in it"},
			{Role: "R1/O1", Gate: "G2", Reason: "\u2028"},
		},
	}
}

func written(t testing.TB, w assess.Worker) []byte {
	t.Helper()
	var out bytes.Buffer
	require.NoError(t, workerjson.Write(&out, w))
	return out.Bytes()
}

// read is a worker without a mistake.
func read(t testing.TB, data []byte) assess.Worker {
	t.Helper()
	w, problems := workerjson.Read(bytes.NewReader(data), "x.json")
	require.NoError(t, problems.Err())
	return w
}

// placeless compares workers by content: where a part was read is not content, and an
// absent list is an empty one.
func placeless() cmp.Options {
	return cmp.Options{cmpopts.IgnoreTypes(ksb.Origin{}), cmpopts.EquateEmpty()}
}

// mistake is a problem without its words, which are free to change.
type mistake struct {
	Fault ksb.Fault
	Path  string
	Line  int
}

func mistakes(problems ksb.Problems) (list []mistake) {
	for _, p := range problems {
		list = append(list, mistake{p.Fault, p.Path, p.Origin.Line})
	}
	return list
}

// samples are the files of the sample workers by name.
func samples(t testing.TB) map[string][]byte {
	t.Helper()
	files := map[string][]byte{}
	for _, pattern := range []string{"imaging/workers/*.json", "spec/*/worker.json"} {
		names, err := fs.Glob(testdata.Files(), pattern)
		require.NoError(t, err)
		require.NotEmpty(t, names)
		for _, name := range names {
			data, err := testdata.Files().ReadFile(name)
			require.NoError(t, err)
			files[name] = data
		}
	}
	return files
}
