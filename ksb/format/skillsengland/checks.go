package skillsengland

import (
	"slices"
	"strings"

	"github.com/skillgap-go/skillgap/ksb"
)

// The statuses of a standard. Those in use have been opened for new starts.
const (
	approved  = "Approved for delivery"
	retired   = "Retired"
	withdrawn = "Withdrawn"
)

func isStatus(s string) bool {
	return inUse(s) || s == "In development" || s == "Proposal in development"
}

func inUse(s string) bool { return s == approved || s == retired || s == withdrawn }

// check runs the checks that look at one standard alone.
func (c *collector) check(e *edition) {
	for _, d := range []ksb.Date{e.Created.Date, e.Approved.Date, e.Published.Date, e.Updated.Date} {
		c.newest = max(c.newest, d)
	}
	c.checkKeys(e)
	c.checkNames(e)
	c.checkVersion(e)
	if e.has("coreAndOptions") && e.CoreAndOptions && e.isStandard() && len(e.Options) == 0 && len(e.Names) == 0 {
		c.report(e, e.Origin, ".coreAndOptions", ErrW1003, "neither options nor optionsUnstructuredTemplate names one")
	}
}

// checkKeys: a key that is not there at all; null and nothing are answers.
func (c *collector) checkKeys(e *edition) {
	missing := slices.DeleteFunc(e.requiredKeys(), e.has)
	if !e.has("options") && !e.has("optionsUnstructuredTemplate") && e.isStandard() {
		missing = append(missing, "options")
	}
	if len(missing) > 0 {
		c.report(e, e.Origin, "", ErrE1001, "%s", strings.Join(missing, ", "))
	}
}

// requiredKeys are those that the official import asks for and that concern a
// framework, by the kind of standard.
func (e *edition) requiredKeys() []string {
	keys := []string{
		"title", "status", "version", "level", "larsCode", "maxFunding", "earliestStartDate", "latestStartDate",
		"createdDate", "regulatedBody", "typicalJobTitles", "keywords",
	}
	switch {
	case e.isUnit():
		return append(keys, "minimumHoursForCompliance", "technicalKnowledges", "technicalSkills")
	case strings.HasPrefix(e.Reference, "FA"):
		return append(keys, "versionNumber", "typicalDuration", "technicalKnowledges", "technicalSkills", "employabilitySkillsAndBehaviours")
	}
	return append(keys, "versionNumber", "typicalDuration", "coreAndOptions", "knowledges", "skills", "behaviours", "duties")
}

func (e *edition) isUnit() bool     { return strings.HasPrefix(e.Reference, "AU") }
func (e *edition) isStandard() bool { return !e.isUnit() && !strings.HasPrefix(e.Reference, "FA") }

// checkNames: the reference, the LARS code, the title and the status.
func (c *collector) checkNames(e *edition) {
	if !isReference(e.Reference) {
		c.report(e, e.Origin, ".referenceNumber", ErrE1002, "%.40q is not ST, FA or AU and four digits", e.Reference)
	}
	if isAimClass(string(e.LARS)) && !e.isUnit() {
		c.report(e, e.Origin, ".larsCode", ErrS1005, "%q is that of a unit", e.LARS)
	}
	if e.Status == retired && e.larsCode() == "0" && !e.isUnit() {
		c.report(e, e.Origin, ".larsCode", ErrS1006, "it is 0")
	}
	if e.has("title") && (e.Title == "" || e.Title[0] == ' ') {
		c.report(e, e.Origin, ".title", ErrS1008, "%.40q", e.Title)
	}
	if e.has("status") && !isStatus(e.Status) {
		c.report(e, e.Origin, ".status", ErrS1009, "%.40q is none of the five", e.Status)
	}
}

// checkVersion: how the version is written, and that it is written alike in both places.
func (c *collector) checkVersion(e *edition) {
	switch {
	case e.has("version") && !isMajorMinor(e.Version):
		c.report(e, e.Origin, ".version", ErrE1003, "%.40q: the standard counts as %s", e.Version, e.version)
	case e.VersionNumber != "" && !isMajorMinor(e.VersionNumber):
		c.report(e, e.Origin, ".versionNumber", ErrE1003, "%.40q: the standard counts as %s", e.VersionNumber, e.version)
	}
	active := e.Status == approved || e.Status == retired
	if active && e.has("version") && e.has("versionNumber") && e.Version != e.VersionNumber {
		c.report(e, e.Origin, ".versionNumber", ErrS1007, "%.40q, and version is %.40q", e.VersionNumber, e.Version)
	}
}

// larsCode is the LARS code; that of a unit may stand under another key.
func (e *edition) larsCode() lars {
	if aim := strings.ToUpper(strings.TrimSpace(e.AimClass)); e.isUnit() && !e.LARS.given() && isAimClass(aim) {
		return lars(aim)
	}
	return e.LARS
}
