package calibrate

import (
	"errors"
	"fmt"
	"math"

	"github.com/skillgap-go/skillgap/assess"
	"github.com/skillgap-go/skillgap/assess/belief"
	"github.com/skillgap-go/skillgap/ksb"
)

// Options of [Measure]. Start from [DefaultOptions].
type Options struct {
	WithinDays  int        // how far apart two ratings of a pair may be
	LeastPairs  int        // from which a measured reliability replaces the policy's; at least 2
	LeastPeople int        // under which there is a warning: pairs of one person are not independent
	Wide        float64    // width of the interval from which there is a warning
	Level       float64    // of the intervals
	Resampling  Resampling // of alpha
}

// DefaultOptions are 90 days, 30 pairs, 10 people, a width of 0.3 and 95 % intervals. At
// 30 pairs the interval of a reliability of .6 is about .3 to .8: few enough to be met, and
// to be told.
func DefaultOptions() Options {
	return Options{WithinDays: 90, LeastPairs: 30, LeastPeople: 10, Wide: 0.3, Level: 0.95,
		Resampling: Resampling{Samples: 1000, Seed: 1, Level: 0.95}}
}

// Calibration is what was measured, and the policy that follows.
type Calibration struct {
	Kinds    []Measured // every kind but self, in the order of the kinds
	Findings []assess.Finding
	Policy   assess.Policy // that was given, with the measured reliabilities
}

// Measured is the agreement about one kind of evidence.
type Measured struct {
	Kind     assess.EvidenceKind
	Pairs    int
	People   int         // that the pairs are about
	Sources  int         // that rated them
	ICC      Coefficient // ICC(1,1): the reliability of one rating
	Alpha    Coefficient // Krippendorff's, interval metric: a second opinion
	Was      float64     // the policy's reliability
	Proposed float64     // the same, or what was measured, to three decimals
	Replaced bool
}

// Measure estimates the reliability of every kind of evidence from what was rated twice
// and proposes a policy with those that can be told. Findings, all of check "calibrate",
// name the kind in Refs: "no-pairs", "few-pairs" (pairs, least), "few-people" (people,
// least), "no-variation" (pairs), "not-above-chance" (icc), "wide-interval" (low, high),
// "capped" (icc, most) and, once, "self-has-one-source". Errors: a policy that does not
// hold, and options that are none; both wrap [ksb.ErrValue].
func Measure(ix *ksb.Index, workers []assess.Worker, p assess.Policy, o Options) (*Calibration, error) {
	if err := p.Check(); err != nil {
		return nil, err
	}
	if !(o.Level > 0 && o.Level < 1) || !(o.Resampling.Samples < 1 || o.Resampling.Level > 0 && o.Resampling.Level < 1) {
		return nil, fmt.Errorf("%w: the level of an interval is between 0 and 1", ksb.ErrValue)
	}
	byKind := map[assess.EvidenceKind][]Pair{}
	for _, pair := range Pairs(ix, workers, o.WithinDays) {
		byKind[pair.Kind] = append(byKind[pair.Kind], pair)
	}
	p.Format = assess.PolicyFormat
	c := &Calibration{Policy: p}
	c.find("self-has-one-source", assess.Self)
	for kind := assess.Peer; kind <= assess.SignOff; kind++ {
		m, err := c.measure(kind, byKind[kind], o)
		if err != nil {
			return nil, fmt.Errorf("%v: %w", kind, err)
		}
		*reliability(&c.Policy, kind) = m.Proposed
		c.Kinds = append(c.Kinds, m)
	}
	return c, nil
}

// measure finds the agreement about one kind and says what is doubtful about it.
func (c *Calibration) measure(kind assess.EvidenceKind, pairs []Pair, o Options) (Measured, error) {
	m := Measured{Kind: kind, Pairs: len(pairs), Was: c.Policy.Reliability.Of(kind)}
	m.Proposed = m.Was
	if len(pairs) == 0 {
		c.find("no-pairs", kind)
		return m, nil
	}
	least := max(o.LeastPairs, 2)
	if m.Pairs < least {
		c.find("few-pairs", kind, number("least", float64(least)), number("pairs", float64(m.Pairs)))
	}
	m.tally(pairs)
	if m.People < o.LeastPeople {
		c.find("few-people", kind, number("least", float64(o.LeastPeople)), number("people", float64(m.People)))
	}
	err := m.agree(pairs, o)
	switch {
	case errors.Is(err, ErrTooFew): // said already
	case errors.Is(err, ErrNoVariation):
		c.find("no-variation", kind, number("pairs", float64(m.Pairs)))
	case err != nil:
		return m, err
	default:
		c.propose(&m, m.Pairs >= least, o)
	}
	return m, nil
}

func (m *Measured) tally(pairs []Pair) {
	people, sources := map[int]bool{}, map[string]bool{}
	for _, pair := range pairs {
		people[pair.Worker] = true
		sources[pair.By[0]], sources[pair.By[1]] = true, true
	}
	m.People, m.Sources = len(people), len(sources)
}

func (m *Measured) agree(pairs []Pair, o Options) error {
	rows := make([][]float64, len(pairs))
	for i, pair := range pairs {
		rows[i] = []float64{pair.First, pair.Second}
	}
	icc, err := Intraclass(rows, o.Level)
	if err != nil {
		return err
	}
	m.ICC = icc.One1
	m.Alpha, err = Alpha(rows, Interval, o.Resampling)
	return err
}

// propose replaces the reliability where that can be answered for.
func (c *Calibration) propose(m *Measured, enough bool, o Options) {
	if m.ICC.Bounded && m.ICC.High-m.ICC.Low > o.Wide {
		c.find("wide-interval", m.Kind, number("high", m.ICC.High), number("low", m.ICC.Low))
	}
	measured := math.Round(m.ICC.Value*1000) / 1000
	if measured <= 0 {
		c.find("not-above-chance", m.Kind, number("icc", m.ICC.Value))
		return
	}
	if !enough {
		return
	}
	if measured > belief.MaxReliability {
		c.find("capped", m.Kind, number("icc", m.ICC.Value), number("most", belief.MaxReliability))
		measured = belief.MaxReliability
	}
	m.Proposed, m.Replaced = measured, true
}

func (c *Calibration) find(code string, kind assess.EvidenceKind, numbers ...assess.Number) {
	c.Findings = append(c.Findings, finding(code, []string{kind.String()}, numbers))
}

func number(name string, value float64) assess.Number { return assess.Number{Name: name, Value: value} }

// reliability is where a policy keeps the reliability of a kind.
func reliability(p *assess.Policy, kind assess.EvidenceKind) *float64 {
	r := &p.Reliability
	return [...]*float64{
		&r.Self, &r.Self, &r.Peer, &r.Supervisor, &r.WorkProduct, &r.Observation, &r.Certificate, &r.Test, &r.SignOff,
	}[kind]
}
