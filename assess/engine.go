package assess

import (
	"fmt"
	"slices"

	"github.com/skillgap-go/skillgap/assess/belief"
	"github.com/skillgap-go/skillgap/ksb"
)

// Engine judges workers by one set of standards and one policy. It holds no state
// that changes and is safe for use by many goroutines at once.
type Engine struct {
	ix     *ksb.Index
	policy Policy
	model  belief.Model
	scales []belief.Scale // by statement number
	priors []*prior       // by statement number
	blind  []Finding      // what the model cannot tell

	requires, requiredBy [][]int32 // by statement number; none where nothing is inferred

	into        [][]passage // by statement number; none where nothing is carried
	outOf       [][]int32   // by statement number: where its evidence is carried to
	carriedOver string      // fingerprint of the links; "": none
}

// prior is what no evidence says.
type prior struct {
	marks  []mark
	spread spread
}

// New returns an engine whose model is the ledger with the parameters of the policy. It
// carries evidence over the links of the standards that a person confirmed (see
// [Engine.Carrying]).
// The error is all that is wrong with the policy, each part wrapping [ksb.ErrValue].
func New(ix *ksb.Index, p Policy) (*Engine, error) {
	if err := p.Check(); err != nil {
		return nil, err
	}
	p.Format = PolicyFormat
	e := &Engine{ix: ix, policy: p, scales: make([]belief.Scale, ix.Statements())}
	for n := range e.scales {
		e.scales[n] = e.scaleOf(int32(n))
	}
	if p.Inference > 0 {
		e.relate()
	}
	return e.Using(p.Ledger()).Carrying(slices.Collect(ix.Links())), nil
}

// Using returns a like engine that weighs evidence by another model. The policy's
// thresholds stay, and so does the rule that a person's own word is never enough: the
// model judges a second time without it. What such a model cannot tell apart is a
// finding of every report (see [belief.Model]), and nothing is inferred from
// prerequisites without a ledger. Parameters of the model are its own affair: see its
// Check.
func (e *Engine) Using(m belief.Model) *Engine {
	other := *e
	other.model, other.blind = m, blindSpots(m, e.policy.Inference > 0)
	other.priors = make([]*prior, len(e.scales))
	alike := map[population]*prior{}
	for n, s := range e.scales {
		of := populationOf(s)
		if alike[of] == nil {
			b := bench{engine: &other}
			alike[of] = &prior{marks: b.judge(nil, s, nil), spread: b.spread()}
		}
		other.priors[n] = alike[of]
	}
	return &other
}

func (e *Engine) scaleOf(number int32) belief.Scale {
	s := e.ix.StatementAt(number)
	halfLife := s.HalfLifeDays
	if halfLife == 0 {
		halfLife = e.policy.HalfLifeDays.Of(s.Kind)
	}
	top := int(e.ix.ScaleAt(number).Top())
	return belief.Scale{Top: top, HalfLifeDays: float64(halfLife), Base: e.policy.baseOf(s.ID, top)}
}

// Quick compiles a framework and assesses one worker against one role of it, by the
// default policy. asOf 0 is the day of the newest evidence. An unknown role gives no
// report and an error that wraps [ksb.ErrUnknownRole]; faults of the framework come
// back as [ksb.Problems] beside the report on its sound parts.
func Quick(f ksb.Framework, w Worker, role ksb.RoleID, asOf ksb.Date) (*Report, error) {
	ix, problems := ksb.Compile(f)
	engine, err := New(ix, DefaultPolicy())
	if err != nil {
		return nil, err
	}
	report, err := engine.Assess(engine.Profile(w, asOf), role)
	if err != nil {
		return nil, fmt.Errorf("quick: %w", err)
	}
	return report, problems.Err()
}
