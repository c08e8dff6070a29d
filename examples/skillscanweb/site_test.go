package main

import (
	"bytes"
	"io"
	"mime/multipart"
	"net/http"
	"net/http/cookiejar"
	"net/http/httptest"
	"net/url"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/skillgap-go/skillgap/ksb"
)

// visitor is a browser as far as these tests need one: cookies, the header Origin, the
// token of the last page.
type visitor struct {
	t      testing.TB
	client *http.Client
	base   string
	token  string
}

// served is the site on a loopback address, with a database of its own.
func served(t testing.TB) (*site, *httptest.Server) {
	t.Helper()
	kept, err := openStore(filepath.Join(t.TempDir(), "skills.db"))
	require.NoError(t, err)
	t.Cleanup(kept.close)
	listener, err := listen("127.0.0.1:0")
	require.NoError(t, err)
	s, err := newSite(kept, someDay, listener.Addr().String(), testLog{t})
	require.NoError(t, err)
	server := httptest.NewUnstartedServer(s.handler())
	require.NoError(t, server.Listener.Close())
	server.Listener = listener
	server.Start()
	t.Cleanup(server.Close)
	return s, server
}

// testLog: a fault that nobody expected fails the test.
type testLog struct{ testing.TB }

func (l testLog) Write(p []byte) (int, error) {
	l.Errorf("the site reports: %s", p)
	return len(p), nil
}

// someDay is "today" of the tests.
func someDay() ksb.Date {
	day, _ := ksb.ParseDate("2026-07-01")
	return day
}

func visit(t testing.TB, base string) *visitor {
	t.Helper()
	jar, err := cookiejar.New(nil)
	require.NoError(t, err)
	v := &visitor{t: t, client: &http.Client{Jar: jar}, base: base}
	v.get("/")
	return v
}

var tokenField = regexp.MustCompile(`name="token" value="([0-9a-f]+)"`)

// do sends a request as a page of the site would and returns what the page says.
func (v *visitor) do(method, path, contentType string, body io.Reader) (int, string) {
	v.t.Helper()
	r, err := http.NewRequest(method, v.base+path, body)
	require.NoError(v.t, err)
	if method != http.MethodGet {
		r.Header.Set("Origin", v.base)
		r.Header.Set("Content-Type", contentType)
	}
	answer, err := v.client.Do(r)
	require.NoError(v.t, err)
	defer answer.Body.Close()
	data, err := io.ReadAll(answer.Body)
	require.NoError(v.t, err)
	if found := tokenField.FindSubmatch(data); found != nil {
		v.token = string(found[1])
	}
	return answer.StatusCode, string(data)
}

// get is a page that must be there.
func (v *visitor) get(path string) string {
	v.t.Helper()
	status, text := v.do(http.MethodGet, path, "", nil)
	require.Equal(v.t, http.StatusOK, status, "%s: %s", path, text)
	return text
}

// post sends a form, names and values in pairs, with the token.
func (v *visitor) post(path string, pairs ...string) (int, string) {
	v.t.Helper()
	form := url.Values{"token": {v.token}}
	for i := 0; i+1 < len(pairs); i += 2 {
		form.Add(pairs[i], pairs[i+1])
	}
	return v.do(http.MethodPost, path, "application/x-www-form-urlencoded", strings.NewReader(form.Encode()))
}

// try posts a form to a program that may die before it answers.
func (v *visitor) try(path, form string) (int, error) {
	r, err := http.NewRequest(http.MethodPost, v.base+path, strings.NewReader(form))
	if err != nil {
		return 0, err
	}
	r.Header.Set("Origin", v.base)
	r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	answer, err := v.client.Do(r)
	if err != nil {
		return 0, err
	}
	return answer.StatusCode, answer.Body.Close()
}

// upload sends a file.
func (v *visitor) upload(k kind, name string, data []byte) (int, string) {
	v.t.Helper()
	v.get("/files")
	var body bytes.Buffer
	form := multipart.NewWriter(&body)
	require.NoError(v.t, form.WriteField("token", v.token))
	require.NoError(v.t, form.WriteField("kind", string(k)))
	part, err := form.CreateFormFile("file", name)
	require.NoError(v.t, err)
	_, err = part.Write(data)
	require.NoError(v.t, err)
	require.NoError(v.t, form.Close())
	return v.do(http.MethodPost, "/files", form.FormDataContentType(), &body)
}

