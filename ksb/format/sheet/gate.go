package sheet

import (
	"math"
	"strings"

	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/ksb/format/strictjson"
	"github.com/skillgap-go/skillgap/ksb/format/table"
)

func gatesPart() part {
	return part{
		name: "Gates", keys: []string{colRole, colID, "Phase", "Rule"},
		columns: []table.Head{
			{Name: colRole, Width: 20, Note: "The ID of the role."},
			{Name: colID, Width: 14, Note: "A short name of your own for the gate: something that no statement can say, such as a certificate or a registration."},
			{Name: "Phase", Width: 14, Choices: []string{"entry", "programme", "gateway", "registration", "retention"}, Note: "When it is looked at."},
			{Name: "Grace days", Width: 8, Note: "Days after the start in which it may still be open."},
			{Name: colSource, Width: 30, Note: "Where the demand is written down."},
			{Name: "Rule", Width: 60, Note: `The name of the credential that is asked for; or a rule of ksb/1, such as {"any":[{"credential":"a"},{"credential":"b"}]}.`},
		},
		read: (*builder).readGate,
		write: func(p *table.Page, f *ksb.Framework) {
			for _, role := range f.Roles {
				for _, g := range role.Gates {
					p.Add(string(role.ID), string(g.ID), g.Phase.String(), table.OrBlank(g.GraceDays), g.Source, ruleCell(g.Rule))
				}
			}
		},
	}
}

func (b *builder) readGate(r *table.Row) {
	role := b.role(r)
	g := ksb.Gate{ID: ksb.GateID(r.Required(colID)), GraceDays: int(r.Whole("Grace days", math.MaxInt32)), Source: r.Text(colSource), Origin: r.Origin}
	r.Required("Phase")
	r.Named("Phase", &g.Phase)
	g.Rule = readRule(r)
	if !r.Faulty {
		role.Gates = append(role.Gates, g)
	}
}

// readRule reads the JSON of a rule, or the one credential that is asked for.
func readRule(r *table.Row) (rule ksb.Rule) {
	text := r.Required("Rule")
	if !strings.HasPrefix(text, "{") {
		return ksb.Rule{Credential: ksb.CredentialID(text)}
	}
	for _, p := range strictjson.Decode([]byte(text), r.Origin.File, strictjson.Strict, &rule) {
		r.Fault("Rule", p.Fault, strings.TrimPrefix(p.Path+": "+p.Detail, ": "))
	}
	return rule
}

// ruleCell writes what readRule reads.
func ruleCell(rule ksb.Rule) string {
	text, err := strictjson.Encode(rule)
	name := string(rule.Credential)
	if simple, _ := strictjson.Encode(ksb.Rule{Credential: rule.Credential}); name != "" && string(simple) == string(text) && !strings.HasPrefix(name, "{") {
		return name
	}
	if err != nil {
		return ""
	}
	lines := strings.Split(string(text), "\n")
	for i, line := range lines {
		lines[i] = strings.TrimSpace(line)
	}
	return strings.Join(lines, "")
}
