package main

import (
	"crypto/hmac"
	"crypto/rand"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"
	"mime"
	"net"
	"net/http"
	"strings"
)

// guard stands before every route and lets nobody in but the person at this machine, by
// pages of this program:
//
//   - Host must name this machine and this port, so that no name of somebody else's can be
//     pointed here (DNS rebinding).
//   - Origin and Sec-Fetch-Site must be ours; what changes something must have one of them.
//   - Forms carry a token that only our pages know.
//   - Bodies are limited.
type guard struct {
	next  http.Handler
	hosts map[string]bool
	key   []byte
	fail  func(http.ResponseWriter, *http.Request, error)
}

// ownHosts are the names under which a browser on this machine finds an address.
func ownHosts(address string) map[string]bool {
	_, port, _ := net.SplitHostPort(address)
	return map[string]bool{address: true, net.JoinHostPort("localhost", port): true, net.JoinHostPort("127.0.0.1", port): true, net.JoinHostPort("::1", port): true}
}

func (g *guard) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	secure(w.Header())
	if complaint, status := g.stranger(r); status != 0 {
		http.Error(w, complaint, status) // no page: that would hand out a token
		return
	}
	if !reads(r) {
		if err := checkForm(w, r); err != nil {
			g.fail(w, r, err)
			return
		}
		if err := g.checkToken(r); err != nil {
			g.fail(w, r, err)
			return
		}
	}
	g.next.ServeHTTP(w, r)
}

// reads: the request changes nothing.
func reads(r *http.Request) bool { return r.Method == http.MethodGet || r.Method == http.MethodHead }

// secure sets what every answer carries. Nothing is loaded from elsewhere, nothing runs
// that is not a file of this program, and no page may frame ours.
func secure(h http.Header) {
	h.Set("Content-Security-Policy", "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; connect-src 'self'; "+
		"form-action 'self'; base-uri 'none'; frame-ancestors 'none'")
	h.Set("X-Content-Type-Options", "nosniff")
	h.Set("X-Frame-Options", "DENY")
	h.Set("Referrer-Policy", "same-origin")
	h.Set("Cross-Origin-Opener-Policy", "same-origin")
	h.Set("Cross-Origin-Resource-Policy", "same-origin")
	h.Set("Permissions-Policy", "camera=(), geolocation=(), microphone=()")
	h.Set("Cache-Control", "no-store")
}

// stranger says why a request is not one of ours; status 0: it is.
func (g *guard) stranger(r *http.Request) (complaint string, status int) {
	site, origin := r.Header.Get("Sec-Fetch-Site"), r.Header.Get("Origin")
	switch {
	case !g.hosts[r.Host]:
		return "This program answers only to the address that it printed when it started.", http.StatusMisdirectedRequest
	case origin != "" && origin != "http://"+r.Host,
		site != "" && site != "same-origin" && !(site == "none" && reads(r)),
		!reads(r) && site == "" && origin == "":
		return "This request came from another page. Type the address, or use a bookmark.", http.StatusForbidden
	}
	return "", 0
}

// checkForm reads a form within the limit. A body that is too large is read on and
// thrown away, since browsers do not listen before they have sent it.
func checkForm(w http.ResponseWriter, r *http.Request) error {
	const drained = 20 * uploadLimit
	body := r.Body
	r.Body = http.MaxBytesReader(nil, r.Body, uploadLimit+1<<20) // the file, and the form around it
	err := r.ParseForm()
	if media, _, _ := mime.ParseMediaType(r.Header.Get("Content-Type")); err == nil && media == "multipart/form-data" {
		err = r.ParseMultipartForm(2 * uploadLimit) // all of it in memory
	}
	if tooLarge := (*http.MaxBytesError)(nil); errors.As(err, &tooLarge) {
		_, _ = io.CopyN(io.Discard, body, drained)
		w.Header().Set("Connection", "close")
		return errTooLarge
	}
	if err != nil {
		return fault{http.StatusBadRequest, "The form could not be read."}
	}
	return nil
}

// checkToken: the form is on a page that this browser had from us.
func (g *guard) checkToken(r *http.Request) error {
	cookie, err := r.Cookie(cookieName)
	if err != nil || !hmac.Equal([]byte(r.PostForm.Get("token")), []byte(g.token(cookie.Value))) {
		return fault{http.StatusForbidden, "The page is out of date, or cookies are off. Go back, load it again, and send it once more."}
	}
	return nil
}

var errTooLarge error = fault{http.StatusRequestEntityTooLarge, "The file is too large: at most 10 MB."}

// cookieName is that of a random value that a page and its forms have in common.
const cookieName = "skillscanweb"

// tokenFor is the token of a browser, which gets a cookie first if it has none.
func (g *guard) tokenFor(w http.ResponseWriter, r *http.Request) string {
	cookie, err := r.Cookie(cookieName)
	if err != nil {
		cookie = &http.Cookie{Name: cookieName, Value: strings.ToLower(rand.Text()), Path: "/", HttpOnly: true, SameSite: http.SameSiteStrictMode}
		http.SetCookie(w, cookie)
	}
	return g.token(cookie.Value)
}

func (g *guard) token(cookie string) string {
	sum := hmac.New(sha256.New, g.key)
	sum.Write([]byte(cookie))
	return hex.EncodeToString(sum.Sum(nil))
}
