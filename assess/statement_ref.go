package assess

import (
	"bytes"
	"encoding/json"
	"fmt"

	"github.com/skillgap-go/skillgap/ksb"
)

// StatementRef names the statement that a piece of evidence is about: by its ID, or
// by a code that is resolved within the role assessed. An ID outranks a code.
type StatementRef struct {
	ID    string   // a statement ID or a code
	Level *float64 // nil: the level of the piece
}

// Refs makes references without levels of their own.
func Refs(ids ...string) []StatementRef {
	refs := make([]StatementRef, len(ids))
	for i, id := range ids {
		refs[i].ID = id
	}
	return refs
}

type statementRefObject struct {
	ID    string   `json:"id"`
	Level *float64 `json:"level,omitempty"`
}

// MarshalJSON writes a text, or an object where there is a level.
func (r StatementRef) MarshalJSON() ([]byte, error) {
	if r.Level == nil {
		return json.Marshal(r.ID)
	}
	return json.Marshal(statementRefObject(r))
}

// UnmarshalJSON reads a text or an object. The error wraps [ksb.ErrWrongType].
func (r *StatementRef) UnmarshalJSON(data []byte) error {
	var object statementRefObject
	target := any(&object)
	if !bytes.HasPrefix(data, []byte("{")) {
		target = &object.ID
	}
	decoder := json.NewDecoder(bytes.NewReader(data))
	decoder.DisallowUnknownFields()
	if err := decoder.Decode(target); err != nil || object.ID == "" {
		return fmt.Errorf("%w: expected a statement, or an object with id and level, found %s", ksb.ErrWrongType, data)
	}
	*r = StatementRef(object)
	return nil
}
