// Package policyjson reads and writes policies in the project's own format,
// policy/1. A document states what differs from the default policy: a key that is
// absent keeps its default, a key that is given means what it says, zero included.
//
//	{"format":"policy/1",
//	 "priorWeight":1,"sameSourceDiscount":0.3,"spread":0.25,
//	 "halfLifeDays":{"knowledge":1095,"skill":730,"behaviour":730},
//	 "reliability":{"self":0.15,"peer":0.42,"supervisor":0.6,"work-product":0.6,
//	                "observation":0.75,"certificate":0.75,"test":0.8,"sign-off":0.9},
//	 "baseRates":[{"atLeast":[0.9,0.7,0.4,0.1]},{"statement":"S1","atLeast":[0.6]}],
//	 "inference":0.5,
//	 "carry":{"close":0.75,"narrow":0.5},
//	 "met":0.8,"metCritical":0.9,"nonSelfBelief":0.4,"contested":0.4,"notEvidenced":0.3,
//	 "belowProbability":0.2,"belowDisbelief":0.5,
//	 "errorCorrelation":0.15,"tied":0.6,"criticalFactor":3,
//	 "verifiedBy":{"knowledge":[],"skill":[],"behaviour":["employer"]},
//	 "readyRule":"all|internal-move","readyShare":0.85,"inRole":false,"smallGroup":5}
//
// What each means is said at [assess.Policy]. baseRates and inference are off unless they
// are given, and are written only where they are: none is uniform base rates, 0 is no
// inference from prerequisites. carry is what is left of a piece of evidence over a confirmed
// link to a close or a narrower statement; it and its keys are written only where they are
// given.
package policyjson

import (
	"errors"
	"io"

	"github.com/skillgap-go/skillgap/assess"
	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/ksb/format/strictjson"
)

// Detect tells whether data is a document of this format, of whatever number.
func Detect(_ string, data []byte) bool {
	return strictjson.Detects(data, assess.PolicyFormat)
}

// Read reads one policy, gzipped or not. Every fault of the document is reported with
// its line and path, and every value out of range; a document with any fault gives
// no policy, since nobody should be judged by a policy that was half understood.
func Read(r io.Reader, name string) (assess.Policy, ksb.Problems) {
	p := assess.DefaultPolicy()
	problems := strictjson.ReadDocument(r, name, assess.PolicyFormat, &p)
	var faults ksb.Problems
	if p.Format != "" && errors.As(p.Check(), &faults) { // a broken document has left nothing
		for _, fault := range faults {
			problems.Add(ksb.Origin{File: name}, fault.Path, fault.Fault, "%s", fault.Detail)
		}
	}
	if len(problems) > 0 {
		return assess.Policy{}, problems.Sort()
	}
	return p, nil
}

// Write writes a policy with every parameter, apart from baseRates and inference where
// they are off and carry where it is not given. The only errors are those of w.
func Write(w io.Writer, p assess.Policy) error {
	p.Format = assess.PolicyFormat
	return strictjson.WriteDocument(w, p)
}
