package inputs_test

import (
	"errors"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/skillgap-go/skillgap/examples/inputs"
	"github.com/skillgap-go/skillgap/ksb"
)

// problem is one in a line of a file.
func problem(line int) *ksb.Problem {
	return &ksb.Problem{Fault: ksb.ErrMissing, Origin: ksb.Origin{File: "a.json", Line: line}}
}

// TestExit is the contract of all programs with scripts.
func TestExit(t *testing.T) {
	for _, c := range []struct {
		why      string
		problems ksb.Problems
		err      error
		strict   bool
		code     int
	}{
		{"nothing is wrong", nil, nil, true, inputs.Done},
		{"something is, and an answer was given all the same", ksb.Problems{problem(1)}, nil, false, inputs.Done},
		{"which was to count", ksb.Problems{problem(1)}, nil, true, inputs.Failed},
		{"no answer", nil, errors.New("lost"), false, inputs.Failed},
		{"the caller has to say more", nil, fmt.Errorf("%w: which role?", inputs.ErrUnclear), false, inputs.Misused},
		{"the caller was wrong, which counts more than -strict", ksb.Problems{problem(1)}, fmt.Errorf("%w: x", inputs.ErrMisused), true, inputs.Misused},
	} {
		var said strings.Builder
		notes := inputs.Notes{Problems: c.problems}
		require.Equal(t, c.code, notes.Exit(&said, "no plan", c.err, c.strict), c.why)
		require.Equal(t, c.err != nil, strings.Contains(said.String(), "no plan: "), c.why)
		require.Equal(t, len(c.problems), strings.Count(said.String(), "a.json:1"), c.why)
	}
}

// TestNote: all problems are kept, and the error that came first.
func TestNote(t *testing.T) {
	var notes inputs.Notes
	first := errors.New("first")
	notes.Note(ksb.Problems{problem(2)}, nil)
	notes.Note(nil, first)
	notes.Note(ksb.Problems{problem(1)}, errors.New("second"))
	require.Equal(t, first, notes.Err)
	require.Len(t, notes.Problems, 2)
}

func ExampleNotes() {
	var notes inputs.Notes
	notes.Note(ksb.Problems{problem(7)}, nil)
	notes.Note(ksb.Problems{problem(2)}, inputs.ErrInput)
	code := notes.Exit(os.Stdout, "no plan", notes.Err, false)
	fmt.Println(code == inputs.Failed)
	// Output:
	// a.json:2: missing
	// a.json:7: missing
	// no plan: an input could not be read
	// true
}
