package render

import (
	"fmt"
	"io"
	"strings"
	"unicode"

	reports "github.com/skillgap-go/skillgap/assess/render"
	"github.com/skillgap-go/skillgap/ksb/format/strictjson"
	"github.com/skillgap-go/skillgap/pathway/rpl"
)

// RPLJSON writes what is recognised as rpl/1: keys in the order of the format, two
// spaces of indent, percentages rounded to six decimals. Equal results give equal bytes.
// The only errors are those of w.
//
//	{"format":"rpl/1","worker":"w-17","role":{"id":"R1","edition":"…","title":"…"},
//	 "delivery":"d1","title":"…","provider":"…","standard":"ST0216",
//	 "courseType":"apprenticeship|foundation-apprenticeship|apprenticeship-unit",
//	 "start":"2026-07-13","asOf":"2026-06-30","method":"activity|binary|sliding",
//	 "ruleSet":{"id":"2025","from":"…","until":"…","edition":"…","source":"…"},
//	 "statements":[{"statement":"S1","code":"K1","text":"…","level":3,"needed":3,
//	                "evidence":[{"id":"e1","kind":"observation","by":"assessor-a","as":"assessor","at":"…","until":""}],"override":null}],
//	 "activities":[{"activity":"a1","title":"…","minutes":600,"notNeededMinutes":600,"notNeededWeeks":2,
//	                "outcome":"left-out|shortened|kept","met":["S1"],"partly":[],"missing":[]}],
//	 "minutes":{"total":24000,"published":16680,"notNeeded":600,"minimum":11220,"removed":600,"remaining":23400},
//	 "weeks":{"planned":60,"notNeeded":2,"minimum":35,"removed":2,"remaining":58},
//	 "price":{"bandMaxPence":300000,"floorPence":3700,"exactPence":3750,"servicePence":3700,"onAgreedPence":null,
//	          "offeredPence":null,"cutPence":3700,"maxFundablePence":296300,
//	          "agreedPence":null,"pricePence":null,"fundedPence":null,"employerPence":null},
//	 "percent":{"notNeeded":2.5,"priceCut":1.25},
//	 "methods":[{"method":"activity","notNeededMinutes":600,"floorPence":3700}],
//	 "entry":{"totalHours":400,"reducedHours":10,"weeksReduced":2,"priceReducedPounds":37,"bandMaxPounds":3000,"accelerated":false},
//	 "warnings":[{"code":"…","rule":"…","numbers":[{"name":"…","value":0,"unit":"minutes|hours|weeks|pence|pounds|count"}],"refs":["…"]}],
//	 "keep":[{"code":"assessment|evidence|decision|employer|discussion|statement|training-plan","refs":["e1"]}],
//	 "figures":[{"figure":"price.floorPence","value":3700,"unit":"pence","rule":"price-floor","says":"…","edition":"…","source":"…",
//	             "from":[{"name":"bandMaxPence","value":300000,"unit":"pence"}]}],
//	 "rules":[{"id":"price-floor","says":"…","edition":"…","source":"…"}]}
//
// null: not known, or no rule says it. What the figures are is said at the fields of
// [rpl.Result].
func RPLJSON(w io.Writer, r *rpl.Result) error {
	return strictjson.WriteResult(w, r)
}

// RPLText writes what is recognised as a statement for the evidence pack that an auditor
// can follow line by line: each activity with the statements and the evidence that
// justify leaving it out, each figure with its arithmetic and its rule. 80 columns, plain
// English. The only errors are those of w.
func RPLText(w io.Writer, r *rpl.Result) error { return Options{}.RPLText(w, r) }

// RPLText is [RPLText] with choices.
func (o Options) RPLText(w io.Writer, r *rpl.Result) error {
	var page reports.Page
	for _, s := range o.statementOf(r) {
		page.Heading(s.title)
		for _, l := range s.lines {
			page.Item(s.textLead(l), l.text)
		}
	}
	return page.Flush(w)
}

// textLead is the indent of a line and what stands before its text.
func (s *rplSection) textLead(l rplLine) string {
	indent := strings.Repeat("  ", l.depth)
	switch {
	case l.depth == 0:
		return ""
	case l.lead == rplBox:
		return indent + rplBox + " "
	case l.lead == "":
		return indent + "- "
	}
	return indent + reports.Column(l.lead, max(rplColumn, s.width)) + " "
}

// RPLMarkdown writes the same statement as Markdown.
func RPLMarkdown(w io.Writer, r *rpl.Result) error { return Options{}.RPLMarkdown(w, r) }

// RPLMarkdown is [RPLMarkdown] with choices.
func (o Options) RPLMarkdown(w io.Writer, r *rpl.Result) error {
	var out strings.Builder
	for i, s := range o.statementOf(r) {
		level := "## "
		if i == 0 {
			level = "# "
		} else {
			out.WriteByte('\n')
		}
		out.WriteString(level + plainMarkdown(s.title) + "\n\n")
		for j, l := range s.lines {
			if j > 0 && (l.depth == 0 || s.lines[j-1].depth == 0) {
				out.WriteByte('\n')
			}
			out.WriteString(markdownLine(l))
		}
	}
	_, err := io.WriteString(w, out.String())
	return err
}

func markdownLine(l rplLine) string {
	switch text := plainMarkdown(l.text); {
	case l.depth == 0:
		return text + "\n"
	case l.lead == "":
		return fmt.Sprintf("%s- %s\n", strings.Repeat("  ", l.depth-1), text)
	case l.lead == rplBox:
		return "- [ ] " + text + "\n"
	default:
		return fmt.Sprintf("%s- **%s** %s\n", strings.Repeat("  ", l.depth-1), plainMarkdown(l.lead), text)
	}
}

// plainMarkdown is text on one line that Markdown and the HTML in it leave as it is.
func plainMarkdown(text string) string {
	var out strings.Builder
	for _, r := range strings.Join(strings.Fields(text), " ") {
		switch {
		case unicode.IsControl(r), unicode.Is(unicode.Cf, r): // not seen, but changes what is
			continue
		case strings.ContainsRune("\\`*_[]<>#|~&", r):
			out.WriteByte('\\')
		}
		out.WriteRune(r)
	}
	return out.String()
}

// rplSection is a part of the statement, rplLine a line of it: a paragraph at depth 0, an
// item below it.
type rplSection struct {
	title string
	lines []rplLine
	width int // of the widest lead that the catalogue says
}

// rplBox is the lead of something to tick off, rplColumn the least width of leads.
const (
	rplBox    = "[ ]"
	rplColumn = 15
)

type rplLine struct {
	depth      int
	lead, text string
}

func (s *rplSection) put(text string)         { s.lines = append(s.lines, rplLine{text: text}) }
func (s *rplSection) about(name, text string) { s.lines = append(s.lines, rplLine{2, name, text}) }
func (s *rplSection) deep(text string)        { s.lines = append(s.lines, rplLine{3, "", text}) }

// item and under have leads of the catalogue; a column is as wide as those.
func (s *rplSection) item(lead, text string) {
	s.lines, s.width = append(s.lines, rplLine{1, lead, text}), max(s.width, widest(lead))
}

func (s *rplSection) under(lead, text string) {
	s.lines, s.width = append(s.lines, rplLine{2, lead, text}), max(s.width, widest(lead))
}

func (s *rplSection) itemIf(lead, text string) { s.when(text != "", lead, text) }

func (s *rplSection) underIf(lead, text string) {
	if text != "" {
		s.under(lead, text)
	}
}

func (s *rplSection) when(is bool, lead, text string) {
	if is {
		s.item(lead, text)
	}
}
