package ksb

// Format is the name and number of the file format that the model mirrors.
const Format = "ksb/1"

// Framework is a set of statements and the roles that ask for them, as read. It is
// plain data that nobody has checked; [Compile] does that.
type Framework struct {
	Format       string      `json:"format"` // "ksb/1"
	ID           FrameworkID `json:"id"`
	Edition      string      `json:"edition,omitempty"` // as published: a label, never compared by size
	Title        string      `json:"title,omitempty"`
	Jurisdiction string      `json:"jurisdiction,omitempty"`
	Scales       []Scale     `json:"scales,omitempty"`
	Statements   []Statement `json:"statements,omitempty"`
	Roles        []Role      `json:"roles,omitempty" strict:"keep"`
	Links        []Link      `json:"links,omitempty"`        // statement to statement, here or into another framework
	Related      []RoleLink  `json:"relatedRoles,omitempty"` // role to role, as published
	Groups       []Group     `json:"groups,omitempty"`       // a published hierarchy, kept
}

// Statement is one KSB.
type Statement struct {
	ID           StatementID   `json:"id"`
	Code         string        `json:"code,omitempty"` // "K7": a label
	Kind         Kind          `json:"kind"`
	Text         string        `json:"text"`
	Scale        ScaleID       `json:"scale,omitempty"`        // "": two rungs
	HalfLifeDays int           `json:"halfLifeDays,omitempty"` // how fast evidence ages, in days; 0: the policy's default for the kind
	Requires     []StatementID `json:"requires,omitempty"`     // prerequisites, where the framework declares them
	VerifiedBy   []string      `json:"verifiedBy,omitempty"`   // who may sign it off; none: anyone
	Origin       Origin        `json:"-"`
}

// Duty is a part of the work of a role, and the statements that it needs.
type Duty struct {
	ID         DutyID        `json:"id"`
	Code       string        `json:"code,omitempty"`
	Text       string        `json:"text"`
	Core       bool          `json:"core,omitempty"`   // for every option of the role
	Weight     float64       `json:"weight,omitempty"` // share of the work against the other duties; 0: 1
	Statements []StatementID `json:"statements,omitempty"`
	Options    []OptionID    `json:"options,omitempty"` // the options it belongs to; none: all of them
	Origin     Origin        `json:"-"`
}

// Requirement is what a role asks of one statement.
type Requirement struct {
	Statement StatementID `json:"statement"`
	Level     Level       `json:"level,omitempty" strict:"not0"` // 0: the top rung of the statement's scale
	Critical  bool        `json:"critical,omitempty"`
	Weight    float64     `json:"weight,omitempty"` // 0: from the duties
	Origin    Origin      `json:"-"`
}

// Role is a job, or an occupation, and what it asks for.
type Role struct {
	ID           RoleID        `json:"id"`
	Edition      string        `json:"edition,omitempty"`
	Title        string        `json:"title"`
	Aliases      []string      `json:"aliases,omitempty"`
	Qual         Qual          `json:"qual,omitempty"`
	Band         string        `json:"band,omitempty"`                        // a pay band: text, never compared
	Requirements []Requirement `json:"requirements,omitempty" strict:"given"` // nil: every statement that a duty names
	Duties       []Duty        `json:"duties,omitempty"`
	Options      []Option      `json:"options,omitempty"`
	Gates        []Gate        `json:"gates,omitempty"`
	Codes        []Code        `json:"codes,omitempty"`
	Facts        Facts         `json:"facts,omitzero"`
	Origin       Origin        `json:"-"`
}

// Option is a specialism of a role. Compile makes a role of its own of it.
type Option struct {
	ID     OptionID `json:"id"`
	Title  string   `json:"title"`
	Origin Origin   `json:"-"`
}

// Code is what another system calls the role.
type Code struct {
	System string `json:"system"` // ST, OCC, LARS, SOC2020, ISCO08, ESCO or ONETSOC
	Value  string `json:"value"`
}

// Facts are published facts about a role that carry no rule. Zero values mean that
// the source does not say.
type Facts struct {
	FundingMaxPence         int64    `json:"fundingMaxPence,omitempty"`
	DurationMonths          int      `json:"durationMonths,omitempty"`
	MinimumOffTheJobMinutes int64    `json:"minimumOffTheJobMinutes,omitempty"`
	Status                  string   `json:"status,omitempty"`
	From                    Date     `json:"from,omitzero"`  // first day of new starts
	Until                   Date     `json:"until,omitzero"` // last day of new starts, included
	Regulator               string   `json:"regulator,omitempty"`
	Keywords                []string `json:"keywords,omitempty"`
}
