package main

import (
	"fmt"
	"io"
	"strings"

	"github.com/skillgap-go/skillgap/assess/assesstest"
)

// column is one measure: its heading, how it is read, and where it stands.
type column struct {
	head, reads string
	of          func(assesstest.Measures) float64
}

func columns() []column {
	return []column{
		{"rank", "rank correlation with the true order of needs (Spearman); 1 is best", func(m assesstest.Measures) float64 { return m.Spearman }},
		{"top 5", "how much of what the best five hold the first five hold (NDCG); 1 is best", func(m assesstest.Measures) float64 { return m.NDCG5 }},
		{"Brier", "square error of the probability to meet the level; 0 is best", func(m assesstest.Measures) float64 { return m.Brier }},
		{"calib.", "expected calibration error of it; 0 is best", func(m assesstest.Measures) float64 { return m.ECE }},
		{"wrong", "share of statements where a plain yes or no is wrong; 0 is best", func(m assesstest.Measures) float64 { return m.Misjudged }},
		{"level", "mean error of the level, in levels; 0 is best", func(m assesstest.Measures) float64 { return m.MAE }},
		{"cover", "true levels within the 90 % interval; 0.90 is best", func(m assesstest.Measures) float64 { return m.Coverage90 }},
		{"role", "mean error of the role's estimate; 0 is best", func(m assesstest.Measures) float64 { return m.RoleMAE }},
		{"cover", "true readiness within the role's interval; 0.90 is best", func(m assesstest.Measures) float64 { return m.RoleCover }},
		{"pairs", "pairs in the right order where the model is 80 % sure; 1 is best", func(m assesstest.Measures) float64 { return m.PairsRight }},
	}
}

// table prints a line a model, with the worlds below it if asked, and what the columns say.
func table(w io.Writer, r *assesstest.Result, worlds bool) error {
	var out strings.Builder
	fmt.Fprintf(&out, "%d simulated people in each world, %d statements each, seed %d\n", r.People, r.Statements, r.Seed)
	fmt.Fprintf(&out, "Means over nine worlds; a tenth, %s, was invented to hurt\n\n", assesstest.Invented().Name)
	fmt.Fprintf(&out, "%-22s", "model")
	for _, c := range columns() {
		fmt.Fprintf(&out, "%7s", c.head)
	}
	out.WriteByte('\n')
	for _, m := range r.Models {
		line(&out, m.Name, m.Overall)
		for _, world := range m.Worlds {
			if worlds || world.Name == assesstest.Invented().Name {
				line(&out, "  "+world.Name, world.Measures)
			}
		}
	}
	legend(&out)
	looked(&out, r.Next)
	_, err := io.WriteString(w, out.String())
	return err
}

func line(out *strings.Builder, name string, m assesstest.Measures) {
	fmt.Fprintf(out, "%-22s", name)
	for _, c := range columns() {
		fmt.Fprintf(out, "%7.3f", c.of(m))
	}
	out.WriteByte('\n')
}

func legend(out *strings.Builder) {
	out.WriteByte('\n')
	for _, c := range columns() {
		fmt.Fprintf(out, "%-7s %s\n", c.head, c.reads)
	}
}

func looked(out *strings.Builder, list []assesstest.Looked) {
	if len(list) == 0 {
		return
	}
	out.WriteString("\nWhat to assess next: the error of met or not met, before and after (0 is best)\n")
	for _, l := range list {
		fmt.Fprintf(out, "%-14s %7.3f %7.3f  %s\n", l.Choice, l.Before, l.After, l.Doc)
	}
}
