package main

import (
	"io"
	"maps"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// TestLoopbackOnly: nothing but this machine can be listened on.
func TestLoopbackOnly(t *testing.T) {
	for _, address := range []string{"0.0.0.0:0", ":0", "[::]:0", "192.0.2.7:0", "example.org:80", "127.0.0.1", ""} {
		_, err := listen(address)
		require.ErrorIs(t, err, errNotLoopback, "%q", address)
	}
	for _, address := range []string{"127.0.0.1:0", "localhost:0"} {
		l, err := listen(address)
		require.NoError(t, err)
		require.NoError(t, l.Close())
	}
}

// paths are an address of every route, with the method that the pattern names.
func paths(t *testing.T, s *site) (list [][2]string) {
	t.Helper()
	fill := strings.NewReplacer("{$}", "", "{scan}", "1", "{party}", "employer", "{number}", "1", "{name}", "page.css")
	for _, r := range s.routes() {
		method, pattern, both := strings.Cut(r.pattern, " ")
		if !both {
			method, pattern = http.MethodGet, r.pattern+"nowhere"
		}
		list = append(list, [2]string{method, fill.Replace(pattern)})
	}
	require.Greater(t, len(list), 15)
	return list
}

// TestStrangersAreRefused: on every route, with everything else as it should be.
func TestStrangersAreRefused(t *testing.T) {
	s, server := served(t)
	v := visit(t, server.URL)
	v.get("/files")
	at, err := url.Parse(server.URL)
	require.NoError(t, err)
	for _, p := range paths(t, s) {
		for _, c := range []struct {
			why, host, origin, site string
			status                  int
		}{
			{"another name that leads here", "evil.example:" + at.Port(), "", "", http.StatusMisdirectedRequest},
			{"the right name at another port", "127.0.0.1:1", "", "", http.StatusMisdirectedRequest},
			{"no port", "127.0.0.1", "", "", http.StatusMisdirectedRequest},
			{"a page elsewhere", "", "https://evil.example", "", http.StatusForbidden},
			{"a page at another port of this machine", "", "http://127.0.0.1:1", "", http.StatusForbidden},
			{"a page in a sandbox, or of a file", "", "null", "", http.StatusForbidden},
			{"a link elsewhere, or an image", "", "", "cross-site", http.StatusForbidden},
			{"another port, as browsers tell it", "", "", "same-site", http.StatusForbidden},
			{"one header lies", "", server.URL, "cross-site", http.StatusForbidden},
		} {
			got := v.sent(t, p, c.host, c.origin, c.site)
			require.Equal(t, c.status, got.Code, "%v: %s", p, c.why)
			require.Empty(t, got.Header().Get("Set-Cookie"), "%v: %s", p, c.why)
			require.NotContains(t, got.Body.String(), v.token, "%v: %s", p, c.why)
			require.Empty(t, got.Header().Get("Access-Control-Allow-Origin"))
		}
		ours := v.sent(t, p, "", server.URL, "same-origin")
		require.NotContains(t, []int{http.StatusMisdirectedRequest, http.StatusForbidden}, ours.Code, "%v: a page of ours", p)
	}
}

// sent sends a request with such headers, past the client, which would set its own.
func (v *visitor) sent(t *testing.T, p [2]string, host, origin, site string) *httptest.ResponseRecorder {
	t.Helper()
	r, err := http.NewRequest(p[0], v.base+p[1], strings.NewReader(url.Values{"token": {v.token}, "seen": {"0"}}.Encode()))
	require.NoError(t, err)
	r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	for name, value := range map[string]string{"Origin": origin, "Sec-Fetch-Site": site} { // any order: each sets its own
		if value != "" {
			r.Header.Set(name, value)
		}
	}
	if host != "" {
		r.Host = host
	}
	answer, err := (&http.Client{Jar: v.client.Jar, CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}).Do(r)
	require.NoError(t, err)
	defer answer.Body.Close()
	got := httptest.NewRecorder()
	_, err = io.Copy(got.Body, answer.Body)
	require.NoError(t, err)
	got.Code = answer.StatusCode
	maps.Copy(got.Header(), answer.Header)
	return got
}

// TestFormsNeedTheirToken: what changes something comes from a page that this browser got.
func TestFormsNeedTheirToken(t *testing.T) {
	s, server := served(t)
	v, other := visit(t, server.URL), visit(t, server.URL)
	v.get("/files")
	other.get("/files")
	require.NotEqual(t, v.token, other.token)
	for _, p := range paths(t, s) {
		if p[0] != http.MethodPost {
			continue
		}
		for why, token := range map[string]string{"none": "", "a made-up one": strings.Repeat("0", 64), "another browser's": other.token} { // any order
			mine := *v
			mine.token = token
			status, _ := mine.post(p[1], "seen", "0", "level.img-k1", "1")
			require.Equal(t, http.StatusForbidden, status, "%v: %s", p, why)
		}
		require.Equal(t, http.StatusForbidden, v.sent(t, p, "", "", "").Code, "%v: neither Origin nor Sec-Fetch-Site", p)
		require.Equal(t, http.StatusForbidden, v.sent(t, p, "", "", "none").Code, "%v: from the address bar", p)
	}
	answers, err := s.store.answers(1)
	require.NoError(t, err)
	require.Empty(t, answers, "nothing came through")
}

// TestEveryAnswerIsProtected: the headers stand on every route, errors included.
func TestEveryAnswerIsProtected(t *testing.T) {
	s, server := served(t)
	v := visit(t, server.URL)
	for _, p := range append(paths(t, s), [2]string{http.MethodDelete, "/"}) {
		h := v.sent(t, p, "", server.URL, "same-origin").Header()
		policy := h.Get("Content-Security-Policy")
		require.Contains(t, policy, "default-src 'none'", p)
		require.NotContains(t, policy, "unsafe", p)
		require.Equal(t, "nosniff", h.Get("X-Content-Type-Options"), p)
		require.Equal(t, "DENY", h.Get("X-Frame-Options"), p)
		require.Equal(t, "same-origin", h.Get("Cross-Origin-Resource-Policy"), p)
		require.Equal(t, "no-store", h.Get("Cache-Control"), p)
	}
}

// TestCookie: only our pages send it, and no script reads it.
func TestCookie(t *testing.T) {
	_, server := served(t)
	answer, err := http.Get(server.URL)
	require.NoError(t, err)
	defer answer.Body.Close()
	require.Len(t, answer.Cookies(), 1)
	cookie := answer.Cookies()[0]
	require.True(t, cookie.HttpOnly)
	require.Equal(t, http.SameSiteStrictMode, cookie.SameSite)
	require.GreaterOrEqual(t, len(cookie.Value), 26, "130 bits that nobody guesses")
}
