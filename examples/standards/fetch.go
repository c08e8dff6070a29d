package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"mime"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"time"
)

// officialAPI is the open API of Skills England; a reference follows.
const officialAPI = "https://skillsengland.education.gov.uk/api/apprenticeshipstandards/"

// fetcher downloads single standards, politely: it tries again when the server is busy,
// waits as long as it is told to, and asks only for what has changed.
type fetcher struct {
	base     string // ends in a slash
	client   *http.Client
	cache    string // directory; "": nothing is kept
	attempts int
	pause    time.Duration // before the second attempt; doubled before each further one
	limit    int64         // most bytes of an answer
}

func newFetcher(cache string) *fetcher {
	return &fetcher{
		base: officialAPI, client: &http.Client{Timeout: 30 * time.Second}, cache: cache,
		attempts: 4, pause: time.Second, limit: 32 << 20,
	}
}

// errAgain marks an answer after which another attempt makes sense.
var errAgain = errors.New("try again")

// get returns the document of a reference such as ST0215.
func (f *fetcher) get(ctx context.Context, reference string) ([]byte, error) {
	reference = strings.ToUpper(strings.TrimSpace(reference))
	if !regexp.MustCompile(`^[A-Z]{2}\d{4}$`).MatchString(reference) {
		return nil, fmt.Errorf("%q is not a reference such as ST0215", reference)
	}
	var err error
	wait := f.pause
	for attempt := range f.attempts {
		if attempt > 0 {
			if stopped := sleep(ctx, wait); stopped != nil {
				return nil, fmt.Errorf("get %s: %w (last answer: %w)", reference, stopped, err)
			}
			wait *= 2
		}
		var data []byte
		data, err = f.try(ctx, reference, &wait)
		if err == nil || !errors.Is(err, errAgain) {
			return data, err
		}
	}
	return nil, fmt.Errorf("get %s: gave up after %d attempts: %w", reference, f.attempts, err)
}

func sleep(ctx context.Context, d time.Duration) error {
	timer := time.NewTimer(d)
	defer timer.Stop()
	select {
	case <-ctx.Done():
		return ctx.Err()
	case <-timer.C:
		return nil
	}
}

// try makes one request. A server that names a pause of its own sets wait.
func (f *fetcher) try(ctx context.Context, reference string, wait *time.Duration) ([]byte, error) {
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, f.base+url.PathEscape(reference), nil)
	if err != nil {
		return nil, err
	}
	request.Header.Set("Accept", "application/json")
	kept, etag := f.kept(reference)
	if etag != "" {
		request.Header.Set("If-None-Match", etag)
	}
	response, err := f.client.Do(request)
	if err != nil {
		if ctx.Err() != nil {
			return nil, ctx.Err()
		}
		return nil, fmt.Errorf("%w: %w", errAgain, err)
	}
	defer response.Body.Close()
	switch code := response.StatusCode; {
	case code == http.StatusNotModified && etag != "":
		return kept, nil
	case code == http.StatusOK:
		return f.take(response, reference)
	case code == http.StatusTooManyRequests || code >= 500:
		*wait = max(*wait, pauseAsked(response))
		return nil, fmt.Errorf("%w: the server says %s", errAgain, response.Status)
	}
	return nil, fmt.Errorf("get %s: the server says %s", reference, response.Status)
}

// pauseAsked is what the server asks for in seconds, half a minute at most.
func pauseAsked(r *http.Response) time.Duration {
	seconds, err := strconv.Atoi(r.Header.Get("Retry-After"))
	if err != nil || seconds < 0 {
		return 0
	}
	return min(time.Duration(seconds)*time.Second, 30*time.Second)
}

// take reads the answer and keeps it. An answer cut short is worth another attempt.
func (f *fetcher) take(r *http.Response, reference string) ([]byte, error) {
	if kind, _, _ := mime.ParseMediaType(r.Header.Get("Content-Type")); !strings.HasSuffix(kind, "json") {
		return nil, fmt.Errorf("get %s: expected JSON, the server sent %q", reference, kind)
	}
	data, err := io.ReadAll(io.LimitReader(r.Body, f.limit+1))
	switch {
	case err != nil:
		return nil, fmt.Errorf("%w: the answer broke off: %w", errAgain, err)
	case int64(len(data)) > f.limit:
		return nil, fmt.Errorf("get %s: the answer has more than %d bytes", reference, f.limit)
	}
	return data, f.keep(reference, data, r.Header.Get("ETag"))
}

// kept returns what was kept of an earlier answer, and its tag; "" where there is none.
func (f *fetcher) kept(reference string) (data []byte, etag string) {
	if f.cache == "" {
		return nil, ""
	}
	tag, errTag := os.ReadFile(filepath.Join(f.cache, reference+".etag"))
	data, errData := os.ReadFile(filepath.Join(f.cache, reference+".json"))
	if errTag != nil || errData != nil {
		return nil, ""
	}
	return data, string(tag)
}

// keep writes the data before the tag, so that a tag never stands for older data.
func (f *fetcher) keep(reference string, data []byte, etag string) error {
	if f.cache == "" || etag == "" {
		return nil
	}
	if err := os.MkdirAll(f.cache, 0o755); err != nil {
		return err
	}
	tag := filepath.Join(f.cache, reference+".etag")
	_ = os.Remove(tag) // there may be none
	if err := os.WriteFile(filepath.Join(f.cache, reference+".json"), data, 0o644); err != nil {
		return err
	}
	return os.WriteFile(tag, []byte(etag), 0o644)
}
