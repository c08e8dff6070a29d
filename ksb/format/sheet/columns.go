package sheet

import "github.com/skillgap-go/skillgap/ksb/format/table"

// The columns that several tables share.
const (
	colFramework = "Framework"
	colEdition   = "Edition"
	colRole      = "Role"
	colRoleTitle = "Role title"
	colStatement = "Statement"
	colID        = "ID"
	colCode      = "Code"
	colKind      = "Kind"
	colText      = "Text"
	colTitle     = "Title"
	colScale     = "Scale"
	colRungs     = "Rungs"
	colLevel     = "Level"
	colCritical  = "Critical"
	colWeight    = "Weight"
	colDuties    = "Duties"
	colRequires  = "Requires"
	colHalfLife  = "Half-life days"
	colOptions   = "Options"
	colSource    = "Source"
	colFrom      = "From"
	colTo        = "To"
	colRelation  = "Relation"

	colStatements = "Statements"
	colVerified   = "Verified by"
)

// one is the layout of the one table.
func one() table.Layout {
	return table.Layout{
		{Name: colFramework, Also: []string{"framework id"}},
		{Name: colEdition, Also: []string{"version"}},
		{Name: colRole, Also: []string{"role id", "job", "occupation", "standard"}},
		{Name: colRoleTitle, Also: []string{"job title", "occupation title"}},
		{Name: colStatement, Also: []string{"statement id", "id", "ksb id", "uuid", "identifier"}},
		{Name: colCode, Key: true, Also: []string{"ksb code", "ref", "reference", "no", "number", "ksb no", "ksb number", "ksb ref"}},
		{Name: colKind, Also: []string{"type", "ksb type", "category"}},
		{Name: colText, Key: true, Also: []string{"statement text", "ksb", "ksb text", "description", "wording", "detail", "competency", "competence"}},
		{Name: colScale, Also: []string{"scale id"}},
		{Name: colRungs, Also: []string{"levels", "scale values", "rung names"}},
		{Name: colLevel, Also: []string{"required level", "level required", "target", "target level", "rung", "expected level"}},
		{Name: colCritical, Also: []string{"essential", "must have", "is critical"}},
		{Name: colWeight, Also: []string{"importance", "weighting"}},
		{Name: colDuties, Also: []string{"duty", "duty codes", "duty code", "linked duties"}},
		{Name: colRequires, Also: []string{"prerequisites", "prerequisite", "needs"}},
		{Name: colHalfLife, Also: []string{"half life", "half life in days"}},
		{Name: colVerified},
	}
}

// synonyms are other names of the columns of a workbook with a sheet for each thing.
func synonyms() map[string][]string {
	return map[string][]string{
		colID: {"identifier", "uuid"}, colKind: {"type"}, colText: {"wording", "description"}, colTitle: {"name"},
		colLevel: {"required level", "rung number"}, colCritical: {"essential"}, colStatement: {"statement id", "ksb"},
		colRole: {"role id"}, colScale: {"scale id"}, colCode: {"ksb code", "duty code"},
	}
}
