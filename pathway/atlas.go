package pathway

import (
	"cmp"
	"iter"
	"slices"
	"strings"

	"github.com/skillgap-go/skillgap/ksb"
)

// Atlas is the map of roles: which role leads to which, by what was published and by
// what they share. It never changes and is safe for use by many goroutines at once.
//
//	Index x frameworks --NewAtlas--> *Atlas              once per data set
//	Atlas.Person, Atlas.Holder --> *Traveller            once per person
//	Traveller.Routes, Frontier, Within, Unlocks          per question
//
// # Two kinds of links
//
// A published link stands in a framework, with its relation and its source. A
// progression leads one way; what is lateral or related leads both ways, and the way
// back is marked as such. A computed link says that a role asks for much of the
// knowledge and skills that another asks for too. Behaviours do not count, since they
// are much the same everywhere. The two kinds are kept apart and never merged.
//
// Cover, from A to B, is the part of what B asks that A asks too:
//
//	sum of importance in B x the lesser of the two levels / sum of importance in B x level in B
//
// over the knowledge and skills of B. It is asymmetric: what A asks beyond B costs
// nothing. Statements count as the same if they have the same ID, if a framework links
// them as exact, or if they are of one kind and have the same words (letter case,
// punctuation and spaces aside). Levels on scales of different length are compared by
// their share of the top rung. With [AtlasOptions.Likeness] statements with nearly the
// same words count in part: the cosine of their words, rare words weighing more.
//
// # When a cover makes a link
//
// No number is borrowed. For each framework, roles that belong together (the groups of
// the framework, and [AtlasOptions.Families]) are compared with each other, and cover
// makes a link from the mean of these covers less one standard deviation. The method is
// that of Nesta's Mapping Career Causeways; their numbers belong to their scores.
// Pairs that share nothing are left out, since a family may be wide. Where covers are so
// skewed that this is below zero, the mean and the deviation of their logarithms are
// taken. What was found stands in [Atlas.Calibrations]. A framework without families has no computed links
// into its roles. Of each role the [AtlasOptions.Most] links of greatest cover are kept,
// so that a map of thousands of roles stays small.
//
// This is not the method of any published map, and further learning or training is to be
// expected on every link.
type Atlas struct {
	ix      *ksb.Index
	planner *Planner
	briefs  []ksb.Brief
	nodes   map[ksb.RoleID]int32 // whole roles and their options: position in briefs
	links   []Link               // by from, to, kind, relation
	first   []int32              // links[first[r]:first[r+1]] leave the role r
	entries []int32              // roles that published progressions leave, and none leads to
	least   []float64            // by role: the cover from which a link leads to it; above 1: never
	found   []Calibration
	cover   *coverage
}

// AtlasOptions are choices about the map. The zero AtlasOptions are the usual ones.
type AtlasOptions struct {
	// Families are roles that belong together, besides the groups of the frameworks.
	Families [][]ksb.RoleID
	// Most is how many computed links are kept from each role; 0: 20.
	Most int
	// Likeness is how near the words of two statements must be to count, from just above
	// 0 to 1: then each counts for the other by that much. 0: only the same words count.
	Likeness float64
}

// LinkKind tells where a link comes from.
type LinkKind uint8

// The kinds of links.
const (
	PublishedLink LinkKind = iota + 1
	ComputedLink
)

func linkKinds() ksb.Names { return ksb.Names{"", "published", "computed"} }

// String names the kind as the files do; the zero LinkKind is "".
func (k LinkKind) String() string { return linkKinds().Name(uint8(k)) }

// MarshalText writes the name; the zero LinkKind is an error that wraps [ksb.ErrValue].
func (k LinkKind) MarshalText() ([]byte, error) { return linkKinds().Marshal(uint8(k)) }

// UnmarshalText reads the name; any other text is an error that wraps [ksb.ErrValue].
func (k *LinkKind) UnmarshalText(text []byte) error {
	i, err := linkKinds().Parse(text)
	*k = LinkKind(i)
	return err
}

