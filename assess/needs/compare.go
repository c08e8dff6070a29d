package needs

import (
	"cmp"
	"slices"

	"github.com/skillgap-go/skillgap/ksb"
)

// ResultFormat is the name and number of the form in which a Result is written.
const ResultFormat = "needs/1"

// Options are the choices that move a result. The zero Options are the defaults:
// pairwise, means, grand means, the first ten.
type Options struct {
	Counting
	Average   Average   `json:"average"`   // of the difference
	Quadrants Crosshair `json:"quadrants"` // of importance and performance
	Locus     Crosshair `json:"locus"`     // of importance and discrepancy
	Top       int       `json:"top"`       // k of the overlap, and of Borich in the triple rule; below 1: ten
	Cuts      Cuts      `json:"cuts"`      // of the DIF tree
}

// Result is several methods side by side, with the choices it rests on. Lists are never
// nil. Numbers are unrounded; writers round them once.
type Result struct {
	Format      string      `json:"format"`
	Respondents int         `json:"respondents"` // who answered anything
	Options     Options     `json:"options"`
	Crossing    Lines       `json:"crossing"` // where the lines cross
	Items       []Row       `json:"items"`    // by Borich, greatest need first; equal ones by item
	Areas       []Area      `json:"areas"`    // greatest need first; equal ones by name
	Agreement   []Agreement `json:"agreement"`
	Silent      []Silent    `json:"silent"` // items that too few people answered, in natural order
}

// Lines are where the lines of quadrants and locus cross.
type Lines struct {
	Importance       float64 `json:"importance"`
	Performance      float64 `json:"performance"`
	LocusImportance  float64 `json:"locusImportance"`
	LocusDiscrepancy float64 `json:"locusDiscrepancy"`
}

// Row is one item by every method.
type Row struct {
	Item        string          `json:"item"`
	Text        string          `json:"text"`
	Area        string          `json:"area"`
	Statement   ksb.StatementID `json:"statement"`
	N           int             `json:"n"`           // people who gave both ratings
	Importance  float64         `json:"importance"`  // mean
	Performance float64         `json:"performance"` // mean
	Borich      Place           `json:"borich"`
	Ranked      Place           `json:"rankedDiscrepancy"`
	Difference  Place           `json:"difference"`
	Quadrant    Quadrant        `json:"quadrant"`
	Focus       Focus           `json:"focus"`
	OnLine      bool            `json:"onLine"` // of either grid: the crosshair decides it
	Triple      bool            `json:"triple"`
	DIF         *Training       `json:"dif"`       // nil: difficulty or frequency was not answered
	Trainable   *Share          `json:"trainable"` // nil: not answered
}

// Place is the value of one method and where it puts the item.
type Place struct {
	Value float64 `json:"value"`
	Rank  int     `json:"rank"`
}

// Area is the average of the differences of the items of an area, each item counting
// once.
type Area struct {
	Area       string  `json:"area"`
	Items      int     `json:"items"`
	Difference float64 `json:"difference"`
}

// Compare puts every method side by side. The error is a choice that is not one; it
// wraps [ksb.ErrValue].
func Compare(r *Returns, o Options) (*Result, error) {
	if err := o.check(); err != nil {
		return nil, err
	}
	if o.Top < 1 {
		o.Top = TripleTop
	}
	o.Fewest = o.fewest()
	grid, err := r.Quadrants(o.Counting, o.Quadrants)
	if err != nil {
		return nil, err
	}
	fields, err := r.Locus(o.Counting, o.Locus)
	if err != nil {
		return nil, err
	}
	advice, _, err := r.DIF(o.Counting, o.Cuts)
	if err != nil {
		return nil, err
	}
	rankings := []Ranking{r.Borich(o.Counting), r.Ranked(o.Counting), r.Difference(o.Counting, o.Average)}
	result := &Result{
		Format: ResultFormat, Respondents: r.people, Options: o,
		Crossing: Lines{grid.Importance, grid.Performance, fields.Importance, fields.Discrepancy},
		Items:    r.rows(rankings, grid, fields, advice, o.Top),
		Silent:   append([]Silent{}, grid.Silent...),
	}
	result.Areas = areas(result.Items)
	if len(advice) > 0 {
		rankings = append(rankings, treeRanking(advice))
	}
	result.Agreement = agreements(rankings, o.Top)
	return result, nil
}

