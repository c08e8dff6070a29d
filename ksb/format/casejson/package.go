package casejson

import "github.com/skillgap-go/skillgap/ksb"

// cfPackage is a package as far as it is read and written.
type cfPackage struct {
	Document     *document     `json:"CFDocument"`
	Items        []item        `json:"CFItems" strict:"keep"`
	Associations []association `json:"CFAssociations" strict:"keep"`
	Definitions  definitions   `json:"CFDefinitions,omitempty"` // only read
	Rubrics      []rubric      `json:"CFRubrics,omitempty" strict:"keep"`
}

type document struct {
	Identifier string                   `json:"identifier"`
	URI        string                   `json:"uri"`
	Creator    string                   `json:"creator"`
	Title      string                   `json:"title"`
	Changed    string                   `json:"lastChangeDateTime"`
	Official   string                   `json:"officialSourceURL,omitempty"`
	Publisher  string                   `json:"publisher,omitempty"`
	About      string                   `json:"description,omitempty"`
	Subject    texts                    `json:"subject,omitempty"`
	Language   string                   `json:"language,omitempty"`
	Version    string                   `json:"version,omitempty"`
	Adoption   string                   `json:"adoptionStatus,omitempty"`
	Start      string                   `json:"statusStartDate,omitempty"`
	End        string                   `json:"statusEndDate,omitempty"`
	License    *link                    `json:"licenseURI,omitempty"`
	Notes      string                   `json:"notes,omitempty"`
	Extensions *extension[documentMore] `json:"extensions,omitempty"`
	Origin     ksb.Origin               `json:"-"`
}

type item struct {
	Identifier  string               `json:"identifier"`
	URI         string               `json:"uri"`
	Statement   string               `json:"fullStatement"`
	Alternative string               `json:"alternativeLabel,omitempty"`
	Type        string               `json:"CFItemType,omitempty"`
	Code        string               `json:"humanCodingScheme,omitempty"`
	Enumeration string               `json:"listEnumeration,omitempty"`
	Short       string               `json:"abbreviatedStatement,omitempty"`
	Keywords    texts                `json:"conceptKeywords,omitempty"`
	Notes       string               `json:"notes,omitempty"`
	Subject     texts                `json:"subject,omitempty"`
	Language    string               `json:"language,omitempty"`
	Level       texts                `json:"educationLevel,omitempty"`
	OldLevel    texts                `json:"educationalLevel,omitempty"` // as drafts called it
	Start       string               `json:"statusStartDate,omitempty"`
	End         string               `json:"statusEndDate,omitempty"`
	Changed     string               `json:"lastChangeDateTime"`
	Extensions  *extension[itemMore] `json:"extensions,omitempty"`
	Origin      ksb.Origin           `json:"-"`
}

type association struct {
	Identifier string                      `json:"identifier"`
	Type       string                      `json:"associationType"`
	Sequence   *sequence                   `json:"sequenceNumber,omitempty"`
	URI        string                      `json:"uri"`
	From       link                        `json:"originNodeURI"`
	To         link                        `json:"destinationNodeURI"`
	Changed    string                      `json:"lastChangeDateTime"`
	Extensions *extension[associationMore] `json:"extensions,omitempty"`
	Origin     ksb.Origin                  `json:"-"`
}

type rubric struct {
	Identifier string      `json:"identifier"`
	URI        string      `json:"uri"`
	Title      string      `json:"title,omitempty"`
	Changed    string      `json:"lastChangeDateTime"`
	Criteria   []criterion `json:"CFRubricCriteria" strict:"keep"`
	Origin     ksb.Origin  `json:"-"`
}

type criterion struct {
	Identifier string     `json:"identifier"`
	URI        string     `json:"uri"`
	Item       *link      `json:"CFItemURI,omitempty"`
	Changed    string     `json:"lastChangeDateTime"`
	Levels     []rung     `json:"CFRubricCriterionLevels" strict:"whole"`
	Origin     ksb.Origin `json:"-"`
}

type rung struct {
	Identifier string    `json:"identifier"`
	URI        string    `json:"uri"`
	About      string    `json:"description,omitempty"`
	Quality    string    `json:"quality,omitempty"`
	Position   *sequence `json:"position,omitempty"`
	Changed    string    `json:"lastChangeDateTime"`
}

// extension is our part of the extensions.
type extension[T any] struct {
	KSB T `json:"ksb"`
}

type documentMore struct {
	Jurisdiction string `json:"jurisdiction,omitempty"`
}

// itemMore is what CASE cannot say of a statement, a duty or a role, as in ksb/1.
type itemMore struct {
	HalfLifeDays int      `json:"halfLifeDays,omitempty"`
	VerifiedBy   []string `json:"verifiedBy,omitempty"`

	Core   bool    `json:"core,omitempty"`
	Weight float64 `json:"weight,omitempty"`

	Edition string     `json:"edition,omitempty"`
	Aliases []string   `json:"aliases,omitempty"`
	Qual    ksb.Qual   `json:"qual,omitempty"`
	Band    string     `json:"band,omitempty"`
	Gates   []ksb.Gate `json:"gates,omitempty"`
	Codes   []ksb.Code `json:"codes,omitempty"`
	Facts   ksb.Facts  `json:"facts,omitzero"`
	Nothing bool       `json:"requiresNothing,omitempty"` // stated, unlike a role that says nothing and means its duties
}

// associationMore is what CASE cannot say of a requirement or a link, as in ksb/1.
type associationMore struct {
	Level     ksb.Level `json:"level,omitempty" strict:"not0"`
	Critical  bool      `json:"critical,omitempty"`
	Weight    float64   `json:"weight,omitempty"`
	Confirmed bool      `json:"confirmed,omitempty"`
	Relation  string    `json:"relation,omitempty"`
	Source    string    `json:"source,omitempty"`
}

// more returns our part of the extensions, nothing if there is none.
func more[T any](e *extension[T]) (ours T) {
	if e != nil {
		ours = e.KSB
	}
	return ours
}
