// Package render writes the result of a training-needs survey for people and for
// programs.
package render

import (
	"fmt"
	"io"
	"strconv"

	"github.com/skillgap-go/skillgap/assess/needs"
	report "github.com/skillgap-go/skillgap/assess/render"
	"github.com/skillgap-go/skillgap/ksb/format/strictjson"
	"github.com/skillgap-go/skillgap/ksb/page"
)

// JSON writes a result as needs/1, with the keys in the order of [needs.Result]:
//
//	{"format":"needs/1","respondents":40,
//	 "options":{"missing":"pairwise|complete|available","fewest":1,"average":"mean|median",
//	            "quadrants":{"at":"grand-means|medians|midpoint|given","importance":0,"other":0},
//	            "locus":{"at":"…","importance":0,"other":0},"top":10,
//	            "cuts":{"difficulty":null,"importance":null,"frequency":null}},
//	 "crossing":{"importance":3.9,"performance":3.1,"locusImportance":3.9,"locusDiscrepancy":0.8},
//	 "items":[{"item":"i1","text":"…","area":"…","statement":"S1","n":38,"importance":4.6,"performance":3.2,
//	           "borich":{"value":6.44,"rank":1},"rankedDiscrepancy":{"value":-80,"rank":1},"difference":{"value":1.4,"rank":1},
//	           "quadrant":"concentrate|keep-up|low-priority|overkill","focus":"top|discrepant|important|neither",
//	           "onLine":false,"triple":true,"dif":"no-training|train|over-train","trainable":{"yes":30,"of":36}}],
//	 "areas":[{"area":"…","items":3,"difference":1.2}],
//	 "agreement":[{"first":"borich|ranked-discrepancy|difference|dif","second":"…","items":12,"tau":0.82,"top":10,"shared":8,"overlap":0.8}],
//	 "silent":[{"item":"i9","n":0}]}
//
// dif, trainable and tau are null where nothing can be said. Numbers are rounded to six
// decimals; equal results give equal bytes. The only errors are those of w.
func JSON(w io.Writer, r *needs.Result) error { return strictjson.WriteResult(w, r) }

// Text writes a result for people: 80 columns, plain English. What the methods agree on
// comes first, then every item by every method, the areas, how far the methods agree,
// what nobody answered, and the choices that the order rests on. The only errors are
// those of w.
func Text(w io.Writer, r *needs.Result) error {
	p := &page.Page{}
	headline(p, r)
	items(p, r)
	areas(p, r)
	agreement(p, r)
	silent(p, r)
	choices(p, r)
	return p.Flush(w)
}

func headline(p *page.Page, r *needs.Result) {
	p.Heading(fmt.Sprintf("Training needs: %s, %s", count(len(r.Items), "item", "items"), count(r.Respondents, "person", "people")))
	first := 0
	for _, row := range r.Items {
		if row.Triple {
			first++
			p.Item("  First  ", name(row))
		}
	}
	if first == 0 {
		p.Item("", "No item comes first by Borich, the quadrants and the locus at once.")
	}
}

func items(p *page.Page, r *needs.Result) {
	if len(r.Items) == 0 {
		return
	}
	p.Heading("Items, the greatest need by Borich first (rank in brackets)")
	for _, row := range r.Items {
		p.Item(fmt.Sprintf("  %3d. ", row.Borich.Rank), name(row))
		p.Item("       ", fmt.Sprintf("Borich %s (%d), ranked discrepancy %s (%d), importance less performance %s (%d)",
			number(row.Borich.Value), row.Borich.Rank, number(row.Ranked.Value), row.Ranked.Rank, number(row.Difference.Value), row.Difference.Rank))
		p.Item("       ", fmt.Sprintf("Importance %s, performance %s, %s: %s", number(row.Importance), number(row.Performance),
			count(row.N, "person", "people"), verdict(row)))
	}
}

func name(row needs.Row) string {
	if row.Text == "" {
		return row.Item
	}
	return row.Item + "  " + row.Text
}

