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

// UnmarshalJSON reads a text, or an object with the keys id and level, each at most
// once. The error wraps [ksb.ErrWrongType].
func (r *StatementRef) UnmarshalJSON(data []byte) error {
	*r = StatementRef{}
	if !bytes.HasPrefix(data, []byte("{")) {
		if json.Unmarshal(data, &r.ID) != nil || r.ID == "" {
			return badStatementRef(data)
		}
		return nil
	}
	decoder := json.NewDecoder(bytes.NewReader(data))
	_, _ = decoder.Token() // the brace
	var id, level bool
	for decoder.More() {
		key, err := decoder.Token()
		switch {
		case err == nil && key == "id" && !id:
			id, err = true, decoder.Decode(&r.ID)
		case err == nil && key == "level" && !level:
			level, err = true, decoder.Decode(&r.Level)
		default:
			return badStatementRef(data)
		}
		if err != nil {
			return badStatementRef(data)
		}
	}
	if r.ID == "" {
		return badStatementRef(data)
	}
	return nil
}

func badStatementRef(data []byte) error {
	return fmt.Errorf("%w: expected a statement, or an object with id and level, found %.80s", ksb.ErrWrongType, data)
}
