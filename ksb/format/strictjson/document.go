package strictjson

import (
	"io"
	"strings"

	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/ksb/input"
)

// Detects tells whether data is a document of a format of the project, such as
// "ksb/1", of whatever number.
func Detects(data []byte, format string) bool {
	name, _, _ := strings.Cut(format, "/")
	return strings.HasPrefix(Header(data), name+"/")
}

// ReadDocument reads a document of a format of the project, gzipped or not, into v,
// strictly. What [input.Read] or [CheckFormat] says of it is the one problem of a
// document that cannot be read; for the others see [Decode].
func ReadDocument(r io.Reader, file, format string, v any) ksb.Problems {
	data, problem := input.Read(r, file)
	if problem == nil {
		problem = CheckFormat(data, file, format)
	}
	if problem != nil {
		return ksb.Problems{problem}
	}
	return Decode(data, file, Strict, v)
}

// WriteDocument writes v as [Encode] does.
func WriteDocument(w io.Writer, v any) error { return write(w, v, Encode) }

// WriteResult writes v as [EncodeRounded] does.
func WriteResult(w io.Writer, v any) error { return write(w, v, EncodeRounded) }

func write(w io.Writer, v any, encode func(any) ([]byte, error)) error {
	data, err := encode(v)
	if err == nil {
		_, err = w.Write(data)
	}
	return err
}
