package main

import (
	"fmt"
	"io"
	"strings"

	"github.com/skillgap-go/skillgap/examples/inputs"
	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/ksb/format/strictjson"
	"github.com/skillgap-go/skillgap/ksb/match"
	"github.com/skillgap-go/skillgap/ksb/page"
)

// write prints the proposals.
func (o *options) write(in *given, list []match.Proposal, w io.Writer) error {
	if o.output.Format == inputs.JSON {
		return strictjson.WriteResult(w, asJSON(list))
	}
	var p page.Page
	p.Heading(in.a.title + " -> " + in.b.title)
	p.Item("", in.summary())
	p.Item("", "Nothing is carried over a proposal before a person has confirmed it.")
	at := 0
	for _, from := range in.a.statements {
		first := at
		for at < len(list) && string(list[at].From) == from.ID {
			at++
		}
		in.statement(&p, from, list[first:at])
	}
	return p.Flush(w)
}

// summary counts the statements by the band of their likeliest proposal.
func (in *given) summary() string {
	same, exact, likely, perhaps := len(in.shared), in.counts[match.Exact], in.counts[match.Likely], in.counts[match.Possible]
	text := fmt.Sprintf("Of %d statements, ", len(in.a.statements))
	if same > 0 {
		text += fmt.Sprintf("%d are on both sides, ", same)
	}
	return text + fmt.Sprintf("%d are there word for word, %d probably in other words, %d perhaps; for %d nothing is likely.",
		exact, likely, perhaps, len(in.a.statements)-same-exact-likely-perhaps)
}

// statement writes one statement and what it may be called on the other side.
func (in *given) statement(p *page.Page, from match.Target, list []match.Proposal) {
	p.Item("", "")
	p.Item(page.Column(in.a.code(from.ID), 5)+" ", from.Texts[0])
	for _, proposal := range list {
		lead := fmt.Sprintf("  %-8s %3.0f%%  %-6s ", proposal.Band, proposal.Confidence*100, proposal.Relation)
		p.Item(lead+page.Column(in.b.code(string(proposal.To)), 5)+" ", in.b.text(proposal))
		p.Item(strings.Repeat(" ", len(lead)+6), "Both: "+shared(proposal.Terms))
	}
	switch {
	case in.shared[from.ID]:
		p.Item("  ", "The other side has this statement itself.")
	case len(list) == 0:
		p.Item("  ", "Nothing to propose.")
	}
}

// code is what people call a statement.
func (s *side) code(id string) string {
	statement, _ := s.index.Statement(ksb.StatementID(id))
	if statement.Code == "" {
		return id
	}
	return statement.Code
}

// text is the statement's own wording, not the one that it was found by.
func (s *side) text(p match.Proposal) string {
	statement, _ := s.index.Statement(p.To)
	return statement.Text
}

// shared lists the weightiest of what two statements share.
func shared(list []match.Term) string {
	const most = 5
	words := make([]string, min(len(list), most))
	for i := range words {
		words[i] = list[i].Text
	}
	if len(words) == 0 {
		return "parts of words only."
	}
	return strings.Join(words, ", ") + "."
}

// The proposals for programs.
type (
	document struct {
		Proposals []proposal `json:"proposals"`
	}
	proposal struct {
		From       ksb.StatementID `json:"from"`
		To         ksb.StatementID `json:"to"`
		Rank       int             `json:"rank"`
		Score      float64         `json:"score"`
		Relation   ksb.Relation    `json:"relation"`
		Confidence float64         `json:"confidence"`
		Band       match.Band      `json:"band"`
		Terms      []term          `json:"terms,omitempty"`
	}
	term struct {
		Text  string  `json:"text"`
		Share float64 `json:"share"`
	}
)

func asJSON(list []match.Proposal) document {
	d := document{Proposals: make([]proposal, len(list))}
	for i, p := range list {
		d.Proposals[i] = proposal{From: p.From, To: p.To, Rank: p.Rank, Score: p.Score, Relation: p.Relation, Confidence: p.Confidence, Band: p.Band}
		for _, t := range p.Terms {
			d.Proposals[i].Terms = append(d.Proposals[i].Terms, term(t))
		}
	}
	return d
}