// TestWholeJob: upload, scan, report, what if, plan, routes, take away.
func TestWholeJob(t *testing.T) {
	_, server := served(t)
	v := visit(t, server.URL)
	for _, f := range []struct {
		kind kind
		name string
	}{{standards, "ward.csv"}, {evidence, "ward-evidence.csv"}, {courses, "ward-courses.json"}} {
		status, text := v.upload(f.kind, f.name, []byte(ward(f.kind)))
		require.Equal(t, http.StatusOK, status, text)
		require.NotContains(t, text, "What is wrong with it", f.name)
	}
	require.Contains(t, v.get("/new?standard=file/1"), `value="file/2|w-9"`)
	status, text := v.post("/scans", "standard", "file/1", "role", "host", "person", "file/2|w-9", "courses", "file/3")
	require.Equal(t, http.StatusOK, status, text)
	require.Contains(t, text, "w-9")

	v.get("/scans/2/fill/employer")
	status, text = v.post("/scans/2/fill/employer", "seen", "0", "level.host/S1", "0", "note.host/S1", "twice now", "level.host/K1", "1")
	require.Equal(t, http.StatusOK, status, text)
	require.Contains(t, text, "Saved: 2 new answers.")
	require.Contains(t, v.get("/scans/2"), "twice now")
	require.Contains(t, v.get("/scans/2/history"), "twice now")

	require.Contains(t, v.get("/scans/2/report"), "Greets")
	moved := v.get("/scans/2/changes?trust-supervisor=0.05&as-of=2026-12-31")
	require.Contains(t, moved, "What moves")
	require.Contains(t, moved, "31 December 2026")
	require.Contains(t, v.get("/scans/2/changes?level=host/S1:2"), "every statement keeps its status", "the level that it has is no change")
	require.Contains(t, v.get("/scans/2/plan?pounds=300&hours=20&weeks=10&unmet=yes"), "Greeting people")
	require.NotContains(t, v.get("/scans/2/plan?pounds=3&unmet=yes"), "Greeting people</", "it does not fit the budget")
	require.Contains(t, v.get("/scans/2/routes"), "Head host")
	require.Contains(t, v.get("/scans/2/routes?to=head"), "Head host")
	for _, f := range writings() {
		require.NotEmpty(t, v.get("/scans/2/take/"+f.Name), f.Name)
	}
	status, text = v.post("/scans/1", "person", "sample/imaging/workers/every-status.json|w-01", "courses", "file/3")
	require.Equal(t, http.StatusOK, status, text)
	require.Contains(t, v.get("/scans/1/plan"), "do not quite fit", "these courses teach what no standard here has")
	require.Contains(t, v.get("/scans/2/take/worker.json"), `"id": "scan-1"`)
	require.NotEmpty(t, v.get("/scans/2/take/everything.zip?pounds=300"))
}

// ward is a small world, as files of people.
func ward(k kind) string {
	switch k {
	case standards:
		return "Role,Role title,Statement,Code,Kind,Text,Rungs,Level\r\n" +
			"host,Ward host,host/K1,K1,knowledge,Knows who may eat what,not yet;with help;alone,alone\r\n" +
			"host,Ward host,host/S1,S1,skill,Greets whoever comes in,not yet;with help;alone,alone\r\n" +
			"head,Head host,host/S1,S1,,,,alone\r\n" +
			"head,Head host,head/B1,B1,behaviour,Stays calm,not yet;with help;alone,with help\r\n"
	case evidence:
		return "worker,evidence,statement,kind,level,by,at\r\nw-9,e1,host/K1,observation,2,assessor-a,2026-05-02\r\nw-9,e2,head/B1,test,2,quiz-1,2026-05-03\r\n"
	}
	return `{"format":"catalogue/1","currency":"GBP","courses":[{"id":"c1","title":"Greeting people","teaches":[{"statement":"host/S1","level":2}],"costPence":12000,"minutes":600,"weeks":4,"assessedBy":"test"}]}`
}
