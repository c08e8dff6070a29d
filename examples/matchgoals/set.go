package main

import (
	"slices"

	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/ksb/match"
)

// A query is a text and the IDs of the targets that are right for it.
type query struct {
	text string
	gold []string
	part int    // of the set
	self string // an answer that does not count: the query is made of it
}

// A part is what queries choose from.
type part struct {
	targets   []match.Target
	confirmed []confirmed
	standards *ksb.Index // of a mapping: where the role is
	role      ksb.RoleID
}

// wordings are the targets with what was confirmed as further texts: what one has who
// knows nothing of confirmations.
func (p *part) wordings() []match.Target {
	at, list := map[string]int{}, slices.Clone(p.targets)
	for i := range list {
		at[list[i].ID], list[i].Texts = i, slices.Clone(list[i].Texts)
	}
	for _, c := range p.confirmed {
		if i, known := at[c.id]; known {
			list[i].Texts = append(list[i].Texts, c.text)
		}
	}
	return list
}

// confirmed is a text that a person has said belongs to a target.
type confirmed struct{ text, id string }

// kind is what a set asks for, and so who answers.
type kind int

const (
	titles     kind = iota // names of roles
	statements             // sentences, tasks and duties
	mapping                // the duties of a role, all at once
	typing                 // what somebody has typed so far
)

// A set is what is asked, of what, and what the answers are worth.
type set struct {
	name     string
	kind     kind
	parts    []part // nearly always one
	queries  []query
	measures []measure
	long     bool    // the queries have hundreds of words: the slow ways are asked a tenth as many
	speed    float64 // queries a second a core that are the goal; 0: none
}

// measure is a figure made of the outcomes of all queries of a set.
type measure struct {
	name string
	goal float64 // 0: none
	own  bool    // of our confidence and bands, which the others have not
	most bool    // the goal is the most that the figure may be, not the least
	of   func([]outcome) float64
}

// outcome is what became of a query.
type outcome struct {
	right      []bool  // whether the answer at this rank is right
	exact      []bool  // whether it has the very name
	accepted   bool    // the first may be taken without a person
	gold       int     // how many are right
	confidence float64 // in the first answer
}

// answer is a target that a ranker names.
type answer struct {
	id         string
	exact      bool
	accepted   bool
	confidence float64
}

// judge compares answers with the gold of a query.
func judge(q query, answers []answer) outcome {
	o := outcome{gold: len(q.gold)}
	gold := make(map[string]bool, len(q.gold))
	for _, id := range q.gold {
		gold[id] = true
	}
	for _, a := range answers {
		if a.id == q.self {
			continue
		}
		if len(o.right) == 0 {
			o.confidence, o.accepted = a.confidence, a.accepted
		}
		o.right, o.exact = append(o.right, gold[a.id]), append(o.exact, a.exact)
	}
	return o
}
