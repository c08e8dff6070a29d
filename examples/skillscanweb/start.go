package main

import (
	"cmp"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"path/filepath"
	"strings"
	"unicode/utf8"

	"github.com/skillgap-go/skillgap/ksb"
)

// home lists the scans there are.
func (s *site) home(w http.ResponseWriter, r *http.Request) error {
	scans, err := s.store.scans()
	if err != nil {
		return err
	}
	type row struct {
		scan
		Title string
	}
	rows := make([]row, len(scans))
	for i, c := range scans {
		rows[i] = row{c, string(c.Role)}
		if d, err := s.shelf.open(c.Standard, standards); err == nil {
			role, _ := d.Index.Role(c.Role)
			rows[i].Title = role.Title
		}
	}
	return s.show(w, r, "home", page{Title: "Skills scans", Data: rows})
}

// beginning is what the form of a new scan is made of.
type beginning struct {
	Standards []entry
	Standard  *document // nil: it is still to be chosen
	Choices   inputChoices
}

// inputChoices are what may be laid beside a scan, and what is.
type inputChoices struct {
	People, Courses      []entry
	Person, Course, AsOf string
}

func (s *site) newScan(w http.ResponseWriter, r *http.Request) (err error) {
	var b beginning
	ref := r.URL.Query().Get("standard")
	if b.Standards, err = s.shelf.choices(standards, ""); err != nil {
		return err
	}
	if ref != "" {
		if b.Standard, err = s.shelf.open(ref, standards); err != nil {
			return err
		}
		if b.Choices, err = s.inputChoices(ref, ""); err != nil {
			return err
		}
	}
	return s.show(w, r, "new", page{Title: "A new scan", Data: b})
}

// inputChoices are for a scan by a standard; of a worker, if one is named, alone.
func (s *site) inputChoices(standard, worker string) (c inputChoices, err error) {
	files, err := s.shelf.choices(evidence, standard)
	for _, f := range files {
		d, err := s.shelf.open(f.Ref, evidence)
		if err != nil {
			return c, err
		}
		for _, person := range d.Workers {
			if worker == "" || person.ID == worker {
				c.People = append(c.People, entry{personRef(f.Ref, person.ID), person.ID + ", in " + f.Name})
			}
		}
	}
	if err == nil {
		c.Courses, err = s.shelf.choices(courses, standard)
	}
	return c, err
}

// personRef names a person in a file.
func personRef(ref, id string) string {
	if ref == "" {
		return ""
	}
	return ref + "|" + id
}

func (s *site) beginScan(w http.ResponseWriter, r *http.Request) error {
	form := r.PostForm
	c := scan{Standard: form.Get("standard"), Role: ksb.RoleID(form.Get("role")), Worker: strings.TrimSpace(form.Get("worker")), Begun: s.today()}
	d, err := s.shelf.open(c.Standard, standards)
	if err != nil {
		return err
	}
	if _, known := d.Index.Role(c.Role); !known {
		return fault{http.StatusBadRequest, "Choose a role of the standard."}
	}
	if err := s.inputs(&c, form); err != nil {
		return err
	}
	if c.Worker == "" || utf8.RuneCountInString(c.Worker) > 64 {
		return fault{http.StatusBadRequest, "Of whom is the scan? Choose a person from a file, or give an ID of up to 64 characters."}
	}
	n, err := s.store.addScan(c)
	if err != nil {
		return err
	}
	return back(w, r, fmt.Sprintf("/scans/%d", n))
}

// inputs reads what is laid beside a scan: a personRef, courses and a day.
func (s *site) inputs(c *scan, form url.Values) (err error) {
	c.Evidence, c.AsOf = "", 0
	if person := form.Get("person"); person != "" {
		ref, id, _ := strings.Cut(person, "|")
		d, err := s.shelf.open(ref, evidence)
		if err != nil {
			return err
		}
		if _, there := d.person(id); !there || c.Number > 0 && id != c.Worker {
			return fault{http.StatusBadRequest, "That person is not in the file."}
		}
		c.Evidence, c.Worker = ref, id
	}
	if c.Courses = form.Get("courses"); c.Courses != "" {
		if _, err := s.shelf.open(c.Courses, courses); err != nil {
			return err
		}
	}
	if day := form.Get("as-of"); day != "" {
		if c.AsOf, err = ksb.ParseDate(day); err != nil {
			return fault{http.StatusBadRequest, fmt.Sprintf("%q is not a day such as 2026-06-30.", day)}
		}
	}
	return nil
}

