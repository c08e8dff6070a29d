package ksb

// The identifiers are distinct types, so that a role cannot be passed where a
// statement is meant. Each is opaque: nothing is ever read out of its spelling.
type (
	// FrameworkID names a framework.
	FrameworkID string
	// StatementID is the stable identity of a KSB: a published UUID or URI where
	// there is one. A code such as "K7" is only a label.
	StatementID string
	// DutyID names a duty within its role.
	DutyID string
	// RoleID names a role; a role of one option of a standard is "ROLE/OPTION".
	RoleID string
	// OptionID names an option (specialism) within its role.
	OptionID string
	// ScaleID names a scale within its framework; "" is the scale of two rungs.
	ScaleID string
	// GateID names a gate within its role.
	GateID string
	// CredentialID names what a person can hold: a certificate, a registration, a
	// qualification, credits towards one.
	CredentialID string
)

// OptionRole returns the ID of the role that an option of a role becomes.
func OptionRole(r RoleID, o OptionID) RoleID { return r + "/" + RoleID(o) }

// Origin is the place something was read from. The zero Origin means that the
// value was built by a program.
type Origin struct {
	File string // name as given to the reader
	Line int    // counted from 1; 0: the whole file
}
