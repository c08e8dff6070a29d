package main

import (
	"context"
	"errors"
	"fmt"
	"io"

	"github.com/skillgap-go/skillgap/assess"
	reports "github.com/skillgap-go/skillgap/assess/render"
	reportbook "github.com/skillgap-go/skillgap/assess/render/xlsx"
	"github.com/skillgap-go/skillgap/examples/inputs"
	"github.com/skillgap-go/skillgap/examples/progress"
	"github.com/skillgap-go/skillgap/ksb/format/strictjson"
	"github.com/skillgap-go/skillgap/ksb/wording"
	"github.com/skillgap-go/skillgap/pathway"
	"github.com/skillgap-go/skillgap/pathway/render"
	planbook "github.com/skillgap-go/skillgap/pathway/render/xlsx"
)

// answer is what is asked for, on its way to w.
type answer struct {
	ask     *options
	words   *wording.Words // nil: English
	planner *pathway.Planner
	report  *assess.Report
	w       io.Writer
}

// in is how people are spoken to.
func (a *answer) in() render.Options { return render.Options{Words: a.words} }

// writeOne writes what is about one plan.
func (a *answer) writeOne(ctx context.Context, stderr io.Writer) error {
	bar := progress.Spin(stderr, "planning")
	defer bar.Close()
	if a.ask.explain != "" {
		return a.writeWhy(ctx)
	}
	plan, err := a.planner.Plan(ctx, a.report, a.ask.plan)
	switch {
	case err != nil:
		return err
	case a.ask.weekly != nil:
		return a.writeTimetable(ctx, plan, stderr)
	case a.ask.paces:
		return a.writePaces(ctx, plan)
	}
	return a.writePlan(plan)
}

func (a *answer) writePlan(p *pathway.Plan) error {
	switch a.ask.output.Format {
	case inputs.JSON:
		return render.JSON(a.w, p)
	case inputs.Markdown:
		return a.in().Markdown(a.w, a.report, p)
	case inputs.CSV:
		return render.CSV(a.w, p)
	case inputs.HTML:
		return render.PlanHTML(a.w, a.report, p, reports.HTMLOptions{Words: a.words})
	case inputs.XLSX:
		return planbook.Write(a.w, a.report, p, reportbook.Options{Words: a.words})
	}
	return a.in().Text(a.w, a.report, p)
}

// timetableFile is what -hours-per-week prints with -format json.
type timetableFile struct {
	Plan      *pathway.Plan      `json:"plan"`
	Timetable *pathway.Timetable `json:"timetable"`
}

func (a *answer) writeTimetable(ctx context.Context, p *pathway.Plan, stderr io.Writer) error {
	table, err := a.planner.Timetable(ctx, a.report, p, pathway.Calendar{Start: a.ask.plan.Start, MinutesPerWeek: *a.ask.weekly})
	if err != nil {
		return err
	}
	if most := a.ask.plan.Limits.Weeks; most != nil && table.Weeks > *most {
		fmt.Fprintf(stderr, "the timetable takes %d weeks: -weeks %d limits the plan, whatever time there is in each week\n", table.Weeks, *most)
	}
	switch a.ask.output.Format {
	case inputs.JSON:
		return strictjson.WriteResult(a.w, timetableFile{p, table})
	case inputs.Mermaid:
		return a.in().Gantt(a.w, table)
	case inputs.Calendar:
		return a.in().ICalendar(a.w, table, a.report.AsOf)
	}
	if err := a.writePlan(p); err != nil {
		return err
	}
	if _, err := fmt.Fprintln(a.w); err != nil {
		return err
	}
	return a.in().TimetableText(a.w, table)
}

// paceStep is how finely -paces looks: a quarter of an hour, in minutes.
const paceStep = 15

// pacesFile is what -paces prints with -format json.
type pacesFile struct {
	Plan  *pathway.Plan  `json:"plan"`
	Paces []pathway.Pace `json:"paces"`
}

func (a *answer) writePaces(ctx context.Context, p *pathway.Plan) error {
	paces, err := a.planner.Paces(ctx, a.report, p, pathway.Calendar{Start: a.ask.plan.Start}, paceStep)
	switch {
	case err != nil:
		return err
	case a.ask.output.Format == inputs.JSON:
		return strictjson.WriteResult(a.w, pacesFile{p, paces})
	}
	if err := a.writePlan(p); err != nil {
		return err
	}
	if _, err := fmt.Fprintln(a.w); err != nil {
		return err
	}
	return a.in().PacesText(a.w, paces, paceStep)
}

func (a *answer) writeWhy(ctx context.Context) error {
	why, err := a.planner.Why(ctx, a.report, a.ask.plan, a.ask.explain)
	switch {
	case err != nil:
		return err
	case a.ask.output.Format == inputs.JSON:
		return render.WhyJSON(a.w, why)
	}
	return a.in().WhyText(a.w, a.report, why)
}

// frontierFile is what -frontier prints with -format json; whole: no plan is missing.
type frontierFile struct {
	Plans []*pathway.Plan `json:"plans"`
	Whole bool            `json:"whole"`
}

func (a *answer) writeFrontier(ctx context.Context, stderr io.Writer) error {
	bar := progress.Count(stderr, "plans found", 0)
	defer bar.Close()
	found := frontierFile{Plans: []*pathway.Plan{}, Whole: true}
	for plan, err := range a.planner.Frontier(ctx, a.report, a.ask.plan) {
		switch {
		case errors.Is(err, pathway.ErrUnfinished):
			found.Whole = false
		case err != nil:
			return err
		default:
			found.Plans = append(found.Plans, plan)
			bar.Add(1)
		}
	}
	if a.ask.output.Format == inputs.JSON {
		return strictjson.WriteResult(a.w, found)
	}
	return a.in().FrontierText(a.w, a.report, found.Plans, found.Whole)
}
