package main

import (
	"context"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

// misbehaving is a local server that answers each request by the next of its manners,
// the last of them for ever.
func misbehaving(t *testing.T, manners ...http.HandlerFunc) (*fetcher, *atomic.Int64) {
	t.Helper()
	var asked atomic.Int64
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		n := int(asked.Add(1))
		manners[min(n, len(manners))-1](w, r)
	}))
	t.Cleanup(server.Close)
	f := newFetcher(t.TempDir())
	f.base, f.pause, f.client.Timeout, f.limit = server.URL+"/", time.Millisecond, time.Second, 1000
	return f, &asked
}

const body = `{"referenceNumber":"ST9009"}`

func fine(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Content-Type", "application/json; charset=utf-8")
	w.Header().Set("ETag", `"v1"`)
	if r.Header.Get("If-None-Match") == `"v1"` {
		w.WriteHeader(http.StatusNotModified)
		return
	}
	_, _ = w.Write([]byte(body))
}

func status(code int) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(code) }
}

func TestGet(t *testing.T) {
	busy := func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Retry-After", "0")
		status(http.StatusTooManyRequests)(w, r)
	}
	cutShort := func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "application/json")
		w.Header().Set("Content-Length", "100")
		_, _ = w.Write([]byte(`{"ref`))
	}
	hangUp := func(http.ResponseWriter, *http.Request) { panic(http.ErrAbortHandler) }
	page := func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/html")
		_, _ = w.Write([]byte("<html>"))
	}
	endless := func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "application/json")
		_, _ = w.Write([]byte(strings.Repeat(" ", 5000)))
	}
	for _, c := range []struct {
		why     string
		manners []http.HandlerFunc
		asked   int64
		wrong   string // part of the error; "": none
	}{
		{"a good body", []http.HandlerFunc{fine}, 1, ""},
		{"busy twice, then well", []http.HandlerFunc{status(503), busy, fine}, 3, ""},
		{"cut short, then whole", []http.HandlerFunc{cutShort, fine}, 2, ""},
		{"hung up on, then answered", []http.HandlerFunc{hangUp, fine}, 2, ""},
		{"never well: four attempts, no more", []http.HandlerFunc{status(500)}, 4, "500"},
		{"not there: asking again will not help", []http.HandlerFunc{status(404)}, 1, "404"},
		{"a page where JSON is due", []http.HandlerFunc{page}, 1, "text/html"},
		{"more than anybody should take", []http.HandlerFunc{endless}, 1, "1000 bytes"},
		{"not modified, though nothing was kept", []http.HandlerFunc{status(304)}, 1, "304"},
	} {
		t.Run(c.why, func(t *testing.T) {
			f, asked := misbehaving(t, c.manners...)
			data, err := f.get(t.Context(), " st9009 ")
			require.Equal(t, c.asked, asked.Load())
			if c.wrong != "" {
				require.ErrorContains(t, err, c.wrong)
				return
			}
			require.NoError(t, err)
			require.Equal(t, body, string(data))
		})
	}
}

// TestGetAsksOnlyForWhatHasChanged: the second time the server sends no document.
func TestGetAsksOnlyForWhatHasChanged(t *testing.T) {
	var unchanged atomic.Int64
	f, _ := misbehaving(t, func(w http.ResponseWriter, r *http.Request) {
		if r.Header.Get("If-None-Match") != "" {
			unchanged.Add(1)
		}
		fine(w, r)
	})
	for range 2 {
		data, err := f.get(t.Context(), "ST9009")
		require.NoError(t, err)
		require.Equal(t, body, string(data))
	}
	require.Equal(t, int64(1), unchanged.Load())
}

func TestGetStops(t *testing.T) {
	f, asked := misbehaving(t, status(503))
	f.pause = time.Hour
	ctx, cancel := context.WithTimeout(t.Context(), 50*time.Millisecond)
	defer cancel()
	_, err := f.get(ctx, "ST9009")
	require.ErrorIs(t, err, context.DeadlineExceeded)
	require.Equal(t, int64(1), asked.Load())

	_, err = f.get(t.Context(), "../secrets")
	require.ErrorContains(t, err, "not a reference")
}
