package main

import (
	"bytes"
	_ "embed"
	"fmt"
	"html/template"
	"strings"

	"github.com/skillgap-go/skillgap/assess/assesstest"
)

//go:embed chart.svg.tmpl
var drawing string

// The plots, in points: left is the calibration, right the coverage.
const (
	size      = 300 // of the left plot
	width     = 280 // of the right plot
	rowHeight = 28
	least     = 0.5 // where the right plot starts
)

// panel is all that the drawing shows.
type panel struct {
	Size, Width float64
	Ticks       []tick
	Curves      []curve
	Marks       []tick // of the right plot
	Target      float64
	Rows        []row
	Seed        uint64
	People      int
}

type tick struct {
	At    float64
	Label string
}

// curve is one model: told apart by its dashes and by its name at the end, not by colour.
type curve struct {
	Name, Points, Dash, Colour string
	Dots                       []dot
	LabelY                     float64
}

type dot struct{ X, Y, R float64 }

// row is one world: how much the intervals of the first model cover.
type row struct {
	Name            string
	Y               float64
	Statement, Role float64
	Figures         string
}

// chart draws how well probabilities are kept, and how much intervals cover.
func chart(r *assesstest.Result) ([]byte, error) {
	p := panel{Size: size, Width: width, Target: across(0.9), Seed: r.Seed, People: r.People}
	for _, at := range []float64{0, 0.25, 0.5, 0.75, 1} {
		p.Ticks = append(p.Ticks, tick{at * size, fmt.Sprintf("%.0f %%", at*100)})
	}
	for _, at := range []float64{0.5, 0.6, 0.7, 0.8, 0.9, 1} {
		p.Marks = append(p.Marks, tick{across(at), fmt.Sprintf("%.0f %%", at*100)})
	}
	for _, m := range r.Models {
		p.add(curveOf(m, len(p.Curves)))
	}
	for i, w := range r.Models[0].Worlds {
		p.Rows = append(p.Rows, row{w.Name, float64(i)*rowHeight + 20, across(w.Coverage90), across(w.RoleCover),
			fmt.Sprintf("statements %.1f %%, roles %.1f %%", 100*w.Coverage90, 100*w.RoleCover)})
	}
	parsed, err := template.New("chart").Parse(drawing)
	if err != nil {
		return nil, err
	}
	var out bytes.Buffer
	err = parsed.Execute(&out, p)
	return out.Bytes(), err
}

// add puts a curve on the panel, or its name to one that is the same.
func (p *panel) add(c curve) {
	for i := range p.Curves {
		if p.Curves[i].Points == c.Points {
			p.Curves[i].Name += ", " + c.Name
			return
		}
	}
	p.Curves = append(p.Curves, c)
}

func across(share float64) float64 { return max(share-least, 0) / (1 - least) * width }

// curveOf joins the bins of a model that have something in them.
func curveOf(m assesstest.ModelResult, i int) curve {
	styles := [][2]string{{"", "#005ea5"}, {"7 3", "#b10e1e"}, {"2 3", "#5a2d81"}, {"9 3 2 3", "#006435"}, {"1 5", "#6f4e00"}, {"12 4", "#444444"}, {"4 2 1 2", "#0b0c0c"}, {"14 2", "#7a2a5a"}}
	c := curve{Name: m.Name, Dash: styles[i%len(styles)][0], Colour: styles[i%len(styles)][1], LabelY: float64(i) * 18}
	var points []string
	for _, b := range m.Curve {
		if b.N == 0 {
			continue
		}
		x, y := size*b.Predicted/float64(b.N), size*(1-float64(b.True)/float64(b.N))
		points = append(points, fmt.Sprintf("%.1f,%.1f", x, y))
		c.Dots = append(c.Dots, dot{x, y, 3})
	}
	c.Points = strings.Join(points, " ")
	return c
}
