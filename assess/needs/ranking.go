package needs

import (
	"cmp"
	"slices"

	"github.com/skillgap-go/skillgap/ksb"
)

// Method is a way to put items in an order of need. The zero Method is none.
type Method uint8

// The methods that give an order.
const (
	Borich            Method = iota + 1 // mean weighted discrepancy score
	RankedDiscrepancy                   // Narine and Harder
	Difference                          // importance less performance
	DIFTree                             // difficulty, importance, frequency
)

func methods() ksb.Names {
	return ksb.Names{"", "borich", "ranked-discrepancy", "difference", "dif"}
}

// String names the method as files do; the zero Method is "".
func (m Method) String() string { return methods().Name(uint8(m)) }

// MarshalText writes the name; the zero Method is an error that wraps [ksb.ErrValue].
func (m Method) MarshalText() ([]byte, error) { return methods().Marshal(uint8(m)) }

// UnmarshalText reads the name; any other text is an error that wraps [ksb.ErrValue].
func (m *Method) UnmarshalText(text []byte) error {
	i, err := methods().Parse(text)
	*m = Method(i)
	return err
}

// Ranking is the order that one method gives.
type Ranking struct {
	Method Method
	Scores []Score  // greatest need first; equal ones by item in natural order
	Silent []Silent // items without a score, in natural order
}

// Score is what one method says of one item.
type Score struct {
	Item        string
	N           int     // people who gave both ratings
	Importance  float64 // as the method averages it
	Performance float64
	Value       float64 // as published: its direction is the method's
	Rank        int     // from 1; equal values share the least of their ranks
}

// need is the value turned so that more is a greater need, as it is compared.
func (s Score) need(m Method) float64 {
	if m == RankedDiscrepancy {
		return -round6(s.Value)
	}
	return round6(s.Value)
}

// Borich is the mean weighted discrepancy score (Borich 1980; McKim and Saucier 2011):
// the discrepancies of the people who gave both ratings, each weighed by the mean
// importance of the item, averaged. On a scale from 1 to 5 it lies in [-6.25, 20];
// below 0 people do better than they need to.
func (r *Returns) Borich(c Counting) Ranking {
	return r.rank(Borich, c, func(column *ratings) Score {
		s := column.means()
		s.Value = float64(s.Importance * column.discrepancy())
		return s
	})
}

// Ranked is the ranked discrepancy score (Narine and Harder 2021): the share of people
// who do better than the item is important less the share who do worse, in per cent.
// -100: everyone falls short; 100: nobody does, and nobody is even. It uses no more
// than which of two ratings is greater, as suits an ordinal scale.
func (r *Returns) Ranked(c Counting) Ranking {
	return r.rank(RankedDiscrepancy, c, func(column *ratings) Score {
		s, balance := column.means(), 0
		for _, p := range column.pairs {
			balance += cmp.Compare(p.performance, p.importance)
		}
		s.Value = 100 * float64(balance) / float64(s.N)
		return s
	})
}

// Average is how the ratings of many people become one.
type Average uint8

// The averages. The zero Average is Mean.
const (
	Mean Average = iota
	Median
)

func averages() ksb.Names { return ksb.Names{"", "mean", "median"} }

// String names the average: mean or median.
func (a Average) String() string { return averages().Name(uint8(a) + 1) }

// MarshalText writes the name.
func (a Average) MarshalText() ([]byte, error) { return averages().Marshal(uint8(a) + 1) }

// UnmarshalText reads the name; any other text is an error that wraps [ksb.ErrValue].
func (a *Average) UnmarshalText(text []byte) error {
	i, err := averages().Parse(text)
	if err == nil {
		*a = Average(i - 1)
	}
	return err
}

// Difference is average importance less average performance, the method of the
// Hennessy-Hicks questionnaire over items of the user's own.
func (r *Returns) Difference(c Counting, a Average) Ranking {
	return r.rank(Difference, c, func(column *ratings) Score {
		s := column.means()
		if a == Median {
			s.Importance, s.Performance = median(column.importance), median(column.performance)
		}
		s.Value = s.Importance - s.Performance
		return s
	})
}

func (column *ratings) means() Score {
	return Score{Item: column.item.ID, N: len(column.pairs), Importance: mean(column.importance), Performance: mean(column.performance)}
}

func (r *Returns) rank(m Method, c Counting, score func(*ratings) Score) Ranking {
	columns, silent := r.columns(c)
	ranking := Ranking{Method: m, Silent: silent}
	for i := range columns {
		ranking.Scores = append(ranking.Scores, score(&columns[i]))
	}
	ranking.sort()
	return ranking
}

func (ranking *Ranking) sort() {
	list := ranking.Scores
	slices.SortFunc(list, func(a, b Score) int {
		return cmp.Or(cmp.Compare(b.need(ranking.Method), a.need(ranking.Method)), natural(a.Item, b.Item))
	})
	for i := range list {
		list[i].Rank = i + 1
		if i > 0 && list[i].need(ranking.Method) == list[i-1].need(ranking.Method) {
			list[i].Rank = list[i-1].Rank
		}
	}
}
