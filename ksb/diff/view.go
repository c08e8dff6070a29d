package diff

import (
	"fmt"
	"strings"

	"github.com/skillgap-go/skillgap/ksb/page"
)

// view is how a list is shown.
type view[T any] struct {
	title  string
	words  func(*T) (label, text string)
	remark func(Facet, Pair[T]) string // nil: facetWords
}

// list writes what changed of a list, under a heading if anything did.
func list[T any](p *page.Page, pairs []Pair[T], v view[T]) {
	headed := false
	for _, pair := range pairs {
		if pair.state() == same {
			continue
		}
		if !headed {
			p.Heading(v.title)
		}
		headed = true
		p.Item(v.line(pair))
	}
}

// line is one pair: its codes, its wording, and in brackets what else changed.
func (v view[T]) line(p Pair[T]) (lead, text string) {
	switch p.state() {
	case added:
		label, text := v.words(p.To)
		return "  + " + column(label), text
	case removed:
		label, text := v.words(p.From)
		return "  - " + column(label), text
	}
	before, _ := v.words(p.From)
	label, text := v.words(p.To)
	if before != label {
		label = before + " -> " + label
	}
	if len(p.Words) > 0 {
		text = Marked(p.Words)
	}
	if remarks := v.remarks(p); remarks != "" {
		text += " [" + remarks + "]"
	}
	return "  ~ " + column(label), text
}

func column(label string) string {
	if label == "" {
		return ""
	}
	return fmt.Sprintf("%-4s ", label)
}

// remarks say what changed of a pair beside its words and code.
func (v view[T]) remarks(p Pair[T]) string {
	var said []string
	if !p.Confirmed {
		said = append(said, "proposed")
	}
	switch {
	case len(p.Words) > 0:
		said = append(said, fmt.Sprintf("%d%% alike", millionths(p.Similarity)*100/million))
	case p.Has(Wording):
		said = append(said, "the same words")
	}
	for _, f := range p.Changed {
		switch {
		case f == Wording || f == Code:
		case v.remark != nil:
			said = append(said, v.remark(f, p))
		default:
			said = append(said, facetWords(f))
		}
	}
	return strings.Join(said, ", ")
}

// Marked shows a word difference in one line: [-went-] and {+came+}. None: "".
func Marked(words []Edit) string {
	var parts []string
	for _, e := range words {
		switch e.Op {
		case Went:
			parts = append(parts, "[-"+e.Words+"-]")
		case Came:
			parts = append(parts, "{+"+e.Words+"+}")
		default:
			parts = append(parts, e.Words)
		}
	}
	return strings.Join(parts, " ")
}

// statementRemark says what was and is where that fits in a few words.
func statementRemark(f Facet, p Pair[Statement]) string {
	switch f {
	case Kind:
		return fmt.Sprintf("%s, was %s", p.To.Kind, p.From.Kind)
	case Level:
		return fmt.Sprintf("level %d, was %d", p.To.Level, p.From.Level)
	case Critical:
		if p.To.Critical {
			return "now critical"
		}
		return "no longer critical"
	}
	return facetWords(f)
}

func facetWords(f Facet) string {
	switch f {
	case Scale:
		return "judged on another scale"
	case HalfLife:
		return "other half-life"
	case VerifiedBy:
		return "other verifiers"
	case Requires:
		return "other prerequisites"
	case InOptions:
		return "for other options"
	case Core:
		return "core or no longer"
	}
	return "other " + string(f)
}
