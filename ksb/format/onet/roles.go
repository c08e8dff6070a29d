package onet

import (
	"cmp"
	"slices"
	"strings"

	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/ksb/format/rows"
)

// readTask adds a task to its occupation. One without an ID or given twice is for
// Compile to report.
func (d *database) readTask(r row) {
	if o := d.of(r, codeColumn); o != nil {
		o.role.Duties = append(o.role.Duties, ksb.Duty{
			ID: ksb.DutyID(r.Text("task id")), Text: r.Text("task"), Core: r.Text("task type") == "Core", Origin: r.At})
	}
}

// readTitles adds other titles of an occupation.
func (d *database) readTitles(r row) {
	o := d.of(r, codeColumn)
	if o == nil {
		return
	}
	for _, column := range []string{"alternate title", "short title", "reported job title"} {
		if title := r.Text(column); title != "" {
			o.role.Aliases = append(o.role.Aliases, title)
		}
	}
}

// readZone puts an occupation into its job zone.
func (d *database) readZone(r row) {
	zone := r.Text("job zone")
	switch o := d.of(r, codeColumn); {
	case o == nil:
	case len(zone) != 1 || zone < "1" || zone > "5":
		r.Fault("job zone", ksb.ErrValue, "%q is no job zone from 1 to 5", zone)
	default:
		d.zones[zone] = append(d.zones[zone], string(o.role.ID))
	}
}

// readRelated keeps a link as published; Compile reports one that leads nowhere.
func (d *database) readRelated(r row) {
	from, to := r.Text(codeColumn), r.Text("related o*net-soc code")
	if !d.listed {
		d.of(r, codeColumn)
		d.of(r, "related o*net-soc code")
	}
	d.related = append(d.related, ksb.RoleLink{From: ksb.RoleID(from), To: ksb.RoleID(to), Relation: "related",
		Source: strings.TrimSpace(r.Text("relatedness tier") + " " + r.Text("index")), Origin: r.At})
}

// assemble puts the parts of the framework in the order of their IDs.
func (d *database) assemble() ksb.Framework {
	f := ksb.Framework{Format: ksb.Format, ID: "onet", Title: "O*NET", Jurisdiction: "United States"}
	d.require()
	f.Roles = slices.Grow(f.Roles, len(d.occupations))
	for _, code := range sortedKeys(d.occupations) {
		f.Roles = append(f.Roles, d.occupations[code].finished())
	}
	for _, id := range sortedKeys(d.elements) {
		if e := d.elements[id]; e.statement.Kind != 0 {
			e.statement.Scale = d.scales.of(id)
			f.Statements = append(f.Statements, e.statement)
		}
	}
	f.Scales = d.scales.used()
	f.Related = d.related
	slices.SortFunc(f.Related, compareRelated)
	for _, zone := range sortedKeys(d.zones) {
		members := d.zones[zone]
		slices.Sort(members)
		f.Groups = append(f.Groups, ksb.Group{ID: "job-zone/" + zone, Title: "Job Zone " + zone, Members: slices.Compact(members)})
	}
	return f
}

// finished is the role with its lists in order.
func (o *occupation) finished() ksb.Role {
	r := o.role
	slices.SortFunc(r.Duties, func(a, b ksb.Duty) int {
		if order := ksb.CompareCodes(string(a.ID), string(b.ID)); order != 0 {
			return order
		}
		return cmp.Or(strings.Compare(string(a.ID), string(b.ID)), strings.Compare(a.Text, b.Text), rows.Compare(a.Origin, b.Origin))
	})
	slices.SortFunc(r.Requirements, func(a, b ksb.Requirement) int { return strings.Compare(string(a.Statement), string(b.Statement)) })
	slices.Sort(r.Aliases)
	r.Aliases = slices.DeleteFunc(slices.Compact(r.Aliases), func(alias string) bool { return alias == r.Title })
	return r
}

// compareRelated: by occupation, then by tier and place in natural order.
func compareRelated(a, b ksb.RoleLink) int {
	if order := strings.Compare(string(a.From), string(b.From)); order != 0 {
		return order
	}
	if order := ksb.CompareCodes(a.Source, b.Source); order != 0 {
		return order
	}
	return cmp.Or(strings.Compare(string(a.To), string(b.To)), rows.Compare(a.Origin, b.Origin))
}

func sortedKeys[V any](m map[string]V) []string {
	keys := make([]string, 0, len(m))
	for k := range m { // any order: they are sorted
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}
