package trial_test

import (
	"io"
	"os"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/skillgap-go/skillgap/examples/trial"
)

var goldens = trial.Goldens()

// listened is a test that keeps what it is told.
type listened struct {
	testing.TB
	complaints int
}

func (l *listened) Helper()               {}
func (l *listened) Errorf(string, ...any) { l.complaints++ }

// echo prints what is typed, and that it did so.
func echo(in io.Reader, out, errs io.Writer) int {
	_, _ = io.Copy(out, in)
	_, _ = io.WriteString(errs, "printed")
	return 3
}

func TestCall(t *testing.T) {
	require.Equal(t, trial.Called{Code: 3, Out: "typed", Errors: "printed"}, trial.Call("typed", echo))
	trial.Call("typed", echo).Ends(t, 3, "print", true)
	trial.Call("", echo).Ends(t, 3, "printed", false)
}

// TestGoldensBite: what differs, and what is too wide, is told.
func TestGoldensBite(t *testing.T) {
	data, err := os.ReadFile("testdata/poem.txt")
	require.NoError(t, err)
	goldens.Printed(t, "poem.txt", trial.Called{Out: string(data)}, "the same")
	l := &listened{TB: t}
	trial.Golden{}.Equal(l, "poem.txt", "another", "differs")
	require.Equal(t, 1, l.complaints)
	trial.Fits(l, "12345678901234567890123456789012345678901234567890123456789012345678901234567890\n")
	require.Equal(t, 1, l.complaints, "eighty columns and a line feed")
	trial.Fits(l, "12345678901234567890123456789012345678901234567890123456789012345678901234567890\u00e9\n")
	require.Equal(t, 2, l.complaints)
}
