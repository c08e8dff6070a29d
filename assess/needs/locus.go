package needs

import "github.com/skillgap-go/skillgap/ksb"

// Focus is a field of the locus for focus: importance against discrepancy. The zero
// Focus is none.
type Focus uint8

// The fields.
const (
	Top        Focus = iota + 1 // important and far short: first
	Discrepant                  // far short, less important
	Important                   // important, less short
	Neither
)

func focuses() ksb.Names {
	return ksb.Names{"", "top", "discrepant", "important", "neither"}
}

// String names the field as files do; the zero Focus is "".
func (f Focus) String() string { return focuses().Name(uint8(f)) }

// MarshalText writes the name; the zero Focus is an error that wraps [ksb.ErrValue].
func (f Focus) MarshalText() ([]byte, error) { return focuses().Marshal(uint8(f)) }

// UnmarshalText reads the name; any other text is an error that wraps [ksb.ErrValue].
func (f *Focus) UnmarshalText(text []byte) error {
	i, err := focuses().Parse(text)
	*f = Focus(i)
	return err
}

// Locus is the items in the fields of the locus for focus.
type Locus struct {
	Importance, Discrepancy float64   // where the lines cross
	Items                   []Focused // in natural order
	Silent                  []Silent  // in natural order
}

// Focused is an item in its field.
type Focused struct {
	Item                    string
	Importance, Discrepancy float64 // means
	Focus                   Focus
	OnLine                  bool // it stands on a line, which counts as high
}

// Locus puts the items in the grid of mean importance and mean discrepancy. The error
// is a given crosshair that is not a number; it wraps [ksb.ErrValue].
func (r *Returns) Locus(c Counting, at Crosshair) (Locus, error) {
	columns, silent := r.columns(c)
	points := make([]point, len(columns))
	for i := range columns {
		points[i] = point{mean(columns[i].importance), columns[i].discrepancy()}
	}
	cross, err := at.cross(points, point{r.survey.Scale.Middle(), 0})
	locus := Locus{Importance: cross.importance, Discrepancy: cross.other, Silent: silent}
	for i, p := range points {
		important, short := p.high(cross)
		locus.Items = append(locus.Items, Focused{columns[i].item.ID, p.importance, p.other, focusOf(important, short), p.onLine(cross)})
	}
	return locus, err
}

func focusOf(important, short bool) Focus {
	switch {
	case important && short:
		return Top
	case important:
		return Important
	case short:
		return Discrepant
	}
	return Neither
}

// TripleTop is how many of the first by Borich the triple rule takes.
const TripleTop = 10

// Triple lists the items that three methods agree on, in the order of Borich: among
// his first (top of them; below 1: [TripleTop]; equal ones come in together), in the
// quadrant "concentrate here", and at the top of the locus. The published rule cuts
// quadrants and locus at the grand means. The error is that of the two grids.
func (r *Returns) Triple(c Counting, quadrants, locus Crosshair, top int) ([]string, error) {
	grid, err := r.Quadrants(c, quadrants)
	if err != nil {
		return nil, err
	}
	fields, err := r.Locus(c, locus)
	if err != nil {
		return nil, err
	}
	return triple(r.Borich(c), grid, fields, top), nil
}

func triple(borich Ranking, grid Grid, fields Locus, top int) (items []string) {
	if top < 1 {
		top = TripleTop
	}
	agreed := map[string]bool{}
	for i, placed := range grid.Items { // the same items as the locus, in the same order
		agreed[placed.Item] = placed.Quadrant == Concentrate && fields.Items[i].Focus == Top
	}
	for _, s := range borich.Scores {
		if s.Rank <= top && agreed[s.Item] {
			items = append(items, s.Item)
		}
	}
	return items
}
