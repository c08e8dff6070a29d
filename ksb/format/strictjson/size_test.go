package strictjson_test

import (
	"bytes"
	"runtime"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/ksb/format/strictjson"
)

// allocated are the bytes that a function asks for, freed or not.
func allocated(do func()) uint64 {
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	do()
	runtime.ReadMemStats(&after)
	return after.TotalAlloc - before.TotalAlloc
}

// A document that is hostile by its size costs no more than it weighs.
func TestHostileSizes(t *testing.T) {
	fill := func(mebibytes int, before, unit, after string) []byte {
		return slices.Concat([]byte(before), bytes.Repeat([]byte(unit), mebibytes<<20/len(unit)), []byte(after))
	}
	tests := []struct {
		why   string
		data  []byte
		fault ksb.Fault
	}{
		{"lists that never end, where an object is due", fill(100, "", "[", ""), ksb.ErrTooDeep},
		{"lists that never end, where a list is due", fill(100, `{"texts":`, "[", ""), ksb.ErrTooDeep},
		{"a value of the wrong type, which a message must not carry whole", fill(2, `{"whole":"`, "a", `"}`), ksb.ErrWrongType},
		{"a long list of the wrong type", fill(2, `{"text":[0`, ",0", `]}`), ksb.ErrWrongType},
		{"a number of two million digits", fill(2, `{"whole":1`, "0", `}`), ksb.ErrValue},
	}
	for _, tt := range tests {
		t.Run(tt.why, func(t *testing.T) {
			var problems ksb.Problems
			cost := allocated(func() {
				var v thing
				problems = strictjson.Decode(tt.data, "x", strictjson.Strict, &v)
			})
			require.ErrorIs(t, problems.Err(), tt.fault)
			require.Less(t, len(problems.Error()), 1000, "messages quote the start of a value")
			require.Less(t, cost, uint64(2*len(tt.data)+1<<16), "bytes asked for: twice the document, and the decoder itself")
		})
	}
}

// Depth is refused by counting, not by running out of stack.
func TestDeepNestingInEveryPlace(t *testing.T) {
	for _, start := range []string{``, `{"unknown":`, `{"inner":`, `{"things":`, `{"table":`, `{"either":`, `{"kept":[{"inner":`} {
		for _, unit := range []string{`[`, `{"a":`, `{"inner":`, `[{"things":`} {
			_, found := decode(start + strings.Repeat(unit, 100_000))
			require.Equal(t, []mistake{{ksb.ErrTooDeep, "", 1}}, found, "%s then %s", start, unit)
		}
	}
}
