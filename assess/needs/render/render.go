// Package render writes the result of a training-needs survey for people and for
// programs.
package render

import (
	"io"

	"github.com/skillgap-go/skillgap/assess/needs"
	report "github.com/skillgap-go/skillgap/assess/render"
	"github.com/skillgap-go/skillgap/ksb/format/strictjson"
	"github.com/skillgap-go/skillgap/ksb/page"
	"github.com/skillgap-go/skillgap/ksb/wording"
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

// Options are the choices of the writers for people. The zero value is English.
type Options struct {
	Words *wording.Words // nil: English
}

// Text writes a result for people: 80 columns, plain English. What the methods agree on
// comes first, then every item by every method, the areas, how far the methods agree,
// what nobody answered, and the choices that the order rests on. The only errors are
// those of w.
func Text(w io.Writer, r *needs.Result) error { return Options{}.Text(w, r) }

// Text is [Text] with choices.
func (o Options) Text(w io.Writer, r *needs.Result) error {
	t := &text{Voice: report.NewVoice(o.Words), r: r}
	t.words = t.Words()
	t.headline()
	t.items()
	t.areas()
	t.agreement()
	t.silent()
	t.choices()
	return t.Flush(w)
}

// text is a result on its way to a page.
type text struct {
	report.Voice
	page.Page
	words *wording.Words
	r     *needs.Result
}

func (t *text) say(key string, pairs ...any) string { return t.words.Say(key, pairs...) }

// number writes a figure with two decimals.
func (t *text) number(x float64) string { return t.words.Decimal(strictjson.Round6(x), 2, 2) }

// code says one of a set of codes; one that has no wording is as other.
func (t *text) code(set, code, other string) string {
	if !t.words.Has(set + code) {
		code = other
	}
	return t.say(set + code)
}
