package assess

import (
	"cmp"
	"slices"

	"github.com/skillgap-go/skillgap/assess/belief"
	"github.com/skillgap-go/skillgap/ksb"
)

// reference is one mention of a statement by a piece of evidence.
type reference struct {
	evidence *Evidence
	id       string // of the piece, "row-N" if it has none
	level    *float64
	source   int
	over     *passage // the piece is about another statement; nil: about this one
}

// piece is a piece of evidence as it stands for one statement, with its defaults.
type piece struct {
	reference
	numbers belief.Piece
	expired bool
}

// content is what makes two pieces of one ID the same piece or two.
type content struct {
	kind                  EvidenceKind
	as                    Party
	at, until             ksb.Date
	relevance, confidence float64
	numbers               belief.Piece
}

func (p *piece) content() content {
	e := p.evidence
	return content{e.Kind, e.As, e.At, e.Until, cmp.Or(e.Relevance, 1), cmp.Or(e.Confidence, 1), p.numbers}
}

// exhibits is the evidence about one statement, sorted out.
type exhibits struct {
	pieces   []piece // that count or have expired, by ID in natural order
	waiting  []string
	rejected []string // of those waiting: what was turned down
	findings []Finding
}

// sift resolves the references to one statement: what is not accepted waits, what is
// faulty is refused and named, and what is left stands in the order of the IDs.
func (p *Profile) sift(number int32, refs []reference) (x exhibits) {
	for _, r := range refs {
		if !r.evidence.State.counts() {
			x.waiting = append(x.waiting, r.id)
			if r.evidence.State == Rejected {
				x.rejected = append(x.rejected, r.id)
			}
			continue
		}
		x.pieces = append(x.pieces, p.resolve(number, r, &x))
	}
	x.waiting, x.rejected = sortedIDs(x.waiting), sortedIDs(x.rejected)
	slices.SortStableFunc(x.pieces, func(a, b piece) int { return compareNatural(a.id, b.id) })
	x.dropRepetitions(p.engine.ix.StatementAt(number).ID)
	x.pieces = slices.DeleteFunc(x.pieces, func(q piece) bool { return p.refuses(number, &q, &x) })
	return x
}

func sortedIDs(ids []string) []string {
	slices.SortFunc(ids, compareNatural)
	return slices.Compact(ids)
}

// resolve applies the defaults of the file format and of the policy.
func (p *Profile) resolve(number int32, r reference, x *exhibits) piece {
	e, s := r.evidence, p.engine.ix.StatementAt(number)
	n := belief.Piece{
		ID: r.id, Source: r.source, Mode: e.Mode.of(e.Kind),
		Weight:      cmp.Or(e.Relevance, 1) * cmp.Or(e.Confidence, 1) * r.left(),
		Reliability: cmp.Or(e.Reliability, p.engine.policy.Reliability.Of(e.Kind)),
	}
	switch {
	case r.level != nil:
		n.Level = *r.level
	case n.Mode == belief.AtLeast:
		n.Level = float64(p.engine.ix.ScaleAt(number).Top())
	default:
		n.Level = -1 // off every scale: refused as missing
	}
	if e.Kind == SignOff && !p.mayVerify(s, e.As) {
		n.Reliability = cmp.Or(e.Reliability, p.engine.policy.Reliability.Supervisor)
		x.find(s.ID, r.id, "verifier", "verifier-not-permitted", string(e.As))
	}
	n.Reliability = min(n.Reliability, belief.MaxReliability)
	vouched := e.Until != 0 && n.Mode != belief.Below
	if !vouched && p.asOf > e.At {
		n.AgeDays = float64(p.asOf - e.At)
	}
	return piece{reference: r, numbers: n, expired: vouched && p.asOf > e.Until}
}

// left is the share of the piece that counts here.
func (r *reference) left() float64 {
	if r.over == nil {
		return 1
	}
	return r.over.relevance
}

// mayVerify: the statement says who may sign it off, else the policy; none: anyone.
func (p *Profile) mayVerify(s *ksb.Statement, as Party) bool {
	if len(s.VerifiedBy) > 0 {
		return slices.Contains(s.VerifiedBy, string(as))
	}
	permitted := p.engine.policy.VerifiedBy.Of(s.Kind)
	return len(permitted) == 0 || slices.Contains(permitted, as)
}

// dropRepetitions keeps one of pieces that share an ID and say the same, and none of
// those that share an ID and do not.
func (x *exhibits) dropRepetitions(s ksb.StatementID) {
	var kept []piece
	for start := 0; start < len(x.pieces); {
		end := start + 1
		same := true
		for end < len(x.pieces) && x.pieces[end].id == x.pieces[start].id {
			same = same && x.pieces[end].content() == x.pieces[start].content()
			end++
		}
		switch {
		case !same:
			x.find(s, x.pieces[start].id, "evidence", "conflicting-duplicate")
		case end-start > 1:
			x.find(s, x.pieces[start].id, "evidence", "repeated")
			fallthrough
		default:
			kept = append(kept, x.pieces[start])
		}
		start = end
	}
	x.pieces = kept
}

// refuses names what makes a piece unusable for a statement.
func (p *Profile) refuses(number int32, q *piece, x *exhibits) bool {
	e, top := q.evidence, float64(p.engine.ix.ScaleAt(number).Top())
	fault := ""
	switch level := q.numbers.Level; {
	case e.Kind < Self || e.Kind > SignOff:
		fault = "kind-missing"
	case e.At == 0:
		fault = "date-missing"
	case p.asOf != 0 && e.At > p.asOf:
		fault = "after-as-of-day"
	case e.Until != 0 && e.Until < e.At:
		fault = "until-before-at"
	case q.level == nil && level < 0:
		fault = "level-missing"
	case !(level >= 0 && level <= top):
		fault = "level-off-scale"
	case !inUnit(e.Relevance) || !inUnit(e.Confidence) || !inUnit(e.Reliability):
		fault = "weight-out-of-range"
	default:
		return false
	}
	x.find(p.engine.ix.StatementAt(number).ID, q.id, "evidence", fault)
	return true
}

// inUnit: in (0, 1], where 0 stands for the default.
func inUnit(w float64) bool { return w >= 0 && w <= 1 }

func (x *exhibits) find(s ksb.StatementID, evidence, check, code string, refs ...string) {
	x.findings = append(x.findings, finding(check, code, string(s), evidence, refs...))
}

func finding(check, code, statement, evidence string, refs ...string) Finding {
	return Finding{Check: check, Statement: statement, Evidence: evidence, Code: code,
		Numbers: Numbers{}, Refs: append([]string{}, refs...)}
}
