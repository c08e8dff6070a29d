// Package onet reads O*NET, the occupational database of the United States Department
// of Labor, from its text files: one row a line, cells parted by tabs, nothing quoted.
//
// The files of one edition lie in one folder and become one framework: [DetectFS] and
// [ReadFS] take the folder, [Read] a single file. Occupation Data, Skills, Knowledge,
// Task Statements, Alternate Titles, Sample of Reported Titles, Job Zones, Related
// Occupations, Scales Reference and Level Scale Anchors are read; what a file is, its
// header says. Any may be absent. Without Occupation Data the occupations are those of
// the other files, with no title, which is reported.
//
// # Occupations
//
// An occupation is a role named by its O*NET-SOC code. Alternate, short and reported
// titles are aliases. A task is a duty that maps to no statement, since O*NET relates
// tasks to none; it is core where O*NET says so. A job zone is a group of occupations.
// Related occupations are links whose source is the tier and the place in the list
// ("Primary-Short 3").
//
// # Ratings
//
// An element below 2.C of the content model is knowledge, one below 2.A or 2.B a skill.
// The mean importance (IM) and the mean level (LV) of an element become one requirement:
//
//   - The weight is the importance standardised to 0…1 between the ends of its scale:
//     (value − 1) ÷ 4. An element of the least importance is not asked for.
//   - The level is rounded to the nearest rung, halves up, and is at least 1, since what
//     is relevant is asked for. A level of exactly 0 is not asked for. The rungs are
//     those of the scale LV, 0 to 7; where the element has anchors they name the rungs
//     they stand at, and the others are named by their place ("5 of 7").
//   - What is not relevant is not asked for. What is relevant and O*NET recommends to
//     suppress is not asked for either, and is reported, as is a rating without its
//     other half. "n/a" is a value that is missing.
//   - Nothing is critical: O*NET draws no such line.
//
// Of the occupations some are never rated. They ask for nothing, and Compile says so.
//
// # What is not kept
//
// A framework has no place for the description of an occupation, nor for sample sizes,
// errors, confidence limits, dates, sources, and which titles O*NET shows where. Each
// file that has something in such a column is one problem that wraps [ErrNoPlace] and
// names its columns. The description is not made a duty beside the tasks: it sums them
// up, so that it would count the same work twice, and can be mapped to nothing.
package onet
