package skillsengland

import (
	"cmp"
	"strings"

	"github.com/skillgap-go/skillgap/ksb"
)

// standard is an object of the API, as far as it is read. Lists keep their faulty
// elements, since a position is what gives a KSB its code.
type standard struct {
	Reference      string   `json:"referenceNumber"`
	VersionNumber  string   `json:"versionNumber"`
	Version        string   `json:"version"`
	Title          string   `json:"title"`
	Status         string   `json:"status"`
	Level          int64    `json:"level"`
	LARS           int64    `json:"larsCode"` // 0: none given yet
	OccupationCode string   `json:"occupationCode"`
	DurationMonths int64    `json:"typicalDuration"`
	MaxFunding     int64    `json:"maxFunding"` // whole pounds
	MinimumHours   hours    `json:"minimumHoursForCompliance"`
	From           day      `json:"earliestStartDate"`
	Until          day      `json:"latestStartDate"`
	RegulatedBody  string   `json:"regulatedBody"`
	JobTitles      []string `json:"typicalJobTitles"`
	Keywords       []string `json:"keywords"`
	Information    string   `json:"standardInformation"` // HTML

	Knowledges          []element `json:"knowledges" strict:"keep"`
	TechnicalKnowledges []element `json:"technicalKnowledges" strict:"keep"`
	Skills              []element `json:"skills" strict:"keep"`
	TechnicalSkills     []element `json:"technicalSkills" strict:"keep"`
	Behaviours          []element `json:"behaviours" strict:"keep"`
	Employability       []element `json:"employabilitySkillsAndBehaviours" strict:"keep"`

	Duties  []duty         `json:"duties" strict:"keep"`
	Options []option       `json:"options" strict:"keep"`
	Names   []string       `json:"optionsUnstructuredTemplate"`
	Maps    []optionKSBMap `json:"optionsUnstructuredKsbMapping" strict:"keep"`

	Origin ksb.Origin
}

// element is a KSB; which key holds its ID depends on the list.
type element struct {
	KnowledgeID string `json:"knowledgeId"`
	SkillID     string `json:"skillId"`
	BehaviourID string `json:"behaviourId"`
	OtherID     string `json:"id"`
	Detail      string `json:"detail"`
	Origin      ksb.Origin
}

func (e element) id() string {
	return normalID(cmp.Or(e.KnowledgeID, e.SkillID, e.BehaviourID, e.OtherID))
}

type duty struct {
	ID         string   `json:"dutyID"`
	Detail     string   `json:"dutyDetail"`
	Core       flag     `json:"isThisACoreDuty"`
	Knowledge  []string `json:"mappedKnowledge"`
	Skills     []string `json:"mappedSkills"`
	Behaviours []string `json:"mappedBehaviour"`
	Options    []string `json:"mappedOptions"`
	Origin     ksb.Origin
}

type option struct {
	ID     string `json:"optionId"`
	Title  string `json:"title"`
	Origin ksb.Origin
}

// optionKSBMap says which KSBs belong to the core or to an option known by name only.
type optionKSBMap struct {
	Title      string   `json:"coreOrOptionTitle"`
	Knowledge  []string `json:"mappedKnowledge"`
	Skills     []string `json:"mappedSkills"`
	Behaviours []string `json:"mappedBehaviour"`
	Origin     ksb.Origin
}

// normalID trims an ID; a UUID is written in lower case, since its case means nothing.
func normalID(id string) string {
	id = strings.TrimSpace(id)
	if len(id) == 36 && strings.Count(id, "-") == 4 {
		return strings.ToLower(id)
	}
	return id
}
