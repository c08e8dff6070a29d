package main

import (
	"cmp"
	"fmt"
	"math"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/skillgap-go/skillgap/assess"
	"github.com/skillgap-go/skillgap/ksb"
)

// parties are who fills a scan in.
func parties() []assess.Party { return []assess.Party{"apprentice", "employer", "provider"} }

// kindOf is the kind of evidence that a party's answer is. A provider is a witness: a
// tutor in a scan says what they think, and that is no observation with a rubric.
func kindOf(p assess.Party) assess.EvidenceKind {
	switch p {
	case "apprentice":
		return assess.Self
	case "employer":
		return assess.Supervisor
	}
	return assess.Peer
}

// place is where an answer stands: a statement and a party.
type place struct {
	Statement ksb.StatementID
	Party     assess.Party
}

// everAfter is a number that no answer reaches.
const everAfter = math.MaxInt64

// latest are the answers that count: the last one in each place, of those with a number
// up to upTo.
func latest(answers []answer, upTo int64) map[place]answer {
	last := map[place]answer{}
	for _, a := range answers {
		if a.Number <= upTo {
			last[place{a.Statement, a.Party}] = a
		}
	}
	return last
}

// question is a statement that a scan asks about.
type question struct {
	Number    int // from 1, within the role
	Statement ksb.Statement
	Rungs     []string
	Level     ksb.Level // that the role asks for
}

// Code is what people call the statement: its code, or its ID.
func (q question) Code() string { return cmp.Or(q.Statement.Code, string(q.Statement.ID)) }

// Asked is the level that the role asks for, as a number for templates.
func (q question) Asked() int { return int(q.Level) }

func questions(ix *ksb.Index, id ksb.RoleID) (list []question) {
	role, _ := ix.Role(id)
	for _, q := range role.Requirements {
		statement, _ := ix.Statement(q.Statement)
		number, _ := ix.NumberOf(q.Statement)
		list = append(list, question{0, statement, ix.ScaleAt(number).Rungs, q.Level})
	}
	slices.SortStableFunc(list, func(a, b question) int { return cmp.Compare(a.Statement.Kind, b.Statement.Kind) })
	for i := range list {
		list[i].Number = i + 1
	}
	return list
}

// longestNote is in characters.
const longestNote = 1000

// given is what a form says about a question; false: nothing.
func given(form url.Values, q question, p assess.Party) (a answer, said bool, err error) {
	level, note := form.Get("level."+string(q.Statement.ID)), strings.TrimSpace(form.Get("note."+string(q.Statement.ID)))
	a = answer{Statement: q.Statement.ID, Party: p, Level: onlyNote, Note: strings.ReplaceAll(note, "\r\n", "\n")}
	if level != "" {
		if a.Level, err = strconv.Atoi(level); err != nil || a.Level < cannotSay || a.Level >= len(q.Rungs) {
			return a, false, fault{http.StatusBadRequest, fmt.Sprintf("%q is no rung of the scale of %s.", level, q.Code())}
		}
	}
	if utf8.RuneCountInString(note) > longestNote || !utf8.ValidString(note) || strings.ContainsRune(note, 0) {
		return a, false, fault{http.StatusBadRequest, fmt.Sprintf("The note about %s is too long: at most %d characters.", q.Code(), longestNote)}
	}
	return a, level != "" || note != "", nil
}

// changed are the answers of a form that say something new. A form knows the answers up
// to the number that it was made with: what it repeats of those was not touched, and
// must not undo what was said since. Our script sends only what was touched, and says so.
func changed(form url.Values, list []question, p assess.Party, answers []answer) (fresh []answer, err error) {
	seen, err := strconv.ParseInt(form.Get("seen"), 10, 64)
	if err != nil {
		return nil, fault{http.StatusBadRequest, "The form is not one of ours."}
	}
	if form.Get("touched") != "" {
		seen = 0
	}
	then, now := latest(answers, seen), latest(answers, everAfter)
	for _, q := range list {
		a, said, err := given(form, q, p)
		if err != nil {
			return nil, err
		}
		at := place{a.Statement, p}
		if said && !same(then, at, a) && !same(now, at, a) {
			fresh = append(fresh, a)
		}
	}
	return fresh, nil
}

func same(answers map[place]answer, at place, a answer) bool {
	old, there := answers[at]
	return there && old.Level == a.Level && old.Note == a.Note
}

// asEvidence is the scan as pieces of evidence: one for each rung that was named last.
// What was overtaken stays in the history of the scan and is no evidence any more.
func asEvidence(answers []answer) (pieces []assess.Evidence) {
	last := latest(answers, everAfter)
	for _, a := range answers {
		if a.Level < 0 || last[place{a.Statement, a.Party}].Number != a.Number {
			continue
		}
		pieces = append(pieces, assess.Evidence{
			ID: fmt.Sprintf("scan-%d", a.Number), Statements: assess.Refs(string(a.Statement)),
			Kind: kindOf(a.Party), As: a.Party, By: string(a.Party), Level: new(float64(a.Level)), At: a.At,
		})
	}
	return pieces
}
