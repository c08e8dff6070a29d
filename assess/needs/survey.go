package needs

import "github.com/skillgap-go/skillgap/ksb"

// Survey is what was asked and what was answered. Answers of one group alone are a
// survey of their own: keep the answers of its respondents.
type Survey struct {
	Scale      Scale // of importance and performance, which are taken from each other
	Difficulty Scale // the zero Scale: as Scale
	Frequency  Scale // the zero Scale: as Scale
	Items      []Item
	Answers    []Answer
}

// Scale is the least and the greatest rating, such as 1 and 5.
type Scale struct{ Least, Most float64 }

// Middle is half way between the ends.
func (s Scale) Middle() float64 { return s.Least + (s.Most-s.Least)/2 }

func (s Scale) or(other Scale) Scale {
	if s == (Scale{}) {
		return other
	}
	return s
}

// MaxRating is the greatest size of a rating, either side of 0.
const MaxRating = 1e6

func (s Scale) sound() bool { return s.Least >= -MaxRating && s.Most <= MaxRating && s.Least < s.Most }

// Item is one thing that people were asked about.
type Item struct {
	ID        string
	Text      string
	Area      string          // group of items, for averages; "": none
	Statement ksb.StatementID // what the item asks about, to join a report; "": none
	Origin    ksb.Origin
}

// Answer is what one person said of one item. nil means not answered.
type Answer struct {
	Respondent  string
	Item        string
	Importance  *float64 // to the job
	Performance *float64 // how well it is done now: competence
	Difficulty  *float64
	Frequency   *float64
	Trainable   *bool // training would help
	Origin      ksb.Origin
}
