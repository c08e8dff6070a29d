package assess

import "github.com/skillgap-go/skillgap/ksb"

// Waiver is a decision of a person that one gate of one role does not stand in this
// worker's way. The gate then counts as met, the report shows the decision beside it, and
// nothing else changes. Role, Gate and Reason are required: the gates of a role bear
// names of its own, and a waiver that says no reason does not count.
type Waiver struct {
	Role   ksb.RoleID `json:"role"` // the whole role speaks for its options too
	Gate   ksb.GateID `json:"gate"`
	By     string     `json:"by,omitempty"`
	At     ksb.Date   `json:"at,omitzero"`
	Reason string     `json:"reason"`
	Origin ksb.Origin `json:"-"`
}

// openWaivers are those that count on the as-of day. One that is dated after it, or
// gives no reason, is refused and named.
func (p *Profile) openWaivers(list []Waiver) (kept []Waiver) {
	for _, v := range list {
		switch {
		case p.asOf != 0 && v.At > p.asOf:
			p.findings = append(p.findings, finding("waiver", "after-as-of-day", "", "", string(v.Gate)))
		case v.Reason == "":
			p.findings = append(p.findings, finding("waiver", "reason-missing", "", "", string(v.Gate)))
		default:
			kept = append(kept, v)
		}
	}
	return kept
}

// waiver is the latest waiver of a gate of the role, of several on one day the last
// listed; nil: none.
func (a *assessment) waiver(gate ksb.GateID) (latest *Waiver) {
	for i := range a.p.waivers {
		v := &a.p.waivers[i]
		if v.Gate == gate && a.speaksOf(v) && (latest == nil || v.At >= latest.At) {
			latest = v
		}
	}
	return latest
}

// speaksOf tells whether a waiver is about the role assessed, or the role that it is an
// option of.
func (a *assessment) speaksOf(v *Waiver) bool {
	return v.Role == a.brief.Role.ID || v.Role == a.brief.OptionOf && v.Role != ""
}

// fileStrayWaivers names the waivers of this role that fit none of its gates.
func (a *assessment) fileStrayWaivers() {
	for i := range a.p.waivers {
		v := &a.p.waivers[i]
		stands := false
		for _, g := range a.report.Gates {
			stands = stands || g.Gate == v.Gate
		}
		if a.speaksOf(v) && !stands {
			a.findings = append(a.findings, finding("reference", "reference-unknown", "", "", string(v.Gate)))
		}
	}
}
