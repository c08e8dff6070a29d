package main

import (
	"fmt"
	"net/http"
	"os"
	"strconv"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

// soak is how long many people go on at once: SOAK=30s, or two seconds.
func soak(t *testing.T) time.Duration {
	t.Helper()
	text := os.Getenv("SOAK")
	if text == "" {
		return 2 * time.Second
	}
	long, err := time.ParseDuration(text)
	require.NoError(t, err)
	return long
}

// TestManyAtOnce: fifty people fill in scans at the same time, two of them each scan, and
// every answer that was acknowledged is there, in its order.
func TestManyAtOnce(t *testing.T) {
	const people = 50
	s, server := served(t)
	starter := visit(t, server.URL)
	starter.get("/files")
	for i := range people / 2 {
		status, text := starter.post("/scans", "standard", "sample/imaging/framework.json", "role", "imaging-support-worker", "worker", fmt.Sprintf("w-%d", i))
		require.Equal(t, http.StatusOK, status, text)
	}
	until := time.Now().Add(soak(t))
	acknowledged := make([][]string, people)
	var everybody sync.WaitGroup
	for i := range people {
		everybody.Go(func() { acknowledged[i] = fills(t, server.URL, 2+i/2, string(parties()[i%2]), until) })
	}
	everybody.Wait()
	total := 0
	for i := range people {
		answers, err := s.store.answers(int64(2 + i/2))
		require.NoError(t, err)
		var kept []string
		for _, a := range answers {
			if a.Party == parties()[i%2] {
				kept = append(kept, a.Note)
			}
		}
		require.Equal(t, acknowledged[i], kept, "person %d", i)
		total += len(kept)
	}
	require.GreaterOrEqual(t, total, people)
	t.Logf("%d answers of %d people were acknowledged and kept", total, people)
}

// fills answers one statement after the other, as the script of the page does, and
// returns the notes that were acknowledged; now and then it looks at the report.
func fills(t *testing.T, base string, scan int, party string, until time.Time) (notes []string) {
	v := visit(t, base)
	path := fmt.Sprintf("/scans/%d/fill/%s", scan, party)
	v.get(path)
	for n := 0; n == 0 || time.Now().Before(until); n++ {
		note := fmt.Sprintf("%s %d", party, n)
		status, text := v.post(path, "seen", "0", "touched", "yes", "level.img-k"+strconv.Itoa(1+n%8), strconv.Itoa(n%4), "note.img-k"+strconv.Itoa(1+n%8), note)
		if status != http.StatusNoContent {
			t.Errorf("%s: %d %s", path, status, text)
			return notes
		}
		notes = append(notes, note)
		if n%20 == 19 {
			v.get(fmt.Sprintf("/scans/%d/report", scan))
		}
	}
	return notes
}
