package ksb

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"slices"
	"strings"
)

// fingerprint hashes the frozen content: everything that was kept, sorted, without
// the places it was read from.
func fingerprint(ix *Index, frameworks []Framework) string {
	sum := sha256.New()
	encoder := json.NewEncoder(sum)
	for _, s := range ix.statements {
		_ = encoder.Encode(struct { // a hash takes every byte: no error can come back
			Statement
			Rungs []string
		}{s.Statement, s.scale.Rungs})
	}
	for i := range ix.roles {
		_ = encoder.Encode(&ix.roles[i])
	}
	_ = encoder.Encode(labels(frameworks))
	return hex.EncodeToString(sum.Sum(nil)[:16])
}

// labels are the names and editions of the frameworks, and their links, sorted.
func labels(frameworks []Framework) []string {
	var list []string
	for _, f := range frameworks {
		list = append(list, "framework "+string(f.ID)+" "+f.Edition)
		for _, l := range f.Links {
			list = append(list, "link "+string(l.From)+" "+l.Relation.String()+" "+string(l.To))
		}
		for _, l := range f.Related {
			list = append(list, "role "+string(l.From)+" "+l.Relation+" "+string(l.To))
		}
	}
	slices.SortFunc(list, strings.Compare)
	return list
}
