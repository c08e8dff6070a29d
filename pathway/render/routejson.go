package render

import (
	"io"

	"github.com/skillgap-go/skillgap/ksb/format/strictjson"
	"github.com/skillgap-go/skillgap/pathway"
)

// RoutesJSON writes routes as route/1: keys in the order of the format, numbers rounded
// to six decimals, two spaces of indent. Equal routes give equal bytes. The only errors
// are those of w and a number that is not finite. The JSON Schema is route-1.schema.json
// beside this file.
//
//		{"format":"route/1","worker":"w-17","from":null,"to":{"role":"R3","title":"…","qual":5,"band":"…","regulator":"…"},
//		 "objectives":["pence","minutes","weeks","hops","asked"],"pareto":false,
//		 "routes":[{
//		   "hops":[{"role":"R2","title":"…","qual":3,"start":"covered|entry|target",
//		     "links":[{"from":"R1","to":"R2","kind":"published|computed","relation":"progression","source":"…","backwards":true,"cover":0.61,"least":0.4}],
//		     "cover":0.61,
//		     "shown":[{"statement":"S1","code":"K1","text":"…","level":2,"critical":true,"action":"none"}],"built":[…],"new":[…],
//		     "gates":[…],"assessFirst":[…],"steps":[…],
//		     "costPence":12000,"minutes":600,"weeks":4,"left":[…],
//		     "total":{"costPence":12000,"minutes":600,"weeks":4,"left":0}}],
//		   "costPence":12000,"minutes":600,"weeks":4,"left":0,"asked":9,"proved":true,"boundPence":12000}],
//		 "proved":true,"direct":{"costPence":9000,"minutes":500,"weeks":3,"left":0}}
//
//	  - Of a person who holds no role "from" is empty and the first hop has a "start": why it
//	    can be the first. Without a person "worker" is empty.
//	  - "shown" and "built" carry over: the evidence shows it (or the role that is held asks
//	    for it), or an earlier role of the route asks for it. "new" is newly asked. All three
//	    are in the order of the codes; statements that do not apply are in none.
//	  - "gates" are those of report/1, "assessFirst", "steps" and "left" those of plan/1. Weeks
//	    of steps are counted from the start of their hop.
//	  - Hops come one after another, so their pence, minutes and weeks add up to "total" and
//	    to the route's. A gap that two roles have is counted in "left" once.
//	  - "proved" of a route: no courses for these roles cost less. "proved" of the whole: no
//	    route that is left out is better. "direct" is the target alone; no route costs less.
func RoutesJSON(w io.Writer, r *pathway.Routes) error {
	return strictjson.WriteResult(w, r)
}
