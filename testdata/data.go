// Package testdata holds the sample data of the project: made-up frameworks, workers
// and courses, and one small folder for each rule of the scoring. Examples and tests
// read it with [Files]; nobody in it is a real person.
//
//	imaging/             three support roles in imaging (ksb/1), workers (worker/1, CSV), courses (catalogue/1)
//	imaging-careers/     a career in imaging support: four roles, workers, courses
//	healthcare-support/  one role of ten names, from a United States page; workers
//	pilot/               one new role in three areas: a team of eight, courses, and what came up later
//	ap-health/           the assistant practitioner standard in our words; workers, and evidence by KSB codes (CSV)
//	potential/           from a first job in care to a profession: twenty-four roles, workers, courses
//	spec/CASE/           framework.json, worker.json, case.json (role, as-of day; a policy or expected
//	                     faults where the case needs them), want.json (the report) and why.md
package testdata

import "embed"

// files is the one variable here: an embedded tree cannot be anything else.
//
//go:embed imaging imaging-careers healthcare-support pilot ap-health potential spec
var files embed.FS

// Files returns the sample data as a tree that can only be read.
func Files() embed.FS { return files }
