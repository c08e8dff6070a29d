package policyjson_test

import (
	"bytes"
	"fmt"
	"strings"

	"github.com/skillgap-go/skillgap/assess"
	"github.com/skillgap-go/skillgap/assess/format/policyjson"
)

// A document says what differs from the default.
func ExampleRead() {
	policy, problems := policyjson.Read(strings.NewReader(`{"format": "policy/1",
  "met": 0.9,
  "halfLifeDays": {"skill": 365},
  "verifiedBy": {"behaviour": ["employer"]}}`), "policy.json")
	fmt.Println("problems:", len(problems))
	fmt.Println("met:", policy.Met, "critical:", policy.MetCritical)
	fmt.Println("half-lives:", policy.HalfLifeDays)
	// Output:
	// problems: 0
	// met: 0.9 critical: 0.9
	// half-lives: {1095 365 730}
}

// Nobody is judged by a policy that was half understood.
func ExampleRead_refused() {
	_, problems := policyjson.Read(strings.NewReader(`{"format": "policy/1",
  "met": "high",
  "metCritcal": 0.95}`), "policy.json")
	for _, p := range problems {
		fmt.Println(p.Origin.File, "line", p.Origin.Line, p.Path)
	}
	// Output:
	// policy.json line 2 met
	// policy.json line 3 metCritcal
}

func ExampleWrite() {
	policy := assess.DefaultPolicy()
	policy.SmallGroup = 10
	var out bytes.Buffer
	err := policyjson.Write(&out, policy)
	lines := strings.Split(out.String(), "\n")
	fmt.Println(strings.Join(lines[:5], "\n"))
	fmt.Println("error:", err)
	// Output:
	// {
	//   "format": "policy/1",
	//   "priorWeight": 1,
	//   "sameSourceDiscount": 0.3,
	//   "spread": 0.25,
	// error: <nil>
}
