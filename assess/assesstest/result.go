package assesstest

import (
	"bytes"
	"encoding/json"
)

// Format is the name and number of the form that Result has as JSON.
const Format = "validate/1"

// Result is what was measured, model by model, in the order of the options.
type Result struct {
	Format     string
	Seed       uint64
	People     int // in each world
	Statements int // of each person
	Models     []ModelResult
	Next       []Looked // ways to choose what to assess next; none: not compared
}

// ModelResult is how one model did.
type ModelResult struct {
	Name    string
	Doc     string
	Overall Measures // the mean over the nine published worlds that were drawn; of others if there was none of them
	Worlds  []WorldResult
	Curve   Curve // over the same worlds
}

// WorldResult is how a model did in one world.
type WorldResult struct {
	Name string
	Measures
	Curve Curve
}

func newResult(o Options) *Result {
	r := &Result{Format: Format, Seed: o.Seed, People: o.People, Statements: o.Statements}
	for _, m := range o.Models {
		r.Models = append(r.Models, ModelResult{Name: m.Name, Doc: m.Doc})
	}
	return r
}

func (m *ModelResult) add(world string, t *tally) {
	m.Worlds = append(m.Worlds, WorldResult{world, t.measures(), t.curve})
}

// finish takes the means. An invented world stays out of them, so that they can be held
// against the published ones.
func (r *Result) finish(worlds []World) {
	published := map[string]bool{}
	for _, w := range Worlds() {
		published[w.Name] = true
	}
	only := true
	for _, w := range worlds {
		only = only && !published[w.Name]
	}
	for i := range r.Models {
		m := &r.Models[i]
		var list []Measures
		for _, w := range m.Worlds {
			if only || published[w.Name] {
				list = append(list, w.Measures)
				m.Curve.add(&w.Curve)
			}
		}
		m.Overall = average(list)
	}
}

// MarshalJSON writes {"format","seed","people","statements","models":{NAME:{measures,
// "worlds":{NAME:{measures}}}},"next":[]}, models and worlds in their order.
func (r *Result) MarshalJSON() ([]byte, error) {
	type world = struct {
		Measures
		Curve Curve `json:"curve"`
	}
	models := object{}
	for _, m := range r.Models {
		worlds := object{}
		for _, w := range m.Worlds {
			worlds = append(worlds, member{w.Name, world{w.Measures, w.Curve}})
		}
		models = append(models, member{m.Name, struct {
			Measures
			Doc    string `json:"doc"`
			Curve  Curve  `json:"curve"`
			Worlds object `json:"worlds"`
		}{m.Overall, m.Doc, m.Curve, worlds}})
	}
	return json.Marshal(struct {
		Format     string   `json:"format"`
		Seed       uint64   `json:"seed"`
		People     int      `json:"people"`
		Statements int      `json:"statements"`
		Models     object   `json:"models"`
		Next       []Looked `json:"next,omitempty"`
	}{r.Format, r.Seed, r.People, r.Statements, models, r.Next})
}

// object is a JSON object whose members keep their order.
type object []member

type member struct {
	name  string
	value any
}

// MarshalJSON writes the members one after another.
func (o object) MarshalJSON() ([]byte, error) {
	var out bytes.Buffer
	out.WriteByte('{')
	for i, m := range o {
		if i > 0 {
			out.WriteByte(',')
		}
		name, err := json.Marshal(m.name)
		if err != nil {
			return nil, err
		}
		value, err := json.Marshal(m.value)
		if err != nil {
			return nil, err
		}
		out.Write(append(append(name, ':'), value...))
	}
	out.WriteByte('}')
	return out.Bytes(), nil
}
