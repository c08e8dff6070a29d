package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/skillgap-go/skillgap/examples/inputs"
	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/ksb/format/ksbjson"
	"github.com/skillgap-go/skillgap/ksb/match"
	"github.com/skillgap-go/skillgap/ksb/match/review"
)

// writeReview writes the proposals for a person to decide, as a workbook or as CSV by the
// name of the file. What somebody has decided in that file already is kept.
func (o *options) writeReview(in *given, list []match.Proposal, w io.Writer) error {
	earlier, err := in.earlier(o.review)
	if err != nil {
		return err
	}
	write := review.WriteCSV
	if strings.EqualFold(filepath.Ext(o.review), ".xlsx") {
		write = review.WriteXLSX
	}
	if err := inputs.Save(o.review, func(w io.Writer) error { return write(w, list, earlier...) }); err != nil {
		return err
	}
	_, err = fmt.Fprintf(w, "%s: %d proposals to decide on, %d decisions kept. %s\n", o.review, len(list), len(earlier), in.summary())
	return err
}

// earlier are the decisions that the file holds; none if it is not there. A file with
// mistakes is not written over: what somebody meant by them would be lost.
func (in *given) earlier(name string) ([]review.Decision, error) {
	if _, err := os.Stat(name); errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	r, err := in.decided(name)
	if err == nil && len(in.problems) > 0 {
		err = fmt.Errorf("%w: %s has mistakes: mend them first, or name another file", inputs.ErrInput, name)
	}
	return r.Decisions, err
}

// decided reads a file that a person has decided in.
func (in *given) decided(name string) (review.Review, error) {
	data, problem := in.files.Read(name)
	if problem != nil {
		return review.Review{}, problem
	}
	r, problems := review.Read(bytes.NewReader(data), name)
	in.problems = append(in.problems, problems...)
	return r, nil
}

// confirmed are the links of a review, between statements that the standards have.
func (in *given) confirmed(name string) (review.Review, error) {
	r, err := in.decided(name)
	in.problems = append(in.problems, r.Problems(in.a.index, in.b.index)...)
	return r, err
}

// writeLinks writes the confirmed links as a framework of nothing else.
func (o *options) writeLinks(in *given, w io.Writer) error {
	r, err := in.confirmed(o.links)
	if err != nil {
		return err
	}
	f := ksb.Framework{Format: ksb.Format, ID: "links", Title: in.a.title + " -> " + in.b.title, Links: r.Links()}
	err = o.output.Write(func(w io.Writer) error { return ksbjson.Write(w, f) })
	if err == nil && o.output.File != "" {
		_, err = fmt.Fprintf(w, "%s: %d links confirmed, %d pairs rejected, %d not decided yet.\n", o.output.File, len(f.Links), len(r.Decisions)-len(f.Links), r.Undecided)
	}
	return err
}
