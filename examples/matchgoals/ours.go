package main

import (
	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/ksb/match"
)

// A maker prepares a ranker for what there is to choose from.
type maker func(part) (ranker, error)

// ours is what package match offers for a kind of set.
func ours(k kind) maker {
	switch k {
	case typing:
		return ready(typed)
	case statements:
		return ourStatements
	case mapping:
		return ourDuties
	}
	return ourTitles
}

// ready makes a maker of what cannot fail.
func ready(prepare func(part) ranker) maker {
	return func(p part) (ranker, error) { return prepare(p), nil }
}

func ourTitles(p part) (ranker, error) {
	t, err := match.NewTitles(p.targets, match.TitleOptions{})
	if err != nil {
		return nil, err
	}
	return func(text string, k int) []answer { return answers(t.Resolve(text, k)) }, nil
}

func ourStatements(p part) (ranker, error) {
	examples := match.NewExamples()
	for _, c := range p.confirmed {
		examples.Add(match.Example{Text: c.text, Statement: ksb.StatementID(c.id), Verdict: match.Confirmed})
	}
	s, err := match.NewStatements(p.targets, examples, match.StatementOptions{})
	if err != nil {
		return nil, err
	}
	return func(text string, k int) []answer { return answers(s.Suggest(text, k)) }, nil
}

// ourDuties maps all duties of a role before it is asked.
func ourDuties(p part) (ranker, error) {
	list, err := match.MapDuties(p.standards, p.role, match.DutyOptions{Most: depth})
	if err != nil {
		return nil, err
	}
	needed, texts := map[string][]match.Suggestion{}, map[ksb.DutyID]string{}
	brief, _ := p.standards.Brief(p.role)
	for _, d := range brief.Role.Duties {
		texts[d.ID] = d.Text
	}
	for _, proposal := range list {
		text := texts[proposal.Duty]
		needed[text] = append(needed[text], proposal.Suggestion)
	}
	return func(text string, k int) []answer { return answers(needed[text][:min(k, len(needed[text]))]) }, nil
}

func answers(list []match.Suggestion) []answer {
	found := make([]answer, len(list))
	for i, s := range list {
		found[i] = answer{id: s.ID, exact: s.Stage == match.ExactName, accepted: s.Band == match.Exact, confidence: s.Confidence}
	}
	return found
}