// Link is a step from one role to another.
type Link struct {
	From      ksb.RoleID `json:"from"`
	To        ksb.RoleID `json:"to"`
	Kind      LinkKind   `json:"kind"`
	Relation  string     `json:"relation,omitempty"`  // of a published link: progression, related or lateral
	Source    string     `json:"source,omitempty"`    // of a published link: who says so
	Backwards bool       `json:"backwards,omitempty"` // it was published from To to From
	Cover     float64    `json:"cover"`               // of the knowledge and skills of To by those of From
	Least     float64    `json:"least,omitempty"`     // of a computed link: the cover that makes one
}

func (l Link) compare(m Link) int {
	return cmp.Or(cmp.Compare(l.Kind, m.Kind), strings.Compare(l.Relation, m.Relation), strings.Compare(l.Source, m.Source), compareBool(l.Backwards, m.Backwards))
}

// NewAtlas draws the map of the roles of an Index. The frameworks are those that the
// Index was made of: they hold the published links, the groups and the links between
// statements. The planner knows the courses; nil: there are none. What is wrong with the
// frameworks [ksb.Compile] has said; a published link with an end that is not a role is
// left out.
func NewAtlas(ix *ksb.Index, p *Planner, o AtlasOptions, frameworks ...ksb.Framework) *Atlas {
	if p == nil {
		p, _ = NewPlanner(ix, Catalogue{})
	}
	a := &Atlas{ix: ix, planner: p, briefs: ix.Briefs(), nodes: map[ksb.RoleID]int32{}}
	for i := range a.briefs {
		a.nodes[a.briefs[i].Role.ID] = int32(i)
	}
	a.cover = newCoverage(ix, frameworks, cmp.Or(o.Likeness, 2))
	a.calibrate(o.Families, frameworks)
	drawn := append(a.published(frameworks), a.computed(cmp.Or(max(o.Most, 0), 20))...)
	slices.SortStableFunc(drawn, func(l, m drawing) int {
		return cmp.Or(cmp.Compare(l.from, m.from), cmp.Compare(l.to, m.to), l.link.compare(m.link))
	})
	a.keep(drawn)
	a.findEntries()
	return a
}

// drawing is a link with its ends as positions in the briefs.
type drawing struct {
	from, to int32
	link     Link
}

// keep stores the links, each once.
func (a *Atlas) keep(drawn []drawing) {
	drawn = slices.CompactFunc(drawn, func(l, m drawing) bool { return l.link == m.link })
	a.first = make([]int32, len(a.briefs)+1)
	for _, d := range drawn {
		a.links = append(a.links, d.link)
		a.first[d.from+1]++
	}
	for i := range a.briefs {
		a.first[i+1] += a.first[i]
	}
}

// leaving are the links from a role.
func (a *Atlas) leaving(role int32) []Link { return a.links[a.first[role]:a.first[role+1]] }

// node is the place of a role on the map: an option of a role stands where the whole
// role stands.
func (a *Atlas) node(id ksb.RoleID) (int32, bool) {
	at, known := a.nodes[id]
	if whole := ksb.RoleID(""); known {
		if whole = a.briefs[at].OptionOf; whole != "" {
			at, known = a.nodes[whole]
		}
	}
	return at, known
}

// Links yields the links that leave a role, or those of the whole role if it is an
// option: by the role that they lead to, published links before computed ones. A role
// that is not on the map has none.
func (a *Atlas) Links(from ksb.RoleID) iter.Seq[Link] {
	at, known := a.node(from)
	if !known {
		return slices.Values[[]Link](nil)
	}
	return slices.Values(a.leaving(at))
}

// Cover is the part of the knowledge and skills of a role that another asks for too,
// from 0 to 1; 0 for a role that is not there or asks for neither.
func (a *Atlas) Cover(from, to ksb.RoleID) float64 {
	f, knownFrom := a.nodes[from]
	t, knownTo := a.nodes[to]
	if !knownFrom || !knownTo {
		return 0
	}
	return a.cover.of(a.cover.levels(&a.briefs[f]), &a.briefs[t], t)
}
