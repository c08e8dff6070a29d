package ksb

import "cmp"

// Link says how one statement relates to another, here or in another framework.
type Link struct {
	From      StatementID `json:"from"`
	To        StatementID `json:"to"`
	Relation  Relation    `json:"relation"`
	Confirmed bool        `json:"confirmed,omitempty"` // a person has looked at it
	Origin    Origin      `json:"-"`
}

// compare orders links by their ends, then by relation, confirmed ones first.
func (l Link) compare(m Link) int {
	unsure := func(l Link) int {
		if l.Confirmed {
			return 0
		}
		return 1
	}
	return cmp.Or(compareIDs(string(l.From), string(m.From)), compareIDs(string(l.To), string(m.To)),
		cmp.Compare(l.Relation, m.Relation), cmp.Compare(unsure(l), unsure(m)))
}

// Relation is how near two statements are (the mapping relations of SKOS).
type Relation uint8

// The relations of a link, read from its From to its To.
const (
	Exact Relation = iota + 1
	Close
	Broad
	Narrow
)

func relations() Names { return Names{"", "exact", "close", "broad", "narrow"} }

// String names the relation as the files do; the zero Relation is "".
func (r Relation) String() string { return relations().Name(uint8(r)) }

// MarshalText writes the name; the zero Relation is an error that wraps [ErrValue].
func (r Relation) MarshalText() ([]byte, error) { return relations().Marshal(uint8(r)) }

// UnmarshalText reads the name; any other text is an error that wraps [ErrValue].
func (r *Relation) UnmarshalText(text []byte) error {
	i, err := relations().Parse(text)
	*r = Relation(i)
	return err
}

// RoleLink is a published step from one role to another.
type RoleLink struct {
	From     RoleID `json:"from"`
	To       RoleID `json:"to"`
	Relation string `json:"relation"` // progression, related or lateral
	Source   string `json:"source,omitempty"`
	Origin   Origin `json:"-"`
}

// Group is a node of a published hierarchy of statements or roles.
type Group struct {
	ID      string   `json:"id"`
	Title   string   `json:"title,omitempty"`
	Parent  string   `json:"parent,omitempty"` // "": a root
	Members []string `json:"members,omitempty"`
	Origin  Origin   `json:"-"`
}
