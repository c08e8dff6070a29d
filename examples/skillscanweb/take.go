package main

import (
	"archive/zip"
	"bytes"
	"encoding/csv"
	"fmt"
	"io"
	"mime"
	"net/http"
	"net/url"
	"path"
	"slices"
	"strconv"

	"github.com/skillgap-go/skillgap/assess/format/workerjson"
	assessrender "github.com/skillgap-go/skillgap/assess/render"
	"github.com/skillgap-go/skillgap/assess/render/xlsx"
	"github.com/skillgap-go/skillgap/ksb/format/cell"
	"github.com/skillgap-go/skillgap/ksb/page/web"
	planrender "github.com/skillgap-go/skillgap/pathway/render"
)

// taken is everything that can be taken away.
type taken struct {
	asked
	training
	ways
	options assessrender.HTMLOptions
}

// writing is a file that is made when somebody takes it.
type writing struct {
	Name, What string
	write      func(taken, io.Writer) error
}

// writings are all there are. Their names are ours: nothing of an upload is in them.
func writings() []writing {
	return []writing{
		{"report.html", "The report as a page that stands by itself", func(t taken, w io.Writer) error { return assessrender.HTML(w, t.asked.Report, t.options) }},
		{"report.xlsx", "The report as a workbook", func(t taken, w io.Writer) error {
			return xlsx.Write(w, t.asked.Report, xlsx.Options{Words: t.options.Words})
		}},
		{"report.csv", "The report as a table", func(t taken, w io.Writer) error { return assessrender.CSV(w, t.asked.Report) }},
		{"report.json", "The report for programs (report/1)", func(t taken, w io.Writer) error { return assessrender.JSON(w, t.asked.Report) }},
		{"plan.html", "The plan as a page that stands by itself", func(t taken, w io.Writer) error { return planrender.PlanHTML(w, t.asked.Report, t.Plan, t.options) }},
		{"plan.md", "The plan as Markdown", func(t taken, w io.Writer) error { return planrender.Markdown(w, t.asked.Report, t.Plan) }},
		{"plan.csv", "The plan as a table", func(t taken, w io.Writer) error { return planrender.CSV(w, t.Plan) }},
		{"plan.ics", "The plan for a calendar", func(t taken, w io.Writer) error { return planrender.ICalendar(w, t.Table, t.Day) }},
		{"plan.json", "The plan for programs (plan/1)", func(t taken, w io.Writer) error { return planrender.JSON(w, t.Plan) }},
		{"routes.html", "The routes as a page that stands by itself", func(t taken, w io.Writer) error { return planrender.RouteHTML(w, t.Found, t.land, t.options) }},
		{"routes.json", "The routes for programs (route/1)", func(t taken, w io.Writer) error { return planrender.RoutesJSON(w, t.Found) }},
		{"worker.json", "All evidence, the scan with it (worker/1)", func(t taken, w io.Writer) error { return workerjson.Write(w, t.Worker) }},
		{"scan.csv", "The scan with its history and notes", taken.history},
	}
}

// history is every answer as a row, the oldest first. No cell begins like a formula.
func (t taken) history(w io.Writer) error {
	out := csv.NewWriter(w)
	out.UseCRLF = true
	rows := [][]string{{"answer", "at", "party", "code", "statement", "text", "level", "note", "latest"}}
	for _, a := range t.Answers {
		q := t.About(a.Statement)
		rows = append(rows, []string{
			strconv.FormatInt(a.Number, 10), a.At.String(), string(a.Party), cell.Guard(q.Code()), cell.Guard(string(a.Statement)),
			cell.Guard(q.Statement.Text), cell.Guard(rung(q.Rungs, a.Level)), cell.Guard(a.Note), strconv.FormatBool(t.Counts(a)),
		})
	}
	return out.WriteAll(rows)
}

// everything is the archive of all writings.
const everything = "everything.zip"

// leaving is what the page of downloads shows.
type leaving struct {
	Writings []writing
	Query    url.Values // assumptions, and what the plan is to keep to
}

func (s *site) takePage(r *http.Request, _ asked) (any, error) {
	return leaving{writings(), r.URL.Query()}, nil
}

// take answers with one file, made now.
func (s *site) take(w http.ResponseWriter, r *http.Request) error {
	name := r.PathValue("name")
	at := slices.IndexFunc(writings(), func(f writing) bool { return f.Name == name })
	if at < 0 && name != everything {
		return notFound
	}
	t, err := s.gather(r)
	if err != nil {
		return err
	}
	var out bytes.Buffer
	if name == everything {
		err = t.pack(&out)
	} else {
		err = writings()[at].write(t, &out)
	}
	if err != nil {
		return err
	}
	w.Header().Set("Content-Type", "application/octet-stream") // to be saved, whatever it is
	w.Header().Set("Content-Disposition", fmt.Sprintf(`attachment; filename="scan-%d-%s"`, t.Number, name))
	_, err = out.WriteTo(w)
	return err
}

// gather makes all that writings are made of.
func (s *site) gather(r *http.Request) (t taken, err error) {
	if t.asked, err = s.ask(r); err != nil {
		return t, err
	}
	if t.training, err = t.train(r.Context(), r.URL.Query()); err != nil {
		return t, err
	}
	q := r.URL.Query()
	if q.Get("to") == "" {
		q.Set("to", string(t.Role))
	}
	t.ways, err = t.asked.ways(r.Context(), q)
	t.options.Words = s.words
	return t, err
}

func (t taken) pack(w io.Writer) error {
	archive := zip.NewWriter(w)
	for _, f := range writings() {
		entry, err := archive.Create(f.Name)
		if err == nil {
			err = f.write(t, entry)
		}
		if err != nil {
			return fmt.Errorf("%s: %w", f.Name, err)
		}
	}
	return archive.Close()
}

// assets are the files of this program, and those of the pages of the library.
func (s *site) assets() map[string][]byte {
	all := map[string][]byte{"page.css": []byte(web.StyleSheet()), "page.js": []byte(web.Script())}
	for _, name := range []string{"site.css", "fill.js", "icon.svg"} {
		all[name], _ = staticFiles.ReadFile("static/" + name) // a test asks for each
	}
	return all
}

// static answers with one of them.
func (s *site) static(w http.ResponseWriter, r *http.Request) error {
	name := r.PathValue("name")
	data, known := s.assets()[name]
	if !known {
		return notFound
	}
	w.Header().Set("Content-Type", mime.TypeByExtension(path.Ext(name)))
	_, err := w.Write(data)
	return err
}
