package progress

import (
	"bytes"
	"io"
	"os"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/stretchr/testify/require"
)

// TestSilence: where nobody looks there is no bar, and counting goes on all the same.
func TestSilence(t *testing.T) {
	var memory bytes.Buffer
	from, to, err := os.Pipe()
	require.NoError(t, err)
	file, err := os.Create(t.TempDir() + "/log")
	require.NoError(t, err)
	for why, w := range map[string]io.Writer{"memory": &memory, "a pipe": to, "a file": file, "nothing": nil, "no file": (*os.File)(nil)} {
		for _, bar := range []*Bar{Count(w, "people", 3), Bytes(w, "reading", 3), Spin(w, "planning")} {
			require.Nil(t, bar, why)
			bar.Add(1)
			bar.Set(2)
			n, err := bar.Write([]byte("abc"))
			require.NoError(t, err)
			require.Equal(t, 3, n)
			require.NoError(t, bar.Close())
		}
	}
	require.Empty(t, memory.String())
	require.NoError(t, to.Close())
	piped, err := io.ReadAll(from)
	require.NoError(t, err)
	require.Empty(t, piped)
	written, err := os.ReadFile(file.Name())
	require.NoError(t, err)
	require.Empty(t, written)
}

// TestLook: what is drawn, and that it is gone when it is done.
func TestLook(t *testing.T) {
	for _, c := range []struct {
		why   string
		total int64
		bytes bool
		done  []int
		says  []string
	}{
		{"how many of how many", 4, false, []int{1, 1}, []string{"work  25% |", "(1/4)", "work  50% |", "(2/4)"}},
		{"bytes", 4000, true, []int{1000}, []string{"work  25% |", "(1.0/4.0 kB"}},
		{"nobody knows how many", 0, false, []int{0, 3}, []string{"| work  [0s]", "/ work: 3  [0s]"}},
		{"nothing to count", uncounted, false, []int{3, 0}, []string{"| work  [0s]", "/ work  [0s]"}},
		{"all is counted, and it is not over", 2, false, []int{2, 0}, []string{"(1/2)"}},
		{"more than were to come", 2, false, []int{2, 5}, []string{"(1/2)"}},
	} {
		synctest.Test(t, func(t *testing.T) {
			var out bytes.Buffer
			bar := start(&drawing{w: &out, what: "work", total: c.total, bytes: c.bytes})
			time.Sleep(patience - time.Millisecond)
			require.Empty(t, out.String(), "what is over soon needs no bar")
			for _, n := range c.done {
				bar.Add(n)
				time.Sleep(pace)
			}
			require.NoError(t, bar.Close())
			require.NoError(t, bar.Close(), "again")
			for _, says := range c.says {
				require.Contains(t, out.String(), says, c.why)
			}
			frames := strings.Split(strings.TrimRight(out.String(), "\r"), "\r")
			require.Empty(t, strings.TrimSpace(frames[len(frames)-1]), "%s: the line is wiped", c.why)
			for _, frame := range frames {
				require.Less(t, len([]rune(frame)), 80, c.why)
			}
		})
	}
}

// TestTooShortToSee: what is over soon leaves no trace.
func TestTooShortToSee(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var out bytes.Buffer
		bar := start(&drawing{w: &out, what: "work", total: 2})
		bar.Set(1)
		require.NoError(t, bar.Close())
		require.Empty(t, out.String())
	})
}

func ExampleCount() {
	people := []string{"w-1", "w-2"}
	bar := Count(os.Stderr, "people", len(people))
	defer bar.Close()
	for range people {
		bar.Add(1)
	}
	// Output:
}
