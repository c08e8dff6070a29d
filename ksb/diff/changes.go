package diff

import "github.com/skillgap-go/skillgap/ksb"

// Format is the name and number of the form that Changes has as JSON.
const Format = "diff/1"

// Changes is everything that differs between two roles. It is the same whatever the
// order in which the editions were written down. Parts of it are shared with the
// indexes and must not be changed.
type Changes struct {
	Format     string             `json:"format"` // "diff/1"
	From       Role               `json:"from"`
	To         Role               `json:"to"`
	Basis      Options            `json:"basis"` // as used: no default is left open
	Counts     Counts             `json:"counts"`
	Role       []Facet            `json:"role,omitempty"` // what changed of the role itself
	Statements []Pair[Statement]  `json:"statements"`     // those required; in the order of the older codes, then the added ones
	Duties     []DutyPair         `json:"duties,omitempty"`
	Options    []Pair[ksb.Option] `json:"options,omitempty"`
	Gates      []Pair[ksb.Gate]   `json:"gates,omitempty"`
}

// Role is what a role says of itself, beside its lists.
type Role struct {
	Index   string     `json:"index"` // fingerprint of its index
	ID      ksb.RoleID `json:"role"`
	Edition string     `json:"edition,omitempty"`
	Title   string     `json:"title"`
	Aliases []string   `json:"aliases,omitempty"`
	Qual    ksb.Qual   `json:"qual,omitempty"`
	Band    string     `json:"band,omitempty"`
	Codes   []ksb.Code `json:"codes,omitempty"`
	Facts   ksb.Facts  `json:"facts,omitzero"`
}

// Statement is a statement as a role requires it.
type Statement struct {
	ID           ksb.StatementID   `json:"statement"`
	Code         string            `json:"code,omitempty"`
	Kind         ksb.Kind          `json:"kind"`
	Text         string            `json:"text"`
	Level        ksb.Level         `json:"level"` // 1 to the top rung
	Rungs        []string          `json:"rungs"` // of its scale, lowest first
	Critical     bool              `json:"critical,omitempty"`
	Weight       float64           `json:"weight,omitempty"` // 0: from the duties
	HalfLifeDays int               `json:"halfLifeDays,omitempty"`
	Requires     []ksb.StatementID `json:"requires,omitempty"`
	VerifiedBy   []string          `json:"verifiedBy,omitempty"`
}

// Pair is a thing of the older edition and what it is in the newer one.
type Pair[T any] struct {
	From       *T      `json:"from,omitempty"` // nil: added
	To         *T      `json:"to,omitempty"`   // nil: removed
	By         Match   `json:"by,omitempty"`   // why the two are taken for one; "": there is but one
	Confirmed  bool    `json:"confirmed"`      // false: a proposal, or there is but one
	Similarity float64 `json:"similarity"`     // of the texts, 0 to 1, see [Measure.Similarity]; 0 for gates, which have none
	Changed    []Facet `json:"changed,omitempty"`
	Words      []Edit  `json:"words,omitempty"` // none: the same words
}

// DutyPair is a duty, and which statements it stopped and started naming. A statement
// that has a partner, confirmed or proposed, is still named when its partner is.
type DutyPair struct {
	Pair[ksb.Duty]
	Gone []ksb.StatementID `json:"gone,omitempty"` // of the older edition
	Came []ksb.StatementID `json:"came,omitempty"` // of the newer one
}

// Match is the reason for taking two things for one.
type Match string

// The reasons, strongest first.
const (
	ByDecision Match = "decision" // a person said so
	ByID       Match = "id"
	ByText     Match = "text"  // white space apart
	ByWords    Match = "words" // a proposal
)

// Facet is a side of a thing that can change by itself.
type Facet string

// The facets, in the order in which they are listed: those of statements, duties,
// options and gates, then those of a role.
const (
	Wording    Facet = "wording" // white space apart; of an option its title
	Code       Facet = "code"
	Kind       Facet = "kind"
	Level      Facet = "level"
	Critical   Facet = "critical"
	Weight     Facet = "weight"
	Scale      Facet = "scale" // other rungs: a level means something else
	HalfLife   Facet = "halfLife"
	Requires   Facet = "requires"
	VerifiedBy Facet = "verifiedBy"
	Core       Facet = "core"
	Mapping    Facet = "statements" // which statements a duty names
	InOptions  Facet = "options"    // which options a duty belongs to
	Phase      Facet = "phase"
	Grace      Facet = "grace"
	Source     Facet = "source"
	Rule       Facet = "rule"

	EditionLabel Facet = "edition"
	Title        Facet = "title"
	Aliases      Facet = "aliases"
	Qual         Facet = "qual"
	Band         Facet = "band"
	Codes        Facet = "codes"
	Funding      Facet = "funding"
	Duration     Facet = "duration"
	OffTheJob    Facet = "offTheJob"
	Status       Facet = "status"
	StartsFrom   Facet = "from"  // first day of new starts
	StartsUntil  Facet = "until" // last day of new starts
	Regulator    Facet = "regulator"
	Keywords     Facet = "keywords"
)
