package assess

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strings"

	"github.com/skillgap-go/skillgap/ksb"
)

// Carry is what a piece about one statement counts for another that a confirmed link leads
// to. Over an exact link it counts wholly, over a broad one nothing: what shows a part does
// not show the whole. The two numbers between are decisions, not findings: no study fixes
// them. On two rungs a supervisor's fresh word still meets a requirement by itself at 0.75,
// though no critical one; at 0.5 it does not, an observation does, and no critical one.
type Carry struct {
	Close  *float64 `json:"close,omitempty"`  // nil: 0.75
	Narrow *float64 `json:"narrow,omitempty"` // of a link to something narrower; nil: 0.5
}

// Of is the relevance that a relation leaves, read in the direction in which it is crossed:
// 0 carries nothing.
func (c Carry) Of(r ksb.Relation) float64 {
	given := func(share *float64, otherwise float64) float64 {
		if share == nil {
			return otherwise
		}
		return *share
	}
	switch r {
	case ksb.Exact:
		return 1
	case ksb.Close:
		return given(c.Close, 0.75)
	case ksb.Narrow:
		return given(c.Narrow, 0.5)
	}
	return 0
}

// Carried tells over which link a piece has come, and what it counts here.
type Carried struct {
	From      ksb.StatementID `json:"from"` // the statement that the piece is about
	Link      ksb.Link        `json:"link"` // as a person confirmed it
	Relevance float64         `json:"relevance"`
}

// Carrying returns a like engine that carries evidence over these links, in place of those
// that [New] takes from the standards; nil: over none. A piece about one statement then
// counts for a linked one too, with the relevance of [Policy].Carry, and stands in the
// report as carried. The rules:
//
//   - Only links that a person confirmed count.
//   - A link is read from its From to its To. Exact and close ones lead both ways; narrow
//     leads to the narrower statement, and so does broad from its To to its From.
//   - One link, never two in a row: whoever confirmed each did not say so of the two together.
//   - A piece that names the statement itself counts there as it says, once. One that comes
//     over several links comes over that which leaves most.
//   - What is refused, waiting or turned down at its own statement is not carried. A sign-off
//     must be permitted for both statements.
//   - A level means a rung: nothing passes between scales whose rungs differ, and a finding
//     says so.
//   - A person's override is a decision about one requirement and stays there. Nothing is
//     inferred from what was carried.
//
// Links to statements that the standards here do not have lead nowhere. The order of the
// links does not matter.
func (e *Engine) Carrying(links []ksb.Link) *Engine {
	other := *e
	other.into, other.carriedOver = e.passages(links)
	other.outOf = make([][]int32, len(other.into))
	for to, list := range other.into {
		for _, over := range list {
			other.outOf[over.from] = append(other.outOf[over.from], int32(to))
		}
	}
	return &other
}

// passage leads to a statement from another.
type passage struct {
	from      int32
	link      ksb.Link
	relevance float64
	apart     bool // the rungs of the two differ: nothing passes
}

// compare puts what leaves most first, then goes by the statements, which are numbered in
// the order of their IDs, and by the link.
func (p passage) compare(q passage) int {
	return cmp.Or(cmp.Compare(q.relevance, p.relevance), cmp.Compare(p.from, q.from),
		cmp.Compare(p.link.Relation, q.link.Relation), strings.Compare(string(p.link.From), string(q.link.From)))
}

// passages are the ways into each statement, one from each other, and a fingerprint of the
// links that they rest on; "" for none.
func (e *Engine) passages(links []ksb.Link) (into [][]passage, fingerprint string) {
	into = make([][]passage, e.ix.Statements())
	var used []string
	for _, l := range links {
		from, knownFrom := e.ix.NumberOf(l.From)
		to, knownTo := e.ix.NumberOf(l.To)
		if !l.Confirmed || !knownFrom || !knownTo || from == to {
			continue
		}
		l.Origin = ksb.Origin{}
		there, back := e.lay(into, from, to, l, l.Relation), e.lay(into, to, from, l, inverse(l.Relation))
		if there || back {
			used = append(used, string(l.From)+"\x00"+l.Relation.String()+"\x00"+string(l.To))
		}
	}
	for to := range into {
		slices.SortFunc(into[to], passage.compare)
		seen := map[int32]bool{}
		into[to] = slices.DeleteFunc(into[to], func(p passage) bool { twice := seen[p.from]; seen[p.from] = true; return twice })
	}
	if len(used) == 0 {
		return into, ""
	}
	slices.Sort(used)
	sum := sha256.Sum256([]byte(strings.Join(slices.Compact(used), "\n")))
	return into, hex.EncodeToString(sum[:16])
}

// lay adds the passage over a link in one direction, and tells whether there is one.
func (e *Engine) lay(into [][]passage, from, to int32, l ksb.Link, crossed ksb.Relation) bool {
	relevance := e.policy.Carry.Of(crossed)
	if relevance == 0 {
		return false
	}
	apart := !slices.Equal(e.ix.ScaleAt(from).Rungs, e.ix.ScaleAt(to).Rungs)
	into[to] = append(into[to], passage{from, l, relevance, apart})
	return true
}

// inverse is the relation read from the To of a link to its From.
func inverse(r ksb.Relation) ksb.Relation {
	switch r {
	case ksb.Broad:
		return ksb.Narrow
	case ksb.Narrow:
		return ksb.Broad
	}
	return r
}

func (e *Engine) carries() bool { return e.carriedOver != "" }
