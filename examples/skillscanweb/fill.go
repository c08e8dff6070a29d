package main

import (
	"fmt"
	"net/http"
	"slices"
	"strconv"

	"github.com/skillgap-go/skillgap/assess"
	"github.com/skillgap-go/skillgap/ksb"
)

// scanPage shows what the parties say, side by side, and what lies beside the scan.
func (s *site) scanPage(w http.ResponseWriter, r *http.Request) error {
	t, err := s.lay(r)
	if err != nil {
		return err
	}
	choices, err := s.inputChoices(t.Standard, t.scan.Worker)
	if err != nil {
		return err
	}
	choices.Person, choices.Course, choices.AsOf = personRef(t.Evidence, t.scan.Worker), t.Courses, t.AsOf.String()
	return s.show(w, r, "scan", page{Title: "Skills scan", Scan: t, Tab: "scan", Data: choices})
}

// sheet is the form of one party.
type sheet struct {
	Party assess.Party
	At    int    // among the parties
	Saved string // what was saved just now, in words
}

func sheetOf(r *http.Request) (sheet, error) {
	f := sheet{Party: assess.Party(r.PathValue("party"))}
	if f.At = slices.Index(parties(), f.Party); f.At < 0 {
		return f, notFound
	}
	if n, err := strconv.Atoi(r.URL.Query().Get("saved")); err == nil {
		f.Saved = fmt.Sprintf("Saved: %d new %s.", n, plural(n, "answer", "answers"))
	}
	return f, nil
}

func (s *site) fillPage(w http.ResponseWriter, r *http.Request) error {
	f, err := sheetOf(r)
	if err != nil {
		return err
	}
	t, err := s.lay(r)
	if err != nil {
		return err
	}
	return s.show(w, r, "fill", page{Title: "Fill in the scan: " + string(f.Party), Scan: t, Tab: "scan", Data: f})
}

// saveAnswers keeps what is new on a form. It answers when it is on the disk.
func (s *site) saveAnswers(w http.ResponseWriter, r *http.Request) error {
	f, err := sheetOf(r)
	if err != nil {
		return err
	}
	t, err := s.lay(r)
	if err != nil {
		return err
	}
	fresh, err := changed(r.PostForm, t.Questions, f.Party, t.Answers)
	if err != nil {
		return err
	}
	for i := range fresh {
		fresh[i].At = s.today()
	}
	if err := s.store.addAnswers(t.Number, fresh); err != nil {
		return err
	}
	if r.PostForm.Get("touched") != "" {
		w.WriteHeader(http.StatusNoContent)
		return nil
	}
	return back(w, r, fmt.Sprintf("/scans/%d/fill/%s?saved=%d#%s", t.Number, f.Party, len(fresh), anchor(r.PostForm.Get("save"))))
}

// anchor is the part of the form that the button stood in.
func anchor(button string) string {
	var k ksb.Kind
	if k.UnmarshalText([]byte(button)) != nil {
		return "main"
	}
	return "group-" + k.String()
}

// historyPage lists every answer that was ever given.
func (s *site) historyPage(w http.ResponseWriter, r *http.Request) error {
	t, err := s.lay(r)
	if err != nil {
		return err
	}
	return s.show(w, r, "history", page{Title: "History of the scan", Scan: t, Tab: "scan"})
}
