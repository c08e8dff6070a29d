package skillsengland

import (
	"slices"

	"github.com/skillgap-go/skillgap/ksb"
)

func (p *page) reportEmpty(e *entry) {
	if e.text == "" {
		p.report(e.line, e.label(), ksb.ErrMissing, "%s has no text", e.label())
	}
}

// reportGaps names the codes that the counting leaves out.
func (p *page) reportGaps() {
	for _, letter := range []byte("KSBD") {
		var run []*entry
		for _, e := range p.entries {
			if e.letter == letter {
				run = append(run, e)
			}
		}
		slices.SortStableFunc(run, func(a, b *entry) int { return a.number - b.number })
		before := 0
		for _, e := range run {
			p.reportGap(e, before)
			before = e.number
		}
	}
}

func (p *page) reportGap(e *entry, before int) {
	from, to := codeLine{letter: e.letter, number: before + 1}, codeLine{letter: e.letter, number: e.number - 1}
	switch {
	case from.number == to.number:
		p.report(e.line, from.label(), ksb.ErrMissing, "%s is not on the page, though %s is", from.label(), e.label())
	case from.number < to.number:
		p.report(e.line, from.label(), ksb.ErrMissing, "%s to %s are not on the page, though %s is", from.label(), to.label(), e.label())
	}
}

// reportMissing names the parts of a page that are not there.
func (p *page) reportMissing(r ksb.Role) {
	has := map[byte]bool{}
	for _, e := range p.entries {
		has[e.letter] = true
	}
	parts := []struct {
		name  string
		there bool
	}{
		{"title", r.Title != ""}, {"level", r.Qual > 0}, {"status", p.status != ""}, {"SOC 2020 code", len(p.socs) > 0},
		{"typical job titles", len(p.aliases) > 0}, {"keywords", len(p.words) > 0},
		{"knowledge", has['K']}, {"skills", has['S']}, {"behaviours", has['B']}, {"duties", has['D']},
	}
	for _, part := range parts {
		if !part.there {
			p.report(0, part.name, ksb.ErrMissing, "the page does not give this part, or not in a form that is understood")
		}
	}
}
