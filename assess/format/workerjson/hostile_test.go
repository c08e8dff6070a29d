package workerjson_test

import (
	"bytes"
	"fmt"
	"io"
	"math/rand/v2"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/skillgap-go/skillgap/assess"
	"github.com/skillgap-go/skillgap/assess/format/workerjson"
	"github.com/skillgap-go/skillgap/ksb"
)

// repeated yields text, then unit again and again, n bytes in all, then end.
func repeated(text, unit string, n int, end string) io.Reader {
	return io.MultiReader(strings.NewReader(text), strings.NewReader(strings.Repeat(unit, n/len(unit))), strings.NewReader(end))
}

// A document that is hostile by its size costs no more than its bytes cost to hold.
func TestHostileSizes(t *testing.T) {
	const size = 20 << 20 // and five times as much of what is cheapest to send
	tests := []struct {
		why  string
		give io.Reader
		want ksb.Fault
	}{
		{"lists that never end", repeated(``, `[`, 5*size, ``), ksb.ErrTooDeep},
		{"lists that never end, where a list is due", repeated(`{"format":"worker/1","evidence":`, `[`, 5*size, ``), ksb.ErrTooDeep},
		{"objects that never end", repeated(`{"format":"worker/1","facts":`, `{"a":`, size, ``), ksb.ErrTooDeep},
		{"an ID that never ends", repeated(`{"format":"worker/1","id":"`, `a`, size, ``), ksb.ErrSyntax},
		{"one kind, very long", repeated(`{"format":"worker/1","evidence":[{"kind":"`, `a`, size, `"}]}`), ksb.ErrValue},
	}
	for _, tt := range tests {
		t.Run(tt.why, func(t *testing.T) {
			var before, after runtime.MemStats
			runtime.ReadMemStats(&before)
			_, problems := workerjson.Read(tt.give, "x.json")
			runtime.ReadMemStats(&after)
			require.ErrorIs(t, problems.Err(), tt.want)
			require.Less(t, len(problems.Error()), 1000, "messages quote the start of a value")
			require.Less(t, after.TotalAlloc-before.TotalAlloc, uint64(50*size), "bytes asked for; reading alone takes several times the size")
		})
	}
}

// crowd is a worker with n pieces about some statements, all from different sources.
func crowd(n, statements int) assess.Worker {
	w := assess.Worker{Format: assess.WorkerFormat, ID: "w"}
	for i := range n {
		w.Evidence = append(w.Evidence, assess.Evidence{
			ID: fmt.Sprintf("e%d", i), Statements: assess.Refs(fmt.Sprintf("S%d", i%statements)), Kind: assess.Supervisor,
			Level: new(float64(i%3) / 2), By: fmt.Sprintf("by-%d", i), At: ksb.Date(739000 + i%600),
		})
	}
	return w
}

// framework asks for some statements in one role.
func framework(statements int) ksb.Framework {
	f := ksb.Framework{Format: ksb.Format, ID: "f", Roles: []ksb.Role{{ID: "R", Title: "Role"}}}
	for i := range statements {
		id := ksb.StatementID(fmt.Sprintf("S%d", i))
		f.Statements = append(f.Statements, ksb.Statement{ID: id, Code: string(id), Kind: ksb.Skill, Text: "Does it"})
		f.Roles[0].Requirements = append(f.Roles[0].Requirements, ksb.Requirement{Statement: id})
	}
	return f
}

// A hundred thousand pieces are read and judged in seconds, spread out or all about
// one statement.
func TestAHundredThousandPieces(t *testing.T) {
	const n = 100_000
	for _, statements := range []int{200, 1} {
		t.Run(fmt.Sprintf("about %d statements", statements), func(t *testing.T) {
			start := time.Now()
			w := read(t, written(t, crowd(n, statements)))
			require.Len(t, w.Evidence, n)
			report, err := assess.Quick(framework(statements), w, "R", 0)
			require.NoError(t, err)
			parts := 0
			for i := range report.Gaps {
				parts += len(report.Gaps[i].Parts)
			}
			require.Equal(t, n, parts, "every piece accounts for itself")
			require.Less(t, time.Since(start), time.Minute)
		})
	}
}

// readAnyhow reads and assesses whatever it is given, which must not panic. What was
// read is written and read again without a new fault.
func readAnyhow(t *testing.T, data []byte) ksb.Problems {
	t.Helper()
	w, problems := workerjson.Read(bytes.NewReader(data), "x.json")
	require.True(t, len(problems) == 0 || problems.Error() != "")
	for _, p := range problems {
		require.NotEmpty(t, p.Fault)
		require.GreaterOrEqual(t, p.Origin.Line, 0)
	}
	for _, e := range w.Evidence {
		require.NotEmpty(t, e.ID)
		require.NotEmpty(t, e.Statements)
		require.NotZero(t, e.Kind)
		require.NotZero(t, e.At)
	}
	_, err := assess.Quick(framework(3), w, "R", 0)
	require.NoError(t, err)
	var out bytes.Buffer
	require.NoError(t, workerjson.Write(&out, w))
	return problems
}

func TestEveryStartOfADocument(t *testing.T) {
	data := written(t, rich())
	for n := range data {
		broken := readAnyhow(t, data[:n]).Err() != nil
		require.Equal(t, n < len(bytes.TrimSpace(data)), broken, "the first %d bytes", n)
	}
}

func TestFlippedBits(t *testing.T) {
	data := written(t, rich())
	random := rand.New(rand.NewPCG(3, 3))
	for range 2000 {
		flipped := bytes.Clone(data)
		for range 1 + random.IntN(3) {
			flipped[random.IntN(len(flipped))] ^= 1 << random.IntN(8)
		}
		readAnyhow(t, flipped)
	}
}

func FuzzRead(f *testing.F) {
	f.Add(written(f, rich()))
	for _, data := range samples(f) {
		f.Add(data)
	}
	f.Add([]byte(`{"format":"worker/1","id":"w","evidence":[{"statements":["S0",{"id":"S1","level":0.5}],"kind":"self","at":"2026-01-31","relevance":0}]}`))
	f.Fuzz(func(t *testing.T, data []byte) { readAnyhow(t, data) })
}
