package belief

import "math"

// Model estimates levels from evidence. A model is pure and total: the same pieces
// in any order give the same bits, every finite input has an answer, and dst is
// overwritten and its memory used again.
type Model interface {
	// Name is what policies and reports call the model.
	Name() string
	// Estimate judges all the pieces together.
	Estimate(dst *Estimate, s Scale, pieces []Piece)
	// Explain returns, in the order of pieces, what each added at one level, 1 to
	// s.Top, appended to dst.
	Explain(dst []Contribution, s Scale, pieces []Piece, level int) []Contribution
}

// Scale is what a model must know of the statement that is judged.
type Scale struct {
	Top          int       // the highest level, K >= 1; levels are 0..K
	HalfLifeDays float64   // age at which a piece counts half; 0 or infinite: it never ages
	Base         []float64 // a_1..a_K, the share of people at k or above; nil: uniform
}

// base returns a_k.
func (s Scale) base(k int) float64 {
	if len(s.Base) >= k {
		return s.Base[k-1]
	}
	return float64(s.Top+1-k) / float64(s.Top+1)
}

// halfLife is that of the scale; where evidence does not age, it ages against 1.
func (s Scale) halfLife() float64 {
	if s.ages() {
		return s.HalfLifeDays
	}
	return 1
}

func (s Scale) ages() bool { return s.HalfLifeDays > 0 && !math.IsInf(s.HalfLifeDays, 1) }

// age is that of a piece, in days; 0 where evidence does not age.
func (s Scale) age(p Piece) float64 {
	if p.AgeDays > 0 && s.ages() {
		return p.AgeDays
	}
	return 0
}

// clamp moves a level to the nearest end of the scale.
func (s Scale) clamp(level float64) float64 { return min(max(level, 0), float64(s.Top)) }

// Mode is what a piece of evidence says about its level.
type Mode uint8

// The modes. An AtLeast says nothing about higher levels, a Below nothing about
// lower ones.
const (
	Graded  Mode = iota // performed at this level
	AtLeast             // passed at this level
	Below               // failed at this level
)

// Piece is one piece of evidence about one statement, as numbers. A piece whose
// Level is not a number, or whose Reliability or Weight is not above 0, says nothing.
type Piece struct {
	ID          string // breaks ties between pieces of equal mass
	Source      int    // pieces of one source and mode saturate each other
	Mode        Mode
	Level       float64 // 0..K, fractions allowed; outside it counts as the nearest end
	Reliability float64 // r in (0, 1]: share of the truth in one such piece; capped at MaxReliability
	Weight      float64 // relevance times confidence, (0, 1]; above 1 counts as 1
	AgeDays     float64 // on the as-of day; below 0 counts as 0
}

// silent: the piece says nothing.
func (p Piece) silent() bool {
	return !(p.Reliability > 0) || !(p.Weight > 0) || math.IsNaN(p.Level)
}

// MaxReliability is the most that one piece can be trusted.
const MaxReliability = 0.95

// Estimate is what a model makes of the pieces. Slices are indexed by level-1.
type Estimate struct {
	AtLeast      []float64 // q_1..q_K: probability of being at k or above; never increasing
	Opinion      []Opinion // what speaks for and against "at k or above"
	Mean         float64   // expected level, the sum of AtLeast
	Low, High    float64   // the middle 90 % of the level score, on [-½, K+½]
	For, Against []float64 // R_k and S_k; nothing for a model without a ledger
	Sources      []Balance // by source, ascending; nothing for a model without a ledger

	balances []float64 // the memory of Sources
	scratch  scratch
}

// Opinion is an opinion of subjective logic: three shares that sum to 1.
type Opinion struct{ Belief, Disbelief, Uncertainty float64 }

// Balance is what one source says, after saturation, for and against each level.
type Balance struct {
	Source       int
	For, Against []float64
}

// Contribution is what one piece adds at one level: Delta is the probability with it
// less the probability without it. Without it the sums of a ledger lose LostFor and
// LostAgainst: less than For and Against, since other pieces of its source move up.
type Contribution struct{ For, Against, Delta, LostFor, LostAgainst float64 }

// summarise fills in mean and interval from AtLeast. The distribution of the level
// score is linear between the knots (-½, 0), (k-½, 1-q_k), (K+½, 1).
func (e *Estimate) summarise() {
	e.Mean = 0
	for _, q := range e.AtLeast {
		e.Mean += q
	}
	e.Low, e.High = e.quantile(0.05), e.quantile(0.95)
}

func (e *Estimate) quantile(p float64) float64 {
	x, below := -0.5, 0.0
	for k, q := range e.AtLeast {
		if upto := 1 - q; upto >= p {
			return x + float64((float64(k)+0.5-x)*shareOf(p-below, upto-below))
		} else {
			x, below = float64(k)+0.5, upto
		}
	}
	return x + shareOf(p-below, 1-below)
}

func shareOf(part, whole float64) float64 {
	if whole <= 0 {
		return 0
	}
	return part / whole
}
