package skillsengland

import (
	"maps"
	"slices"
	"strings"

	"github.com/skillgap-go/skillgap/ksb"
)

// isPassedOver tells whether a key of an object is known and concerns no framework: texts
// for people, addresses, contacts, dates of the paperwork.
func isPassedOver(key string) bool {
	switch key {
	// since 2023 or before
	case "templateType", "url", "occupationalStandardUrl", "standardPageUrl", "assessmentPlanUrl", "change", "changedDate",
		"latestEndDate", "overviewOfRole", "route", "pathway", "cluster", "jobRoles", "greenJobTitles", "entryRequirements",
		"occupationalSummary", "englishAndMathsQualifications", "reviewDetails", "regulated", "regulationDetail",
		"qualifications", "professionalRecognition", "integratedDegree", "integratedApprenticeship", "eQAProvider",
		"tbReference", "tbMainContact", "involvedEmployers", "ssa1", "ssa2", "proposalApproved", "standardApproved",
		"epaApprovalDate", "fundingApprovalDate", "careerStarter":
		return true
	// since 2026 or before
	case "shortAssessment", "approvedForDeliveryPausedStarts", "qualificationStandardUrl", "ePALength",
		"maxFundingAdditionalInformation", "standardPublished", "epaPublished", "integration", "otherInvolvedStakeholders",
		"clusterId", "clusterDescription", "occupationalStandardApprovalDate", "banners", "coronationEmblem",
		"assessmentChanged", "foundationApprenticeshipUrl", "apprenticeshipUnitUrl", "whoIsItFor", "overviewOfTheSkillsGap":
		return true
	}
	return false
}

// unknownKey is a key that no description of the API has.
type unknownKey struct {
	first ksb.Origin
	times int
}

// noteUnknown counts the unknown keys of a standard and of what is in it.
func (c *collector) noteUnknown(s *standard) {
	c.note("", s.Origin, s.Unknown)
	lists := []struct {
		name     string
		elements []element
	}{
		{"knowledges[].", s.Knowledges}, {"technicalKnowledges[].", s.TechnicalKnowledges},
		{"skills[].", s.Skills}, {"technicalSkills[].", s.TechnicalSkills},
		{"behaviours[].", s.Behaviours}, {"employabilitySkillsAndBehaviours[].", s.Employability},
	}
	for _, l := range lists {
		for _, e := range l.elements {
			c.note(l.name, e.Origin, e.Unknown)
		}
	}
	for _, d := range s.Duties {
		c.note("duties[].", d.Origin, d.Unknown)
	}
	for _, o := range s.Options {
		c.note("options[].", o.Origin, o.Unknown)
	}
	for _, m := range s.Maps {
		c.note("optionsUnstructuredKsbMapping[].", m.Origin, m.Unknown)
	}
}

func (c *collector) note(where string, at ksb.Origin, keys []string) {
	for _, key := range keys {
		switch known := where == "" && isPassedOver(key) || where == "duties[]." && key == "criteriaForMeasuringPerformance"; {
		case known:
		case c.unknown[where+key] == nil:
			c.unknown[where+key] = &unknownKey{at, 1}
		default:
			c.unknown[where+key].times++
		}
	}
}

// reportUnknown reports every unknown key once, where it stands first.
func (c *collector) reportUnknown() {
	for _, path := range slices.Sorted(maps.Keys(c.unknown)) {
		k := c.unknown[path]
		c.problems.Add(k.first, clipped(path), ksb.ErrUnknownKey, "%q is not read, %d in all", clipped(path[strings.LastIndexByte(path, ']')+1:]), k.times)
	}
}

// clipped is the start of a key, for a message.
func clipped(key string) string {
	const most = 60
	if len(key) <= most {
		return key
	}
	return strings.ToValidUTF8(key[:most], "") + "…"
}
