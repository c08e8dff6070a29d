package render_test

import (
	"fmt"
	"io"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"golang.org/x/net/html"

	"github.com/skillgap-go/skillgap/assess"
	"github.com/skillgap-go/skillgap/assess/render"
	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/ksb/wording"
)

// evidenced is a report on a role of n statements, none of which is met, each with some
// pieces of evidence.
func evidenced(t testing.TB, n, pieces int) *assess.Report {
	t.Helper()
	r := sized(t, n)
	kinds := []assess.EvidenceKind{assess.Self, assess.Observation, assess.Test}
	for i := range r.Gaps {
		g := &r.Gaps[i]
		g.Text = "Keeps the records of the ward complete and safe, and says at once when something is missing"
		g.Status = []assess.Status{assess.NotEvidenced, assess.BelowLevel, assess.Contested, assess.Uncertain, assess.Expired}[i%5]
		g.Action, g.Because = g.Status.Action(), []assess.Reason{{Code: g.Status.String(), Numbers: assess.Numbers{{Name: "needed", Value: 0.8}}, Refs: []string{"e1"}}}
		for j := range pieces {
			g.Parts = append(g.Parts, assess.Part{Evidence: fmt.Sprintf("e%d-%d", i, j), Kind: kinds[j%3], By: fmt.Sprintf("assessor-%d", j), As: "assessor",
				At: midsummer - ksb.Date(j), For: 2.44, Against: 0.56, Delta: 0.04})
		}
	}
	return r
}

// foreign is a report with every status, every code and no Latin letter in its data, so
// that a plain letter on a page is one that did not come from a catalogue.
func foreign(t *testing.T) []*assess.Report {
	t.Helper()
	c := codesOfAssess(t)
	r := hostile("данные")
	r.ReadyBecause = nil
	for _, code := range c.causes {
		r.ReadyBecause = append(r.ReadyBecause, assess.Cause{Code: code, Refs: []string{"данные"}})
	}
	r.Findings = nil
	for _, code := range c.findings {
		for _, check := range []string{"credential", "override", "reference", "evidence"} {
			r.Findings = append(r.Findings, assess.Finding{Check: check, Code: code, Statement: "данные", Evidence: "данные", Refs: []string{"данные"}},
				assess.Finding{Check: check, Code: code, Refs: []string{"данные"}})
		}
	}
	template := r.Gaps[0]
	var parts []assess.Part // of one gap: every kind from everybody
	for k := assess.Self; k <= assess.SignOff; k++ {
		for _, as := range []assess.Party{"", "apprentice", "employer", "provider", "assessor"} {
			parts = append(parts, assess.Part{Evidence: "данные", Kind: k, As: as, At: midsummer, Until: midsummer - 1, Delta: 0.02})
		}
	}
	link := ksb.Link{From: "а", To: "б", Relation: ksb.Close, Confirmed: true}
	template.Parts = append(parts[:2:2], assess.Part{Evidence: "данные", Kind: assess.Test, By: "кто", For: 2, Delta: -0.5, Inferred: "а", Carried: &assess.Carried{From: "а", Link: link, Relevance: 0.5}})
	r.Gaps = nil
	for s := assess.NotEvidenced; s <= assess.NotApplicable; s++ {
		for _, o := range []*assess.Override{nil, {Met: new(true)}, {Met: new(false), By: "кто", At: midsummer, Reason: "так"}, {Applies: new(true)}, {Applies: new(false), At: midsummer}} {
			g := template
			g.Status, g.Action, g.Override, g.Because, g.TiedWithNext = s, s.Action(), o, nil, true
			g.Level, g.Kind = []ksb.Level{1, 2, 7}[len(r.Gaps)%3], ksb.Kind(s)%4
			for _, code := range append(c.reasons, s.String()) {
				g.Because = append(g.Because, assess.Reason{Code: code, Refs: []string{"данные"}})
			}
			r.Gaps = append(r.Gaps, g)
		}
	}
	r.Gaps[0].Parts = parts
	r.Held.Levels = []assess.HeldLevel{{Statement: "данные", Level: 1}}
	r.Duties = append(r.Duties, assess.DutyReadiness{Duty: "данные", Text: "данные", Met: 1, Of: 2})
	r.Gates = nil
	for _, phase := range []ksb.Phase{ksb.Entry, ksb.Programme, ksb.Gateway, ksb.Registration, ksb.Retention} {
		for state := assess.GateUnknown; state <= assess.GateNotMet; state++ {
			g := assess.GateResult{Gate: "дверь", Phase: phase, State: state, Due: midsummer, Opens: [][]string{{"а", "б+20"}, {"not в"}, {"г>=3"}, {"д"}}}
			exempt, asks, waived, named := g, g, g, g
			exempt.Exempt, asks.Asks, waived.Waiver, named.Waiver = true, []string{"а", "б"}, &assess.Waiver{Reason: "так"}, &assess.Waiver{By: "кто", Reason: "так"}
			r.Gates = append(r.Gates, g, exempt, asks, waived, named)
		}
	}
	r.AsOf = midsummer + 1
	r.Basis.Links = "данные"
	early := *r // the words for what is not there
	early.Gaps, early.Findings, early.Gates = r.Gaps[1:3], nil, nil
	early.AsOf, early.Worker, early.Role.Edition, early.Duties = 0, "", "", []assess.DutyReadiness{{Text: "данные"}}
	early.Coverage = 0.5
	ready, open := early, early
	ready.Ready, ready.Gaps, open.Ready = assess.Yes, nil, assess.No
	return []*assess.Report{r, &early, &ready, &open}
}

