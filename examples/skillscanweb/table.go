package main

import (
	"cmp"
	"net/http"
	"slices"

	"github.com/skillgap-go/skillgap/assess"
	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/pathway"
)

// onTable is a scan with everything that lies beside it, read.
type onTable struct {
	scan
	standard  *document
	Title     string // of the role
	Questions []question
	Answers   []answer         // all there ever were, the oldest first
	last      map[place]answer // those that count
	Worker    assess.Worker    // the evidence that was uploaded, and the scan
	Catalogue pathway.Catalogue
	Day       ksb.Date // on which it is looked at
}

// lay finds the scan of a request and lays it on the table.
func (s *site) lay(r *http.Request) (*onTable, error) {
	n, err := number(r, "scan")
	if err != nil {
		return nil, err
	}
	c, err := s.store.scan(n)
	if err != nil {
		return nil, missing(err)
	}
	t := &onTable{scan: c}
	if t.standard, err = s.shelf.open(c.Standard, standards); err != nil {
		return nil, err
	}
	role, known := t.standard.Index.Role(c.Role)
	if !known {
		return nil, fault{http.StatusNotFound, "The role of this scan is no longer in its standard."}
	}
	t.Title, t.Questions = role.Title, questions(t.standard.Index, c.Role)
	if t.Answers, err = s.store.answers(n); err != nil {
		return nil, err
	}
	t.last = latest(t.Answers, everAfter)
	return t, s.layBeside(t)
}

func (s *site) layBeside(t *onTable) error {
	t.Worker = assess.Worker{ID: t.scan.Worker}
	if t.Evidence != "" {
		d, err := s.shelf.open(t.Evidence, evidence)
		if err != nil {
			return err
		}
		t.Worker, _ = d.person(t.scan.Worker)
	}
	t.Worker.Format = assess.WorkerFormat
	t.Worker.Evidence = slices.Concat(t.Worker.Evidence, asEvidence(t.Answers))
	if t.Courses != "" {
		d, err := s.shelf.open(t.Courses, courses)
		if err != nil {
			return err
		}
		t.Catalogue = d.Catalogue
	}
	t.Day = cmp.Or(t.AsOf, s.today())
	for _, a := range t.Answers {
		t.Day = max(t.Day, a.At) // a report refuses what is yet to come
	}
	return nil
}

// judge is the report on what lies on the table.
func (t *onTable) judge(a assumptions) (*judged, error) {
	return a.judge(t.standard, t.Role, t.Worker, t.Day)
}

// About is the question about a statement.
func (t *onTable) About(id ksb.StatementID) question {
	at := slices.IndexFunc(t.Questions, func(q question) bool { return q.Statement.ID == id })
	if at < 0 {
		return question{}
	}
	return t.Questions[at]
}

// Counts tells whether an answer is the last one in its place.
func (t *onTable) Counts(a answer) bool {
	return t.last[place{a.Statement, a.Party}].Number == a.Number
}

// Newest are all answers, the newest first.
func (t *onTable) Newest() []answer {
	list := slices.Clone(t.Answers)
	slices.Reverse(list)
	return list
}

// Seen is the number of the newest answer.
func (t *onTable) Seen() int64 {
	if len(t.Answers) == 0 {
		return 0
	}
	return t.Answers[len(t.Answers)-1].Number
}

// Given is how many questions a party has answered.
func (t *onTable) Given(p assess.Party) (n int) {
	for _, q := range t.Questions {
		if a, there := t.last[place{q.Statement.ID, p}]; there && a.Level != onlyNote {
			n++
		}
	}
	return n
}

// item is a question and what each party said last; nil: nothing yet.
type item struct {
	question
	Said        []*answer // by party
	Differ      bool      // one says that it is enough, and one that it is not
	First, Last bool      // of its kind
}

// Any tells whether anybody has said anything.
func (i item) Any() bool {
	return slices.ContainsFunc(i.Said, func(a *answer) bool { return a != nil })
}

// Items are all questions with what was said.
func (t *onTable) Items() (list []item) {
	for i, q := range t.Questions {
		one := item{question: q, First: i == 0 || t.Questions[i-1].Statement.Kind != q.Statement.Kind}
		one.Last = i == len(t.Questions)-1 || t.Questions[i+1].Statement.Kind != q.Statement.Kind
		enough, short := false, false
		for _, p := range parties() {
			a, there := t.last[place{q.Statement.ID, p}]
			if !there {
				one.Said = append(one.Said, nil)
				continue
			}
			one.Said = append(one.Said, &a)
			enough = enough || a.Level >= int(q.Level)
			short = short || a.Level >= 0 && a.Level < int(q.Level)
		}
		one.Differ = enough && short
		list = append(list, one)
	}
	return list
}
