package inputs

import (
	"flag"
	"fmt"

	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/ksb/wording"
)

// WordsFlag adds -words, the name of a file for [Files.Words].
func WordsFlag(flags *flag.FlagSet, name *string) {
	flags.StringVar(name, "words", "", "`FILE` with the words of another language (package ksb/wording); none: English")
}

// Words reads the catalogue of a language; "" is English, which is nil. A message with a
// mistake is said in English; a file that is no catalogue at all is an error.
func (f Files) Words(name string) (*wording.Words, ksb.Problems, error) {
	if name == "" {
		return nil, nil, nil
	}
	file, problem := f.open(name)
	if problem != nil {
		return nil, ksb.Problems{problem}, ErrInput
	}
	defer file.Close()
	words, problems := wording.Load(file, name)
	if words == nil {
		return nil, problems, fmt.Errorf("%w: %s holds no words", ErrInput, name)
	}
	return words, problems, nil
}
