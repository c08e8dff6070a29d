package moodle

import (
	"bytes"
	"encoding/csv"
	"strings"
	"unicode"
)

// column is a column that we know, wherever it stands.
type column int

const (
	parentID column = iota
	idNumber
	shortName
	description
	descriptionFormat
	scaleValues
	scaleConfig
	ruleType
	ruleOutcome
	ruleConfig
	related
	exportID
	isFramework
	taxonomy
	columns int = iota
)

// headers are the names that Moodle gives the columns today.
func headers() []string {
	return []string{
		"Parent ID number", "ID number", "Short name", "Description", "Description format", "Scale values", "Scale configuration",
		"Rule type (optional)", "Rule outcome (optional)", "Rule config (optional)",
		"Cross-referenced competency ID numbers", "Exported ID (optional)", "Is framework", "Taxonomy",
	}
}

// columnOf returns the column of a header of any edition, and whether it is one.
func columnOf(header string) (column, bool) {
	switch headerKey(header) {
	case "parentidnumber":
		return parentID, true
	case "idnumber":
		return idNumber, true
	case "shortname":
		return shortName, true
	case "description":
		return description, true
	case "descriptionformat":
		return descriptionFormat, true
	case "scalevalues":
		return scaleValues, true
	case "scaleconfiguration":
		return scaleConfig, true
	case "ruletype":
		return ruleType, true
	case "ruleoutcome":
		return ruleOutcome, true
	case "ruleconfig":
		return ruleConfig, true
	case "crossreferencedcompetencyidnumbers":
		return related, true
	case "exportedid", "exportid":
		return exportID, true
	case "isframework":
		return isFramework, true
	case "taxonomy":
		return taxonomy, true
	}
	return 0, false
}

// headerKey is what all spellings of a header have in common: its letters before any
// bracket, in lower case.
func headerKey(header string) string {
	name, _, _ := strings.Cut(header, "(")
	return strings.Map(func(c rune) rune {
		if c == '-' || unicode.IsSpace(c) {
			return -1
		}
		return unicode.ToLower(c)
	}, name)
}

// sniff returns the delimiter and the header of a table of ours, and whether it is one:
// what no framework can do without is there.
func sniff(data []byte) (delimiter rune, header []string, found bool) {
	const reach = 1 << 14
	for _, delimiter = range []rune{',', ';', '\t'} {
		r := csv.NewReader(bytes.NewReader(data[:min(len(data), reach)]))
		r.Comma = delimiter
		header, err := r.Read()
		if err == nil && hasAll(header, parentID, idNumber, shortName, isFramework) {
			return delimiter, header, true
		}
	}
	return 0, nil, false
}

func hasAll(header []string, needed ...column) bool {
	there := map[column]bool{}
	for _, name := range header {
		if c, known := columnOf(name); known {
			there[c] = true
		}
	}
	for _, c := range needed {
		if !there[c] {
			return false
		}
	}
	return true
}
