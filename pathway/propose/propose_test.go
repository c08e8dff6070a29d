package propose_test

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/ksb/match"
	"github.com/skillgap-go/skillgap/pathway"
	"github.com/skillgap-go/skillgap/pathway/propose"
)

// mention is what a matcher says once.
type mention struct {
	start, end int
	id         ksb.StatementID
	confidence float64
}

// says is a matcher that says what it was made to say.
type says []mention

func (list says) Mentions(_ string, found func(int, int, ksb.StatementID, float64)) {
	for _, m := range list {
		found(m.start, m.end, m.id, m.confidence)
	}
}

func TestTeaches(t *testing.T) {
	const text = "Moving and handling"
	for _, c := range []struct {
		why  string
		says says
		want []propose.Draft
	}{
		{"nothing", nil, nil},
		{"each statement once, by its clearest passage", says{{0, 6, "S1", .4}, {11, 19, "S1", .6}, {0, 19, "S1", .6}}, []propose.Draft{{"S1", .6, 11, 19, "handling"}}},
		{"the likeliest first, then by statement", says{{0, 6, "S2", .4}, {0, 6, "S3", .5}, {0, 6, "S1", .4}}, []propose.Draft{{"S3", .5, 0, 6, "Moving"}, {"S1", .4, 0, 6, "Moving"}, {"S2", .4, 0, 6, "Moving"}}},
		{"places that the text does not have", says{{-1, 4, "S1", 1}, {4, 4, "S1", 1}, {9, 99, "S1", 1}, {0, 1, "", 1}}, nil},
	} {
		if diff := cmp.Diff(c.want, propose.Teaches(c.says, text)); diff != "" {
			t.Error(c.why, diff)
		}
	}
}

func TestAccept(t *testing.T) {
	course := pathway.Course{ID: "c1", Teaches: make([]pathway.Attainment, 1, 9)}
	course.Teaches[0] = pathway.Attainment{Statement: "S1", Level: 3}
	got := propose.Accept(course, 2, propose.Draft{Statement: "S1"}, propose.Draft{Statement: "S2"}, propose.Draft{}, propose.Draft{Statement: "S2"})
	want := []pathway.Attainment{{Statement: "S1", Level: 3}, {Statement: "S2", Level: 2}}
	if diff := cmp.Diff(want, got.Teaches); diff != "" {
		t.Error("what it teaches already stays", diff)
	}
	if len(course.Teaches) != 1 || course.Teaches[:2][1].Statement != "" {
		t.Error("the course that was handed over is as it was")
	}
}

// A catalogue says "Moving and handling L1"; a person accepts what it may teach.
func Example() {
	targets := []match.Target{{ID: "S2", Texts: []string{"Move and handle people and equipment safely"}}, {ID: "S5", Texts: []string{"Keep records confidential"}}}
	matcher, _ := match.NewStatements(targets, nil, match.StatementOptions{})
	drafts := propose.Teaches(matcher, "Moving and handling L1. Safe use of the hoist.")
	course := propose.Accept(pathway.Course{ID: "mh1", Title: "Moving and handling L1"}, 0, drafts...)
	fmt.Println(len(drafts), course.Teaches[0].Statement)
	// Output: 1 S2
}