// TestWritersSayEverythingThroughTheCatalogue: in the language for tests, no writer has a
// plain letter that is not data.
func TestWritersSayEverythingThroughTheCatalogue(t *testing.T) {
	pseudo := wording.Pseudo()
	options := render.Options{Words: pseudo}
	for _, r := range foreign(t) {
		for name, write := range map[string]func(io.Writer, *assess.Report) error{"text": options.Text, "markdown": options.Markdown} {
			var out strings.Builder
			require.NoError(t, write(&out, r))
			require.Empty(t, wording.Plain(strings.ReplaceAll(out.String(), "[x]", "")), name)
			if name == "text" {
				requirePage(t, out.String())
			}
		}
		page := asHTML(t, r, render.HTMLOptions{Words: pseudo})
		requireHTML(t, page)
		root := parsed(t, page)
		require.Empty(t, wording.Plain(words(root)))
		each(root, func(n *html.Node) {
			for _, a := range n.Attr {
				if a.Key == "aria-label" || a.Key == "title" || a.Key == "data-column" || a.Key == "data-name" {
					require.Empty(t, wording.Plain(a.Val), a.Key)
				}
			}
		})
	}
}

// TestPseudoCanFail: a word that goes past the catalogue is seen.
func TestPseudoCanFail(t *testing.T) {
	r := &assess.Report{Gates: []assess.GateResult{{Gate: "gate", Phase: ksb.Gateway}}}
	require.Equal(t, []string{"gate"}, wording.Plain(strings.SplitAfter(asTextIn(t, r, wording.Pseudo()), "⟧")[3] + "gate")[:1])
}

func asTextIn(t testing.TB, r *assess.Report, w *wording.Words) string {
	t.Helper()
	var out strings.Builder
	require.NoError(t, render.Options{Words: w}.Text(&out, r))
	return out.String()
}

// TestAnotherLanguage: one file is another language, and a statement is never translated.
func TestAnotherLanguage(t *testing.T) {
	german, problems := wording.Load(strings.NewReader(`{"language": "de", "messages": {"status.below": "noch nicht erreicht", "gaps.title": "Was noch fehlt",
		"month.06": "Juni", "day": "{day}. {month} {year}"}}`), "de.json")
	require.NoError(t, problems.Err())
	r := everyStatus(t)
	said := asTextIn(t, r, german)
	require.Contains(t, said, "NOCH NICHT ERREICHT")
	require.Contains(t, said, "Was noch fehlt\n--------------")
	require.Contains(t, said, "Asks for feedback and goes on learning")
	page := asHTML(t, r, render.HTMLOptions{Words: german})
	require.Contains(t, page, `<html lang="de">`)
	require.Contains(t, page, "30. Juni 2026")
}