// saveInputs lays other things beside a scan.
func (s *site) saveInputs(w http.ResponseWriter, r *http.Request) error {
	t, err := s.lay(r)
	if err != nil {
		return err
	}
	if err := s.inputs(&t.scan, r.PostForm); err != nil {
		return err
	}
	if err := s.store.updateScan(t.scan); err != nil {
		return err
	}
	return back(w, r, fmt.Sprintf("/scans/%d", t.Number))
}

// filesPage lists what was uploaded.
func (s *site) filesPage(w http.ResponseWriter, r *http.Request) error {
	files, err := s.store.files()
	if err != nil {
		return err
	}
	return s.show(w, r, "files", page{Title: "Files", Data: files})
}

// upload keeps a file in which there is something to work with; one without is not kept,
// and told why.
func (s *site) upload(w http.ResponseWriter, r *http.Request) error {
	k := kind(r.PostForm.Get("kind"))
	if k != standards && k != evidence && k != courses {
		return fault{http.StatusBadRequest, "Say what the file holds: a standard, evidence or courses."}
	}
	sent, header, err := r.FormFile("file")
	if err != nil {
		return fault{http.StatusBadRequest, "Choose a file first."}
	}
	defer sent.Close()
	data, err := io.ReadAll(sent)
	if err != nil {
		return err
	}
	if len(data) > uploadLimit {
		return errTooLarge
	}
	f := file{Kind: k, Name: safeName(header.Filename), Data: data, Added: s.today()}
	if d := s.shelf.try(k, f.Name, data); !d.usable() {
		return s.write(w, r, http.StatusUnprocessableEntity, "refused", page{Title: "This file cannot be used", Data: d})
	}
	n, err := s.store.addFile(f)
	if err != nil {
		return err
	}
	return back(w, r, fmt.Sprintf("/files/%d", n))
}

// safeName is the last part of a name, without what cannot be seen.
func safeName(name string) string {
	name = filepath.Base(strings.ReplaceAll(name, `\`, "/"))
	name = strings.Map(func(c rune) rune {
		if c < ' ' || c == 0x7f || c == utf8.RuneError {
			return -1
		}
		return c
	}, name)
	if runes := []rune(name); len(runes) > 100 {
		name = string(runes[:50]) + string(runes[len(runes)-50:]) // its end tells what it is
	}
	return name
}

// filePage tells what is in a file and what is wrong with it.
func (s *site) filePage(w http.ResponseWriter, r *http.Request) error {
	n, err := number(r, "number")
	if err != nil {
		return err
	}
	f, err := s.store.file(n)
	if err != nil {
		return missing(err)
	}
	d, err := s.shelf.open(fmt.Sprintf("file/%d", n), f.Kind)
	if err != nil {
		return err
	}
	return s.show(w, r, "file", page{Title: f.Name, Data: d})
}

// Contents are what is in a document, a line each.
func (d *document) Contents() []string {
	var lines []string
	for _, b := range d.Index.Briefs() {
		lines = append(lines, fmt.Sprintf("%s: %d statements", b.Role.Title, len(b.Needs)))
	}
	for _, w := range d.Workers {
		lines = append(lines, fmt.Sprintf("%s: %d pieces of evidence", w.ID, len(w.Evidence)))
	}
	for _, c := range d.Catalogue.Courses {
		lines = append(lines, cmp.Or(c.Title, c.ID))
	}
	return atMost(lines)
}

// Complaints are what is wrong with a document, a line each.
func (d *document) Complaints() []string { return complaints(d.Problems) }

func complaints(problems ksb.Problems) []string {
	var lines []string
	for _, p := range problems {
		lines = append(lines, p.Error())
	}
	return atMost(lines)
}

func atMost(lines []string) []string {
	const most = 100
	if more := len(lines) - most; more > 0 {
		return append(lines[:most:most], fmt.Sprintf("and %d more", more))
	}
	return lines
}