func (o Options) check() error {
	var problems ksb.Problems
	for _, choice := range []struct{ path, name string }{
		{"missing", o.Missing.String()}, {"average", o.Average.String()},
		{"quadrants.at", o.Quadrants.At.String()}, {"locus.at", o.Locus.At.String()},
	} {
		if choice.name == "" {
			problems.Add(ksb.Origin{}, choice.path, ksb.ErrValue, "no such choice")
		}
	}
	return problems.Err()
}

// rows are the items that have scores, in the order of the first ranking.
func (r *Returns) rows(rankings []Ranking, grid Grid, fields Locus, advice []Advice, top int) []Row {
	byItem := map[string]*Row{}
	for i, item := range r.survey.Items {
		row := &Row{Item: item.ID, Text: item.Text, Area: item.Area, Statement: item.Statement}
		if share := r.trainable(i); share.Of > 0 {
			row.Trainable = &share
		}
		byItem[item.ID] = row
	}
	for i, g := range grid.Items {
		row, f := byItem[g.Item], fields.Items[i]
		row.Importance, row.Performance, row.Quadrant, row.Focus = g.Importance, g.Performance, g.Quadrant, f.Focus
		row.OnLine = g.OnLine || f.OnLine
	}
	for _, a := range advice {
		byItem[a.Item].DIF = &a.Training
	}
	for _, item := range triple(rankings[0], grid, fields, top) {
		byItem[item].Triple = true
	}
	for _, ranking := range rankings {
		for _, s := range ranking.Scores {
			byItem[s.Item].place(ranking.Method, s)
		}
	}
	rows := make([]Row, len(rankings[0].Scores))
	for i, s := range rankings[0].Scores {
		rows[i] = *byItem[s.Item]
	}
	return rows
}

func (row *Row) place(m Method, s Score) {
	place := Place{s.Value, s.Rank}
	switch m {
	case Borich:
		row.Borich, row.N = place, s.N
	case RankedDiscrepancy:
		row.Ranked = place
	case Difference:
		row.Difference = place
	}
}

// treeRanking orders the advice of the DIF tree, from over-train to none.
func treeRanking(advice []Advice) Ranking {
	ranking := Ranking{Method: DIFTree}
	for _, a := range advice {
		ranking.Scores = append(ranking.Scores, Score{Item: a.Item, N: a.N, Importance: a.Importance, Value: float64(a.Training)})
	}
	ranking.sort()
	return ranking
}

func agreements(rankings []Ranking, top int) []Agreement {
	list := []Agreement{}
	for i, first := range rankings {
		for _, second := range rankings[i+1:] {
			list = append(list, Agree(first, second, top))
		}
	}
	return list
}

// areas averages the differences of the items of each area.
func areas(rows []Row) []Area {
	list := []Area{}
	for _, row := range slices.SortedFunc(slices.Values(rows), func(a, b Row) int {
		return cmp.Or(natural(a.Area, b.Area), cmp.Compare(a.Difference.Value, b.Difference.Value))
	}) {
		if row.Area == "" {
			continue
		}
		if len(list) == 0 || list[len(list)-1].Area != row.Area {
			list = append(list, Area{Area: row.Area})
		}
		area := &list[len(list)-1]
		area.Items++
		area.Difference += row.Difference.Value
	}
	for i := range list {
		list[i].Difference /= float64(list[i].Items)
	}
	slices.SortStableFunc(list, func(a, b Area) int { return cmp.Compare(round6(b.Difference), round6(a.Difference)) })
	return list
}
