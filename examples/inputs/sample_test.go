package inputs_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/skillgap-go/skillgap/examples/inputs"
	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/testdata"
)

// TestSampleWorker: each of the four is where it is said to be.
func TestSampleWorker(t *testing.T) {
	files := inputs.Files{Embedded: testdata.Files()}
	for _, id := range []string{"w-01", "w-02", "w-03", "w-04"} {
		worker, _, err := files.Worker(inputs.SampleWorker(id), id)
		require.NoError(t, err)
		require.EqualValues(t, id, worker.ID)
	}
	require.Equal(t, inputs.SampleWorker("w-01"), inputs.SampleWorker(""))
}

// TestSampleDay: a day that was asked for stands.
func TestSampleDay(t *testing.T) {
	asked, err := ksb.ParseDate("2025-01-31")
	require.NoError(t, err)
	day := asked
	inputs.SampleDay(&day)
	require.Equal(t, asked, day)
	day = 0
	inputs.SampleDay(&day)
	require.Equal(t, "2026-06-30", day.String())
}
