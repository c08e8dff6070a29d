package skillsengland

import (
	"cmp"
	"slices"
	"strings"

	"github.com/skillgap-go/skillgap/ksb"
)

// standard is an object of the API, as far as it is read; isPassedOver knows the other
// keys. Lists keep their faulty elements, since a position is what gives a KSB its code.
type standard struct {
	Reference      string      `json:"referenceNumber"`
	VersionNumber  string      `json:"versionNumber"`
	Version        string      `json:"version"`
	Title          string      `json:"title"`
	Status         string      `json:"status"`
	Level          int64       `json:"level"`
	LARS           lars        `json:"larsCode"`
	AimClass       string      `json:"learningAimClassCode"` // what a unit has for a LARS code
	OccupationCode string      `json:"occupationCode"`
	DurationMonths int64       `json:"typicalDuration"`
	MaxFunding     int64       `json:"maxFunding"` // whole pounds
	MinimumHours   hours       `json:"minimumHoursForCompliance"`
	From           earliestDay `json:"earliestStartDate"`
	Until          latestDay   `json:"latestStartDate"`
	Created        createdDay  `json:"createdDate"`
	Approved       anyDay      `json:"approvedForDelivery"`
	Published      anyDay      `json:"publishDate"`
	Updated        anyDay      `json:"lastUpdated"`
	RegulatedBody  string      `json:"regulatedBody"`
	JobTitles      []string    `json:"typicalJobTitles"`
	Keywords       []string    `json:"keywords"`
	Information    string      `json:"standardInformation"` // HTML
	CoreAndOptions bool        `json:"coreAndOptions"`

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
	Related []occupation   `json:"relatedOccupations"`

	Absent  []string `strict:"absent"`
	Unknown []string `strict:"unknown"`
	Origin  ksb.Origin
}

// has tells whether the object has a key at all, be it null.
func (s *standard) has(key string) bool { return !slices.Contains(s.Absent, key) }

// element is a KSB; which key holds its ID depends on the list.
type element struct {
	KnowledgeID string   `json:"knowledgeId"`
	SkillID     string   `json:"skillId"`
	BehaviourID string   `json:"behaviourId"`
	OtherID     string   `json:"id"`
	Detail      string   `json:"detail"`
	Unknown     []string `strict:"unknown"`
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
	Unknown    []string `strict:"unknown"`
	Origin     ksb.Origin
}

type option struct {
	ID      string   `json:"optionId"`
	Title   string   `json:"title"`
	Unknown []string `strict:"unknown"`
	Origin  ksb.Origin
}

// optionKSBMap says which KSBs belong to the core or to an option known by name only.
type optionKSBMap struct {
	Title      string   `json:"coreOrOptionTitle"`
	Knowledge  []string `json:"mappedKnowledge"`
	Skills     []string `json:"mappedSkills"`
	Behaviours []string `json:"mappedBehaviour"`
	Unknown    []string `strict:"unknown"`
	Origin     ksb.Origin
}

// occupation is one that a foundation apprenticeship leads towards.
type occupation struct {
	Name      string `json:"name"`
	Reference string `json:"reference"` // "OCC0499"
	Origin    ksb.Origin
}

// normalID trims an ID; a UUID is written in lower case, since its case means nothing.
func normalID(id string) string {
	id = strings.TrimSpace(id)
	if len(id) == 36 && strings.Count(id, "-") == 4 {
		return strings.ToLower(id)
	}
	return id
}
