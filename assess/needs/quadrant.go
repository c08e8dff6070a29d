package needs

import (
	"fmt"
	"math"
	"slices"

	"github.com/skillgap-go/skillgap/ksb"
)

// Crosshair is where the lines between high and low cross. The zero Crosshair is the
// grand means.
type Crosshair struct {
	At         Crossing `json:"at"`
	Importance float64  `json:"importance"` // if given
	Other      float64  `json:"other"`      // if given: performance for quadrants, discrepancy for the locus
}

// Crossing is how the place of a crosshair is found.
type Crossing uint8

// The crossings. The zero Crossing is GrandMeans.
const (
	GrandMeans Crossing = iota // the means of the items' means
	Medians                    // the medians of the items' means
	Midpoint                   // the middle of the scale; for discrepancy, 0
	Given                      // as the user says
)

func crossings() ksb.Names { return ksb.Names{"", "grand-means", "medians", "midpoint", "given"} }

// String names the crossing as files do.
func (c Crossing) String() string { return crossings().Name(uint8(c) + 1) }

// MarshalText writes the name.
func (c Crossing) MarshalText() ([]byte, error) { return crossings().Marshal(uint8(c) + 1) }

// UnmarshalText reads the name; any other text is an error that wraps [ksb.ErrValue].
func (c *Crossing) UnmarshalText(text []byte) error {
	i, err := crossings().Parse(text)
	if err == nil {
		*c = Crossing(i - 1)
	}
	return err
}

// Quadrant is a field of the importance-performance grid (Martilla and James 1977).
// Authors number them differently, so they have names alone. The zero Quadrant is none.
type Quadrant uint8

// The quadrants.
const (
	Concentrate Quadrant = iota + 1 // important, not done well: concentrate here
	KeepUp                          // important and done well: keep up the good work
	LowPriority                     // neither
	Overkill                        // done well, not important: possible overkill
)

func quadrants() ksb.Names {
	return ksb.Names{"", "concentrate", "keep-up", "low-priority", "overkill"}
}

// String names the quadrant as files do; the zero Quadrant is "".
func (q Quadrant) String() string { return quadrants().Name(uint8(q)) }

// MarshalText writes the name; the zero Quadrant is an error that wraps [ksb.ErrValue].
func (q Quadrant) MarshalText() ([]byte, error) { return quadrants().Marshal(uint8(q)) }

// UnmarshalText reads the name; any other text is an error that wraps [ksb.ErrValue].
func (q *Quadrant) UnmarshalText(text []byte) error {
	i, err := quadrants().Parse(text)
	*q = Quadrant(i)
	return err
}

// Grid is the items in quadrants.
type Grid struct {
	Importance, Performance float64   // where the lines cross
	Items                   []Gridded // in natural order
	Silent                  []Silent  // in natural order
}

// Gridded is an item in its quadrant.
type Gridded struct {
	Item                    string
	Importance, Performance float64 // means
	Quadrant                Quadrant
	OnLine                  bool // it stands on a line, which counts as high
}

// Quadrants puts the items in the grid of importance and performance. The error is a
// given crosshair that is not a number; it wraps [ksb.ErrValue].
func (r *Returns) Quadrants(c Counting, at Crosshair) (Grid, error) {
	columns, silent := r.columns(c)
	points := make([]point, len(columns))
	for i := range columns {
		points[i] = point{mean(columns[i].importance), mean(columns[i].performance)}
	}
	middle := r.survey.Scale.Middle()
	cross, err := at.cross(points, point{middle, middle})
	grid := Grid{Importance: cross.importance, Performance: cross.other, Silent: silent}
	for i, p := range points {
		important, well := p.high(cross)
		grid.Items = append(grid.Items, Gridded{columns[i].item.ID, p.importance, p.other, quadrantOf(important, well), p.onLine(cross)})
	}
	return grid, err
}

func quadrantOf(important, well bool) Quadrant {
	switch {
	case important && well:
		return KeepUp
	case important:
		return Concentrate
	case well:
		return Overkill
	}
	return LowPriority
}

// point is an item on a grid of importance and one other thing.
type point struct{ importance, other float64 }

func (p point) high(cross point) (importance, other bool) {
	return round6(p.importance) >= round6(cross.importance), round6(p.other) >= round6(cross.other)
}

func (p point) onLine(cross point) bool {
	return round6(p.importance) == round6(cross.importance) || round6(p.other) == round6(cross.other)
}

func (x Crosshair) cross(points []point, middle point) (point, error) {
	switch x.At {
	case Midpoint:
		return middle, nil
	case Given:
		return x.given()
	case Medians:
		return point{median(sorted(points, importanceOf)), median(sorted(points, otherOf))}, nil
	}
	return point{mean(sorted(points, importanceOf)), mean(sorted(points, otherOf))}, nil
}

func (x Crosshair) given() (point, error) {
	if !(math.Abs(x.Importance) <= MaxRating && math.Abs(x.Other) <= MaxRating) {
		return point{}, fmt.Errorf("%w: a crosshair at %v, %v", ksb.ErrValue, x.Importance, x.Other)
	}
	return point{x.Importance, x.Other}, nil
}

func importanceOf(p point) float64 { return p.importance }
func otherOf(p point) float64      { return p.other }

func sorted(points []point, of func(point) float64) []float64 {
	list := make([]float64, len(points))
	for i, p := range points {
		list[i] = of(p)
	}
	slices.Sort(list)
	return list
}
