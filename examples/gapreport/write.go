package main

import (
	"fmt"
	"io"
	"slices"

	"github.com/skillgap-go/skillgap/assess"
	assessrender "github.com/skillgap-go/skillgap/assess/render"
	reportbook "github.com/skillgap-go/skillgap/assess/render/xlsx"
	"github.com/skillgap-go/skillgap/examples/inputs"
	"github.com/skillgap-go/skillgap/ksb/format/strictjson"
	"github.com/skillgap-go/skillgap/ksb/page/web"
	"github.com/skillgap-go/skillgap/ksb/wording"
	"github.com/skillgap-go/skillgap/pathway"
	planrender "github.com/skillgap-go/skillgap/pathway/render"
	planbook "github.com/skillgap-go/skillgap/pathway/render/xlsx"
)

// answerFile is what -format json prints; without a catalogue the plan is null.
type answerFile struct {
	Report *assess.Report `json:"report"`
	Plan   *pathway.Plan  `json:"plan"`
}

// write writes the report, and the plan if there is one, in the form that is asked for.
func (o *options) write(words *wording.Words, r *assess.Report, p *pathway.Plan) error {
	report, plan := assessrender.Options{Words: words}, planrender.Options{Words: words}
	return o.output.Write(func(w io.Writer) error {
		switch o.output.Format {
		case inputs.JSON:
			return strictjson.WriteResult(w, answerFile{r, p})
		case inputs.CSV:
			return assessrender.CSV(w, r)
		case inputs.HTML:
			return page(w, words, r, p)
		case inputs.XLSX:
			return book(w, words, r, p)
		case inputs.Markdown:
			return both(w, r, p, report.Markdown, plan.Markdown)
		}
		return both(w, r, p, report.Text, plan.Text)
	})
}

// both writes the report and, below it, the plan.
func both(w io.Writer, r *assess.Report, p *pathway.Plan, report func(io.Writer, *assess.Report) error, plan func(io.Writer, *assess.Report, *pathway.Plan) error) error {
	if err := report(w, r); err != nil || p == nil {
		return err
	}
	if _, err := fmt.Fprintln(w); err != nil {
		return err
	}
	return plan(w, r, p)
}

// page is one page with the report and the plan. The plan stands before what all of it
// rests on and what the person may do about it.
func page(w io.Writer, words *wording.Words, r *assess.Report, p *pathway.Plan) error {
	o := assessrender.HTMLOptions{Words: words}
	document := assessrender.Document(r, o)
	if p != nil {
		at := len(document.Sections)
		if basis := slices.IndexFunc(document.Sections, func(s web.Section) bool { return s.ID == "basis" }); basis >= 0 {
			at = basis
		}
		document.Sections = slices.Insert(document.Sections, at, planned(words, planrender.PlanSections(r, p, o))...)
	}
	return document.Write(w)
}

// planned says in the title of each section that it is about the plan.
func planned(words *wording.Words, sections []web.Section) []web.Section {
	for i := range sections {
		sections[i].Title = wording.OrEnglish(words).Say("plan.sheet") + ": " + sections[i].Title
	}
	return sections
}

// book is a workbook with the report and, on sheets of its own, the plan.
func book(w io.Writer, words *wording.Words, r *assess.Report, p *pathway.Plan) error {
	o := reportbook.Options{Words: words}
	if p == nil {
		return reportbook.Write(w, r, o)
	}
	return planbook.Write(w, r, p, o)
}
