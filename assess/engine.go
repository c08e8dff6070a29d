package assess

import (
	"fmt"

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
	priors map[int]*prior // by top level
}

// prior is what no evidence says.
type prior struct {
	marks  []mark
	spread spread
}

// New returns an engine whose model is the ledger with the parameters of the policy.
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
	return e.Using(p.Ledger()), nil
}

// Using returns a like engine that weighs evidence by another model. Where the model
// has no ledger, no evidence is ever contested.
func (e *Engine) Using(m belief.Model) *Engine {
	other := *e
	other.model, other.priors = m, map[int]*prior{}
	for _, s := range e.scales {
		if other.priors[s.Top] == nil {
			b := bench{engine: &other}
			marks := b.judge(nil, s, nil)
			other.priors[s.Top] = &prior{marks, b.spread()}
		}
	}
	return &other
}

func (e *Engine) scaleOf(number int32) belief.Scale {
	s := e.ix.StatementAt(number)
	halfLife := s.HalfLifeDays
	if halfLife == 0 {
		halfLife = e.policy.HalfLifeDays.Of(s.Kind)
	}
	return belief.Scale{Top: int(e.ix.ScaleAt(number).Top()), HalfLifeDays: float64(halfLife)}
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