// verdict is what the methods without a number say of an item.
func verdict(row needs.Row) string {
	text := quadrantWords(row.Quadrant) + "."
	if row.Focus == needs.Top {
		text += " Important and far short."
	}
	if row.OnLine {
		text += " It stands on a line: another crosshair would place it elsewhere."
	}
	if row.DIF != nil {
		text += " By difficulty, importance and frequency: " + trainingWords(*row.DIF) + "."
	}
	if row.Trainable != nil && row.Trainable.Minority() {
		text += fmt.Sprintf(" Only %d of %d say that training would help.", row.Trainable.Yes, row.Trainable.Of)
	}
	return text
}

func quadrantWords(q needs.Quadrant) string {
	switch q {
	case needs.Concentrate:
		return "concentrate here"
	case needs.KeepUp:
		return "keep up the good work"
	case needs.Overkill:
		return "possibly more than is needed"
	}
	return "low priority"
}

func trainingWords(t needs.Training) string {
	switch t {
	case needs.OverTrain:
		return "train, and refresh between times"
	case needs.Train:
		return "train"
	}
	return "no training"
}

func areas(p *page.Page, r *needs.Result) {
	if len(r.Areas) == 0 {
		return
	}
	p.Heading("Areas, importance less performance")
	for _, a := range r.Areas {
		p.Item("  "+page.Column(number(a.Difference), 7), fmt.Sprintf("%s (%s)", a.Area, count(a.Items, "item", "items")))
	}
}

func agreement(p *page.Page, r *needs.Result) {
	p.Heading("How far the methods agree")
	for _, a := range r.Agreement {
		tau := "tau-b not defined, since one of them tells no two items apart"
		if a.Tau != nil {
			tau = "Kendall's tau-b " + number(*a.Tau)
		}
		p.Item("  - ", fmt.Sprintf("%s and %s: %s; of the first %d they share %d (%s).",
			methodWords(a.First), methodWords(a.Second), tau, a.Top, a.Shared, report.Percent(a.Overlap)))
	}
}

func methodWords(m needs.Method) string {
	switch m {
	case needs.Borich:
		return "Borich"
	case needs.RankedDiscrepancy:
		return "ranked discrepancy"
	case needs.Difference:
		return "importance less performance"
	}
	return "difficulty-importance-frequency"
}

func silent(p *page.Page, r *needs.Result) {
	if len(r.Silent) == 0 {
		return
	}
	p.Heading("Not enough answers")
	for _, s := range r.Silent {
		p.Item("  - ", fmt.Sprintf("%s: %s gave both ratings.", s.Item, count(s.N, "person", "people")))
	}
}

func choices(p *page.Page, r *needs.Result) {
	o := r.Options
	p.Heading("What this rests on")
	p.Item("  ", missingWords(o.Missing))
	p.Item("  ", fmt.Sprintf("The quadrants cross at importance %s and performance %s (%s), the locus at importance %s and discrepancy %s (%s).",
		number(r.Crossing.Importance), number(r.Crossing.Performance), crossingWords(o.Quadrants.At),
		number(r.Crossing.LocusImportance), number(r.Crossing.LocusDiscrepancy), crossingWords(o.Locus.At)))
	p.Item("  ", "These are opinions about work, not evidence about a person.")
}

func missingWords(m needs.Missing) string {
	switch m {
	case needs.Complete:
		return "Counted: people who gave both ratings for every item."
	case needs.Available:
		return "Counted: everyone who answered a question, and for discrepancies those who gave both ratings."
	}
	return "Counted: for each item, the people who gave both ratings for it."
}

func crossingWords(c needs.Crossing) string {
	switch c {
	case needs.Medians:
		return "medians of the items"
	case needs.Midpoint:
		return "middle of the scale"
	case needs.Given:
		return "as given"
	}
	return "means of the items"
}

func count(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, many)
}

// number writes a figure with two decimals, without a negative zero.
func number(x float64) string {
	text := strconv.FormatFloat(strictjson.Round6(x), 'f', 2, 64)
	if text == "-0.00" {
		return "0.00"
	}
	return text
}
