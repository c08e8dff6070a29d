package pathway

import (
	"github.com/skillgap-go/skillgap/assess"
	"github.com/skillgap-go/skillgap/ksb"
)

// CatalogueFormat is the name and number of the file format that Catalogue mirrors.
const CatalogueFormat = "catalogue/1"

// Catalogue is the training on offer, as read. It is plain data that nobody has
// checked; [NewPlanner] does that.
type Catalogue struct {
	Format   string   `json:"format"`             // "catalogue/1"
	Currency string   `json:"currency,omitempty"` // "GBP", or "" for the same
	Courses  []Course `json:"courses,omitempty"`
}

// Course is one piece of training that is taken as a whole.
type Course struct {
	ID              string              `json:"id"`
	Title           string              `json:"title,omitempty"`
	Provider        string              `json:"provider,omitempty"`
	Teaches         []Attainment        `json:"teaches,omitempty"`
	Requires        []Attainment        `json:"requires,omitempty"` // held or taught earlier
	After           []string            `json:"after,omitempty"`    // courses that are earlier in the plan
	Needs           []ksb.CredentialID  `json:"needs,omitempty"`    // held or awarded earlier
	Awards          []ksb.CredentialID  `json:"awards,omitempty"`
	Credits         *Credits            `json:"credits,omitempty"`
	Excludes        []string            `json:"excludes,omitempty"` // courses that cannot be in one plan with it
	CostPence       int64               `json:"costPence"`
	Minutes         int64               `json:"minutes"`        // of the learner's time
	Weeks           int                 `json:"weeks"`          // from its first to its last day
	Mode            Delivery            `json:"mode,omitempty"` // zero: not said
	Settings        []string            `json:"settings,omitempty"`
	Starts          []ksb.Date          `json:"starts,omitempty"` // days on which it begins
	FundingMaxPence int64               `json:"fundingMaxPence,omitempty"`
	AssessedBy      assess.EvidenceKind `json:"assessedBy,omitempty"` // the evidence it ends with; zero: none
	Provided        bool                `json:"provided,omitempty"`   // already available here: its cost is 0, its time is not
	Origin          ksb.Origin          `json:"-"`
}

// Attainment is a statement at a level.
type Attainment struct {
	Statement ksb.StatementID `json:"statement"`
	Level     ksb.Level       `json:"level,omitempty" strict:"not0"` // 0: the top rung of the statement's scale
	Origin    ksb.Origin      `json:"-"`
}

// Credits are credits that a course adds towards a credential.
type Credits struct {
	Of   ksb.CredentialID `json:"of"`
	Adds int              `json:"adds"`
}

// Delivery is how a course is given. The zero Delivery is not said.
type Delivery uint8

// The ways in which a course is given.
const (
	Online Delivery = iota + 1
	Classroom
	Workplace
	Blended
)

func deliveries() ksb.Names {
	return ksb.Names{"", "online", "classroom", "workplace", "blended"}
}

// String names the delivery as the files do; the zero Delivery is "".
func (d Delivery) String() string { return deliveries().Name(uint8(d)) }

// MarshalText writes the name; the zero Delivery is an error that wraps [ksb.ErrValue].
func (d Delivery) MarshalText() ([]byte, error) { return deliveries().Marshal(uint8(d)) }

// UnmarshalText reads the name; any other text is an error that wraps [ksb.ErrValue].
func (d *Delivery) UnmarshalText(text []byte) error {
	i, err := deliveries().Parse(text)
	*d = Delivery(i)
	return err
}
