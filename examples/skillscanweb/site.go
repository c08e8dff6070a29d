package main

import (
	"bytes"
	"context"
	"database/sql"
	"embed"
	"errors"
	"fmt"
	"html/template"
	"io"
	"log"
	"net/http"
	"net/url"
	"strconv"

	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/ksb/wording"
)

//go:embed templates/*.html
var templateFiles embed.FS

//go:embed static
var staticFiles embed.FS

// site is the program as a browser sees it.
type site struct {
	store  *store
	shelf  *shelf
	today  func() ksb.Date
	pages  *template.Template
	guard  *guard
	words  *wording.Words
	report *log.Logger // what nobody could have expected
}

// newSite makes the site that is served at an address.
func newSite(kept *store, today func() ksb.Date, address string, stderr io.Writer) (*site, error) {
	key, err := kept.secret()
	if err != nil {
		return nil, err
	}
	english := wording.English()
	pages, err := template.New("").Funcs(words(english)).ParseFS(templateFiles, "templates/*.html")
	if err != nil {
		return nil, err
	}
	s := &site{store: kept, today: today, pages: pages, words: english, report: log.New(stderr, "skillscanweb: ", 0)}
	s.shelf = &shelf{store: kept, read: map[string]*document{}}
	s.guard = &guard{hosts: ownHosts(address), key: key, fail: s.fail}
	return s, nil
}

// route is a pattern of http.ServeMux and what answers it.
type route struct {
	pattern string
	serve   func(http.ResponseWriter, *http.Request) error
}

// routes are all there are.
func (s *site) routes() []route {
	return []route{
		{"GET /{$}", s.home},
		{"GET /new", s.newScan},
		{"POST /scans", s.beginScan},
		{"GET /files", s.filesPage},
		{"POST /files", s.upload},
		{"GET /files/{number}", s.filePage},
		{"GET /scans/{scan}", s.scanPage},
		{"POST /scans/{scan}", s.saveInputs},
		{"GET /scans/{scan}/fill/{party}", s.fillPage},
		{"POST /scans/{scan}/fill/{party}", s.saveAnswers},
		{"GET /scans/{scan}/history", s.historyPage},
		{"GET /scans/{scan}/report", s.about("report", "Report", s.reportPage)},
		{"GET /scans/{scan}/changes", s.about("changes", "Change an assumption", s.changesPage)},
		{"GET /scans/{scan}/plan", s.about("plan", "Training plan", s.planPage)},
		{"GET /scans/{scan}/routes", s.about("routes", "Routes to other roles", s.routesPage)},
		{"GET /scans/{scan}/take", s.about("take", "Take away", s.takePage)},
		{"GET /scans/{scan}/take/{name}", s.take},
		{"GET /static/{name}", s.static},
		{"/", func(http.ResponseWriter, *http.Request) error { return notFound }},
	}
}

// handler is every route, behind the guard.
func (s *site) handler() http.Handler {
	mux := http.NewServeMux()
	for _, r := range s.routes() {
		mux.HandleFunc(r.pattern, func(w http.ResponseWriter, q *http.Request) {
			if err := r.serve(w, q); err != nil {
				s.fail(w, q, err)
			}
		})
	}
	s.guard.next = mux
	return s.guard
}

// fault is an error that is told to whoever asked.
type fault struct {
	status int
	text   string
}

func (f fault) Error() string { return f.text }

var notFound error = fault{http.StatusNotFound, "There is no such page."}

// missing turns "no rows" into notFound.
func missing(err error) error {
	if errors.Is(err, sql.ErrNoRows) {
		return notFound
	}
	return err
}

// fail answers with what went wrong.
func (s *site) fail(w http.ResponseWriter, r *http.Request, err error) {
	var told fault
	switch {
	case errors.As(err, &told):
	case errors.Is(err, context.DeadlineExceeded):
		told = fault{http.StatusServiceUnavailable, "That took too long. Ask for less: fewer roles, fewer courses."}
	default:
		s.report.Printf("%s %q: %v", r.Method, r.URL.Path, err)
		told = fault{http.StatusInternalServerError, "Something went wrong here, and not with what you did. What was saved is kept."}
	}
	p := page{Title: "That did not work", Data: told.text}
	if err := s.write(w, r, told.status, "problem", p); err != nil {
		s.report.Print(err)
	}
}

// page is what every template is given.
type page struct {
	Title string
	Token string     // for forms
	Today ksb.Date   //
	Scan  *onTable   // nil: the page is not about one
	Tab   string     // of the pages about a scan
	Kept  url.Values // the part of the address that goes from page to page
	Data  any
}

// show writes a page.
func (s *site) show(w http.ResponseWriter, r *http.Request, name string, p page) error {
	return s.write(w, r, http.StatusOK, name, p)
}

func (s *site) write(w http.ResponseWriter, r *http.Request, status int, name string, p page) error {
	p.Token, p.Today = s.guard.tokenFor(w, r), s.today()
	var out bytes.Buffer
	if err := s.pages.ExecuteTemplate(&out, name, p); err != nil {
		return fmt.Errorf("page %s: %w", name, err)
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.WriteHeader(status)
	_, err := out.WriteTo(w)
	if err != nil {
		s.report.Printf("page %s: %v", name, err) // whoever asked has gone
	}
	return nil
}

// back sends the browser to a page after a form was taken.
func back(w http.ResponseWriter, r *http.Request, path string) error {
	http.Redirect(w, r, path, http.StatusSeeOther)
	return nil
}

// number is a number of the path; none is a page that is not there.
func number(r *http.Request, name string) (int64, error) {
	n, err := strconv.ParseInt(r.PathValue(name), 10, 64)
	if err != nil {
		return 0, notFound
	}
	return n, nil
}
