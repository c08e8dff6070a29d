package rpl

import "github.com/skillgap-go/skillgap/ksb"

// DeliveryFormat is the name and number of the file format that Delivery mirrors.
const DeliveryFormat = "delivery/1"

// Delivery is a programme as it is planned for somebody without prior learning, as read.
// It is plain data that nobody has checked; [Recognise] does that.
type Delivery struct {
	Format           string     `json:"format"` // "delivery/1"
	ID               string     `json:"id,omitempty"`
	Title            string     `json:"title,omitempty"`
	Provider         string     `json:"provider,omitempty"`
	Standard         string     `json:"standard,omitempty"`         // "ST0216", or a role ID
	CourseType       CourseType `json:"courseType,omitempty"`       // zero: Apprenticeship
	Start            ksb.Date   `json:"start,omitzero"`             // of the learner: decides which rules hold
	Weeks            int64      `json:"weeks"`                      // planned, above 0
	WeeklyMinutes    int64      `json:"weeklyMinutes,omitempty"`    // contracted working time; 0: not said
	TotalMinutes     int64      `json:"totalMinutes,omitempty"`     // off the job; 0: the sum of the activities
	PublishedMinutes int64      `json:"publishedMinutes,omitempty"` // published minimum of the standard; 0: not said
	BandMaxPence     int64      `json:"bandMaxPence"`               // maximum of the funding band, above 0
	AgreedPence      *int64     `json:"agreedPence,omitempty"`      // price before recognition; nil: not agreed
	OfferedPence     *int64     `json:"offeredPence,omitempty"`     // cut that the provider offers; nil: none yet
	Activities       []Activity `json:"activities,omitempty"`
	Origin           ksb.Origin `json:"-"`
}

// Activity is a part of the off-the-job training that can be left out by itself.
type Activity struct {
	ID         string     `json:"id"`
	Title      string     `json:"title,omitempty"`
	Minutes    int64      `json:"minutes"`
	Statements []string   `json:"statements,omitempty"` // taught by it: IDs, or codes of the role; none: it is never left out
	Weeks      int64      `json:"weeks,omitempty"`      // by which the programme is shorter without it
	Origin     ksb.Origin `json:"-"`
}

// CourseType is what kind of course a delivery is. The zero CourseType is not said.
type CourseType uint8

// The types of course.
const (
	Apprenticeship CourseType = iota + 1
	FoundationApprenticeship
	ApprenticeshipUnit
)

func courseTypes() ksb.Names {
	return ksb.Names{"", "apprenticeship", "foundation-apprenticeship", "apprenticeship-unit"}
}

// String names the type as the files do; the zero CourseType is "".
func (c CourseType) String() string { return courseTypes().Name(uint8(c)) }

// MarshalText writes the name; the zero CourseType is an error that wraps [ksb.ErrValue].
func (c CourseType) MarshalText() ([]byte, error) { return courseTypes().Marshal(uint8(c)) }

// UnmarshalText reads the name; any other text is an error that wraps [ksb.ErrValue].
func (c *CourseType) UnmarshalText(text []byte) error {
	i, err := courseTypes().Parse(text)
	*c = CourseType(i)
	return err
}
